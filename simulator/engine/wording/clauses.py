"""Conditions as clauses: what of them is lacking, what of them holds, and all of them. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from simulator.engine.state import State
from simulator.engine.titles import Titles
from simulator.engine.truth import Holds, Test, both, compiled, denied, either, reached, was_sent
from simulator.engine.wording import figures
from simulator.engine.wording.figures import moment
from simulator.engine.wording.hopes import lost, never
from simulator.engine.wording.leaves import WORDS
from simulator.scenario import conditions as c
from simulator.speech import say


@dataclass(frozen=True, slots=True)
class Leaf:
    """One thing that is asked. `words` say that it is so, `wait` what one waits for till then;
    `lost` is asked where it is not so, and holds when it will not be as things stand."""

    words: str
    wait: str
    test: Test
    lost: Holds = never


@dataclass(frozen=True, slots=True)
class Joint:
    """Several, of which all are asked (`every`) or one."""

    every: bool
    parts: tuple[Clause, ...]
    test: Test


Clause = Leaf | Joint


def clause(titles: Titles, condition: c.Condition, so: bool = True) -> Clause:
    """The condition in words; with `so` False, that it does not hold."""
    match condition:
        case c.Not():
            return clause(titles, condition.denied, not so)
        case c.All():
            return joint((clause(titles, part, so) for part in condition.all), every=so)
        case c.Any_():
            return joint((clause(titles, part, so) for part in condition.any), every=not so)
        case _:
            return _single(titles, condition, so)


def _single(titles: Titles, condition: c.Condition, so: bool) -> Clause:
    parts = _singly(condition)
    if len(parts) > 1:
        return joint((_single(titles, part, so) for part in parts), every=so)
    test = compiled(condition)
    words = WORDS[type(condition)](titles, condition, so)
    wait = _wait(titles, condition, so, words)
    return Leaf(words, wait, test if so else denied(test), lost(condition, so))


def joint(parts: Iterable[Clause], every: bool) -> Clause:
    """All of these, or one of them; of one, just that. What they join alike needs no brackets."""
    found: list[Clause] = []
    for part in parts:
        found += part.parts if isinstance(part, Joint) and part.every == every else (part,)
    if len(found) == 1:
        return found[0]
    join = both if every else either
    return Joint(every, tuple(found), join(*(part.test for part in found)))


def at_time(titles: Titles, at: int) -> Leaf:
    """That this second since STARTEX has come."""
    condition = c.TimeIs.model_construct(time=c.TimeBounds.model_construct(after=at))
    words = WORDS[c.TimeIs](titles, condition, True)
    wait = say(titles.language, "until {moment}", moment=moment(at))
    return Leaf(words, wait, reached(at))


def after_inject(titles: Titles, inject: str) -> Leaf:
    """That this inject was sent."""
    condition = c.InjectIs.model_construct(inject=inject, state="sent")
    words = WORDS[c.InjectIs](titles, condition, True)
    wait = say(titles.language, "until {clause}", clause=words)
    return Leaf(words, wait, was_sent(inject), lost(condition, so=True))


_ASKED: Final = {
    c.AssetIs: ("link", "foothold", "service", "hosts_intact", "encrypted", "wiped", "leaked"),
    c.DecisionIs: ("state", "chose"),
    c.TeamIs: ("people", "free"),
    c.ReportIs: ("field", "right", "complete"),
}
"""The fields of a condition that can ask for several things at once."""


def _singly(condition: c.Condition) -> tuple[c.Condition, ...]:
    """The condition as conditions that ask for one thing each."""
    if isinstance(condition, c.TimeIs):
        return tuple(
            c.TimeIs.model_construct(time=c.TimeBounds.model_construct(**{name: at}))
            for name in ("after", "before")
            if (at := getattr(condition.time, name)) is not None
        )
    if isinstance(condition, c.GaugeIs):
        return tuple(_of_gauge(condition))
    fields = _ASKED.get(type(condition), ())
    asked = [name for name in fields if getattr(condition, name) is not None]
    if len(asked) < 2:
        return (condition,)
    return tuple(
        condition.model_copy(update={other: None for other in fields if other != name})
        for name in asked
    )


def _of_gauge(condition: c.GaugeIs) -> Iterator[c.Condition]:
    """All bounds of it are one thing."""
    nothing: dict[str, None] = dict.fromkeys(("manual", "alarm", "passed", "deceived"))
    if condition.bounded:
        yield condition.model_copy(update=nothing)
    for name in nothing:
        if (said := getattr(condition, name)) is not None:
            yield c.GaugeIs.model_construct(gauge=condition.gauge, **{name: said})


def _wait(titles: Titles, condition: c.Condition, so: bool, words: str) -> str:
    language = titles.language
    if isinstance(condition, c.DecisionIs) and so and condition.state in ("taken", "closed"):
        role = titles.role(titles.scenario.decider(condition.decision))
        ask = titles.ask(condition.decision)
        return say(language, "for {role}'s answer to “{ask}”", role=role, ask=ask)
    if isinstance(condition, c.TimeIs) and so and condition.time.after is not None:
        return say(language, "until {moment}", moment=moment(condition.time.after))
    return say(language, "until {clause}", clause=words)


def whole(language: str, told: Clause) -> str:
    """All that it says."""
    if isinstance(told, Leaf):
        return told.words
    return _joined(language, told, [whole(language, part) for part in told.parts])


def lacking(told: Clause, state: State, now: int) -> Clause | None:
    """What of it does not hold yet: of several that are all asked, those that fail; of several of
    which one is asked, all. None where it holds."""
    if told.test.holds(state, now):
        return None
    if isinstance(told, Leaf):
        return told
    found = [left for part in told.parts if (left := lacking(part, state, now))]
    return joint(found, told.every)


def standing(told: Clause, state: State, now: int) -> Clause | None:
    """What of it makes it hold; None where it does not."""
    if not told.test.holds(state, now):
        return None
    if isinstance(told, Leaf):
        return told
    found = [held for part in told.parts if (held := standing(part, state, now))]
    return joint(found, every=True)


def hopeless(told: Clause, state: State, now: int) -> Clause | None:
    """What of it will not hold any more as things stand, so that all of it won't; else None."""
    if told.test.holds(state, now):
        return None
    if isinstance(told, Leaf):
        return told if told.lost(state, now) else None
    found = [gone for part in told.parts if (gone := hopeless(part, state, now))]
    enough = bool(found) if told.every else len(found) == len(told.parts)
    return joint(found, told.every) if enough else None


def waited_for(language: str, told: Clause) -> str:
    """What somebody waits for who waits till it holds: `until this, or for that`."""
    return whole(language, _as_waits(told))


def _as_waits(told: Clause) -> Clause:
    if isinstance(told, Leaf):
        return replace(told, words=told.wait)
    return replace(told, parts=tuple(map(_as_waits, told.parts)))


def _joined(language: str, told: Joint, words: list[str]) -> str:
    inner = [
        f"({said})" if isinstance(part, Joint) else said
        for part, said in zip(told.parts, words, strict=True)
    ]
    return figures.both(language, inner) if told.every else figures.either(language, inner)
