"""Control's hand on the clock in lines. What needs no words is the same act as on the screen."""

from simulator.session import acts
from tui import words
from tui.lines.asking import Steps, certain, entries
from tui.lines.choosing import Choice, Unclear, clearly, pick
from tui.lines.clockwork import pace_of
from tui.lines.grammar import with_reason
from tui.lines.phrases import say, spellings
from tui.lines.room.desk import RoomDesk
from tui.moments import ahead, examples
from tui.room.rewinding import behind, question, stops
from tui.room.steps import next_event
from tui.speech import _


def start(desk: RoomDesk, given: str) -> None:
    if all(team.stands != "waiting" for team in desk.room.teams):
        raise Unclear(_("The exercise has begun already."))
    desk.action_start()


def run(desk: RoomDesk, given: str) -> None:
    if desk.room.no_duff:
        raise Unclear(_("NO DUFF: no clock runs until the emergency is lifted."))
    if any(team.stands == "held" for team in desk.meant()):
        raise Unclear(_("A discussion holds the clock: proceed ends it."))
    # What a clock does that did not is told by itself, with the name of its team.
    news = any(team.stands == "paused" for team in desk.meant())
    said = "" if news else _("The clock runs.")
    desk.each((acts.Run(team=name) for name in desk.named()), said)


def pause(desk: RoomDesk, given: str) -> None:
    """With a reason, which players read."""
    _rest, why = with_reason(given)
    news = any(team.stands == "running" for team in desk.meant())
    said = "" if news else _("The clock stands.")
    desk.each((acts.Pause(team=name, why=why) for name in desk.named()), said)


def pace(desk: RoomDesk, given: str) -> None:
    wanted = pace_of(given, desk.watched.pace)
    said = _("The pace is {pace}.", pace=words.pace(wanted))
    desk.each((acts.Pace(pace=wanted, team=name) for name in desk.named()), said)


def step(desk: RoomDesk, given: str) -> None:
    """Play on to the next thing that is due."""
    at = next_event(desk.world, desk.watched.now)
    if at is None:
        raise Unclear(_("Nothing is due by time alone; jump plays on to a moment."))
    desk.play_on(desk.watched, at)


def jump(desk: RoomDesk, given: str) -> Steps:
    to = _ahead(desk, given)
    when, since = words.full_time(desk.room.start, to), words.since_startex(to)
    question = _("Take the exercise to {time} ({since})?", time=when, since=since)
    if (yield from certain(desk, question)):
        said = _("It is {time}.", time=words.day_time(desk.room.start, to))
        desk.each((acts.Jump(to=to, team=name) for name in desk.named()), said)
    return ()


def hold_point(desk: RoomDesk, given: str) -> None:
    """Let the clock pause by itself at a moment; `off` takes the points away that are set."""
    if given.casefold() in spellings("off", _("off")):
        if not desk.watched.holds:
            raise Unclear(_("No hold point is set."))
        for at in desk.watched.holds:
            _set_point(desk, at, True, _("The hold point is gone."))
        return
    at = _ahead(desk, given)
    when = words.day_time(desk.room.start, at)
    _set_point(desk, at, False, _("The clock will pause at {time}.", time=when))


def _set_point(desk: RoomDesk, at: int, off: bool, said: str) -> None:
    desk.each((acts.HoldPoint(at=at, team=name, off=off) for name in desk.named()), said)


def _ahead(desk: RoomDesk, given: str) -> int:
    """The moment that is written. Raises Unclear where it is none that is ahead."""
    team, room = desk.watched, desk.room
    return clearly(ahead, _some(given), room.start, team.now, team.end or room.length)


def _some(given: str) -> str:
    """The same, where a moment is written at all. Raises Unclear."""
    if not given:
        raise Unclear(_("When? {examples}", examples=examples()))
    return given


def rewind(desk: RoomDesk, given: str) -> Steps:
    """To before something of a list, to a moment, or back by so much; with what that undoes."""
    given, why = with_reason(given)
    panel, team, start = desk.world, desk.watched, desk.room.start
    there = [
        Choice(str(stop.at), number, f"{words.day_time(start, stop.at)}  {stop.what}")
        for number, stop in enumerate(stops(panel, team.now), 1)
    ]
    if not given:
        desk.tell(_("To just before …"), *entries(there))
        desk.tell(_("Another moment: T+01:30 since STARTEX, or -20m back from now"))
        given, why = with_reason((yield say("prompt-words")))
    if given.isdigit():
        to = int(pick(given, there, _("moment")).id)
    else:
        to = clearly(behind, _some(given), start, desk.watched.now)
    if (yield from certain(desk, question(panel, to, start))):
        said = _("Gone back to {time}; the clock stands.", time=words.day_time(start, to))
        desk.do(acts.Rewind(to=to, team=desk.team_named(team), why=why), said)
    return ()


def proceed(desk: RoomDesk, given: str) -> None:
    desk.action_go_on()


def no_duff(desk: RoomDesk, given: str) -> Steps:
    """A real emergency: freeze everything, with the words that everybody reads."""
    if desk.room.no_duff is not None:
        raise Unclear(_("It is called already; lift says that it is over."))
    if not given:
        desk.tell(_("What has really happened, and what people are to do"))
        given = yield say("prompt-words")
    if not given:
        raise Unclear(_("Say what has happened: everybody will read it."))
    desk.do(acts.NoDuff(why=given), _("NO DUFF: everything is frozen."))
    return ()


def lift(desk: RoomDesk, given: str) -> None:
    desk.action_lift()


def end(desk: RoomDesk, given: str) -> None:
    desk.action_end()


def close(desk: RoomDesk, given: str) -> None:
    desk.action_close()


def watch(desk: RoomDesk, given: str) -> None:
    """Look at another team, or say which there are."""
    teams = [Choice(it.name, place, it.name) for place, it in enumerate(desk.room.teams, 1)]
    if not given:
        raise Unclear(_("There are: {names}.", names=", ".join(it.title for it in teams)))
    desk.chair.watch(pick(given, teams, _("team")).id)
