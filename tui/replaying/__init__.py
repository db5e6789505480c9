"""A recorded session on the screens that it was played on, at any moment."""
