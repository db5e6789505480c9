"""The hand-over sheet: all that whoever takes over control has to know, as text. Pure."""

from collections.abc import Iterator

from simulator.engine.views.overview import Panel
from simulator.session.room import Room, TeamRow
from tui import words
from tui.room.alarms import alarms
from tui.room.duties import DUTIES
from tui.room.minutes import section
from tui.room.pages.tables import STANDS
from tui.room.steps import events_ahead
from tui.room.teams import team_of
from tui.speech import _

AHEAD = 5


def handover(room: Room, panel: Panel) -> str:
    """The watched team's state, who owes what, the next events, promises and open notes."""
    team = team_of(room, panel.team)
    parts = (
        _state(room, team, panel),
        section(_("Who owes what"), _owed(room, team, panel)),
        section(_("Next"), _next(room, team, panel)),
        section(_("Promises made"), _marked(room, team, "promise")),
        section(_("Urgent findings"), _marked(room, team, "urgent")),
        section(_("To look into"), (alarm.words for alarm in alarms(room, panel))),
        section(
            _("Duties"),
            (f"{_(DUTIES[row.duty])}: {row.by or '–'}" for row in room.duties),
        ),
    )
    return "\n\n".join(part for part in parts if part) + "\n"


def _state(room: Room, team: TeamRow, panel: Panel) -> str:
    when = words.full_time(room.start, team.now)
    stands = _(STANDS[team.stands][0])
    since = words.since_startex(team.now)
    lines = [
        _("HAND-OVER: {title}", title=room.title),
        _("Session {session}", session=room.session) + (f", {team.name}" if team.name else ""),
        _("{time} ({since}), take {take}, {clock}", time=when, since=since, take=team.take,
          clock=stands),
        _("ENDEX planned for {time}", time=words.full_time(room.start, panel.end)),
        _("Measures: {met} met, {failed} failed, of {all}", met=team.met, failed=team.failed,
          all=team.measures),
    ]  # fmt: skip
    if room.no_duff:
        lines.insert(
            1, _("NO DUFF called by {who}: {why}", who=room.no_duff.by, why=room.no_duff.why)
        )
    if team.why:
        lines.append(_("The clock stands because: {why}", why=team.why))
    return "\n".join(lines)


def _owed(room: Room, team: TeamRow, panel: Panel) -> Iterator[str]:
    for role in panel.roles:
        if role.open or role.unread:
            due = ""
            if role.next_due is not None:
                when = words.day_time(room.start, role.next_due)
                due = "; " + _("next by {time}: {what}", time=when, what=role.next_what)
            seat = _("people") if role.staffed else _("bot")
            open, unread = role.open, role.unread
            lies = _("{open} open, {unread} unread", open=open, unread=unread)
            yield f"{role.title} ({seat}): {lies}{due}"
    for card in panel.cards:
        yield _("control: a ruling for {role} on “{said}”", role=card.role, said=card.said[:60])
    for end in room.ending:
        yield _("control: ENDEX asked for by {who}, to be confirmed", who=end.by)


def _next(room: Room, team: TeamRow, panel: Panel) -> Iterator[str]:
    for at, what in events_ahead(panel, team.now)[:AHEAD]:
        yield f"{words.day_time(room.start, at)}  {what}"


def _marked(room: Room, team: TeamRow, mark: str) -> Iterator[str]:
    for note in room.notes:
        if mark in note.marks and note.team == team.name:
            yield f"{words.day_time(room.start, note.at)}  {note.text} ({note.by})"
