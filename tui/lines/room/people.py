"""Words to people, and their places, in lines: announcing, prompting, inviting, duties."""

from typing import Final

from simulator.engine.commands import CONTROL, Message
from simulator.session import acts
from simulator.session.grants import Part
from simulator.session.room import PersonRow, SeatRow
from tui.lines.asking import Steps
from tui.lines.asking import words as asked_words
from tui.lines.choosing import Choice, meant
from tui.lines.phrases import spellings
from tui.lines.room.desk import RoomDesk
from tui.room.duties import DUTIES, taking
from tui.room.pages.tables import who
from tui.room.sheets.invite import place
from tui.speech import _

PARTLY: Final[tuple[Part, ...]] = ("observer", "evaluator", "control")
"""What somebody is invited as, if not as a player."""


def announce(desk: RoomDesk, given: str) -> Steps:
    """To everybody of the teams that are meant."""
    if not given:
        desk.tell(_("Your words; they come from control"))
        given = yield from asked_words(desk, "prompt-message")
    for team in desk.meant():
        to = tuple(seat.role for seat in desk.room.seats if seat.team == team.name)
        desk.ask(Message(CONTROL, to, given), team.name, _("Written."))
    return ()


def prompt(desk: RoomDesk, given: str) -> None:
    """`akcesk: TEXT`, or the words that are usual."""
    name, _colon, text = given.partition(":")
    seat = seat_named(desk, name)
    words = text.strip() or _("Something waits for you. What are you doing about it?")
    desk.ask(Message(CONTROL, (seat.role,), words), seat.team, _("Written."))


def seat_named(desk: RoomDesk, given: str) -> SeatRow:
    """A seat of the watched team. Raises Unclear."""
    seats = [seat for seat in desk.room.seats if seat.team == desk.watched.name]
    there = [Choice(seat.role, n, seat.title) for n, seat in enumerate(seats, 1)]
    return seats[meant(given.strip(), there, _("seat")).number - 1]


def bot(desk: RoomDesk, given: str) -> None:
    """Let its bot play a seat, or people again."""
    desk.turn(seat_named(desk, given))


def invite(desk: RoomDesk, given: str) -> None:
    """`akcesk`, `akcesk observer`, or `control`."""
    head, _space, last = given.rpartition(" ")
    known = {way: part for part in PARTLY for way in spellings(part, _(part))}
    part: Part = known.get(last.casefold(), "player")
    name = head if part != "player" else given
    if part == "control":
        act = acts.Invite(part=part)
    else:
        seat = seat_named(desk, name)
        team = desk.team_named(desk.watched)
        act = acts.Invite(part=part, team=team or seat.team, role=seat.role)
    desk.do(act, place(act, desk.room))


def successor(desk: RoomDesk, given: str) -> None:
    """Invite somebody to take the place of another."""
    desk.hand_over(_person(desk, given))


def revoke(desk: RoomDesk, given: str) -> None:
    desk.revoke(_person(desk, given))


def _person(desk: RoomDesk, given: str) -> PersonRow:
    """Somebody who has a seat or is invited to one. Raises Unclear."""
    people = [person for person in desk.room.people if person.state != "revoked"]
    there = [
        Choice(person.grant, desk.number("people", person.grant), who(person), (person.name,))
        for person in people
    ]
    grant = meant(given, there, _("person")).id
    return next(person for person in people if person.grant == grant)


def duty(desk: RoomDesk, given: str) -> None:
    """Take a duty, or give it back where it is one's own."""
    there = [Choice(name, n, _(said)) for n, (name, said) in enumerate(DUTIES.items(), 1)]
    name = [*DUTIES][meant(given, there, _("duty")).number - 1]
    desk.do(*taking(name, desk.room, desk.chair.grant))
