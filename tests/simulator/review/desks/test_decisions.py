"""Decisions from being sent to having an effect, with who took them and what lay there unread."""

from typing import Any

import pytest

from simulator.engine import commands as c
from simulator.engine import events as e
from simulator.review.desks import decisions
from simulator.review.findings import DecisionFound
from tests.simulator.review.desks.table import ARTA, BESA, DRIN, PEOPLE, Table

HOUR = 3600
OPTIONS = [
    {"id": "pull", "label": {"en": "Pull it", "sq": "Hiqe"}, "best": True, "then": [
        {"asset": "mail", "set": "switched-off", "after": "10m"},
        {"gauge": "trust", "add": -5, "after": "1h"},
    ]},
    {"id": "wait", "label": "Wait", "then": []},
    {"id": "beg", "label": "Beg", "consent": [{"from": "csmu", "due": "1h"}],
     "then": [{"fact": "begged"}, {"fact": "shown"}]},
]  # fmt: skip
ASKS = {"ask": {"en": "Pull the plug?", "sq": "Ta heqim?"}, "options": OPTIONS, "due": "1h",
        "default": "wait", "free_text": True}  # fmt: skip
WORLD: dict[str, Any] = {
    "roles": {"soc": {"teams": {"analysts": 2}}, "csmu": {}},
    "assets": {"mail": {"hosts": 10, "title": "Mail"}, "radio": {"hosts": 2, "title": "Radio"}},
    "gauges": {"trust": {"start": 50, "title": "Trust"}},
    "facts": {"begged": {}, "shown": {"about": "It was shown."}},
    "injects": [
        {"id": "early", "at": "10m", "title": "Early", "text": "${asset.mail} coughs."},
        {"id": "noise", "at": "20m", "title": "Noise", "text": "${asset.radio} hums."},
        {"id": "elsewhere", "at": "30m", "to": "csmu", "title": "Only you know"},
        {"id": "fire", "at": "1h", "title": "Fire", "text": "${asset.mail} burns.",
         "decision": ASKS},
    ],
}  # fmt: skip


@pytest.fixture
def table() -> Table:
    return Table.of(("soc", "csmu"), **WORLD)


def found(table: Table, language: str = "en") -> DecisionFound:
    (decision,) = decisions(table.take, language, PEOPLE)
    return decision


def test_a_decision_has_its_times_its_person_and_what_it_led_to(table: Table):
    table.at("1h05m").ask(ARTA, c.Read("soc", "fire"))
    table.at("1h20m").ask(ARTA, c.Answer("soc", "fire", "pull", reason="It burns.", confidence=70))
    it = found(table.at("5h"))

    assert (it.sent, it.read, it.due) == (HOUR, HOUR + 300, 2 * HOUR)
    assert (it.decided, it.effect) == (4800, 4800 + 600)
    assert (it.id, it.inject, it.role, it.ask) == ("fire", "fire", "soc", "Pull the plug?")
    assert (it.phase, it.option, it.option_title, it.best) == ("taken", "pull", "Pull it", True)
    assert (it.reason, it.confidence, it.fate) == ("It burns.", 70, "in force")
    assert (it.person, it.bot, it.stand_in) == ("Arta", False, False)
    assert [(step.at, step.words) for step in it.led_to] == [
        (5400, "Mail is now switched off"), (5400, "Service of Mail is now 0 %"),
        (4800 + HOUR, "Trust is now 45"),
    ]  # fmt: skip
    for step in it.led_to:
        assert table.run.log[step.place].at == step.at
    opened, taken = (table.run.log[place] for place in it.cites)
    assert isinstance(opened, e.DecisionOpened)
    assert isinstance(taken, e.DecisionTaken)


def test_it_is_told_in_the_language_of_its_reader(table: Table):
    it = found(table.at("1h").ask(ARTA, c.Answer("soc", "fire", "pull")), "sq")
    assert (it.ask, it.option_title) == ("Ta heqim?", "Hiqe")


def test_what_others_knew_and_what_lay_unread_stands_beside_it(table: Table):
    table.at("1h20m").ask(ARTA, c.Answer("soc", "fire", "wait"))
    table.ask(ARTA, c.Read("soc", "early"), c.Read("soc", "fire"))
    it = found(table)

    assert it.unread == ("Early",)
    assert [(knew.roles, knew.at, knew.words) for knew in it.others_knew] == [
        ("csmu", 1800, "Message: Only you know")
    ]
    assert all(table.run.log[knew.place].at == knew.at for knew in it.others_knew)
    assert it.read == it.decided
    assert (it.best, it.effect, it.led_to) == (False, None, ())


@pytest.mark.parametrize("before", ["read", "withdrawn"])
def test_what_was_opened_or_taken_back_before_did_not_lie_there(table: Table, before: str):
    table.at("50m")
    if before == "read":
        table.ask(ARTA, c.Read("soc", "early"))
    else:
        table.ask(BESA, c.Withdraw(c.CONTROL, "early", "Wrong address.", "Besa"))
    table.at("1h20m").ask(ARTA, c.Answer("soc", "fire", "wait"))
    assert found(table).unread == ()


def test_a_decision_that_nobody_took_is_missed_a_second_after_its_time(table: Table):
    it = found(table.at("3h"))
    assert (it.phase, it.due, it.decided) == ("missed", 2 * HOUR, 2 * HOUR + 1)
    assert (it.option, it.option_title, it.best) == ("wait", "Wait", None)
    assert (it.person, it.bot, it.unread) == ("", False, ("Early",))


def test_one_that_is_still_open_or_was_withdrawn_is_not_decided(table: Table):
    it = found(table.at("1h30m"))
    assert (it.phase, it.decided, it.effect, it.option) == ("open", None, None, "")
    table.ask(BESA, c.Withdraw(c.CONTROL, "fire", "Wrong address.", "Besa"))
    it = found(table)
    assert (it.phase, it.decided, it.fate) == (
        "withdrawn", None, "withdrawn by control; nothing is to be decided",
    )  # fmt: skip
    assert [type(table.run.log[place]) for place in it.cites] == [
        e.DecisionOpened, e.InjectWithdrawn,
    ]  # fmt: skip


def test_what_control_rules_on_words_of_ones_own_counts_as_chosen_and_as_what_it_led_to(
    table: Table,
):
    table.at("70m").ask(ARTA, c.Answer("soc", "fire", text="We cut the cable."))
    it = found(table)
    assert (it.text, it.option, it.best, it.effect) == ("We cut the cable.", "", None, None)
    table.at("80m").ask(
        BESA, c.Rule(c.CONTROL, "fire", "allow", option="pull", text="It is cut.", by="Besa")
    )
    it = found(table.at("90m"))
    assert it.fate == "ruled: it works – It is cut."
    assert (it.option, it.best, it.text) == ("pull", True, "We cut the cable.")
    assert it.effect == 90 * 60
    assert [step.words for step in it.led_to] == [
        "Mail is now switched off", "Service of Mail is now 0 %",
    ]  # fmt: skip
    assert isinstance(table.run.log[it.cites[-1]], e.RulingGiven)


def test_consent_belongs_to_it_and_only_facts_that_say_something_are_an_effect(table: Table):
    table.at("70m").ask(ARTA, c.Answer("soc", "fire", "beg"))
    table.at("80m").ask(DRIN, c.Consent("csmu", "decision/fire", "grant", "Go on."))
    it = found(table)
    kinds = [type(table.run.log[place]) for place in it.cites]
    assert kinds == [e.DecisionOpened, e.DecisionTaken, e.ConsentAsked, e.ConsentGiven]
    assert it.effect == 80 * 60
    assert "So it is now: It was shown." in [step.words for step in it.led_to]


def test_control_that_answers_for_a_seat_is_named_and_a_bot_is_not():
    table = Table.of((), **WORLD).at("65m")
    table.ask(BESA, c.Answer("soc", "fire", "wait"), stand_in=True)
    it = found(table)
    assert (it.person, it.bot, it.stand_in, it.unread) == ("Besa", False, True, ())

    it = found(Table.of((), "doctrine", **WORLD).at("5h"))
    assert (it.person, it.bot, it.stand_in, it.unread) == ("", True, False, ())
    assert it.best


def test_a_dissent_is_told_in_its_words(table: Table):
    table.at("70m").ask(ARTA, c.Answer("soc", "fire", "wait"))
    table.ask(DRIN, c.Dissent("soc", "fire", "It burns!", "Drin"))
    assert found(table).dissents == ("It burns!",)
