"""The control room: its pages on one session, and one place where what they want is asked."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.lazy import Lazy
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import TabbedContent, TabPane

from simulator.session.room import Room, TeamRow
from tui.acts import with_key
from tui.chair import Chair
from tui.help import CONTROLLING, help_page
from tui.room.enquiring import Enquiring
from tui.room.hands import AFTER_STARTEX, HANDS, PAGES
from tui.room.lead import LEAVING, ONCE
from tui.room.marking import Marking
from tui.room.pages.ahead import AheadPage
from tui.room.pages.compare import ComparePage
from tui.room.pages.flags import FlagsPage
from tui.room.pages.judging import JudgePage
from tui.room.pages.msel import MselPage
from tui.room.pages.notebook import NotesPage
from tui.room.pages.review import ReviewPage
from tui.room.pages.roomhead import Alarms, NoDuffBar, RoomHeader
from tui.room.pages.roompage import RoomPage
from tui.room.pages.tables import Teams
from tui.room.pages.truth import WorldPage
from tui.room.sheets.invitations import Invitations, Ticket
from tui.room.sheets.sift import MselSift
from tui.room.sheets.steer import SteerSheet
from tui.room.sheets.wanted import wanted_sheet
from tui.room.steer import DONE, Asked, Steered
from tui.room.teams import team_of
from tui.room.wanted import SheetWanted
from tui.screens.page import Page
from tui.screens.palette import Hands
from tui.speech import _
from tui.widgets.keyline import KeyLine

KINDS: Final[dict[str, type[Widget]]] = {
    "room": RoomPage, "msel": MselPage, "world": WorldPage, "judge": JudgePage,
    "ahead": AheadPage, "notes": NotesPage, "compare": ComparePage,
    "flags": FlagsPage, "review": ReviewPage,
}  # fmt: skip


class ControlScreen(Marking):
    """`tickets` are invitations made before; `leaving` is what is asked before it is left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *HANDS,
        Binding("ctrl+c", "quit_control", show=False),
    ]
    COMMANDS = {Hands}
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (150, "-full")]

    room: var[Room | None] = var(None)
    trouble: var[str] = var("")

    def __init__(
        self,
        chair: Chair,
        tickets: Sequence[Ticket] = (),
        leaving: str = LEAVING,
        beat: float = 0.2,
    ) -> None:
        super().__init__()
        self.chair = chair
        self.tickets = tuple(tickets)
        self.leaving = leaving
        self.beat = beat
        self.set_reactive(ControlScreen.room, chair.room())
        self.set_reactive(ControlScreen.panel, chair.panel())
        self.set_reactive(ControlScreen.trouble, chair.trouble)

    @property
    def seen(self) -> Room:
        """The session as it is drawn; there is one from the start."""
        assert self.room is not None
        return self.room

    @property
    def contests(self) -> bool:
        """Whether the exercise has a contest."""
        return bool(self.seen.contest)

    @property
    def kinds(self) -> dict[str, type[Widget]]:
        """The pages that there are."""
        return {page: kind for page, kind in KINDS.items() if page != "flags" or self.contests}

    def compose(self) -> ComposeResult:
        yield RoomHeader().data_bind(ControlScreen.room, ControlScreen.trouble)
        yield NoDuffBar().data_bind(ControlScreen.room)
        yield Alarms().data_bind(ControlScreen.room, ControlScreen.panel)
        with TabbedContent(id="tabs"):
            for page, kind in self.kinds.items():
                with TabPane(self._label(page), id=page):
                    made = kind()
                    made.data_bind(ControlScreen.room, ControlScreen.panel)
                    if isinstance(made, MselPage):
                        made.data_bind(Enquiring.script)
                    if isinstance(made, AheadPage):
                        made.data_bind(Enquiring.outlooks)
                    yield made if page == "room" else Lazy(made)
        yield KeyLine()

    def on_mount(self) -> None:
        # The number keys turn the tabs, so that the tab key has only parts of a page to go to.
        self.query_one("#tabs > ContentTabs").can_focus = False
        self.query_one(Teams).focus()
        self.set_interval(self.beat, self.tick)
        if self.tickets:
            self.action_invitations()

    def tick(self) -> None:
        if self.chair.tick():
            self.look()
        self.hear()

    def look(self) -> None:
        """Draw what control sees now, and tell what became of what was asked."""
        before, after = self.seen, self.chair.room()
        self.room, self.panel, self.trouble = after, self.chair.panel(), self.chair.trouble
        if len(after.alarms) > len(before.alarms) or (after.no_duff and not before.no_duff):
            self.ring()
        if [team.stands for team in before.teams] != [team.stands for team in after.teams]:
            self.refresh_bindings()
        self._name_tabs()
        for outcome in self.chair.outcomes():
            if outcome.refusal:
                self.warn(outcome.refusal)
            elif outcome.gift:
                ticket = Ticket("", outcome.said, outcome.gift)
                self.app.push_screen(Invitations(_("INVITATION"), [ticket], _(ONCE)))
            else:
                self.say(outcome.said)

    def ring(self) -> None:
        """Call control: there is an alarm, or a real emergency."""
        self.app.bell()

    def _name_tabs(self) -> None:
        tabs = self.query_one(TabbedContent)
        for page in self.kinds:
            tab, said = tabs.get_tab(page), self._label(page)
            if tab.label != said:
                tab.label = said

    def _label(self, page: str) -> Content:
        """The name of a tab with its key, and how much on it waits for somebody."""
        number = [*PAGES].index(page) + 1
        waits = len(self.panel.cards) if self.panel and page == "judge" else 0
        return Content(f"{number} {_(PAGES[page])}" + (f" {waits}" if waits else ""))

    # What its user is on

    @property
    def page(self) -> str:
        """The page that lies open."""
        return self.query_one(TabbedContent).active

    @property
    def watched(self) -> TeamRow:
        return team_of(self.seen, self.seen.watched)

    # What pages want

    @on(Steered)
    def _steered(self, wish: Steered) -> None:
        wish.stop()
        if wish.confirmed:
            for team in wish.teams or (self.watched.name,):
                self.ask(wish.command, team, wish.said or _(DONE), wish.seat)
        elif sheet := self.asking_back((wish,)):
            self.open_sheet(sheet)

    def asking_back(self, made: tuple[Steered | Asked, ...]) -> SteerSheet | None:
        wish = made[0]
        if not isinstance(wish, Steered) or wish.confirmed:
            return None
        team = next(iter(wish.teams), self.watched.name)
        return SteerSheet(self.chair, team, wish, self.seen.start)

    @on(Asked)
    def _asked(self, wish: Asked) -> None:
        wish.stop()
        self.do(wish.act, wish.said or _(DONE))

    @on(SheetWanted)
    def _sheet_wanted(self, wish: SheetWanted) -> None:
        wish.stop()
        sheet = wanted_sheet(wish, self.chair, self.seen, self.panel, self.watched)
        if sheet is None:
            self.say(_("That is no longer there."))
        else:
            self.open_sheet(sheet)

    @on(MselPage.Sifting)
    def _sift(self, wish: MselPage.Sifting) -> None:
        wish.stop()
        self.app.push_screen(MselSift(wish.rows, wish.names, wish.sieve), wish.then)

    # What its user does

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is not now, is not in the footer either."""
        if action == "invitations":
            return bool(self.tickets)
        if action in ("other_team", "mark"):
            return len(self.seen.teams) > 1
        begun = any(team.stands != "waiting" for team in self.seen.teams)
        return not begun if action == "start" else begun or action not in AFTER_STARTEX

    def acts(self) -> list[Binding]:
        """The acts that there are now, those of the pages last, each with its key of now."""
        every = [
            *HANDS,
            *(act for kind in self.kinds.values() for act in getattr(kind, "ACTS", ())),
        ]
        there = (act for act in every if self.contests or act.id != "control-page-flags")
        return [with_key(act) for act in there if self.check_action(_name(act), ())]

    async def perform(self, act: Binding) -> None:
        """One of the acts, also where the page lies open that it belongs to."""
        for page, kind in KINDS.items():
            if act.id in {own.id for own in getattr(kind, "ACTS", ())}:
                self.action_page(page)
                await self.app.run_action(act.action, self.query(kind).first())
                return
        await self.run_action(act.action)

    def about(self) -> tuple[str, str]:
        """What the page that lies open is about, where it says so."""
        page = self.query(KINDS[self.page]).first()
        if isinstance(page, MselPage | JudgePage | NotesPage | RoomPage | ReviewPage):
            return page.about
        return "", ""

    def action_page(self, page: str) -> None:
        if page not in self.kinds:
            return
        self.query_one(TabbedContent).active = page
        for part in self.query(f"TabPane#{page} Grid, TabPane#{page} .first").results(Widget):
            part.focus()
            break

    def action_other_team(self) -> None:
        names = [team.name for team in self.seen.teams]
        self.chair.watch(names[(names.index(self.watched.name) + 1) % len(names)])

    def action_alarms(self) -> None:
        self.app.push_screen(self.alarm_page())

    def action_help(self) -> None:
        here = getattr(KINDS[self.page], "ACTS", ())
        acts = [with_key(act) for act in (*HANDS, *here)]
        self.app.push_screen(Page(_("Help"), help_page(acts, CONTROLLING), _("Close  esc")))

    def action_quit_control(self) -> None:
        self.ask_to_leave()

    def ask_to_leave(self) -> None:
        """Leave, after a question."""
        self.confirm(_(self.leaving), self.app.exit)


def _name(act: Binding) -> str:
    """The name of its action alone."""
    return act.action.partition("(")[0].rpartition(".")[2]
