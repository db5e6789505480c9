"""Who of several controllers does what: a duty that somebody has taken is nobody else's."""

from __future__ import annotations

from typing import Final, get_args

from simulator.engine import commands as c
from simulator.engine.commands import Command
from simulator.engine.errors import Refused
from simulator.session import acts
from simulator.session.acts import DutyName
from simulator.session.grants import Grant, Grants
from simulator.session.room import DutyRow
from simulator.speech import Saying

CLOCK: Final = (
    acts.Start, acts.Run, acts.Pause, acts.Pace, acts.Jump, acts.HoldPoint, acts.Rewind,
)  # fmt: skip
OBSERVATION: Final = (acts.Observe, acts.Rate, acts.SetAside, acts.Reveal, acts.Plan)
INJECTS: Final = (
    c.Fire, c.Hold, c.Release, c.Skip, c.Delay, c.Repace, c.Tempo, c.Write, c.Amend, c.Withdraw,
    c.Remind,
)  # fmt: skip
ADJUDICATION: Final = (c.Rule, c.Intervene, c.Instruct, c.Staff, c.Vacate)


class Duties:
    """Of one session; a duty of somebody whose seat was taken away is free again."""

    def __init__(self, grants: Grants) -> None:
        self._grants = grants
        self._taken: dict[DutyName, str] = {}

    @property
    def rows(self) -> tuple[DutyRow, ...]:
        """All duties, and whose they are."""
        return tuple(self._row(duty) for duty in get_args(DutyName))

    def _row(self, duty: DutyName) -> DutyRow:
        holder = self.holder(duty)
        return DutyRow(duty, holder.id, holder.called) if holder else DutyRow(duty, "", "")

    def holder(self, duty: DutyName) -> Grant | None:
        """Whose it is; None where it is everybody's."""
        grant = self._grants.get(self._taken.get(duty, ""))
        return None if grant is None or grant.revoked else grant

    def take(self, duty: DutyName, grant: str) -> None:
        self._taken[duty] = grant

    def give_back(self, duty: DutyName) -> None:
        self._taken.pop(duty, None)

    def check(self, duty: DutyName | None, grant: Grant) -> None:
        """Raises Refused, and says whose it is, where it is somebody else's. An evaluator's own
        observations are no duty of control's."""
        holder = self.holder(duty) if duty and grant.leads else None
        if duty and holder and holder.id != grant.id:
            raise Refused.because("duty", taken(duty, holder.called))


def taken(duty: DutyName, name: str) -> Saying:
    """That a duty is somebody else's."""
    who = {"name": name}
    match duty:
        case "clock":
            return Saying("the clock is the duty of {name}", who)
        case "injects":
            return Saying("the injects are the duty of {name}", who)
        case "adjudication":
            return Saying("to judge is the duty of {name}", who)
        case "observation":
            return Saying("to observe is the duty of {name}", who)


def of_act(act: acts.Act) -> DutyName | None:
    """The duty to which an act on the session belongs."""
    if isinstance(act, CLOCK):
        return "clock"
    return "observation" if isinstance(act, OBSERVATION) else None


def of_command(command: Command, stand_in: bool) -> DutyName | None:
    """The duty to which something that control asks of the world belongs."""
    if isinstance(command, INJECTS):
        return "injects"
    return "adjudication" if stand_in or isinstance(command, ADJUDICATION) else None
