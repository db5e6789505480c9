"""Who took part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Any

from simulator.engine.titles import NO_ORDERS, Titles
from simulator.review.course import happened
from simulator.review.desks.personal import doings
from simulator.review.findings import Participant
from simulator.review.recorded import Recorded, Take


def participants(
    recorded: Recorded, shown: Iterable[Take], language: str
) -> tuple[Participant, ...]:
    """All who ever took a seat in a team that is shown, or in none, in the order in which they
    were invited. `acts` is how often they asked for anything, of the world or of the session."""
    asked = _asked(recorded)
    takes = {take.team: take for take in shown}
    did = {grant: it for take in takes.values() for grant, it in _did(recorded, take, language)}
    found = []
    for person in recorded.people:
        take = takes.get(person.team)
        if person.role and take is None:
            continue
        scenario = take.scenario if take and person.role else recorded.scenario
        title = scenario.roles[person.role].title if person.role else None
        one = Participant(
            person.name, person.part, person.team, person.role,
            Titles(scenario, language, NO_ORDERS).words(title), person.came, person.left,
            len(asked[person.grant]), person.grant,
        )  # fmt: skip
        found.append(replace(one, **did.get(person.grant, {})))
    return tuple(found)


def _did(recorded: Recorded, take: Take, language: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """By grant what else there is to be said of who played in the team."""
    own = doings(take, [person for person in recorded.people if person.team == take.team])
    orders = chain.from_iterable(it.orders for it in own.values())
    told = {it.place: it for it in happened(take, language, orders)}
    for grant, it in own.items():
        yield grant, {**it._asdict(), "orders": tuple(told[place] for place in it.orders)}


def _asked(recorded: Recorded) -> defaultdict[str, set[object]]:
    """By grant what they asked for, by its id: of the records that one act may take, one has it.
    Feedback does not count, as nobody knows whose it is where it has no name. What was played alone
    and written down later has none, but is somebody's deed."""
    found = defaultdict[str, set[object]](set)
    ids: dict[int, str] = {}
    for record in recorded.records:
        if record.draft.kind != "fed-back" and (id := record.draft.body.get("id")):
            ids[record.seq] = id
            found[record.draft.by].add(id)
    for takes in recorded.takes.values():
        for take in takes:
            for deed in take.deeds:
                found[deed.grant].add(ids.get(deed.seq, deed.seq))
    return found
