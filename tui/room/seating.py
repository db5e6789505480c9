"""Control's acts on seats and on the people in them."""

from simulator.session import acts
from simulator.session.room import PersonRow, SeatRow
from tui.room.pages.tables import People, Seats, seat_key
from tui.room.placing import Placing
from tui.room.sheets.instruct import InstructSheet
from tui.room.sheets.invitations import Invitations, Ticket
from tui.room.sheets.invite import InviteSheet, place
from tui.room.sheets.standin import StandinSheet
from tui.room.timing import Timing
from tui.speech import _, mark

SEVERAL = mark("Pass each on by a way that only its guest reads. Each opens one seat, once.")


class Seating(Timing, Placing):
    """`tickets` are invitations made before."""

    tickets: tuple[Ticket, ...] = ()

    def _person(self) -> PersonRow | None:
        current = self.query_one(People).current
        found = next((person for person in self.seen.people if person.grant == current), None)
        if found is None or found.state == "revoked":
            self.say(_("Put the cursor on somebody in the table of people."))
            return None
        return found

    def seat(self) -> SeatRow | None:
        """The seat under the cursor of its table."""
        current = self.query_one(Seats).current
        return next((seat for seat in self.seen.seats if seat_key(seat) == current), None)

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
            self.hand_over(person)

    def action_revoke(self) -> None:
        if person := self._person():
            self.revoke(person)

    def action_bot(self) -> None:
        if seat := self.seat():
            self.turn(seat)

    def action_instruct(self) -> None:
        """Choose how the bot of the seat under the cursor behaves."""
        if (seat := self._seat_watched()) and self.panel:
            self.open_sheet(InstructSheet(self.panel, seat.role))

    def action_speak_as(self) -> None:
        """Write to others in the place of the role under the cursor."""
        if (seat := self._seat_watched()) and self.panel:
            if seat.staffed:
                self.say(_("People hold that seat: they speak for themselves."))
            else:
                self.open_sheet(StandinSheet(self.panel, seat.role))

    def _seat_watched(self) -> SeatRow | None:
        """The seat under the cursor, if it is one of the watched team."""
        seat = self.seat()
        if seat is not None and seat.team != self.watched.name:
            self.say(_("Watch {team} first: enter on its line.", team=seat.team))
            return None
        return seat
