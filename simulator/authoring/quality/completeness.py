"""What most parts of a scenario have and some lack: sources, objectives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from simulator.scenario.finding import Finding
from simulator.scenario.injects import Inject
from simulator.scenario.scenario import Scenario

_FIGURE: Final = re.compile(r"(?<![\w${.])\d[\d.,]*\d(?![\w}])|\d ?%")
"""A number of two digits or more, or a share; `T1486` and `${…}` are none."""

_CLOCK: Final = re.compile(r"\b\d{1,2}:\d\d\b")


def in_completeness(scenario: Scenario) -> Iterator[Finding]:
    """Claims without a source, injects without objective."""
    yield from _claims(scenario)
    yield from _steps(scenario)
    yield from _objectives(scenario)


def _claims(scenario: Scenario) -> Iterator[Finding]:
    """Where most injects cite a source, one that gives figures and cites none is a bare claim."""
    citing = sum(bool(inject.cites) for inject in scenario.injects)
    if citing * 2 <= len(scenario.injects):
        return
    for number, inject in enumerate(scenario.injects):
        if not inject.cites and _gives_figures(inject, scenario.language):
            sentence = "this gives figures and cites no source, as most injects do; add 'cites'"
            yield Finding(("injects", number), "Q10", sentence)


def _gives_figures(inject: Inject, language: str) -> bool:
    said = inject.text.into(language) if inject.text else ""
    return bool(_FIGURE.search(_CLOCK.sub("", said)))


def _steps(scenario: Scenario) -> Iterator[Finding]:
    steps = [*scenario.step.values()]
    if sum(bool(step.cites) for step in steps) * 2 > len(steps):
        for number, step in enumerate(steps):
            if not step.cites:
                sentence = "this step cites no source, as most steps do; add 'cites'"
                yield Finding(("adversary", "steps", number), "Q10", sentence)


def _objectives(scenario: Scenario) -> Iterator[Finding]:
    """Of injects that are there for colour nothing is expected."""
    injects = [(n, i) for n, i in enumerate(scenario.injects) if i.kind != "contextual"]
    if sum(bool(inject.objective) for _, inject in injects) * 2 > len(injects):
        for number, inject in injects:
            if not inject.objective:
                sentence = "most injects name the objective that they serve, but not this one"
                yield Finding(("injects", number), "Q11", sentence)
