"""Times and spans as they are read on paper. Pure."""

from __future__ import annotations

from simulator.speech import many, say


def hours(language: str, seconds: int) -> str:
    """`4 days`, `1 hour 30 minutes`, `50 minutes`."""
    minutes = max(1, round(seconds / 60))
    days, rest = divmod(minutes, 24 * 60)
    told = []
    if days:
        told.append(many(language, "{number} day", "{number} days", days))
    if rest // 60:
        told.append(many(language, "{number} hour", "{number} hours", rest // 60))
    if rest % 60 and not days:
        told.append(many(language, "{number} minute", "{number} minutes", rest % 60))
    return " ".join(told)


def between(language: str, shortest: int, longest: int) -> str:
    """How long work takes; empty where it takes no time."""
    if longest == 0:
        return ""
    if hours(language, shortest) == hours(language, longest) or shortest == 0:
        return hours(language, longest)
    low, high = hours(language, shortest), hours(language, longest)
    return say(language, "{low} to {high}", low=low, high=high)
