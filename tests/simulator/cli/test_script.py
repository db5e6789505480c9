"""What a script makes people do in a run, and what is said of its mistakes."""

import json
from pathlib import Path

import pytest

from simulator.cli import exits
from tests.simulator.cli.harbour import run


def test_a_person_of_the_script_has_no_bot_beside(played):
    """The council's line seats a person there; nobody is left to answer for the office."""
    data = played("- {at: 2h, role: office, command: {note: Too late.}}").data
    assert data["decisions"][0]["by_default"]
    data = played("- {at: 2h, role: council, command: {note: I only watch.}}").data
    assert not data["decisions"][0]["by_default"]


def test_a_decision_of_the_script_comes_with_reason_and_confidence(played):
    data = played(
        """\
- at: 1h10m
  role: office
  command: {answer: alarm, option: cut, reason: It spreads, confidence: 80}
"""
    ).data
    assert data["outcome"] == "held"
    assert data["decisions"] == [
        {
            "id": "alarm",
            "at": 4200,
            "by": "office",
            "option": "cut",
            "by_default": False,
            "text": "",
            "reason": "It spreads",
            "confidence": 80,
        }
    ]


@pytest.mark.parametrize(
    ("at", "code", "taken"), [("1h30m", exits.FINE, "cut"), ("1h30m1s", exits.FINDINGS, "wait")]
)
def test_a_decision_at_the_second_of_its_deadline_is_in_time(played, at, code, taken):
    left = played(f"- {{at: {at}, role: office, command: {{answer: alarm, option: cut}}}}")
    assert left.code == code
    assert left.data["decisions"][0]["option"] == taken


def test_what_is_refused_is_told_with_its_place_and_the_run_goes_on(played):
    left = played(
        """\
- {at: 30m, role: office, command: {answer: alarm, option: cut}}
- {at: 1h, role: office, command: {answer: alarm, option: cut}}
- {at: 7h, role: office, command: {order: cut-off}}
""",
        form="text",
    )
    assert left.code == exits.FINDINGS
    assert [line.split("script.yaml")[1] for line in left.err.splitlines()] == [
        ":1:3: refused: there is no decision 'alarm' for you to take",
        ":3:3: refused: the exercise is over",
    ]
    assert "refused    Harbour office was refused “answer alarm”" in left.out
    assert "Harbour office decides: Cut it off? → Cut [person]" in left.out


def test_commands_are_given_by_time_and_at_one_time_in_the_order_of_the_script(played, tmp_path):
    events = tmp_path / "events.jsonl"
    played(
        """\
- {at: 2h, role: office, command: {note: third}}
- {at: 1h, role: office, command: {note: first}}
- {at: 1h, role: office, command: {message: [council], text: second}}
""",
        "--events",
        str(events),
    )
    said = [json.loads(line).get("text") for line in events.read_text("utf-8").splitlines()]
    assert [text for text in said if text in ("first", "second", "third")] == [
        "first", "second", "third",
    ]  # fmt: skip


def test_what_lies_after_the_time_to_stop_is_not_given(played):
    script = "- {at: 3h, role: control, command: {answer: alarm, option: cut}}"
    assert played(script, "--until", "2h").code == exits.FINE
    assert played(script, "--until", "3h").code == exits.FINDINGS


def test_a_module_goes_on_by_itself_where_the_script_says_nothing(played):
    left = played("- {at: 10m, role: council, command: {note: Here I am.}}", form="text")
    assert left.code == exits.FINE
    assert "Discussion opens: Morning round" in left.out
    assert "All is calm" in left.out
    assert "Outcome: It held" in left.out


def test_a_module_waits_for_what_the_script_says_in_it(played):
    left = played(
        """\
- {at: 3h, role: office, command: {discuss: first, text: The mail.}}
- {at: 3h, role: control, command: {proceed: true}}
- {at: 3h1m, role: office, command: {discuss: first, text: Too late.}}
""",
        form="text",
    )
    assert "Harbour office answers “What comes first?” The mail." in left.out
    assert left.err.count("refused") == 1
    assert "script.yaml:3:3: refused: there is no question 'first' for you now" in left.err


def test_a_report_of_the_script_has_its_fields(played):
    left = played(
        "- {at: 2h, role: office, command: {send: warning, entries: {what: It burns}}}", form="text"
    )
    assert "Harbour office sends: Early warning – What: It burns [person]" in left.out


MISTAKES = """\
- at: 2
  role: ofice
  command: {answer: alarm, option: cut}
- {at: 1h, role: office}
- {at: 1h, role: office, command: {answer: alarm, optoin: cut}, why: so}
- {at: 1h, role: office, command: {answer: alarm, confidence: high, reason: 5}}
- {at: 1h, role: office, command: [answer, alarm]}
- {at: 1h, role: office, command: {order: [cut-off]}}
- {at: 1h, role: office, command: {sing: aloud}}
- {at: 1h, role: office, command: {consent: cut-off-1}}
- {at: 1h, role: office, command: {consent: cut-off-1, verdict: maybe}}
- just words
"""
NAMED = [
    "1:7: V02 a duration carries its units, like 90s, 20m, 1h30m or 2d; 2 does not",
    "2:9: R01 there is no role 'ofice'; did you mean 'office'?",
    "4:3: F02 'command' is missing",
    "5:35: S01 'answer' has no 'optoin'",
    "5:65: F01 unknown key 'why'; here can stand at, command, role",
    "6:63: F04 a whole number should stand here, not 'high'",
    "6:77: F04 words should stand here, not 5",
    "7:35: F04 lines of 'key: value' should stand here, not a list",
    "8:43: F04 words should stand here, not a list",
    "9:35: S01 a command is one of answer, dissent, order, cancel, prioritise, consent,",
    "10:35: S01 'consent' needs 'verdict'",
    "11:65: F05 'grant', 'refuse' or 'ask' should stand here, not 'maybe'",
    "12:3: F04 lines of 'key: value' should stand here, not 'just words'",
]


def test_every_mistake_of_a_script_is_named_with_its_place(played):
    left = played(MISTAKES)
    assert (left.code, left.out) == (exits.USAGE, "")
    said, *problems = left.err.splitlines()
    assert said.endswith("script.yaml can't be played:")
    told = [problem.split("script.yaml:")[1] for problem in problems]
    assert [line[: len(named)] for line, named in zip(told, NAMED, strict=True)] == NAMED


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("", "1:1: Y07"),
        ("at: 1h\n", "1:1: F04 a script is a list of items with 'at', 'role' and 'command'"),
        ("- {at: 1h, at: 2h}\n", "1:12: Y20"),
        ("- [\n", "2:1: Y14"),
    ],
)
def test_a_script_that_is_none_says_where_it_goes_wrong(played, text: str, named: str):
    left = played(text)
    assert left.code == exits.USAGE
    assert f"script.yaml:{named}" in left.err


def test_a_script_that_is_not_there_is_a_usage_error(harbour: Path):
    left = run(harbour, "--script", harbour.with_name("none.yaml"))
    assert left.code == exits.USAGE
    assert "none.yaml can't be read: No such file" in left.err
