"""The adversary's steps: what each waits for, what blocks it, which one comes next. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.engine.overseeing.paces import Paces
from simulator.engine.state import State, StepState
from simulator.engine.titles import Titles
from simulator.engine.views.overview import StepRow
from simulator.engine.wording import (
    Clause,
    clause,
    lacking,
    moment,
    span,
    standing,
    waited_for,
    whole,
)
from simulator.engine.wording.clauses import at_time, joint
from simulator.scenario.adversary import Step
from simulator.scenario.conditions import Link, StepIs
from simulator.scenario.values import NOTHING
from simulator.speech import say


class Steps:
    """All steps of the adversary, told in one language."""

    def __init__(self, titles: Titles, paces: Paces) -> None:
        self._titles = titles
        self._paces = paces
        self._turns: dict[tuple[str, int], Clause | None] = {}
        self._blocks = {
            name: clause(titles, step.blocked_by)
            for name, step in titles.scenario.step.items()
            if step.blocked_by is not None
        }

    def told(self, state: State, now: int) -> Iterator[StepRow]:
        first = _next(state, now)
        for name, step in self._titles.scenario.step.items():
            stands = state.steps[name]
            yield StepRow(
                id=name,
                title=self._titles.words(step.title),
                technique=", ".join(step.technique),
                phase=stands.phase,
                since=stands.since,
                due=stands.due if stands.phase == "planned" else None,
                waits=self._waits(step, stands, state, now),
                seen=stands.seen,
                next=name == first,
            )

    def _waits(self, step: Step, stands: StepState, state: State, now: int) -> str:
        language = self._titles.language
        match stands.phase:
            case "waiting":
                return self._turns_when(step, state, now)
            case "planned":
                at = say(language, "at {moment}", moment=moment(stands.due or now))
                block = self._blocked(step, state, now)
                return "; ".join(filter(None, (at, block)))
            case "blocked":
                return self._blocked(step, state, now) or self._cut_off(step, state)
            case "ready":
                return say(language, "waits until the red cell launches it")
            case _:
                return ""

    def _turns_when(self, step: Step, state: State, now: int) -> str:
        language, turn = self._titles.language, self._turn(step)
        left = lacking(turn, state, now) if turn else None
        if left is None:
            return ""
        what = waited_for(language, left)
        if step.delay == NOTHING:
            return say(language, "waits {what}", what=what)
        more = span(language, step.delay, state.scale)
        return say(language, "waits {what}, and {span} after that", what=what, span=more)

    def _turn(self, step: Step) -> Clause | None:
        """What its turn hangs on; its own second may have been moved by control."""
        at = self._paces.at(step.at or 0)
        if (step.id, at) not in self._turns:
            self._turns[step.id, at] = _turn(self._titles, step, at)
        return self._turns[step.id, at]

    def _blocked(self, step: Step, state: State, now: int) -> str:
        block = self._blocks.get(step.id)
        holds = standing(block, state, now) if block else None
        language = self._titles.language
        return say(language, "blocked: {clause}", clause=whole(language, holds)) if holds else ""

    def _cut_off(self, step: Step, state: State) -> str:
        """It has nothing left that is connected."""
        cut = [name for name in step.assets() if state.assets[name].link != Link.CONNECTED]
        assets = self._titles.assets(cut)
        return say(self._titles.language, "blocked: not connected: {assets}", assets=assets)


def _turn(titles: Titles, step: Step, at: int) -> Clause | None:
    parts: list[Clause] = [at_time(titles, at)] if step.at else []
    parts += [
        clause(titles, StepIs.model_construct(step=before, state="done")) for before in step.after
    ]
    if step.when is not None:
        parts.append(clause(titles, step.when))
    return joint(parts, every=True) if parts else None


def _next(state: State, now: int) -> str | None:
    """The one that is due soonest, first in the campaign among equals."""
    planned = [
        (step.due, name)
        for name, step in state.steps.items()
        if step.phase == "planned" and step.due is not None and step.due >= now
    ]
    return min(planned, key=lambda it: it[0])[1] if planned else None
