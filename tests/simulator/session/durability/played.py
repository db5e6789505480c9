"""Sessions played by chance, with all that people and control may do, and looked at all along."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import simulator
from simulator.engine.commands import CONTROL
from simulator.engine.errors import Refused
from simulator.scenario.scenario import Scenario
from simulator.session import acts
from simulator.session.drafting import Place, hold_points
from simulator.session.folder import Opened
from simulator.session.grants import Grant, hashed
from simulator.session.journal.journal import Journal
from simulator.session.journal.reading import read
from simulator.session.journal.record import Draft, Header, Record
from simulator.session.session import Answer, Session
from tests.laws.plays import GAPS, something
from tests.simulator.session.journal.scribe import MORNING, Quick, Scribe, rated


def written_down(path: Path, scenario: Scenario, seed: int = 1, **more: Any) -> Scribe:
    """A session of any scenario, with nothing on the disk but its journal."""
    header = Header(
        f"{seed:x}", simulator.__version__, simulator.ENGINE, scenario.id, scenario.digest, seed,
        **{"teams": ("team",), "pace": 60.0, "created": MORNING, **more},
    )  # fmt: skip
    journal = Journal(path, Quick())
    journal.begin(header)
    return Scribe(Opened(path, Session(scenario, header), journal, None, Quick()), seed)  # type: ignore[arg-type]


class Played:
    """A session played by chance: people come, go, are invited, ask, and control does anything."""

    def __init__(self, path: Path, scenario: Scenario, seed: int) -> None:
        self.dice = Random(f"session/{seed}")
        teams = ("red", "blue", "green")[: self.dice.randint(1, 3)]
        bots = self.dice.choice(("doctrine", "silent"))
        self.path = path
        self.scribe = written_down(path, scenario, seed, teams=teams, bots=bots)
        self.after: list[dict[str, Any]] = []
        self.asked: list[Callable[[Scribe], Answer]] = []
        self._watch(self.scribe.session)
        self.control = self.scribe.sit(Place("control"))
        self.second = self.scribe.sit(Place("control"), "Besa")
        self.scribe.connected = frozenset({self.control.id, self.second.id})

    def _watch(self, session: Session) -> None:
        """Look at the session after each record."""
        apply = session.apply

        def watched(record: Record) -> Any:
            answer = apply(record)
            self.after.append(glance(session, record))
            return answer

        session.apply = watched

    def play(self, most: int = 40) -> None:
        scribe, dice = self.scribe, self.dice
        deeds: tuple[Callable[[], object], ...] = (
            self.act, self.act, self.come, self.leave, self.open_again, self.jump, self.rewind,
            self.steer, self.steer, self.note, self.note, self.hand_in,
        )  # fmt: skip
        for _ in range(dice.randrange(most)):
            deed = self.ask if dice.random() < 0.6 else dice.choice(deeds)
            try:
                deed()
            except Refused:
                continue
            for team in scribe.session.teams.values():
                if dice.random() < 0.7:
                    team.advance(team.now + dice.choice(GAPS))
            scribe.keep(*hold_points(scribe.session))
        scribe.stand()

    def ask(self) -> None:
        team = self.dice.choice([*self.scribe.session.teams.values()])
        command = something(team.exercise, self.dice)
        seats = [grant for grant in self.scribe.session.grants if self._may(grant, command.role)]
        if seats:
            grant = seats[0]
            self._ask(lambda it, id: it.ask(it.session.grants[grant.id], command, team.name, id))
        elif command.role != CONTROL:
            seat = command.role
            self._ask(lambda it, id: it.ask(self.control, command, team.name, id, seat))

    def _ask(self, how: Callable[[Scribe, str], Answer]) -> None:
        """Ask, and remember how to ask the same once more."""
        id = self.dice.randbytes(16).hex()
        if how(self.scribe, id).number:
            self.asked.append(lambda it: how(it, id))

    def _may(self, grant: Grant, role: str) -> bool:
        return grant.leads if role == CONTROL else grant.plays and grant.role == role

    def act(self) -> None:
        team = self.dice.choice(["", *self.scribe.session.teams])
        seat = self.dice.choice([*self.scribe.session.grants]).id
        role = self.dice.choice([*self.scribe.session.scenario.roles])
        act = self.dice.choice((
            acts.Start(), acts.Start(), acts.Run(team=team), acts.Pause(team=team, why="Lunch."),
            acts.Pace(pace=self.dice.choice((1, 60.5)), team=team), acts.Close(),
            acts.Invite(part="observer", team=team, role=role), acts.HandOver(seat=seat),
            acts.Revoke(seat=seat),
        ))  # fmt: skip
        self._ask(lambda it, id: it.do(self.control, act, id))

    def steer(self) -> None:
        """What control has beside the clocks; now and then there is an emergency, and it ends."""
        team = self.dice.choice(["", *self.scribe.session.teams])
        duty: Any = self.dice.choice(("clock", "injects", "adjudication", "observation"))
        off, at = self.dice.random() < 0.5, self.dice.choice((60, 3600, 20_000))
        act = self.dice.choice((
            acts.HoldPoint(at=at, team=team), acts.HoldPoint(at=at, team=team, off=True),
            acts.Duty(duty=duty, off=off), acts.End(team=team, off=off, why="Enough."),
            acts.NoDuff(why="Fire."),
        ))  # fmt: skip
        first, last = self.dice.sample((self.control, self.second), 2)
        self._ask(lambda it, id: it.do(first, act, id))
        if isinstance(act, acts.NoDuff):
            self._ask(lambda it, id: it.do(first, acts.Lift(), id))
            self.note()
            self._ask(lambda it, id: it.do(last, acts.Lift(), id))
            self._ask(lambda it, id: it.do(last, acts.Run(), id))

    def note(self) -> None:
        team = self.dice.choice([*self.scribe.session.teams.values()])
        objective = self.dice.choice([*self.scribe.session.scenario.objectives, "none"])
        act = self.dice.choice((
            acts.Observe(text="Hm.", team=team.name, at=self.dice.choice((None, 0, team.now + 1))),
            acts.Rate(objective=objective, grade="S", team=team.name, text="Well."),
            acts.SetAside(objective=objective, grade="U", team=team.name, why="I saw it.",
                          off=self.dice.random() < 0.5),
            acts.Plan(item=self.dice.choice(("", "", "1", "2")), issue="Slow.", action="Train.",
                      element="training", off=self.dice.random() < 0.3),
        ))  # fmt: skip
        who = self.dice.choice((self.control, self.second))
        self._ask(lambda it, id: it.do(who, act, id))

    def hand_in(self) -> None:
        """Feedback, perhaps too early; without a name it has no answer that is kept."""
        taking = [grant for grant in self.scribe.session.grants if grant.plays]
        if taking:
            who, scores = self.dice.choice(taking).id, (("pace", self.dice.randint(1, 5)),)
            named = acts.Feedback(sheet="a" * 16, scores=scores)
            unnamed = acts.Feedback(sheet=hashed(who), scores=scores, anonymous=True)
            act = self.dice.choice((named, unnamed))
            self._ask(lambda it, id: it.do(it.session.grants[who], act, id))

    def rewind(self) -> None:
        team = self.dice.choice([*self.scribe.session.teams.values()])
        back = acts.Rewind(to=self.dice.randint(0, team.now + 1), team=team.name, why="Again.")
        self._ask(lambda it, id: it.do(self.control, back, id))

    def jump(self) -> None:
        team = self.dice.choice([*self.scribe.session.teams.values()])
        ahead = team.now + self.dice.choice(GAPS)
        jump = acts.Jump(to=ahead, team=team.name)
        self._ask(lambda it, id: it.do(self.control, jump, id))

    def come(self) -> None:
        team = self.dice.choice([*self.scribe.session.teams])
        role = self.dice.choice([*self.scribe.session.scenario.roles])
        held = [g.id for g in self.scribe.session.grants if (g.team, g.role) == (team, role)]
        instead = self.dice.choice([*held, ""])
        self.scribe.sit(Place("player", team, role, instead), "Ana")

    def leave(self) -> None:
        team = self.dice.choice([*self.scribe.session.teams])
        role = self.dice.choice([*self.scribe.session.scenario.roles])
        kind = self.dice.choice(("left", "returned"))
        self.scribe.keep(Draft(kind, team=team, body={"role": role}))

    def open_again(self) -> None:
        self.scribe.keep(Draft("opened", body={"epoch": self.dice.randbytes(8).hex()}))


def glance(session: Session, record: Record) -> dict[str, Any]:
    """What is the same after a record, live or replayed: other teams may have gone on since."""
    team = session.teams.get(record.draft.team)
    world = team and (
        team.now, team.exercise.state.hash(), len(team.exercise.log), team.stands, team.take,
        team.holds,
    )  # fmt: skip
    book = session.notebook
    noted = book.notes, rated(session), book.plan, book.feedback
    control = session.no_duff, {**session.ending}, session.duties.rows, noted
    last = [*session.answers.first.values()][-1:]
    return {"world": world, "last": last, "grants": len([*session.grants]), "control": control,
            "told": session.told(record.draft.by), "epoch": session.epoch}  # fmt: skip


def again(path: Path, scenario: Scenario) -> Session:
    """The session as its journal alone tells of it."""
    written = read(path)
    session = Session(scenario, written.header)
    for record in written.records:
        session.apply(record)
    return session
