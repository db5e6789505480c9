"""Reports: who sends them, what has to stand in them, and the clocks that ask for them."""

from typing import Any

import pytest

from simulator.engine import events as e
from simulator.engine.commands import Send
from simulator.engine.views import FieldView
from tests.simulator.engine.playbook import Begin, Story

ROLES: dict[str, Any] = {"soc": {"short": "SOC"}, "csmu": {}, "akcesk": {"short": "AKCESK"}}
FIELDS = [
    {"id": "what", "label": "What happened"},
    {"id": "how-bad", "label": "How bad", "choices": ["Bad", {"en": "Worse", "sq": "Më keq"}]},
    {"id": "more", "label": "More", "required": False, "hint": "At will."},
]
GOOD = (("what", "It burns."), ("how-bad", "Bad"))


@pytest.fixture
def desk(begin: Begin) -> Begin:
    """A story about one report, `warning`, from the centre or the military to the authority."""

    def told(
        injects: tuple[Any, ...] = (), setup: dict[str, Any] | None = None, **parts: Any
    ) -> Story:
        usual = {"by": ["soc", "csmu"], "to": ["akcesk", "soc"], "fields": FIELDS}
        return begin(
            roles=ROLES, facts={"hit": {}, "told": {}}, injects=injects,
            reports={"warning": usual | parts}, **(setup or {}),
        )  # fmt: skip

    return told


HIT = {"id": "hit", "at": "1h", "then": [{"fact": "hit"}]}
HIT_AT = {"time": {"after": "1h"}}
CLOCK = {"starts": {"fact": "hit"}, "within": "2h"}


def warning(**entries: str) -> Send:
    return Send("soc", "warning", tuple((n.replace("_", "-"), t) for n, t in entries.items()))


def test_a_report_reaches_those_it_is_for_and_has_its_effects(desk: Begin):
    play = desk(then=[{"fact": "told"}]).at("1h").when(Send("soc", "warning", GOOD))
    play.then(
        e.ReportSent, at="1h", to=("soc", "akcesk"), role="soc", entries=GOOD, bot=False
    ).then(e.FactSet, fact="told")
    [item] = play.exercise.view("akcesk").inbox
    assert (item.channel, item.sender, item.subject) == ("report", "SOC", "warning")
    assert item.to == ("AKCESK",)
    assert item.text == "What happened: It burns.\n\nHow bad: Bad"
    assert play.exercise.view("soc").inbox == ()
    assert play.exercise.view("csmu").inbox == ()


def test_a_report_is_sent_once_unless_it_may_be_sent_again(desk: Begin):
    play = desk().when(Send("soc", "warning", GOOD))
    assert play.refuses("not-now", Send("csmu", "warning", GOOD)) == "it was sent"
    play = desk(again=True).when(Send("soc", "warning", GOOD), Send("csmu", "warning", GOOD))
    assert play.told(e.ReportSent, "role") == ["soc", "csmu"]


def test_a_report_can_be_sent_while_there_is_something_to_report(desk: Begin):
    play = desk((HIT,), needs={"fact": "hit"})
    assert play.refuses("not-now", Send("soc", "warning", GOOD)) == "there is nothing to report yet"
    play.at("1h").when(Send("soc", "warning", GOOD)).then(e.ReportSent, at="1h")


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (warning(how_bad="Bad"), "fill in 'What happened'"),
        (warning(what=" ", how_bad="Bad"), "fill in 'What happened'"),
        (warning(what="Fire"), "fill in 'How bad'"),
        (warning(what="Fire", how_bad="Fine"), "'How bad' is one of Bad, Worse"),
        (warning(how_bad="Fine"), "fill in 'What happened'; 'How bad' is one of Bad, Worse"),
        (warning(what="Fire", how_bad="Bad", who="Us"), "the report has no field 'who'"),
    ],
)
def test_what_is_missing_or_wrong_in_a_report_is_told(desk: Begin, command: Send, sentence: str):
    assert desk().refuses("field", command) == sentence


@pytest.mark.parametrize("choice", ["Bad", "Worse", "Më keq"])
def test_a_choice_may_be_made_in_any_language_and_is_kept_in_one(desk: Begin, choice: str):
    play = desk().when(warning(what="Fire", how_bad=choice, more=""))
    known = "Bad" if choice == "Bad" else "Worse"
    play.then(e.ReportSent, entries=(("what", "Fire"), ("how-bad", known)))


# Clocks


def test_a_clock_starts_when_its_condition_comes_true_and_is_told_to_those_who_may_send(
    desk: Begin,
):
    play = desk((HIT,), clock=CLOCK).at("1h")
    play.then(e.ReportDue, at="1h", to=("soc", "csmu"), report="warning", due=3 * 3600)
    [report] = play.exercise.view("csmu").reports
    assert (report.since, report.due, report.sent, report.why_not) == (3600, 3 * 3600, None, "")
    assert report.fields[2] == FieldView("more", "More", False, (), "At will.")


def test_a_report_at_the_very_second_is_in_time(desk: Begin):
    play = desk((HIT,), clock=CLOCK).at("3h").when(Send("soc", "warning", GOOD)).at("9h")
    assert play.told(e.ReportMissed) == []
    assert not play.exercise.state.reports["warning"].late


def test_a_second_later_it_is_late_and_can_still_be_sent(desk: Begin):
    play = desk((HIT,), clock=CLOCK).at("3h1s")
    play.then(e.ReportMissed, at="3h1s", to=("soc", "csmu"), report="warning")
    play.when(Send("soc", "warning", GOOD)).then(e.ReportSent, at="3h1s")
    assert play.exercise.state.reports["warning"].late


def test_a_report_that_was_sent_before_its_clock_starts_no_clock(desk: Begin):
    play = desk((HIT,), clock=CLOCK).when(Send("soc", "warning", GOOD)).at("9h")
    assert play.told(e.ReportDue) + play.told(e.ReportMissed) == []


@pytest.mark.parametrize(("bots", "late"), [("doctrine", False), ("silent", True)])
def test_a_bot_sends_what_is_due_and_fills_in_every_field(desk: Begin, bots: str, late: bool):
    play = desk((HIT,), {"bots": bots}, clock=CLOCK).at("9h")
    assert play.exercise.state.reports["warning"].late is late
    filled = (("what", "What happened"), ("how-bad", "Bad"), ("more", "At will."))
    expected = [] if late else [("soc", filled, True)]
    assert play.told(e.ReportSent, "role", "entries", "bot") == expected


def test_the_first_bot_that_may_sends_the_report(desk: Begin):
    play = desk((HIT,), {"bots": "doctrine", "staffed": ("soc",)}, clock=CLOCK).at("9h")
    assert play.told(e.ReportSent, "role") == ["csmu"]


@pytest.mark.parametrize(("delay", "late"), [("2h", False), ("2h1s", True)])
def test_a_bot_has_to_keep_the_deadline_as_anybody(begin: Begin, delay: str, late: bool):
    play = begin(
        roles={"soc": {"bot": {"delay": delay}}},
        reports={
            "warning": {"by": "soc", "to": "soc", "clock": {"starts": HIT_AT, "within": "2h"}}
        },
        bots="doctrine",
    ).at("9h")
    assert play.exercise.state.reports["warning"].late is late
    assert len(play.told(e.ReportSent)) == 1
