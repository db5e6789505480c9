"""What else control does: looks over shoulders, writes to people, notes, hands over."""

from simulator.engine.commands import CONTROL, Message
from tui.marks import WARNING
from tui.plain import plain
from tui.room.alarms import Alarm, alarms
from tui.room.duties import elsewhere
from tui.room.evidence import last_events
from tui.room.handover import handover
from tui.room.keying import Keying
from tui.room.minutes import minutes
from tui.room.over import Shoulder
from tui.room.seating import Seating
from tui.room.sheets.announce import AnnounceSheet, PromptSheet, Words
from tui.room.sheets.duties import DutySheet
from tui.room.sheets.observe import ObserveSheet, watched_by
from tui.room.sheets.tempo import TempoSheet
from tui.room.sheets.textpage import TextPage
from tui.screens.page import Page
from tui.speech import _


class Directing(Keying, Seating):
    def action_look_over(self) -> None:
        """See what the role under the cursor sees; of the team that is watched from then on."""
        seat = self.seat()
        if seat is None:
            self.say(_("Put the cursor on a seat."))
            return
        self.chair.watch(seat.team, seat.role)

        def left(_: None) -> None:
            self.chair.watch(seat.team)

        self.app.push_screen(Shoulder(self.chair, seat.team, seat.role, seat.title), left)

    def action_announce(self) -> None:
        teams = [team.name for team in self.seen.teams]
        self.app.push_screen(AnnounceSheet(self.seen, teams), self._write)

    def action_prompt(self) -> None:
        seat = self.seat()
        if seat is None:
            self.say(_("Put the cursor on a seat."))
        else:
            self.app.push_screen(PromptSheet(seat), self._write)

    def _write(self, written: tuple[Words, ...] | None) -> None:
        for one in written or ():
            self.ask(Message(CONTROL, one.to, one.text), one.team, _("Written."))

    def action_tempo(self) -> None:
        """Let adversary and plot go faster or slower for the teams that are meant."""
        meant = {team.name for team in self.meant()}
        standings = tuple(it for it in self.seen.standings if it.team in meant and not it.over)
        if standings:
            self.open_sheet(TempoSheet(standings))
        else:
            self.say(_("The exercise is over."))

    def action_observe(self) -> None:
        objective, role = self.about()
        if theirs := elsewhere("observation", self.seen, self.chair.grant):
            # Nobody writes what is refused afterwards.
            self.say(theirs)
        else:
            watched = watched_by(self.seen, self.watched)
            events = last_events(self.panel, self.seen.start)
            self.open_sheet(ObserveSheet(watched, objective, role, events))

    def about(self) -> tuple[str, str]:
        """The objective and the role that the page is about where its cursor stands."""
        return "", ""

    def action_duties(self) -> None:
        self.open_sheet(DutySheet(self.seen, self.chair.grant))

    def action_sheet(self) -> None:
        """The hand-over sheet of the watched team."""
        if self.panel is not None:
            text = handover(self.seen, self.panel)
            name = f"hand-over-{self.seen.session}"
            self.app.push_screen(TextPage(_("Hand-over"), text, name))

    def action_minutes(self) -> None:
        """All observations and ratings, for the review."""
        name = f"notes-{self.seen.session}"
        self.app.push_screen(TextPage(_("Notes"), minutes(self.seen, self.panel), name))

    def alarmed(self) -> list[Alarm]:
        """What control ought to look into, with what it may do about it."""
        return alarms(self.seen, self.panel)

    def alarm_page(self) -> Page:
        """All that control ought to look into."""
        told = [
            f"{WARNING} {alarm.words}" + (f"\n   {alarm.proposal}" if alarm.proposal else "")
            for alarm in self.alarmed()
        ]
        return Page(_("Alarms"), plain("\n".join(told) or _("No alarms.")), _("Close  esc"))
