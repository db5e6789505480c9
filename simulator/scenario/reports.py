"""Reports: what stands in the form, what each field takes, and what is right in it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from simulator.scenario.conditions import Bounds, Condition, Said, TimeBounds
from simulator.scenario.effects import AnyEffect
from simulator.scenario.values import Best, Id, OneOrMore, Part, RoleId, Seconds, Words, YesNo, oops

Kind = Literal["text", "choice", "choices", "time", "number", "assets", "indicators"]

SEVERAL: frozenset[str] = frozenset({"choices", "assets", "indicators"})
"""Kinds of fields that take several values, one a line."""


class Pick(Part):
    """One of the answers that a field offers."""

    id: Id | None = None
    """What conditions call it; its words, unless given. E.g. `high`."""
    label: Words
    """What is read. E.g. `High`."""

    def name(self, language: str) -> str:
        """What stands in a report that was sent, whatever language it was written in."""
        return self.id or self.label.into(language)


def _a_pick(value: Any) -> Any:
    """Plain words, in one language or in several, are a label."""
    if isinstance(value, dict) and {"id", "label"} & value.keys():
        return value
    return {"label": value}


class Right(Part):
    """What is right in a field, as far as something holds."""

    said: OneOrMore[Said] = Field((), alias="is")
    """What is right: one of these; of several values exactly these, of indicators all of these at
    least; in a text one of these stands somewhere. E.g. `[high, critical]`."""
    number: Bounds | None = None
    """Or the number is within these. E.g. `{at_least: 100, at_most: 200}`."""
    time: TimeBounds | None = None
    """Or the moment is within these, since STARTEX. E.g. `{after: 1h, before: 2h}`."""
    when: Condition | None = None
    """It is so where this holds as the report is sent; always, unless given.
    E.g. `{asset: mail, foothold: true}`."""

    @model_validator(mode="after")
    def _says_something(self) -> Right:
        if not (self.said or self.number or self.time):
            raise oops("C02", "say what is right: is, number or time")
        return self


class Entry(Part):
    """One field of a report form."""

    id: Id
    """What the form calls the field. E.g. `what`."""
    label: Words
    """What the player reads beside it. E.g. `What happened?`."""
    kind: Kind = "text"
    """What is written there: words, one choice or several, a moment, a number, assets that the
    sender sees, or indicators, one a line; a choice where `choices` are given. E.g. `assets`."""
    required: YesNo = True
    """Whether it must be filled in. E.g. `false`."""
    wanted: YesNo = False
    """Whether it may be left out, but the report isn't complete without it. E.g. `true`."""
    choices: OneOrMore[Annotated[Pick, BeforeValidator(_a_pick)]] = ()
    """Answers to choose from; words of one's own, unless given.
    E.g. `[{id: low, label: Low}, {id: high, label: High}]` or `[Low, High]`."""
    words: Bounds | None = None
    """How many words it takes. E.g. `{at_least: 10}`."""
    number: Bounds | None = None
    """Within which bounds a number is. E.g. `{at_least: 0}`."""
    pattern: Annotated[str, Field(min_length=1, max_length=500)] | None = None
    """What each value looks like, as a regular expression of the whole. E.g. `"[0-9]{3}"`."""
    pattern_text: Words | None = None
    """What is said where it does not look so. E.g. `Three digits`."""
    hint: Words | None = None
    """What helps to fill it in. E.g. `As far as known by now`."""
    best: OneOrMore[Best] = ()
    """What a bot writes that follows doctrine: ids of choices or assets, or words.
    E.g. `high` or `{en: It spreads, sq: Përhapet}`."""
    right: OneOrMore[Right] = ()
    """What is right in it; the first whose `when` holds as it is sent counts. Whoever sends it is
    told only when all is over. E.g. `[{is: high, when: {fact: spreading}}, {is: low}]`."""

    @model_validator(mode="before")
    @classmethod
    def _of_choices(cls, value: Any) -> Any:
        """Whoever offers choices needn't say that it is a choice."""
        if isinstance(value, dict) and "choices" in value and "kind" not in value:
            return {**value, "kind": "choice"}
        return value

    @property
    def needed(self) -> bool:
        """Whether nothing can be sent without it."""
        return self.required and not self.wanted

    @property
    def several(self) -> bool:
        return self.kind in SEVERAL

    def said(self, language: str) -> tuple[str, ...]:
        """What is best to write."""
        return tuple(one if isinstance(one, str) else one.into(language) for one in self.best)

    def usual(self, language: str) -> tuple[str, ...]:
        """What a bot writes as far as the scenario tells: the best, the first choice, a number
        that is allowed, or the author's hint of what should stand there."""
        if self.best:
            return self.said(language)
        if self.choices:
            return (self.choices[0].name(language),)
        match self.kind:
            case "number":
                return (f"{_a_number(self.number):.10g}",)
            case "time" | "assets":
                return ()
            case _:
                return ((self.hint or self.label).into(language),)


def _a_number(bounds: Bounds | None) -> float:
    """One that is within the bounds, as near to 0 as they are easily met."""
    if bounds is None:
        return 0
    said = (bounds.at_least, bounds.at_most, bounds.above, bounds.below)
    ends = [end for end in said if end is not None]
    tried = (
        0,
        *ends,
        *(end + 1 for end in ends),
        *(end - 1 for end in ends),
        sum(ends) / len(ends),
    )
    return next((number for number in tried if bounds.admit(number)), 0)


class Clock(Part):
    """A reporting clock."""

    starts: Condition
    """It runs from when this first holds. E.g. `{step: lock, is: seen}`."""
    within: Seconds
    """The time to send the report. E.g. `24h`."""


class Report(Part):
    """A structured message from one role to others."""

    title: Words
    """Its name. E.g. `Early warning`."""
    about: Words | None = None
    """What it is for. E.g. `The law asks for it within a day`."""
    by: OneOrMore[RoleId]
    """Who can send it. E.g. `desk`."""
    to: OneOrMore[RoleId]
    """Who gets it. E.g. `[council, press]`."""
    needs: Condition | None = None
    """While this holds it can be sent. E.g. `{step: lock, is: seen}`."""
    clock: Clock | None = None
    """When it is asked for. E.g. `{starts: {step: lock, is: seen}, within: 24h}`."""
    fields: tuple[Entry, ...] = ()
    """What stands in it. E.g. `[{id: what, label: What happened?}]`."""
    then: tuple[AnyEffect, ...] = ()
    """Happens when it is sent. E.g. `[{fact: warned}]`."""
    again: YesNo = False
    """Whether it can be sent more than once. E.g. `true`."""
