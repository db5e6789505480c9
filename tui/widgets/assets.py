"""The assets that the role sees: as a table, as a tree of what needs what, and one by one."""

from collections.abc import Iterator
from typing import ClassVar, Final

from rich.console import Group, RenderableType
from rich.text import Text
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from simulator.engine.views import AssetView, RoleView
from tui import words
from tui.branches import Branch, asset_of, branches
from tui.changes import Change
from tui.letters import fields
from tui.marks import CHANGED, WARNING, bar, curve, ink_of, joined
from tui.plain import line, plain
from tui.speech import _, mark
from tui.widgets.grid import Column, Grid, Row

LINKS: Final = {
    "connected": (mark("connected"), "mute"),
    "isolated": (mark("isolated"), "call"),
    "switched-off": (mark("switched off"), "call"),
}
CLASSES: Final = {"critical": mark("critical"), "important": mark("important"), "none": ""}


class Assets(Grid):
    """`changed` holds what is different since the player last looked; `as_tree` draws a tree."""

    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(" ", 2),
        Column(mark("Asset")),
        Column(mark("Service"), 12, most=65),
        Column(mark("Service now"), 19, least=66),
        Column(mark("Link"), 12),
        Column(mark("Intact"), 12, least=66),
        Column(mark("Trouble"), 28, least=92, most=139),
        Column(mark("Lost"), 22, least=140),
        Column(mark("Adversary"), 18, least=140),
        Column(mark("Class"), 9, least=140),
        Column(mark("Needs"), 0, least=170),
    )
    NOTHING = mark("No assets in sight.")

    view: var[RoleView | None] = var(None)
    changed: var[tuple[Change, ...]] = var(())
    as_tree: var[bool] = var(False)

    @property
    def asset(self) -> str:
        """The id of the asset under the cursor; empty where there is none."""
        return asset_of(self.current)

    def watch_view(self, before: RoleView | None, after: RoleView | None) -> None:
        if before is None or after is None or before.assets != after.assets:
            self._draw()

    def watch_changed(self) -> None:
        self._draw()

    def watch_as_tree(self) -> None:
        at = self.asset
        self._draw()
        place = next((b.path for b in self._branches() if b.asset.id == at), "")
        self.go_to(place)

    def _draw(self) -> None:
        if self.view is not None:
            new = {change.id for change in self.changed if change.kind == "asset"}
            titles = {asset.id: asset.title for asset in self.view.assets}
            self.show([_row(branch, titles, branch.asset.id in new) for branch in self._branches()])

    def _branches(self) -> tuple[Branch, ...]:
        assets = self.view.assets if self.view else ()
        return branches(assets) if self.as_tree else tuple(Branch(a.id, a) for a in assets)


class AssetAbout(Static):
    """How an asset stands and stood, whose it is, what it is for, and what it needs."""

    view: var[RoleView | None] = var(None)
    asset: var[str] = var("")

    def watch_view(self, before: RoleView | None, after: RoleView | None) -> None:
        if before is None or after is None or before.assets != after.assets:
            self._draw()

    def watch_asset(self) -> None:
        self._draw()

    def _draw(self) -> None:
        assets = self.view.assets if self.view else ()
        found = next((asset for asset in assets if asset.id == self.asset), None)
        for asset in (found,) if found else assets[:1]:
            self.border_title = Content(line(_with_class(asset)).plain)
            self.update(about_asset(asset, assets))


def about_asset(asset: AssetView, assets: tuple[AssetView, ...]) -> RenderableType:
    """All that is known of it: what counts in an emergency first."""
    needs = [one for one in assets if one.id in asset.depends_on]
    needed_by = [one.title for one in assets if asset.id in one.depends_on]
    rows = [(_("Hosts"), _hosts(asset))]
    if needs:
        rows.append((_("Needs"), ", ".join(_as_needed(one) for one in needs)))
    if needed_by:
        rows.append((_("Needed by"), ", ".join(needed_by)))
    rows.append((_("Owner"), asset.owner))
    if asset.workaround:
        rows.append((_("Workaround"), _("gives {share} %", share=asset.workaround)))
    parts: list[RenderableType] = [_service(asset), fields(rows)]
    return Group(*parts, plain(asset.about, "mute")) if asset.about else Group(*parts)


def _service(asset: AssetView) -> Text:
    level, word = words.number(asset.service), words.service(asset.service)
    said = _("Service {level} %, {word}; {link}.", level=level, word=word, link=_link(asset))
    return joined((f"{said}  ", "strong"), curve(asset.trail, 40, ink_of(asset.service)))


def _hosts(asset: AssetView) -> str:
    intact = _("{intact} of {hosts} intact", intact=asset.intact, hosts=asset.hosts)
    adversary = _("Adversary: {known}.", known=_adversary(asset).plain)
    return f"{', '.join([intact, *_lost(asset)])}. {adversary}"


def _as_needed(asset: AssetView) -> str:
    level, word = words.number(asset.service), words.service(asset.service)
    return _("{asset} ({level} %, {word})", asset=asset.title, level=level, word=word)


def _link(asset: AssetView) -> str:
    return _(LINKS[asset.link][0])


def _with_class(asset: AssetView) -> str:
    kind = _class(asset)
    return _("{asset} ({kind})", asset=asset.title, kind=kind) if kind else asset.title


def _class(asset: AssetView) -> str:
    known = CLASSES.get(asset.classification, asset.classification)
    return _(known) if known else ""


def _row(branch: Branch, titles: dict[str, str], changed: bool) -> Row:
    asset = branch.asset
    weight = "strong" if asset.classification == "critical" else ""
    level = (f" {words.number(asset.service):>3} %", "strong")
    word = (f" {words.service(asset.service)}", "mute")
    trouble = (*_inside(asset), *_lost(asset))
    return Row(
        branch.path,
        {
            " ": joined((WARNING if trouble else " ", "bad"), (CHANGED if changed else "", "call")),
            "Asset": _title(branch, weight),
            "Service": joined(bar(asset.service, 6), level),
            "Service now": joined(bar(asset.service, 5), level, word),
            "Link": joined((_link(asset), LINKS[asset.link][1])),
            "Intact": joined(_("{intact} of {hosts}", intact=asset.intact, hosts=asset.hosts)),
            "Trouble": joined((", ".join(trouble), "bad")) if trouble else _adversary(asset),
            "Lost": joined((", ".join(_lost(asset)), "bad")),
            "Adversary": _adversary(asset),
            "Class": joined((_class(asset), weight or "mute")),
            "Needs": line(", ".join(titles[id] for id in asset.depends_on if id in titles), "mute"),
        },
    )


def _title(branch: Branch, weight: str) -> Text:
    title = branch.asset.title
    said = _("{asset} (see above)", asset=title) if branch.again else title
    return joined((branch.rails, "mute"), line(said, weight))


def _lost(asset: AssetView) -> Iterator[str]:
    if asset.encrypted:
        yield _("{number} encrypted", number=asset.encrypted)
    if asset.wiped:
        yield _("{number} wiped", number=asset.wiped)


def _inside(asset: AssetView) -> Iterator[str]:
    if asset.foothold:
        yield _("inside")
    if asset.leaked:
        yield _("{number} GB out", number=words.number(asset.leaked, 1))


def _adversary(asset: AssetView) -> Text:
    if asset.foothold is None and asset.leaked is None:
        return joined((_("not known"), "mute"))
    said = ", ".join(_inside(asset))
    return joined((said, "bad")) if said else joined((_("none seen"), "good"))
