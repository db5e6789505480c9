"""What control sees of a session: teams with their clocks, seats, people."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import ClassVar, Final

from rich.text import Text
from textual.reactive import var

from simulator.session.room import PersonRow, Room, SeatRow, TeamRow
from tui import words
from tui.marks import joined
from tui.plain import line
from tui.speech import _, mark
from tui.widgets.grid import Column, Grid, Row

ALL: Final = "*"
"""The key of the row that stands for all teams."""

STANDS: Final = {
    "waiting": (mark("■ waits for STARTEX"), "call"),
    "running": (mark("► running"), "good"),
    "paused": (mark("‖ paused"), "call"),
    "held": (mark("■ held: discussion"), "call"),
    "over": (mark("■ over"), "mute"),
    "frozen": (mark("‖ frozen: no room"), "bad"),
}
STATES: Final = {
    "here": (mark("● here"), "good"),
    "away": (mark("○ away"), "call"),
    "joined": (mark("○ joined"), "call"),
    "invited": (mark("… invited"), "mute"),
    "revoked": (mark("✗ revoked"), "mute"),
}


class Teams(Grid):
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(mark("Team")),
        Column(mark("Exercise time"), 16),
        Column(mark("Since STARTEX"), 13, least=70),
        Column(mark("Clock"), 20),
        Column(mark("Pace"), 6),
        Column(mark("Why"), least=100),
    )

    room: var[Room | None] = var(None)

    def watch_room(self, room: Room | None) -> None:
        if room is not None:
            rows = [_team(team, room) for team in room.teams]
            all_teams = (
                [Row(ALL, {"Team": joined((_("all teams"), "mute"))})] if len(rows) > 1 else []
            )
            self.show(rows + all_teams)


class Seats(Grid):
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(mark("Seat")),
        Column(mark("Played by"), 14),
        Column(mark("Here"), 5),
    )
    NOTHING = mark("This exercise has no roles.")

    room: var[Room | None] = var(None)

    def watch_room(self, room: Room | None) -> None:
        if room is not None:
            self.show([_seat(seat, room) for seat in room.seats])


class People(Grid):
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(mark("Name")),
        Column(mark("Seat")),
        Column(mark("State"), 11),
        Column(mark("Last act"), 10, least=56),
    )
    NOTHING = mark("Nobody is invited.")

    room: var[Room | None] = var(None)

    def watch_room(self, room: Room | None) -> None:
        if room is not None:
            there = sorted(room.people, key=lambda person: person.state == "revoked")
            self.show([_person(person) for person in there])


def seat_key(seat: SeatRow) -> str:
    return f"{seat.team}/{seat.role}"


def seat_name(seat: SeatRow, room: Room) -> str:
    """Its title, after its team where there are several."""
    return f"{seat.team}: {seat.title}" if len(room.teams) > 1 else seat.title


def who(person: PersonRow) -> str:
    return f"{person.name} ({person.grant})" if person.name else person.grant


def taken_seats(room: Room) -> tuple[int, list[str]]:
    """How many seats somebody has joined, and the titles of those that bots will play."""
    joined = {
        (person.team, person.role)
        for person in room.people
        if person.part == "player" and person.state in ("here", "away", "joined")
    }
    bots = [seat_name(s, room) for s in room.seats if (s.team, s.role) not in joined]
    return len(joined), bots


def _team(team: TeamRow, room: Room) -> Row:
    return Row(
        team.name,
        {
            "Team": line(team.name, "strong"),
            "Exercise time": joined(words.day_time(room.start, team.now)),
            "Since STARTEX": joined((words.since_startex(team.now), "mute")),
            "Clock": _told(STANDS, team.stands),
            "Pace": joined((words.pace(team.pace), "mute")),
            "Why": line(team.why, "mute"),
        },
    )


def _seat(seat: SeatRow, room: Room) -> Row:
    team = next(team for team in room.teams if team.name == seat.team)
    return Row(
        seat_key(seat),
        {
            "Seat": line(seat_name(seat, room), "strong" if seat.people else ""),
            "Played by": joined(_player(seat, team.stands != "waiting")),
            "Here": joined((str(seat.people or ""), "good")),
        },
    )


def _player(seat: SeatRow, begun: bool) -> tuple[str, str]:
    if seat.people and (seat.staffed or not begun):
        return _("people"), "good"
    if not begun:
        return _("nobody yet"), "mute"
    return (_("▲ nobody here"), "call") if seat.staffed else (_("bot"), "mute")


def _person(person: PersonRow) -> Row:
    gone = person.state == "revoked"
    return Row(
        person.grant,
        {
            "Name": line(person.name or "–", "mute" if gone else "strong"),
            "Seat": line(person.grant, "mute" if gone else ""),
            "State": _told(STATES, person.state),
            "Last act": joined((_clock_time(person.last), "mute")),
        },
    )


def _told(words: Mapping[str, tuple[str, str]], state: str) -> Text:
    """A state in a word and its ink; its own where it is none of ours."""
    word, ink = words.get(state, (state, ""))
    return joined((_(word), ink))


def _clock_time(utc: int) -> str:
    """The time of day here, of a moment in UTC milliseconds."""
    if not utc:
        return ""
    return f"{datetime.fromtimestamp(utc / 1000, UTC).astimezone():%H:%M:%S}"
