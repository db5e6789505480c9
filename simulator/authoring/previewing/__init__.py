"""What an author sees of a scenario before anybody plays it: values, and a page of HTML. Pure."""
