"""Decisions after which nothing differs, and consent that nobody gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf

from simulator.authoring.logic.uses import Uses
from simulator.scenario import Scenario
from simulator.scenario.actions import ConsentFrom
from simulator.scenario.finding import Finding
from simulator.scenario.injects import Decision, Option
from simulator.scenario.parts import Loc


def in_choosing(scenario: Scenario, uses: Uses) -> Iterator[Finding]:
    for number, inject in enumerate(scenario.injects):
        if inject.decision:
            loc = ("injects", number, "decision")
            yield from _decision(uses, inject.decision_id, inject.decision, loc)
            for at, option in enumerate(inject.decision.options):
                place = (*loc, "options", at, "consent")
                yield from _consent(scenario, scenario.decider(inject.decision_id), option, place)
    for name, action in scenario.actions.items():
        for number, link in enumerate(action.consent):
            if any(by != link.role for by in action.by) and _never_given(scenario, link):
                yield _nobody(link, ("actions", name, "consent", number))


def _decision(uses: Uses, name: str, decision: Decision, loc: Loc) -> Iterator[Finding]:
    if not decision.options or f"decision.{name}" in uses.named:
        return
    asked = [leaf for _, leaf in uses.asked.get(("decision", name), ())]
    if not asked and not any(option.then or option.otherwise for option in decision.options):
        sentence = "nothing comes of this, whatever is chosen; give an option effects in 'then'"
        yield Finding((*loc, "options"), "L37", sentence, key=True)
        return
    known: list[tuple[tuple[object, ...], str]] = []
    chosen = [leaf.chose for leaf in asked if leaf.chose]
    for number, option in enumerate(decision.options):
        own = _makeup(option, chosen)
        like = next((other for before, other in known if before == own), None)
        if like:
            sentence = f"nothing tells this from '{like}' but its words; let it do something else"
            yield Finding((*loc, "options", number, "id"), "L38", sentence)
        known.append((own, option.id))


def _makeup(option: Option, chosen: Sequence[tuple[str, ...]]) -> tuple[object, ...]:
    """All of an option that makes a difference."""
    asked = tuple(option.id in names for names in chosen)
    return (
        option.best, option.irreversible, asked, option.then, option.otherwise, option.needs,
        option.consent,
    )  # fmt: skip


def _consent(scenario: Scenario, decider: str, option: Option, loc: Loc) -> Iterator[Finding]:
    for number, link in enumerate(option.consent):
        if link.role != decider and _never_given(scenario, link):
            yield _nobody(link, (*loc, number))


def _never_given(scenario: Scenario, link: ConsentFrom) -> bool:
    """Its bot never agrees and nobody else usually sits there, or there is no time to agree."""
    if link.default == "granted":
        return False
    chance = max(link.chance, *(sway.chance or 0 for sway in link.swayed), 0)
    takes = min(link.takes.low, *(sway.takes.low for sway in link.swayed if sway.takes), inf)
    alone = scenario.roles[link.role].response_cell and not chance
    hasty = link.due == 0 and (not chance or takes > 0)
    return alone or hasty


def _nobody(link: ConsentFrom, loc: Loc) -> Finding:
    sentence = f"'{link.role}' never agrees to this; give it a 'chance' above 0% and time in 'due'"
    return Finding((*loc, "from"), "L41", sentence)
