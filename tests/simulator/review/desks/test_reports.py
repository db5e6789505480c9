"""Reports and their clocks: in time or late, right or wrong, and where they went."""

from typing import Any

import pytest

from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.review.desks import clocks, reports
from tests.simulator.review.desks.table import ARTA, BESA, DRIN, PEOPLE, Table

HOUR = 3600
FIELDS = [
    {"id": "level", "label": "Level", "choices": [{"id": "low", "label": "Low"},
     {"id": "high", "label": "High"}], "right": {"is": "high"}},
    {"id": "hosts", "label": "Hosts", "kind": "number", "required": False,
     "right": {"number": {"at_most": 5}}},
    {"id": "story", "label": {"en": "Story", "sq": "Historia"}, "wanted": True},
]  # fmt: skip
WORLD: dict[str, Any] = {
    "roles": {"soc": {}, "desk": {}, "csmu": {"short": "NJUSK"}},
    "facts": {"told": {"about": "The council was told."}, "small": {}},
    "gauges": {"trust": {"start": 50, "title": "Trust"}},
    "reports": {"nine": {
        "title": "Nine lines", "by": ["soc", "desk"], "to": "csmu", "again": True,
        "clock": {"starts": {"inject": "fire"}, "within": "1h"}, "fields": FIELDS,
        "then": [{"inject": "thanks", "do": "send", "after": "10m"}, {"fact": "told"},
                 {"fact": "small"}],
    }},
    "injects": [
        {"id": "fire", "at": "1h", "title": "Fire"},
        {"id": "thanks", "by_hand": True, "to": "csmu", "title": "They reported",
         "decision": {"ask": "Do you help?", "due": "2h", "options": [
             {"id": "yes", "label": "Yes", "consent": [{"from": "desk", "due": "1h"}],
              "then": [{"gauge": "trust", "add": 5}]}]}},
        {"id": "other", "at": "90m", "to": "csmu", "title": "Not of the report"},
    ],
}  # fmt: skip


def send(role: str = "soc", **entries: str) -> c.Send:
    return c.Send(role, "nine", tuple(({"level": "high"} | entries).items()))


@pytest.fixture
def table() -> Table:
    return Table.of(("soc", "csmu", "desk"), **WORLD)


@pytest.mark.parametrize(
    ("time", "met", "late"),
    [("1h01m", True, None), ("2h", True, None), ("2h05m", False, 300), (None, False, None)],
)
def test_a_clock_is_met_up_to_its_very_second_and_late_by_what_is_over(
    table: Table, time: str | None, met: bool, late: int | None
):
    if time:
        table.at(time).ask(ARTA, send("desk"))
        table.at("2h30m").ask(ARTA, send())
    (clock,) = clocks(table.at("4h").take, "en")
    assert (clock.since, clock.due) == (HOUR, 2 * HOUR)
    assert (clock.met, clock.late, clock.open) == (met, late, False)
    assert clock.role == ("desk" if time else "soc")
    first = min((x.at for x in table.run.log if isinstance(x, e.ReportSent)), default=None)
    assert clock.sent == first
    assert met != any(isinstance(x, e.ReportMissed) for x in table.run.log)


def test_one_that_still_runs_is_neither_met_nor_missed(table: Table):
    (clock,) = clocks(table.at("1h59m").take, "en")
    assert (clock.open, clock.met, clock.sent, clock.late) == (True, False, None, None)


def test_what_was_sent_before_its_clock_opens_none(table: Table):
    table.at("30m").ask(ARTA, send())
    assert clocks(table.at("3h").take, "en") == ()
    assert [it.at for it in reports(table.take, "en", PEOPLE)] == [1800]


def test_a_report_that_people_missed_is_theirs_and_not_of_a_bot_that_could_have_sent_it():
    table = Table.of(("desk", "csmu"), **WORLD).at("3h")
    assert [clock.role for clock in clocks(table.take, "en")] == ["desk"]


def test_a_report_is_told_by_its_fields_and_each_sending_by_its_own(table: Table):
    table.at("65m").ask(ARTA, send(level="low", hosts="7"))
    table.at("75m").ask(ARTA, send(hosts="5", story="It burns."))
    first, second = reports(table.take, "en", PEOPLE)
    assert (first.right, first.wrong, first.left_out) == ((), ("Level", "Hosts"), ("Story",))
    assert (second.right, second.wrong, second.left_out) == (("Level", "Hosts"), (), ())
    assert (first.complete, second.complete) == (False, True)
    assert (first.role, first.to, first.person, first.bot) == ("soc", "NJUSK", "Arta", False)
    assert reports(table.take, "sq", PEOPLE)[0].left_out == ("Historia",)
    assert [table.run.log[it.cites[0]].at for it in (first, second)] == [first.at, second.at]


def test_its_path_goes_by_who_opened_answered_and_consented_to_what_came_of_it(table: Table):
    table.at("65m").ask(ARTA, send())
    table.at("80m").ask(DRIN, c.Read("csmu", "thanks"))
    table.at("91m").ask(DRIN, c.Read("csmu", "other"))
    table.at("95m").ask(DRIN, c.Answer("csmu", "thanks", "yes"))
    table.at("100m").ask(ARTA, c.Consent("desk", "decision/thanks", "grant"))
    (report,) = reports(table.at("3h").take, "en", PEOPLE)
    assert [(step.at // 60, step.words) for step in report.path] == [
        (65, "So it is now: The council was told."),
        (75, "Message: They reported"),
        (80, "NJUSK reads: They reported"),
        (95, "NJUSK decides: Do you help? → Yes"),
        (95, "NJUSK asks desk for consent by Tue 02:35: Do you help?"),
        (100, "desk consents: Do you help?"),
    ]
    assert [step.place for step in report.path] == sorted({step.place for step in report.path})


def test_what_is_sent_again_for_another_reason_is_no_longer_on_its_path(table: Table):
    table.at("65m").ask(ARTA, send())
    table.at("80m").ask(BESA, c.Fire(c.CONTROL, "thanks", "Once more.", "Besa"))
    table.at("85m").ask(DRIN, c.Read("csmu", "thanks"))
    (report,) = reports(table.take, "en", PEOPLE)
    assert [step.kind for step in report.path] == ["control", "inject"]


def test_a_bot_reports_without_a_name():
    table = Table.of((), "doctrine", **WORLD).at("5h")
    (report,) = reports(table.take, "en", PEOPLE)
    assert (report.person, report.bot) == ("", True)
