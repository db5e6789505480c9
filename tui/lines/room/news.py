"""What is new in the room between two looks, a line each, for whoever is at the prompt."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from simulator.engine.views import LogLine
from simulator.engine.views.overview import Panel
from simulator.session.room import Room, TeamRow
from tui import words
from tui.lines.news import MOST
from tui.lines.phrases import say, sentence, stopped
from tui.lines.room.telling import as_said, unsigned
from tui.room.alarms import Alarm, alarms
from tui.room.pages.roomhead import HOST
from tui.room.pages.tables import STANDS, STATES, who
from tui.room.teams import team_of
from tui.speech import _, many

QUIET: Final = ("invited", "joined")
"""Of what people are that is told by itself, all but this."""


class Change(NamedTuple):
    """The room and the watched team's world, as they were and as they are."""

    before: Room
    was: Panel | None
    after: Room
    now: Panel | None


def news(change: Change, own: str, of_world: bool = True) -> Iterator[str]:
    """Of the session first, then of the watched team's world if that is wanted, then alarms; of the
    seat that is one's `own`, nothing."""
    before, was, after, now = change
    yield from _of_session(before, after)
    yield from _of_people(before, after, own)
    if of_world and was is not None and now is not None and _run(before, was) == _run(after, now):
        yield from _of_world(was, now, after.start)
    known = {_key(alarm) for alarm in alarms(before, was)}
    for alarm in alarms(after, now):
        if _key(alarm) not in known:
            yield sentence(say("alarm-line", alarms=alarm.words))


def clock_of(team: TeamRow, room: Room) -> str:
    """What the clock of a team does, and why."""
    word = unsigned(_(STANDS[team.stands][0])) if team.stands in STANDS else team.stands
    name = team.name if len(room.teams) > 1 else _("The clock")
    # Why it stood before the end is no news any more.
    return as_said(say("field", name=name, said=word), "" if team.stands == "over" else team.why)


def host_of(room: Room) -> str:
    """Whether the host keeps all that is done."""
    word, _ink = HOST.get(room.host, (room.host, ""))
    return unsigned(_(word))


def _of_session(before: Room, after: Room) -> Iterator[str]:
    if after.no_duff and not before.no_duff:
        called, why = after.no_duff.by, after.no_duff.why
        yield sentence(_("NO DUFF called by {who}: {why}", who=called, why=why))
    if after.host != before.host:
        yield sentence(host_of(after))
    teams = {team.name: team for team in before.teams}
    for team in after.teams:
        was = teams.get(team.name)
        if was is None:
            continue
        if team.take != was.take:
            yield say("taken-back", time=words.full_time(after.start, team.now))
        if (team.stands, team.why) != (was.stands, was.why):
            yield clock_of(team, after)


def _of_people(before: Room, after: Room, own: str) -> Iterator[str]:
    states = {person.grant: person.state for person in before.people}
    for person in after.people:
        was = states.get(person.grant, "")
        if person.grant == own or person.state in QUIET:
            continue
        # Who takes an invitation up is away for a moment before they are here.
        if person.state != was and not (person.state == "away" and was != "here"):
            word = unsigned(_(STATES.get(person.state, (person.state,))[0]))
            yield as_said(say("field", name=who(person), said=word))


def _of_world(was: Panel, now: Panel, start: str) -> Iterator[str]:
    lines = now.log[len(was.log) :]
    yield from told(lines[-MOST:], start)
    if len(lines) > MOST:
        yield say("news-more", count=len(lines) - MOST)
    if len(now.cards) > len(was.cards):
        yield many(
            "{number} waits for a ruling: cards.",
            "{number} wait for a ruling: cards.",
            len(now.cards),
        )


def told(lines: Sequence[LogLine], start: str) -> Iterator[str]:
    """Lines of the log of truth, with their times."""
    for line in lines:
        yield stopped(say("news-line", time=words.short_time(start, line.at), words=line.words))


def _run(room: Room, panel: Panel) -> tuple[str, int]:
    return panel.team, team_of(room, panel.team).take


def _key(alarm: Alarm) -> tuple[str, ...]:
    """What makes it the same alarm, though its seconds go by."""
    return (alarm.role, alarm.proposal) if alarm.role else (alarm.words,)
