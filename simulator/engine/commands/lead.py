"""What control asks of the world. Each says, in `reason`, why, and `by` whose name it is.

Only control may ask for these; `role` is always CONTROL.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Fire:
    """Send an inject now."""

    role: str
    inject: str
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Hold:
    """Keep an inject from being sent until Release."""

    role: str
    inject: str
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Release:
    role: str
    inject: str
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Skip:
    """Strike an inject that was not sent."""

    role: str
    inject: str
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Delay:
    """An inject that waits is not sent before second `until`: one that is planned moves there,
    one that comes due sooner waits for it."""

    role: str
    inject: str
    until: int
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Repace:
    """Squeeze or stretch what is left so that ENDEX is at second `end`.

    What is planned keeps its order; injects that lay `gap` seconds or more apart stay so far
    apart; those the author has pinned, but for those named in `unpinned`, and those named in
    `pinned` keep their second. Delays that are drawn from now on are scaled alike. Deadlines, work
    and consents are people's time and are not touched.
    """

    role: str
    end: int
    gap: int = 0
    pinned: tuple[str, ...] = ()
    unpinned: tuple[str, ...] = ()
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Tempo:
    """Let the adversary and what is planned go on at this share of what is written, 25 to 400
    per cent: sooner where it is less than 100, later where it is more.

    What is planned moves, but for what the author has pinned; ENDEX and people's time stay.
    """

    role: str
    percent: int
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Write:
    """Write an inject on the spot, and send it, at second `at` or now.

    With `ask` it asks a decision of the first of `to`: `options` are labels, one a line, without
    effects; without options the answer is free text. Control rules on the answer. `due` seconds
    after it is sent the decision is missed; None leaves it open. `corrects` names an inject.
    """

    role: str
    to: tuple[str, ...]
    channel: str
    subject: str
    text: str
    sender: str = ""
    ask: str = ""
    options: str = ""
    due: int | None = None
    at: int | None = None
    corrects: str = ""
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Amend:
    """Change an inject that was not sent yet; what is left empty stays as it was. New words are
    the same in every language."""

    role: str
    inject: str
    to: tuple[str, ...] = ()
    sender: str = ""
    subject: str = ""
    text: str = ""
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Take back an inject that was sent by mistake: it stays where it lies, marked as withdrawn,
    and its open decision closes with nothing chosen. What it has done to the world stays done."""

    role: str
    inject: str
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Remind:
    """Lay an inject before those of its roles once more who have not opened it. It does nothing
    else to the world."""

    role: str
    inject: str
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """Judge what people wrote: `subject` is a decision that was answered in words, or a proposal.

    A `refuse` has no effects. Else it succeeds by `chance` (0 to 100, drawn by the seed): then
    `effects` happen, each an effect of the format as JSON, and with `option` those of that option
    of the decision, which counts as chosen; if it fails, the option's `otherwise`. `text` is what
    the role is told.
    """

    role: str
    subject: str
    verdict: Literal["allow", "refuse"]
    option: str = ""
    chance: int = 100
    effects: tuple[str, ...] = ()
    text: str = ""
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Intervene:
    """Set the world by hand: `effects` of the format, each as JSON, happen now."""

    role: str
    effects: tuple[str, ...]
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Staff:
    """Put people in a seat: its bot stops."""

    role: str
    seat: str
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Vacate:
    """Leave a seat to its bot."""

    role: str
    seat: str
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Instruct:
    """Choose how the bot of a seat behaves from now on."""

    role: str
    seat: str
    policy: Literal["doctrine", "slow", "silent", "random"]
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Conclude:
    """Call ENDEX."""

    role: str
    reason: str = ""
    by: str = ""


Lead = (
    Fire | Hold | Release | Skip | Delay | Repace | Tempo | Write | Amend | Withdraw | Remind | Rule
    | Intervene | Staff | Vacate | Instruct | Conclude
)  # fmt: skip
"""Every command that only control may give."""
