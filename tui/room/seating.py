"""Control's acts on seats and on the people in them."""

from simulator.engine.commands import CONTROL, Staff, Vacate
from simulator.session import acts
from simulator.session.room import PersonRow, SeatRow
from tui.room.pages.tables import People, Seats, seat_key, seat_name, who
from tui.room.sheets.instruct import InstructSheet
from tui.room.sheets.invitations import Invitations, Ticket
from tui.room.sheets.invite import InviteSheet, place
from tui.room.sheets.standin import StandinSheet
from tui.room.timing import Timing
from tui.speech import _, many, mark

SEVERAL = mark("Pass each on by a way that only its guest reads. Each opens one seat, once.")


class Seating(Timing):
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
        seat = self.seat()
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
