"""Decisions that are none: one option beats the others in whatever it is measured by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from simulator.authoring.quality.trials import Figures, Trials
from simulator.scenario.effects import GaugeEffect
from simulator.scenario.finding import Finding
from simulator.scenario.injects import Decision, Option
from simulator.scenario.parts import Loc
from simulator.scenario.scenario import Scenario

SEEDS: Final = 4
"""On so many seeds an option must be best: luck may favour one on two or three."""

ENOUGH: Final = 2
"""From so many seeds on, in which the question was asked, they tell something."""

CLEARLY: Final = 1.0
"""Points or per cent; less is not seen by anybody who plays."""


def in_answers(trials: Trials) -> Iterator[Finding]:
    """Tried is only what isn't plainly a dilemma: where an option could be best at everything."""
    scenario = trials.scenario
    for number, inject in enumerate(scenario.injects):
        if inject.decision:
            options = [option for option in inject.decision.options if option.needs is None]
            loc = ("injects", number, "decision")
            if len(options) > 1 and _may_be_plain(scenario, options):
                if trials.spent:
                    return
                yield from _tried(trials, loc, inject.decision_id, inject.decision, options)


def _may_be_plain(scenario: Scenario, options: Sequence[Option]) -> bool:
    """Whether one option moves every gauge at least as well as the others do, at once."""
    at_once = [_at_once(scenario, option) for option in options]
    return any(all(_no_worse(mine, other) for other in at_once) for mine in at_once)


def _at_once(scenario: Scenario, option: Option) -> Figures:
    moves = dict.fromkeys(scenario.gauges, 0.0)
    for effect in option.then:
        if isinstance(effect, GaugeEffect) and effect.add:
            gauge = scenario.gauges[effect.gauge]
            good = 0 if gauge.physical else 1 if gauge.good == "high" else -1
            moves[effect.gauge] += good * effect.add * effect.chance
    return moves


def _tried(
    trials: Trials, loc: Loc, name: str, decision: Decision, options: Sequence[Option]
) -> Iterator[Finding]:
    ends = list[dict[str, Figures]]()
    best = {option.id for option in options}
    for place in trials.seeds[:SEEDS]:
        here = trials.ends(place, name, [option.id for option in options])
        if len(here) == len(options):
            ends.append(here)
            best &= {mine for mine in best if all(_no_worse(here[mine], here[o]) for o in here)}
        if not best:
            return
    for option in options:
        others = [other.id for other in options if other is not option]
        if option.id in best and len(ends) >= ENOUGH and (on := _ahead(ends, option.id, others)):
            yield _plain(loc, decision, option, on, len(ends))


def _plain(loc: Loc, decision: Decision, option: Option, on: str, seeds: int) -> Finding:
    found = (
        f"'{option.id}' ends no worse than any other option on any measure, and better on {on}, "
        f"in {seeds} runs with each"
    )
    marked = next((other.id for other in decision.options if other.best), "")
    if option.id == decision.default:
        sentence = f"{found}, and it is the default; who never answers is right"
        return Finding((*loc, "default"), "Q45", sentence)
    number = [each.id for each in decision.options].index(option.id)
    place = (*loc, "options", number)
    if marked and not option.best:
        sentence = f"{found}, but 'best' is '{marked}'; mark this one, or let it cost something"
        return Finding(place, "Q47", sentence, key=True)
    return Finding(place, "Q46", f"{found}; let it cost something", key=True)


def _no_worse(mine: Figures, other: Figures) -> bool:
    return all(mine[name] >= other[name] for name in mine)


def _ahead(ends: Sequence[dict[str, Figures]], mine: str, others: Sequence[str]) -> str:
    """What it is clearly better on than each of the others, with every seed; the widest of it."""
    margins = {
        name: min(here[mine][name] - max(here[o][name] for o in others) for here in ends)
        for name in ends[0][mine]
    }
    widest = max(margins, key=margins.__getitem__, default="")
    return widest if widest and margins[widest] >= CLEARLY else ""
