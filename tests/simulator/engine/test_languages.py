"""Everybody reads the engine's own words in their language: the log, the desk, every refusal."""

from typing import Any

import pytest

from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.engine.errors import Refused
from simulator.engine.telling import sentence
from simulator.engine.views import RoleView
from tests.simulator.engine.playbook import Begin, Story
from tests.simulator.engine.test_telling import HARBOUR, HOUR, OFFICE, ORDERS, TOLD


def both(english: str, albanian: str) -> dict[str, str]:
    return {"en": english, "sq": albanian}


# The log


def test_every_sentence_is_told_in_another_language(foreign: str):
    for event, told in TOLD:
        said = sentence(HARBOUR, event, foreign, ORDERS)
        assert (said[0], said[-1]) == ("«", "»")
        assert sentence(HARBOUR, event, "en", ORDERS) == told


@pytest.mark.parametrize(
    ("event", "told"),
    [
        (e.HostsHit(0, OFFICE, "mail", "wiped", 2, ""), "««2 hosts» of Posta wiped»"),
        (e.DataLeaked(0, OFFICE, "mail", 1500), "««1,5 GB» of data leave Posta»"),
        (e.TeamChanged(0, OFFICE, "divers", 1), "«Divers now: «1 person»»"),
        (e.DecisionOpened(0, OFFICE, "alarm", HOUR), "«To decide by pre 19:00: Ta shkëpusim?»"),
        (
            e.DecisionTaken(0, OFFICE, "alarm", "office", "wait", "", "Too early", 70, False),
            "«Zyra e portit decides: Ta shkëpusim? → Presim «(70 % sure)» «(reason: Too early)»»",
        ),
        (
            e.InjectSkipped(0, OFFICE, "rumour", "not needed"),
            "«Not sent: Nothing sails. («not needed»)»",
        ),
        (
            e.InjectSent(0, OFFICE, "alarm", "quiet", 1, ()),
            "««Phone call» from The trap of Posta: A whisper»",
        ),
        (e.NoteTaken(0, OFFICE, "control", "{team} is odd."), "««control» notes: {team} is odd.»"),
    ],
)  # fmt: skip
def test_so_is_every_word_in_it(event: e.Event, told: str, foreign: str):
    assert sentence(HARBOUR, event, foreign) == told


# The desk

ROLES = {"soc": {"title": both("Centre", "Qendra"), "teams": {"analysts": 1}}, "chief": {}}
NEEDS = {"needs": {"fact": "open"}}
CLEAN = {"title": both("Clean", "Pastro"), "takes": {"people": {"analysts": 1}, "time": "5h"}}


@pytest.fixture
def play(begin: Begin) -> Story:
    """A centre that has a question, an order at work and one in the queue, and much it can't do."""
    ask = {
        "ask": "Well?", "due": "1h",
        "options": [
            {"id": "go", "label": both("Go", "Shko")}, {"id": "stay", "label": "Stay"} | NEEDS
        ],
    }  # fmt: skip
    story = begin(
        roles=ROLES,
        facts={"open": {}},
        actions={
            "clean": CLEAN,
            "again": CLEAN,
            "ask": {"consent": [{"from": "chief"}]},
            "shut": NEEDS | {"needs_text": both("No ${role.chief}.", "S'ka ${role.chief}.")},
            "hide": NEEDS,
        },
        reports={"warning": {"by": ["soc"], "to": ["chief"], **NEEDS}},
        objectives={"sail": {"measures": [{"never": {"fact": "open"}}]}},
        injects=[{"id": "clerk", "at": "0m", "decision": ask | {"default": "go"}}],
    )
    return story.at("0m").when(*(c.Order("soc", action) for action in ("clean", "again", "ask")))


def seen(play: Story, language: str) -> RoleView:
    return play.exercise.view("soc", language)


def test_why_something_cannot_be_done_is_told_to_each_in_their_language(play: Story, foreign: str):
    why = {action.id: action.why_not for action in seen(play, foreign).actions}
    assert why == {
        "clean": "«it is ordered already»",
        "again": "«it is ordered already»",
        "ask": "«it is ordered already»",
        "shut": "S'ka chief.",
        "hide": "«what it needs is not there yet»",
    }
    [report] = seen(play, foreign).reports
    assert report.why_not == "«there is nothing to report yet»"
    [decision] = seen(play, foreign).decisions
    assert [option.why_not for option in decision.options] == [
        "", "«what it needs is not there yet»"
    ]  # fmt: skip

    english = {action.id: action.why_not for action in seen(play, "en").actions}
    assert (english["shut"], english["hide"]) == ("No chief.", "what it needs is not there yet")


def test_so_is_what_an_order_waits_for_and_what_became_of_an_answer(play: Story, foreign: str):
    play.when(c.Consent("chief", "ask-1", "ask", "Why?")).at("2h")
    waits = {order.id: order.waits_for for order in seen(play, foreign).orders}
    assert waits["ask-1"] == "«chief asks: Why?»"
    assert waits["again-1"] == "«1 of analysts»"
    [decision] = seen(play, foreign).decisions
    assert decision.fate == "«no answer in time; what stands is: Shko»"


def test_so_is_what_a_measure_without_a_title_asked(play: Story, foreign: str):
    debrief = seen(play.when(c.Conclude(c.CONTROL)), foreign).debrief
    assert debrief is not None
    [[measure]] = [objective.measures for objective in debrief.objectives]
    assert measure.title == "«never happened»"


# Refusals


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (c.Answer("soc", "moon", "go"), "«there is no decision 'moon' for you to take»"),
        (c.Answer("soc", "clerk", "stay"), "«'stay' can't be chosen now»"),
        (c.Answer("soc", "clerk"), "«choose one of the options»"),
        (c.Order("soc", "shut"), "S'ka chief."),
        (c.Order("soc", "hide"), "«what it needs is not there yet»"),
        (c.Note("soc", " "), "«write your note»"),
        (c.Note("soc", "x" * 8001), "«a text has at most 8000 characters»"),
        (c.Fire("soc", "clerk"), "«only control can do that»"),
        (c.Note("moon", "x"), "«there is no role 'moon' in this exercise»"),
    ],
)  # fmt: skip
def test_a_refusal_is_told_in_the_language_of_whoever_asked(
    play: Story, command: c.Command, told: str, foreign: str
):
    with pytest.raises(Refused) as refused:
        play.exercise.submit(command)
    assert refused.value.into(foreign) == told
    assert "«" not in refused.value.sentence


def test_a_form_is_refused_in_the_words_of_its_reader(begin: Begin, foreign: str):
    fields = [
        {"id": "bad", "label": both("How bad", "Sa keq"), "choices": ["A", both("B", "C")]},
        {"id": "what", "label": both("What", "Çfarë")},
    ]
    play = begin(reports={"warning": {"by": ["soc"], "to": ["soc"], "fields": fields}})

    def refusal(**entries: str) -> Refused:
        with pytest.raises(Refused) as refused:
            play.exercise.submit(c.Send("soc", "warning", tuple(entries.items())))
        return refused.value

    assert refusal(bad="Z").sentence == "'How bad' is one of A, B; fill in 'What'"
    assert refusal(bad="Z").into(foreign) == "«'Sa keq' is one of A, C»; «fill in 'Çfarë'»"
    assert refusal(bad="A").into(foreign) == "«fill in 'Çfarë'»"


def test_a_setup_that_does_not_fit_is_refused_in_the_readers_language(begin: Begin, foreign: str):
    with pytest.raises(Refused) as refused:
        begin(roles={"press": {}}, staffed=("presse",))
    assert refused.value.sentence == (
        "this exercise has no role 'presse'; did you mean 'press'? (it has press)"
    )
    assert refused.value.into(foreign) == (
        "«this exercise has no role 'presse'«; did you mean 'press'?» (it has press)»"
    )


# Bots


def test_what_a_bot_asks_back_is_read_in_ones_own_language(begin: Begin):
    link: dict[str, Any] = {"from": "chief", "takes": "1h"}
    link["asks_back"] = {"chance": "100%", "question": both("How many?", "Sa?")}
    play = begin(
        roles=ROLES, actions={"ask": {"consent": [link]}}, bots="doctrine", staffed=("soc",)
    )
    play.at("0m").when(c.Order("soc", "ask")).at("1h")

    def read(language: str) -> list[str]:
        view = seen(play, language)
        return [view.requests[0].question, view.orders[0].waits_for, view.log[-1].words]

    assert read("en") == [
        "How many?",
        "chief asks: How many?",
        "chief asks back about ask: How many?",
    ]
    assert all(said.endswith("Sa?") for said in read("sq"))


def test_what_a_bot_reports_is_read_in_ones_own_language_and_what_people_write_is_not(
    begin: Begin,
):
    fields: list[dict[str, Any]] = [
        {"id": "bad", "label": both("How bad", "Sa keq"), "choices": [both("Very", "Shumë")]},
        {"id": "what", "label": "What", "hint": both("At ${time}", "Në ${time}")},
    ]
    report = {"by": ["soc"], "to": ["chief"], "fields": fields, "again": True}
    report["clock"] = {"starts": {"fact": "open"}, "within": "9h"}
    play = begin(
        roles=ROLES, facts={"open": {}}, reports={"warning": report}, bots="doctrine",
        injects=[{"id": "go", "at": "0m", "then": [{"fact": "open"}]}], staffed=("chief",),
    ).at("5h")  # fmt: skip

    def read(language: str) -> str:
        return play.exercise.view("chief", language).inbox[-1].text

    time = read("en").partition("At ")[2]
    assert read("en") == f"How bad: Very\n\nWhat: At {time}"
    assert read("sq") == f"Sa keq: Shumë\n\nWhat: Në {time}"

    play.staff("soc").when(c.Send("soc", "warning", (("bad", "Shumë"), ("what", "At sea"))))
    assert read("en") == "How bad: Very\n\nWhat: At sea"
