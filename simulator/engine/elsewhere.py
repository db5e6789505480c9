"""What others had been told when a role decided, and the role had not. Pure."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, Final, NamedTuple, cast

from simulator.engine import events as e
from simulator.engine import views as v
from simulator.engine.disclosing import disclosed, line
from simulator.engine.knowledge import Known, named
from simulator.engine.startex import first_sight
from simulator.engine.subjects import Subjects, of_event, of_inject
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


class _Lately:
    """What others were told, as the log goes by: of what changes again and again how it stood last,
    in the order of that."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._newest: dict[object, tuple[Told, Subjects]] = {}
        self._about: defaultdict[tuple[str, str], dict[object, Told]] = defaultdict(dict)

    def hear(self, told: Told) -> None:
        key, subjects = _key(told.event), of_event(self._scenario, told.event)
        _, before = self._newest.pop(key, (told, subjects))
        for about in before - subjects:
            del self._about[about][key]
        for about in subjects:
            self._about[about][key] = told
        self._newest[key] = told, subjects

    def ranked(self, subjects: Subjects) -> Iterator[Told]:
        """What touches these first, then the newest."""
        near = {
            told.place: told
            for about in subjects
            if about in self._about
            for told in self._about[about].values()
        }
        yield from (near[place] for place in sorted(near, reverse=True))
        yield from (told for told, _ in reversed(self._newest.values()) if told.place not in near)


def others_knew(
    known: Known, places: Mapping[str, int]
) -> dict[str, tuple[tuple[int, v.Elsewhere], ...]]:
    """By decision what was told to others before its place in the log, with the place of that: what
    touches the decision first, then the newest."""
    scenario, log, found = known.scenario, known.annals.log, {}
    lately, told = _Lately(scenario), deque(told_to_others(known))
    since: dict[str, int] = {}
    for own in known.past.log:
        since.setdefault(own.words, own.at)
    for decision, place in sorted(places.items(), key=lambda named: named[1]):
        while told and told[0].place < place:
            lately.hear(told.popleft())
        moment = log[place].at if place < len(log) else known.now
        inject, _ = scenario.decision[decision]
        ranked = _in_words(known, lately.ranked(of_inject(scenario, inject.id)))
        news = (it for it in ranked if since.get(it[1].words, moment + 1) > moment)
        found[decision] = tuple(islice(news, MOST))
    return found


def others_know(known: Known) -> tuple[v.Elsewhere, ...]:
    """All that was told to others by now: what touches the role's open decisions first, then the
    newest."""
    scenario, subjects = known.scenario, set[tuple[str, str]]()
    for name, asked in known.state.decisions.items():
        if asked.phase == "open" and scenario.decider(name) == known.role:
            subjects |= of_inject(scenario, scenario.decision[name][0].id)
    lately = _Lately(scenario)
    for told in told_to_others(known):
        lately.hear(told)
    own = {line.words for line in known.past.log}
    ranked = _in_words(known, lately.ranked(frozenset(subjects)))
    return tuple(it for _, it in ranked if it.words not in own)


def _in_words(known: Known, told: Iterable[Told]) -> Iterator[tuple[int, v.Elsewhere]]:
    for number, event in told:
        shown = disclosed(event, known.role)
        if shown:
            roles = ", ".join(named(known, shown.to))
            yield number, v.Elsewhere(roles, shown.at, line(known, shown).words)


def _key(event: e.Event) -> tuple[Any, ...]:
    """Of what changes again and again, only how it stood last counts."""
    subject = cast("tuple[Any, ...]", event)[SUBJECT]
    return type(event), event.to, subject
