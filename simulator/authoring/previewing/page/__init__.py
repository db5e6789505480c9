"""The preview as one page of HTML: no script, nothing from elsewhere. Pure."""
