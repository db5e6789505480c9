"""The lines at the top of the control screen: which session, who is there, how the host is."""

from collections import Counter
from typing import Final

from rich.console import Group, RenderableType
from rich.text import Text
from textual.reactive import reactive, var
from textual.widget import Widget

from simulator.engine.views.overview import Panel
from simulator.session.room import NoDuffRow, Room, TeamRow
from tui import words
from tui.marks import WARNING, ends, joined
from tui.plain import clean, line, plain
from tui.room.alarms import Alarm, alarms
from tui.room.pages.tables import STANDS
from tui.room.teams import team_of
from tui.speech import _, many, mark

HOST: Final = {
    "writing": (mark("✓ host keeps everything"), "good"),
    "full": (mark("▲ host's disk is full: time stands"), "bad"),
    "failed": (mark("▲ host's disk has failed"), "bad"),
}
PEOPLE: Final = {
    "here": mark("{number} here"),
    "away": mark("{number} away"),
    "joined": mark("{number} joined"),
    "invited": mark("{number} invited"),
}


class RoomHeader(Widget):
    room: reactive[Room | None] = reactive(None)
    trouble: reactive[str] = reactive("")

    def render(self) -> RenderableType:
        if self.room is None:
            return Text()
        room = self.room
        name = joined((f" {_('CONTROL')} ", "badge"), " ", line(room.title, "strong"))
        word, ink = HOST.get(room.host, (room.host, ""))
        host = joined((_(word), ink))
        if self.trouble:
            host = joined((f"{WARNING} {self.trouble}", "call"))
        team = team_of(room, room.watched)
        states = Counter(person.state for person in room.people)
        said = [_(PEOPLE[state], number=states[state]) for state in PEOPLE if states[state]]
        people = joined((", ".join(said), "strong"))
        session = joined((_("session {name}", name=room.session), "mute"))
        return Group(
            ends(name, host),
            ends(
                _clock(room, team),
                joined(people, "  ", session) if self.size.width >= 110 else people,
            ),
        )


def _clock(room: Room, team: TeamRow) -> Text:
    """The watched team, what time it is there, and what its clock does."""
    word, ink = STANDS.get(team.stands, (team.stands, ""))
    name = line(team.name, "strong") if len(room.teams) > 1 else ""
    told = joined(" ", name, "  " if name else "", words.day_time(room.start, team.now), "  ")
    take = f"  {_('take {number}', number=team.take)}" if team.take > 1 else ""
    hold = ""
    if team.holds:
        hold = "  ⊣ " + words.day_time(room.start, team.holds[0])
    told.append_text(joined((_(word), ink), (f"  {words.pace(team.pace)}", "mute"), (take, "call")))
    return told.append_text(joined((hold, "mute")))


class NoDuffBar(Widget):
    """Says that there is a real emergency, and by which key it is `lifted` where it can be; takes
    no room without one."""

    lifted = ": N"
    room: var[Room | None] = var(None)
    emergency: reactive[NoDuffRow | None] = reactive(None, layout=True)

    def watch_room(self, room: Room | None) -> None:
        self.emergency = room.no_duff if room else None
        self.display = self.emergency is not None

    def render(self) -> RenderableType:
        emergency = self.emergency
        if emergency is None:
            return Text()
        head = joined((f" {_('NO DUFF – REAL EMERGENCY')} ", "alarm"))
        lifted = len(emergency.lifted_by)
        left = _("{number} of {wanted} have lifted it", number=lifted, wanted=emergency.wanted)
        by = joined((f"{clean(emergency.by)}, {left}{self.lifted} ", "mute"))
        return Group(ends(head, by), plain(emergency.why, "bad"))


class Alarms(Widget):
    """The first alarm and how many there are; takes no room without any."""

    room: var[Room | None] = var(None)
    panel: var[Panel | None] = var(None)
    found: reactive[tuple[Alarm, ...]] = reactive((), layout=True)

    def watch_room(self) -> None:
        self._look()

    def watch_panel(self) -> None:
        self._look()

    def _look(self) -> None:
        self.found = tuple(alarms(self.room, self.panel)) if self.room else ()
        self.display = bool(self.found)

    def render(self) -> RenderableType:
        found = self.found
        if not found:
            return Text()
        more = len(found) - 1
        rest = many("{number} more", "{number} more", more) + "  " if more else ""
        newest = joined((f"{WARNING} ", "bad"), line(found[0].words, "bad"))
        return ends(newest, joined((rest, "mute"), ("!", "call"), (" " + _("shows all"), "mute")))
