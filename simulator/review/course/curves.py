"""How services and gauges ran, as the points between which they ran straight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from simulator.engine import events as e
from simulator.engine.course import DOWN
from simulator.engine.lines import first_at
from simulator.engine.startex import at_startex
from simulator.engine.state import GaugeState
from simulator.engine.titles import Titles
from simulator.review.course.defence import in_defence
from simulator.review.findings import Series
from simulator.review.recorded import Take
from simulator.scenario.world import Gauge

Points = tuple[tuple[int, float], ...]
LEAPS: Final = 3
"""So many leaps of a gauge stand behind its curve."""


def series(take: Take, language: str) -> tuple[Series, ...]:
    """All services in per cent, then all gauges in points or their unit, in the author's order."""
    titles = Titles(take.scenario, language, take.run.state.orders)
    reader = _Curves(take)
    services = (_service(titles, name, run, take) for name, run in reader.services.items())
    gauges = (
        _gauge(titles, name, reader.true[name], reader.shown[name], take)
        for name in take.scenario.gauges
    )
    return (*services, *gauges)


@dataclass
class _Service:
    """The levels of a service (tenths of a per cent) from the second on at which each began;
    `falls` are the places where it went below half, `lowest` the one where it came to the `least`
    of them; `hit` says whether the adversary ever got a host of it."""

    points: list[tuple[int, int]]
    least: int
    falls: list[int] = field(default_factory=list)
    lowest: int | None = None
    hit: bool = False

    @property
    def cites(self) -> tuple[int, ...]:
        lowest = () if self.lowest is None else (self.lowest,)
        return tuple(sorted({*self.falls, *lowest}))


@dataclass
class _Gauge:
    """The lines on which a gauge ran, None where it had no reading; `passed` are the places of
    alarms and limits, `leaps` by how much it leapt where."""

    lines: list[GaugeState | None]
    since: list[int] = field(default_factory=lambda: [0])
    passed: list[int] = field(default_factory=list)
    leaps: list[tuple[int, int]] = field(default_factory=list)

    def leap(self, place: int, at: int, value: int) -> None:
        line = self.lines[-1]
        if line is not None and line.at(at) != value:
            self.leaps.append((abs(value - line.at(at)), -place))

    @property
    def cites(self) -> tuple[int, ...]:
        """What it passed, and where it leapt the farthest."""
        farthest = (-place for _, place in sorted(self.leaps, reverse=True)[:LEAPS])
        return tuple(sorted({*self.passed, *farthest}))

    def turn(self, at: int, line: GaugeState | None) -> None:
        self.lines.append(line)
        self.since.append(at)


class _Curves:
    """Reads a log once."""

    def __init__(self, take: Take) -> None:
        run = take.run
        begin = at_startex(take.scenario, dict(run.state.capabilities), run.setup.staffed)
        self.services = {
            n: _Service([(0, it.service)], it.service) for n, it in begin.assets.items()
        }
        self.true = {name: _Gauge([line]) for name, line in begin.gauges.items()}
        self.shown = {
            name: _Gauge([begin.physics[name].shown if name in begin.physics else line])
            for name, line in begin.gauges.items()
        }
        for place, event in enumerate(take.log):
            self._hear(place, event)

    def _hear(self, place: int, event: e.Event) -> None:
        match event:
            case e.ServiceChanged():
                self._served(place, event)
            case e.HostsHit():
                self.services[event.asset].hit = True
            case e.GaugeMoved():
                line = GaugeState(event.value, event.per_hour, event.at)
                self.true[event.gauge].leap(place, event.at, event.value)
                self.true[event.gauge].turn(event.at, line)
                self.shown[event.gauge].turn(event.at, line)
            case e.ValueTurned():
                self.true[event.gauge].turn(event.at, _line(event, event.value))
            case e.ReadingTurned():
                line_shown = None if event.value is None else _line(event, event.value)
                self.shown[event.gauge].turn(event.at, line_shown)
            case e.LimitPassed() | e.AlarmRang() | e.ReadingForged():
                self.true[event.gauge].passed.append(place)
            case _:
                pass

    def _served(self, place: int, event: e.ServiceChanged) -> None:
        service = self.services[event.asset]
        before = service.points[-1][1]
        if before >= DOWN > event.level:
            service.falls.append(place)
        if event.level < service.least:
            service.lowest, service.least = place, event.level
        service.points.append((event.at, event.level))


def _line(event: e.ValueTurned | e.ReadingTurned, value: int) -> GaugeState:
    return GaugeState(value, event.per_hour, event.at, event.low, event.high)


def _service(titles: Titles, name: str, run: _Service, take: Take) -> Series:
    """It keeps a level until the next, so every step has two points at one second."""
    points = [(0, run.points[0][1] / 10)]
    for at, level in run.points[1:]:
        points += [(at, points[-1][1]), (at, level / 10)]
    points.append((take.until, points[-1][1]))
    levels = [level for _, level in points]
    return Series(
        name, "service", titles.asset(name), "%", 0, 100, _lean(points), (), min(levels),
        levels[-1], (None, None), run.cites,
        run.lowest is not None and not run.hit and in_defence(take, run.lowest),
    )  # fmt: skip


def _gauge(titles: Titles, name: str, true: _Gauge, shown: _Gauge, take: Take) -> Series:
    gauge = take.scenario.gauges[name]
    points = _run(true, take.until)
    seen = _run(shown, take.until)
    values = [value for _, value in points]
    return Series(
        name, "gauge", titles.gauge(name), gauge.unit or "", gauge.range.low, gauge.range.high,
        points, () if seen == points else seen, min(values), values[-1], _normal(gauge),
        true.cites, False,
    )  # fmt: skip


def _normal(gauge: Gauge) -> tuple[float | None, float | None]:
    """The lowest and the highest value that is usual, None where nothing is said."""
    usual = gauge.normal
    if usual is None:
        return None, None
    return usual.lowest, usual.highest


def _run(gauge: _Gauge, until: int) -> Points:
    """Where its lines begin and end, and where one comes to rest at a bound."""
    found: list[tuple[int, float]] = []
    ends = [*gauge.since[1:], until]
    for line, begin, end in zip(gauge.lines, gauge.since, ends, strict=True):
        if line is not None:
            found += ((at, line.at(at) / 1000) for at in _turns(line, begin, end))
    return _lean(found)


def _turns(line: GaugeState, begin: int, end: int) -> Iterator[int]:
    yield begin
    if line.per_hour:
        bound = line.high if line.per_hour > 0 else line.low
        rests = first_at(line, bound)
        if begin < rests < end:
            yield rests
    yield end


def _lean(points: list[tuple[int, float]]) -> Points:
    """Without points that stand twice, or between two like them."""
    kept: list[tuple[int, float]] = []
    for point in points:
        if kept and kept[-1] == point:
            continue
        if len(kept) > 1 and _between(*kept[-2:], point):
            kept.pop()
        kept.append(point)
    return tuple(kept)


def _between(*points: tuple[int, float]) -> bool:
    """Whether the middle one adds nothing: all are of one second, or all of one value."""
    return any(len({point[of] for point in points}) == 1 for of in (0, 1))
