"""How the world fared: the adversary's steps, services, physical limits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from simulator.engine import events as e
from simulator.engine.course import BACK, CLASSES, DOWN
from simulator.engine.telling import sentence
from simulator.review.evaluation.points.grounds import (
    Grounds,
    Kind,
    Said,
    lasting,
    looked_after,
    trained_by,
)
from simulator.review.findings import Cites, Series
from simulator.scenario.adversary import Step
from simulator.speech import say
from simulator.speech.habits import figure

LOW: Final = DOWN / 10
FULL: Final = BACK / 10
"""A service has fallen below the one and is well from the other on, in per cent."""


def world(grounds: Grounds) -> Iterator[Said]:
    heard, trained = _Heard(grounds), trained_by(grounds.take.scenario)
    saved = looked_after(grounds)
    for name, step in grounds.take.scenario.step.items():
        yield from _step(step, grounds, heard, trained.get(("step", name), ""))
    for series in grounds.series:
        # That the vaults are unplugged is how they were saved.
        if series.kind == "service" and not (series.defence and ("asset", series.id) in saved):
            yield from _service(series, grounds, heard, trained.get(("asset", series.id), ""))
    yield from _limits(grounds, heard, trained)


class _Heard:
    """Places in the log: by step, where it began, was noticed first, was held up and failed last,
    and how it ended; by asset, where steps began that encrypt or wipe it; by limit, where it was
    passed first."""

    def __init__(self, grounds: Grounds) -> None:
        self.began: dict[str, int] = {}
        self.seen: dict[str, int] = {}
        self.ends: dict[str, int] = {}
        self.blocked: dict[str, int] = {}
        self.failed: dict[str, int] = {}
        self.attacks: dict[str, list[int]] = {}
        self.services: dict[str, _Service] = {}
        self.limits: dict[tuple[str, str], int] = {}
        self._steps = grounds.take.scenario.step
        for place, event in enumerate(grounds.take.log):
            self._hear(place, event)

    def _hear(self, place: int, event: e.Event) -> None:
        match event:
            case e.StepStarted():
                self.began[event.step] = place
                spread = self._steps[event.step].spread
                for asset in spread.asset if spread else ():
                    self.attacks.setdefault(asset, []).append(place)
            case e.StepSeen():
                self.seen.setdefault(event.step, place)
            case e.StepSucceeded() | e.StepStopped():
                self.ends[event.step] = place
            case e.StepBlocked():
                self.blocked[event.step] = place
            case e.StepFailed():
                self.failed[event.step] = place
            case e.ServiceChanged():
                self.services.setdefault(event.asset, _Service()).hear(place, event.level)
            case e.LimitPassed():
                self.limits.setdefault((event.gauge, event.limit), place)
            case _:
                pass


@dataclass
class _Service:
    """Where it was lowest first, and where it changed last."""

    level: int = DOWN * 2
    lowest: int = 0
    last: int = 0

    def hear(self, place: int, level: int) -> None:
        self.last = place
        if level < self.level:
            self.level, self.lowest = level, place

    @property
    def cites(self) -> Cites:
        return tuple(sorted({self.lowest, self.last}))


def _step(step: Step, grounds: Grounds, heard: _Heard, objective: str) -> Iterator[Said]:
    """Of a step that defenders can't hold up or stop nothing is said: nobody could have."""
    if step.stopped_by is None and step.blocked_by is None:
        return
    run = grounds.take.run
    if step.id in heard.ends:
        yield _ended(step, grounds, heard, objective)
    elif run.over and run.state.steps[step.id].phase == "blocked":
        words = _held_up(step, grounds, heard)
        yield Said(True, Kind.STEP, words, objective, _why(grounds, heard.blocked[step.id]))


def _held_up(step: Step, grounds: Grounds, heard: _Heard) -> str:
    """With how long it had gone on by then, for it may have done harm."""
    language, title = grounds.language, grounds.titles.words(step.title)
    began = heard.began.get(step.id)
    if began is None:
        return say(language, "The adversary could not begin: {step}", step=title)
    if heard.failed.get(step.id, began) > began:
        return say(language, "The adversary failed and could not try again: {step}", step=title)
    at = grounds.take.log[heard.blocked[step.id]].at
    after = at - grounds.take.log[began].at
    if not after:
        return say(language, "The adversary got nowhere: {step}", step=title)
    return say(
        language, "The adversary was held up on {moment} until the end, {time} after it began: "
        "{step}", moment=grounds.titles.moment(at), time=lasting(language, after), step=title,
    )  # fmt: skip


def _ended(step: Step, grounds: Grounds, heard: _Heard, objective: str) -> Said:
    titles, language, log = grounds.titles, grounds.language, grounds.take.log
    place = heard.ends[step.id]
    at, seen = log[place].at, heard.seen.get(step.id, place)
    given = {"moment": titles.moment(at), "step": titles.words(step.title)}
    if isinstance(log[place], e.StepStopped):
        words = _stopped(language, at - log[heard.began.get(step.id, place)].at, given)
        return Said(True, Kind.STEP, words, objective, _why(grounds, place))
    if seen < place:
        words = say(
            language, "The adversary succeeded on {moment}, {time} after it was noticed: {step}",
            time=lasting(language, at - log[seen].at), **given,
        )  # fmt: skip
        return Said(False, Kind.STEP, words, objective, (seen, place), 1)
    words = (
        say(
            language, "The adversary succeeded on {moment}, and nobody had noticed: {step}", **given
        )
        if step.seen
        else say(language, "The adversary succeeded on {moment}: {step}", **given)
    )
    return Said(False, Kind.STEP, words, objective, (place,))


def _stopped(language: str, after: int, given: dict[str, str]) -> str:
    """With how long it had gone on by then."""
    if not after:
        return say(language, "The adversary was stopped on {moment}: {step}", **given)
    return say(
        language, "The adversary was stopped on {moment}, {time} after it began: {step}",
        time=lasting(language, after), **given,
    )  # fmt: skip


def _why(grounds: Grounds, place: int) -> Cites:
    """An event and the one that it followed from."""
    because = grounds.take.run.annals.because[place]
    return (because, place) if because >= 0 else (place,)


def _service(series: Series, grounds: Grounds, heard: _Heard, objective: str) -> Iterator[Said]:
    """Of what nobody would miss nothing is said; that a service held, only where the adversary
    was at it, and only at the end."""
    language = grounds.language
    weight = CLASSES[grounds.take.scenario.assets[series.id].classification]
    if weight == min(CLASSES.values()):
        return
    service = heard.services.get(series.id, _Service())
    given = {
        "asset": series.title, "low": _level(language, series.lowest),
        "end": _level(language, series.at_end),
    }  # fmt: skip
    if series.lowest < LOW and series.defence:
        if series.at_end < LOW:
            words = say(
                language, "{asset}: cut off or switched off in defence, and at {end} % at the end",
                **given,
            )  # fmt: skip
            yield Said(False, Kind.SERVICE, words, objective, service.cites)
    elif series.lowest < LOW <= FULL <= series.at_end:
        words = say(language, "{asset}: service fell to {low} % and was back at {end} %", **given)
        yield Said(True, Kind.SERVICE, words, objective, service.cites, weight)
    elif series.lowest < LOW:
        words = _fallen(language, given)
        yield Said(False, Kind.SERVICE, words, objective, service.cites, weight)
    elif series.lowest >= FULL and series.id in heard.attacks and grounds.take.run.over:
        words = say(
            language, "{asset}: attacked, and its service never fell below {low} %", **given
        )
        yield Said(True, Kind.SERVICE, words, objective, tuple(heard.attacks[series.id]), weight)


def _fallen(language: str, given: dict[str, str]) -> str:
    if given["low"] == given["end"]:
        return say(language, "{asset}: service fell to {low} % and was still there at the end",
                   **given)  # fmt: skip
    return say(
        language, "{asset}: service fell to {low} % and stood at {end} % at the end", **given
    )  # fmt: skip


def _level(language: str, percent: float) -> str:
    return figure(language, f"{percent:.0f}")


def _limits(grounds: Grounds, heard: _Heard, trained: dict[tuple[str, str], str]) -> Iterator[Said]:
    """Each physical limit, as it was passed first."""
    for (gauge, _), place in heard.limits.items():
        words = sentence(grounds.take.scenario, grounds.take.log[place], grounds.language)
        yield Said(False, Kind.LIMIT, words, trained.get(("gauge", gauge), ""), (place,))
