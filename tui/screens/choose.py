"""Where play begins: the scenarios that come with Kulla, to choose one from."""

from pathlib import Path
from typing import ClassVar

from rich.console import Group
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import OptionList, Static

from simulator.engine.texts import Words
from simulator.scenario import BadScenario, Scenario, load
from simulator.scenario.library import ease, shipped
from tui import words
from tui.drafts import drafts_of
from tui.marks import joined
from tui.opening import Opening
from tui.plain import flowing, plain
from tui.screens.exercise import ExerciseScreen
from tui.screens.lobby import DIFFICULTIES, Lobby
from tui.screens.page import help_on
from tui.speech import _, many, mark, spoken
from tui.widgets.choice import Alternative, Pointed
from tui.widgets.keyline import KeyLine


def first_screen(scenario: Scenario | None, opening: Opening) -> Screen[None]:
    """Where to begin: at the choice of an exercise, of a seat, or in the exercise itself.

    Raises Refused for a role or capability that is not there.
    """
    if scenario is None:
        return Choose(shipped(), opening)
    if opening.role is None:
        return Lobby(scenario, opening)
    seat = opening.sit(scenario, opening.role, opening.language)
    return ExerciseScreen(seat, drafts=drafts_of(seat.name))


class Choose(Screen[None]):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "help", mark("Help"), key_display="?"),
        Binding("q", "app.quit", mark("Quit")),
    ]

    def __init__(self, known: dict[str, Path], opening: Opening) -> None:
        super().__init__()
        self.known = known
        self.opening = opening
        self.read: dict[str, Scenario] = {}

    def compose(self) -> ComposeResult:
        yield Static(
            joined((" KULLA ", "badge"), (" " + _("Choose an exercise"), "strong")), id="over"
        )
        yield Pointed(id="scenarios")
        yield KeyLine()

    def on_mount(self) -> None:
        scenarios = self.query_one(Pointed)
        scenarios.border_title = _("Exercises: enter opens one")
        told = [self._told(id, path) for id, path in self.known.items()]
        scenarios.tell(sorted(told, key=lambda one: ease(self.read.get(one.id))))
        scenarios.focus()

    def action_help(self) -> None:
        self.app.push_screen(help_on(self, "choose"))

    def _told(self, id: str, path: Path) -> Alternative:
        try:
            scenario = self.read[id] = load(path)
        except BadScenario as bad:
            wrong = many(
                "{id}: {number} problem; kulla check {id} names it",
                "{id}: {number} problems; kulla check {id} names them",
                len(bad.problems),
                id=id,
            )
            return Alternative(id, plain(wrong), False)
        return Alternative(id, _entry(scenario))

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        self.app.switch_screen(Lobby(self.read[str(event.option.id)], self.opening))


def _entry(scenario: Scenario) -> Group:
    language, facts = (
        spoken(),
        _(
            "{length} of exercise time, {difficulty}",
            length=words.duration(scenario.length),
            difficulty=_(DIFFICULTIES[scenario.difficulty]),
        ),
    )
    title = joined((plain(scenario.title.into(language)).plain, "head"), (f"  {facts}", "mute"))
    about = Words(scenario, scenario.about, 0).into(language) if scenario.about else ""
    return Group(title, flowing(about) if about else plain(""), plain(""))
