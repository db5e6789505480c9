"""A take that is played at one table: commands by people with names, and no journal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Self

from simulator.engine.commands import Command
from simulator.engine.exercise import Exercise, Setup
from simulator.review.recorded import Deed, Person, Take
from simulator.scenario.scenario import Scenario
from tests.simulator.engine.playbook import scenario, seconds


def person(name: str, role: str = "", part: str = "player") -> Person:
    return Person(name.lower(), name, part, "team" if role else "", role, 0, None)


ARTA, DRIN = person("Arta", "soc"), person("Drin", "soc")
BESA = person("Besa", part="control")
PEOPLE = (ARTA, DRIN, BESA)


class Table:
    """Whoever asks for something is named; bots are silent unless the setup says otherwise."""

    def __init__(self, world: Scenario, setup: Setup) -> None:
        self.run = Exercise(world, setup)
        self.run.advance(0)
        self.deeds: list[Deed] = []

    @classmethod
    def of(cls, staffed: Sequence[str] = ("soc",), bots: Any = "silent", **parts: Any) -> Self:
        return cls(scenario(**parts), Setup(staffed=tuple(staffed), bots=bots))

    def at(self, time: str | int) -> Self:
        self.run.advance(seconds(time) if isinstance(time, str) else time)
        return self

    def ask(self, who: Person, *commands: Command, stand_in: bool = False) -> Self:
        for command in commands:
            seq, begin = len(self.deeds) + 1, len(self.run.log)
            name = who.name if stand_in else None
            self.run.submit(command, name)
            self.deeds.append(
                Deed(
                    seq, seq * 1000, self.run.now, who.grant, command, name, begin,
                    len(self.run.log),
                )
            )  # fmt: skip
        return self

    @property
    def take(self) -> Take:
        return Take("team", 1, 0, self.run.now, "", self.run, tuple(self.deeds), ())
