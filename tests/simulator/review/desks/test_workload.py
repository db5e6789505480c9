"""How much lay before each role, second by second."""

from typing import Any

from simulator.engine import commands as c
from simulator.review.desks import workload
from simulator.review.findings import Workload
from tests.simulator.review.desks.table import ARTA, BESA, DRIN, Table

OPTIONS = [{"id": "yes", "label": "Yes"}]
WORLD: dict[str, Any] = {
    "length": "96m",
    "roles": {"soc": {"teams": {"analysts": 1}}, "csmu": {}, "idle": {}},
    "assets": {name: {"hosts": 1} for name in "abc"},
    "actions": {"look": {"title": "Look", "by": "csmu", "targets": ["a", "b", "c"],
                         "takes": {"people": {"analysts": 1}, "time": "10m"}},
                "ask": {"title": "Ask", "by": "soc", "consent": [{"from": "csmu", "due": "20m"}],
                        "takes": {"time": "1m"}}},
    "reports": {"log": {"by": "soc", "to": "csmu", "fields": [],
                        "clock": {"starts": {"inject": "m1"}, "within": "30m"}}},
    "injects": [
        {"id": "m1", "at": "10m30s"},
        {"id": "m2", "at": "20m", "decision": {"ask": "?", "due": "8m", "options": OPTIONS}},
    ],
}  # fmt: skip


def loads(table: Table) -> dict[str, Workload]:
    return {it.role: it for it in workload(table.take, "en")}


def seen(work: Workload) -> list[tuple[int, ...]]:
    """Where it changes: minute, unread, waiting, working, queued."""
    told = [(it.at // 60, it.unread, it.waiting, it.working, it.queued) for it in work.loads]
    return [now for before, now in zip([(0, 0, 0, 0, 0), *told], told, strict=False)
            if now[1:] != before[1:]]  # fmt: skip


def test_messages_questions_and_clocks_lie_there_until_they_are_settled():
    table = Table.of(("soc", "csmu"), **WORLD)
    table.at("21m").ask(ARTA, c.Read("soc", "m2"))
    table.at("40m").ask(ARTA, c.Send("soc", "log"), c.Read("soc", "m1"))
    soc = loads(table.at("96m"))["soc"]
    assert seen(soc) == [
        (11, 1, 1, 0, 0), (20, 2, 2, 0, 0), (21, 1, 2, 0, 0), (29, 1, 1, 0, 0), (40, 0, 0, 0, 0),
    ]  # fmt: skip
    assert (soc.peak, soc.peak_at) == (4, 20 * 60)
    assert [load.at for load in soc.loads] == [60 * n for n in range(97)]


def test_work_lies_with_the_role_whose_teams_do_it():
    table = Table.of(("soc", "csmu"), **WORLD).at("30m")
    table.ask(DRIN, *(c.Order("csmu", "look", asset) for asset in "abc"))
    table.at("35m").ask(DRIN, c.Cancel("csmu", "look-3"))
    found = loads(table.at("96m"))
    work = [(it.at // 60, it.working, it.queued) for it in found["soc"].loads if it.at > 29 * 60]
    assert [n for n, *it in work if it == [1, 2]] == [30, 31, 32, 33, 34]
    assert [n for n, *it in work if it == [1, 1]] == [35, 36, 37, 38, 39]
    assert [n for n, *it in work if it == [1, 0]] == [*range(40, 50)]
    assert work[-1] == (96, 0, 0)
    assert [*found] == ["soc"]
    assert "idle" not in found


def test_a_request_waits_for_whoever_has_the_word():
    table = Table.of(("soc", "csmu"), **WORLD).at("2m").ask(ARTA, c.Order("soc", "ask"))
    table.at("4m").ask(DRIN, c.Consent("csmu", "ask-1", "ask", "Why?"))
    table.at("6m").ask(ARTA, c.Reply("soc", "ask-1", "So."))
    table.at("8m").ask(DRIN, c.Consent("csmu", "ask-1", "grant"))
    found = loads(table.at("10m"))
    waits = {role: {load.at // 60 for load in found[role].loads if load.waiting} for role in found}
    assert waits == {"csmu": {2, 3, 6, 7}, "soc": {4, 5}}


def test_what_is_settled_at_the_very_second_never_lay_there():
    table = Table.of(("soc", "csmu"), **WORLD).at("2m")
    table.ask(ARTA, c.Order("soc", "ask"), c.Cancel("soc", "ask-1"))
    assert loads(table.at("10m")) == {}


def test_before_a_bot_nothing_lies_unread_and_people_find_it_all():
    table = Table.of((), **WORLD).at("15m").ask(BESA, c.Staff(c.CONTROL, "soc"))
    table.at("17m").ask(BESA, c.Vacate(c.CONTROL, "soc"))
    soc = loads(table.at("18m"))["soc"]
    assert {load.at // 60 for load in soc.loads if load.unread} == {15, 16}
    assert (soc.peak, soc.peak_at) == (2, 15 * 60)


def test_a_take_that_has_hardly_begun_has_its_first_and_its_last_second():
    table = Table.of(**WORLD | {"injects": [{"id": "m1", "at": "1s"}]}).at(1)
    assert [(it.at, it.unread) for it in loads(table)["soc"].loads] == [(0, 0), (1, 1)]
