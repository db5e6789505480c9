"""What control ought to look into in a team: who is silent, who has too much, what is due. Pure."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from simulator.engine.views.overview import Panel, RoleRow
from simulator.session.room import Room, TeamRow
from tui import words
from tui.speech import _, many

SILENT: Final = 300
"""So many real seconds without an act, with something waiting, make a role silent."""
SOON: Final = 120
"""Real seconds before a deadline in which it is told."""
MANY_OPEN: Final = 4
MANY_UNREAD: Final = 6
"""So much open, or unread, is too much for one role."""


class Alarm(NamedTuple):
    """`proposal` is what control may do about it, with the keys for it, and `lines` the same with
    the commands."""

    role: str
    words: str
    proposal: str = ""
    lines: str = ""


def alarms(room: Room, panel: Panel | None) -> list[Alarm]:
    """What waits for another controller, what the host tells, the newest first, then of the
    watched team's people, those first who need somebody most."""
    found = [*_ending(room), *(Alarm("", told) for told in reversed(room.alarms))]
    found += _elsewhere(room)
    team = next((team for team in room.teams if panel and team.name == panel.team), None)
    if panel is None or team is None or team.stands not in ("running", "paused"):
        return found
    people = [role for role in panel.roles if role.staffed]
    for tell in (_silent, _overloaded, _deadline):
        found += [alarm for role in people for alarm in tell(role, team)]
    return [*found, *_unjudged(panel, team)]


def _ending(room: Room) -> Iterator[Alarm]:
    for end in room.ending:
        said = _("{who} asks for ENDEX", who=end.by)
        if len(room.teams) > 1:
            said = _("{who} asks for ENDEX, for {teams}", who=end.by, teams=end.team)
        yield Alarm(
            "", said, _("e confirms it; whoever has asked takes it back with e"),
            _("end confirms it; whoever has asked takes it back with end"),
        )  # fmt: skip


def _elsewhere(room: Room) -> Iterator[Alarm]:
    """What waits in teams that are not watched."""
    for team in room.teams:
        if team.name != room.watched and team.proposals and team.stands != "over":
            said = many(
                "{team}: {number} proposal waits for your ruling",
                "{team}: {number} proposals wait for your ruling", team.proposals, team=team.name,
            )  # fmt: skip
            yield Alarm(
                "", said, _("enter on its line of page 1 watches it"),
                _("watch {team} looks at it", team=team.name),
            )  # fmt: skip


def _silent(role: RoleRow, team: TeamRow) -> Iterator[Alarm]:
    waiting = role.open + role.unread
    quiet = (team.now - (role.last_act or 0)) / team.pace
    if waiting and quiet >= SILENT:
        time = words.duration(team.now - (role.last_act or 0))
        said = _(
            "{role} is silent for {time}, with {number} waiting",
            role=role.title, time=time, number=waiting,
        )  # fmt: skip
        yield Alarm(
            role.id, said, _("p prompts them, space holds the clock, b gives it to the bot"),
            _("prompt {role} writes to them, pause holds the clock, bot {role} gives it to the bot",
              role=role.id),
        )  # fmt: skip


def _overloaded(role: RoleRow, team: TeamRow) -> Iterator[Alarm]:
    if role.open >= MANY_OPEN or role.unread >= MANY_UNREAD:
        said = _(
            "{role} has too much at once: {open} open, {unread} unread",
            role=role.title, open=role.open, unread=role.unread,
        )  # fmt: skip
        yield Alarm(
            role.id, said, _("- slows the clock; on page 2, d delays what comes next"),
            _("pace slower slows the clock, delay lets an inject come later"),
        )  # fmt: skip


def _deadline(role: RoleRow, team: TeamRow) -> Iterator[Alarm]:
    if role.next_due is None or team.stands != "running":
        return
    left = (role.next_due - team.now) / team.pace
    if 0 <= left <= SOON:
        what = role.next_what
        said = many(
            "{role}: {number} second is left for: {what}",
            "{role}: {number} seconds are left for: {what}",
            round(left), role=role.title, what=what,
        )  # fmt: skip
        yield Alarm(role.id, said)


def _unjudged(panel: Panel, team: TeamRow) -> Iterator[Alarm]:
    old = [card for card in panel.cards if (team.now - card.at) / team.pace >= SILENT]
    if old:
        said = many(
            "{number} answer waits for your ruling for long",
            "{number} answers wait for your ruling for long", len(old),
        )  # fmt: skip
        yield Alarm("", said, _("4 opens them"), _("cards lists them"))
