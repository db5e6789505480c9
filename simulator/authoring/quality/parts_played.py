"""What each role has to do in the plot, and by which channels it hears."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from simulator.authoring.logic.uses import uses_in
from simulator.scenario.finding import Finding
from simulator.scenario.injects import Channel
from simulator.scenario.scenario import Scenario

ENOUGH_INJECTS: Final = 8
"""Of fewer injects it may be chance that all come by one channel."""


def in_roles(scenario: Scenario) -> Iterator[Finding]:
    """Roles that are never told, that only read, and that hear by one channel only."""
    told, busy, channels = _told(scenario), _busy(scenario), _channels(scenario)
    for role, seat in scenario.roles.items():
        if role not in told and not seat.red:
            sentence = f"nobody ever tells '{role}' anything; send it an inject"
            yield Finding(("roles", role), "Q07", sentence, key=True)
        if role not in busy and not seat.response_cell:
            sentence = (
                f"'{role}' can decide, order, consent and report nothing; give it something to "
                "do, or mark it 'response_cell: true'"
            )
            yield Finding(("roles", role), "Q08", sentence, key=True)
        if len(channels[role]) == 1 and channels[role].total() >= ENOUGH_INJECTS:
            [(channel, number)] = channels[role].items()
            sentence = f"all {number} injects to '{role}' come by {channel}; vary the channel"
            yield Finding(("roles", role), "Q09", sentence, key=True)


def _channels(scenario: Scenario) -> dict[str, Counter[Channel]]:
    """By each role, the injects to it by channel."""
    channels = {role: Counter[Channel]() for role in scenario.roles}
    for inject in scenario.injects:
        if inject.channel:
            for role in inject.to:
                channels[role][inject.channel] += 1
    return channels


def _told(scenario: Scenario) -> set[str]:
    told = {role for inject in scenario.injects for role in inject.to}
    told |= {role for report in scenario.reports.values() for role in report.to}
    told |= _consenting(scenario) | _questioned(scenario)
    return told | uses_in(scenario).told


def _busy(scenario: Scenario) -> set[str]:
    busy = {scenario.decider(decision) for decision in scenario.decision}
    busy |= {role for action in scenario.actions.values() for role in action.by}
    busy |= {role for report in scenario.reports.values() for role in report.by}
    return busy | _consenting(scenario) | _questioned(scenario)


def _questioned(scenario: Scenario) -> set[str]:
    questions = [q for module in scenario.modules.values() for q in module.questions]
    return {role for question in questions for role in question.to}


def _consenting(scenario: Scenario) -> set[str]:
    chains = [action.consent for action in scenario.actions.values()]
    chains += [o.consent for _, asked in scenario.decision.values() for o in asked.options]
    return {link.role for chain in chains for link in chain}
