"""The widgets: each draws a frozen view, and posts finished wishes to the screen above."""
