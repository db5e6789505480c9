"""The lines at the top of the control screen: which session, who is there, how the host is."""

from collections import Counter
from typing import Final

from rich.console import Group, RenderableType
from rich.text import Text
from textual.reactive import reactive
from textual.widget import Widget

from simulator.session.room import Room
from tui.marks import WARNING, ends, joined
from tui.plain import line
from tui.speech import _, mark

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
        states = Counter(person.state for person in room.people)
        said = [_(PEOPLE[state], number=states[state]) for state in PEOPLE if states[state]]
        people = joined((", ".join(said), "strong"))
        session = joined((_("session {name}", name=room.session), "mute"))
        return Group(ends(name, host), ends(people, session))


class Alarms(Widget):
    """The newest alarm and how many there are; takes no room without any."""

    room: reactive[Room | None] = reactive(None, layout=True)

    def watch_room(self, room: Room | None) -> None:
        self.display = room is not None and bool(room.alarms)

    def render(self) -> RenderableType:
        alarms = self.room.alarms if self.room else ()
        if not alarms:
            return Text()
        more = len(alarms) - 1
        rest = _("{number} more", number=more) + "  " if more else ""
        newest = joined((f"{WARNING} ", "bad"), line(alarms[-1], "bad"))
        return ends(newest, joined((rest, "mute"), ("!", "call"), (" " + _("shows all"), "mute")))
