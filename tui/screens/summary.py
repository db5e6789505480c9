"""How it ended, section by section. What is in them is drawn elsewhere."""

from collections.abc import Callable, Mapping
from typing import ClassVar, Final

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from simulator.engine.views import Debrief, RoleView
from simulator.engine.views.comparing import Standing
from tui.acts import act
from tui.debriefing import Section, sections
from tui.marks import joined
from tui.plain import line
from tui.screens.page import help_on
from tui.speech import _, mark
from tui.widgets.keyline import KeyLine

MOST = 7
"""More sections than these there never are."""
SAYING: Final = frozenset({"feedback", "observe", "rate"})
"""What somebody may still have to say."""


class Summary(Screen[None]):
    """`saying` has what whoever reads it may do of `SAYING`, by its name."""

    ACTS: ClassVar[list[Binding]] = [
        act("question_mark", "help", mark("Help"), mark("Show this help"), None, shown="?"),
        act("1", "section(1)", mark("Section"), mark("Go to a section by its number"), None,
            shown=f"1–{MOST}"),
        act("f,f9", "feedback", mark("Feedback"), mark("Say what you think of the exercise"), None,
            id="summary-feedback", shown="f"),
        act("n", "observe", mark("Note"), mark("Write an observation down, for the review"), None,
            id="summary-observe"),
        act("r", "rate", mark("Rate"), mark("Rate an objective or a task"), None,
            id="summary-rate"),
        act("escape,f10", "look_around", mark("Look around"),
            mark("Back to the desk as it was at the end"), None, shown="esc"),
        act("q", "leave", mark("Quit"), mark("Leave the exercise"), None),
    ]  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        *ACTS,
        *(Binding(str(n), f"section({n})", show=False) for n in range(2, MOST + 1)),
    ]

    def __init__(
        self,
        view: RoleView,
        debrief: Debrief,
        beside: tuple[Standing, ...] = (),
        saying: Mapping[str, Callable[[], object]] | None = None,
    ) -> None:
        super().__init__()
        self.saying = saying or {}
        self.beside = beside
        self.view = view
        self.debrief = debrief

    def compose(self) -> ComposeResult:
        told = list(sections(self.view, self.debrief, self.beside))
        over = (" " + _("EXERCISE OVER") + " ", "badge")
        yield Static(joined(over, " ", line(self.view.title, "strong")), id="over")
        yield Static(_contents(told), id="contents")
        with VerticalScroll(id="summary"):
            for number, section in enumerate(told, 1):
                block = Static(section.part, classes="section", id=f"section-{number}")
                block.border_title = Content(f"{number} {section.title}")
                yield block
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action not in SAYING or action in self.saying

    def action_feedback(self) -> None:
        self.saying["feedback"]()

    def action_observe(self) -> None:
        self.saying["observe"]()

    def action_rate(self) -> None:
        self.saying["rate"]()

    def action_section(self, number: int) -> None:
        for block in self.query(f"#section-{number}"):
            self.query_one(VerticalScroll).scroll_to_widget(block, top=True, animate=False)

    def action_help(self) -> None:
        self.app.push_screen(help_on(self, "summary"))

    async def action_leave(self) -> None:
        await self.app.action_quit()

    def action_look_around(self) -> None:
        self.dismiss(None)


def _contents(told: list[Section]) -> Text:
    """The sections in a line, each with its key."""
    parts: list[tuple[str, str] | str] = []
    for number, section in enumerate(told, 1):
        parts += [(f"{number} ", "call"), f"{section.short}  "]
    return joined(*parts)
