"""A team that begins as a run that was played elsewhere: where, and what was asked there. Pure.

`recalled` starts it, `retold` asks again what was asked, `turned` lets chance fall otherwise.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from simulator.engine.commands import Command, Staff
from simulator.engine.errors import Refused
from simulator.engine.exercise import Asked, Exercise, Turn
from simulator.session.asking import put_together, taken_apart
from simulator.session.errors import BadSession
from simulator.session.journal.record import Draft, Record

STAND_IN: Final = "stand-in"
"""The words that hold who of control acted in the place of the role."""


class Forked(NamedTuple):
    """Of what a team's run is a fork: of take `take` of `team` of the session with the id
    `session`, up to second `at`, as its journal stood when its chain was `chain`. Where `session`
    is empty, somebody played alone from STARTEX on, and it is no fork of anything. Beside whoever
    plays alone, bots play `rivals` other sides: their worlds follow from this number."""

    session: str = ""
    team: str = ""
    take: int = 1
    at: int = 0
    chain: str = ""
    rivals: int = 0

    @property
    def alone(self) -> bool:
        """Whether all of it was played in one place, and never in a session of several."""
        return not self.session


def recalled(team: str, staffed: tuple[str, ...], forked: Forked) -> Draft:
    """The record with which a team begins; these seats were people's at STARTEX."""
    origin = {"session": forked.session, "of": forked.team, "take": forked.take}
    body = {"staffed": [*staffed], **origin, "second": forked.at, "chain": forked.chain}
    if forked.rivals:
        body["rivals"] = forked.rivals
    return Draft("recalled", team=team, body=body)


def forked_of(body: dict[str, Any]) -> Forked:
    """What such a record says."""
    rivals = body.get("rivals", 0)
    return Forked(body["session"], body["of"], body["take"], body["second"], body["chain"], rivals)


def retold(team: str, deed: Asked | Turn) -> Draft:
    """The record of what was asked there, or of chance that fell otherwise from then on."""
    if isinstance(deed, Turn):
        return Draft("turned", team=team, at=deed.at, body={"luck": deed.luck})
    command, words = taken_apart(deed.command)
    body = {"role": deed.command.role, "command": command, "stand_in": deed.stand_in is not None}
    if deed.stand_in:
        words[STAND_IN] = deed.stand_in
    return Draft("retold", team=team, at=deed.at, body=body, words=words)


def asked_in(record: Record) -> Asked:
    """What a `retold` record asks again."""
    draft = record.draft
    command = put_together(draft.body["role"], draft.body["command"], draft.words)
    stand_in = draft.words.get(STAND_IN, "") if draft.body["stand_in"] else None
    return Asked(draft.at, command, stand_in)


def peopled(run: Exercise) -> tuple[str, ...]:
    """The roles that people have played in a run, at some time or other."""
    later = {deed.command.seat for deed in run.asked if isinstance(deed.command, Staff)}
    played = later.union(run.setup.staffed)
    return tuple(role for role in run.scenario.roles if role in played)


def ask_again(record: Record, submit: Callable[[int, Command, str | None], object]) -> None:
    """Have it done once more. Raises BadSession where it is refused, for it was done there."""
    try:
        submit(*asked_in(record))
    except Refused as refused:
        raise BadSession(
            f"record {record.seq} tells of what was done, but it can't be: {refused.sentence}"
        ) from refused
