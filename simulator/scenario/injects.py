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
    TemplateId,
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
    """An indicator of compromise, to be read and no more."""

    type: Annotated[str, Field(min_length=1, max_length=30)]
    """What kind it is. E.g. `sha256`."""
    value: Annotated[str, Field(min_length=1, max_length=300)]
    """The indicator; nothing is ever looked up or run. E.g. `198.51.100.7`."""
    note: Words | None = None
    """What it belongs to. E.g. `Where the beacon calls`."""


class Attachment(Part):
    """What comes with an inject."""

    name: Annotated[str, Field(min_length=1, max_length=80)]
    """What it is called. E.g. `hosts.csv`."""
    text: Words | None = None
    """Words in it. E.g. `To whom it may concern`."""
    columns: tuple[str, ...] = ()
    """The head of a table. E.g. `[host, since]`."""
    rows: tuple[tuple[str, ...], ...] = ()
    """The lines of a table, all of words. E.g. `[[mail-1, "03:10"]]`."""
    indicators: tuple[Indicator, ...] = ()
    """Indicators of compromise. E.g. `[{type: domain, value: mail.example}]`."""


class Offence(Part):
    """What a SIEM shows of an offence."""

    number: Whole
    """Its number in the console. E.g. `4711`."""
    magnitude: Annotated[int, Field(strict=True, ge=1, le=10)]
    """How grave it is, 1 to 10. E.g. `7`."""
    source: Words | None = None
    """Where it comes from. E.g. `10.2.0.14`."""
    destination: Words | None = None
    """Where it goes. E.g. `Mail servers`."""
    category: Words | None = None
    """What the console calls it. E.g. `Suspicious logon`."""
    events: Whole = 0
    """How many events it sums up. E.g. `312`."""


class Option(Part):
    """One answer to a decision."""

    id: Id
    """What conditions call it by. E.g. `cut`."""
    label: Words
    """What the player chooses. E.g. `Cut it off now`."""
    about: Words | None = None
    """What speaks for it and against it. E.g. `Safe, and mail stops`."""
    best: YesNo = False
    """Whether it is the answer that doctrine asks for. E.g. `true`."""
    irreversible: YesNo = False
    """Whether it is asked twice because it can't be undone. E.g. `true`."""
    needs: Condition | None = None
    """While this holds it can be chosen. E.g. `{team: noc, free: {at_least: 2}}`."""
    consent: tuple[ConsentFrom, ...] = ()
    """Who must consent before it takes effect. E.g. `[{from: council}]`."""
    then: tuple[AnyEffect, ...] = ()
    """Happens when it is chosen. E.g. `[{asset: mail, set: isolated}]`."""
    otherwise: tuple[AnyEffect, ...] = ()
    """Happens when consent is refused. E.g. `[{gauge: trust, add: -2}]`."""


class Decision(Part):
    """A question to one role."""

    id: Id | None = None
    """What conditions call it by; the inject's id, unless given. E.g. `isolate`."""
    ask: Words
    """The question. E.g. `Cut the file servers off?`."""
    by: RoleId | None = None
    """Who decides; the first in `to`, unless given. E.g. `desk`."""
    due: Seconds | None = None
    """The time to decide; none, unless given. E.g. `30m`."""
    default: Id | None = None
    """The option that is taken when nobody decides in time. E.g. `wait`."""
    free_text: YesNo = False
    """Whether words of one's own are an answer, too; without options they must be. E.g. `true`."""
    options: tuple[Option, ...] = ()
    """What can be chosen. E.g. `[{id: cut, label: Cut it off}, {id: wait, label: Wait}]`."""
    expected: Words | None = None
    """A good answer in words, for evaluators. E.g. `Cut it off, then tell the council`."""


class Repeat(Part):
    """How an inject comes again."""

    every: RandomSpan
    """The time between two. E.g. `{between: [1h, 2h]}`."""
    times: Annotated[Whole, Field(ge=1, le=1000)]
    """How often it is sent in all. E.g. `4`."""
    during: Condition | None = None
    """It goes on while this holds. E.g. `{asset: mail, service: {below: 50}}`."""


class Body(Part):
    """What of an inject the reader sees."""

    subject: Words | None = Field(None, alias="title")
    """Its subject. E.g. `The files change their names`."""
    sender: Words | None = Field(None, alias="from")
    """Who it is from. E.g. `Night shift`."""
    channel: Channel | None = None
    """How it comes. E.g. `phone`."""
    text: Words | None = None
    """What it says. E.g. `Every file ends in a word I have never seen`."""
    tlp: Tlp | None = None
    """Its Traffic Light Protocol label. E.g. `AMBER`."""
    reliability: Annotated[str, Field(pattern=r"^[A-F][1-6]$")] | None = None
    """The source A to F, what it says 1 to 6. E.g. `B2`."""
    offence: Offence | None = None
    """What a SIEM shows. E.g. `{number: 4711, magnitude: 7}`."""
    attachments: tuple[Attachment, ...] = ()
    """What comes with it. E.g. `[{name: hosts.csv, columns: [host], rows: [[mail-1]]}]`."""


class Variant(Body):
    """Replaces parts of the inject when its condition is the first in the list to hold."""

    id: Id
    """Its name in the review. E.g. `too-late`."""
    when: Condition | None = None
    """Where it is taken; the last may go without. E.g. `{decision: isolate, is: missed}`."""
    then: tuple[AnyEffect, ...] = ()
    """Happens with it, besides what the inject does. E.g. `[{gauge: trust, add: -3}]`."""


class Shared(Body):
    """What of an inject a template can bring.

    It is sent when all of `at`, `after` and `when` have come true and its `delay` has passed.
    """

    kind: Literal["contextual", "inject", "contingency", "expected-action"] = "inject"
    """What it is in the plan (MSEL). E.g. `contextual`."""
    at: Seconds | None = None
    """The time since STARTEX. E.g. `1h30m`."""
    after: InjectId | None = None
    """The inject that must have been sent. E.g. `call`."""
    when: Condition | None = None
    """What must have come true. E.g. `{asset: files, hosts_intact: {below: 90}}`."""
    delay: RandomSpan = NOTHING
    """How long it waits after all that. E.g. `{between: [5m, 15m]}`."""
    by_hand: YesNo = False
    """Whether it waits for control, an effect or a detection. E.g. `true`."""
    unless: Condition | None = None
    """It is skipped where this holds at that moment. E.g. `{decision: isolate, chose: cut}`."""
    repeat: Repeat | None = None
    """Whether it comes again. E.g. `{every: 1h, times: 3}`."""
    pinned: YesNo = False
    """Whether it stays in its place when control moves times. E.g. `true`."""
    variants: tuple[Variant, ...] = ()
    """Other words; the first that holds is sent. E.g. `[{id: late, when: {fact: warned}}]`."""
    decision: Decision | None = None
    """What it asks. E.g. `{ask: What do you do?, free_text: true}`."""
    then: tuple[AnyEffect, ...] = ()
    """Happens when it is sent. E.g. `[{gauge: trust, add: -2}]`."""
    corrects: InjectId | None = None
    """The inject that was wrong. E.g. `rumour`."""
    storyline: StorylineId | None = None
    """The thread it belongs to. E.g. `leak`."""
    objective: OneOrMore[ObjectiveId] = ()
    """What it trains. E.g. `serve`."""
    expected: Words | None = None
    """What players should do, for evaluators. E.g. `They ask who else sees it`."""
    hint: Words | None = None
    """What control may say to who is stuck. E.g. `Who else reads the log?`."""
    notes: Words | None = None
    """For control. E.g. `Read it out in a hurry`."""
    read_aloud: Words | None = None
    """What the facilitator reads out as it comes. E.g. `It is ten past three. The phone rings`."""
    red_flags: Words | None = None
    """Answers that should worry the facilitator. E.g. `They switch it off before they look`."""
    cites: OneOrMore[SourceId] = ()
    """Where it is known from. E.g. `advisory`."""
    noise: YesNo = False
    """Whether only levels with noise send it by itself, and a play without any level.
    E.g. `true`."""


class Template(Shared):
    """Keys that injects share: each that is `like` it has them, unless it writes them itself."""

    to: OneOrMore[RoleId] = ()
    """Who is told. E.g. `desk`."""


class Inject(Shared):
    """Something that roles learn. What it takes from the template it is `like` stands in it."""

    id: Id
    """What others call it by. E.g. `call`."""
    to: OneOrMore[RoleId]
    """Who is told. E.g. `desk` or `[desk, council]`."""
    like: TemplateId | None = None
    """The template whose keys it has, unless it writes them itself. E.g. `alert`."""

    @property
    def decision_id(self) -> str:
        """Raises AttributeError where the inject asks nothing."""
        assert self.decision is not None
        return self.decision.id or self.id


class Question(Part):
    """A question to be discussed."""

    id: Id
    """Its name. E.g. `first`."""
    to: OneOrMore[RoleId]
    """Who is asked. E.g. `[desk, council]`."""
    ask: Words
    """The question. E.g. `What do you know for sure?`."""
    expected: Words | None = None
    """A good answer, for evaluators. E.g. `Nothing yet but one call`."""


class Module(Part):
    """A stretch of discussion: it opens at its time, holds the clock, and closes by Proceed."""

    title: Words
    """Its name. E.g. `Take stock`."""
    at: Seconds | None = None
    """The time since STARTEX. E.g. `3h`."""
    when: Condition | None = None
    """What must have come true. E.g. `{step: lock, is: seen}`."""
    situation: Words
    """What is discussed. E.g. `Half of the files are gone`."""
    questions: tuple[Question, ...] = ()
    """What is asked. E.g. `[{id: first, to: desk, ask: What comes first?}]`."""
    then: tuple[AnyEffect, ...] = ()
    """Happens when it closes. E.g. `[{fact: discussed}]`."""
