"""What an author is told: which checks there are, what they found, and how it is shown."""
