"""Messages that people did not open, or too late."""

from typing import Any

import pytest

from simulator.engine import commands as c
from simulator.review.desks import unread
from tests.simulator.review.desks.table import ARTA, BESA, Table

ASKS = {"ask": "Pull?", "options": [{"id": "yes", "label": "Yes"}], "due": "1h"}
WORLD: dict[str, Any] = {
    "roles": {"soc": {}, "csmu": {}},
    "assets": {"mail": {"hosts": 10, "title": "Mail"}},
    "injects": [
        {"id": "cough", "at": "10m", "title": "It coughs", "text": "${asset.mail} coughs."},
        {"id": "hum", "at": "20m", "title": None, "text": "A hum.\nNo more.",
         "repeat": {"every": "10m", "times": 2}},
        {"id": "fire", "at": "1h", "title": "Fire", "text": "${asset.mail} burns.",
         "decision": ASKS},
        {"id": "later", "at": "3h", "to": "csmu", "title": "Later", "text": "${asset.mail} is."},
    ],
}  # fmt: skip


@pytest.fixture
def table() -> Table:
    return Table.of(**WORLD)


def told(table: Table) -> list[tuple[str, int, int | None, str, int | None]]:
    minutes = [
        (it.subject, it.sent, it.read, it.decision, it.decided) for it in unread(table.take, "en")
    ]
    return [
        (subject, sent // 60, read and read // 60, decision, decided and decided // 60)
        for subject, sent, read, decision, decided in minutes
    ]


def test_what_was_never_opened_is_told_with_the_decision_that_it_touched(table: Table):
    table.at("61m").ask(ARTA, c.Read("soc", "fire"))
    table.at("70m").ask(ARTA, c.Answer("soc", "fire", "yes"))
    assert told(table.at("4h")) == [
        ("It coughs", 10, None, "fire", 70), ("A hum.", 30, None, "", None),
    ]  # fmt: skip
    (cough, _) = unread(table.take, "en")
    assert [table.run.log[place].at for place in cough.cites] == [600, 70 * 60]


def test_what_was_opened_afterwards_came_too_late_and_only_where_it_touched_it(table: Table):
    table.at("70m").ask(ARTA, c.Answer("soc", "fire", "yes"))
    table.at("80m").ask(ARTA, *(c.Read("soc", it) for it in ("cough", "hum", "fire")))
    assert told(table.at("4h")) == [
        ("It coughs", 10, 80, "fire", 70), ("Fire", 60, 80, "fire", 70),
    ]  # fmt: skip


def test_what_was_opened_in_time_or_taken_back_is_not_told(table: Table):
    table.at("30m").ask(ARTA, *(c.Read("soc", it) for it in ("cough", "hum")))
    table.at("65m").ask(BESA, c.Withdraw(c.CONTROL, "fire", "Wrong.", "Besa"))
    assert told(table.at("4h")) == []


def test_a_bot_reads_nothing_and_people_only_what_came_to_them():
    table = Table.of((), **WORLD).at("15m").ask(BESA, c.Staff(c.CONTROL, "soc"))
    table.at("65m").ask(BESA, c.Vacate(c.CONTROL, "soc"))
    assert told(table.at("4h")) == [
        ("A hum.", 30, None, "", None), ("Fire", 60, None, "", None),
    ]  # fmt: skip
