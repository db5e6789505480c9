"""What a scenario includes: files of its own folder, and libraries that come with Kulla."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from simulator.scenario.values import OneOrMore, Part


def _a_file(value: Any) -> Any:
    return {"from": value} if isinstance(value, str) else value


class Include(Part):
    """What is laid under the scenario that includes it."""

    file: Annotated[str, Field(min_length=1, max_length=300)] = Field(alias="from")
    """A file within the scenario's folder, or a library of Kulla's. E.g. `kulla:nato`."""
    only: OneOrMore[str] = ()
    """What to take of it: top-level keys, or a key, a point and an id.
    E.g. `[gauges, roles.nato-cirt]`."""


AnyInclude = Annotated[Include, BeforeValidator(_a_file)]
