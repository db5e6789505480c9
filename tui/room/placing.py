"""Control's acts on a seat, and on somebody in one, which ask for nothing to be written."""

from simulator.engine.commands import CONTROL, Staff, Vacate
from simulator.session import acts
from simulator.session.room import PersonRow, SeatRow
from tui.room.lead import Lead
from tui.room.pages.tables import seat_name, who
from tui.speech import _, many


class Placing(Lead):
    def hand_over(self, person: PersonRow) -> None:
        """Invite somebody to take this place."""
        question = _("Invite somebody to take the place of {person}?", person=who(person))
        act = acts.HandOver(seat=person.grant)
        said = _("The place of {person}", person=who(person))
        self.confirm(question, lambda: self.do(act, said))

    def revoke(self, person: PersonRow) -> None:
        """Take a seat or an invitation away."""
        question = _(
            "Take the seat of {person} away? Their screen ends at once.", person=who(person)
        )
        if person.grant == self.chair.grant:
            question = _("Take your own seat away? Your screen ends at once.")
        act = acts.Revoke(seat=person.grant)
        said = _("{person} is out.", person=who(person))
        self.confirm(question, lambda: self.do(act, said))

    def turn(self, seat: SeatRow) -> None:
        """Let its bot play the seat, or people again."""
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
