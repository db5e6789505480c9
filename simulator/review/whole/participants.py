"""Who took part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from simulator.engine.titles import NO_ORDERS, Titles
from simulator.review.findings import Participant
from simulator.review.recorded import Recorded, Take


def participants(
    recorded: Recorded, shown: Iterable[Take], language: str
) -> tuple[Participant, ...]:
    """All who ever took a seat in a team that is shown, or in none, in the order in which they
    were invited. `acts` is how often they asked for anything, of the world or of the session."""
    asked = _asked(recorded)
    takes = {take.team: take for take in shown}
    found = []
    for person in recorded.people:
        take = takes.get(person.team)
        if person.role and take is None:
            continue
        scenario = take.scenario if take and person.role else recorded.scenario
        title = scenario.roles[person.role].title if person.role else None
        found.append(
            Participant(
                person.name, person.part, person.team, person.role,
                Titles(scenario, language, NO_ORDERS).words(title), person.came, person.left,
                len(asked[person.grant]),
            )
        )  # fmt: skip
    return tuple(found)


def _asked(recorded: Recorded) -> defaultdict[str, set[object]]:
    """By grant what they asked for, by its id: of the records that one act may take, one has it.
    What was played alone and written down later has none, but is somebody's deed."""
    found = defaultdict[str, set[object]](set)
    ids: dict[int, str] = {}
    for record in recorded.records:
        if id := record.draft.body.get("id"):
            ids[record.seq] = id
            found[record.draft.by].add(id)
    for takes in recorded.takes.values():
        for take in takes:
            for deed in take.deeds:
                found[deed.grant].add(ids.get(deed.seq, deed.seq))
    return found
