"""Stories of evaluators who observe and rate in lines."""

from dataclasses import replace
from typing import Any

import pytest

from simulator.session import protocol as p
from tests.tui.fake import FakeSeat
from tests.tui.far import FarLine
from tests.tui.lines.teller import Teller
from tests.tui.world import DEBRIEF, VIEW
from tui.drafts import Drafts
from tui.remote import RemoteSeat

AIMS = ("Contain it", "Tell [i]the truth[/i]")
SEEN = replace(VIEW, objectives=AIMS)


def line_of(part: str = "evaluator") -> FarLine:
    line = FarLine(part)
    line.show(SEEN)
    assert line.welcome
    guide = ((AIMS[0], ("Cut it off", "Call all")), (AIMS[1], ()))
    line.welcome = line.welcome.model_copy(update={"guide": guide})
    return line


def last(line: FarLine, *names: str) -> tuple[Any, ...]:
    return tuple(line.asked[-1][name] for name in names)


def test_an_evaluator_is_told_what_they_may_do_and_others_are_refused_it():
    assert "write observe, and rate" in Teller(RemoteSeat(line_of())).greeting
    for seat in (RemoteSeat(line_of("player")), RemoteSeat(line_of("observer")), FakeSeat(SEEN)):
        teller = Teller(seat)
        assert "write observe" not in teller.greeting
        for command in ("observe x", "rate 1 P"):
            assert teller.writes(command).startswith("Only evaluators")
        assert "observe" not in teller.writes("help")


def test_an_observation_is_written_in_one_line():
    line = line_of()
    teller = Teller(RemoteSeat(line))
    assert teller.writes("observe They called at 10:30: too late.") == "Sent to the host."
    assert last(line, "act", "text", "marks", "role", "at") == (
        "observe", "They called at 10:30: too late.", [], VIEW.role.id, VIEW.now
    )  # fmt: skip
    line.answer()
    assert teller.waits() == "Noted."
    # the key of the screens is called Note
    teller.writes("note hot-wash, urgent: Nobody called")
    assert last(line, "text", "marks") == ("Nobody called", ["hot-wash", "urgent"])
    teller.writes("observe Hot  wash: They waited")
    assert last(line, "text", "marks") == ("They waited", ["hot-wash"])
    teller.writes("observe hot: They waited")
    assert last(line, "text", "marks") == ("hot: They waited", [])


def test_an_observation_is_asked_for_line_by_line_and_stays_a_draft_until_it_is_sent():
    line, drafts = line_of(), Drafts()
    teller = Teller(RemoteSeat(line), drafts=drafts)
    assert "What have you seen" in teller.writes("observe")
    assert "Write some words" in teller.writes("")
    assert "2. Urgent finding." in teller.writes("Nobody called")
    teller.writes("back")
    assert line.asked == []
    assert "so far: Nobody called" in teller.writes("observe").replace("So", "so")
    teller.writes("")
    assert "There is no mark" in teller.writes("2, 9")
    assert AIMS[1] in teller.writes("2, hot")
    assert "There is no objective" in teller.writes("7")
    assert teller.writes("2") == "Sent to the host."
    assert last(line, "text", "marks", "objective") == (
        "Nobody called",
        ["hot-wash", "urgent"],
        "2",
    )
    assert drafts.of(("observation", "")) is None


@pytest.mark.parametrize(
    ("written", "rated"),
    [
        (("rate 1 p",), ("1", "", "P", "")),
        (("rate 3 M because 2 hosts were lost",), ("1", "2", "M", "2 hosts were lost")),
        (("rate 4", "2", "slow"), ("2", "", "S", "slow")),
        (("rate", "truth", "x", "U", ""), ("2", "", "U", "")),
    ],
)
def test_objectives_and_tasks_are_rated(written: tuple[str, ...], rated: tuple[str, ...]):
    line = line_of()
    Teller(RemoteSeat(line)).writes(*written)
    assert last(line, "objective", "task", "grade", "text") == rated


def test_what_can_t_be_rated_is_refused_in_words():
    line = line_of()
    teller = Teller(RemoteSeat(line))
    told = teller.writes("rate")
    assert "  1. Contain it.\n    2. Cut it off.\n    3. Call all.\n  4. Tell" in told
    teller.writes("back")
    assert "There is no objective or task “9”" in teller.writes("rate 9 P")
    assert teller.writes("rate 1 Z") == "A grade is one of P, S, M and U."
    assert line.asked == []
    teller.writes("rate 1 P")
    line.answer("this exercise has no objective '1'")
    assert "no objective" in teller.waits()
    line.lose()
    assert "Kept here" in teller.writes("rate 1 P")
    line.end(p.REVOKED)
    assert "Nothing more can be sent" in teller.writes("rate 1 S")


def test_what_others_rated_is_listed_once_control_has_opened_the_ratings():
    line = line_of()
    teller = Teller(RemoteSeat(line))
    assert "P Ola" not in teller.writes("rate")
    teller.writes("back")
    rows = [
        {"objective": 1, "task": 2, "by": "Ola", "grade": "P"},
        {"objective": 1, "task": 2, "by": "Eva", "grade": "U"},
    ]
    line.show(replace(SEEN, over=True, debrief=replace(DEBRIEF, objectives=())))
    assert "opened" not in teller.waits()
    line.show(replace(SEEN, over=True, debrief=DEBRIEF))
    assert "Control has opened the ratings: rate lists" in teller.waits()
    assert teller.waits() == ""
    line.news({"peers/ratings": {"is": rows}})
    listed = teller.writes("rate").splitlines()
    assert [row.strip() for row in listed if "Ola" in row] == ["3. Call all. P Ola, U Eva."]
