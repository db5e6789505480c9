"""The simulated world of an exercise: format, engine, session and headless commands; no screens."""

__version__ = "0.1.0"

ENGINE = 4
"""Raised whenever the same scenario, seed and commands could give other events than before."""
