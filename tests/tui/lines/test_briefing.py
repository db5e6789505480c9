"""What one is told in lines of aims, rules, words and languages, and of what has changed."""

from dataclasses import replace

import pytest

from simulator.engine import views as v
from tests.tui.fake import FakeSeat
from tests.tui.lines.teller import Teller
from tests.tui.world import ASSETS, GAUGES, ISOLATE, REQUESTS, VIEW


def test_the_aims_and_rules_of_an_exercise_are_told():
    seat = FakeSeat(
        replace(VIEW, objectives=("Contain the wiper",), rules="Nobody calls the real police.")
    )
    teller = Teller(seat)
    assert teller.writes("objectives") == "What it is about:\n  Contain the wiper."
    told = teller.writes("rules")
    assert told.startswith("Rules of play:\n  You hold one role and know only what it would know.")
    assert told.endswith("Rules of this exercise:\nNobody calls the real police.")


def test_an_exercise_without_aims_or_rules_of_its_own_says_so():
    assert Teller().writes("objectives") == "This exercise names no objectives."
    assert "Rules of this exercise" not in Teller().writes("rules")


def test_words_are_explained_those_of_the_exercise_first():
    seat = FakeSeat(replace(VIEW, glossary=(v.TermView("TIMS", "The border system."),)))
    teller = Teller(seat)
    assert teller.writes("glossary").startswith("TIMS: The border system.\nExercise (tabletop):")
    assert teller.writes("glossary startex").startswith("STARTEX: The moment at which")
    assert teller.writes("glossary border").startswith("TIMS: The border system.")
    assert teller.writes("glossary unicorn") == "There is no word “unicorn”."


def test_texts_are_read_in_another_language_of_the_exercise():
    seat = FakeSeat(replace(VIEW, languages=("en", "sq"), language="en"))
    teller = Teller(seat)
    assert teller.writes("language") == (
        "The texts are in English. They can be read in: English, Albanian."
    )
    assert teller.writes("language alb") == "The texts are in Albanian now."
    assert teller.writes("language en") == "The texts are in English now."
    assert seat.languages == ["sq", "en"]
    assert teller.writes("language de") == "There is no language “de”."


@pytest.fixture
def changed() -> Teller:
    """Somebody before whom the mail falls and trust rises."""
    teller = Teller()
    mail = replace(ASSETS[0], service=40, wiped=30, intact=78)
    teller.seat.show(assets=(mail, *ASSETS[1:]), gauges=(replace(GAUGES[0], value=80), *GAUGES[1:]))
    teller.waits()
    return teller


def test_what_is_different_is_told_once_what_is_worse_first(changed: Teller):
    assert changed.writes("situation").endswith("2 changes since you looked: changes names them.")
    assert changed.writes("changes").splitlines() == [
        "Changed since Fri 09:00, the worse first:",
        "Government mail: service 82 → 40 %, 8 more hosts wiped. Worse.",
        "Public trust: 61 → 80.",
    ]
    assert changed.writes("changes") == "Nothing has changed since Fri 09:00."
    assert "since you looked" not in changed.writes("situation")


def test_assets_are_told_under_what_needs_them():
    told = [line.partition(",")[0] for line in Teller().writes("situation tree").splitlines()]
    assert told == [
        "Each asset under what needs it.",
        "2. Citizen portal e-Albania",
        "  1. Government mail",
        "    3. Police directory",
        "  3. Police directory",
        "4. Border system TIMS",
    ]


def test_an_asset_says_what_it_needs_what_needs_it_and_what_it_was():
    told = Teller().writes("situation 1").splitlines()[1]
    assert "Needs: Police directory. Needed by: Citizen portal e-Albania." in told
    assert "Its service was at first 100 %, at lowest 82 %, at highest 100 %." in told


def test_all_clocks_are_told_the_soonest_first_with_the_command_that_stops_them():
    seat = FakeSeat(replace(VIEW, requests=(replace(REQUESTS[0], phase="asked",
                                                    mine_to_reply=False),)))  # fmt: skip
    assert Teller(seat).writes("clocks").splitlines() == [
        "Clocks that run: 3, the soonest first.",
        "Cut the ministries off, or go segment by segment? To decide by Fri 09:20, in 20m 00s: "
        "decide 4. Runs since Fri 15 Jul 08:50.",
        "NATO is asked: Ask for an allied team. By Fri 19:06, in 10h 06m. Runs since Fri 15 Jul "
        "08:33.",
        "Early warning. To be sent by Sat 08:00, in 23h 00m: report 1. Runs since Fri 15 Jul "
        "08:00.",
    ]
    quiet = replace(VIEW, decisions=(), requests=(), reports=())
    assert Teller(FakeSeat(quiet)).writes("clocks") == "No clock runs for you."


def test_decisions_are_told_with_what_became_of_them():
    taken = replace(ISOLATE, id="first", ask="Wake the minister?", phase="taken", chosen="Yes",
                    fate="in force")  # fmt: skip
    asked = replace(VIEW.inbox[0], decision=taken)
    seat = FakeSeat(replace(VIEW, inbox=(asked, *VIEW.inbox[1:]), decisions=(taken, ISOLATE)))
    teller = Teller(seat)
    assert teller.writes("asked").splitlines() == [
        "Decisions: 2, the newest first.",
        "4. Cut the ministries off, or go segment by segment? To decide by Fri 09:20, in 20m 00s: "
        "decide 4.",
        "1. Wake the minister? Answered. You chose: Yes. In force.",
    ]
    assert "Option 1: Cut off everything at once." in teller.writes("asked wake")
    none = Teller(FakeSeat(replace(VIEW, decisions=())))
    assert none.writes("asked") == "Nothing was asked of you yet."
