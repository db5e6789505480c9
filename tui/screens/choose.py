"""Where play begins: the scenarios that come with Kulla, to choose one from."""

from pathlib import Path
from typing import ClassVar

from rich.console import Group
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static

from simulator.scenario import BadScenario, Scenario, load
from simulator.scenario.library import shipped
from tui import words
from tui.marks import joined
from tui.opening import Opening
from tui.plain import flowing, plain
from tui.screens.exercise import ExerciseScreen
from tui.screens.lobby import Lobby
from tui.widgets.choice import Alternative, Pointed


def first_screen(scenario: Scenario | None, opening: Opening) -> Screen[None]:
    """Where to begin: at the choice of an exercise, of a seat, or in the exercise itself.

    Raises Refused for a role or capability that is not there.
    """
    if scenario is None:
        return Choose(shipped(), opening)
    if opening.role is None:
        return Lobby(scenario, opening)
    seat = opening.sit(scenario, opening.role, opening.language or scenario.language)
    return ExerciseScreen(seat)


class Choose(Screen[None]):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "app.quit", "Quit"),
    ]

    def __init__(self, known: dict[str, Path], opening: Opening) -> None:
        super().__init__()
        self.known = known
        self.opening = opening
        self.read: dict[str, Scenario] = {}

    def compose(self) -> ComposeResult:
        yield Static(joined((" KULLA ", "badge"), (" Choose an exercise", "strong")), id="over")
        yield Pointed(id="scenarios")
        yield Footer(compact=True)

    def on_mount(self) -> None:
        scenarios = self.query_one(Pointed)
        scenarios.border_title = "Exercises: enter opens one"
        scenarios.tell([self._told(id, path) for id, path in self.known.items()])
        scenarios.focus()

    def _told(self, id: str, path: Path) -> Alternative:
        try:
            scenario = self.read[id] = load(path)
        except BadScenario as bad:
            wrong = words.counted(len(bad.problems), "problem", "problems")
            return Alternative(id, plain(f"{id}: {wrong}; kulla check {id} names them"), False)
        return Alternative(id, _entry(scenario, self.opening.language or scenario.language))

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        self.app.switch_screen(Lobby(self.read[str(event.option.id)], self.opening))


def _entry(scenario: Scenario, language: str) -> Group:
    facts = f"{words.duration(scenario.length)} of exercise time, {scenario.difficulty}"
    title = joined((plain(scenario.title.into(language)).plain, "head"), (f"  {facts}", "mute"))
    about = flowing(scenario.about.into(language)) if scenario.about else plain("")
    return Group(title, about, plain(""))
