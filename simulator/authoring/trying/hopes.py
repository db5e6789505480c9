"""What a test expects to follow."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from pydantic import (
    Discriminator,
    Field,
    PlainValidator,
    Tag,
    TypeAdapter,
    ValidationError,
    model_validator,
)

from simulator.scenario.conditions import Bounds, Condition
from simulator.scenario.heads import head_in
from simulator.scenario.values import (
    InjectId,
    ObjectiveId,
    OneOrMore,
    OutcomeId,
    Part,
    Percent,
    Seconds,
    oops,
)

END: Final = -1
"""Stands for the end of the run, whenever that is."""


_SECONDS: Final = TypeAdapter[int](Seconds)


def _moment(value: Any) -> int:
    if value == "end":
        return END
    try:
        return _SECONDS.validate_python(value)
    except ValidationError as error:
        wrong = error.errors()[0]
        raise oops(wrong["type"], "{said}", said=wrong["msg"]) from None


Moment = Annotated[int, PlainValidator(_moment, json_schema_input_type=str)]


class Hope(Part):
    """What must follow."""

    share: Percent = Field(1.0, alias="in")
    """In how many of the runs it must be so. E.g. `80%`."""


class Sent(Hope):
    """An inject that is sent."""

    inject: InjectId
    """The inject that is sent. E.g. `call`."""
    by: Seconds | None = None
    """At the latest at this time since STARTEX. E.g. `2h`."""


class Ever(Hope):
    """Something that holds once."""

    ever: Condition
    """What holds at some time. E.g. `{asset: mail, is: isolated}`."""
    by: Seconds | None = None
    """At the latest at this time since STARTEX. E.g. `2h`."""


class Never(Hope):
    """Something that never holds."""

    never: Condition
    """What never holds. E.g. `{inject: reporter}`."""
    before: Seconds | None = None
    """Or not before this time since STARTEX. E.g. `4h`."""


class Holds(Hope):
    """Something that holds at one time."""

    holds: Condition
    """What holds at that time. E.g. `{gauge: trust, at_least: 50}`."""
    at: Moment = END
    """The time since STARTEX, or the end. E.g. `3h` or `end`."""


class Rated(Hope):
    """How well an objective is met."""

    objective: ObjectiveId
    """The objective that is judged at the end. E.g. `serve`."""
    rating: OneOrMore[Literal["P", "S", "M", "U"]] = ()
    """Its rating is one of these. E.g. `P` or `[P, S]`."""
    points: Bounds | None = None
    """How many of its points it gets, in per cent. E.g. `{at_least: 50}`."""

    @model_validator(mode="after")
    def _says_something(self) -> Rated:
        if not self.rating and self.points is None:
            raise oops("S05", "say which rating (P, S, M or U) or how many points it gets")
        return self


class Ended(Hope):
    """How it ends."""

    outcome: OneOrMore[OutcomeId]
    """The outcome is one of these. E.g. `held`."""


HOPES: Final[dict[str, type[Part]]] = {
    "inject": Sent, "ever": Ever, "never": Never, "holds": Holds, "objective": Rated,
    "outcome": Ended,
}  # fmt: skip

AnyHope = Annotated[
    Annotated[Sent, Tag("<inject>")]
    | Annotated[Ever, Tag("<ever>")]
    | Annotated[Never, Tag("<never>")]
    | Annotated[Holds, Tag("<holds>")]
    | Annotated[Rated, Tag("<objective>")]
    | Annotated[Ended, Tag("<outcome>")],
    Discriminator(head_in(HOPES)),
]
