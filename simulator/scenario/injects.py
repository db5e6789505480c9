"""What roles learn and are asked: injects, their decisions and variants, and modules."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from simulator.scenario.actions import ConsentFrom
from simulator.scenario.conditions import Condition
from simulator.scenario.effects import AnyEffect
from simulator.scenario.values import (
    NOTHING,
    Id,
    InjectId,
    ObjectiveId,
    OneOrMore,
    Part,
    RandomSpan,
    RoleId,
    Seconds,
    SourceId,
    StorylineId,
    Whole,
    Words,
    YesNo,
)


class Channel(StrEnum):
    EMAIL = "e-mail"
    PHONE = "phone"
    SIEM = "siem"
    NEWS = "news"
    SOCIAL = "social"
    NOTE = "diplomatic-note"
    INTELLIGENCE = "intelligence"
    SITREP = "situation-report"
    CHAT = "chat"


Tlp = Literal["RED", "AMBER+STRICT", "AMBER", "GREEN", "CLEAR"]


class Indicator(Part):
    """Display text only: nothing is ever looked up, resolved or run."""

    type: Annotated[str, Field(min_length=1, max_length=30)]
    value: Annotated[str, Field(min_length=1, max_length=300)]
    note: Words | None = None


class Attachment(Part):
    name: Annotated[str, Field(min_length=1, max_length=80)]
    text: Words | None = None
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    indicators: tuple[Indicator, ...] = ()


class Offence(Part):
    """What a SIEM shows of an offence; magnitude 1 to 10."""

    number: Whole
    magnitude: Annotated[int, Field(strict=True, ge=1, le=10)]
    source: Words | None = None
    destination: Words | None = None
    category: Words | None = None
    events: Whole = 0


class Option(Part):
    id: Id
    label: Words
    about: Words | None = None
    needs: Condition | None = None
    consent: tuple[ConsentFrom, ...] = ()
    then: tuple[AnyEffect, ...] = ()
    otherwise: tuple[AnyEffect, ...] = ()
    best: YesNo = False
    irreversible: YesNo = False


class Decision(Part):
    """A question to one role. Its id is the inject's own unless given.

    With `free_text` the answer may be words of one's own; without options it must be. When nobody
    answers within `due`, `default` is taken.
    """

    id: Id | None = None
    ask: Words
    by: RoleId | None = None
    due: Seconds | None = None
    options: tuple[Option, ...] = ()
    default: Id | None = None
    free_text: YesNo = False
    expected: Words | None = None


class Repeat(Part):
    """Sent again `every` so often: `times` in all, and only while `during` holds."""

    every: RandomSpan
    times: Annotated[Whole, Field(ge=1, le=1000)]
    during: Condition | None = None


class Body(Part):
    """What of an inject the reader sees."""

    subject: Words | None = Field(None, alias="title")
    sender: Words | None = Field(None, alias="from")
    channel: Channel | None = None
    text: Words | None = None
    tlp: Tlp | None = None
    reliability: Annotated[str, Field(pattern=r"^[A-F][1-6]$")] | None = None
    offence: Offence | None = None
    attachments: tuple[Attachment, ...] = ()


class Variant(Body):
    """Replaces parts of the inject when its condition is the first in the list to hold."""

    id: Id
    when: Condition | None = None
    then: tuple[AnyEffect, ...] = ()


class Inject(Body):
    """Something that roles learn.

    It is sent at `at`, or `delay` after the inject named in `after`, or `delay` after `when`
    turns true; together they all must have come true. `unless` is asked at that moment: a
    contingency inject has there the expected action that made it needless.
    `by_hand` waits for control, an effect or a detection.
    """

    id: Id
    to: OneOrMore[RoleId]
    kind: Literal["contextual", "inject", "contingency", "expected-action"] = "inject"
    at: Seconds | None = None
    after: InjectId | None = None
    when: Condition | None = None
    delay: RandomSpan = NOTHING
    by_hand: YesNo = False
    unless: Condition | None = None
    repeat: Repeat | None = None
    pinned: YesNo = False
    variants: tuple[Variant, ...] = ()
    decision: Decision | None = None
    then: tuple[AnyEffect, ...] = ()
    corrects: InjectId | None = None
    storyline: StorylineId | None = None
    objective: OneOrMore[ObjectiveId] = ()
    expected: Words | None = None
    hint: Words | None = None
    notes: Words | None = None
    cites: OneOrMore[SourceId] = ()

    @property
    def decision_id(self) -> str:
        """Raises AttributeError where the inject asks nothing."""
        assert self.decision is not None
        return self.decision.id or self.id


class Question(Part):
    id: Id
    to: OneOrMore[RoleId]
    ask: Words
    expected: Words | None = None


class Module(Part):
    """A stretch of discussion: it opens at its time, holds the clock, and closes by Proceed."""

    title: Words
    at: Seconds | None = None
    when: Condition | None = None
    situation: Words
    questions: tuple[Question, ...] = ()
    then: tuple[AnyEffect, ...] = ()
