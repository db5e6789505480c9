"""A session in which every text is a canary: who has read a word that was not for them?"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
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
from tests.simulator.session.secrecy.canaries import Canaries, found_in, guide, may_read, word
from tests.simulator.session.secrecy.stage import PULSE, Stage, run

EVERYTHING = Path(__file__).parents[3] / "scenarios" / "everything"
ROLES = ("archive", "council", "mainland", "moths")
TEAMS = ("red", "blue")
SEED = 7_193_482_716_345
WRITTEN = ("text", "reason")
Said = p.Ask | p.Do | p.Watch | p.Enquire


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
        self.sent_by_hand: set[str] = set()
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
            if self.dice.random() < 0.3:
                self.lead(number)
            if self.dice.random() < 0.1:
                person = self.stage.people[f"red/{self.dice.choice(ROLES)}"]
                person.leave()
                # In another language all is told anew.
                person.enter(language=self.dice.choice(("en", "sq")), epoch="")
            await self.stage.go(PULSE)
            self.look()

    async def finish(self) -> None:
        """It is over for all, control opens the ratings, and what there is to be told is told."""
        lead = self.stage.people["control"]
        for team in TEAMS:
            over = told(c.Conclude("control"))
            lead.say(p.Ask(id=f"over-for-{team}-team", command=over, team=team))
        await self.stage.go(PULSE)
        for team in TEAMS:
            lead.say(p.Do(id=f"opened-to-{team}-team", act=acts.Reveal(team=team)))
        await self.stage.go(PULSE)
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
                asked[name] = self.own_word(team, command, name)
        who = "control" if command.role == c.CONTROL else f"{team}/{command.role}"
        asking = p.Ask(id=f"asking-number-{number:06}", command=asked, team=team)
        self.stage.people[who].say(asking)

    def lead(self, number: int) -> None:
        """Control writes, rules, takes notes and looks around; a player wants something, and pries
        in vain."""
        team, role = self.dice.choice(TEAMS), self.dice.choice(ROLES)
        id = f"led-as-number-{number:06}"
        inject = self.dice.choice([*self.stage.host.session.teams[team].exercise.scenario.inject])
        pry: tuple[Said, ...] = (
            p.Watch(team=team, role=role),
            p.Enquire(id=id, about="script", team=team, inject=inject),
        )
        noted = self._noted(number, team, role)
        said: Said = self.dice.choice((*pry, p.Do(id=id, act=noted)))
        if self.dice.random() < 0.6:
            said = p.Ask(id=id, command=told(self._steering(team, role, inject)), team=team)
        self.stage.people["control"].say(said)
        wanted = p.Ask(id=id, command=told(c.Propose(role, self.word_for(team, role))))
        self.stage.people[f"{team}/{role}"].say(self.dice.choice((*pry, wanted)))

    def _noted(self, number: int, team: str, role: str) -> acts.AnyAct:
        """Something for the review, in words that are for nobody who plays."""
        word = self.word_for(team)
        could: tuple[acts.AnyAct, ...] = (
            acts.Observe(text=word, team=team, role=role, marks=("urgent",)),
            acts.Rate(objective="1", grade="U", team=team, text=word),
            acts.SetAside(objective="1", grade="M", team=team, why=word),
            acts.Plan(issue=word, action="Train.", element="training", owner=word, team=team),
        )
        return could[number % len(could)]

    def _steering(self, team: str, role: str, inject: str) -> c.Command:
        """In words of their own for whom it is for, and for nobody."""
        run = self.stage.host.session.teams[team].exercise
        wish = next((id for id, it in run.state.proposals.items() if not it.outcome), "nothing")
        command: Any = self.dice.choice((
            c.Write("control", (role,), "phone", "", ""), c.Rule("control", wish, "allow"),
            c.Amend("control", inject, (role,)), c.Hold("control", inject),
            c.Withdraw("control", inject),
        ))  # fmt: skip
        names = [name for name in ("subject", "sender", "text", "reason") if hasattr(command, name)]
        said = {name: self.own_word(team, command, name) for name in names}
        if isinstance(command, c.Rule):
            del said["subject"]
        made: c.Command = replace(command, **said)
        return made

    def own_word(self, team: str, command: c.Command, name: str) -> str:
        if isinstance(command, c.Lead) and name == "reason":
            # Why control does something is nobody else's to know, ever.
            return self.word_for(team)
        told_to = self.word_for(team, command.role, *self.hearers(team, command))
        if isinstance(command, c.Write | c.Amend):
            self.sent_by_hand.add(told_to)
        return told_to

    def word_for(self, team: str, *ears: str) -> str:
        """A word that these roles of a team may come to read, and nobody else."""
        number = self._first + 9_000 + len(self.said)
        self.said[number] = team, frozenset(ears)
        return word(number)

    def hearers(self, team: str, command: c.Command) -> tuple[str, ...]:
        """Whom it is for: those it is written to, and those who must consent."""
        run = self.stage.host.session.teams[team].exercise
        world = run.scenario
        match command:
            case c.Message() | c.Write():
                return command.to
            case c.Amend() if command.inject in world.inject:
                return command.to or world.inject[command.inject].to
            case c.Rule() if command.subject in run.state.proposals:
                return (run.state.proposals[command.subject].role,)
            case c.Rule() if command.subject in world.decision:
                return (world.decider(command.subject),)
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
            run = self.stage.host.session.teams[team].exercise
            allowed = set(may_read(run.scenario, role, run.log))
            if self.stage.grant(label).part == "evaluator":
                allowed |= set(guide(run.scenario))
            for seen in person.seen[before:]:
                for number in found_in(seen.what):
                    if not self.may(team, role, number, allowed):
                        self.escaped.append((label, self.canaries.at.get(number, number)))

    def may(self, team: str, role: str, number: int, allowed: set[Any]) -> bool:
        if number in self.said:
            said_in, ears = self.said[number]
            # At the end all may read what was sent to others.
            over = self.stage.host.session.teams[team].exercise.over
            disclosed = over and word(number) in self.sent_by_hand
            return team == said_in and (role in ears or disclosed)
        loc = self.canaries.at[number]
        return any(loc[: len(known)] == known for known in allowed)

    @property
    def sent(self) -> list[tuple[str, str]]:
        return [(n, seen.what) for n, who in self.stage.people.items() for seen in who.seen]


async def _played(seed: int, pulses: int) -> Loft:
    loft = Loft(seed)
    await loft.open()
    await loft.play(pulses)
    await loft.finish()
    await loft.stage.end()
    return loft


def played(seed: int, pulses: int = 120) -> Loft:
    loft: Loft = run(_played(seed, pulses))
    return loft


@cache
def known(seed: int) -> Loft:
    """Such a play, once for all who only read it."""
    return played(seed)
