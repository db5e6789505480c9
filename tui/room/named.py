"""Naming the teams that an act on the clock is for."""

from collections.abc import Iterable


def of_teams(named: Iterable[str], sentence: str) -> str:
    """The sentence, after the teams as acts name them: none is named where it is all, or one."""
    teams = ", ".join(filter(None, named))
    return f"{teams}: {sentence}" if teams else sentence
