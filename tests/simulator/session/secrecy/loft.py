"""A session in which every text is a canary: who has read a word that was not for them?"""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

from simulator.engine import commands as c
from simulator.scenario.load import load
from simulator.session import acts
from simulator.session import protocol as p
from simulator.session.asking import told
from simulator.session.drafting import Place
from simulator.session.journal.record import Header
from tests.laws.plays import something
from tests.simulator.session.secrecy.canaries import Canaries, found_in, may_read, word
from tests.simulator.session.secrecy.stage import PULSE, Stage, run

EVERYTHING = Path(__file__).parents[3] / "scenarios" / "everything"
ROLES = ("archive", "council", "mainland")
TEAMS = ("red", "blue")
SEED = 7_193_482_716_345
WRITTEN = ("text", "reason")


class Loft:
    """A session whose every text is a canary, and who has let one out."""

    def __init__(self, seed: int, first: int = 0) -> None:
        self.dice = Random(f"loft/{seed}")
        self.world = load(EVERYTHING)
        self.canaries = Canaries(first)
        self.canaries.plant(self.world)
        header = Header(
            "session-1", "0", 1, "s", "", SEED, TEAMS, pace=self.dice.choice((600, 3600))
        )
        self.stage = Stage(self.world, header)
        self.said: dict[int, tuple[str, frozenset[str]]] = {}
        self.escaped: list[tuple[str, Any]] = []
        self._first = first
        self._read: dict[str, int] = {}

    async def open(self) -> None:
        stage, dice = self.stage, self.dice
        await stage.open("epoch-0")
        await stage.seat("control", Place("control"))
        for team in TEAMS:
            for role in ROLES:
                part: Any = dice.choice(("player", "player", "observer", "evaluator"))
                await stage.seat(f"{team}/{role}", Place(part, team, role))
        for person in stage.people.values():
            person.enter(language=dice.choice(("en", "sq")))
        await stage.go(PULSE)
        stage.people["control"].say(p.Do(id="a-start-of-it-all", act=acts.Start()))
        await stage.go(PULSE)

    async def play(self, pulses: int) -> None:
        for number in range(pulses):
            if self.dice.random() < 0.6:
                self.ask(number)
            if self.dice.random() < 0.1:
                person = self.stage.people[f"red/{self.dice.choice(ROLES)}"]
                person.leave()
                # In another language all is told anew.
                person.enter(language=self.dice.choice(("en", "sq")), epoch="")
            await self.stage.go(PULSE)
            self.look()

    def ask(self, number: int) -> None:
        """Somebody does something sensible or foolish, in words that are canaries."""
        team = self.dice.choice(TEAMS)
        command = something(self.stage.host.session.teams[team].exercise, self.dice)
        if isinstance(command, c.Conclude) and self.dice.random() < 0.9:
            return
        asked = told(command)
        for name in WRITTEN:
            if asked.get(name, "").strip() and len(asked[name]) < 100:
                asked[name] = self.own_word(team, command)
        who = "control" if command.role == c.CONTROL else f"{team}/{command.role}"
        asking = p.Ask(id=f"asking-number-{number:06}", command=asked, team=team)
        self.stage.people[who].say(asking)

    def own_word(self, team: str, command: c.Command) -> str:
        number = self._first + 9_000 + len(self.said)
        self.said[number] = team, frozenset((command.role, *self.hearers(command)))
        return word(number)

    def hearers(self, command: c.Command) -> tuple[str, ...]:
        """Whom it is for: those it is written to, and those who must consent."""
        world = self.world
        match command:
            case c.Message():
                return command.to
            case c.Order() if command.action in world.actions:
                return tuple(link.role for link in world.actions[command.action].consent)
            case c.Answer() if command.decision in world.decision:
                _, asked = world.decision[command.decision]
                return tuple(link.role for option in asked.options for link in option.consent)
            case c.Consent() | c.Reply():
                state = self.stage.host.session.teams
                return tuple(
                    role for team in state.values()
                    if (request := team.exercise.state.requests.get(command.request))
                    for role in (request.role, request.of)
                )  # fmt: skip
        return ()

    def look(self) -> None:
        """Read over everybody's shoulder what has come since the last look."""
        for label, person in self.stage.people.items():
            before, self._read[label] = self._read.get(label, 0), len(person.seen)
            if label == "control":
                continue
            team, role = label.split("/")
            log = self.stage.host.session.teams[team].exercise.log
            allowed = set(may_read(self.world, role, log))
            for seen in person.seen[before:]:
                for number in found_in(seen.what):
                    if not self.may(team, role, number, allowed):
                        self.escaped.append((label, self.canaries.at.get(number, number)))

    def may(self, team: str, role: str, number: int, allowed: set[Any]) -> bool:
        if number in self.said:
            said_in, ears = self.said[number]
            return team == said_in and role in ears
        loc = self.canaries.at[number]
        return any(loc[: len(known)] == known for known in allowed)

    @property
    def sent(self) -> list[tuple[str, str]]:
        return [(n, seen.what) for n, who in self.stage.people.items() for seen in who.seen]


async def _played(seed: int, pulses: int) -> Loft:
    loft = Loft(seed)
    await loft.open()
    await loft.play(pulses)
    await loft.stage.end()
    return loft


def played(seed: int, pulses: int = 120) -> Loft:
    loft: Loft = run(_played(seed, pulses))
    return loft
