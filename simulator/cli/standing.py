"""How a run stands at its end: outcome, objectives, assets, gauges, as lines of a page."""

from collections.abc import Iterator
from textwrap import shorten, wrap
from typing import Final

from simulator.cli.playing import Played
from simulator.engine.phrases import say
from simulator.engine.results import ObjectiveResult, results
from simulator.engine.titles import Titles

NAME: Final = 40
"""Columns for the title of an asset or a gauge."""

RATINGS: Final = "P without challenges, S with some, M with major ones, U unable to be performed"


def standing(run: Played, language: str, width: int) -> Iterator[str]:
    """The closing lines, each at most `width` columns."""
    titles = Titles(run.scenario, language, run.state.orders)
    yield from _outcome(run, titles, width)
    if run.scenario.objectives:
        yield from ("", f"Objectives ({RATINGS})")
        for result in results(run.scenario, run.state, run.now):
            yield from _objective(titles, result, width)
    if run.scenario.assets:
        yield from ("", *_assets(run, titles))
    if run.scenario.gauges:
        yield from ("", *_gauges(run, titles))


def _outcome(run: Played, titles: Titles, width: int) -> Iterator[str]:
    if run.stuck:
        yield "The exercise got stuck: the same things happened again and again at one second."
    elif not run.state.over:
        yield f"Left at T+{run.now // 3600:02}:{run.now // 60 % 60:02}, before its end."
    elif run.state.outcome:
        outcome = run.scenario.outcomes[run.state.outcome]
        yield f"Outcome: {titles.words(outcome.title, run.now)}"
        for paragraph in titles.words(outcome.text, run.now).splitlines():
            yield from wrap(paragraph, width)
    else:
        yield "Outcome: none that the scenario tells of."


def _objective(titles: Titles, result: ObjectiveResult, width: int) -> Iterator[str]:
    title = titles.words(titles.scenario.objectives[result.id].title)
    head = f"  {result.rating} {result.points:3} of {result.of:3}  "
    yield head + shorten(title, width - len(head), placeholder=" …")
    for number, measured in enumerate(result.measures):
        worth = measured.measure.worth
        points = worth if measured.met else 0
        head = f"    {points:3} of {worth:3}    "
        title = titles.measure(f"{result.id}/{number}")
        yield head + shorten(title, width - len(head), placeholder=" …")


def _assets(run: Played, titles: Titles) -> Iterator[str]:
    yield f"{'Assets':{NAME}}{'hosts':>7}{'intact':>8}{'encrypted':>11}{'wiped':>7}{'service':>9}"
    for name, asset in run.state.assets.items():
        hosts = run.scenario.assets[name].hosts
        title = shorten(titles.asset(name), NAME - 3, placeholder=" …")
        link = "" if asset.link == "connected" else say(asset.link)
        yield (
            f"  {title:{NAME - 2}}{hosts:7}{asset.intact:8}{asset.encrypted:11}{asset.wiped:7}"
            f"{asset.service / 10:7.0f} %  {link}"
        ).rstrip()


def _gauges(run: Played, titles: Titles) -> Iterator[str]:
    yield f"{'Gauges':{NAME}}{'STARTEX':>9}{'now':>5}"
    for name, gauge in run.scenario.gauges.items():
        title = shorten(titles.gauge(name), NAME - 3, placeholder=" …")
        now = run.state.gauges[name].at(run.now) / 1000
        yield f"  {title:{NAME - 2}}{gauge.start:9.0f}{now:5.0f}"
