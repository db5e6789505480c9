"""Conditions as what must be so of each thing they ask about, in a form that can be reckoned with.

A condition becomes a tree of `Every` and `Some` over two kinds of leaves: one of these values, or a
number in these bounds. What is denied is turned round on the way, so no leaf is ever denied.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from math import inf, nextafter
from typing import Any, Final, NamedTuple

from simulator.scenario import Scenario
from simulator.scenario import conditions as c

Subject = tuple[str, ...]
"""A kind and ids, like `("link", "tims")`: what is so of it at one moment is one value."""

TIME: Final[Subject] = ("time",)
LINKS: Final = frozenset(map(str, c.Link))
PHASES: Final = frozenset({"waiting", "blocked", "running", "done", "failed", "stopped"})
MEASURES: Final = ("service", "hosts_intact", "encrypted", "wiped", "leaked")
_BEGUN: Final = frozenset({"blocked", "running", "done", "stopped"})
_UNBEGUN: Final = frozenset({"waiting", "blocked", "failed", "stopped"})


class Among(NamedTuple):
    """The subject has one of these values."""

    subject: Subject
    values: frozenset[Any]


class Within(NamedTuple):
    """The subject is a number from `low` to `high`, both taken in."""

    subject: Subject
    low: float
    high: float


class Every(NamedTuple):
    parts: tuple[Term, ...]


class Some(NamedTuple):
    parts: tuple[Term, ...]


Leaf = Among | Within
Term = Among | Within | Every | Some

ALWAYS: Final = Every(())
NEVER: Final = Some(())


def is_never(term: Term) -> bool:
    """Tuples of two kinds are equal where their parts are, so this is asked of the kind."""
    return type(term) is Some and not term.parts


def is_always(term: Term) -> bool:
    return type(term) is Every and not term.parts


def subjects(term: Term) -> Iterator[Subject]:
    """All that it asks about; some may come twice."""
    if isinstance(term, Every | Some):
        for part in term.parts:
            yield from subjects(part)
    else:
        yield term.subject


def every(parts: Iterable[Term]) -> Term:
    """All of these at one moment: NEVER where two of them exclude each other."""
    leaves: dict[Subject, Leaf] = {}
    rest: list[Term] = []
    for part in _flat(Every, parts):
        if is_never(part):
            return NEVER
        if isinstance(part, Every | Some):
            rest.append(part)
            continue
        before = leaves.get(part.subject)
        both = part if before is None else _both(before, part)
        if both is None:
            return NEVER
        leaves[part.subject] = both
    found = (*leaves.values(), *rest)
    return found[0] if len(found) == 1 else Every(found)


def some(parts: Iterable[Term]) -> Term:
    found = tuple(_flat(Some, parts))
    if any(map(is_always, found)):
        return ALWAYS
    return found[0] if len(found) == 1 else Some(found)


def _flat(kind: type, parts: Iterable[Term]) -> Iterator[Term]:
    for part in parts:
        if isinstance(part, kind):
            yield from _flat(kind, part.parts)  # type: ignore[union-attr]  # of this kind
        else:
            yield part


def _both(one: Leaf, other: Leaf) -> Leaf | None:
    if isinstance(one, Among) and isinstance(other, Among):
        values = one.values & other.values
        return Among(one.subject, values) if values else None
    assert isinstance(one, Within)
    assert isinstance(other, Within)
    low, high = max(one.low, other.low), min(one.high, other.high)
    return Within(one.subject, low, high) if low <= high else None


def term(scenario: Scenario, condition: c.Condition | None, so: bool = True) -> Term:
    """That the condition holds, or where not `so`, that it does not; without one it always does."""
    if condition is None:
        return ALWAYS if so else NEVER
    return _READERS[type(condition)](scenario, condition, so)


def _all(scenario: Scenario, condition: c.All, so: bool) -> Term:
    return (every if so else some)([term(scenario, part, so) for part in condition.all])


def _any(scenario: Scenario, condition: c.Any_, so: bool) -> Term:
    return (some if so else every)([term(scenario, part, so) for part in condition.any])


def _not(scenario: Scenario, condition: c.Not, so: bool) -> Term:
    return term(scenario, condition.denied, not so)


def _among(subject: Subject, values: Iterable[Any], all_: frozenset[Any], so: bool) -> Term:
    wanted = frozenset(values) if so else all_.difference(values)
    return Among(subject, wanted) if wanted else NEVER


def _yes(subject: Subject, so: bool) -> Term:
    return Among(subject, frozenset({so}))


def _within(subject: Subject, bounds: c.Bounds, so: bool) -> Term:
    """A bound that is left out of a range ends just before it."""
    least, most = -inf, inf
    if bounds.at_least is not None:
        least = bounds.at_least
    if bounds.above is not None:
        least = max(least, nextafter(bounds.above, inf))
    if bounds.at_most is not None:
        most = bounds.at_most
    if bounds.below is not None:
        most = min(most, nextafter(bounds.below, -inf))
    return _range(subject, least, most, so)


def _range(subject: Subject, least: float, most: float, so: bool) -> Term:
    if so:
        return Within(subject, least, most) if least <= most else NEVER
    if least > most:
        return ALWAYS
    below, above = nextafter(least, -inf), nextafter(most, inf)
    outside = [Within(subject, -inf, below)] if least > -inf else []
    return some([*outside, Within(subject, above, inf)] if most < inf else outside)


def _asset(scenario: Scenario, condition: c.AssetIs, so: bool) -> Term:
    name, parts = condition.asset, list[Term]()
    if condition.link is not None:
        parts.append(_among(("link", name), {str(condition.link)}, LINKS, so))
    if condition.foothold is not None:
        parts.append(_yes(("foothold", name), condition.foothold is so))
    for measure in MEASURES:
        if bounds := getattr(condition, measure):
            parts.append(_within((measure, name), bounds, so))
    return (every if so else some)(parts)


def _gauge(scenario: Scenario, condition: c.GaugeIs, so: bool) -> Term:
    name, parts = condition.gauge, list[Term]()
    if condition.bounded:
        parts.append(_within(("gauge", name), condition, so))
    for kind, said in (("manual", condition.manual), ("deceived", condition.deceived)):
        if said is not None:
            parts.append(_yes((kind, name), said is so))
    for kind, which in (("alarm", condition.alarm), ("passed", condition.passed)):
        if which is not None:
            parts.append(_yes((kind, name, which), so))
    return (every if so else some)(parts)


def _step(scenario: Scenario, condition: c.StepIs, so: bool) -> Term:
    if condition.state == "seen":
        return _yes(("seen", condition.step), so)
    if condition.state == "started":
        phase = Among(("step", condition.step), _BEGUN if so else _UNBEGUN)
        return every([_yes(("started", condition.step), so), phase])
    return _among(("step", condition.step), {condition.state}, PHASES, so)


def _inject(scenario: Scenario, condition: c.InjectIs, so: bool) -> Term:
    if condition.state == "read":
        read = _yes(("read", condition.inject), so)
        return (
            every([read, Among(("inject", condition.inject), frozenset({"sent"}))]) if so else read
        )
    all_ = frozenset({"unsent", "sent", "skipped"})
    return _among(("inject", condition.inject), {condition.state}, all_, so)


def _decision(scenario: Scenario, condition: c.DecisionIs, so: bool) -> Term:
    """A decision is one of: not asked yet, open, and taken or missed with this option or none."""
    name, asked = condition.decision, scenario.decision[condition.decision][1]
    answers = [option.id for option in asked.options]
    ends = [(how, option) for how in ("taken", "missed") for option in (*answers, "")]
    wanted = [
        (how, option)
        for how, option in ends
        if condition.state in (None, "closed", how)
        and (condition.chose is None or option in condition.chose)
    ]
    if condition.state == "open":
        wanted = [("open", "")] if condition.chose is None else []
    all_ = frozenset([("unasked", ""), ("open", ""), *ends])
    return _among(("decision", name), wanted, all_, so)


def _action(scenario: Scenario, condition: c.ActionIs, so: bool) -> Term:
    return _yes(("action", condition.action, condition.state, condition.target or ""), so)


def _report(scenario: Scenario, condition: c.ReportIs, so: bool) -> Term:
    if condition.of_the_last and not so:
        return ALWAYS  # whatever was sent may say otherwise
    return _yes(("report", condition.report, condition.state), so)


def _team(scenario: Scenario, condition: c.TeamIs, so: bool) -> Term:
    kinds = [kind for kind in ("people", "free") if getattr(condition, kind)]
    parts = [_within((kind, condition.team), getattr(condition, kind), so) for kind in kinds]
    return (every if so else some)(parts)


def _module(scenario: Scenario, condition: c.ModuleIs, so: bool) -> Term:
    all_ = frozenset({"unopened", "open", "closed"})
    return _among(("module", condition.module), {condition.state}, all_, so)


def _time(scenario: Scenario, condition: c.TimeIs, so: bool) -> Term:
    """Seconds are whole, and none is before STARTEX."""
    after, before = condition.time.after or 0, condition.time.before
    if so:
        last = inf if before is None else before - 1
        return Within(TIME, after, last) if after <= last else NEVER
    sooner = [Within(TIME, 0, after - 1)] if after > 0 else []
    return some([*sooner, Within(TIME, before, inf)] if before is not None else sooner)


_READERS: Final[dict[type, Callable[[Scenario, Any, bool], Term]]] = {
    c.All: _all, c.Any_: _any, c.Not: _not, c.AssetIs: _asset, c.GaugeIs: _gauge,
    c.StepIs: _step, c.InjectIs: _inject, c.DecisionIs: _decision, c.ActionIs: _action,
    c.ReportIs: _report, c.TeamIs: _team, c.ModuleIs: _module, c.TimeIs: _time,
    c.CapabilityIs: lambda _, asked, so: _yes(("capability", asked.capability), so),
    c.FactIs: lambda _, asked, so: _yes(("fact", asked.fact), so),
    c.ChallengeIs: lambda _, asked, so: _yes(("challenge", asked.challenge, asked.state), so),
    c.RoleIs: lambda _, asked, so: _yes(("staffed", asked.role), (asked.state == "staffed") is so),
}  # fmt: skip
