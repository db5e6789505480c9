"""From what was chosen on the command line to a projector that shows it."""

from __future__ import annotations

from pathlib import Path

import click

from simulator.cli.moments import second_of
from simulator.cli.sentences import in_a_sentence
from simulator.engine.commands import CONTROL
from simulator.review.reading import recorded
from simulator.review.recorded import Recorded
from simulator.scenario.characters import shown
from simulator.scenario.wording import nearest
from tui.replaying.projector import Projector, Sight


def opened(
    path: Path, team: str = "", take: int | None = None, role: str = "", at: str | None = None,
    pace: float = 60.0,
) -> Projector:  # fmt: skip
    """Raises the ClickException that says why there is nothing to be shown."""
    with in_a_sentence():
        read = recorded(path)
    sight = _sight(read, team, take, role)
    projector = Projector(read, path, sight, pace)
    projector.go_to(_second(projector, at) if at else 0)
    return projector


def _sight(read: Recorded, team: str, take: int | None, role: str) -> Sight:
    """What is to be looked at, if it is there."""
    begun = (it.name for it in read.session.teams.values() if it.started)
    team = team or next(begun, next(iter(read.takes)))
    if team not in read.takes:
        raise click.UsageError(
            f"This session has no team '{team}'{nearest(team, read.takes)} "
            f"(it has {', '.join(read.takes)})."
        )
    if not read.session.teams[team].started:
        raise click.UsageError(f"{shown(team)} has not begun to play: there is nothing to see yet.")
    takes = read.takes[team]
    if take is not None and take > len(takes):
        raise click.UsageError(f"{team} has played {_number(len(takes))}, so there is no {take}.")
    looked, role = read.take(team, take), role or CONTROL
    if role != CONTROL and role not in looked.scenario.roles:
        roles = looked.scenario.roles
        raise click.UsageError(
            f"This exercise has no role '{role}'{nearest(role, roles)} "
            f"(it has {', '.join(roles)}, and {CONTROL})."
        )
    return Sight(team, looked.number, role)


def _number(takes: int) -> str:
    return "1 take" if takes == 1 else f"{takes} takes"


def _second(projector: Projector, text: str) -> int:
    """The second that --at names."""
    try:
        at = second_of(text, projector.take.scenario.start)
    except ValueError as wrong:
        sentence = f"{wrong}"
        raise click.UsageError(f"{sentence[0].upper()}{sentence[1:]}.") from None
    if at > projector.until:
        raise click.UsageError(_too_late(projector))
    return at


def _too_late(projector: Projector) -> str:
    hours, minutes = divmod(projector.until // 60, 60)
    return f"That was not played: the take ends at T+{hours:02}:{minutes:02}."
