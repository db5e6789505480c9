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

HOST: Final = {
    "writing": ("✓ host keeps everything", "good"),
    "full": ("▲ host's disk is full: time stands", "bad"),
    "failed": ("▲ host's disk has failed", "bad"),
}


class RoomHeader(Widget):
    room: reactive[Room | None] = reactive(None)
    trouble: reactive[str] = reactive("")

    def render(self) -> RenderableType:
        if self.room is None:
            return Text()
        room = self.room
        name = joined((" CONTROL ", "badge"), " ", line(room.title, "strong"))
        host = joined(HOST.get(room.host, (room.host, "")))
        if self.trouble:
            host = joined((f"{WARNING} {self.trouble}", "call"))
        states = Counter(person.state for person in room.people)
        said = [
            f"{states[state]} {state}" for state in ("here", "away", "joined", "invited")
            if states[state]
        ]  # fmt: skip
        people = joined((", ".join(said), "strong"))
        return Group(ends(name, host), ends(people, joined((f"session {room.session}", "mute"))))


class Alarms(Widget):
    """The newest alarm and how many there are; takes no room without any."""

    room: reactive[Room | None] = reactive(None, layout=True)

    def watch_room(self, room: Room | None) -> None:
        self.display = room is not None and bool(room.alarms)

    def render(self) -> RenderableType:
        alarms = self.room.alarms if self.room else ()
        if not alarms:
            return Text()
        rest = f"{len(alarms) - 1} more  " if len(alarms) > 1 else ""
        newest = joined((f"{WARNING} ", "bad"), line(alarms[-1], "bad"))
        return ends(newest, joined((rest, "mute"), ("!", "call"), (" shows all", "mute")))
