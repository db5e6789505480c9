"""What one person did, and what lay before them as long as they had their seat."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from simulator.engine import commands as c
from simulator.review import desks
from simulator.review.course import contest, happened
from simulator.review.desks.personal import Personal, doings, personal, seated
from simulator.review.findings import Participant
from simulator.review.recorded import Person, Take, Tick
from tests.simulator.review.desks.table import ARTA, BESA, DRIN, Table

ASKS = {"ask": "Pull?", "options": [{"id": "yes", "label": "Yes"}]}
WORLD: dict[str, Any] = {
    "roles": {"soc": {}, "csmu": {}},
    "actions": {"look": {"title": "Look", "again": "1s"}},
    "reports": {
        name: {"by": "soc", "to": "csmu", "fields": [],
               "clock": {"starts": {"inject": "first"}, "within": within}}
        for name, within in (("soon", "20m"), ("late", "40m"), ("later", "2h"))
    },
    "injects": [
        {"id": "first", "at": "10m", "title": "First", "decision": ASKS},
        {"id": "second", "at": "30m", "title": "Second", "decision": ASKS},
    ],
}  # fmt: skip
TICKS = (
    Tick(1_000_000, 0, True, 60.0),
    Tick(1_010_000, 600, False, 60.0),
    Tick(1_090_000, 600, True, 60.0),
    Tick(1_150_000, 4000, True, 60.0),
)
"""A minute a second; a pause of 80 s after ten minutes; later a jump."""
ARTA_BEFORE = ARTA._replace(left=1_100_000)
DRIN_AFTER = DRIN._replace(came=1_100_000, name="Arta")


@pytest.fixture
def take() -> Take:
    """Arta has the seat for twenty minutes, then somebody of her name."""
    table = Table.of(**WORLD).at("12m").ask(ARTA, c.Answer("soc", "first", "yes"))
    table.ask(ARTA, c.Order("soc", "look"), c.Send("soc", "later"))
    table.at("32m").ask(DRIN, c.Answer("soc", "second", "yes"), c.Order("soc", "look"))
    return replace(table.at("5h").take, ticks=TICKS)


def seen(take: Take, person: Person) -> Participant:
    since, until, did, orders = doings(take, [person])[person.grant]
    given = happened(take, "en", orders)
    return Participant(
        person.name, person.part, "team", person.role, "", person.came, person.left, 0,
        person.grant, since, until, did, given,
    )  # fmt: skip


def of(take: Take, person: Person) -> Personal:
    people = (ARTA_BEFORE, DRIN_AFTER, BESA)
    found: Any = SimpleNamespace(
        decisions=desks.decisions(take, "en", people), reports=desks.reports(take, "en", people),
        clocks=desks.clocks(take, "en"), unread=desks.unread(take, "en"),
        contest=contest(take, "en"), calibration=desks.calibration(take, "en", people),
    )  # fmt: skip
    return personal(found, seen(take, person))


def test_people_of_one_name_who_follow_each_other_have_each_their_own(take: Take):
    first, second = of(take, ARTA_BEFORE), of(take, DRIN_AFTER)
    assert doings(take, [ARTA_BEFORE])[ARTA_BEFORE.grant][:2] == (0, 1200)
    assert doings(take, [DRIN_AFTER])[DRIN_AFTER.grant][:2] == (1200, 5 * 3600)
    assert [it.id for it in first.decisions] == ["first"]
    assert [it.id for it in second.decisions] == ["second"]
    assert [it.at for it in seen(take, ARTA_BEFORE).orders] == [720]
    assert [it.at for it in seen(take, DRIN_AFTER).orders] == [32 * 60]
    assert [it.report for it in first.reports] == ["later"]
    assert second.reports == ()
    assert [it.report for it in first.clocks] == ["later"]
    assert [it.report for it in second.clocks] == ["soon", "late"]
    assert [it.subject for it in first.unread] == ["First"]
    assert [it.subject for it in second.unread] == ["Second"]


@pytest.mark.parametrize(
    ("utc", "at"),
    [
        (0, 0), (1_000_000, 0), (1_005_000, 300), (1_050_000, 600), (1_091_000, 660),
        (1_149_999, 4000), (1_150_000, 4000), (1_151_000, 4060), (9_999_999, 5 * 3600),
    ],
)  # fmt: skip
def test_a_moment_of_the_real_world_is_a_second_of_the_take(take: Take, utc: int, at: int):
    assert seated(take, ARTA._replace(came=utc))[0] == at
    assert seated(take, ARTA._replace(left=utc))[1] == at


def test_where_no_clock_was_ever_looked_at_all_are_there_from_the_beginning(take: Take):
    assert seated(replace(take, ticks=()), ARTA._replace(came=1_005_000))[0] == 0


def test_who_did_nothing_and_came_when_all_was_over_has_nothing(take: Take):
    late = of(take, BESA._replace(came=9_999_999, role="soc"))
    assert (late.decisions, late.reports, late.unread) == ((), (), ())
