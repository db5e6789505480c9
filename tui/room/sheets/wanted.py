"""The sheet that somebody in the control room wants, made of how the world stands now."""

from collections.abc import Callable, Mapping
from typing import Final

from simulator.engine.views.overview import Panel
from simulator.session.room import Room, TeamRow
from tui.chair import Chair
from tui.room import byhand
from tui.room.leading import AnySheet
from tui.room.sheets.injects import msel_sheet
from tui.room.sheets.instruct import InstructSheet
from tui.room.sheets.intervene import FactSheet, InterveneSheet
from tui.room.sheets.lessons import PlanSheet, SetAsideSheet, standing_aside
from tui.room.sheets.observe import RateSheet, watched_by
from tui.room.sheets.rule import RuleSheet
from tui.room.sheets.standin import ConsentSheet, StandinSheet
from tui.room.steer import Steered
from tui.room.truth import Scene, scene_of
from tui.room.wanted import SheetName, SheetWanted
from tui.screens.sheet import Sheet


def _set(scene: Scene, of: str) -> Sheet[Steered] | None:
    thing = byhand.find(of, scene.panel, scene.now)
    return InterveneSheet(scene.panel, thing) if thing else None


def _consent(scene: Scene, of: str) -> Sheet[Steered] | None:
    found = next((one for one in scene.panel.consents if one.id == of), None)
    return ConsentSheet(found, scene) if found else None


def _rule(scene: Scene, of: str) -> Sheet[Steered] | None:
    card = next((one for one in scene.panel.cards if one.subject == of), None)
    return RuleSheet(card, scene) if card else None


_SHEETS: Final[Mapping[SheetName, Callable[[Scene, str], Sheet[Steered] | None]]] = {
    "set": _set,
    "fact": lambda scene, _of: FactSheet(scene.panel),
    "consent": _consent,
    "speak": lambda scene, of: StandinSheet(scene.panel, of),
    "policy": lambda scene, of: InstructSheet(scene.panel, of),
    "rule": _rule,
}


def sheet_for(wanted: SheetWanted, scene: Scene) -> Sheet[Steered] | None:
    """The sheet; None where it is none of these, or what it is about is gone."""
    make = _SHEETS.get(wanted.sheet)
    return make(scene, wanted.of) if make else None


def wanted_sheet(
    wanted: SheetWanted, chair: Chair, room: Room, panel: Panel | None, team: TeamRow
) -> AnySheet | None:
    """The sheet that any page wants; None where what it is about is not there."""
    scene = scene_of(room, panel)
    if panel is None or scene is None:
        return None
    if wanted.sheet == "rate":
        return RateSheet(watched_by(room, team, panel), wanted.of)
    if wanted.sheet == "set-aside":
        aside = standing_aside(room, team, wanted.of)
        return SetAsideSheet(watched_by(room, team), wanted.of, aside)
    if wanted.sheet == "plan":
        return PlanSheet(room, panel, team, wanted.of)
    return sheet_for(wanted, scene) or msel_sheet(wanted, chair, room, panel, team)
