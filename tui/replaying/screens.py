"""The screens of a replay: a role's and control's as they are, with the strip beneath."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widget import Widget

from simulator.engine.commands import CONTROL, Command
from simulator.session.acts import AnyAct
from tui.acts import ASKING, with_key
from tui.help import help_page
from tui.replaying.acts import REPLAYS, keys_of
from tui.replaying.chair import ReplayChair
from tui.replaying.others import discussion_page
from tui.replaying.projector import Projector
from tui.replaying.replaying import HELP, Replaying
from tui.replaying.seat import ReplaySeat
from tui.replaying.strip import ReplayStrip
from tui.room.alarms import Alarm
from tui.room.control import KINDS, ControlScreen
from tui.room.hands import HANDS
from tui.room.leading import AnySheet
from tui.room.pages.roomhead import NoDuffBar
from tui.screens.exercise import ExerciseScreen
from tui.screens.page import Page
from tui.speech import _
from tui.timekeeping import next_pace
from tui.widgets.keyline import KeyLine

UNSEEN: Final = ASKING | {"wait_for_me", "propose", "order", "order_inbox", "launch"}
"""Acts of a role's screen that a replay has no use for."""

SEEING: Final = frozenset(
    {
        "help", "run_or_pause", "pace", "other_team", "alarms", "quit_control",
        "page", "sheet", "look_over", "minutes", "search", "everything", "sift", "sift_flags",
        "turn", "section", "span", "links", "tree", "files", "attached",
        "select_cursor", "command_palette",
        "stride", "moment", "turn_round", "moments", "go_to", "others", "change_sight", "fork",
    }
)  # fmt: skip
"""Acts of the control room that change nothing."""


def screen_of(projector: Projector, beat: float = 0.2) -> Screen[None]:
    """The screen of what the projector shows."""
    return (ReplayRoom if projector.sight.role == CONTROL else ReplayScreen)(projector, beat)


class ReplayScreen(Replaying, ExerciseScreen):
    """A role's."""

    OWN: ClassVar[list[Binding]] = REPLAYS
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "app.quit", show=False)]
    another = staticmethod(screen_of)

    def __init__(self, projector: Projector, beat: float = 0.2) -> None:
        super().__init__(ReplaySeat(projector), greets=False, beat=beat)
        self.projector = projector
        self.time.waits_for_me = False

    def compose(self) -> ComposeResult:
        yield from _under(super().compose())

    def _begin(self, _: None) -> None:
        self.look()

    def look(self) -> None:
        super().look()
        self.show_strip()

    def draw(self) -> None:
        self.look()

    def shows(self, act: Binding) -> bool:
        name = _name(act)
        return name not in UNSEEN or (name == "due" and self.seen.module is not None)

    def _mine(self, acts: Iterable[Binding]) -> list[Binding]:
        return self.told(super()._mine(acts))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action in UNSEEN or super().check_action(action, parameters)

    def introduction(self) -> str:
        return _(HELP, fork=keys_of("fork"))

    def open_form(self, kind: str, id: str) -> None:
        self.gone()

    def action_due(self) -> None:
        """A discussion has a form alone, so it is read here."""
        module = self.seen.module
        if module is None:
            self.gone()
        else:
            page = discussion_page(module)
            self.app.push_screen(Page(_("Discussion"), page, _("Close  esc")))

    def _alert(self) -> None:
        """Nobody has to be called: what was an emergency is past."""

    def action_answer(self) -> None:
        self.gone()

    action_dissent = action_cancel = action_wait_for_me = action_answer


class ReplayRoom(Replaying, ControlScreen):
    """Control's."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "app.quit", show=False)]
    another = staticmethod(screen_of)

    def __init__(self, projector: Projector, beat: float = 0.2) -> None:
        super().__init__(ReplayChair(projector), beat=beat)
        self.projector = projector

    def compose(self) -> ComposeResult:
        for part in _under(super().compose()):
            if isinstance(part, NoDuffBar):
                part.lifted = ""
            yield part

    @property
    def kinds(self) -> dict[str, type[Widget]]:
        """All pages but the one of what may come: here it has come."""
        return {page: kind for page, kind in super().kinds.items() if page != "ahead"}

    def on_mount(self) -> None:
        self.show_strip()

    def look(self) -> None:
        super().look()
        self.show_strip()

    def ring(self) -> None:
        """Nobody has to be called: what was an emergency is past."""

    def alarmed(self) -> list[Alarm]:
        """Without what one may do about it: nothing can be done any more."""
        return [alarm._replace(proposal="") for alarm in super().alarmed()]

    def draw(self) -> None:
        self.tick()

    def shows(self, act: Binding) -> bool:
        return _name(act) in SEEING and act.id != "control-page-ahead"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return super().check_action(action, parameters) if action == "other_team" else True

    def acts(self) -> list[Binding]:
        return self.told([*super().acts(), *map(with_key, REPLAYS)])

    def open_sheet(self, sheet: AnySheet) -> None:
        self.gone()

    def do(self, act: AnyAct, said: str) -> None:
        self.gone()

    def ask(self, command: Command, team: str, said: str, seat: str = "") -> None:
        self.gone()

    def action_run_or_pause(self) -> None:
        projector, turn = self.projector, self.projector.pause
        (turn if projector.running else projector.run)(self.wall())
        self.draw()

    def action_pace(self, step: int) -> None:
        pace = next_pace(self.projector.pace, step)
        if pace is not None:
            self.projector.set_pace(pace, self.wall())
            self.draw()

    def action_step(self) -> None:
        self.action_moment(None, True)

    def action_jump(self) -> None:
        self.action_go_to()

    def action_help(self) -> None:
        here = getattr(KINDS[self.page], "ACTS", ())
        acts = [with_key(act) for act in self.told((*HANDS, *here, *REPLAYS))]
        said = _(HELP, fork=keys_of("fork"))
        self.app.push_screen(Page(_("Help"), help_page(acts, said), _("Close  esc")))

    def action_start(self) -> None:
        self.gone()

    action_hold_point = action_rewind = action_go_on = action_observe = action_start
    action_key_in = action_duties = action_no_duff = action_end = action_close = action_start
    action_invite = action_invitations = action_mark = action_announce = action_start
    action_bot = action_instruct = action_speak_as = action_prompt = action_start
    action_hand_over = action_revoke = action_tempo = action_start


def _under(composed: ComposeResult) -> ComposeResult:
    """A screen with the strip over its last line."""
    for part in composed:
        if isinstance(part, KeyLine):
            yield ReplayStrip()
        yield part


def _name(act: Binding) -> str:
    """The name of its action alone."""
    return act.action.partition("(")[0].rpartition(".")[2]
