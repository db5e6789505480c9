"""Moments and how far off they are, in the words of the table."""

from simulator.engine.views import RoleView
from tui import words
from tui.lines.phrases import say


def by(due: int, view: RoleView) -> str:
    """`by Fri 09:20, in 20m 00s`, or since when it is overdue."""
    time = words.short_time(view.start, due)
    if due < view.now:
        return say("overdue", time=time, late=words.duration(view.now - due))
    return say("by", time=time, left=words.time_left(due, view.now))


def between(shortest: int, longest: int) -> str:
    """`10m to 30m`, or one duration where both are the same."""
    if not longest:
        return say("at-once")
    if shortest == longest:
        return words.duration(longest)
    return say("between", shortest=words.duration(shortest), longest=words.duration(longest))


def now(view: RoleView) -> str:
    return say(
        "now",
        time=words.full_time(view.start, view.now),
        since=words.since_startex(view.now),
        length=words.duration(view.length),
    )
