"""What others had been told when a role decided, and the role had not. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple, cast

from simulator.engine import events as e
from simulator.engine import views as v
from simulator.engine.disclosing import disclosed, line
from simulator.engine.knowledge import Known, named
from simulator.engine.startex import first_sight
from simulator.engine.subjects import of_event, of_inject
from simulator.engine.touches import SUBJECT
from simulator.scenario.scenario import Scenario

MOST: Final = 8

_OF_ASSETS: Final = (e.LinkChanged, e.HostsHit, e.HostsRestored, e.ServiceChanged)
_NEWS: Final = (e.InjectSent, e.Revealed, e.ReportSent)


class Told(NamedTuple):
    """Something that others were told and this role was not, and its place in the log."""

    place: int
    event: e.Event


def told_to_others(known: Known) -> list[Told]:
    """All of it, oldest first; of an asset only until the role came to see it."""
    seen = set(first_sight(known.scenario, known.role).assets)
    found = []
    for place, event in enumerate(known.annals.log):
        if isinstance(event, e.Revealed) and known.role in event.to:
            seen.update(event.assets)
        elif event.to and known.role not in event.to and _is_news(known.scenario, event, seen):
            found.append(Told(place, event))
    return found


def _is_news(scenario: Scenario, event: e.Event, seen: set[str]) -> bool:
    """Not what the role saw all the same, nor what an inject that comes with it tells better."""
    if isinstance(event, e.StepSeen):
        detection = scenario.step[event.step].seen
        return detection is None or detection.inject is None
    if isinstance(event, _OF_ASSETS):
        return event.asset not in seen
    return isinstance(event, _NEWS)


def others_knew(
    known: Known, decision: str, place: int, told: list[Told]
) -> tuple[v.Elsewhere, ...]:
    """What was told to others before `place`: what touches the decision first, then the newest."""
    inject, _ = known.scenario.decision[decision]
    subjects = of_inject(known.scenario, inject.id)
    newest = {_key(it.event): it for it in told if it.place < place}
    ranked = sorted(
        newest.values(),
        key=lambda it: (subjects.isdisjoint(of_event(known.scenario, it.event)), -it.place),
    )
    moment = known.annals.log[place].at if place < len(known.annals.log) else known.now
    own = {line.words for line in known.past.log if line.at <= moment}
    found = []
    for it in _in_words(known, ranked):
        if it.words not in own:
            found.append(it)
        if len(found) == MOST:
            break
    return tuple(found)


def _in_words(known: Known, told: list[Told]) -> Iterator[v.Elsewhere]:
    for _, event in told:
        shown = disclosed(event, known.role)
        if shown:
            roles = ", ".join(named(known, shown.to))
            yield v.Elsewhere(roles, shown.at, line(known, shown).words)


def _key(event: e.Event) -> tuple[Any, ...]:
    """Of what changes again and again, only how it stood last counts."""
    subject = cast("tuple[Any, ...]", event)[SUBJECT]
    return type(event), event.to, subject
