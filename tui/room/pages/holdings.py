"""Assets, gauges and objectives of a team as they really are, and who does not know it."""

from typing import ClassVar

from rich.text import Text

from simulator.engine.views.overview import AssetRow, GaugeRow, MeasureRow, ObjectiveRow
from tui import words
from tui.marks import WARNING, bar, ink_of, joined
from tui.plain import line
from tui.room import physics, truth
from tui.room.pages.section import Section
from tui.room.truth import Scene
from tui.speech import _, many, mark
from tui.widgets.grid import Column, Row

_BAR = 8
_HOSTS = 5
_NOW = 14


class TrueAssets(Section):
    FIELD = "assets"
    TITLE = mark("Assets")
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(" ", 1),
        Column(mark("Asset")),
        Column(mark("Intact"), 15),
        Column(mark("Service"), 7),
        Column(mark("Link"), 12, least=92),
        Column(mark("Trouble"), 0, least=92),
        Column(mark("What roles know"), 0, most=91),
        Column(mark("What roles know"), 30, least=92),
    )
    NOTHING = mark("This exercise has no assets.")

    @classmethod
    def drawn_of(cls, told: AssetRow, scene: Scene) -> Row:
        trouble, service = truth.trouble(told), truth.share(told)
        intact = f" {told.intact}/{told.hosts}"
        link, ink = truth.LINKS[told.link]
        return Row(
            told.id,
            {
                " ": joined((WARNING if trouble else " ", "bad")),
                "Asset": line(told.title, "strong" if trouble else ""),
                "Intact": joined(truth.hosts_bar(told, _HOSTS), intact),
                "Service": joined((f"{words.number(service):>3} %", ink_of(service))),
                "Link": joined((_(link), ink)),
                "Trouble": joined((", ".join(trouble) or _("none"), "bad" if trouble else "mute")),
                "What roles know": truth.beliefs(told, scene.panel),
            },
        )

    @classmethod
    def counted(cls, scene: Scene) -> str:
        held = sum(asset.foothold for asset in scene.panel.assets)
        return many("intruder in {number}", "intruder in {number}", held) if held else ""


class TrueGauges(Section):
    FIELD = "gauges"
    TIMED = True
    TITLE = mark("Gauges")
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(mark("Gauge")),
        Column(mark("Now"), _NOW),
        Column(mark("Moves"), 10),
        Column(mark("Not seen by"), 0, least=70),
    )
    NOTHING = mark("This exercise has no gauges.")

    @classmethod
    def drawn_of(cls, told: GaugeRow, scene: Scene) -> Row:
        digits = max(1, told.physics.digits) if told.physics else 1
        behind = physics.behind(told)
        blind = truth.blind(told.seen_by, scene.panel)
        return Row(
            told.id,
            {
                "Gauge": joined(line(told.title), (f" – {behind}" if behind else "", "call")),
                # Whether much of it is good is for each gauge to say: no colour tells here.
                "Now": _now(told, scene),
                "Moves": joined((truth.rate(truth.moves(told, scene.now), digits), "mute")),
                "Not seen by": line(blind, "mute"),
            },
        )


def _now(told: GaugeRow, scene: Scene) -> Text:
    value = physics.value(told, scene.now)
    if told.physics:
        return joined((f"{value:>{_NOW}}", "strong"))
    level = truth.level(told, scene.now)
    return joined(bar(level, _BAR, "head"), (f" {value}", "strong"))


class Ratings(Section):
    """Each objective, and its measures under it."""

    FIELD = "objectives"
    TITLE = mark("Objectives")
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(" ", 1),
        Column(mark("Objective")),
        Column(mark("Points"), 9),
        Column(mark("So far"), 14, least=44),
    )
    NOTHING = mark("This exercise has no objectives.")

    @classmethod
    def drawn(cls, scene: Scene) -> list[Row]:
        return [
            row
            for objective in scene.panel.objectives
            for row in (cls.drawn_of(objective, scene), *_measures(objective))
        ]

    def id_of(self, key: str) -> str:
        return key.partition(" ")[0]

    @classmethod
    def drawn_of(cls, told: ObjectiveRow, scene: Scene) -> Row:
        ink = truth.INKS.get(told.rating, "")
        return Row(
            told.id,
            {
                " ": joined((told.rating, ink)),
                "Objective": line(told.title, "strong"),
                "Points": joined((_score(told.points, told.of), "strong")),
            },
        )


def _measures(objective: ObjectiveRow) -> list[Row]:
    def drawn(place: int, measure: MeasureRow) -> Row:
        cells = {
            "Objective": joined("  ", line(measure.title)),
            "Points": joined((_score(measure.points, measure.worth), "mute")),
            "So far": joined(truth.measured(measure.now)),
        }
        return Row(f"{objective.id} {place}", cells)

    return [drawn(place, measure) for place, measure in enumerate(objective.measures)]


def _score(points: int, of: int) -> str:
    return _("{points} of {of}", points=points, of=of)
