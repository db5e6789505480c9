"""Control's screen: who is there, what the clocks do, and the acts on both. No rules here."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.reactive import var

from simulator.engine.commands import CONTROL, Conclude, Proceed, Staff, Vacate
from simulator.session import acts
from simulator.session.room import PersonRow, Room, SeatRow, TeamRow
from tui import words
from tui.chair import Chair
from tui.hands import AFTER_STARTEX, HANDS
from tui.help import CONTROLLING, help_page
from tui.plain import plain
from tui.screens.invitations import Invitations, Ticket
from tui.screens.invite import InviteSheet, place
from tui.screens.jump import JumpSheet
from tui.screens.leading import Leading
from tui.screens.page import Page
from tui.screens.palette import Hands
from tui.speech import _, many, mark
from tui.timekeeping import next_pace
from tui.widgets.grid import Grid
from tui.widgets.keyline import KeyLine
from tui.widgets.room import ALL, People, Seats, Teams, seat_key, seat_name, taken_seats, who
from tui.widgets.roomhead import Alarms, RoomHeader

LEAVING: Final = mark(
    "Leave control? The exercise goes on; the same command brings you back to your seat."
)
ONCE: Final = mark("Pass it on by a way that only its guest reads. It is not shown again.")
SEVERAL: Final = mark("Pass each on by a way that only its guest reads. Each opens one seat, once.")


class ControlScreen(Leading):
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
        self.set_reactive(ControlScreen.trouble, chair.trouble)

    @property
    def seen(self) -> Room:
        """The session as it is drawn; there is one from the start."""
        assert self.room is not None
        return self.room

    def compose(self) -> ComposeResult:
        yield RoomHeader().data_bind(ControlScreen.room, ControlScreen.trouble)
        yield Alarms().data_bind(ControlScreen.room)
        yield _titled(Teams(id="teams", classes="pane"), _("Teams")).data_bind(ControlScreen.room)
        with Container(id="halves"):
            yield _titled(Seats(id="roles", classes="pane"), _("Seats")).data_bind(
                ControlScreen.room
            )
            yield _titled(People(id="people", classes="pane"), _("People")).data_bind(
                ControlScreen.room
            )
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(Teams).focus()
        self.set_interval(self.beat, self.tick)
        if self.tickets:
            self.action_invitations()

    def tick(self) -> None:
        if self.chair.tick():
            self.look()

    def look(self) -> None:
        """Draw what control sees now, and tell what became of what was asked."""
        before, after = self.seen, self.chair.room()
        self.room, self.trouble = after, self.chair.trouble
        if len(after.alarms) > len(before.alarms):
            self.app.bell()
        if [team.stands for team in before.teams] != [team.stands for team in after.teams]:
            self.refresh_bindings()
        for outcome in self.chair.outcomes():
            if outcome.refusal:
                self.warn(outcome.refusal)
            elif outcome.gift:
                ticket = Ticket("", outcome.said, outcome.gift)
                self.app.push_screen(Invitations(_("INVITATION"), [ticket], _(ONCE)))
            else:
                self.say(outcome.said)

    # What its user is on

    def _named(self) -> str:
        """The team under the cursor as acts name it: empty for all, or where there is but one."""
        current = self.query_one(Teams).current
        return "" if current == ALL or len(self.seen.teams) == 1 else current

    def _teams(self) -> list[TeamRow]:
        named = self._named()
        return [team for team in self.seen.teams if named in ("", team.name)]

    def _person(self) -> PersonRow | None:
        current = self.query_one(People).current
        found = next((person for person in self.seen.people if person.grant == current), None)
        if found is None or found.state == "revoked":
            self.say(_("Put the cursor on somebody in the table of people."))
            return None
        return found

    def _seat(self) -> SeatRow | None:
        current = self.query_one(Seats).current
        return next((seat for seat in self.seen.seats if seat_key(seat) == current), None)

    # What its user does

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is not now, is not in the footer either."""
        if action == "invitations":
            return bool(self.tickets)
        begun = any(team.stands != "waiting" for team in self.seen.teams)
        return not begun if action == "start" else begun or action not in AFTER_STARTEX

    def action_start(self) -> None:
        taken, bots = taken_seats(self.seen)
        question = many(
            "STARTEX now? {number} seat is taken.", "STARTEX now? {number} seats are taken.", taken
        )
        if bots:
            question = _("{question} Bots play: {seats}.", question=question, seats=", ".join(bots))
        begun = _("STARTEX: the exercise has begun.")
        self.confirm(question, lambda: self.do(acts.Start(), begun))

    def action_run_or_pause(self) -> None:
        teams, named = self._teams(), self._named()
        if any(team.stands == "running" for team in teams):
            self.do(acts.Pause(team=named), _("The clock stands."))
        elif any(team.stands == "held" for team in teams):
            self.say(_("A discussion holds the clock: g ends it."))
        else:
            self.do(acts.Run(team=named), _("The clock runs."))

    def action_pace(self, step: int) -> None:
        pace = next_pace(self._teams()[0].pace, step)
        if pace is not None:
            said = _("The pace is {pace}.", pace=words.pace(pace))
            self.do(acts.Pace(pace=pace, team=self._named()), said)

    def action_jump(self) -> None:
        sheet = JumpSheet(self.seen, self._teams()[0], self._named())

        def chosen(made: tuple[acts.Jump, ...] | None) -> None:
            for act in made or ():
                when = words.day_time(self.seen.start, act.to)
                self.do(act, _("It is {time}.", time=when))

        self.app.push_screen(sheet, chosen)

    def action_go_on(self) -> None:
        held = [team for team in self._teams() if team.stands == "held"]
        if not held:
            self.say(_("No discussion holds the clock."))
        for team in held:
            said = _("The discussion is over, the clock runs.")
            self.ask(Proceed(CONTROL), team.name, said)

    def action_invite(self) -> None:
        def chosen(made: tuple[acts.Invite, ...] | None) -> None:
            for act in made or ():
                self.do(act, place(act, self.seen))

        self.app.push_screen(InviteSheet(self.seen), chosen)

    def action_invitations(self) -> None:
        used = {person.grant for person in self.seen.people if person.state != "invited"}
        unused = [ticket for ticket in self.tickets if ticket.grant not in used]
        if unused:
            self.app.push_screen(Invitations(_("INVITATIONS"), unused, _(SEVERAL)))
        else:
            self.say(_("No unused invitation is known here; n makes a new one."))

    def action_hand_over(self) -> None:
        if person := self._person():
            question = _("Invite somebody to take the place of {person}?", person=who(person))
            act = acts.HandOver(seat=person.grant)
            said = _("The place of {person}", person=who(person))
            self.confirm(question, lambda: self.do(act, said))

    def action_revoke(self) -> None:
        if person := self._person():
            question = _(
                "Take the seat of {person} away? Their screen ends at once.", person=who(person)
            )
            if person.grant == self.chair.grant:
                question = _("Take your own seat away? Your screen ends at once.")
            act = acts.Revoke(seat=person.grant)
            said = _("{person} is out.", person=who(person))
            self.confirm(question, lambda: self.do(act, said))

    def action_bot(self) -> None:
        seat = self._seat()
        if seat is None:
            return
        name = seat_name(seat, self.seen)
        if not seat.staffed:
            said = _("People play {seat}.", seat=name)
            self.ask(Staff(CONTROL, seat.role), seat.team, said)
        elif seat.people:
            question = many(
                "Let the bot play {seat}? {number} person is there.",
                "Let the bot play {seat}? {number} people are there.",
                seat.people,
                seat=name,
            )
            self.confirm(question, lambda: self._vacate(seat, name))
        else:
            self._vacate(seat, name)

    def _vacate(self, seat: SeatRow, name: str) -> None:
        self.ask(Vacate(CONTROL, seat.role), seat.team, _("The bot plays {seat}.", seat=name))

    def action_end(self) -> None:
        going = [team for team in self._teams() if team.stands != "over"]
        if not going:
            self.say(_("There is nothing to end."))
            return
        if len(self.seen.teams) > 1:
            names = ", ".join(team.name for team in going)
            question = _("ENDEX now, for {teams}? This can't be taken back.", teams=names)
        else:
            question = _("ENDEX now, for everybody? This can't be taken back.")
        self.confirm(question, lambda: self._end(going))

    def _end(self, teams: list[TeamRow]) -> None:
        for team in teams:
            self.ask(Conclude(CONTROL), team.name, _("ENDEX: the exercise is over."))

    def action_close(self) -> None:
        question = _(
            "Close the session for good? All screens end and the host stops. "
            "What was played stays in its folder."
        )
        said = _("The session is closed.")
        self.confirm(question, lambda: self.do(acts.Close(), said))

    def action_alarms(self) -> None:
        told = "\n".join(f"▲ {alarm}" for alarm in self.seen.alarms)
        self.app.push_screen(Page(_("Alarms"), plain(told or _("No alarms.")), _("Close  esc")))

    def action_help(self) -> None:
        self.app.push_screen(Page(_("Help"), help_page(HANDS, CONTROLLING), _("Close  esc")))

    def action_quit_control(self) -> None:
        self.ask_to_leave()

    def ask_to_leave(self) -> None:
        """Leave, after a question."""
        self.confirm(_(self.leaving), self.app.exit)


def _titled(grid: Grid, title: str) -> Grid:
    grid.border_title = title
    return grid
