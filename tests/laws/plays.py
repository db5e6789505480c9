"""Plays by chance: people sit down in any world and ask for things, some of them nonsense."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import cycle
from random import Random
from typing import Literal, NamedTuple

from simulator.engine import commands as c
from simulator.engine.errors import Refused
from simulator.engine.exercise import Asked, Exercise, Setup
from simulator.engine.policies import POLICIES
from simulator.engine.views import FieldView, RoleView
from simulator.scenario.injects import Option
from simulator.scenario.scenario import Scenario
from tests.laws.generated import RIGHT, Author

GAPS = (0, 0, 1, 60, 599, 1800, 3600, 7200)
TEXTS = ("Yes.", "Because it burns.", " ", "x" * 8001)
VERDICTS: tuple[Literal["grant", "refuse", "ask"], ...] = ("grant", "grant", "refuse", "ask")
CHANNELS = ("", "message", "phone", "siem", "smoke")
LATER = (-60, 0, 60, 3600, 3600, 7200, 20_000, 90_000)
ANSWERS = (RIGHT, "silverfish", "grey wing", "no")
"""The first is right in worlds by chance, the next two in `everything`."""
AT_ONCE = (1_000_000_000,)

Look = Callable[[Exercise], object]


class Play(NamedTuple):
    """What was asked at which second, and the exercise as it stands at the end."""

    setup: Setup
    asked: tuple[Asked, ...]
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
    asked: list[Asked] = []
    for _ in range(dice.randrange(most)):
        exercise.advance(clock)
        asked.append(Asked(clock, something(exercise, dice), for_whom(dice)))
        with suppress(Refused):
            exercise.submit(*asked[-1][1:])
        clock += dice.choice(GAPS)
    exercise.advance(max(clock, exercise.state.end))
    return Play(setup, tuple(asked), exercise)


def look_away(exercise: Exercise) -> None:
    pass


def again(play: Play, strides: Iterable[int] = AT_ONCE, look: Look = look_away) -> Exercise:
    """The same asked of a new exercise, its clock moved on by `strides` (seconds) in turn.

    Somebody may `look` whenever it has stopped.
    """
    exercise = Exercise(play.exercise.scenario, play.setup)
    steps, clock = cycle(strides), 0
    for at, command, stand_in in play.asked:
        clock = _go(exercise, clock, at, steps, look)
        with suppress(Refused):
            exercise.submit(command, stand_in)
    _go(exercise, clock, max(clock, exercise.state.end) + 2 * GAPS[-1], steps, look)
    return exercise


def _go(exercise: Exercise, clock: int, to: int, strides: Iterator[int], look: Look) -> int:
    while clock < to:
        clock = min(to, clock + next(strides))
        exercise.advance(clock)
        look(exercise)
    exercise.advance(to)
    look(exercise)
    return to


def for_whom(dice: Random) -> str | None:
    """Who of control asks it in the place of the role, or nobody."""
    return "Cara" if dice.random() < 0.15 else None


def something(exercise: Exercise, dice: Random) -> c.Command:
    """Mostly what somebody could do now, else whatever comes to mind."""
    role = dice.choice((*exercise.scenario.roles, c.CONTROL, c.CONTROL))
    if role == c.CONTROL:
        return _by_control(exercise, dice)
    sensible = [*_sensible(exercise.view(role), dice)] if dice.random() < 0.8 else []
    return dice.choice(sensible or [*_foolish(exercise.scenario, role, dice)])


def _by_control(exercise: Exercise, dice: Random) -> c.Command:
    world = exercise.scenario
    if dice.random() < 0.02:
        return c.Conclude(c.CONTROL)
    if dice.random() < 0.3:
        return c.Proceed(c.CONTROL)
    if dice.random() < 0.4:
        return dice.choice((c.Staff, c.Vacate))(c.CONTROL, dice.choice([*world.roles, "nothing"]))
    return dice.choice([*_on_injects(exercise, dice), *_on_people(exercise, dice)])


def _on_injects(exercise: Exercise, dice: Random) -> Iterator[c.Command]:
    world, role, who = exercise.scenario, c.CONTROL, dice.choice(("", "Ana", "Ben"))
    one, other = (dice.choice([*world.inject, "nothing"]) for _ in range(2))
    to = tuple(name for name in world.roles if dice.random() < 0.6)
    to = dice.choice((to, to, to, ("nothing",)))
    said, later = dice.choice((*TEXTS, *TEXTS[:2])), exercise.now + dice.choice(LATER)
    for kind in (c.Fire, c.Hold, c.Release, c.Skip, c.Withdraw, c.Remind):
        yield kind(role, one, said, who)
    yield c.Delay(role, one, later, by=who)
    yield c.Repace(role, later, dice.choice((0, 0, 60, 3600)), (other,) if said == "Yes." else ())
    yield c.Tempo(role, dice.choice((20, 50, 100, 180, 400)), by=who)
    yield c.Amend(role, one, to, "", dice.choice(("", "New")), said, by=who)
    options, due = dice.choice(("", "Yes\nNo")), dice.choice((None, 60, 3600))
    at = dice.choice((None, later))
    yield c.Write(role, to, dice.choice(CHANNELS), "News", said, by=who, at=at, corrects=other)
    yield c.Write(role, to, "", "", said, "Us", "Well?", options, due, at, by=who)


def _on_people(exercise: Exercise, dice: Random) -> Iterator[c.Command]:
    world, state, who = exercise.scenario, exercise.state, dice.choice(("", "Ana", "Ben"))
    yield c.Instruct(c.CONTROL, dice.choice([*world.roles, "nothing"]), dice.choice(POLICIES))
    author = Author(0)
    author.dice = dice
    effects = tuple(json.dumps(effect) for effect in author.effects())
    for _ in range(3):
        yield c.Intervene(c.CONTROL, effects, dice.choice(TEXTS), who)
    worded = [name for name, asked in state.decisions.items() if asked.text and not asked.ruled]
    waiting = [name for name, asked in state.proposals.items() if not asked.outcome]
    for subject in [*worded, *waiting] * 3 or [*state.decisions, "nothing"]:
        options = [option.id for option in _options(world, subject)]
        verdict: Literal["allow", "refuse"] = dice.choice(("allow", "allow", "refuse"))
        option, sure = dice.choice(["", *options, "nothing"]), dice.choice((0, 50, 100, 101))
        given = effects if verdict == "allow" else ()
        yield c.Rule(c.CONTROL, subject, verdict, option, sure, given, "So be it.", by=who)
        yield c.Rule(c.CONTROL, subject, "refuse")


def _options(world: Scenario, subject: str) -> tuple[Option, ...]:
    return world.decision[subject][1].options if subject in world.decision else ()


def _sensible(view: RoleView, dice: Random) -> Iterator[c.Command]:
    """What the role's own view offers."""
    role, said = view.role.id, dice.choice(TEXTS[:2])
    yield c.Message(role, (dice.choice(view.seats).id,), said)
    yield c.Propose(role, said)
    yield from (c.Read(role, item.inject) for item in view.inbox if item.inject and not item.read)
    if view.module:
        yield c.Proceed(role)
        yield from (c.Discuss(role, question.id, said) for question in view.module.questions)
    for report in view.reports:
        if not report.why_not:
            entries = tuple((f.id, _entry(view, f, dice, said)) for f in report.fields)
            yield c.Send(role, report.id, entries)
    for step in view.campaign.steps if view.campaign else ():
        if step.phase == "ready":
            yield c.Launch(role, step.id)
    yield from _solved(view, dice)
    yield from _decided(view, dice, said)
    yield from _ordered(view, dice, said)


def _solved(view: RoleView, dice: Random) -> Iterator[c.Command]:
    role, by = view.role.id, dice.choice(("", "A colleague"))
    for challenge in view.contest.challenges if view.contest else ():
        if not challenge.why_not:
            yield c.Solve(role, challenge.id, dice.choice(ANSWERS), by)
            if hint := next((it.number for it in challenge.hints if not it.text), 0):
                yield c.TakeHint(role, challenge.id, hint, by)


def _entry(view: RoleView, field: FieldView, dice: Random, said: str) -> str:
    """What could stand in a field, or, now and then, what could not."""
    match field.kind:
        case "choice" | "choices":
            return dice.choice(field.choices).id
        case "assets":
            return dice.choice([asset.id for asset in view.assets] or ["nothing"])
        case "time":
            return dice.choice(("07:40", "2030-05-06 09:00", said))
        case "number":
            return str(dice.randint(-1, 9))
        case _:
            return dice.choice((said, "it was seen here"))


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
    yield c.Launch(role, one(*world.step))
    yield c.Propose(role, said)
    yield c.Intervene(role, (), said)
    yield c.Dissent(role, one(*world.decision), said, said)
    yield c.Read(role, one(*world.inject))
    yield c.Discuss(role, one("first"), said)
    yield c.Solve(role, one(*world.challenge), said)
    yield c.TakeHint(role, one(*world.challenge), dice.randint(-1, 3))
    yield c.Proceed(role)
    yield c.Fire(role, one(*world.inject))
    yield c.Repace(role, 3600)
    yield c.Tempo(role, 80)
    yield c.Write(role, (role,), "phone", "", said)
    yield c.Staff(role, one(*world.roles))
    yield c.Vacate(role, role)
    yield c.Conclude(role)
