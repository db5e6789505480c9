"""One order and one layout for every scenario, with each comment where its author put it."""

from simulator.authoring.formatting.formatted import Unformattable, formatted

__all__ = ["Unformattable", "formatted"]
