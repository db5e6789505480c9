"""Codes stand in place of people, and a page of one person names nobody else."""

from types import SimpleNamespace
from typing import Any

import pytest

from simulator.paper.blocks import Register
from simulator.paper.markdown import markdown
from simulator.paper.page import page
from simulator.review.exports.csvs import as_csv
from simulator.review.exports.data import as_json
from simulator.review.exports.tables import tables
from simulator.review.findings import Participant
from simulator.review.names import names_of
from simulator.review.recorded import Person
from simulator.review.report.brief import brief
from simulator.review.report.citing import anchors_in
from simulator.review.report.notes import NONE, Notes, Passage
from simulator.review.report.personal import has_page, personal
from simulator.review.report.pseudonyms import (
    coded,
    codes,
    hiding,
    replacing,
    veiled_notes,
)
from simulator.review.report.whole import report
from tests.simulator.review.report.found import of, played


def test_longer_names_go_first_and_no_name_is_found_within_a_word():
    words = replacing({"Ana": "P-01", "Ana Li": "P-02", "=1": "P-03"})
    told = words("Ana Li met Ana; Anas, (Ana) Banana, x=1!")
    assert told == "P-02 met P-01; Anas, (P-01) Banana, xP-03!"


def test_a_name_that_stays_is_whole_where_anothers_is_part_of_it():
    hide = hiding(["Arta", "Hoxha"], "somebody else", but="Arta Hoxha")
    assert hide("Arta Hoxha and Arta") == "Arta Hoxha and somebody else"


def test_without_anybody_nothing_changes():
    assert codes([])("Ana") == "Ana"
    assert hiding([], "somebody")("Ana") == "Ana"


def test_who_was_invited_first_is_the_first():
    by = codes(["Besa", "Arta", "Besa", ""])
    assert by("Besa and Arta") == "P-01 and P-02"


def test_what_people_wrote_is_veiled_too():
    notes = Notes((("areas", (Passage("Ask Besa.", cites=("e1",)),)),), ("Of Besa",))
    veiled = veiled_notes(notes, codes(["Besa"]))
    assert veiled.part("areas") == (Passage("Ask P-01.", cites=("e1",)),)
    assert veiled.unknown == ("Of P-01",)


def test_no_name_stands_in_any_output():
    # given a session in which people are named in notes, ratings, dissents and told events
    found = of("rich")
    names = {person.name for person in played("rich").people}

    # when it is told with codes
    veiled = coded(found, codes(one.name for one in found.participants))
    whole = report(veiled)
    told = [made(one) for one in (whole, brief(veiled, NONE, whole)) for made in (page, markdown)]
    told.append(as_json(veiled))
    told += [as_csv(table).decode("utf-8-sig") for table in tables(veiled)]

    # then none of them is left, but everything else is as it was
    for name in ("Besa Hoxha", "Vesa Gashi", "Arta", "Dritan"):
        assert name in names
        assert all(name not in one for one in told)
    assert {one.name for one in veiled.participants} == {
        f"P-{number:02}" for number in range(1, len(names) + 1)
    }
    assert [team.events for team in veiled.teams] == [team.events for team in found.teams]


def players() -> list[Participant]:
    return [one for one in of("rich").participants if has_page(one)]


@pytest.mark.parametrize("number", range(5))
def test_a_personal_page_names_nobody_else(number: int):
    one = players()[number]
    told = page(personal(of("rich"), one))
    for name in ("Besa Hoxha", "Vesa Gashi", "Arta", "Dritan"):
        assert (name in told) == (name == one.name)


def test_a_personal_page_has_ones_own_decisions_and_no_others():
    arta = next(one for one in players() if one.name == "Arta")
    told = markdown(personal(of("rich"), arta))
    [north] = [team for team in of("rich").teams if team.team == "north"]
    own = {it.ask for it in north.decisions if it.person == "Arta"}
    others = {it.ask for it in north.decisions if it.person not in ("Arta", "")}
    headings = [line.lstrip("# ") for line in told.splitlines() if line.startswith("### ")]
    assert own
    assert others
    assert own <= {*headings}
    assert not others & {*headings}
    assert "80 %" in told


def test_a_personal_page_lists_no_event_but_those_that_it_cites():
    for one in players():
        blocks = personal(of("rich"), one).blocks
        listed = [e for block in blocks if isinstance(block, Register) for e in block.entries]
        assert {entry.anchor for entry in listed} == {*anchors_in(blocks)}


def test_a_colleagues_reason_is_not_on_ones_page():
    # given two in one seat, of whom Arta gave a reason
    [mate] = [one for one in players() if one.name == "=1+1"]
    told = markdown(personal(of("rich"), mate))
    assert "It has the ladder." in markdown(report(of("rich")))
    assert "It has the ladder." not in told
    assert "You took no decision yourself." in told


def test_who_is_called_after_the_role_or_the_host_has_no_name_to_take_out():
    watch = Person("a", "WATCH", "player", "t", "watch", 0, None)
    arta = watch._replace(name="Arta")
    guest = watch._replace(role="", part="control")
    host = guest._replace(name="the host")
    scenario = SimpleNamespace(roles={"watch": SimpleNamespace(short="WATCH")})
    session: Any = SimpleNamespace(people=(watch, arta, guest, host), scenario=scenario)
    assert [*names_of(session)] == ["Arta", "WATCH"]
