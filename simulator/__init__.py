"""The simulated world of an exercise: format, engine, session and headless commands; no screens."""

__version__ = "0.1.0"
