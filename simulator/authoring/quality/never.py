"""What the author wrote and no run comes to, of whatever policy and luck."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from simulator.authoring.quality.trials import Trials
from simulator.rehearsal.covering import loc_of
from simulator.rehearsal.playing import Played
from simulator.rehearsal.reached import Kind, Point, points, reached
from simulator.rehearsal.rehearsing import Rehearsal
from simulator.scenario.conditions import TimeIs
from simulator.scenario.finding import Finding
from simulator.scenario.injects import Inject
from simulator.scenario.scenario import Scenario

NEVER: Final[dict[Kind, str]] = {
    "inject": "is never sent", "option": "is never taken", "action": "is never done",
    "report": "is never sent", "step": "never begins", "module": "is never opened",
    "challenge": "is never solved", "outcome": "is never how it ends",
}  # fmt: skip


def in_reach(rehearsal: Rehearsal, trials: Trials) -> Iterator[Finding]:
    """A finding at each; of an inject that is never sent, none at its options besides.

    Options that no bot takes are tried first, for what they alone may lead to.
    """
    scenario = rehearsal.scenario
    seen = frozenset[Point]().union(*map(reached, (*rehearsal.runs, *trials.played)))
    for point in points(scenario):
        if point.kind == "option" and point not in seen and (run := _tried(trials, point)):
            seen |= reached(run)
    number = len(rehearsal.runs) + len(trials.played)
    for point in points(scenario):
        if point not in seen and not _goes_without_saying(scenario, point, seen):
            what = f"this {point.kind} {NEVER[point.kind]}"
            sentence = f"{what} in {number} runs of bots; can it be at all?"
            yield Finding(loc_of(scenario, point), "Q40", sentence, key=True)


def _tried(trials: Trials, point: Point) -> Played | None:
    decision, _, option = point.id.partition("/")
    if trials.spent:
        return None
    runs = (trials.run(place, decision, option) for place in trials.seeds)
    return next(filter(None, runs), None)


def _goes_without_saying(scenario: Scenario, point: Point, seen: frozenset[Point]) -> bool:
    """Of what only people do, bots can't tell; one outcome every time is another finding."""
    match point.kind:
        case "inject":
            return _left_to_people(scenario.inject[point.id], seen)
        case "option":
            return _can_be_taken(scenario, point, seen)
        case "challenge":
            return not scenario.challenge[point.id].bots.chance
        case "report":
            return scenario.reports[point.id].clock is None
        case "outcome":
            told = [other.id for other in seen if other.kind == "outcome"]
            return len(told) < 2 or _a_safety_net(scenario, point.id)
        case _:
            return False


def _left_to_people(inject: Inject, seen: frozenset[Point]) -> bool:
    """Control sends it by hand, or it waits only for people not to do what bots do."""
    asked = inject.after is None or Point("inject", inject.after) in seen
    return inject.by_hand or (inject.kind == "contingency" and asked)


def _a_safety_net(scenario: Scenario, outcome: str) -> bool:
    """The last one, for whatever the others leave out."""
    when = scenario.outcomes[outcome].when
    always = when is None or (isinstance(when, TimeIs) and not when.time.after)
    return outcome == [*scenario.outcomes][-1] and always


def _can_be_taken(scenario: Scenario, point: Point, seen: frozenset[Point]) -> bool:
    """Nothing keeps people from an option that needs nothing, as soon as the question is asked."""
    decision, _, name = point.id.partition("/")
    inject, _ = scenario.decision[decision]
    option = scenario.option(decision, name)
    return Point("inject", inject.id) not in seen or not option or option.needs is None
