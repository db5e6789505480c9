"""Taking decisions in lines: asked one by one, or all in one line."""

from dataclasses import replace

import pytest

from simulator.engine import commands as c
from simulator.engine import views as v
from tests.tui.fake import FakeSeat
from tests.tui.lines.teller import Teller
from tests.tui.world import INBOX, ISOLATE, VIEW
from tui.seat import Mate

READ = c.Read("akcesk", "storm")
OWN = replace(ISOLATE, options=(), free_text=True)
BOTH = replace(ISOLATE, free_text=True)


def deciding(decision) -> Teller:
    item = replace(INBOX[3], decision=decision)
    return Teller(FakeSeat(replace(VIEW, inbox=(*INBOX[:3], item), decisions=(decision,))))


def test_a_decision_is_asked_line_by_line():
    teller = Teller()
    assert "Option 2: Go segment by segment. Slower" in teller.writes("decide 4")
    assert teller.asked == "option> "
    assert "Why?" in teller.writes("2")
    assert teller.asked == "reason> "
    assert "How sure?" in teller.writes("keep counters open")
    assert teller.asked == "how sure> "
    assert teller.writes("likely") == "Your decision is taken."
    answer = c.Answer("akcesk", "isolate", "segments", "", "keep counters open", 70)
    assert teller.seat.asked == [READ, answer]
    assert teller.asked == "> "


def test_reason_and_confidence_may_be_left_out():
    teller = Teller()
    teller.writes("decide", "segments", "", "")
    assert teller.seat.asked[-1] == c.Answer("akcesk", "isolate", "segments")


def test_a_decision_is_taken_in_one_line():
    teller = Teller()
    told = teller.writes("decide 4 option 2 because it keeps the counters open sure 70")
    assert told == "Your decision is taken."
    assert teller.seat.asked[-1] == c.Answer(
        "akcesk", "isolate", "segments", "", "it keeps the counters open", 70
    )


@pytest.mark.parametrize(
    "line",
    ["decide option segments", "decide isolate option go segment", "dec 4 option 2",
     "answer option 2"],
)  # fmt: skip
def test_the_soonest_is_meant_where_none_is_named_and_names_do_as_well(line: str):
    teller = Teller()
    teller.writes(line)
    assert teller.seat.asked[-1] == c.Answer("akcesk", "isolate", "segments")


def test_going_back_decides_nothing():
    teller = Teller()
    teller.writes("decide 4", "2")
    assert teller.writes("back") == "You went back; nothing was done."
    assert teller.seat.asked == [READ]
    assert teller.asked == "> "


def test_what_cannot_be_undone_is_asked_once_more():
    teller = Teller()
    told = teller.writes("decide 4 option 1")
    assert told == (
        "“Cut off everything at once” can't be undone. Write yes to do it; anything else leaves."
    )
    assert teller.writes("no") == "You went back; nothing was done."
    assert teller.seat.asked == [READ]
    teller.writes("decide 4 option 1", "yes")
    assert teller.seat.asked[-1] == c.Answer("akcesk", "isolate", "all")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("decide 4 option 3", "Wait for the allies is not possible now: they are not here."),
        ("decide 4 option 7", "There is no option “7”."),
        ("decide 4 option", "Which option? Write its number or words of it."),
        ("decide 4 saying we wait", "This decision wants one of its options."),
        ("decide 1", "There is no open decision “1”."),
    ],
)
def test_what_cannot_be_chosen_in_one_line_is_a_sentence_and_no_form(line: str, said: str):
    teller = Teller()
    if line.endswith("option"):
        teller.writes(line)
        assert teller.writes("") == f"{said} Write it anew, or back to leave."
    else:
        assert teller.writes(line) == said
        assert teller.asked == "> "
    assert c.Answer not in {type(asked) for asked in teller.seat.asked}


def test_what_cannot_be_chosen_in_a_form_is_asked_again():
    teller = Teller()
    teller.writes("decide 4")
    assert teller.writes("3").startswith("Wait for the allies is not possible now: they are")
    assert teller.writes("inbox") == "There is no option “inbox”. Write it anew, or back to leave."
    teller.writes("option 2", "")
    assert teller.writes("perhaps").startswith("How sure is one of 1 guess, 2 doubt,")
    teller.writes("sure")
    assert teller.seat.asked[-1] == c.Answer("akcesk", "isolate", "segments", "", "", 90)


def test_a_question_without_options_is_answered_in_own_words():
    teller = deciding(OWN)
    assert teller.writes("decide").endswith("Answer in your own words.")
    assert teller.writes("") == "Write some words first, or back."
    teller.writes("we wait", "", "")
    assert teller.seat.asked[-1] == c.Answer("akcesk", "isolate", None, "we wait")


def test_own_words_fit_in_one_line():
    teller = deciding(OWN)
    teller.writes("decide 4 saying we wait because nobody knows yet sure 40%")
    answer = c.Answer("akcesk", "isolate", None, "we wait", "nobody knows yet", 40)
    assert teller.seat.asked[-1] == answer


def test_own_words_may_stand_in_place_of_an_option_or_beside_it():
    teller = deciding(BOTH)
    assert "press enter at the option" in teller.writes("decide")
    teller.writes("", "something else", "", "")
    assert teller.seat.asked[-1] == c.Answer("akcesk", "isolate", None, "something else")
    assert "In your own words, if you like" in teller.writes("decide", "2")
    teller.writes("but slowly", "", "")
    assert teller.seat.asked[-1] == c.Answer("akcesk", "isolate", "segments", "but slowly")


def test_a_refusal_is_one_sentence():
    teller = Teller()
    teller.seat.refusal = "the deadline has passed"
    assert teller.writes("decide 4 option 2") == "The deadline has passed."


def test_a_form_closes_when_what_it_asks_is_answered_by_somebody_else():
    teller = Teller()
    teller.writes("decide 4")
    teller.seat.show(decisions=(replace(ISOLATE, phase="taken"),))
    assert "no longer open" in teller.waits()
    assert teller.asked == "> "
    assert teller.writes("2") == "There is no command “2”; help lists them."


def test_without_an_open_decision_there_is_nothing_to_decide():
    idle = Teller(FakeSeat(replace(VIEW, decisions=())))
    assert idle.writes("decide") == "There is no open decision now."


@pytest.mark.parametrize(
    ("lines", "by", "text"),
    [
        (["dissent 4 by Besa Hoxha: it spreads: cut all"], "Besa Hoxha", "it spreads: cut all"),
        (["dissent it spreads by noon"], "", "it spreads by noon"),
        (["dissent 4", "it spreads", "Besa"], "Besa", "it spreads"),
        (["dissent", "it spreads", ""], "", "it spreads"),
        (["dissent by Besa:", "it spreads"], "Besa", "it spreads"),
    ],
)
def test_a_colleague_who_sees_it_otherwise_is_recorded(lines: list[str], by: str, text: str):
    teller = Teller()
    assert teller.writes(*lines) == "It is recorded."
    assert teller.seat.asked == [c.Dissent("akcesk", "isolate", text, by)]


def test_far_away_the_host_says_who_dissents_and_another_name_becomes_part_of_the_text():
    seat = FakeSeat()
    seat.leads_clock = False
    teller = Teller(seat)
    teller.writes("dissent 4", "it spreads", "dissent 4 by Besa: it spreads")
    assert seat.asked == [
        c.Dissent("akcesk", "isolate", "it spreads"),
        c.Dissent("akcesk", "isolate", "Besa: it spreads"),
    ]


def test_dissent_is_recorded_for_a_decision_that_was_taken_and_told_with_it():
    dissent = v.DissentView(3300, "", "too late")
    taken = replace(ISOLATE, phase="taken", chosen="Go segment by segment", dissents=(dissent,))
    teller = deciding(taken)
    assert "  Fri 08:55 a colleague sees it otherwise: too late" in teller.writes("read 4")
    teller.writes("dissent 4 by Besa: too late")
    assert teller.seat.asked[-1] == c.Dissent("akcesk", "isolate", "too late", "Besa")


def test_where_nothing_was_asked_nobody_can_see_it_otherwise():
    teller = Teller(FakeSeat(replace(VIEW, inbox=INBOX[:3], decisions=())))
    assert teller.writes("dissent no") == "There is no decision now."


def test_who_begins_to_decide_is_told_who_else_does():
    teller = Teller()
    teller.seat.others = (Mate("Besa", writes=("decision", "isolate")),)
    assert teller.writes("decide 4").startswith("Answering it now: Besa.\nDECISION:")
