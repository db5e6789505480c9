"""The pages of the control room, and what they are made of."""
