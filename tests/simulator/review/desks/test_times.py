"""How long roles took, what was before them, and whose hands their seats were in."""

from statistics import median
from typing import Any

import pytest

from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.review.desks import times
from simulator.review.findings import RoleTimes
from tests.simulator.review.desks.table import ARTA, BESA, Table

OPTIONS = [{"id": "yes", "label": "Yes", "then": [{"gauge": "trust", "add": 1, "after": "2m"}]}]
ASKS = {"ask": "Yes?", "options": OPTIONS, "due": "1h"}
WORLD: dict[str, Any] = {
    "roles": {"soc": {}, "csmu": {}},
    "gauges": {"trust": {"start": 50}},
    "actions": {"look": {"title": "Look", "takes": {"time": "5m"}}},
    "reports": {"log": {"by": "soc", "to": "csmu", "again": True, "fields": [],
                        "clock": {"starts": {"inject": "m1"}, "within": "30m"}}},
    "injects": [
        {"id": f"m{n}", "at": f"{10 * n}m", "decision": ASKS} if n % 2 else
        {"id": f"m{n}", "at": f"{10 * n}m"} for n in range(1, 7)
    ],
}  # fmt: skip


def rows(table: Table) -> dict[tuple[str, bool], RoleTimes]:
    return {(row.role, row.people): row for row in times(table.take, "en")}


def test_medians_are_of_what_people_opened_and_of_what_they_took_after_it():
    table = Table.of(("soc",), **WORLD)
    table.at("11m").ask(ARTA, c.Read("soc", "m1"))
    table.at("24m").ask(ARTA, c.Read("soc", "m2"), c.Answer("soc", "m1", "yes"))
    table.at("30m30s").ask(ARTA, c.Read("soc", "m3"))
    table.at("31m").ask(ARTA, c.Answer("soc", "m3", "yes"), c.Order("soc", "look"))
    table.at("55m").ask(ARTA, c.Answer("soc", "m5", "yes"), c.Message("soc", ("csmu",), "Hm."))
    table.at("56m").ask(ARTA, c.Read("soc", "m5"), c.Send("soc", "log"))
    soc = rows(table.at("3h"))["soc", True]

    assert soc.messages == 6
    assert soc.read == 4
    assert soc.to_read == median([60, 240, 30, 360])
    assert soc.to_decide == (13 * 60 + 30) // 2
    assert soc.to_effect == 120
    assert (soc.decisions, soc.missed, soc.orders, soc.messages_sent) == (3, 0, 1, 1)
    assert (soc.reports, soc.clocks_met, soc.clocks_missed) == (1, 0, 1)
    assert rows(table)["csmu", False] == RoleTimes(
        "csmu", "csmu", False, 0, 0, None, None, None, 0, 0, 0, 0, 0, 0, 0
    )


def test_a_seat_that_changes_hands_is_told_twice_and_each_has_its_own():
    table = Table.of((), "doctrine", **WORLD)
    table.at("15m").ask(BESA, c.Staff(c.CONTROL, "soc"))
    table.at("25m").ask(ARTA, c.Read("soc", "m1"), c.Read("soc", "m2"))
    table.at("35m").ask(BESA, c.Vacate(c.CONTROL, "soc"))
    table.at("9h")
    people, bot = rows(table)["soc", True], rows(table)["soc", False]

    assert (people.messages, people.read, people.to_read) == (2, 1, 300)
    assert (bot.messages, bot.read, bot.to_read, bot.to_decide) == (4, 0, None, None)
    assert people.decisions == 0
    taken = [x for x in table.run.log if isinstance(x, e.DecisionTaken)]
    assert bot.decisions == len(taken) > 0
    assert bot.to_effect == 120


def test_a_role_that_nobody_held_and_that_did_nothing_has_one_row():
    assert [(row.role, row.people) for row in times(Table.of(**WORLD).take, "en")] == [
        ("soc", True), ("csmu", False),
    ]  # fmt: skip


@pytest.mark.parametrize("seats", [(), ("soc",)])
def test_what_was_missed_and_done_counts_for_whoever_held_the_seat_then(seats: tuple[str, ...]):
    table = Table.of(seats, **WORLD).at("50m")
    table.ask(BESA, *([c.Vacate(c.CONTROL, "soc")] if seats else []))
    table.ask(BESA, c.Answer("soc", "m5", "yes"), stand_in=True)
    row = rows(table.at("9h"))["soc", False]
    assert (row.decisions, row.missed) == (1, 2)
    assert (row.clocks_met, row.clocks_missed) == ((0, 0) if seats else (0, 1))
