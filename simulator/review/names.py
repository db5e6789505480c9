"""What somebody is called where a journal has no name for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from simulator.review.findings import Observation
from simulator.review.recorded import Recorded
from simulator.session.grants import AT_HOST
from simulator.session.notebook import Ratings
from simulator.session.room import RatingRow, SetAsideRow
from simulator.speech import say

Row = TypeVar("Row", RatingRow, SetAsideRow, Observation)


def named(language: str, name: str) -> str:
    """The name of somebody. Who leads at the host itself was never asked for one."""
    return say(language, "the facilitator at the host") if name == AT_HOST else name


def people_named(recorded: Recorded, language: str) -> Recorded:
    """The same session with all its people by name."""
    people = (one._replace(name=named(language, one.name)) for one in recorded.people)
    return replace(recorded, people=tuple(people))


def ratings_named(given: Ratings, language: str) -> Ratings:
    return given._replace(
        ratings=rows_named(given.ratings, language),
        set_aside=rows_named(given.set_aside, language),
    )


def rows_named(rows: Iterable[Row], language: str) -> tuple[Row, ...]:
    """What people wrote down, with their names."""
    return tuple(replace(row, by=named(language, row.by)) for row in rows)


def names_of(played: Recorded) -> Iterator[str]:
    """Of all people of a session, also of those whose team is not told of. Who played alone is
    called after the role, and who led at the host after that, which are no names: they would be
    taken out wherever these are meant."""
    for person in played.people:
        role = played.scenario.roles.get(person.role)
        if person.name != AT_HOST and (not role or person.name != (role.short or person.role)):
            yield person.name
