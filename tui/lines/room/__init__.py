"""The control room as lines of text with a prompt: the rows of its pages, and the acts of it."""
