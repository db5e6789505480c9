"""A test as its author writes it: who plays, what people do there, what must follow."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, PlainValidator

from simulator.authoring.trying.deeds import AnyDeed
from simulator.authoring.trying.hopes import AnyHope
from simulator.engine.policies import PolicyName
from simulator.scenario.values import CapabilityId, Id, OneOrMore, Part, RoleId, Seconds, oops

MOST_SEEDS = 1000
LARGEST = 2**63


def _seeds(value: Any) -> tuple[int, ...]:
    """`20` stands for 0 to 19."""
    if type(value) is int and 0 < value <= MOST_SEEDS:
        return tuple(range(value))
    numbers = value if isinstance(value, list) else ()
    if numbers and all(type(number) is int and 0 <= number < LARGEST for number in numbers):
        return tuple(dict.fromkeys(numbers))
    raise oops("S03", "seeds are a number of them, like 20, or a list, like [1, 5, 9]")


Seeds = Annotated[tuple[int, ...], PlainValidator(_seeds, json_schema_input_type=int)]


class Story(Part):
    """A test: who plays, what people do there, and what must follow.

    What is given for a bot's seat is done in its place.
    """

    test: Annotated[str, Field(min_length=1, max_length=200)]
    """What must stay true, in words. E.g. `Whoever waits loses the mail`."""
    seed: Annotated[int, Field(strict=True, ge=0, lt=LARGEST)] = 0
    """The luck of its one run. E.g. `7`."""
    seeds: Seeds = ()
    """Runs with other luck: how many, or these. E.g. `20` or `[1, 5, 9]`."""
    bots: PolicyName = "doctrine"
    """How the seats behave that no people hold. E.g. `silent`."""
    people: tuple[RoleId, ...] | None = None
    """Seats that people hold, who do only what is given; unless said, of those who do something.
    E.g. `[desk]`."""
    level: Id | None = None
    """The level of difficulty. E.g. `hard`."""
    side: Id | None = None
    """The side that is played. E.g. `north`."""
    having: OneOrMore[CapabilityId] = Field((), alias="with")
    """Capabilities that are there, whatever the scenario says. E.g. `backups`."""
    lacking: OneOrMore[CapabilityId] = Field((), alias="without")
    """Capabilities that are not there. E.g. `[backups, sensors]`."""
    until: Seconds | None = None
    """The run is left at this time since STARTEX. E.g. `6h`."""
    given: tuple[AnyDeed, ...] = ()
    """What people do. E.g. `[{decision: isolate, choose: cut}]`."""
    then: Annotated[tuple[AnyHope, ...], Field(min_length=1)]
    """What must follow. E.g. `[{outcome: held}]`."""

    @property
    def runs(self) -> tuple[int, ...]:
        """The seed of each."""
        return self.seeds or (self.seed,)
