"""What came on paper: which form its code stands for, and what can be done with it now."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Literal, NamedTuple

from simulator.authoring.printing.codes import DECISION, Code, read_code
from simulator.engine.commands import Answer, Command
from simulator.engine.views.overview import InjectRow, Panel, RoleRow
from tui import words
from tui.room import truth
from tui.speech import _, mark

ASKED: Final = ("sent", "read")
NO_FORM: Final = mark("No form has this code.")
BEFORE: Final = mark("“{ask}” has not been asked yet.")
NOT_NOW: Final[dict[str, str]] = {
    "waiting": BEFORE,
    "due": BEFORE,
    "held": BEFORE,
    "skipped": mark("“{ask}” is not asked any more."),
    "withdrawn": mark("“{ask}” is not asked any more."),
    "answered": mark("“{ask}” is answered already: {answer}"),
    "missed": mark(
        "“{ask}”: the time to answer is over, and this stands: {answer}. What is possible: set by "
        "hand what the answer would have done, or go back to before it."
    ),
}
"""Why a decision can't be keyed in, by how its inject stands."""


class Form(NamedTuple):
    """What a code stands for, and in whose place it is keyed in."""

    kind: Literal["decision", "report"]
    id: str
    role: str
    title: str


class Meant(NamedTuple):
    """What is said of a code; `form` where it can be keyed in now."""

    said: str
    form: Form | None = None


def meant(written: str, panel: Panel, start: str) -> Meant:
    """What somebody means who writes this code."""
    code = read_code(written)
    if code is None:
        return Meant(_("The code stands on top of the form, like D12 or R3."))
    found = _decision(code, panel) if code.kind == DECISION else _report(code, panel)
    if found is None:
        return Meant(_(NO_FORM))
    form, row = found
    seat = next((role for role in panel.roles if role.id == form.role), None)
    if seat is None:
        return Meant(_(NO_FORM))
    if seat.staffed:
        return Meant(_("People hold the seat of {role}: they key in for themselves.",
                       role=seat.title))  # fmt: skip
    if row is not None and not _open(row):
        why = NOT_NOW.get(row.state, NOT_NOW["answered"])
        return Meant(_(why, ask=row.asks, answer=row.answer or _("nothing")))
    return Meant("\n".join(_about(form, row, seat, start)), form)


def _open(row: InjectRow) -> bool:
    return row.state in ASKED and not row.answer


def _about(form: Form, row: InjectRow | None, seat: RoleRow, start: str) -> Sequence[str]:
    told = [_("{role}: {title}", role=seat.title, title=form.title)]
    if row is not None and row.decision_due is not None:
        told.append(_("Answer by {time}.", time=words.day_time(start, row.decision_due)))
    if seat.policy != "silent":
        told.append(_("The bot of this seat is not silent, and may answer first."))
    return told


def _decision(code: Code, panel: Panel) -> tuple[Form, InjectRow] | None:
    if code.number > len(panel.msel):
        return None
    row = panel.msel[code.number - 1]
    return (Form("decision", row.decision, row.decider, row.asks), row) if row.asks else None


def _report(code: Code, panel: Panel) -> tuple[Form, None] | None:
    if code.number > len(panel.reports):
        return None
    report = panel.reports[code.number - 1]
    place = (code.sender or 1) - 1
    if place >= len(report.by) or (len(report.by) > 1) != bool(code.sender):
        return None
    return Form("report", report.id, report.by[place], report.title), None


def signed(command: Command, name: str) -> Command:
    """The same with whose hand it was, where there is room for a reason."""
    if not isinstance(command, Answer):
        return command
    who = _("on paper: {name}", name=name) if name else _("on paper")
    return replace(command, reason=f"{command.reason} ({who})".strip())


def question(command: Command, form: Form, panel: Panel) -> str:
    """What is asked back before it is done."""
    who = truth.name(form.role, panel)
    if isinstance(command, Answer):
        return _("Record this answer of {role}? “{title}”", role=who, title=form.title)
    return _("Send this report of {role}? “{title}”", role=who, title=form.title)
