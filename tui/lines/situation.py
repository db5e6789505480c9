"""What the role sees of the world, in words: assets and gauges."""

from collections.abc import Iterator, Sequence
from typing import Final

from simulator.engine.views import AssetView, GaugeView, RoleView
from tui import words
from tui.lines.numbers import Numbers
from tui.lines.phrases import say, stopped

LINKS: Final = {"connected": "linked", "isolated": "isolated", "switched-off": "off"}
STEADY: Final = 0.05
"""Points an hour below which nobody would say that a gauge moves."""


def assets(found: Sequence[AssetView], numbers: Numbers) -> Iterator[str]:
    """A line for each, in the order that the author gave them."""
    if not found:
        yield say("situation-none")
        return
    troubled = sum(bool(_lost(asset) or asset.service < 99.5) for asset in found)
    yield say("situation-head", count=len(found), trouble=troubled)
    for asset in found:
        yield asset_line(asset, numbers.of("asset", asset.id))


def asset_line(asset: AssetView, number: int) -> str:
    """How an asset stands, told by words alone."""
    return stopped(
        say("asset-line", number=number, title=asset.title, classification=asset.classification)
        if asset.classification != "none"
        else say("entry", number=number, title=asset.title),
        standing(asset),
    )


def standing(asset: AssetView) -> str:
    """Its service, its link, its hosts and what is known of the adversary."""
    hosts = [say("intact", intact=asset.intact, hosts=asset.hosts), *_lost(asset)]
    return stopped(
        say("service", level=f"{asset.service:.0f}", word=words.service(asset.service)),
        say(LINKS[asset.link]),
        ", ".join(hosts),
        _adversary(asset),
    )


def _lost(asset: AssetView) -> list[str]:
    said = [say("encrypted", count=asset.encrypted)] if asset.encrypted else []
    return said + ([say("wiped", count=asset.wiped)] if asset.wiped else [])


def _adversary(asset: AssetView) -> str:
    if asset.foothold is None and asset.leaked is None:
        return say("not-known")
    said = [say("inside")] if asset.foothold else []
    if asset.leaked:
        said.append(say("leaked", data=f"{asset.leaked:.1f}"))
    return ", ".join(said) or say("none-seen")


def about_asset(asset: AssetView, numbers: Numbers) -> Iterator[str]:
    """How it stands, what it is for, whose it is and what it needs."""
    yield asset_line(asset, numbers.of("asset", asset.id))
    yield stopped(
        asset.about,
        say("owner", owner=asset.owner),
        say("needs", assets=", ".join(asset.depends_on)) if asset.depends_on else "",
        say("workaround", level=asset.workaround) if asset.workaround else "",
    )


def gauges(view: RoleView) -> Iterator[str]:
    if not view.gauges:
        yield say("gauges-none")
    for gauge in view.gauges:
        yield stopped(gauge_line(gauge), drift(gauge), _trail(gauge), gauge.about)


def gauge_line(gauge: GaugeView) -> str:
    good = say("more-is-better" if gauge.good == "high" else "less-is-better")
    return stopped(say("gauge-line", title=gauge.title, value=f"{gauge.value:.0f}"), good)


def drift(gauge: GaugeView) -> str:
    if abs(gauge.per_hour) < STEADY:
        return say("steady")
    way = "rising" if gauge.per_hour > 0 else "falling"
    return say(way, rate=f"{abs(gauge.per_hour):.1f}")


def _trail(gauge: GaugeView) -> str:
    """Its past in three numbers, in place of a curve."""
    if not gauge.trail:
        return ""
    first, lowest, highest = (
        f"{value:.0f}" for value in (gauge.trail[0], min(gauge.trail), max(gauge.trail))
    )
    if lowest == highest:
        return ""
    return say("trail", first=first, lowest=lowest, highest=highest)
