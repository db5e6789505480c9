"""How sure people were, and how right."""

from fractions import Fraction
from typing import Any

import pytest

from simulator.engine import commands as c
from simulator.review.desks import calibration
from simulator.review.findings import Calibration
from tests.simulator.review.desks.table import ARTA, BESA, DRIN, PEOPLE, Table

OPTIONS = [{"id": "good", "label": "Good", "best": True}, {"id": "bad", "label": "Bad"}]
ASKS = {"ask": "Which?", "options": OPTIONS, "free_text": True}
WORLD: dict[str, Any] = {
    "roles": {"soc": {}, "csmu": {}},
    "injects": [
        *({"id": f"m{n}", "at": "10s", "decision": ASKS} for n in range(8)),
        {"id": "none", "at": "10s",
         "decision": {"ask": "Any?", "options": [{"id": "any", "label": "Any"}]}},
    ],
}  # fmt: skip
GIVEN = [(0, "bad"), (19, "bad"), (20, "good"), (79, "good"), (80, "bad"), (100, "good")]


def whose(table: Table) -> dict[str, Calibration]:
    return {it.whose: it for it in calibration(table.take, "en", PEOPLE)}


@pytest.fixture
def table() -> Table:
    return Table.of(**WORLD).at("1m")


def test_answers_fall_into_five_bins_and_are_weighed(table: Table):
    for number, (sure, option) in enumerate(GIVEN):
        who = ARTA if number % 2 else DRIN
        table.ask(who, c.Answer("soc", f"m{number}", option, confidence=sure))
    found = whose(table)

    soc = found["soc"]
    assert [(it.least, it.most, it.answers, it.best) for it in soc.bins] == [
        (0, 19, 2, 0), (20, 39, 1, 1), (40, 59, 0, 0), (60, 79, 1, 1), (80, 100, 2, 1),
    ]  # fmt: skip
    best = sum(option == "good" for _, option in GIVEN)
    right = Fraction(100 * best, len(GIVEN))
    mean = Fraction(sum(sure for sure, _ in GIVEN), len(GIVEN))
    misses = [Fraction(sure, 100) - (option == "good") for sure, option in GIVEN]
    brier = sum((miss**2 for miss in misses), Fraction(0)) / len(GIVEN)
    assert soc.answers == 6
    assert soc.confidence == pytest.approx(float(mean))
    assert soc.right == pytest.approx(float(right))
    assert soc.over == pytest.approx(float(mean - right))
    assert soc.brier == pytest.approx(float(brier))
    assert (found["Arta"].answers, found["Drin"].answers) == (3, 3)
    assert (soc.role, found["Arta"].role) == ("soc", "")
    assert "csmu" not in found
    assert "Besa" not in found


def test_what_says_nothing_of_either_does_not_count(table: Table):
    table.ask(ARTA, c.Answer("soc", "m0", "good"))
    table.ask(ARTA, c.Answer("soc", "none", "any", confidence=90))
    table.ask(ARTA, c.Answer("soc", "m1", text="Something else.", confidence=90))
    soc = whose(table)["soc"]
    assert (soc.answers, soc.confidence, soc.right, soc.over, soc.brier) == (0, *[None] * 4)
    assert sum(it.answers for it in soc.bins) == 0


def test_words_that_control_took_for_an_option_count_as_that(table: Table):
    table.ask(ARTA, c.Answer("soc", "m1", text="The good one.", confidence=90))
    table.ask(BESA, c.Rule(c.CONTROL, "m1", "allow", option="good", by="Besa"))
    assert whose(table)["Arta"].right == 100


def test_what_control_answers_for_a_seat_is_controls_and_not_the_roles():
    table = Table.of((), **WORLD).at("1m")
    table.ask(BESA, c.Answer("soc", "m1", "bad", confidence=100), stand_in=True)
    table.ask(BESA, c.Staff(c.CONTROL, "soc"))
    found = whose(table)
    assert found["soc"].answers == 0
    assert (found["Besa"].answers, found["Besa"].brier, found["Besa"].over) == (1, 1, 100)
