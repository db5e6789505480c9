"""A page for one person goes by their own seat and time, and keeps what others wrote from them."""

from __future__ import annotations

from dataclasses import replace

from simulator.paper.markdown import markdown
from simulator.review.course import control
from simulator.review.findings import Participant
from simulator.review.report.personal import personal
from tests.simulator.review.report.found import of, played

RICH = of("rich")


def one(name: str) -> Participant:
    return next(it for it in RICH.participants if it.name == name)


def test_a_person_of_the_same_name_in_the_same_role_has_a_page_of_their_own():
    # given somebody else of Arta's name who had her seat after she had left, and did nothing
    arta = one("Arta")
    other = replace(arta, grant="north.player-archive-9", did=(), orders=(), since=3600, left=9)
    found = replace(RICH, participants=(*RICH.participants, other))
    first, second = markdown(personal(found, arta)), markdown(personal(found, other))
    assert "You took 1 decision." in first
    assert "It has the ladder." in first
    assert "You took no decision yourself." in second
    assert "It has the ladder." not in second
    assert "from Mon 09:00 (T+01:00)" in second
    assert "Your orders" in first
    assert "Your orders" not in second
    assert "20 points too modest" in first
    assert "20 points too modest" not in second


def test_what_was_solved_and_reported_is_on_the_page_of_who_did():
    arta, mate = markdown(personal(RICH, one("Arta"))), markdown(personal(RICH, one("=1+1")))
    assert ("Your reports" in arta, "Your reports" in mate) == (True, False)
    assert ("Your reporting clocks" in arta, "Your reporting clocks" in mate) == (True, False)
    solved = "What you solved in the contest"
    assert (solved in arta, solved in mate) == (False, True)


def test_a_question_that_nobody_answered_is_on_the_page_of_who_had_the_seat():
    [harbour] = [team for team in RICH.teams if team.team == "harbour"]
    [missed] = [it for it in harbour.decisions if it.phase == "missed" and not it.bot]
    [guest] = [it for it in RICH.participants if it.team == "harbour"]
    assert missed.decided is not None
    gone = replace(guest, left=1, until=missed.decided)
    title = "Questions that were open too long while you had the seat"
    assert title in markdown(personal(RICH, guest))
    assert title not in markdown(personal(RICH, gone))
    assert "You took no decision yourself." in markdown(personal(RICH, guest))


def test_what_others_wrote_is_told_without_their_words():
    # given somebody of another role, on whose page the decision of the archive stands
    [north] = [team for team in RICH.teams if team.team == "north"]
    taken = next(it for it in north.cited if "It has the ladder." in it.words)
    [kept] = [it for it in north.private if it.place == taken.place]
    assert kept.to == ()
    assert kept.words == "ARCH decides: Who lights the lamp? → The archive"
    drin = replace(one("Dritan"), did=(), orders=(taken,))
    told = markdown(personal(RICH, drin))
    assert kept.words in told.replace("\\", "")
    assert told.count("It has the ladder.") == 1, "in the line that we put there ourselves"


def test_what_control_did_says_about_what_and_what_came_of_it():
    [act] = control(played("rich").take("north"), "en")
    assert act.by == "Besa Hoxha"
    assert act.words.startswith("Ruled on what ARCH had proposed: “We want cats.")
    assert [it.words for it in act.led_to] == [
        "Control allows it, and it works: what was proposed – The cats come."
    ]
    assert act.cites == (act.cites[0], act.led_to[0].place)
