"""When an inject fires and why not yet, in words that are read at a glance. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from simulator.engine.overseeing.senders import Sender, in_words
from simulator.engine.state import InjectState, State
from simulator.engine.titles import Titles
from simulator.engine.truth import Key
from simulator.engine.wording import (
    Clause,
    clause,
    hopeless,
    lacking,
    moment,
    span,
    standing,
    waited_for,
    whole,
)
from simulator.engine.wording.clauses import after_inject, at_time, joint
from simulator.engine.wording.figures import either
from simulator.scenario.injects import Inject
from simulator.scenario.values import NOTHING
from simulator.speech import say

MOST_SENDERS: Final = 3
"""So many of what may send an inject are named."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """What sends an inject. `turn` is what it waits for, None where only its time or a hand sends
    it; `unless` makes it needless."""

    inject: Inject
    turn: Clause | None
    unless: Clause | None
    senders: tuple[Sender, ...]

    @property
    def by_itself(self) -> bool:
        """Whether it is ever sent without control or another part of the scenario."""
        inject = self.inject
        timed = inject.at is not None or inject.after is not None or inject.when is not None
        return timed and not inject.by_hand

    def reads(self) -> Iterator[Key]:
        """What has to be looked at when it is told what the inject waits for."""
        for told in (self.turn, self.unless):
            yield from told.test.keys if told else ()
        for sender in self.senders:
            yield "decision", sender.decision

    def times(self) -> Iterator[int]:
        """The seconds at which that may turn."""
        for told in (self.turn, self.unless):
            yield from told.test.times if told else ()

    def levels(self) -> Iterator[tuple[str, int]]:
        """The gauges that it hangs on, which move by themselves, and the levels that matter."""
        for told in (self.turn, self.unless):
            yield from told.test.levels if told else ()


def by_hand_only(told: Trigger, state: State) -> bool:
    """Whether nothing but control sends it, as things stand."""
    planned = told.by_itself or state.injects[told.inject.id].due is not None
    return not planned and not any(sender.may_still(state) for sender in told.senders)


def trigger(titles: Titles, inject: Inject, senders: tuple[Sender, ...], at: int) -> Trigger:
    """`at` is what the inject's own second has become."""
    parts: list[Clause] = []
    if inject.after is not None or inject.when is not None:
        if inject.at:
            parts.append(at_time(titles, at))
        if inject.after is not None:
            parts.append(after_inject(titles, inject.after))
        if inject.when is not None:
            parts.append(clause(titles, inject.when))
    turn = joint(parts, every=True) if parts and not inject.by_hand else None
    unless = clause(titles, inject.unless) if inject.unless is not None else None
    return Trigger(inject, turn, unless, senders)


def waits(language: str, told: Trigger, state: State, now: int) -> str:
    """When it will fire, and why it has not."""
    return "; ".join(_waits(language, told, state, now))


def _waits(language: str, told: Trigger, state: State, now: int) -> Iterator[str]:
    stands = state.injects[told.inject.id]
    if stands.due is not None:
        yield say(language, "at {moment}", moment=moment(stands.due))
    elif told.turn:
        yield _turns(language, told, told.turn, state, now)
    yield from _by_others(language, told, stands, state)
    if stands.floor > max(now, stands.due or 0):
        yield say(language, "not before {moment}", moment=moment(stands.floor))
    if told.unless:
        yield _unless(language, told.unless, state, now)


def _turns(language: str, told: Trigger, turn: Clause, state: State, now: int) -> str:
    left = lacking(turn, state, now)
    if left is None:
        return say(language, "comes due")
    gone = hopeless(turn, state, now)
    if gone:
        what = waited_for(language, gone)
        return say(language, "does not come as things stand: waits {what}", what=what)
    what = waited_for(language, left)
    delay = told.inject.delay
    if delay == NOTHING:
        return say(language, "waits {what}", what=what)
    more = span(language, delay, state.scale)
    return say(language, "waits {what}, and {span} after that", what=what, span=more)


def _by_others(language: str, told: Trigger, stands: InjectState, state: State) -> Iterator[str]:
    """Who else may send it."""
    able = in_words(language, (sender for sender in told.senders if sender.may_still(state)))
    if len(able) > MOST_SENDERS:
        able[MOST_SENDERS - 1 :] = [say(language, "by something else")]
    if told.by_itself or stands.due is not None:
        if able:
            yield say(language, "or sent {what}", what=either(language, able))
    elif able:
        yield say(language, "sent {what}", what=either(language, able))
        yield say(language, "or by hand")
    else:
        yield say(language, "by hand only")


def _unless(language: str, unless: Clause, state: State, now: int) -> str:
    holds = standing(unless, state, now)
    if holds:
        why = whole(language, holds)
        return say(language, "not needed as things stand: {clause}", clause=why)
    return say(language, "not if by then {clause}", clause=whole(language, unless))


def in_full(language: str, told: Trigger, state: State) -> str:
    """All of what sends it, whatever of that holds already."""
    return "; ".join(_in_full(language, told, state))


def _in_full(language: str, told: Trigger, state: State) -> Iterator[str]:
    inject, stands = told.inject, state.injects[told.inject.id]
    if told.turn:
        yield say(language, "when {clause}", clause=whole(language, told.turn))
        if inject.delay != NOTHING:
            more = span(language, inject.delay, state.scale)
            yield say(language, "{span} after that", span=more)
    elif told.by_itself or stands.due is not None:
        at = stands.due if stands.due is not None else inject.at or 0
        yield say(language, "at {moment}", moment=moment(at))
    yield from _by_others(language, told, stands, state)
    if told.unless:
        yield say(language, "not if by then {clause}", clause=whole(language, told.unless))
