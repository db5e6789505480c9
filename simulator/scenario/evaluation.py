"""How a run is judged: objectives with measures, outcomes, and what really happened."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Final

from pydantic import Discriminator, Field, PlainValidator, Tag

from simulator.scenario.conditions import Condition
from simulator.scenario.heads import head_in
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
    if not 1000 <= found.year <= 9000:  # else some second of it is beyond what a clock can show
        raise oops("V11", "a moment lies in the years 1000 to 9000; {found} does not", found=value)
    return found


Moment = Annotated[datetime, PlainValidator(_moment)]


class Measure(Part):
    """One way to see whether a task was done."""

    title: Words | None = None
    """What is measured, in words. E.g. `The council knew within an hour`."""
    worth: Annotated[Whole, Field(ge=1, le=100)] = 1
    """Its weight among the measures of a task. E.g. `3`."""


class Done(Measure):
    """Something has come true in time."""

    done: Condition
    """What should come true. E.g. `{action: cut-off}`."""
    within: Seconds | None = None
    """The time for it; until ENDEX, unless given. E.g. `2h`."""
    since: Condition | None = None
    """The time counts from when this came true; from STARTEX, unless given.
    E.g. `{step: lock, is: seen}`."""


class Reported(Measure):
    """A report was sent in time."""

    reported: ReportId
    """The report that should be sent. E.g. `warning`."""
    within: Seconds
    """The time for it. E.g. `24h`."""
    since: Condition | None = None
    """The time counts from when this came true; from STARTEX, unless given.
    E.g. `{step: lock, is: seen}`."""


class Keep(Measure):
    """Something holds, at the end or for a share of the time."""

    keep: Condition
    """What should hold. E.g. `{asset: mail, service: {at_least: 50}}`."""
    at: Annotated[str, Field(pattern="^end$")] | None = None
    """It counts only at the end. E.g. `end`."""
    share: Percent = 1.0
    """The share of the time for which it should. E.g. `80%`."""


class Never(Measure):
    """Something never comes true."""

    never: Condition
    """What should not come true. E.g. `{asset: mail, leaked: {above: 0}}`."""


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
    """What has to be done. E.g. `Contain the attack`."""
    measures: Annotated[tuple[AnyMeasure, ...], Field(min_length=1)]
    """How it shows. E.g. `[{done: {action: cut-off}, within: 2h}]`."""


class Objective(Part):
    """What is trained: a capability, critical tasks, and how they are measured."""

    title: Words
    """What is trained. E.g. `Keep people served`."""
    core_capability: Words | None = None
    """The capability it belongs to. E.g. `Cybersecurity`."""
    about: Words | None = None
    """Why it matters. E.g. `Pensions are paid on Monday`."""
    tasks: dict[Id, Task] = {}
    """Critical tasks.
    E.g. `{contain: {title: Contain it, measures: [{done: {action: cut-off}}]}}`."""
    measures: tuple[AnyMeasure, ...] = ()
    """Measures of its own, in place of one task. E.g. `[{never: {fact: leaked}}]`."""

    def every_measure(self) -> tuple[tuple[str, Any], ...]:
        """Pairs of task id and measure; the objective's own measures have the task id `""`."""
        own = tuple(("", measure) for measure in self.measures)
        return own + tuple((i, m) for i, task in self.tasks.items() for m in task.measures)


class Outcome(Part):
    """A way in which the exercise may end."""

    title: Words
    """How it ended, in few words. E.g. `It held`."""
    text: Words | None = None
    """What is told of it. E.g. `Most people never noticed`."""
    when: Condition | None = None
    """Where it is so; the last may go without. E.g. `{gauge: trust, at_least: 50}`."""
    ends: YesNo = False
    """Whether the exercise is over as soon as it is so. E.g. `true`."""


class Source(Part):
    """Where something is known from."""

    title: Words
    """Its title. E.g. `Advisory AA22-264A`."""
    url: Annotated[str, Field(pattern=r"^https?://\S+$", max_length=500)] | None = None
    """Where it is read. E.g. `https://www.example.org/advisory`."""
    date: Annotated[str, Field(pattern=r"^[0-9]{4}(-[0-9][0-9](-[0-9][0-9])?)?$")] | None = None
    """When it was written. E.g. `2022-09-21` or `"2022"`."""
    note: Words | None = None
    """What it is good for. E.g. `The dates of the campaign`."""


class PastEvent(Part):
    """What really happened, for the ghost line of the review."""

    at: Moment
    """When, with its offset. E.g. `2022-07-15T14:00:00+02:00`."""
    what: Words
    """What happened. E.g. `The first screens went dark`."""
    cites: OneOrMore[SourceId] = ()
    """Where it is known from. E.g. `advisory`."""


class Storyline(Part):
    """A thread of the plot."""

    title: Words
    """Its name. E.g. `The leak`."""
    about: Words | None = None
    """What it is about. E.g. `What got out, and who says so`."""
