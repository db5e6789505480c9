"""How a run stands at its end: outcome, objectives, assets, gauges, as lines of a page."""

from collections.abc import Iterator
from textwrap import shorten, wrap
from typing import Final

from simulator.engine import measuring
from simulator.engine.phrases import LINKS
from simulator.engine.results import ObjectiveResult, results
from simulator.engine.titles import Titles
from simulator.rehearsal.playing import Played
from simulator.speech import mark, say

NAME: Final = 40
"""Columns for the title of an asset or a gauge."""

COLUMNS: Final = (
    mark("hosts"), mark("intact"), mark("encrypted"), mark("wiped"), mark("service"),
)  # fmt: skip

OBJECTIVES: Final = mark(
    "Objectives (P without challenges, S with some, M with major ones, U unable to be performed)"
)


def standing(run: Played, language: str, width: int) -> Iterator[str]:
    """The closing lines, each at most `width` columns."""
    titles = Titles(run.scenario, language, run.state.orders)
    yield from _outcome(run, titles, width)
    if run.scenario.objectives:
        yield from ("", *wrap(say(language, OBJECTIVES), width))
        for result in results(run.scenario, run.state, run.now):
            yield from _objective(titles, result, width)
    if run.scenario.assets:
        yield from ("", *_assets(run, titles, width))
    if run.scenario.gauges:
        yield from ("", *_gauges(run, titles))


def _outcome(run: Played, titles: Titles, width: int) -> Iterator[str]:
    if run.stuck:
        yield say(
            titles.language,
            "The exercise got stuck: the same things happened again and again at one second.",
        )
    elif not run.state.over:
        since = f"T+{run.now // 3600:02}:{run.now // 60 % 60:02}"
        yield say(titles.language, "Left at {since}, before its end.", since=since)
    elif run.state.outcome:
        outcome = run.scenario.outcomes[run.state.outcome]
        title = titles.words(outcome.title, run.now)
        yield say(titles.language, "Outcome: {outcome}", outcome=title)
        for paragraph in titles.words(outcome.text, run.now).splitlines():
            yield from wrap(paragraph, width)
    else:
        yield say(titles.language, "Outcome: none that the scenario tells of.")


def _objective(titles: Titles, result: ObjectiveResult, width: int) -> Iterator[str]:
    title = titles.words(titles.scenario.objectives[result.id].title)
    head = _head(titles, f"  {result.rating}", result.points, result.of)
    yield head + shorten(title, width - len(head), placeholder=" …")
    for number, measured in enumerate(result.measures):
        worth = measured.measure.worth
        points = worth if measured.met else 0
        head = _head(titles, "   ", points, worth) + "  "
        title = titles.measure(f"{result.id}/{number}")
        yield head + shorten(title, width - len(head), placeholder=" …")


def _head(titles: Titles, before: str, points: int, of: int) -> str:
    share = say(titles.language, "{points} of {of}", points=f"{points:3}", of=f"{of:3}")
    return f"{before} {share}  "


def _assets(run: Played, titles: Titles, width: int) -> Iterator[str]:
    language = titles.language
    heads = [f"  {say(language, text)}" for text in COLUMNS]
    links = {link: say(language, text) for link, text in LINKS.items()}
    room = min(NAME, width - len("".join(heads)) - 2 - max(map(len, links.values())))
    yield f"{say(language, 'Assets'):{room}}{''.join(heads)}"
    for name, asset in run.state.assets.items():
        hosts = run.scenario.assets[name].hosts
        title = shorten(titles.asset(name), room - 3, placeholder=" …")
        cells = (
            f"{hosts}", f"{asset.intact}", f"{asset.encrypted}", f"{asset.wiped}",
            f"{asset.service / 10:.0f} %",
        )  # fmt: skip
        row = "".join(cell.rjust(len(head)) for cell, head in zip(cells, heads, strict=True))
        link = "" if asset.link == "connected" else links[asset.link]
        yield f"  {title:{room - 2}}{row}  {link}".rstrip()


def _gauges(run: Played, titles: Titles) -> Iterator[str]:
    begin, end = f"  {say(titles.language, 'STARTEX')}", f"  {say(titles.language, 'now')}"
    yield f"{say(titles.language, 'Gauges'):{NAME}}{begin}{end}"
    for name, gauge in run.scenario.gauges.items():
        title = shorten(titles.gauge(name), NAME - 3, placeholder=" …")
        began, now = (
            measuring.measured(titles.language, gauge, value)
            for value in (round(gauge.start * 1000), run.state.gauges[name].at(run.now))
        )
        now = now.rjust(len(end) - 2)
        yield f"  {title:{NAME - 2}}{began:>{len(begin)}}  {now}"
