"""The play as lines of text with a prompt: no colours, no cursor, no drawing; only words."""
