"""The page of findings: mistakes, warnings and advice, each with its place and that line."""

from typing import ClassVar, Final

from rich.console import Group, RenderableType
from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import DataTable, Static

from simulator.authoring.checking.codes import CODES
from simulator.authoring.checking.excerpts import excerpts
from simulator.authoring.checking.pages import pages
from simulator.scenario.problem import Problem
from tui.marks import joined
from tui.plain import line, plain
from tui.previewing.leaf import Leaf
from tui.previewing.sight import Sight
from tui.speech import _, many, mark
from tui.widgets.beside import About
from tui.widgets.grid import Column, Grid, Row

_INKS: Final = {"mistake": "bad", "warning": "fair", "advice": "mute"}
_WEIGHTS: Final = {
    "mistake": mark("mistake"),
    "warning": mark("warning"),
    "advice": mark("advice"),
}


def weight(problem: Problem) -> str:
    """Mistakes keep a scenario from being played; all else is to be thought about."""
    known = CODES.get(problem.code)
    return known.weight if known else "mistake"


class Findings(Grid):
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(mark("Code"), 5),
        Column(mark("Weight"), 8, least=70),
        Column(mark("Place"), 24),
        Column(mark("What")),
    )
    NOTHING = mark("Nothing is wrong as it is written; “kulla check” plays it, too.")

    sight: reactive[Sight] = reactive(Sight())

    def nothing(self) -> str:
        """Not before it was looked at."""
        if self.sight.unreadable:
            return _("can not be read: {why}", why=self.sight.unreadable)
        return _("Reading …") if self.sight.reading else super().nothing()


class FindingsPage(Leaf):
    def compose(self) -> ComposeResult:
        with Vertical(classes="left"):
            yield Findings(classes="pane").data_bind(FindingsPage.sight)
        with About(classes="right pane"):
            yield Static(classes="about")

    def on_mount(self) -> None:
        self.query_one(About).border_title = _("About")
        self.catch_up()

    def draw(self) -> None:
        found = self.sight.findings
        grid = self.query_one(Findings)
        grid.border_title = Content(many("{number} finding", "{number} findings", len(found)))
        grid.show([_row(str(n), problem) for n, problem in enumerate(found)])
        self._tell()

    @on(DataTable.RowHighlighted)
    def _point(self, event: DataTable.RowHighlighted) -> None:
        event.stop()
        self._tell()

    @on(DataTable.RowSelected)
    def _open(self, event: DataTable.RowSelected) -> None:
        event.stop()
        self.query_one(About).focus()

    def on_resize(self, event: events.Resize) -> None:
        self._tell()

    def _tell(self) -> None:
        current, found = self.query_one(Findings).current, self.sight.findings
        shown = current and int(current) < len(found)
        about = self.query_one(About)
        width = max(30, about.size.width - 4)
        told = _about(found[int(current)], width) if shown else plain("")
        about.query_one(Static).update(told)


def _row(key: str, problem: Problem) -> Row:
    ink = _INKS[weight(problem)]
    place = f"{_short(problem.path)}:{problem.line}:{problem.column}"
    return Row(
        key,
        {
            "Code": joined((problem.code, ink)),
            "Weight": joined((_(_WEIGHTS[weight(problem)]), ink)),
            "Place": line(place, "mute"),
            "What": line(problem.sentence),
        },
    )


def _short(path: str) -> str:
    """The file without its folder: it stands in full where one is looked at."""
    return path.rpartition("/")[2]


def _about(problem: Problem, width: int) -> RenderableType:
    parts: list[RenderableType] = [
        plain(f"{problem.path}:{problem.line}:{problem.column}", "mute"),
        plain(f"{problem.code} ", _INKS[weight(problem)]).append_text(plain(problem.sentence)),
    ]
    for _problem, excerpt in excerpts([problem], width):
        if excerpt:
            parts.append(plain(f"{excerpt.number} | {excerpt.line}"))
            gap = " " * len(excerpt.number)
            parts.append(plain(f"{gap} | {excerpt.carets}", _INKS[weight(problem)]))
    page = pages().get(problem.code)
    if page:
        parts += [Text(), plain(page.why)]
    return Group(*parts)
