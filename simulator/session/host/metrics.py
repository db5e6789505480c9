"""The host's numbers in the form that Prometheus reads; needs the extra `metrics`."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING

from simulator.session.host.measuring import LIMITS, Spread

if TYPE_CHECKING:
    from prometheus_client.core import Metric

    from simulator.session.host.host import Host


def exposition(host: Host) -> bytes | None:
    """All numbers as text; None where the extra is not installed. No name is in any label."""
    if find_spec("prometheus_client") is None:
        return None
    from prometheus_client import CollectorRegistry, generate_latest

    registry = CollectorRegistry()
    registry.register(_Collector(host))
    return generate_latest(registry)


class _Collector:
    def __init__(self, host: Host) -> None:
        self._host = host

    def collect(self) -> Iterator[Metric]:
        from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily

        host, measures = self._host, self._host.measures
        here = host.attendance.connected()
        players = sum(grant.plays and grant.id in here for grant in host.session.grants)
        events = sum(len(team.exercise.log) for team in host.session.teams.values())
        yield GaugeMetricFamily("kulla_sessions", "Sessions of this host.", 1)
        yield GaugeMetricFamily("kulla_players", "Seats with somebody connected.", players)
        yield GaugeMetricFamily("kulla_sockets", "Connections.", len(host.attendance.connections))
        yield GaugeMetricFamily("kulla_events", "Events of all exercises.", events)
        for name, about, count in (
            ("kulla_records", "Records kept since the start.", measures.records),
            ("kulla_full_queues", "Queues that a slow client let fill up.", measures.full_queues),
            ("kulla_refused_sockets", "Connections beyond a limit.", measures.refused_sockets),
        ):
            yield CounterMetricFamily(name, about, count)
        yield _histogram("kulla_sync_seconds", "Time to put records on the disk.", measures.sync)
        yield _histogram("kulla_loop_lag_seconds", "How late a pulse came.", measures.lag)
        late = "How late an inject was shown, in real time."
        yield _histogram("kulla_inject_lateness_seconds", late, measures.lateness)


def _histogram(name: str, about: str, spread: Spread) -> Metric:
    from prometheus_client.core import HistogramMetricFamily

    so_far, buckets = 0, []
    for limit, count in zip((*map(str, LIMITS), "+Inf"), spread.counts, strict=True):
        so_far += count
        buckets.append((limit, float(so_far)))
    return HistogramMetricFamily(name, about, buckets=buckets, sum_value=spread.total)
