"""Strengths and areas for improvement: what findings say of themselves, in plain sentences."""

from simulator.review.evaluation.points.grounds import Grounds
from simulator.review.evaluation.points.ranking import points

__all__ = ["Grounds", "points"]
