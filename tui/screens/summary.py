"""How it ended: nothing is hidden any more. Drawing only; the ratings come with the view."""

from collections.abc import Iterator
from typing import ClassVar

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Footer, Static

from simulator.engine.views import Debrief, DecisionView, ObjectiveView, RoleView
from tui import words
from tui.marks import DONE, NOT, bar, gauge_ink, joined
from tui.plain import flowing, line, plain


class Summary(Screen[None]):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f10", "look_around", "Look around", key_display="esc"),
        Binding("q", "leave", "Quit"),
    ]

    def __init__(self, view: RoleView, debrief: Debrief) -> None:
        super().__init__()
        self.view = view
        self.debrief = debrief

    def compose(self) -> ComposeResult:
        yield Static(
            joined((" EXERCISE OVER ", "badge"), " ", line(self.view.title, "strong")), id="over"
        )
        with VerticalScroll(id="summary"):
            for title, part in sections(self.view, self.debrief):
                block = Static(part, classes="section")
                block.border_title = title
                yield block
        yield Footer(compact=True)

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()

    def action_leave(self) -> None:
        self.app.exit()

    def action_look_around(self) -> None:
        self.dismiss(None)


def sections(view: RoleView, debrief: Debrief) -> Iterator[tuple[str, RenderableType]]:
    """Titles and what stands under them."""
    yield "Outcome", _stack([plain(debrief.outcome, "head"), flowing(debrief.text)])
    if debrief.objectives:
        yield "Objectives", _stack([_objective(objective) for objective in debrief.objectives])
    if debrief.decisions:
        yield "Your decisions", _stack([_decision(d, view) for d in debrief.decisions])
    if debrief.assets:
        yield "Assets at the end", _assets(debrief)
    if debrief.gauges:
        yield "Gauges at the end", _gauges(debrief)
    if debrief.history:
        yield "What really happened", _history(view, debrief)


def _stack(parts: list[RenderableType]) -> Table:
    stack = Table.grid()
    for part in parts:
        stack.add_row(part)
    return stack


def _objective(objective: ObjectiveView) -> RenderableType:
    rating = f"{objective.rating}: {words.RATINGS[objective.rating]}"
    ink = {"P": "good", "S": "good", "M": "fair", "U": "bad"}[objective.rating]
    title = joined(line(objective.title, "strong"))
    result = joined((rating, ink), (f"  {objective.points} of {objective.of} points", "mute"))
    measures = Table.grid(padding=(0, 1, 0, 0))
    measures.add_column(min_width=9)
    for measure in objective.measures:
        mark = (f"{DONE} met", "good") if measure.met else (f"{NOT} not met", "bad")
        score = joined((f"{measure.points} of {measure.worth}", "mute"))
        measures.add_row(joined(mark), score, plain(measure.title))
    return _stack([title, result, Padding(measures, (0, 0, 1, 2))])


def _decision(decision: DecisionView, view: RoleView) -> RenderableType:
    lines = [
        joined((f"{words.short_time(view.start, decision.opened)}  ", "mute")).append_text(
            plain(decision.ask, "strong")
        ),
    ]
    if decision.phase == "taken":
        lines.append(plain(f"→ {decision.chosen or decision.text}"))
    if decision.reason:
        lines.append(plain(f"Your reason: {decision.reason}", "mute"))
    if decision.confidence is not None:
        lines.append(plain(f"How sure: {words.confidence(decision.confidence)}", "mute"))
    if decision.fate:
        lines.append(plain(f"→ {decision.fate}", "mute"))
    return Padding(_stack(list(lines)), (0, 0, 1, 0))


def _assets(debrief: Debrief) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="mute")
    for column in ("Asset", "Service", "Hosts intact", "Encrypted", "Wiped", "Leaked"):
        table.add_column(column)
    for asset in debrief.assets:
        service = joined(
            bar(asset.service, 6),
            f" {asset.service:3.0f} % ",
            (words.service(asset.service), "mute"),
        )
        leaked = f"{asset.leaked:.1f} GB" if asset.leaked else "–"
        lost = (str(asset.encrypted or "–"), str(asset.wiped or "–"))
        table.add_row(line(asset.title), service, f"{asset.intact} of {asset.hosts}", *lost, leaked)
    return table


def _gauges(debrief: Debrief) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    for gauge in debrief.gauges:
        meaning = "more is better" if gauge.good == "high" else "less is better"
        drawn = joined(bar(gauge.value, 10, gauge_ink(gauge)), f" {gauge.value:3.0f}")
        table.add_row(line(gauge.title), drawn, joined((meaning, "mute")))
    return table


def _history(view: RoleView, debrief: Debrief) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style="mute")
    table.add_column()
    for past in debrief.history:
        table.add_row(words.day_time(view.start, past.at), plain(past.what))
    return table
