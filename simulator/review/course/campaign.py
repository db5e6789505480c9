"""The ATT&CK techniques that the adversary's steps came to use, and how far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from simulator.authoring.attack.table import table
from simulator.engine import events as e
from simulator.engine.titles import Titles
from simulator.review.findings import TechniqueFound
from simulator.review.recorded import Take

FARTHER: Final = ("began", "failed", "held up", "stopped", "succeeded")
"""How far a step can come, in rising order."""

_ENDS: Final[dict[type, str]] = {
    e.StepFailed: "failed", e.StepBlocked: "held up", e.StepStopped: "stopped",
    e.StepSucceeded: "succeeded",
}  # fmt: skip

_OF_STEPS: Final = (
    e.StepStarted, e.StepSeen, e.StepFailed, e.StepBlocked, e.StepStopped, e.StepSucceeded,
)  # fmt: skip


@dataclass
class _Met:
    """`steps` are those that began, by how far each came at best."""

    began: int
    steps: dict[str, str] = field(default_factory=dict)
    seen: int | None = None
    cites: list[int] = field(default_factory=list)


def techniques(take: Take, language: str) -> tuple[TechniqueFound, ...]:
    """Each technique of a step that began, in the order in which they were first used."""
    titles = Titles(take.scenario, language, {})
    found = _met(take)
    known = table().techniques
    return tuple(
        TechniqueFound(
            id=name,
            name=known[name].name if name in known else "",
            steps=tuple(titles.words(take.scenario.step[step].title) for step in met.steps),
            began=met.began,
            best=max(met.steps.values(), key=FARTHER.index),
            seen=met.seen,
            cites=tuple(met.cites),
        )
        for name, met in found.items()
    )


def _met(take: Take) -> dict[str, _Met]:
    found: dict[str, _Met] = {}
    for place, event in enumerate(take.log):
        if not isinstance(event, _OF_STEPS):
            continue
        step = take.scenario.step[event.step]
        for name in step.technique:
            met = found.get(name)
            if isinstance(event, e.StepStarted):
                met = found.setdefault(name, _Met(event.at))
                met.steps.setdefault(step.id, "began")
            elif met is None:
                continue  # a step that fails before it begins uses nothing
            elif isinstance(event, e.StepSeen):
                met.seen = event.at if met.seen is None else met.seen
            else:
                best = met.steps.get(step.id, "began")
                met.steps[step.id] = max(best, _ENDS[type(event)], key=FARTHER.index)
            met.cites.append(place)
    return found
