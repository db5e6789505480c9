"""Plays by chance: people sit down in any world and ask for things, some of them nonsense."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import cycle
from random import Random
from typing import Literal, NamedTuple

from simulator.engine import commands as c
from simulator.engine.errors import Refused
from simulator.engine.exercise import Exercise, Setup
from simulator.engine.policies import POLICIES
from simulator.engine.views import RoleView
from simulator.scenario.scenario import Scenario

GAPS = (0, 0, 1, 60, 599, 1800, 3600, 7200)
TEXTS = ("Yes.", "Because it burns.", " ", "x" * 8001)
VERDICTS: tuple[Literal["grant", "refuse", "ask"], ...] = ("grant", "grant", "refuse", "ask")
AT_ONCE = (1_000_000_000,)

Look = Callable[[Exercise], object]


class Play(NamedTuple):
    """What was asked at which second, and the exercise as it stands at the end."""

    setup: Setup
    asked: tuple[tuple[int, c.Command], ...]
    exercise: Exercise


def setup_for(world: Scenario, dice: Random) -> Setup:
    means = tuple(world.capabilities)
    return Setup(
        seed=dice.randrange(100),
        staffed=tuple(role for role in world.roles if dice.random() < 0.6),
        bots=dice.choice(POLICIES),
        lacking=means if dice.random() < 0.3 else (),
    )


def wander(world: Scenario, seed: int, most: int = 40) -> Play:
    """A play beyond the end of the world; the same seed asks the same."""
    dice = Random(f"play/{seed}")
    setup = setup_for(world, dice)
    exercise, clock = Exercise(world, setup), 0
    asked: list[tuple[int, c.Command]] = []
    for _ in range(dice.randrange(most)):
        exercise.advance(clock)
        asked.append((clock, something(exercise, dice)))
        with suppress(Refused):
            exercise.submit(asked[-1][1])
        clock += dice.choice(GAPS)
    exercise.advance(clock + world.length)
    return Play(setup, tuple(asked), exercise)


def look_away(exercise: Exercise) -> None:
    pass


def again(play: Play, strides: Iterable[int] = AT_ONCE, look: Look = look_away) -> Exercise:
    """The same asked of a new exercise, its clock moved on by `strides` (seconds) in turn.

    Somebody may `look` whenever it has stopped.
    """
    exercise = Exercise(play.exercise.scenario, play.setup)
    steps, clock = cycle(strides), 0
    for at, command in play.asked:
        clock = _go(exercise, clock, at, steps, look)
        with suppress(Refused):
            exercise.submit(command)
    _go(exercise, clock, clock + 2 * GAPS[-1] + exercise.scenario.length, steps, look)
    return exercise


def _go(exercise: Exercise, clock: int, to: int, strides: Iterator[int], look: Look) -> int:
    while clock < to:
        clock = min(to, clock + next(strides))
        exercise.advance(clock)
        look(exercise)
    exercise.advance(to)
    look(exercise)
    return to


def something(exercise: Exercise, dice: Random) -> c.Command:
    """Mostly what somebody could do now, else whatever comes to mind."""
    role = dice.choice((*exercise.scenario.roles, c.CONTROL))
    if role == c.CONTROL:
        return _by_control(exercise.scenario, dice)
    sensible = [*_sensible(exercise.view(role), dice)] if dice.random() < 0.8 else []
    return dice.choice(sensible or [*_foolish(exercise.scenario, role, dice)])


def _by_control(world: Scenario, dice: Random) -> c.Command:
    if dice.random() < 0.02:
        return c.Conclude(c.CONTROL)
    if dice.random() < 0.3:
        return c.Proceed(c.CONTROL)
    if dice.random() < 0.4:
        return dice.choice((c.Staff, c.Vacate))(c.CONTROL, dice.choice([*world.roles, "nothing"]))
    kind = dice.choice((c.Fire, c.Hold, c.Release, c.Skip))
    return kind(c.CONTROL, dice.choice([*world.inject, "nothing"]))


def _sensible(view: RoleView, dice: Random) -> Iterator[c.Command]:
    """What the role's own view offers."""
    role, said = view.role.id, dice.choice(TEXTS[:2])
    yield c.Message(role, (dice.choice(view.seats).id,), said)
    yield from (c.Read(role, item.inject) for item in view.inbox if item.inject and not item.read)
    if view.module:
        yield c.Proceed(role)
        yield from (c.Discuss(role, question.id, said) for question in view.module.questions)
    for report in view.reports:
        if not report.why_not:
            entries = ((f.id, dice.choice(f.choices) if f.choices else said) for f in report.fields)
            yield c.Send(role, report.id, tuple(entries))
    yield from _decided(view, dice, said)
    yield from _ordered(view, dice, said)


def _decided(view: RoleView, dice: Random, said: str) -> Iterator[c.Command]:
    role = view.role.id
    for asked in view.decisions:
        if asked.phase == "open":
            usable = [option.id for option in asked.options if not option.why_not]
            option, sure = dice.choice([*usable, None]), dice.choice((None, 50))
            yield c.Answer(role, asked.id, option, said, said, sure)
    for asked in view.decisions[-1:]:
        yield c.Dissent(role, asked.id, said, dice.choice(("", "A colleague")))
    for request in view.requests:
        if request.mine_to_answer:
            yield c.Consent(role, request.id, dice.choice(VERDICTS), said)
        if request.mine_to_reply:
            yield c.Reply(role, request.id, said)


def _ordered(view: RoleView, dice: Random, said: str) -> Iterator[c.Command]:
    role = view.role.id
    for action in view.actions:
        targets = [target.id for target in action.targets if not target.why_not]
        if not action.why_not:
            yield c.Order(role, action.id, dice.choice(targets) if targets else None, said)
    for order in view.orders:
        if order.phase in ("waiting", "queued"):
            yield c.Cancel(role, order.id)
            yield c.Prioritise(role, order.id, dice.randint(1, 9))


def _foolish(world: Scenario, role: str, dice: Random) -> Iterator[c.Command]:
    def one(*names: str) -> str:
        return dice.choice([*names, "nothing"])

    said = dice.choice(TEXTS)
    order = f"{one(*world.actions)}-{dice.randint(1, 3)}"
    request = dice.choice((order, f"decision/{one(*world.decision)}"))
    yield c.Answer(
        role, one(*world.decision), one("act", "wait"), said, said, dice.randint(-1, 101)
    )
    yield c.Answer(role, one(*world.decision), None, said)
    yield c.Order(role, one(*world.actions), dice.choice([None, *world.assets]), said)
    yield c.Cancel(role, order)
    yield c.Prioritise(role, order, dice.randint(0, 10))
    yield c.Consent(role, request, dice.choice(VERDICTS), said)
    yield c.Reply(role, request, said)
    yield c.Send(role, one(*world.reports), ((one("what"), said),))
    yield c.Message(role, (one(*world.roles), role), said)
    yield c.Note(role, said)
    yield c.Dissent(role, one(*world.decision), said, said)
    yield c.Read(role, one(*world.inject))
    yield c.Discuss(role, one("first"), said)
    yield c.Proceed(role)
    yield c.Fire(role, one(*world.inject))
    yield c.Staff(role, one(*world.roles))
    yield c.Vacate(role, role)
    yield c.Conclude(role)
