"""The improvement plan, and what became in this session of the plan of the one before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from simulator.engine.results import AnyMeasure
from simulator.engine.titles import NO_ORDERS, Titles
from simulator.review.evaluation.carried import carried
from simulator.review.evaluation.measured import Measures
from simulator.review.evaluation.premises import missing as missing_in
from simulator.review.evaluation.trials import Trials
from simulator.review.findings import Cites, Planned
from simulator.review.recorded import Recorded, Take
from simulator.scenario.scenario import Scenario
from simulator.session.folder import SCENARIO
from simulator.session.room import PlanRow
from simulator.speech import say


class Closed(NamedTuple):
    """Whether a check came true, None where nothing can be said, and that in a sentence."""

    closed: bool | None
    why: str


def plan(recorded: Recorded, takes: tuple[Take, ...], language: str) -> tuple[Planned, ...]:
    """The rows of this session, in the order in which they were begun; those of other teams than
    these takes' are left out. Nothing has been asked of their checks yet."""
    shown = {take.team: take for take in takes}
    about = (row for row in recorded.session.notebook.plan if not row.take or row.team in shown)
    return tuple(
        replace(
            _planned(recorded.scenario, row, language),
            cites=_cites(row, shown.get(row.team), recorded),
        )
        for row in about
    )


def _cites(row: PlanRow, take: Take | None, recorded: Recorded) -> Cites:
    """Places in the log of the take that is shown; a row about several teams has none."""
    if not row.take or take is None:
        return ()
    return carried(row.evidence, row.take, take, recorded.takes[row.team])


def last_plan(
    before: Recorded, recorded: Recorded, path: Path, language: str
) -> tuple[Planned, ...]:
    """The rows of the session before, each with what this session, in the folder `path`, says to
    its check. They cite nothing: their events are in another log."""
    judge = _Judge(before.scenario, recorded, path, language)
    return tuple(
        replace(_planned(before.scenario, row, language), **judge.closed(row.check)._asdict())
        for row in before.session.notebook.plan
    )


def _planned(scenario: Scenario, row: PlanRow, language: str) -> Planned:
    return Planned(
        row.id, row.issue, row.capability, row.element, row.action, row.owner, row.starts, row.due,
        row.check, _in_words(scenario, row.check, language), None, row.by, (), row.team,
    )  # fmt: skip


def _in_words(scenario: Scenario, check: str, language: str) -> str:
    """The title of the measure; a test goes by its name, which is a sentence."""
    if measure_of(scenario, check) is None:
        return check
    return Titles(scenario, language, NO_ORDERS).measure(check)


def measure_of(scenario: Scenario, check: str) -> AnyMeasure | None:
    """The measure that a check names, `objective/number`; None where it names none."""
    name, _, number = check.partition("/")
    objective = scenario.objectives.get(name)
    if objective is None or not (number.isascii() and number.isdecimal()):
        return None
    measures = [measure for _, measure in objective.every_measure()]
    found: AnyMeasure | None = measures[int(number)] if int(number) < len(measures) else None
    return found


class _Judge:
    """What a session says to the checks of the one before it."""

    def __init__(self, before: Scenario, recorded: Recorded, path: Path, language: str) -> None:
        self._before = before
        self._recorded = recorded
        self._language = language
        self._lasts = [takes[-1] for takes in recorded.takes.values()]
        self._trials = Trials(recorded.scenario, path / SCENARIO)

    def closed(self, check: str) -> Closed:
        if not check:
            return Closed(None, say(self._language, "No check was agreed on."))
        measure = measure_of(self._before, check)
        if measure is None:
            return self._by_test(check)
        scenario = self._recorded.scenario
        if self._before.id != scenario.id:
            return Closed(None, say(self._language, "This session plays another exercise."))
        if not _same(measure, measure_of(scenario, check)):
            return Closed(None, say(self._language, "The exercise no longer has this measure."))
        return self._in_all(check, self._by_measure, self._lasts)

    def _by_test(self, name: str) -> Closed:
        story = self._trials.names.get(name)
        if story is None:
            return Closed(
                None, say(self._language, "The session holds no measure and no test of this name.")
            )
        missing = [missing_in(story, take, self._language) for take in self._lasts]
        asked = [take for take, why in zip(self._lasts, missing, strict=True) if not why]
        if not asked:
            return Closed(None, " ".join(dict.fromkeys(missing)))
        return self._in_all(name, self._trials.met, asked)

    def _by_measure(self, check: str, take: Take) -> bool | None:
        name, _, number = check.partition("/")
        measure = measure_of(take.scenario, check)
        assert measure is not None
        titles = Titles(take.scenario, self._language, take.run.state.orders)
        found = Measures(take, titles).found(name, int(number), measure)
        return None if found.at is None else found.met

    def _in_all(
        self, check: str, met: Callable[[str, Take], bool | None], asked: Sequence[Take]
    ) -> Closed:
        """Whether it came true in these takes; one where it didn't is enough."""
        came = [met(check, take) for take in asked]
        failed = [take.team for take, so in zip(asked, came, strict=True) if so is False]
        if failed:
            named = len(self._lasts) > 1
            said = (
                say(self._language, "It did not come true for {teams}.", teams=", ".join(failed))
                if named
                else say(self._language, "It did not come true.")
            )
            return Closed(False, said)
        if None in came:
            return Closed(None, say(self._language, "The exercise has not come to its end."))
        if len(asked) < len(self._lasts):
            teams = ", ".join(take.team for take in asked)
            said = say(self._language, "It came true for {teams}; others it asks nothing.",
                       teams=teams)  # fmt: skip
            return Closed(True, said)
        return Closed(True, say(self._language, "It came true."))


def _same(before: AnyMeasure, now: AnyMeasure | None) -> bool:
    """Whether it still measures the same, by its title or, without one, in every part."""
    if now is None or type(now) is not type(before):
        return False
    return before == now if before.title is None else before.title == now.title
