"""Which sheet belongs to what was wanted of the MSEL."""

from typing import Final

from simulator.engine.views.overview import InjectRow, Panel
from simulator.session.room import Room, TeamRow
from tui.chair import Chair
from tui.room.sheets.amend import AmendSheet
from tui.room.sheets.delay import DelaySheet
from tui.room.sheets.repace import RepaceSheet
from tui.room.sheets.write import WriteSheet
from tui.room.steer import Asked, Steered
from tui.room.wanted import SheetWanted
from tui.screens.sheet import Sheet

SHEETS: Final = frozenset({"write", "repace", "delay", "amend"})
"""What `msel_sheet` knows of."""


def msel_sheet(
    wanted: SheetWanted, chair: Chair, room: Room, panel: Panel, team: TeamRow
) -> Sheet[Steered] | Sheet[Steered | Asked] | None:
    """None where it is not one of these, or the inject it is about is not there."""
    row = _row(wanted.of, panel)
    match wanted.sheet:
        case "write":
            return WriteSheet(room, panel, team, row)
        case "repace":
            return RepaceSheet(room, panel, team, "" if len(room.teams) == 1 else team.name)
        case "delay" if row is not None:
            return DelaySheet(room, team, row)
        case "amend" if row is not None:
            return AmendSheet(chair, team.name, panel, row)
        case _:
            return None


def _row(id: str, panel: Panel) -> InjectRow | None:
    return next((row for row in panel.msel if row.id == id), None)
