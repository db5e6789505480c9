"""What a test says and what was instead, in plain sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from simulator.authoring.trying.deeds import (
    AnyDeed,
    Consented,
    Decided,
    Fired,
    Ordered,
    Reported,
    Skipped,
)
from simulator.authoring.trying.hopes import (
    END,
    AnyHope,
    Ended,
    Ever,
    Holds,
    Never,
    Rated,
    Sent,
)
from simulator.engine.state import State
from simulator.engine.titles import Titles
from simulator.engine.truth import ASSET_MEASURES
from simulator.engine.wording import clause, lacking, moment, standing, whole
from simulator.scenario import conditions as c

RATINGS: Final = {
    "P": "P (performed without challenges)",
    "S": "S (with some challenges)",
    "M": "M (with major challenges)",
    "U": "U (unable to be performed)",
}


def letters(ratings: Iterable[str]) -> str:
    return " or ".join(RATINGS[rating] for rating in ratings)


def expected(titles: Titles, hope: AnyHope) -> str:
    """One sentence, without its full stop."""
    match hope:
        case Sent():
            by = f" by {moment(hope.by)}" if hope.by is not None else ""
            return f"“{titles.inject(hope.inject)}” is sent{by}"
        case Ever():
            by = f" by {moment(hope.by)}" if hope.by is not None else " at some time"
            return f"{_words(titles, hope.ever)}{by}"
        case Never():
            before = f" before {moment(hope.before)}" if hope.before is not None else ""
            return f"it is never so{before} that {_words(titles, hope.never)}"
        case Holds():
            at = "at the end" if hope.at == END else f"at {moment(hope.at)}"
            return f"{at} {_words(titles, hope.holds)}"
        case Rated():
            return f"“{_objective(titles, hope)}” gets {_mark(hope)}"
        case Ended():
            ways = (titles.words(titles.scenario.outcomes[name].title) for name in hope.outcome)
            return f"it ends with {' or '.join(f'“{way}”' for way in ways)}"


def _words(titles: Titles, condition: c.Condition) -> str:
    return whole("en", clause(titles, condition))


def _objective(titles: Titles, hope: Rated) -> str:
    return titles.words(titles.scenario.objectives[hope.objective].title)


def _mark(hope: Rated) -> str:
    said = [letters(hope.rating)] if hope.rating else []
    if hope.points is not None:
        bounds = hope.points.model_dump(exclude_none=True)
        ways = (f"{name.replace('_', ' ')} {level:g}" for name, level in bounds.items())
        said.append(f"{' and '.join(ways)} points")
    return " with ".join(said)


def as_it_is(titles: Titles, condition: c.Condition, state: State, now: int) -> str:
    """What of a condition makes it hold now, or keeps it from holding, with how things stand."""
    told = clause(titles, condition)
    figures = ", ".join(dict.fromkeys(_figures(titles, condition, state, now)))
    if part := standing(told, state, now):
        said = whole("en", part)
        return f"{said} ({figures})" if figures else said
    if figures and not isinstance(condition, c.All | c.Any_ | c.Not):
        return figures
    said = f"it was not so that {whole('en', lacking(told, state, now) or told)}"
    return f"{said} ({figures})" if figures else said


def _figures(titles: Titles, condition: c.Condition, state: State, now: int) -> Iterator[str]:
    """How what the condition is about stands, where that is more than yes or no."""
    match condition:
        case c.All() | c.Any_():
            for part in condition.all if isinstance(condition, c.All) else condition.any:
                yield from _figures(titles, part, state, now)
        case c.Not():
            yield from _figures(titles, condition.denied, state, now)
        case c.AssetIs():
            yield from _asset(titles, condition, state)
        case c.GaugeIs():
            level = f"{state.gauges[condition.gauge].at(now) / 1000:.3f}"
            unit = titles.scenario.gauges[condition.gauge].unit or ""
            stands = f"{titles.gauge(condition.gauge)} {level.rstrip('0').rstrip('.')} {unit}"
            yield stands.rstrip()
        case c.DecisionIs():
            yield _decision(titles, condition.decision, state)
        case c.ActionIs():
            orders = (it for it in state.orders.values() if it.action == condition.action)
            phases = ", ".join(dict.fromkeys(order.phase for order in orders)) or "not ordered"
            yield f"“{titles.words(titles.scenario.actions[condition.action].title)}”: {phases}"
        case c.ReportIs() if condition.of_the_last:
            yield _report(titles, condition.report, state)
        case c.StepIs():
            title = titles.words(titles.scenario.step[condition.step].title)
            yield f"“{title}” is {state.steps[condition.step].phase}"
        case _:
            pass


def _report(titles: Titles, name: str, state: State) -> str:
    """What stood in the last one that was sent."""
    last = state.reports[name]
    if not last.times:
        return f"“{titles.words(titles.scenario.reports[name].title)}” not sent"
    said = ", ".join(f"{n}: {t.replace(chr(10), ', ')}" for n, t in last.entries)
    return f"right: {', '.join(last.right) or 'nothing'}; sent: {said or 'nothing'}"


def _asset(titles: Titles, condition: c.AssetIs, state: State) -> Iterator[str]:
    asset, title = state.assets[condition.asset], titles.asset(condition.asset)
    if condition.link is not None:
        yield f"{title} {asset.link}"
    for field, measure in ASSET_MEASURES.items():
        if getattr(condition, field) is not None:
            unit = " GB leaked" if field == "leaked" else f" % {field.replace('_', ' ')}"
            yield f"{title} {measure(asset):.4g}{unit}"


def _decision(titles: Titles, decision: str, state: State) -> str:
    ask, found = titles.ask(decision), state.decisions.get(decision)
    if found is None:
        return f"“{ask}” was not asked"
    if found.phase == "open":
        return f"“{ask}” is open"
    chosen = titles.option(decision, found.option) if found.option else found.text
    by_default = ", by default" if found.phase == "missed" else ""
    return f"“{ask}”: “{chosen}”{by_default}"


def done(titles: Titles, deed: AnyDeed) -> str:
    """What somebody does, as a clause; and that it is refused, if it has to be."""
    said = _done(titles, deed)
    return f"{said}, and that is refused" if deed.refused else said


def _done(titles: Titles, deed: AnyDeed) -> str:
    match deed:
        case Decided():
            said = titles.option(deed.decision, deed.choose) if deed.choose else deed.answer
            return f"“{titles.ask(deed.decision)}” is answered “{said}”"
        case Consented():
            return f"consent to “{_wanted(titles, deed)}” is {'given' if deed.grant else 'refused'}"
        case Ordered():
            return f"“{titles.action(f'{deed.order}-', deed.target)}” is ordered"
        case Reported():
            title = titles.words(titles.scenario.reports[deed.report].title)
            return f"“{title}” is reported"
        case Fired():
            return f"control sends “{titles.inject(deed.fire)}”"
        case Skipped():
            return f"control strikes “{titles.inject(deed.skip)}”"
        case _:
            return f"the command '{next(iter(deed.command), '')}' is given"


def _wanted(titles: Titles, deed: Consented) -> str:
    if deed.consent in titles.scenario.decision:
        return titles.ask(deed.consent)
    return titles.words(titles.scenario.actions[deed.consent].title)


def never_done(titles: Titles, deed: AnyDeed, end: int) -> str:
    """Why its moment never came."""
    if deed.at is not None:
        return f"the run was over at {moment(end)}"
    if deed.when is not None:
        return f"it never came to that, for it never was so that {_words(titles, deed.when)}"
    if isinstance(deed, Consented):
        return "that consent was never asked for"
    return "that was never asked"
