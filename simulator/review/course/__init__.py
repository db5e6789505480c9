"""What happened in a take, read off its log: lines of roles, curves, the MSEL as it was played."""

from simulator.review.course.board import contest
from simulator.review.course.campaign import techniques
from simulator.review.course.curves import series
from simulator.review.course.happened import course, happened
from simulator.review.course.lanes import lanes
from simulator.review.course.msel import msel
from simulator.review.course.steered import control

__all__ = [
    "contest", "control", "course", "happened", "lanes", "msel", "series", "techniques",
]  # fmt: skip
