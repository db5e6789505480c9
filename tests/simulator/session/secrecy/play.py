"""One world played on a stage, and what the watched seat was sent in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from random import Random
from typing import NamedTuple
from unittest.mock import patch

from simulator.session import protocol as p
from simulator.session.acts import HandOver, Revoke
from simulator.session.drafting import Place
from simulator.session.host import attendance, connection, host, publishing, reception
from simulator.session.journal.record import Header
from tests.simulator.session.secrecy.hidden import Hidden
from tests.simulator.session.secrecy.others import Others, private
from tests.simulator.session.secrecy.people import Person, Seen
from tests.simulator.session.secrecy.plan import OTHER, OWN, Move, Plan
from tests.simulator.session.secrecy.stage import PULSE, Stage, run
from tests.simulator.session.secrecy.worlds import told

ALWAYS = ("control", "other", "third")
"""Those who must be there for what the watched role may know of; they come back by themselves."""


NARROW = {
    (connection, "QUEUE_MESSAGES"): 5, (publishing, "KEPT_MESSAGES"): 3,
    (host, "FORGET_AFTER"): 0.5, (attendance, "MESSAGES_AT_ONCE"): 6, (reception, "PATIENCE"): 3,
}  # fmt: skip
"""Limits so low that a short play comes to them."""


@contextmanager
def narrow() -> Iterator[None]:
    with ExitStack() as stack:
        for (module, name), value in NARROW.items():
            stack.enter_context(patch.object(module, name, value))
        yield


class World(NamedTuple):
    plan: Plan
    name: str

    @property
    def hidden(self) -> Hidden:
        return Hidden(Random(f"hidden/{self.plan.seed}/{self.name}"), self.name, self.plan.me)


class Played(NamedTuple):
    """`seen` is what the watched seat was sent, by whoever sat in it; `stage` as it stood."""

    seen: tuple[tuple[str, Seen], ...]
    stage: Stage


def play(plan: Plan, name: str) -> Played:
    """The plan in the world of this name."""
    with narrow():
        played: Played = run(_play(World(plan, name)))
    return played


async def _play(world: World) -> Played:
    plan, hidden = world.plan, world.hidden
    scenario = told(plan.shown(), hidden)
    people, moves = private(plan, hidden)
    # Where nothing that can be seen was left to chance, not even the seed is the same.
    seed = plan.seed if plan.chance else hidden.dice.randrange(1000)
    teams = (OWN, OTHER, "green") if hidden.chance(50) else (OWN, OTHER)
    header = Header("session-1", "0", 1, "story", "", seed, teams, pace=plan.pace)
    stage = Stage(scenario, header, plan.bot_after)
    await stage.open("epoch-0")
    await _seat(stage, plan, people)
    first = hidden.chance(50)
    later = [*(moves if first else plan.moves), *(plan.moves if first else moves)]
    later.sort(key=lambda move: move.step)
    await Performance(stage, plan).perform(later)
    seen = [(who, s) for who in ("me", "heir") if who in stage.people for s in _of(stage, who)]
    await stage.end()
    return Played(tuple(seen), stage)


def _of(stage: Stage, who: str) -> list[Seen]:
    return stage.people[who].seen


async def _seat(stage: Stage, plan: Plan, people: Others) -> None:
    seats = {
        "control": Place("control"), "me": Place(plan.part, OWN, plan.me),
        "other": Place("player", OWN, plan.other), "third": Place("player", OWN, plan.third),
        "crowd": Place("player", OWN, plan.crowd),
    }  # fmt: skip
    for label, place in (seats | people).items():
        code_only = label == "crowd"
        await (stage.invite(label, place) if code_only else stage.seat(label, place))
    for label in ALWAYS:
        stage.people[label].enter()
    await stage.go(PULSE)


class Performance:
    """Does the moves one after the other, each at its step."""

    def __init__(self, stage: Stage, plan: Plan) -> None:
        self._stage = stage
        self._plan = plan
        self._crashing = False
        self._hosts = 1

    async def perform(self, moves: list[Move]) -> None:
        begins, rest = self._stage.step, iter(moves)
        move = next(rest, None)
        while self._stage.step - begins < self._plan.steps:
            while move is not None and move.step <= self._stage.step - begins:
                await self._do(move)
                move = next(rest, None)
            await self._stage.go()
            if self._crashing and self._stage.beaten:
                await self._crash()

    async def _do(self, move: Move) -> None:
        stage = self._stage
        if move.what == "crash":
            self._crashing = True
        elif move.what == "hand-over":
            await self._hand_over()
        elif move.who == "crowd":
            await self._stage.join("crowd", stage.code("crowd"))
            stage.people["crowd"].enter()
        elif move.who in stage.people:
            self._act(stage.people[move.who], move)

    def _act(self, person: Person, move: Move) -> None:
        match move.what:
            case "enter":
                hello = dict(move.given or {})
                if hello.pop("probe", False):
                    # Has anybody moved the clock since the last pulse?
                    since = self._stage.step - self._stage.step % PULSE + 1
                    hello["now"] = person.client.reckoned(since)
                person.enter(**hello)
            case "leave":
                person.leave()
            case "leave-last":
                for line in person.here[1:]:
                    line.leave()
            case "deaf":
                person.listen(not move.given)
            case "say" if person.here:
                # What must be heard is said where the others were from the beginning.
                line = person.here[0 if person.label in ALWAYS else -1]
                line.say(self._worded(move.given))

    def _worded(self, said: p.Ask | p.Do | str) -> str:
        if isinstance(said, p.Do) and isinstance(said.act, Revoke) and said.act.seat == "mine":
            mine = Revoke(seat=self._stage.people["me"].grant)
            said = said.model_copy(update={"act": mine})
        return said if isinstance(said, str) else said.model_dump_json()

    async def _hand_over(self) -> None:
        """The watched seat asks for an invitation to itself, and somebody takes it up."""
        stage, me = self._stage, self._stage.people["me"]
        if not me.here:
            return
        me.say(p.Do(id="handing-over-this-seat", act=HandOver(seat=me.grant)))
        before = len(me.seen)
        await stage.go(PULSE)
        for seen in me.seen[before:]:
            if '"gift":"' in seen.what and '"gift":""' not in seen.what:
                code = p.Answered.model_validate_json(seen.what).gift
                await stage.join("heir", code)

    async def _crash(self) -> None:
        self._crashing = False
        await self._stage.crash(f"epoch-{self._hosts}")
        self._hosts += 1
        for label in (*ALWAYS, *(("crowd",) if "crowd" in self._stage.people else ())):
            self._stage.people[label].enter()
