"""How it ended, drawn: what was reached, what one decided, how it stands, how it really was.

Nothing is hidden any more. The ratings come with the view.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from simulator.engine.views import (
    Debrief,
    Decided,
    DecisionView,
    ObjectiveView,
    Reported,
    RoleView,
)
from simulator.engine.views.comparing import Standing
from tui import abreast, dials, measures, words
from tui.comparing import Comparison
from tui.marks import bar, joined
from tui.plain import flowing, line, plain
from tui.speech import _

_SHOWN: Final = ("Points", "Met", "Service", "Steps", "Decided", "Contest")


class Section(NamedTuple):
    """`short` is its name where there is room for a word."""

    short: str
    title: str
    part: RenderableType


def sections(
    view: RoleView, debrief: Debrief, beside: tuple[Standing, ...] = ()
) -> Iterator[Section]:
    """Those that have something to tell; `beside` is one's own side and those it played against."""
    outcome = [plain(debrief.outcome, "head"), flowing(debrief.text)]
    yield Section(_("Outcome"), _("Outcome"), Group(*outcome))
    if debrief.objectives:
        reached = Group(*(_objective(objective) for objective in debrief.objectives))
        yield Section(_("Objectives"), _("Objectives"), reached)
    if beside:
        yield Section(_("Sides"), _("Your side beside the others"), _beside(beside))
    if debrief.decisions:
        decided = Group(*(_decided(one, view) for one in debrief.decisions))
        yield Section(_("Decisions"), _("Your decisions and what they led to"), decided)
    if told := [one for one in debrief.reports if one.right or one.wrong or one.left_out]:
        sent = Group(*(_reported(one, view) for one in told))
        yield Section(_("Reports"), _("Your reports, as they were sent last"), sent)
    if debrief.assets or debrief.gauges:
        standing = Group(_assets(debrief), joined(""), _gauges(debrief))
        yield Section(_("State"), _("How it stands at the end"), standing)
    if debrief.course or debrief.history:
        title = _("Here and in history") if debrief.history else _("What happened")
        yield Section(_("Course"), title, Comparison(view.start, debrief.course, debrief.history))
    if notes := [(entry.at, entry.words) for entry in view.log if entry.kind == "note"]:
        yield Section(_("Notes"), _("Your notes"), _timed(notes, view))


def _beside(beside: tuple[Standing, ...]) -> Table:
    """A row for each side, one's own first, with signs for the best and the worst."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="mute")
    told = abreast.cells(beside)
    shown = [name for name in _SHOWN if any(cells[name].plain for cells in told)]
    for name in (_("Side"), *map(_, shown), _("Ended")):
        table.add_column(joined(name))
    for number, (it, cells) in enumerate(zip(beside, told, strict=True)):
        side = line(it.side or it.team, "" if number else "strong")
        own = joined(("" if number else "► ", "good"), side)
        table.add_row(own, *(cells[name] for name in shown), line(it.outcome, "mute"))
    return table


def _timed(told: Sequence[tuple[int, str]], view: RoleView) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style="mute")
    for at, what in told:
        table.add_row(words.short_time(view.start, at), flowing(what))
    return table


def _objective(objective: ObjectiveView) -> RenderableType:
    ink = {"P": "good", "S": "good", "M": "fair", "U": "bad"}[objective.rating]
    rating = f"{objective.rating}: {_(words.RATINGS[objective.rating])}"
    scored = _("{points} of {of} points", points=objective.points, of=objective.of)
    measures = Table.grid(padding=(0, 1, 0, 0))
    measures.add_column(min_width=9)
    for measure in objective.measures:
        met = measure.met
        mark = (_("✓ met"), "good") if met else (_("✗ not met"), "bad")
        score = _("{points} of {of}", points=measure.points, of=measure.worth)
        measures.add_row(joined(mark), joined((score, "mute")), plain(measure.title))
    return Group(
        plain(objective.title, "strong"),
        joined((rating, ink), (f"  {scored}", "mute")),
        Padding(measures, (0, 0, 1, 2)),
    )


def _reported(report: Reported, view: RoleView) -> RenderableType:
    rows = (
        (_("✓ right"), "good", report.right),
        (_("✗ wrong"), "bad", report.wrong),
        (_("· left out"), "fair", report.left_out),
    )
    told = Table.grid(padding=(0, 1, 0, 0))
    told.add_column(min_width=11)
    for said, ink, names in rows:
        if names:
            told.add_row(joined((said, ink)), plain(", ".join(names)))
    time = joined((f"{words.short_time(view.start, report.at)}  ", "mute"))
    return Group(time.append_text(plain(report.title, "strong")), Padding(told, (0, 0, 1, 2)))


def _decided(decided: Decided, view: RoleView) -> RenderableType:
    decision = decided.decision
    opened = words.short_time(view.start, decision.opened)
    parts: list[RenderableType] = [
        joined((f"{opened}  ", "mute")).append_text(plain(decision.ask, "strong")),
        *_answer(decided, view),
        *_dissents(decision),
    ]
    if decided.led_to:
        parts.append(joined((_("What it led to:"), "head")))
        parts.append(_inside(_timed([(came.at, came.words) for came in decided.led_to], view)))
    else:
        parts.append(joined((_("Nothing more came of it."), "mute")))
    if decided.others_knew:
        parts.append(joined((_("What others knew when you decided:"), "head")))
        known = [(one.at, f"{one.role}: {one.words}") for one in decided.others_knew]
        parts.append(_inside(_timed(known, view)))
    return Padding(Group(*parts), (0, 0, 1, 0))


def _inside(part: RenderableType) -> RenderableType:
    return Padding(part, (0, 0, 0, 2))


def _answer(decided: Decided, view: RoleView) -> Iterator[Text]:
    """When and what was answered, why, how sure, and what became of it."""
    decision = decided.decision
    time = "" if decided.at is None else f"{words.short_time(view.start, decided.at)}  "
    if decision.phase == "taken":
        answer = plain(f"→ {decision.chosen or decision.text}")
    else:
        answer = joined((_("✗ Not answered in time."), "bad"))
    yield joined((time, "mute")).append_text(answer)
    if decision.reason:
        yield plain(_("Your reason: {reason}", reason=decision.reason), "mute")
    if decision.confidence is not None:
        sure = words.confidence(decision.confidence)
        yield plain(_("How sure: {confidence}", confidence=sure), "mute")
    if decision.fate:
        yield plain(f"→ {decision.fate}", "mute")


def _dissents(decision: DecisionView) -> Iterator[Text]:
    for one in decision.dissents:
        if one.by:
            yield plain(_("{name} saw it otherwise: {text}", name=one.by, text=one.text), "fair")
        else:
            yield plain(_("A colleague saw it otherwise: {text}", text=one.text), "fair")


def _assets(debrief: Debrief) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="mute")
    for name in (_("Asset"), _("Service"), _("Intact"), _("Encrypted"), _("Wiped"),
                 _("Leaked")):  # fmt: skip
        table.add_column(joined(name))
    for asset in debrief.assets:
        service = joined(
            bar(asset.service, 6),
            f" {words.number(asset.service):>3} % ",
            (words.service(asset.service), "mute"),
        )
        leaked = _("{amount} GB", amount=words.number(asset.leaked, 1)) if asset.leaked else "–"
        intact = _("{some} of {all}", some=asset.intact, all=asset.hosts)
        lost = (str(asset.encrypted or "–"), str(asset.wiped or "–"))
        table.add_row(line(asset.title), service, *map(joined, (intact, *lost, leaked)))
    return table


def _gauges(debrief: Debrief) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    for gauge in debrief.gauges:
        drawn = joined(dials.dial(gauge, 10), f" {measures.reading(gauge)}")
        table.add_row(line(gauge.title), drawn, joined((measures.wanted(gauge), "mute")))
    return table
