"""The sheets of the control room: each makes wishes of what is filled in."""
