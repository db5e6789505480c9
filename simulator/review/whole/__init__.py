"""A session as a whole: what it was, who took part, what was noted, and what proves it."""

from simulator.review.whole.feedback import feedback
from simulator.review.whole.integrity import integrity
from simulator.review.whole.observations import observations
from simulator.review.whole.overview import overview
from simulator.review.whole.participants import participants
from simulator.review.whole.past import history, sources

__all__ = [
    "feedback",
    "history",
    "integrity",
    "observations",
    "overview",
    "participants",
    "sources",
]
