"""Writing a structured report, field by field. What was written is kept until it is sent."""

from simulator.engine.commands import Send
from simulator.engine.filling import lined
from simulator.engine.views import FieldView, ReportView, RoleView
from simulator.scenario.reports import SEVERAL
from tui import waiting, words
from tui.blanks import as_sent, fault_of, first_entry, left_out, shown, told
from tui.lines import things
from tui.lines.asking import Asking, Steps, certain, named
from tui.lines.choosing import Choice, Unclear
from tui.lines.desk import Desk
from tui.lines.lists import field_line, report_line
from tui.lines.phrases import say, stopped, written
from tui.lines.things import of_field

EMPTY = "-"


def report(desk: Desk, given: str) -> Steps:
    """Each field is asked for; then all is shown, and may be changed before it is sent."""
    wanted = _report(desk, given)
    if wanted.why_not:
        raise Unclear(say("not-now", title=wanted.title, why=wanted.why_not))
    desk.about = ("report", wanted.id)
    desk.tell(report_line(wanted, desk.view, desk.numbers, ()), wanted.about)
    draft = _taken_up(desk, wanted)
    try:
        for place in range(len(wanted.fields)):
            yield from _fill(desk, wanted, place, draft)
        yield from _check(desk, wanted, draft)
    except GeneratorExit:
        if any(draft.values()):
            desk.tell_kept(wanted.id)
        raise
    entries = ((field.id, draft.get(field.id, "")) for field in wanted.fields)
    return (Send(desk.role, wanted.id, tuple(pair for pair in entries if pair[1])),)


def _taken_up(desk: Desk, wanted: ReportView) -> dict[str, str]:
    """What was written of it before, or sent last, by the ids of its fields."""
    kept, view = desk.drafts.of(("report", wanted.id)), desk.view
    if kept is None:
        if wanted.entries:
            desk.tell(say("from-last"))
        return {field.id: first_entry(field, wanted, view) for field in wanted.fields}
    earlier = kept.at > view.now
    time = words.short_time(view.start, kept.at)
    desk.tell(say("draft-earlier") if earlier else say("draft-of", time=time))
    found = ((field, kept.written.get(_kept_as(field.id), "")) for field in wanted.fields)
    return {field.id: as_sent(field, entry) for field, entry in found}


def _kept_as(field: str) -> str:
    """The name of a field in a draft, which the screen goes on with as well."""
    return f"field-{field}"


def _report(desk: Desk, given: str) -> ReportView:
    """The one that is named, or else the only one, or else the one that is due soonest."""
    known = things.reports(desk.view, desk.numbers)
    due = [due.id for due in waiting.dues(desk.view) if due.kind == "report"]
    only = [choice.id for choice in known] if len(known) == 1 else due
    id = named(given or next(iter(only), ""), known, "a-report").id
    return next(report for report in desk.view.reports if report.id == id)


def _fill(desk: Desk, wanted: ReportView, place: int, draft: dict[str, str]) -> Asking[None]:
    """Ask for one field until it is filled, or left as it may be left."""
    field = wanted.fields[place]
    desk.tell(field_line(place + 1, field, desk.view))
    if draft.get(field.id):
        so_far = say("so-far", text=shown(field, draft[field.id], desk.view))
        desk.tell("  " + stopped(so_far, say("keep")))
    while True:
        text = yield say("prompt-field", number=place + 1, count=len(wanted.fields))
        try:
            draft[field.id] = _entry(field, text, draft.get(field.id, ""), desk.view)
        except Unclear as no:
            desk.tell(stopped(no.sentence, say("anew")))
        else:
            written = {_kept_as(id): entry for id, entry in draft.items() if entry}
            desk.drafts.keep(("report", wanted.id), written, desk.view.now)
            return


def _entry(field: FieldView, text: str, before: str, view: RoleView) -> str:
    """What is written into the field. Raises Unclear."""
    entry = "" if text == EMPTY else _read(field, text, view) if text else before
    if field.required and not entry:
        raise Unclear(say("field-empty", label=field.label))
    if fault := fault_of(field, entry, view):
        raise Unclear(told(fault, field))
    return entry


def _read(field: FieldView, text: str, view: RoleView) -> str:
    """What is meant, as it is kept; several stand on one line, with commas. Raises Unclear."""
    named_ones = of_field(field, view)
    if field.kind == "choice":
        return named(text, named_ones, "a-choice").id
    if field.kind not in SEVERAL:
        return text
    several = [one.strip() for one in text.split(",") if one.strip()]
    if field.kind == "indicators":
        return lined(several)
    what = "an-asset" if field.kind == "assets" else "a-choice"
    return lined(dict.fromkeys(named(one, named_ones, what).id for one in several))


def _check(desk: Desk, wanted: ReportView, draft: dict[str, str]) -> Asking[None]:
    """Show all of it until it is to be sent, and let fields be changed."""
    fields = [Choice(field.id, n, field.label) for n, field in enumerate(wanted.fields, 1)]
    warned = False
    while True:
        desk.tell(say("report-ready", to=", ".join(wanted.to)))
        for field in fields:
            entry = shown(wanted.fields[field.number - 1], draft.get(field.id, ""), desk.view)
            filled = say("field", name=field.title, said=entry or say("empty"))
            desk.tell("  " + say("entry", number=field.number, title=filled))
        desk.tell(say("ask-send"))
        text = yield say("prompt-send")
        if text.casefold() in written("send"):
            missing = left_out(wanted, draft)
            if (
                warned
                or not missing
                or (yield from certain(desk, f"{missing} {say('all-the-same')}"))
            ):
                return
            warned = True
            continue
        try:
            place = named(text, fields, "a-field").number - 1
        except Unclear as no:
            desk.tell(stopped(no.sentence, say("anew")))
        else:
            yield from _fill(desk, wanted, place, draft)
