"""Who plays in `rich`, and what some of them are called or write to harm whoever reads it."""

from __future__ import annotations

from typing import Final, NamedTuple

from simulator.engine import commands as c
from simulator.session import acts
from simulator.session.drafting import Place
from simulator.session.grants import Grant
from tests.simulator.session.journal.scribe import Scribe

FORMULA: Final = "=cmd|' /C calc'!A0"
SCRIPT: Final = "<script>alert(1)</script><img src=x onerror=alert(1)>"
LINK: Final = "[here](javascript:alert(1)) ![x](https://example.org/x.png) | a | `b`"
TEMPLATE: Final = "{{7*7}} ${7*7} {name} %s"
ESCAPES: Final = "\x1b[31mred\x1b[0m \x1b]0;title\x07"
TURNED: Final = "abc \u202egnp.exe\u202c \u2066def"
TYPST: Final = '#read("/etc/passwd") #eval("1") $x$ @cite <label>'
HOSTILE: Final = (FORMULA, SCRIPT, LINK, TEMPLATE, ESCAPES, TURNED, TYPST)
"""What people wrote to harm whoever reads it. What comes by a command has lost its escapes at the
door, so `ESCAPES` and `TURNED` are names of people, too."""
GONE: Final = "Fatos Leka"
"""Somebody whose name was taken out."""


class Cast(NamedTuple):
    """`archive` is by team; north has a second person there, the `mate`."""

    control: Grant
    second: Grant
    evaluators: tuple[Grant, Grant]
    archive: dict[str, Grant]
    mate: Grant
    council: Grant
    observer: Grant


class Play(NamedTuple):
    scribe: Scribe
    cast: Cast

    def to(self, team: str, second: int) -> None:
        self.scribe.session.teams[team].advance(second)

    def ask(self, grant: Grant, *commands: c.Command, team: str = "", seat: str = "") -> None:
        for command in commands:
            answer = self.scribe.ask(grant, command, team or grant.team, seat=seat)
            assert answer.done, (command, answer.code, answer.why.into("en"))

    def ask_in_vain(self, grant: Grant, command: c.Command) -> None:
        assert not self.scribe.ask(grant, command, grant.team).done

    def do(self, grant: Grant, *asked: acts.Act) -> None:
        for act in asked:
            answer = self.scribe.do(grant, act)
            assert answer.done, (act, answer.code, answer.why.into("en"))

    def places(self, team: str, *kinds: str) -> tuple[int, ...]:
        """Where events of these kinds stand in the team's log."""
        log = enumerate(self.scribe.session.teams[team].exercise.log)
        return tuple(place for place, event in log if type(event).__name__ in kinds)


def seated(scribe: Scribe) -> Cast:
    def player(team: str, name: str, role: str = "archive") -> Grant:
        return scribe.sit(Place("player", team, role), name)

    control = scribe.sit(Place("control"), "Besa Hoxha")
    second = scribe.sit(Place("control"), FORMULA)
    evaluators = (
        scribe.sit(Place("evaluator", "north", "archive"), "Vesa Gashi"),
        scribe.sit(Place("evaluator", "north", "council"), SCRIPT),
    )
    names = {"north": "Arta", "south": ESCAPES, "harbour": TURNED}
    archive = {team: player(team, name) for team, name in names.items()}
    mate, council = player("north", "=1+1"), player("north", "Dritan", "council")
    observer = scribe.sit(Place("observer", "south", "archive"), LINK)
    scribe.sit(Place("observer", "north", "council"), GONE)
    return Cast(control, second, evaluators, archive, mate, council, observer)
