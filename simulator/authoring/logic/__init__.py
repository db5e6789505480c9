"""Whether the plot can be played as it is written: what can never be, and what leads nowhere."""

from collections.abc import Iterator
from typing import Final

from simulator.authoring.logic.asking import contexts_of
from simulator.authoring.logic.choosing import in_choosing
from simulator.authoring.logic.conditions import hollow
from simulator.authoring.logic.judging import in_judging
from simulator.authoring.logic.rounds import at_once
from simulator.authoring.logic.sending import in_sending
from simulator.authoring.logic.telling import in_telling
from simulator.authoring.logic.unfolding import Unfolding
from simulator.authoring.logic.uses import uses_in
from simulator.authoring.logic.working import in_working
from simulator.scenario import Scenario
from simulator.scenario.finding import Finding
from simulator.scenario.reader import collector_resting

CODES: Final[dict[str, str]] = {
    "L30": "an inject that can never be sent",
    "L31": "a condition that never holds",
    "L32": "a condition that always holds",
    "L33": "parts of a condition that exclude each other",
    "L34": "parts of a condition of which one always holds",
    "L35": "orders that set each other off at the same second, for ever",
    "L36": "something that is sent again and again until the end",
    "L37": "a decision of which nothing comes",
    "L38": "options that nothing but their words tells apart",
    "L39": "work for which there are never enough people",
    "L41": "consent that nobody gives",
    "L42": "an asset that nothing touches",
    "L43": "an objective that nothing shows to be met",
    "L44": "a measure whose verdict is certain",
    "L45": "an end that can't be reached",
    "L46": "a run that may end without an end told",
    "L47": "a text that tells what a role may not know",
    "L48": "an answer that stands in what players read",
    "L49": "a step that can never begin",
    "L51": "a detection that nobody is told of",
    "L53": "a deadline after the end of the exercise",
    "L55": "a module that never opens",
    "L57": "a drift that moves nothing",
    "L59": "a correction of what was not sent",
    "L60": "an effect that never happens",
}
"""What the codes of logic mean, in a few words each: L30 and up."""


def found(scenario: Scenario) -> Iterator[Finding]:
    """Everything that this family finds in a scenario without mistakes."""
    with collector_resting():
        return iter(list(_found(scenario)))


def _found(scenario: Scenario) -> Iterator[Finding]:
    world, uses = Unfolding(scenario), uses_in(scenario)
    contexts = contexts_of(world)
    yield from hollow(world, contexts)
    yield from in_sending(world)
    yield from at_once(scenario)
    yield from in_choosing(scenario, uses)
    yield from in_working(world, uses, contexts)
    yield from in_judging(world)
    yield from in_telling(world, uses)
