"""What went over the desks of roles in a take: decisions, reports, times, workload. Pure."""

from simulator.review.desks.calibration import calibration
from simulator.review.desks.clocks import clocks
from simulator.review.desks.decisions import decisions
from simulator.review.desks.reports import reports
from simulator.review.desks.times import times
from simulator.review.desks.unread import unread
from simulator.review.desks.workload import workload

__all__ = ["calibration", "clocks", "decisions", "reports", "times", "unread", "workload"]
