"""A first scenario: small, playable at once, and explained in its own comments."""
