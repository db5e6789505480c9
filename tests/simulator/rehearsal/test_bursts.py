"""What a transcript puts together in one line: hosts, data, links, services, gauges."""

import pytest

from simulator.engine import events as e
from tests.simulator.rehearsal.pages import BOTH, HOUR, OFFICE, told

MINUTE = 60


def hit(at: int, hosts: int, asset: str = "mail", how: str = "encrypted") -> e.HostsHit:
    return e.HostsHit(at, OFFICE, asset, how, hosts, "wipe")


def service(at: int, asset: str, per_cent: int) -> e.ServiceChanged:
    return e.ServiceChanged(at, OFFICE, asset, per_cent * 10)


def trust(at: int, points: float, per_hour: float = 0) -> e.GaugeMoved:
    return e.GaugeMoved(at, BOTH, "trust", round(points * 1000), round(per_hour * 1000))


def test_hosts_that_fall_one_after_the_other_are_one_line_at_the_last_of_them():
    log = [hit(minute * MINUTE, 4) for minute in range(20)]
    log += [hit(20 * MINUTE, 3, "cranes"), hit(20 * MINUTE, 1, how="wiped")]
    assert told(*log) == [
        "T+00:20 Fri 18:20 asset 83 hosts encrypted from 18:00 to 18:20: Mail 80, Cranes 3",
        "T+00:20 Fri 18:20 asset 1 host of Mail wiped",
    ]


@pytest.mark.parametrize(
    ("minutes", "lines"), [((0, 15, 30, 45, 59), 1), ((0, 16), 2), ((0, 12, 24, 36, 48, 60), 2)]
)
def test_a_pause_or_an_hour_begins_a_new_line(minutes: tuple[int, ...], lines: int):
    assert len(told(*(hit(minute * MINUTE, 1) for minute in minutes))) == lines


def test_data_that_leave_all_night_are_one_line():
    log = [e.DataLeaked(n * 600, e.NOBODY, "mail", 250) for n in range(60)]
    assert told(*log) == [
        "T+09:50 Sat 03:50 adversary 15 GB of data leave Mail from 18:00 to 03:50"
    ]


def test_footholds_and_links_that_change_together_are_told_together():
    assets = ("mail", "cranes")
    log: list[e.Event] = [e.FootholdGained(0, e.NOBODY, asset) for asset in assets]
    log += [e.LinkChanged(0, OFFICE, asset, "switched-off") for asset in assets]
    assert told(*log) == [
        "T+00:00 Fri 18:00 adversary The adversary gains a foothold in Mail, Cranes",
        "T+00:00 Fri 18:00 asset Mail, Cranes: now switched off",
    ]


def test_services_are_told_as_they_were_and_as_they_became():
    assert told(service(0, "mail", 90), service(60, "mail", 30), service(60, "cranes", 80)) == [
        "T+00:01 Fri 18:01 asset Service: Mail 100 → 30 %, Cranes 100 → 80 %"
    ]


def test_small_losses_of_service_add_up_until_they_are_told():
    assert told(*(service(n * HOUR, "mail", 100 - 2 * n) for n in range(1, 6))) == [
        "T+03:00 Fri 21:00 asset Service: Mail 100 → 94 %"
    ]


def test_a_service_that_came_back_at_once_is_not_told():
    assert told(service(0, "mail", 0), service(60, "mail", 100)) == []


def test_a_gauge_is_told_where_it_jumps():
    assert told(trust(HOUR, 67), trust(2 * HOUR, 66)) == [
        "T+01:00 Fri 19:00 gauge Public trust: 70 → 67"
    ]


def test_a_gauge_that_drifts_is_told_when_it_has_gone_far():
    """One point an hour is no jump whenever the drift is reckoned anew."""
    log = [trust(0, 70, -1), *(trust(n * HOUR, 70 - n, -1) for n in range(1, 12))]
    assert told(*log) == ["T+10:00 Sat 04:00 gauge Public trust: 70 → 60"]
