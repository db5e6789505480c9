"""What the role sees of the world: assets, gauges and its own teams."""

from typing import ClassVar, Final

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical, VerticalScroll
from textual.reactive import var
from textual.widgets import DataTable, Sparkline, Static

from simulator.engine.views import AssetView, GaugeView, RoleView, TeamView
from tui import words
from tui.marks import WARNING, bar, gauge_ink, joined
from tui.plain import line, plain
from tui.widgets.grid import Column, Grid, Row

LINKS: Final = {
    "connected": ("linked", "mute"),
    "isolated": ("isolated", "call"),
    "switched-off": ("off", "call"),
}


class Assets(Grid):
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(" ", 1, most=75),
        Column("Asset"),
        Column("Service", 12, most=91),
        Column("Service now", 20, least=92),
        Column("Link", 8),
        Column("Intact", 12, least=66),
        Column("Trouble", 16, least=76, most=109),
        Column("Lost", 24, least=110),
        Column("Adversary", 20, least=110),
    )
    NOTHING = "Your role sees no assets."

    view: var[RoleView | None] = var(None)

    def watch_view(self, view: RoleView | None) -> None:
        if view is not None:
            self.show([_asset_row(asset) for asset in view.assets])


class Teams(Grid):
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column("Team"),
        Column("Busy", 12),
        Column("Queue", 9),
    )
    NOTHING = "You lead no team."

    view: var[RoleView | None] = var(None)

    def watch_view(self, view: RoleView | None) -> None:
        if view is not None:
            self.show([_team_row(team) for team in view.teams])


class GaugeRow(Container):
    """One gauge: its name and value, a bar, its past, and where it is going in words."""

    gauge: var[GaugeView | None] = var(None)

    def compose(self) -> ComposeResult:
        yield Static(classes="gauge-name")
        with Horizontal():
            yield Static(classes="gauge-bar")
            yield Sparkline((), classes="gauge-past")

    def watch_gauge(self, gauge: GaugeView | None) -> None:
        if gauge is None:
            return
        name = joined(line(gauge.title, "strong"), (f"  {words.direction(gauge.per_hour)}", "mute"))
        drawn = bar(gauge.value, 10, gauge_ink(gauge)).append(f" {gauge.value:3.0f}", "strong")
        drawn.append("  more is better" if gauge.good == "high" else "  less is better", "mute")
        self.query_one(".gauge-name", Static).update(name)
        self.query_one(".gauge-bar", Static).update(drawn)
        self.query_one(Sparkline).data = gauge.trail


class Gauges(VerticalScroll):
    view: var[RoleView | None] = var(None)

    def watch_view(self, view: RoleView | None) -> None:
        gauges = view.gauges if view else ()
        rows = list(self.query(GaugeRow))
        if len(rows) != len(gauges):
            self.remove_children(GaugeRow)
            rows = [GaugeRow() for _ in gauges]
            self.mount_all(rows)
            self.call_after_refresh(self.watch_view, view)
            return
        for row, gauge in zip(rows, gauges, strict=True):
            row.gauge = gauge


class AssetAbout(Static):
    """What an asset is for, whose it is, and what it needs."""

    view: var[RoleView | None] = var(None)
    asset: var[str] = var("")

    def watch_view(self) -> None:
        self._draw()

    def watch_asset(self) -> None:
        self._draw()

    def _draw(self) -> None:
        assets = self.view.assets if self.view else ()
        if not assets:
            return
        asset = next((asset for asset in assets if asset.id == self.asset), assets[0])
        said = plain(asset.about, "mute").append("\n") if asset.about else plain("")
        said.append_text(plain(f"Owner: {asset.owner}.", "mute"))
        if asset.depends_on:
            said.append_text(plain(f" Needs: {', '.join(asset.depends_on)}.", "mute"))
        if asset.workaround:
            said.append_text(plain(f" A workaround gives {asset.workaround} %.", "mute"))
        self.update(said)


class SituationPane(Vertical):
    """All three, in a tab of their own or beside the others on a wide terminal."""

    view: var[RoleView | None] = var(None)

    def compose(self) -> ComposeResult:
        assets = Assets(classes="pane assets").data_bind(SituationPane.view)
        gauges = Gauges(classes="pane gauges").data_bind(SituationPane.view)
        teams = Teams(classes="pane teams").data_bind(SituationPane.view)
        assets.border_title, gauges.border_title, teams.border_title = (
            "Assets",
            "Gauges",
            "My teams",
        )
        yield assets
        yield AssetAbout().data_bind(SituationPane.view)
        with Container(classes="measures"):
            yield gauges
            yield teams

    @on(DataTable.RowHighlighted, ".assets")
    def _about(self, event: DataTable.RowHighlighted) -> None:
        self.query_one(AssetAbout).asset = event.row_key.value or ""


def _asset_row(asset: AssetView) -> Row:
    level = joined(bar(asset.service, 6), (f" {asset.service:3.0f} %", "strong"))
    weight = "strong" if asset.classification == "critical" else ""
    return Row(
        asset.id,
        {
            " ": joined((WARNING, "bad") if _trouble(asset) else ""),
            "Asset": line(asset.title, weight),
            "Service": level,
            "Service now": joined(level, (f" {words.service(asset.service)}", "mute")),
            "Link": joined(LINKS[asset.link]),
            "Intact": joined(f"{asset.intact} of {asset.hosts}"),
            "Trouble": joined((", ".join(_trouble(asset)), "bad")),
            "Lost": joined((", ".join(_lost(asset)), "bad")),
            "Adversary": _adversary(asset),
        },
    )


def _lost(asset: AssetView) -> list[str]:
    said = [f"{asset.encrypted} encrypted"] if asset.encrypted else []
    return said + ([f"{asset.wiped} wiped"] if asset.wiped else [])


def _inside(asset: AssetView) -> list[str]:
    said = ["inside"] if asset.foothold else []
    return said + ([f"{asset.leaked:.1f} GB out"] if asset.leaked else [])


def _trouble(asset: AssetView) -> list[str]:
    return _inside(asset) + _lost(asset)


def _adversary(asset: AssetView) -> Text:
    if asset.foothold is None and asset.leaked is None:
        return joined(("not known", "mute"))
    said = _inside(asset)
    return joined((", ".join(said), "bad")) if said else joined(("none seen", "good"))


def _team_row(team: TeamView) -> Row:
    busy = f"{team.busy} of {team.people}"
    ink = "call" if team.busy >= team.people else ""
    return Row(
        team.id,
        {
            "Team": line(team.title),
            "Busy": joined((busy, ink)),
            "Queue": joined((f"{team.queued} wait" if team.queued else "none", "mute")),
        },
    )
