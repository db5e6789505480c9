#!/usr/bin/env python3
"""Writes docs/recorded/friday-night: a session to try replay, fork and report on, without a host.

What people did in it is told in docs/friday.py. The same story, scenario and engine give the same
folder, to the byte.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final

import simulator
from docs import friday, learned
from docs.friday import Choice, Story
from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.exercise import Exercise
from simulator.scenario import load
from simulator.scenario.library import shipped
from simulator.session import acts, folder
from simulator.session.drafting import Place
from simulator.session.grants import Grant
from simulator.session.journal import lock, reserve
from simulator.session.journal.record import Draft, Header
from tests.simulator.session.journal.scribe import Quick, Scribe

KEPT: Final = Path(__file__).parent / "recorded" / "friday-night"
TEAM: Final = "team"
SEED: Final = 7
PACE: Final = 30
BEGUN: Final = 1_792_566_000_000
"""Wednesday, 21 October 2026, nine in the morning in Tirana."""
MINUTE: Final = 60


class Table:
    """The session, who sits where, and what they are about to do, by seconds of the exercise."""

    def __init__(self, path: Path, scenario: Path) -> None:
        world = load(scenario)
        header = Header(
            "f21da7", simulator.__version__, simulator.ENGINE, world.id, world.digest, SEED,
            (TEAM,), pace=PACE, created=BEGUN,
        )  # fmt: skip
        self.scribe = Scribe(folder.create(path, scenario, header, disk=Quick()))
        self.scribe.utc = BEGUN
        self.scribe.keep(Draft("opened", body={"epoch": "f1f1f1f1"}))
        self.seats = {who: self._sits(who) for who in friday.PEOPLE}
        control = (grant.id for grant in self.seats.values() if grant.leads)
        self.scribe.connected = frozenset(control)
        self._waiting: dict[int, list[tuple[Grant, c.Command]]] = defaultdict(list)

    def _sits(self, who: str) -> Grant:
        part, role, name = friday.PEOPLE[who]
        return self.scribe.sit(Place(part, TEAM if role else "", role), name)

    @property
    def run(self) -> Exercise:
        return self.scribe.session.teams[TEAM].exercise

    def do(self, who: str, *asked: acts.Act) -> None:
        for act in asked:
            self.passes(5)
            answer = self.scribe.do(self.seats[who], act)
            assert answer.done, (act, answer.why.into("en"))

    def asks(self, grant: Grant, command: c.Command) -> None:
        answer = self.scribe.ask(grant, command, TEAM)
        assert answer.done, (command, self.run.now, answer.why.into("en"))

    def passes(self, seconds: float) -> None:
        """Time on the wall."""
        self.scribe.utc += round(seconds * 1000)

    def plays(self, story: Story, until: int, begun: acts.Act) -> None:
        """Once control has begun it, everybody does what the story says, until this second."""
        self._waiting.clear()
        for at, who, command in story.deeds:
            if at > self.run.now:
                self._waiting[at].append((self.seats[who], command))
        self._listens(story, partial(self.do, "control", begun))
        while self.run.now < until:
            if self.run.now == story.sleeps[0]:
                self._listens(story, partial(self.do, "control", acts.Jump(to=story.sleeps[1])))
            self._listens(story, self._goes_on)
            for grant, command in self._waiting.pop(self.run.now, ()):
                self._listens(story, partial(self.asks, grant, command))

    def _goes_on(self) -> None:
        self.scribe.advance(self.run.now + MINUTE)
        self.passes(MINUTE / PACE)

    def _listens(self, story: Story, happen: Callable[[], None]) -> None:
        """What follows for people from what happens now."""
        heard = len(self.run.log)
        happen()
        for event in self.run.log[heard:]:
            for after, who, command in _follows(event, story):
                grant, at = self.seats[who], max(event.at, self.run.now) + after * MINUTE
                self._waiting[-(-at // MINUTE) * MINUTE].append((grant, command))

    def places(self, kind: type, *named: str) -> tuple[int, ...]:
        """Where events of this kind that are about one of these stand in the log."""
        return tuple(
            place
            for place, event in enumerate(self.run.log)
            if type(event) is kind and (not named or {*named} & {*map(str, event)})
        )


def _follows(event: Any, story: Story) -> Iterator[tuple[int, str, c.Command]]:
    """What people do so many minutes after an event, and who."""
    match event:
        case e.InjectSent(to=to, inject=inject):
            for role, (who, minutes) in friday.READERS.items():
                if role in to and (role, inject) not in story.unread:
                    yield minutes, who, c.Read(role, inject)
        case e.DecisionOpened(decision=decision):
            choice = story.choices.get(decision)
            if choice:
                yield from _chosen(decision, choice)
        case e.ConsentAsked(request=request, of="prime-minister", role=role):
            minutes, verdict, text = story.consents[role]
            yield minutes, "premier", c.Consent("prime-minister", request, verdict, text)
        case e.ConsentQuestioned(request=request, by="prime-minister"):
            yield 15, "network", c.Reply("akshi", request, friday.ANSWERED_BACK)
        case e.ConsentReplied(request=request):
            granted = c.Consent("prime-minister", request, "grant", friday.THEN_GRANTED)
            yield 12, "premier", granted
        case _:
            pass


def _chosen(decision: str, choice: Choice) -> Iterator[tuple[int, str, c.Command]]:
    role = friday.PEOPLE[choice.who][1]
    option = choice.option or None
    answer = c.Answer(role, decision, option, choice.text, choice.reason, choice.sure)
    yield choice.after, choice.who, answer
    if choice.dissent:
        who, text = choice.dissent
        yield choice.after + 2, who, c.Dissent(role, decision, text)


def write(path: Path, scenario: Path) -> None:
    """The whole session, as a folder."""
    table = Table(path, scenario)
    table.passes(20 * MINUTE)
    table.plays(friday.FIRST, friday.BROKEN_OFF, acts.Start())
    learned.observed_first(table)
    table.passes(4 * MINUTE)
    table.do("control", acts.Rewind(to=friday.AGAIN, why=friday.WHY_AGAIN))
    table.plays(friday.SECOND, friday.ENDED, acts.Run())
    learned.observed(table)
    for who in ("control", "second"):
        table.do(who, acts.End(why=friday.WHY_ENDED))
    table.passes(6 * MINUTE)
    learned.reviewed(table)
    table.scribe.stand()
    table.do("control", acts.Close())
    table.scribe.keep_head()
    table.scribe.close()
    for name in (lock.NAME, reserve.NAME):
        (path / name).unlink(missing_ok=True)


if __name__ == "__main__":
    shutil.rmtree(KEPT, ignore_errors=True)
    KEPT.parent.mkdir(exist_ok=True)
    write(KEPT, shipped()[friday.SCENARIO])
