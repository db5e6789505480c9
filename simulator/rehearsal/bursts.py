"""Small things that come by the dozen, told together: hosts, data, footholds, services, gauges."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from typing import Final, NamedTuple, TypeVar

from simulator.engine import events as e
from simulator.engine.fields import hosts
from simulator.engine.phrases import LINKS
from simulator.engine.startex import at_startex
from simulator.engine.state import GaugeState, State
from simulator.engine.telling import kind_of, sentence
from simulator.engine.titles import Titles
from simulator.speech import mark, say

PAUSE: Final = 15 * 60
"""What lies further apart than so many seconds belongs to two lines."""

LONGEST: Final = 3600
"""A line tells of less than so many seconds."""

HAUL: Final = 12 * 3600
"""Data that leave may take longer: they come by the hour for days."""

FALLEN: Final = {
    "encrypted": mark("{hosts} encrypted: {where}"),
    "encrypted-slowly": mark("{hosts} encrypted from {begin} to {end}: {where}"),
    "wiped": mark("{hosts} wiped: {where}"),
    "wiped-slowly": mark("{hosts} wiped from {begin} to {end}: {where}"),
}
"""How hosts that fell together are told."""

LARGE: Final = 5
"""From so many per cent on a change of service is told."""

JUMP: Final = 3
DRIFT: Final = 10
"""Points from which a gauge is told: moved at once, or little by little."""

T = TypeVar("T", e.HostsHit, e.DataLeaked, e.FootholdGained, e.LinkChanged, e.ServiceChanged)
Burst = list[tuple[int, T]]
"""Events that follow one another closely, each with its number in the log."""


class Line(NamedTuple):
    """One line of a transcript; its last event is number `number` of the log."""

    at: int
    number: int
    kind: str
    words: str


def told_together(titles: Titles, log: Sequence[e.Event], state: State) -> Iterator[Line]:
    """The lines about all events of these kinds, in no order."""
    yield from _hits(titles, log)
    yield from _leaks(titles, log)
    yield from _footholds(titles, log)
    yield from _links(titles, log)
    yield from _services(titles, log, state)
    yield from _gauges(titles, log)


TOGETHER: Final = (
    e.HostsHit, e.DataLeaked, e.FootholdGained, e.LinkChanged, e.ServiceChanged, e.GaugeMoved,
)  # fmt: skip
"""What `told_together` tells."""


def bursts(
    log: Sequence[e.Event],
    kind: type[T],
    key: Callable[[T], str],
    *,
    pause: int = PAUSE,
    longest: int = LONGEST,
) -> Iterator[Burst[T]]:
    """The events of this kind in bursts, each of events with the same key."""
    going: dict[str, Burst[T]] = {}
    for number, event in enumerate(log):
        if isinstance(event, kind):
            burst = going.setdefault(key(event), [])
            if burst and not _goes_on(burst, event.at, pause, longest):
                yield burst
                burst = going[key(event)] = []
            burst.append((number, event))
    yield from going.values()


def _goes_on(burst: Burst[T], at: int, pause: int, longest: int) -> bool:
    return at - burst[-1][1].at <= pause and at - burst[0][1].at < longest


def _line(burst: Burst[T], words: str) -> Line:
    number, last = burst[-1]
    return Line(last.at, number, kind_of(last), words)


def _times(titles: Titles, burst: Burst[T]) -> dict[str, str]:
    """When it began and ended; nothing where that was within a minute."""
    first, last = burst[0][1].at, burst[-1][1].at
    if last - first < 60:
        return {}
    begin, end = (titles.scenario.start + timedelta(seconds=at) for at in (first, last))
    return {"begin": f"{begin:%H:%M}", "end": f"{end:%H:%M}"}


def _hits(titles: Titles, log: Sequence[e.Event]) -> Iterator[Line]:
    for burst in bursts(log, e.HostsHit, lambda event: event.how):
        if len(burst) == 1:
            yield _line(burst, sentence(titles.scenario, burst[0][1], titles.language))
            continue
        fallen: Counter[str] = Counter()
        for _, event in burst:
            fallen[event.asset] += event.hosts
        where = ", ".join(f"{titles.asset(asset)} {number}" for asset, number in fallen.items())
        times = _times(titles, burst)
        said = say(
            titles.language, FALLEN[burst[0][1].how + ("-slowly" if times else "")],
            hosts=hosts(titles.language, fallen.total()), where=where, **times,
        )  # fmt: skip
        yield _line(burst, said)


def _leaks(titles: Titles, log: Sequence[e.Event]) -> Iterator[Line]:
    for burst in bursts(log, e.DataLeaked, lambda event: event.asset, longest=HAUL):
        megabytes = sum(event.megabytes for _, event in burst)
        whole = burst[-1][1]._replace(megabytes=megabytes)
        said = sentence(titles.scenario, whole, titles.language)
        if times := _times(titles, burst):
            said = say(titles.language, "{said} from {begin} to {end}", said=said, **times)
        yield _line(burst, said)


def _footholds(titles: Titles, log: Sequence[e.Event]) -> Iterator[Line]:
    for burst in bursts(log, e.FootholdGained, lambda event: "", pause=0):
        assets = titles.assets(event.asset for _, event in burst)
        said = say(titles.language, "The adversary gains a foothold in {asset}", asset=assets)
        yield _line(burst, said)


def _links(titles: Titles, log: Sequence[e.Event]) -> Iterator[Line]:
    for burst in bursts(log, e.LinkChanged, lambda event: event.link, pause=0):
        assets = titles.assets(event.asset for _, event in burst)
        link = say(titles.language, LINKS[burst[0][1].link])
        said = say(titles.language, "{assets}: now {link}", assets=assets, link=link)
        yield _line(burst, said)


def _services(titles: Titles, log: Sequence[e.Event], state: State) -> Iterator[Line]:
    start = at_startex(titles.scenario, state.capabilities, state.staffed)
    told = {name: asset.service for name, asset in start.assets.items()}
    for burst in bursts(log, e.ServiceChanged, lambda event: ""):
        levels = {event.asset: event.level for _, event in burst}
        turns = []
        for asset, level in levels.items():
            if abs(level - told[asset]) >= LARGE * 10:
                turns.append(f"{titles.asset(asset)} {told[asset] / 10:.0f} → {level / 10:.0f} %")
                told[asset] = level
        if turns:
            said = say(titles.language, "Service: {turns}", turns=", ".join(turns))
            yield _line(burst, said)


def _gauges(titles: Titles, log: Sequence[e.Event]) -> Iterator[Line]:
    """Physical gauges are told by their alarms and limits; their values go up and down all day."""
    gauges = {
        name: GaugeState(round(gauge.start * 1000))
        for name, gauge in titles.scenario.gauges.items()
    }
    told = {name: gauge.value for name, gauge in gauges.items()}
    for number, event in enumerate(log):
        if isinstance(event, e.GaugeMoved):
            name, before = event.gauge, gauges[event.gauge].at(event.at)
            gauges[name] = GaugeState(event.value, event.per_hour, event.at)
            jump, drift = abs(event.value - before), abs(event.value - told[name])
            if jump >= JUMP * 1000 or drift >= DRIFT * 1000:
                turn = f"{told[name] / 1000:.0f} → {event.value / 1000:.0f}"
                told[name] = event.value
                yield Line(event.at, number, kind_of(event), f"{titles.gauge(name)}: {turn}")
