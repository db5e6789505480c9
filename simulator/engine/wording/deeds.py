"""What effects do to the world, each as one plain sentence. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from simulator.engine.titles import Titles
from simulator.engine.wording.clauses import clause, whole
from simulator.engine.wording.figures import amount, some_hosts, span
from simulator.engine.wording.leaves import asset, fact
from simulator.scenario import effects as f
from simulator.scenario.values import NOTHING
from simulator.speech import many, mark, say


def deeds(titles: Titles, effects: Iterable[f.AnyEffect]) -> tuple[str, ...]:
    """What these effects do, one sentence for each thing, with after how long and on what terms."""
    return tuple(
        _on_its_terms(titles, effect, said)
        for effect in effects
        for said in WORDS[type(effect)](titles, effect)
    )


def _on_its_terms(titles: Titles, effect: f.Effect, said: str) -> str:
    language = titles.language
    if effect.chance < 1:
        number = f"{effect.chance * 100:.4g}"
        said = say(language, "{deed} ({number} % likely)", deed=said, number=number)
    if effect.after != NOTHING:
        said = say(language, "{deed}, {span} later", deed=said, span=span(language, effect.after))
    if effect.when is not None:
        terms = whole(language, clause(titles, effect.when))
        said = say(language, "{deed}, if by then {clause}", deed=said, clause=terms)
    return said


LINKS: Final[dict[str, str]] = {
    "connected": mark("{asset} is connected again"),
    "isolated": mark("{asset} gets isolated"),
    "switched-off": mark("{asset} gets switched off"),
}
HOSTS: Final[dict[str, str]] = {
    "encrypt": mark("{hosts} of {asset} get encrypted"),
    "wipe": mark("{hosts} of {asset} get wiped"),
    "restore": mark("{hosts} of {asset} get restored"),
}


def _asset(titles: Titles, effect: f.AssetEffect) -> Iterator[str]:
    language, title = titles.language, asset(titles, effect.asset)
    if effect.set is not None:
        yield say(language, LINKS[effect.set], asset=title)
    for name, words in HOSTS.items():
        portion = getattr(effect, name)
        if portion is not None:
            yield say(language, words, hosts=some_hosts(language, portion), asset=title)
    if effect.leak is not None:
        data = amount(language, effect.leak, "GB")
        yield say(language, "{data} of data leave {asset}", data=data, asset=title)
    if effect.foothold:
        yield say(language, "The adversary gains a foothold in {asset}", asset=title)
    if effect.evict or effect.foothold is False:
        yield say(language, "The adversary loses its foothold in {asset}", asset=title)
    if effect.workaround:
        level = amount(language, effect.workaround)
        yield say(
            language, "A workaround keeps {asset} at {level} % or more", asset=title, level=level
        )
    elif effect.workaround == 0:
        yield say(language, "The workaround of {asset} ends", asset=title)


def _gauge(titles: Titles, effect: f.GaugeEffect) -> Iterator[str]:
    language, title = titles.language, titles.gauge(effect.gauge)
    unit = titles.scenario.gauges[effect.gauge].unit or ""
    if effect.set is not None:
        level = amount(language, effect.set, unit)
        yield say(language, "{gauge} is now {value}", gauge=title, value=level)
    if effect.add is not None:
        points = amount(language, abs(effect.add), unit)
        if effect.add < 0:
            yield say(language, "{gauge} falls by {points}", gauge=title, points=points)
        else:
            yield say(language, "{gauge} rises by {points}", gauge=title, points=points)

    yield from _physics(titles, effect, unit)


READINGS: Final[dict[str, str]] = {
    "blind": mark("The reading of {gauge} is cut off"),
    "honest": mark("The reading of {gauge} is true again"),
}


def _physics(titles: Titles, effect: f.GaugeEffect, unit: str) -> Iterator[str]:
    language, title = titles.language, titles.gauge(effect.gauge)
    if effect.target is not None:
        target = amount(language, effect.target, unit)
        yield say(language, "The set point of {gauge} is now {target}", gauge=title, target=target)
    if effect.manual is not None:
        yield say(language, MANUAL[effect.manual], gauge=title)
    if effect.shows is not None:
        yield say(
            language, "The reading of {gauge} is forged: it shows {value}",
            gauge=title, value=amount(language, effect.shows, unit),
        )  # fmt: skip
    for name, said in READINGS.items():
        if getattr(effect, name):
            yield say(language, said, gauge=title)
    if effect.silent is not None:
        yield say(language, SILENT[effect.silent], gauge=title)


MANUAL: Final = (
    mark("{gauge} is no longer worked by hand"), mark("{gauge} is now worked by hand"),
)  # fmt: skip
SILENT: Final = (
    mark("The alarms of {gauge} ring again"), mark("The alarms of {gauge} are silenced"),
)  # fmt: skip


def _team(titles: Titles, effect: f.TeamEffect) -> Iterator[str]:
    language, title, number = titles.language, titles.team(effect.team), abs(effect.add)
    if effect.add < 0:
        yield many(
            language, "{number} person leaves {team}", "{number} people leave {team}", number,
            team=title,
        )  # fmt: skip
    else:
        yield many(
            language, "{number} person joins {team}", "{number} people join {team}", number,
            team=title,
        )  # fmt: skip


def _step(titles: Titles, effect: f.StepEffect) -> Iterator[str]:
    language, title = titles.language, titles.words(titles.scenario.step[effect.step].title)
    if effect.stop:
        yield say(language, "The adversary is stopped: {step}", step=title)
    if effect.start:
        yield say(language, "The adversary begins: {step}", step=title)
    if effect.delay is not None:
        more = span(language, effect.delay)
        yield say(language, "The adversary loses {span}: {step}", span=more, step=title)


def _inject(titles: Titles, effect: f.InjectEffect) -> Iterator[str]:
    title = titles.inject(effect.inject)
    if effect.do == "send":
        yield say(titles.language, "“{inject}” is sent", inject=title)
    else:
        yield say(titles.language, "“{inject}” is struck", inject=title)


def _fact(titles: Titles, effect: f.FactEffect) -> Iterator[str]:
    told = fact(titles, effect.fact)
    if effect.set:
        yield say(titles.language, "So it is now: {fact}", fact=told)
    else:
        yield say(titles.language, "No longer so: {fact}", fact=told)


def _reveal(titles: Titles, effect: f.RevealEffect) -> Iterator[str]:
    language, roles, found = titles.language, titles.roles(effect.to), effect.reveal
    told = (
        *(asset(titles, name) for name in found.assets),
        *(titles.gauge(name) for name in found.gauges),
    )
    if told:
        yield say(language, "{roles} get to see {found}", roles=roles, found=", ".join(told))
    if found.footholds:
        assets = ", ".join(asset(titles, name) for name in found.footholds)
        yield say(
            language, "{roles} learn whether an intruder is in {assets}", roles=roles, assets=assets
        )


def _tempo(titles: Titles, effect: f.TempoEffect) -> Iterator[str]:
    share = amount(titles.language, round(effect.tempo * 100))
    yield say(
        titles.language, "Adversary and plot go on at {percent} % of what is written", percent=share
    )


def _end(titles: Titles, effect: f.EndEffect) -> Iterator[str]:
    outcome = titles.words(titles.scenario.outcomes[effect.end].title)
    yield say(titles.language, "ENDEX: {outcome}", outcome=outcome)


WORDS: Final[dict[type, Callable[[Titles, Any], Iterator[str]]]] = {
    f.AssetEffect: _asset, f.GaugeEffect: _gauge, f.TeamEffect: _team, f.StepEffect: _step,
    f.InjectEffect: _inject, f.FactEffect: _fact, f.RevealEffect: _reveal, f.TempoEffect: _tempo,
    f.EndEffect: _end,
}  # fmt: skip
"""What is said of each kind of effect."""
