"""The author's preview of a scenario: its screens. What they show is worked out elsewhere."""
