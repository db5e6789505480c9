"""Pages of HTML that stand alone: no script, nothing from elsewhere, whatever a text says. Pure."""
