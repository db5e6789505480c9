"""What people do in a test, and when. Who does it, the scenario knows unless it is said."""

from __future__ import annotations

from typing import Annotated, Any, Final

from pydantic import Discriminator, Field, Tag, model_validator

from simulator.scenario.conditions import Condition
from simulator.scenario.heads import head_in
from simulator.scenario.values import (
    ActionId,
    AssetId,
    DecisionId,
    Id,
    InjectId,
    Part,
    ReportId,
    RoleId,
    Seconds,
    YesNo,
    oops,
)


class Deed(Part):
    """Something that somebody does, and when."""

    at: Seconds | None = None
    """The time since STARTEX. E.g. `1h30m`."""
    when: Condition | None = None
    """What must have come true first, in place of a time. E.g. `{inject: call}`."""
    after: Seconds = 0
    """How long after that, or after they were asked. E.g. `10m`."""
    refused: YesNo = False
    """Whether it must be refused. E.g. `true`."""
    maybe: YesNo = False
    """Whether it may be refused, or never come to its moment. E.g. `true`."""

    @model_validator(mode="after")
    def _has_one_moment(self) -> Deed:
        if self.at is not None and (self.when is not None or self.after):
            raise oops("S02", "say at, or when and after, not both")
        if self.at is None and self.when is None and not isinstance(self, Asked):
            raise oops("S02", "say at what time, or when (a condition), this is done")
        return self


class Asked(Deed):
    """Something that waits until somebody asks for it."""


class Decided(Asked):
    """What is decided, in answer to a question."""

    decision: DecisionId
    """What is decided, as soon as it is asked. E.g. `isolate`."""
    choose: Id | None = None
    """The option that is chosen. E.g. `cut`."""
    answer: Annotated[str, Field(min_length=1)] | None = None
    """The answer in one's own words. E.g. `We cut it off`."""

    @model_validator(mode="after")
    def _says_something(self) -> Decided:
        if self.choose is None and self.answer is None:
            raise oops("S05", "say which option they choose, or what they answer")
        return self


class Consented(Asked):
    """Consent that is given or refused."""

    consent: Id
    """The action or the decision that needs it. E.g. `cut-off`."""
    by: RoleId | None = None
    """Who is asked; the first of the chain, unless given. E.g. `council`."""
    grant: YesNo = True
    """Whether they consent. E.g. `false`."""


class Ordered(Deed):
    """An order."""

    order: ActionId
    """The action that is ordered. E.g. `cut-off`."""
    target: AssetId | None = None
    """What it is aimed at. E.g. `mail`."""
    by: RoleId | None = None
    """Who orders it, where several can. E.g. `desk`."""


class Reported(Deed):
    """A report that is sent."""

    report: ReportId
    """The report that is sent. E.g. `warning`."""
    fields: dict[str, str] = {}
    """What is filled in; what else must be is filled in somehow. E.g. `{what: Mail is down}`."""
    by: RoleId | None = None
    """Who sends it, where several can. E.g. `desk`."""


class Fired(Deed):
    """Control sends it."""

    fire: InjectId
    """The inject that control sends. E.g. `call`."""


class Skipped(Deed):
    """Control strikes it."""

    skip: InjectId
    """The inject that control strikes. E.g. `call`."""


class Commanded(Deed):
    """Anything else that can be asked."""

    command: dict[str, Any]
    """Anything else, as a script of `kulla run` writes it.
    E.g. `{ask: Note, text: All is calm}`."""
    by: RoleId | None = None
    """Who asks it; control, unless given. E.g. `desk`."""


DEEDS: Final[dict[str, type[Part]]] = {
    "decision": Decided, "consent": Consented, "order": Ordered, "report": Reported,
    "fire": Fired, "skip": Skipped, "command": Commanded,
}  # fmt: skip

AnyDeed = Annotated[
    Annotated[Decided, Tag("<decision>")]
    | Annotated[Consented, Tag("<consent>")]
    | Annotated[Ordered, Tag("<order>")]
    | Annotated[Reported, Tag("<report>")]
    | Annotated[Fired, Tag("<fire>")]
    | Annotated[Skipped, Tag("<skip>")]
    | Annotated[Commanded, Tag("<command>")],
    Discriminator(head_in(DEEDS)),
]
