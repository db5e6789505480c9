"""What the role sees of the world, in words: assets and gauges."""

from collections.abc import Iterator, Sequence
from typing import Final

from simulator.engine.views import AssetView, GaugeView, RoleView
from tui import measures, words
from tui.branches import SEPARATOR, branches
from tui.changes import Change
from tui.lines.numbers import Numbers
from tui.lines.phrases import say, stopped
from tui.speech import _

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


def tree(found: Sequence[AssetView], numbers: Numbers) -> Iterator[str]:
    """Each under what needs it, a step further in."""
    yield say("tree-head") if found else say("situation-none")
    for branch in branches(found):
        inset = "  " * branch.path.count(SEPARATOR)
        again = say("needs-again") if branch.again else ""
        yield inset + stopped(asset_line(branch.asset, numbers.of("asset", branch.asset.id)), again)


def changed(found: Sequence[Change], before: RoleView) -> Iterator[str]:
    """What is different since then, what is worse first."""
    time = words.short_time(before.start, before.now)
    yield say("changed-head", time=time) if found else say("changed-none", time=time)
    for change in found:
        yield stopped(
            say("field", name=change.title, said=change.said), say("worse") if change.worse else ""
        )


def asset_line(asset: AssetView, number: int) -> str:
    """How an asset stands, told by words alone."""
    return stopped(
        say("asset-line", number=number, title=asset.title, classification=_(asset.classification))
        if asset.classification != "none"
        else say("entry", number=number, title=asset.title),
        standing(asset),
    )


def standing(asset: AssetView) -> str:
    """Its service, its link, its hosts and what is known of the adversary."""
    hosts = [say("intact", intact=asset.intact, hosts=asset.hosts), *_lost(asset)]
    return stopped(
        say("service", level=words.number(asset.service), word=words.service(asset.service)),
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
        said.append(say("leaked", data=words.number(asset.leaked, 1)))
    return ", ".join(said) or say("none-seen")


def about_asset(asset: AssetView, seen: Sequence[AssetView], numbers: Numbers) -> Iterator[str]:
    """How it stands, what it is for, whose it is, what it needs and what needs it."""
    needs = [other.title for other in seen if other.id in asset.depends_on]
    needed = [other.title for other in seen if asset.id in other.depends_on]
    yield asset_line(asset, numbers.of("asset", asset.id))
    yield stopped(
        asset.about,
        say("owner", owner=asset.owner),
        say("needs", assets=", ".join(needs)) if needs else "",
        say("needed-by", assets=", ".join(needed)) if needed else "",
        say("workaround", level=asset.workaround) if asset.workaround else "",
        _trail(asset.trail, "service-trail"),
    )


def gauges(view: RoleView) -> Iterator[str]:
    if not view.gauges:
        yield say("gauges-none")
    for gauge in view.gauges:
        yield stopped(gauge_line(gauge), drift(gauge), _past(gauge), gauge.about)


def gauge_line(gauge: GaugeView) -> str:
    if gauge.physical:
        return _physical(gauge)
    good = say("more-is-better" if gauge.good == "high" else "less-is-better")
    value = words.number(gauge.value or 0)
    return stopped(say("gauge-line", title=gauge.title, value=value), good)


def _physical(gauge: GaugeView) -> str:
    """Its alarms come first, for they are what has to be heard."""
    reading = say("physical-line", title=gauge.title, reading=measures.reading(gauge))
    out, normal = measures.is_normal(gauge) is False, _normal(gauge)
    return stopped(
        say("alarm-line", alarms="; ".join(gauge.ringing)) if gauge.ringing else "",
        reading,
        say("not-normal" if out else "is-normal", range=normal) if normal else "",
        say("by-hand") if gauge.manual else "",
    )


def _normal(gauge: GaugeView) -> str:
    """What is normal in words, for those who hear it read."""
    low, high = measures.normal_ends(gauge)
    if low and high:
        return say("normal-both", low=low, high=high)
    return say("normal-from", low=low) if low else say("normal-to", high=high) if high else ""


def drift(gauge: GaugeView) -> str:
    if gauge.value is None:
        return ""
    digits = max(1, gauge.digits)
    if abs(gauge.per_hour) < STEADY * 10 / 10**digits:
        return say("steady")
    way = "rising" if gauge.per_hour > 0 else "falling"
    return say(way, rate=f"{words.number(abs(gauge.per_hour), digits)} {gauge.unit}".rstrip())


def _past(gauge: GaugeView) -> str:
    return _trail(gauge.trail, digits=gauge.digits)


def _trail(past: Sequence[float], phrase: str = "trail", digits: int = 0) -> str:
    """What it was in three numbers, in place of a curve."""
    if not past:
        return ""
    first, lowest, highest = (
        words.number(value, digits) for value in (past[0], min(past), max(past))
    )
    if lowest == highest:
        return ""
    return say(phrase, first=first, lowest=lowest, highest=highest)
