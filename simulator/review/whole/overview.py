"""What a session was: its exercise, its setup, and how long it was played."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from simulator.engine.phrases import POLICIES
from simulator.engine.titles import NO_ORDERS, Titles
from simulator.review.findings import Overview
from simulator.review.recorded import Recorded, Take
from simulator.speech import say


def overview(recorded: Recorded, language: str) -> Overview:
    header, scenario = recorded.header, recorded.scenario
    titles = Titles(scenario, language, NO_ORDERS)
    handbook, adversary = scenario.handbook, scenario.adversary
    moments = [record.utc for record in recorded.records]
    level = scenario.levels.get(header.level)
    return Overview(
        id=scenario.id,
        title=titles.words(scenario.title),
        about=titles.words(scenario.about),
        tlp=scenario.tlp,
        handling=titles.words(scenario.handling),
        start=scenario.start.isoformat(),
        length=scenario.length,
        level=level.called(header.level, language) if level else "",
        seed=header.seed,
        bots=say(language, POLICIES[header.bots]),
        having=_capabilities(titles, header.having),
        lacking=_capabilities(titles, header.lacking),
        began=min(moments, default=header.created),
        ended=max(moments, default=header.created),
        played=played(take for takes in recorded.takes.values() for take in takes),
        purpose=titles.words(handbook.purpose) if handbook else "",
        objectives=tuple(titles.words(each.title) for each in scenario.objectives.values()),
        adversary=titles.words(adversary.name) if adversary else "",
        modelled_on=titles.words(adversary.modelled_on) if adversary else "",
    )


def _capabilities(titles: Titles, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(titles.words(titles.scenario.capabilities[name].title) for name in names)


def played(takes: Iterable[Take]) -> int:
    """The real seconds in which any clock ran; those of several teams at once count once."""
    total = last = 0
    for begin, end in sorted(stretch for take in takes for stretch in _stretches(take)):
        total += max(0, end - max(begin, last))
        last = max(last, end)
    return round(total / 1000)


def _stretches(take: Take) -> Iterator[tuple[int, int]]:
    """From when to when (UTC milliseconds) the clock ran: a stretch ends with the next thing that
    is known of the clock, or when it came to a second at which a discussion or the end held it."""
    for number, tick in enumerate(take.ticks, 1):
        if tick.running:
            after = take.ticks[number] if number < len(take.ticks) else None
            ahead = (after.at if after else take.until) - tick.at
            there = tick.utc + round(ahead * 1000 / tick.pace)
            yield tick.utc, min(after.utc, there) if after else there
