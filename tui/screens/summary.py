"""How it ended, section by section. What is in them is drawn elsewhere."""

from collections.abc import Callable
from typing import ClassVar

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


class Summary(Screen[None]):
    """`feedback` lets one say what one thinks of it, where there is somebody to tell."""

    ACTS: ClassVar[list[Binding]] = [
        act("question_mark", "help", mark("Help"), mark("Show this help"), None, shown="?"),
        act("1", "section(1)", mark("Section"), mark("Go to a section by its number"), None,
            shown=f"1–{MOST}"),
        act("f,f9", "feedback", mark("Feedback"), mark("Say what you think of the exercise"), None,
            id="summary-feedback", shown="f"),
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
        feedback: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self.feedback = feedback
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
        return action != "feedback" or self.feedback is not None

    def action_feedback(self) -> None:
        if self.feedback:
            self.feedback()

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
