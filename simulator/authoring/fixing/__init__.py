"""Mends what can be mended without asking the author: only that, and nothing around it."""

from simulator.authoring.fixing.mending import mended, mends

__all__ = ["mended", "mends"]
