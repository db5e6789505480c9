"""How well a team did: objectives and who rated them, agreement, points to take home, the plan."""

from simulator.review.evaluation.agreement import agreements, kappa
from simulator.review.evaluation.objectives import disputes, objectives
from simulator.review.evaluation.planning import last_plan, plan
from simulator.review.evaluation.points import Grounds, points

__all__ = [
    "Grounds",
    "agreements",
    "disputes",
    "kappa",
    "last_plan",
    "objectives",
    "plan",
    "points",
]
