"""Fields of reports, as both ways to fill them in see them: what is wrong, and how it reads."""

from datetime import datetime
from typing import Final

from simulator.engine import filling
from simulator.engine.filling import Fault, Sender, moment_of
from simulator.engine.views import FieldView, ReportView, RoleView
from tui.speech import _, spoken

NAMED: Final = ("choices", "assets")
"""Kinds of fields whose values are ids."""


def sender_of(view: RoleView) -> Sender:
    """Where this role writes now."""
    assets = tuple((asset.id, asset.title) for asset in view.assets)
    return Sender(datetime.fromisoformat(view.start), view.now, assets)


def as_sent(field: FieldView, entry: str) -> str:
    """What was entered, as it is sent: ids, which hold no spaces, one a line."""
    return filling.lined(entry.split()) if field.kind in NAMED else entry


def fault_of(field: FieldView, entry: str, view: RoleView) -> Fault | None:
    """What is wrong with what was entered; None where it can be sent."""
    return filling.values(field, as_sent(field, entry), sender_of(view))[1]


def told(fault: Fault, field: FieldView) -> str:
    """The fault as a sentence."""
    choices = ", ".join(pick.label for pick in field.choices)
    said = filling.told(fault, field, field.label, choices, field.pattern_text).into(spoken())
    return said[:1].upper() + said[1:] + "." * (said[-1:] not in ".!?")


def first_entry(field: FieldView, report: ReportView, view: RoleView) -> str:
    """What stands in the field at first: what was sent last, or of a moment that is needed, now."""
    last = dict(report.entries).get(field.id, "")
    fresh = field.kind == "time" and field.required and not report.entries
    return last or (moment_of(sender_of(view)) if fresh else "")


def shown(field: FieldView, entry: str, view: RoleView) -> str:
    """What was entered, as people read it."""
    if field.kind == "choice":
        return _called(entry, {pick.id: pick.label for pick in field.choices})
    if field.kind not in NAMED:
        return entry
    names = {pick.id: pick.label for pick in field.choices}
    names |= {asset.id: asset.title for asset in view.assets} if field.kind == "assets" else {}
    return ", ".join(_called(one, names) for one in entry.split())


def _called(name: str, names: dict[str, str]) -> str:
    return names.get(name, name)


def left_out(report: ReportView, entries: dict[str, str]) -> str:
    """What is asked before a report is sent without what is wanted; empty where all is there."""
    missing = (f.label for f in report.fields if f.wanted and not entries.get(f.id))
    names = ", ".join(f"“{label}”" for label in missing)
    return _("Wanted, but left out: {names}.", names=names) if names else ""
