"""What control sees of a session: teams with their clocks, seats, people."""

from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from typing import ClassVar, Final

from rich.text import Text
from textual.content import Content
from textual.reactive import var

from simulator.engine.views.overview import Panel, RoleRow
from simulator.session.room import PersonRow, Room, SeatRow, TeamRow
from tui import words
from tui.marks import joined
from tui.plain import clean, line
from tui.room.alarms import SOON
from tui.room.teams import team_of
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
    "no-duff": (mark("■ NO DUFF"), "bad"),
}
POLICIES: Final = {
    "doctrine": mark("doctrine"),
    "slow": mark("slow"),
    "silent": mark("silent"),
    "random": mark("random"),
}
STATES: Final = {
    "here": (mark("● here"), "good"),
    "away": (mark("○ away"), "call"),
    "joined": (mark("○ joined"), "call"),
    "invited": (mark("… invited"), "mute"),
    "revoked": (mark("✗ revoked"), "mute"),
}


class Teams(Grid):
    """The board: how far each team is, and how it does. `marked` are those that acts are for."""

    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(mark("Team"), 12),
        Column(mark("Exercise time"), 16),
        Column(mark("Clock"), 20),
        Column(mark("Pace"), 6),
        Column(mark("Met"), 7),
        Column(mark("Points"), 7, least=84),
        Column(mark("Service"), 7, least=92),
        Column(mark("Last act"), 8, least=102),
        Column(mark("Stands at"), least=118),
    )

    room: var[Room | None] = var(None)
    marked: var[frozenset[str]] = var(frozenset[str]())

    def watch_room(self) -> None:
        self._draw()

    def watch_marked(self) -> None:
        self._draw()

    def _draw(self) -> None:
        if room := self.room:
            rows = teams(room, self.marked)
            all_teams = (
                [Row(ALL, {"Team": joined((_("all teams"), "mute"))})] if len(rows) > 1 else []
            )
            self.show(rows + all_teams)


class Seats(Grid):
    """The seats of the watched team, with what lies there."""

    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(mark("Seat")),
        Column(mark("Played by"), 14),
        Column(mark("Here"), 5, least=60),
        Column(mark("Open"), 5),
        Column(mark("Unread"), 9),
        Column(mark("Due in"), 7, least=56),
        Column(mark("Act"), 8, least=72),
    )
    NOTHING = mark("This exercise has no roles.")

    room: var[Room | None] = var(None)
    panel: var[Panel | None] = var(None)

    def watch_room(self) -> None:
        self._draw()

    def watch_panel(self) -> None:
        self._draw()

    def _draw(self) -> None:
        if room := self.room:
            watched = team_of(room, room.watched).name
            self.show(seats(room, self.panel))
            if len(room.teams) > 1:
                self.border_title = Content(clean(_("Seats: {team}", team=watched)))


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
            self.show(people(room))


def teams(room: Room, marked: Collection[str] = ()) -> list[Row]:
    return [_team(team, room, team.name in marked) for team in room.teams]


def seats(room: Room, panel: Panel | None) -> list[Row]:
    """Those of the watched team."""
    watched = team_of(room, room.watched).name
    return [_seat(seat, room, panel) for seat in room.seats if seat.team == watched]


def people(room: Room) -> list[Row]:
    """Who is out comes last."""
    there = sorted(room.people, key=lambda person: person.state == "revoked")
    return [_person(person) for person in there]


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


def _team(team: TeamRow, room: Room, marked: bool) -> Row:
    watched = team.name == room.watched and len(room.teams) > 1
    sign = ("✓ ", "call") if marked else ("► ", "good") if watched else ""
    take = f" {_('take {number}', number=team.take)}" if team.take > 1 else ""
    failed = f" ✗{team.failed}" if team.failed else ""
    act = "" if team.last_act is None else words.time_left(team.now, team.last_act)
    return Row(
        team.name,
        {
            "Team": joined(sign, line(team.name or _("the team"), "strong")),
            "Exercise time": joined(words.day_time(room.start, team.now)),
            "Clock": _told(STANDS, team.stands).append_text(joined((take, "call"))),
            "Pace": joined((words.pace(team.pace), "mute")),
            "Met": joined((f"{team.met}/{team.measures}", "good"), (failed, "bad")),
            "Points": joined((f"{team.points}/{team.of}", "mute")),
            "Service": joined((f"{team.service / 10:.0f} %", "bad" if team.service < 500 else "")),
            "Last act": joined((act, "mute")),
            "Stands at": line((team.why if team.stands != "over" else "") or team.phase, "mute"),
        },
    )


def _seat(seat: SeatRow, room: Room, panel: Panel | None) -> Row:
    team = team_of(room, seat.team)
    cells = {
        "Seat": line(seat.title, "strong" if seat.people else ""),
        "Played by": joined(_player(seat, team.stands != "waiting")),
        "Here": joined((str(seat.people or ""), "good")),
    }
    if panel is not None and panel.team == seat.team:
        found = next((role for role in panel.roles if role.id == seat.role), None)
        if found is not None:
            # Its short title leaves room for what lies there.
            cells["Seat"] = line(found.title, "strong" if seat.people else "")
            cells |= _work(found, team)
    return Row(seat_key(seat), cells)


def _work(role: RoleRow, team: TeamRow) -> dict[str, Text]:
    """What lies on the desk of a role, in few signs."""
    due = "" if role.next_due is None else words.time_left(role.next_due, team.now)
    soon = role.next_due is not None and role.next_due - team.now <= SOON * team.pace
    act = "" if role.last_act is None else words.time_left(team.now, role.last_act)
    cells = {
        "Open": joined((str(role.open or ""), "call")),
        "Unread": _unread(role, team.now),
        "Due in": joined((due, "bad" if soon else "")),
        "Act": joined((act, "mute")),
    }
    if not role.staffed and team.stands != "waiting":
        cells["Played by"] = joined((_("bot: {policy}", policy=_(POLICIES[role.policy])), "mute"))
    return cells


def _unread(role: RoleRow, now: int) -> Text:
    """How much the role has not opened, and how old the oldest of it is."""
    if not role.unread:
        return Text()
    oldest = now if role.oldest_unread is None else role.oldest_unread
    age = words.duration(now - oldest).split()[0]
    return joined((str(role.unread), "call"), (f" {age}", "mute"))


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
