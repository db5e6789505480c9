"""Somebody who leads in lines: writes a line, and is told lines; a test says what the host says."""

from dataclasses import replace
from typing import Any

from simulator.engine.views import LogLine
from simulator.engine.views import overview as o
from tests.tui.far import FarLine
from tests.tui.room import overview as rows
from tests.tui.room.overseen import TOWN
from tui.chair import RemoteChair
from tui.lines.room.desk import RoomDesk
from tui.lines.room.talk import RoomTalk
from tui.room.lead import LEAVING

MSEL = (
    rows.inject("hello", state="read", sent_at=60, times=1, to=("akcesk",), read_by=("akcesk",)),
    rows.inject("storm", state="sent", sent_at=1200, times=1, to=("akcesk", "nato")),
    rows.inject("ransom", state="due", due=4200, to=("akshi",), title="A note on every screen"),
    rows.inject("leak", state="waiting", to=("nato",), waits="waits for the leak"),
    rows.inject("late", state="held", due=9000, to=("nato",)),
)
LOG = (LogLine(60, "inject", "E-mail to AKCESK: Hello"),)


def town(**changes: Any) -> o.Panel:
    """The small town under attack, with an MSEL."""
    return replace(TOWN, **{"msel": MSEL, "log": LOG, **changes})


class Facilitator:
    """No paragraph is broken into lines. `told` is what came with the greeting."""

    def __init__(self, line: FarLine | None = None, leaving: str = LEAVING) -> None:
        self.line = line or at_the_prompt()
        self.talk = RoomTalk(
            RoomDesk(RemoteChair(self.line), leaving=leaving, width=lambda: 10_000)
        )
        self.greeting = "\n".join(self.talk.begin())

    def writes(self, *lines: str) -> str:
        """What is told after the last of these lines."""
        told: list[str] = []
        for line in lines:
            told = self.talk.hear(line)
        return "\n".join(told)

    def hears(self) -> str:
        """What is told at the next look."""
        return "\n".join(self.talk.tick())

    def sees(self, **changes: Any) -> str:
        """What is told when this is shown instead."""
        panel = changes.pop("panel", town())
        self.line.show_room(watched="red-barn", panel=panel, **changes)
        return self.hears()


def at_the_prompt(**changes: Any) -> FarLine:
    line = FarLine("control")
    line.show_room(panel=town(), watched="red-barn", **changes)
    return line
