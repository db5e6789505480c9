"""What a test asks of its scenario and this can't do; names that point nowhere are found before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from simulator.authoring.trying.deeds import Commanded, Consented, Decided, Ordered, Reported
from simulator.authoring.trying.story import Story
from simulator.scenario import Scenario
from simulator.scenario.finding import Finding
from simulator.scenario.values import CONTROL
from simulator.scenario.wording import nearest


def unfit(story: Story, scenario: Scenario) -> Iterator[Finding]:
    """Places count from the test."""
    shapes = (("level", story.level, scenario.levels), ("side", story.side, scenario.sides))
    for key, named, known in shapes:
        if named is not None and named not in known:
            hint = nearest(named, known) or f" (it has {', '.join(known) or 'none'})"
            yield Finding((key,), "S07", f"the scenario has no {key} '{named}'{hint}")
    for number, deed in enumerate(story.given):
        for key, code, sentence in _unfit(deed, scenario):
            yield Finding(("given", number, key), code, sentence)


def _unfit(deed: Any, scenario: Scenario) -> Iterator[tuple[str, str, str]]:
    match deed:
        case Decided():
            yield from _option(deed, scenario)
        case Ordered():
            action = scenario.actions[deed.order]
            yield from _doer(deed.by, action.by, "order this action")
            if deed.target is None and action.targets:
                yield "order", "R05", f"say target, one of {', '.join(action.targets)}"
            elif deed.target is not None and deed.target not in action.targets:
                hint = nearest(deed.target, action.targets)
                yield "target", "R05", f"'{deed.target}' is no target of the action{hint}"
        case Reported():
            report = scenario.reports[deed.report]
            yield from _doer(deed.by, report.by, "send this report")
            known = [field.id for field in report.fields]
            for name in deed.fields:
                if name not in known:
                    hint = nearest(name, known)
                    yield "fields", "R01", f"the report has no field '{name}'{hint}"
        case Consented():
            yield from _consent(deed, scenario)
        case _:
            pass


def _option(deed: Decided, scenario: Scenario) -> Iterator[tuple[str, str, str]]:
    if deed.choose is None or scenario.option(deed.decision, deed.choose):
        return
    options = [option.id for option in scenario.decision[deed.decision][1].options]
    hint = nearest(deed.choose, options) or f" (it has {', '.join(options) or 'none'})"
    yield "choose", "R03", f"'{deed.decision}' has no option '{deed.choose}'{hint}"


def _consent(deed: Consented, scenario: Scenario) -> Iterator[tuple[str, str, str]]:
    asked = asked_for(deed.consent, scenario)
    if deed.consent not in scenario.actions and deed.consent not in scenario.decision:
        hint = nearest(deed.consent, (*scenario.actions, *scenario.decision))
        yield "consent", "R01", f"there is no action or decision '{deed.consent}'{hint}"
    elif not asked:
        yield "consent", "S04", f"'{deed.consent}' needs nobody's consent"
    else:
        yield from _doer(deed.by, asked, "be asked for this consent")


def asked_for(name: str, scenario: Scenario) -> tuple[str, ...]:
    """The roles whose consent this action or decision may need, in the order of the chain."""
    links = list(scenario.actions[name].consent) if name in scenario.actions else []
    if name in scenario.decision:
        links += [link for o in scenario.decision[name][1].options for link in o.consent]
    return tuple(dict.fromkeys(link.role for link in links))


def _doer(by: str | None, allowed: tuple[str, ...], what: str) -> Iterator[tuple[str, str, str]]:
    if by is not None and by not in allowed:
        yield "by", "S04", f"'{by}' can't {what}; it is for {', '.join(allowed)}"


def doer(deed: Any, scenario: Scenario) -> str:
    """The role that does it."""
    match deed:
        case Decided():
            return scenario.decider(deed.decision)
        case Ordered():
            return deed.by or scenario.actions[deed.order].by[0]
        case Reported():
            return deed.by or scenario.reports[deed.report].by[0]
        case Consented():
            return deed.by or asked_for(deed.consent, scenario)[0]
        case Commanded():
            return deed.by or CONTROL
        case _:
            return CONTROL
