"""How a run is judged: objectives with measures, outcomes, and what really happened."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Final

from pydantic import Discriminator, Field, PlainValidator, Tag

from simulator.scenario.conditions import Condition
from simulator.scenario.values import (
    Id,
    OneOrMore,
    Part,
    Percent,
    ReportId,
    Seconds,
    SourceId,
    Whole,
    Words,
    YesNo,
    head_in,
    oops,
)


def _moment(value: Any) -> datetime:
    """A date and time with its offset; YAML hands it over as plain words."""
    try:
        found = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise oops(
            "V11",
            "a moment is written 2022-07-15T14:00:00+02:00, with its offset; {found} is not",
            found=value,
        )
    return found


Moment = Annotated[datetime, PlainValidator(_moment)]


class Measure(Part):
    title: Words | None = None
    worth: Annotated[Whole, Field(ge=1, le=100)] = 1


class Done(Measure):
    """`done` has come true within this time since STARTEX, or since `since` came true."""

    done: Condition
    within: Seconds | None = None
    since: Condition | None = None


class Reported(Measure):
    """The report was sent within this time since STARTEX, or since `since` came true."""

    reported: ReportId
    within: Seconds
    since: Condition | None = None


class Keep(Measure):
    """`keep` holds at the end (`at: end`), or for this share of the time, always by default."""

    keep: Condition
    at: Annotated[str, Field(pattern="^end$")] | None = None
    share: Percent = 1.0


class Never(Measure):
    never: Condition


MEASURES: Final[dict[str, type[Part]]] = {
    "done": Done, "reported": Reported, "keep": Keep, "never": Never,
}  # fmt: skip
AnyMeasure = Annotated[
    Annotated[Done, Tag("<done>")]
    | Annotated[Reported, Tag("<reported>")]
    | Annotated[Keep, Tag("<keep>")]
    | Annotated[Never, Tag("<never>")],
    Discriminator(head_in(MEASURES)),
]


class Task(Part):
    """A critical task."""

    title: Words
    measures: Annotated[tuple[AnyMeasure, ...], Field(min_length=1)]


class Objective(Part):
    """Objective, core capability, critical tasks; `measures` of its own stand for one task."""

    title: Words
    core_capability: Words | None = None
    about: Words | None = None
    tasks: dict[Id, Task] = {}
    measures: tuple[AnyMeasure, ...] = ()

    def every_measure(self) -> tuple[tuple[str, Any], ...]:
        """Pairs of task id and measure; the objective's own measures have the task id `""`."""
        own = tuple(("", measure) for measure in self.measures)
        return own + tuple((i, m) for i, task in self.tasks.items() for m in task.measures)


class Outcome(Part):
    """How it may end. With `ends` the exercise is over as soon as `when` holds.

    At ENDEX the first outcome in the file whose condition holds is the one that is told.
    """

    title: Words
    text: Words | None = None
    when: Condition | None = None
    ends: YesNo = False


class Source(Part):
    title: Words
    url: Annotated[str, Field(pattern=r"^https?://\S+$", max_length=500)] | None = None
    date: Annotated[str, Field(pattern=r"^\d{4}(-\d\d(-\d\d)?)?$")] | None = None
    note: Words | None = None


class PastEvent(Part):
    """What really happened, and when, for the ghost line of the review."""

    at: Moment
    what: Words
    cites: OneOrMore[SourceId] = ()


class Storyline(Part):
    title: Words
    about: Words | None = None
