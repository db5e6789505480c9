"""Before STARTEX: choosing a seat and a language."""

from dataclasses import replace
from typing import ClassVar, Final

from rich.console import Group
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import OptionList, Static

from simulator.engine.errors import Refused
from simulator.engine.texts import Words
from simulator.scenario import Scenario
from simulator.scenario.world import Role
from tui import words
from tui.drafts import drafts_of
from tui.letters import fields
from tui.marks import joined
from tui.opening import Opening
from tui.plain import flowing, line, plain
from tui.screens.exercise import ExerciseScreen
from tui.screens.page import help_on
from tui.speech import LANGUAGES, _, mark, speak, spoken
from tui.widgets.choice import Alternative, Pointed
from tui.widgets.keyline import KeyLine

NAMES: Final = {"en": "English", "sq": "shqip"}
"""What each language calls itself."""
DIFFICULTIES: Final = {
    "introductory": mark("introductory"),
    "medium": mark("medium"),
    "hard": mark("hard"),
}
"""How hard an exercise is."""


class Lobby(Screen[None]):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "help", mark("Help"), key_display="?"),
        Binding("l", "language", mark("Language")),
        Binding("d", "level", mark("Level")),
        Binding("s", "side", mark("Side")),
        Binding("q", "app.quit", mark("Quit")),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]

    language: reactive[str] = reactive("en", init=False, bindings=True)
    """Of the words on the screen as of the exercise's own."""

    def __init__(self, scenario: Scenario, opening: Opening) -> None:
        super().__init__()
        self.scenario = scenario
        self.opening = opening
        self.set_reactive(Lobby.language, opening.language)

    @property
    def played(self) -> Scenario:
        """The exercise as the side plays it."""
        side = self.opening.side_of(self.scenario)
        return self.scenario.at_side(side if side in self.scenario.sides else "")

    def compose(self) -> ComposeResult:
        yield Static(id="over")
        yield Static(id="about")
        with Horizontal(id="desk"):
            yield Pointed(id="seats")
            with VerticalScroll(id="seat", classes="pane"):
                yield Static(id="seat-brief")
        yield KeyLine()

    def on_mount(self) -> None:
        self._draw()
        self.query_one("#seats").focus()

    def watch_language(self, language: str) -> None:
        speak(language)
        self._draw()

    def action_help(self) -> None:
        self.app.push_screen(help_on(self, "lobby"))

    def action_language(self) -> None:
        known = LANGUAGES.index(self.language) + 1
        self.language = LANGUAGES[known % len(LANGUAGES)]

    def action_level(self) -> None:
        """Take the next of the levels, and after the last none of them."""
        known = ("", *self.scenario.levels)
        at = known.index(self.opening.level) + 1 if self.opening.level in known else 0
        self.opening = replace(self.opening, level=known[at % len(known)])
        self._draw()

    def action_side(self) -> None:
        """Take the next of the sides."""
        known = [*self.scenario.sides]
        at = known.index(self.opening.side_of(self.scenario)) + 1
        self.opening = replace(self.opening, side=known[at % len(known)])
        self._draw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        there = {"level": self.scenario.levels, "side": self.scenario.sides}
        return bool(there.get(action, True))

    def _draw(self) -> None:
        told, scenario = self.language, self.played
        title = scenario.title.into(told)
        self.query_one("#over", Static).update(
            joined((f" {_('EXERCISE')} ", "badge"), " ", line(title, "strong"))
        )
        self.query_one("#about", Static).update(facts(scenario, told, self.opening.level))
        seats = self.query_one(Pointed)
        seats.border_title = _("Your role: enter takes it")
        seats.tell([Alternative(id, _seat(role, told)) for id, role in _in_order(scenario)])

    @on(OptionList.OptionHighlighted)
    def _read(self, event: OptionList.OptionHighlighted) -> None:
        role = self.played.roles[str(event.option.id)]
        told = Words(self.played, role.brief, 0).into(self.language) if role.brief else ""
        brief = told or _("This role has no brief.")
        self.query_one("#seat-brief", Static).update(flowing(brief))
        self.query_one("#seat").border_title = _("Its brief")

    @on(OptionList.OptionSelected)
    def _take(self, event: OptionList.OptionSelected) -> None:
        role = str(event.option.id)
        try:
            seat = self.opening.sit(self.scenario, role, self.language)
        except Refused as refusal:
            self.notify(str(plain(refusal.into(spoken()))), severity="error", markup=False)
        else:
            self.app.switch_screen(ExerciseScreen(seat, drafts=drafts_of(seat.name)))


def facts(scenario: Scenario, language: str, level: str = "") -> Group:
    """What an exercise is about, and how long and hard it is."""
    about = Words(scenario, scenario.about, 0).into(language) if scenario.about else ""
    lasts = words.duration(scenario.length)
    real = words.duration(round(scenario.length / scenario.pace / 60) * 60)
    rows = [
        (_("Lasts"), _("{length}, about {real} at the usual pace", length=lasts, real=real)),
        (_("Difficulty"), _(DIFFICULTIES[scenario.difficulty])),
        (_("TLP"), scenario.tlp),
        (_("Language"), NAMES[language]),
    ]
    if scenario.levels:
        rows.insert(2, (_("Level"), _level(scenario, level, language)))
    if side := scenario.sides.get(scenario.side):
        rows.insert(2, (_("Side"), Words(scenario, side.title, 0).into(language)))
    return Group(flowing(about), Text(), fields(rows))


def _level(scenario: Scenario, level: str, language: str) -> str:
    """The level that is chosen, and what is otherwise at it."""
    chosen = scenario.levels.get(level)
    if chosen is None:
        return _("as it is written")
    about = chosen.about.into(language) if chosen.about else ""
    return ": ".join(filter(None, (chosen.called(level, language), about)))


def _in_order(scenario: Scenario) -> list[tuple[str, Role]]:
    """The seats for people first."""
    return sorted(scenario.roles.items(), key=lambda pair: pair[1].response_cell)


def _seat(role: Role, language: str) -> Text:
    cell = ("  " + _("response cell"), "mute") if role.response_cell else ""
    return joined(line(role.title.into(language), "" if role.response_cell else "strong"), cell)
