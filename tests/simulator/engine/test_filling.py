"""Fields of a report: what each kind takes, how it is kept, and how it is told what is wrong."""

from typing import Any

import pytest

from simulator.engine import events as e
from simulator.engine.commands import Send
from tests.simulator.engine.playbook import Begin, Story

ASSETS: dict[str, Any] = {
    "mail": {"title": {"en": "Mail", "sq": "Posta"}, "hosts": 1},
    "web": {"title": "Web", "hosts": 1},
    "hidden": {"title": "Hidden", "owner": "csmu", "hosts": 1},
}  # fmt: skip
LEVELS = [{"id": "low", "label": {"en": "Low", "sq": "Ulët"}}, {"id": "high", "label": "High"}]
HELP = [{"id": "ot-team", "label": "OT team"}, {"id": "lab", "label": "Laboratory"}]


def one(begin: Begin, **field: Any) -> Story:
    """A story about a report of one field, at 07:45."""
    fields = [{"id": "what", "label": "What"} | field]
    report = {"by": ["soc"], "to": ["csmu"], "fields": fields, "again": True}
    roles: dict[str, Any] = {"soc": {}, "csmu": {}}
    return begin(roles=roles, assets=ASSETS, reports={"nine": report}, length="3d").at("7h45m")


def sent(text: str) -> Send:
    return Send("soc", "nine", (("what", text),))


@pytest.mark.parametrize(
    ("field", "written", "kept"),
    [
        ({}, "  It burns. ", "It burns."),
        ({"choices": LEVELS}, "high", "high"),
        ({"choices": LEVELS}, "ULËT", "low"),
        ({"choices": LEVELS}, "High", "high"),
        ({"choices": ["Low", {"en": "High", "sq": "Lart"}]}, "lart", "High"),
        ({"kind": "choices", "choices": HELP}, "lab\not-team\nlab", "lab\not-team"),
        ({"kind": "choices", "choices": HELP}, "Laboratory, OT team", "lab\not-team"),
        ({"kind": "assets"}, "mail\nWeb", "mail\nweb"),
        ({"kind": "assets"}, "posta, web", "mail\nweb"),
        ({"kind": "number"}, "4,20", "4.2"),
        ({"kind": "number", "number": {"at_least": 0}}, "0", "0"),
        ({"kind": "time"}, "07:40", "2030-01-01 07:40"),
        ({"kind": "time"}, "7:45", "2030-01-01 07:45"),
        ({"kind": "time"}, "07:46", "2029-12-31 07:46"),
        ({"kind": "time"}, "2030-01-02T03:04", "2030-01-02 03:04"),
        ({"kind": "indicators"}, "10.0.0.7\n\n evil.example, or so ",
         "10.0.0.7\nevil.example, or so"),
        ({"words": {"at_least": 3}}, "It burns here.", "It burns here."),
        ({"pattern": "[0-9]{3}"}, "007", "007"),
    ],
)  # fmt: skip
def test_what_is_written_is_kept_in_one_spelling(
    begin: Begin, field: dict[str, Any], written: str, kept: str
):
    play = one(begin, **field).when(sent(written))
    assert play.told(e.ReportSent, "entries") == [(("what", kept),)]


@pytest.mark.parametrize(
    ("field", "written", "sentence"),
    [
        ({}, " ", "fill in 'What'"),
        ({}, "x" * 8001, "a text has at most 8000 characters"),
        ({"choices": LEVELS}, "medium", "'What' is one of Low, High"),
        ({"kind": "choices", "choices": HELP}, "lab\nnets",
         "'What' takes some of OT team, Laboratory; “nets” is none of them"),
        ({"kind": "assets"}, "mail\nhidden",
         "'What' takes assets that you see; “hidden” is none of them"),
        ({"kind": "assets"}, "no-such",
         "'What' takes assets that you see; “no-such” is none of them"),
        ({"kind": "number"}, "many", "'What' is a number"),
        ({"kind": "number"}, "nan", "'What' is a number"),
        ({"kind": "number"}, "inf", "'What' is a number"),
        ({"kind": "number", "number": {"at_least": 0, "below": 5}}, "5",
         "'What' is a number, below 5, at least 0"),
        ({"kind": "time"}, "25:00", "'What' is a moment, like 07:40 or 2025-05-13 07:40"),
        ({"kind": "time"}, "noon", "'What' is a moment, like 07:40 or 2025-05-13 07:40"),
        ({"words": {"at_least": 3}}, "It burns.",
         "'What' takes at least 3 words, and has 2"),
        ({"pattern": "[0-9]{3}"}, "0077", "'What': “0077” does not look as it should"),
        ({"pattern": "[0-9]{3}", "pattern_text": "Three digits."}, "abc", "'What': Three digits."),
        ({"kind": "indicators", "pattern": "[a-z.]+"}, "a.example\nB",
         "'What': “B” does not look as it should"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_field_is_told_with_its_name(
    begin: Begin, field: dict[str, Any], written: str, sentence: str
):
    code = "long" if len(written) > 8000 else "field"
    assert one(begin, **field).refuses(code, sent(written)) == sentence


@pytest.mark.parametrize("field", [{"required": False}, {"wanted": True}])
def test_what_may_be_left_out_is_checked_where_it_is_written(begin: Begin, field: dict[str, Any]):
    play = one(begin, kind="number", **field).when(sent(" "), Send("soc", "nine"))
    assert play.told(e.ReportSent, "entries") == [(), ()]
    assert play.refuses("field", sent("many")) == "'What' is a number"


def test_an_expression_that_would_take_forever_takes_no_time(begin: Begin):
    assert one(begin, pattern="(a+)+b").refuses("field", sent("a" * 5000)).startswith("'What': “a")


def test_what_stands_in_it_reads_by_its_labels_in_the_readers_language(begin: Begin):
    fields = [
        {"id": "level", "label": "Level", "choices": LEVELS},
        {"id": "help", "label": "Help", "kind": "choices", "choices": HELP},
        {"id": "where", "label": "Where", "kind": "assets"},
    ]
    report = {"by": ["soc"], "to": ["csmu"], "fields": fields, "again": True}
    roles: dict[str, Any] = {"soc": {}, "csmu": {}}
    entries = (("level", "low"), ("help", "lab\not-team"), ("where", "web\nmail"))
    play = begin(roles=roles, assets=ASSETS, reports={"nine": report})
    play.when(Send("soc", "nine", entries))
    [item] = play.exercise.view("csmu", "sq").inbox
    assert item.text == "Level: Ulët\n\nHelp: Laboratory, OT team\n\nWhere: Web, Posta"
    [report_view] = play.exercise.view("soc").reports
    assert report_view.entries == entries  # an update begins with what was sent
    assert [(pick.id, pick.label) for pick in report_view.fields[0].choices] == [
        ("low", "Low"), ("high", "High"),
    ]  # fmt: skip


def test_a_bots_best_words_read_in_the_readers_language(begin: Begin):
    best = {"en": "It spreads fast.", "sq": "Përhapet shpejt."}
    fields = [{"id": "what", "label": "What", "words": {"at_least": 2}, "best": best}]
    clock = {"starts": {"time": {"after": "1h"}}, "within": "8h"}
    report = {"by": ["soc"], "to": ["csmu"], "fields": fields, "clock": clock}
    roles: dict[str, Any] = {"soc": {}, "csmu": {}}
    play = begin(roles=roles, reports={"nine": report}, bots="doctrine").at("4h")
    for language, words in best.items():
        [item] = play.exercise.view("csmu", language).inbox
        assert item.text == f"What: {words}"


@pytest.mark.parametrize("bots", ["doctrine", "random"])
def test_a_bot_fills_in_every_kind_of_field_as_it_may_be(begin: Begin, bots: str):
    fields = [
        {"id": "when", "label": "When", "kind": "time"},
        {"id": "level", "label": "Level", "choices": LEVELS, "best": "high"},
        {"id": "help", "label": "Help", "kind": "choices", "choices": HELP, "best": ["lab"]},
        {"id": "where", "label": "Where", "kind": "assets"},
        {"id": "many", "label": "Many", "kind": "number", "number": {"above": 3}},
        {"id": "signs", "label": "Signs", "kind": "indicators", "best": ["a.example", "b.example"]},
        {"id": "more", "label": "More", "words": {"at_least": 9}, "wanted": True},
    ]
    clock = {"starts": {"time": {"after": "1h"}}, "within": "8h"}
    report = {"by": ["soc"], "to": ["csmu"], "fields": fields, "clock": clock}
    roles: dict[str, Any] = {"soc": {"bot": {"delay": "0s"}}, "csmu": {}}
    seen = set()
    for seed in range(6):
        play = begin(seed=seed, bots=bots, roles=roles, assets=ASSETS, reports={"nine": report})
        [entries] = play.at("2h").told(e.ReportSent, "entries")
        found = dict(entries)
        assert found.keys() == {"when", "level", "help", "where", "many", "signs"}
        assert (found["when"], found["many"]) == ("2030-01-01 01:00", "4")
        assert found["signs"] == "a.example\nb.example"
        seen.add((found["level"], found["help"], found["where"]))
    assert (seen == {("high", "lab", "mail")}) is (bots == "doctrine")
