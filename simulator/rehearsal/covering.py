"""How much of a scenario runs came to: by kind, by objective, by ATT&CK technique. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from simulator.engine import events as e
from simulator.rehearsal.playing import Played
from simulator.rehearsal.reached import Kind, Point, points, reached
from simulator.scenario import Scenario
from simulator.scenario import conditions as c
from simulator.scenario.evaluation import Reported
from simulator.scenario.parts import Loc, every

KINDS: Final[tuple[Kind, ...]] = (
    "inject", "option", "action", "report", "step", "module", "challenge", "outcome",
)  # fmt: skip


class Reached(NamedTuple):
    """What one run came to; `seen` are the steps that defenders noticed."""

    points: frozenset[Point]
    seen: frozenset[str]


class Share(NamedTuple):
    """How many of some points any run reached, and which none did, in the author's order."""

    reached: int
    of: int
    never: tuple[Point, ...]

    @property
    def percent(self) -> float:
        """Of nothing, all was reached."""
        return 100 * self.reached / self.of if self.of else 100.0


class Technique(NamedTuple):
    """An ATT&CK technique: its steps, and in how many runs one of them began and was seen."""

    id: str
    steps: tuple[str, ...]
    began: int
    seen: int


class Coverage(NamedTuple):
    """What came of `runs` runs together; `times` has of each point in how many it was reached."""

    runs: int
    times: Mapping[Point, int]
    whole: Share
    kinds: Mapping[Kind, Share]
    objectives: Mapping[str, Share]
    techniques: tuple[Technique, ...]


def reached_by(run: Played) -> Reached:
    """What is needed of a run, which may then be forgotten."""
    seen = frozenset(event.step for event in run.log if isinstance(event, e.StepSeen))
    return Reached(reached(run), seen)


def coverage(scenario: Scenario, runs: Iterable[Reached]) -> Coverage:
    """All these runs of the scenario taken together."""
    all_runs = tuple(runs)
    times = Counter(point for run in all_runs for point in run.points)
    every_point = points(scenario)
    belongs = {name: _belonging(scenario, name) for name in scenario.objectives}
    return Coverage(
        len(all_runs),
        {point: times[point] for point in every_point},
        _share(every_point, times),
        {kind: _share((p for p in every_point if p.kind == kind), times) for kind in KINDS},
        {
            name: _share((p for p in every_point if p in wanted), times)
            for name, wanted in belongs.items()
        },
        tuple(_techniques(scenario, all_runs)),
    )


def _share(wanted: Iterable[Point], times: Mapping[Point, int]) -> Share:
    asked = tuple(wanted)
    never = tuple(point for point in asked if not times.get(point))
    return Share(len(asked) - len(never), len(asked), never)


_ASKED: Final = frozenset(
    {
        c.InjectIs, c.DecisionIs, c.ActionIs, c.ReportIs, c.StepIs, c.ModuleIs, c.ChallengeIs,
        Reported,
    }
)  # fmt: skip


def _belonging(scenario: Scenario, objective: str) -> frozenset[Point]:
    """What an objective is about: the injects that name it with their options, and whatever its
    measures ask for."""
    found = set[Point]()
    for inject in scenario.injects:
        if objective in inject.objective:
            found.add(Point("inject", inject.id))
            options = inject.decision.options if inject.decision else ()
            found |= {Point("option", f"{inject.decision_id}/{it.id}") for it in options}
    for parts in every(_ASKED, scenario.objectives[objective]).values():
        for _, part in parts:
            found |= set(_meant(part))
    return frozenset(found)


def _meant(part: object) -> Iterator[Point]:
    match part:
        case c.InjectIs():
            yield Point("inject", part.inject)
        case c.DecisionIs():
            yield from (Point("option", f"{part.decision}/{it}") for it in part.chose or ())
        case c.ActionIs():
            yield Point("action", part.action)
        case c.ReportIs():
            yield Point("report", part.report)
        case Reported():
            yield Point("report", part.reported)
        case c.StepIs():
            yield Point("step", part.step)
        case c.ModuleIs():
            yield Point("module", part.module)
        case c.ChallengeIs():
            yield Point("challenge", part.challenge)
        case _:
            pass


def _techniques(scenario: Scenario, runs: tuple[Reached, ...]) -> Iterator[Technique]:
    steps: dict[str, list[str]] = {}
    for step in scenario.step.values():
        for technique in step.technique:
            steps.setdefault(technique, []).append(step.id)
    for technique in sorted(steps):
        names = steps[technique]
        began = sum(any(Point("step", name) in run.points for name in names) for run in runs)
        seen = sum(not run.seen.isdisjoint(names) for run in runs)
        yield Technique(technique, tuple(names), began, seen)


def loc_of(scenario: Scenario, point: Point) -> Loc:
    """Where a point stands in its scenario."""
    name, _, option = point.id.partition("/")
    match point.kind:
        case "inject":
            return ("injects", _number(scenario, point.id))
        case "option":
            inject, asked = scenario.decision[name]
            number = next(n for n, it in enumerate(asked.options) if it.id == option)
            return ("injects", _number(scenario, inject.id), "decision", "options", number)
        case "step":
            return ("adversary", "steps", list(scenario.step).index(point.id))
        case "challenge":
            return ("contest", "challenges", point.id)
        case _:
            return (f"{point.kind}s", point.id)


def _number(scenario: Scenario, inject: str) -> int:
    return next(n for n, it in enumerate(scenario.injects) if it.id == inject)
