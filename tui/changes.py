"""What is different in the world between two views of it, in words. No drawing."""

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from simulator.engine.views import AssetView, GaugeView, RoleView, TeamView
from tui import measures, words
from tui.speech import _, many

GAUGE_STEP: Final = 5
"""Points that a gauge has to move: less is drift that nobody acts on."""
LEAK_STEP: Final = 0.1
"""GB that have to leave: what is told of them has one digit."""
_RANKS: Final = ("critical", "important", "none")


class Change(NamedTuple):
    """One thing of the world that is not as it was; `said` tells how, without its title."""

    kind: Literal["asset", "gauge", "team"]
    id: str
    title: str
    said: str
    worse: bool


def changes(before: RoleView, after: RoleView) -> tuple[Change, ...]:
    """What is different: what is worse comes first, and critical assets before others."""
    found = [*_assets(before, after), *_gauges(before, after), *_teams(before, after)]
    return tuple(sorted(found, key=lambda change: not change.worse))


def _assets(before: RoleView, after: RoleView) -> Iterator[Change]:
    known = {asset.id: asset for asset in before.assets}
    for asset in sorted(after.assets, key=lambda asset: _RANKS.index(asset.classification)):
        old = known.get(asset.id)
        if old is None:
            yield Change("asset", asset.id, asset.title, _("now in sight"), worse=False)
        elif old != asset:
            bad, good = tuple(_losses(old, asset)), tuple(_gains(old, asset))
            said = (*_level(old, asset), *bad, *good)
            worse = bool(bad) or asset.service < old.service
            if said:
                yield Change("asset", asset.id, asset.title, ", ".join(said), worse)


def _level(old: AssetView, new: AssetView) -> Iterator[str]:
    before, after = round(old.service), round(new.service)
    if before != after:
        yield _("service {before} → {after} %", before=before, after=after)
    if old.link != new.link:
        yield {
            "connected": _("connected again"),
            "isolated": _("now isolated"),
            "switched-off": _("now switched off"),
        }[new.link]


def _losses(old: AssetView, new: AssetView) -> Iterator[str]:
    if (hosts := new.encrypted - old.encrypted) > 0:
        yield many("{number} more host encrypted", "{number} more hosts encrypted", hosts)
    if (hosts := new.wiped - old.wiped) > 0:
        yield many("{number} more host wiped", "{number} more hosts wiped", hosts)
    if new.foothold and not old.foothold:
        yield _("adversary inside")
    leaked = (new.leaked or 0) - (old.leaked or 0)
    if leaked >= LEAK_STEP:
        yield _("{number} GB more have left", number=words.number(leaked, 1))


def _gains(old: AssetView, new: AssetView) -> Iterator[str]:
    if (hosts := new.intact - old.intact) > 0:
        yield many("{number} host restored", "{number} hosts restored", hosts)
    if old.foothold and new.foothold is False:
        yield _("adversary no longer seen")
    elif old.foothold is None and new.foothold is False:
        yield _("searched, no adversary seen")


def _gauges(before: RoleView, after: RoleView) -> Iterator[Change]:
    known = {gauge.id: gauge for gauge in before.gauges}
    for gauge in after.gauges:
        old = known.get(gauge.id)
        if old is None:
            yield Change("gauge", gauge.id, gauge.title, _("now in sight"), worse=False)
        elif gauge.physical:
            if said := ", ".join(_turned(old, gauge)):
                yield Change("gauge", gauge.id, gauge.title, said, _is_worse(old, gauge))
        elif abs(round(gauge.value or 0) - round(old.value or 0)) >= GAUGE_STEP:
            yield _moved(old, gauge)


def _moved(old: GaugeView, new: GaugeView) -> Change:
    before, after = old.value or 0, new.value or 0
    said = f"{words.number(before)} → {words.number(after)}"
    return Change("gauge", new.id, new.title, said, (after < before) == (new.good == "high"))


def _turned(old: GaugeView, new: GaugeView) -> Iterator[str]:
    """How the reading of a physical gauge has changed, with its alarms."""
    if new.ringing and new.ringing != old.ringing:
        yield measures.alarm(new)
    elif old.ringing and not new.ringing:
        yield _("alarm over")
    if old.value is None or new.value is None:
        if new.value != old.value:
            yield measures.reading(new)
    elif abs(measures.share(new, new.value) - measures.share(old, old.value)) >= GAUGE_STEP:
        yield f"{words.number(old.value, new.digits)} → {measures.reading(new)}"
    if new.manual != old.manual:
        yield _("worked by hand") if new.manual else _("no longer worked by hand")


def _is_worse(old: GaugeView, new: GaugeView) -> bool:
    """An alarm, no reading, or a reading that is no longer normal."""
    lost = new.value is None and old.value is not None
    left = measures.is_normal(new) is False and measures.is_normal(old) is not False
    return lost or left or not set(new.ringing) <= set(old.ringing)


def _teams(before: RoleView, after: RoleView) -> Iterator[Change]:
    known = {team.id: team for team in before.teams}
    for team in after.teams:
        old = known.get(team.id)
        if old is None:
            yield Change("team", team.id, team.title, _("now yours"), worse=False)
        elif old.people != team.people:
            yield _staffed(old, team)


def _staffed(old: TeamView, new: TeamView) -> Change:
    said = _("{before} → {after} people", before=old.people, after=new.people)
    return Change("team", new.id, new.title, said, worse=new.people < old.people)
