"""Every event that a value of findings names, and what those followed from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from simulator.review.course import happened
from simulator.review.findings import Happened, Knew
from simulator.review.recorded import Take


def cited(take: Take, language: str, found: Iterable[object]) -> tuple[Happened, ...]:
    """In the order of the log, each with all that it goes back to: so that whoever asks why
    something happened comes to the end of the chain."""
    because, places = take.run.annals.because, set[int]()
    for each in named(found):
        place = each
        while place >= 0 and place not in places:
            places.add(place)
            place = because[place]
    return happened(take, language, places)


def named(found: object) -> Iterator[int]:
    """The places in a log that stand anywhere in a value."""
    if isinstance(found, str | int | float | None):
        return
    if isinstance(found, Happened):
        yield found.place
    elif is_dataclass(found):
        if isinstance(found, Knew) and found.place >= 0:
            yield found.place
        for field in fields(found):
            inner = getattr(found, field.name)
            yield from inner if field.name == "cites" else named(inner)
    elif isinstance(found, Iterable):
        for each in found:
            yield from named(each)
