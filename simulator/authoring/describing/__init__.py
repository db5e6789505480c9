"""What the models say of the format, for people and for editors: the reference and the schemas."""
