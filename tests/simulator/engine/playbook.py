"""A small language for stories about the engine; what a story is not about is filled in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Self

import pytest
from pydantic import TypeAdapter

from simulator.engine.commands import CONTROL, Command, Staff, Vacate
from simulator.engine.errors import Refused
from simulator.engine.exercise import Exercise, Setup
from simulator.engine.script import hand_id
from simulator.engine.views import Item
from simulator.scenario.load import names_in
from simulator.scenario.scenario import Scenario
from simulator.scenario.values import Seconds

MIDNIGHT = "2030-01-01T00:00:00+00:00"
BLANK = {"kulla": 1, "id": "story", "title": "Story", "start": MIDNIGHT, "length": "10h"}
seconds = TypeAdapter(Seconds).validate_python


def hand(number: int) -> str:
    """The id of an inject that control has written, in a run of seed 0."""
    return hand_id(0, number)


def scenario(**parts: Any) -> Scenario:
    """A scenario of these parts, ten hours long, and of one role, `soc`, unless it names others."""
    given: dict[str, Any] = BLANK | parts
    given["roles"] = _titled(given.get("roles", {"soc": {}}))
    first, *_ = given["roles"]
    for kind in ("gauges", "capabilities", "reports", "outcomes", "objectives"):
        given[kind] = _titled(given.get(kind, {}))
    given["assets"] = _titled(given.get("assets", {}), owner=first)
    given["actions"] = _titled(given.get("actions", {}), by=first)
    given["modules"] = _titled(given.get("modules", {}), situation="Think.")
    given["injects"] = [{"to": first, "title": i["id"]} | i for i in given.get("injects", [])]
    steps = [{"title": "A step", "technique": "T1486"} | step for step in given.pop("steps", [])]
    given["adversary"] = {"name": "Heron", "modelled_on": "Nobody", "steps": steps}
    return Scenario.model_validate(given, context=names_in(given))


def _titled(parts: dict[str, Any], **usual: Any) -> dict[str, Any]:
    return {name: {"title": name, **usual} | part for name, part in parts.items()}


class Story:
    """One exercise as a test tells it; `then` reads the log on from where it stopped."""

    def __init__(self, told: Scenario, setup: Setup) -> None:
        self.exercise = Exercise(told, setup)
        self.exercise.advance(0)
        self._place = 0

    def at(self, time: str) -> Self:
        """Let the exercise come to this time, with all that is due at it."""
        self.exercise.advance(seconds(time))
        return self

    def when(self, *commands: Command) -> Self:
        for command in commands:
            self.exercise.submit(command)
        return self

    def staff(self, *seats: str) -> Self:
        """People sit down in these seats."""
        return self.when(*(Staff(CONTROL, seat) for seat in seats))

    def vacate(self, *seats: str) -> Self:
        """The people in these seats leave them to their bots."""
        return self.when(*(Vacate(CONTROL, seat) for seat in seats))

    def refuses(self, code: str, command: Command) -> str:
        """The sentence of the refusal, which has left no trace."""
        before = self.exercise.state.hash(), len(self.exercise.log)
        with pytest.raises(Refused) as refused:
            self.exercise.submit(command)
        assert refused.value.code == code
        assert (self.exercise.state.hash(), len(self.exercise.log)) == before
        return refused.value.sentence

    def then(self, kind: type, **fields: Any) -> Self:
        """The next event of this kind has these fields; `at` may be said as a duration."""
        if isinstance(fields.get("at"), str):
            fields["at"] = seconds(fields["at"])
        to_come: list[Any] = self.exercise.log[self._place :]
        rest = enumerate(to_come, self._place + 1)
        self._place, event = next(found for found in rest if type(found[1]) is kind)
        assert {name: getattr(event, name) for name in fields} == fields, event
        return self

    def told(self, kind: type, *fields: str) -> list[Any]:
        """These fields of every event of the kind, in order; one field stands for itself."""
        found = [tuple(getattr(x, f) for f in fields) for x in self.exercise.log if type(x) is kind]
        return [values[0] for values in found] if len(fields) == 1 else found

    def sees(self, role: str, inject: str) -> Item:
        """The inject as it lies in the role's inbox, the newest if it came more than once."""
        return [item for item in self.exercise.view(role).inbox if item.inject == inject][-1]


Begin = Callable[..., Story]
