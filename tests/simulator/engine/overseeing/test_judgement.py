"""What people wrote in their own words lies before control with all that helps to judge it."""

from typing import Any

from simulator.engine.commands import CONTROL, Answer, Propose, Rule
from tests.simulator.engine.playbook import Begin

FREE: dict[str, Any] = {
    "ask": "How do you warn the owner?", "free_text": True, "expected": "By phone.",
    "options": [
        {"id": "call", "label": "Call", "best": True, "then": [{"gauge": "trust", "add": 5}]},
        {"id": "wait", "label": "Wait"},
    ],
}  # fmt: skip


def asking(begin: Begin, *ids: str) -> Any:
    return begin(
        staffed=("soc",),
        facts={"warned": {"about": "The owner was warned."}, "late": {"start": True}},
        gauges={"trust": {"title": "Trust", "start": 50}},
        injects=[{"id": name, "at": "0s", "hint": "Think.", "decision": FREE} for name in ids],
    )


def test_an_answer_in_own_words_waits_on_a_card_with_all_that_helps(begin: Begin):
    told = asking(begin, "warn", "again")
    told.when(Answer("soc", "warn", None, "We call the owner.", "It is fastest."))
    (card,) = told.exercise.panel().cards
    assert (card.subject, card.kind, card.role) == ("warn", "decision", "soc")
    assert (card.asked, card.said, card.reason) == (
        "How do you warn the owner?", "We call the owner.", "It is fastest.",
    )  # fmt: skip
    assert (card.expected, card.hint) == ("By phone.", "Think.")
    assert [(o.id, o.best, o.effects) for o in card.options] == [
        ("call", True, ("Trust rises by 5",)), ("wait", False, ()),
    ]  # fmt: skip
    assert card.facts == ("late: yes", "The owner was warned: no")
    told.when(Rule(CONTROL, "warn", "allow", "call", 100, (), "Good.", "as expected", "Ana"))
    panel = told.exercise.panel()
    assert panel.cards == ()
    (ruling,) = panel.rulings
    assert (ruling.said, ruling.outcome, ruling.option, ruling.text, ruling.by) == (
        "We call the owner.", "done", "Call", "Good.", "Ana",
    )  # fmt: skip


def test_the_precedent_that_lies_nearest_comes_first(begin: Begin):
    told = asking(begin, "warn", "again")
    told.when(
        Answer("soc", "warn", None, "We call the owner."),
        Propose("soc", "Tow the ships out to sea."),
        Rule(CONTROL, "warn", "allow", by="Ana"),
        Rule(CONTROL, "proposal-soc-1", "refuse", text="No tug.", by="Ana"),
        Answer("soc", "again", None, "Somebody drives to the owner."),
    )
    (card,) = told.exercise.panel().cards
    assert [near.subject for near in card.precedents] == ["warn", "proposal-soc-1"]
    told.when(Propose("soc", "Tow all ships away."))
    (_, card) = told.exercise.panel().cards
    assert (card.kind, card.said) == ("proposal", "Tow all ships away.")
    assert card.precedents[0].subject == "proposal-soc-1"


def test_what_a_bot_writes_and_an_option_without_words_wait_for_no_ruling(begin: Begin):
    told = begin(
        bots="doctrine",
        roles={"soc": {}, "pm": {"bot": {"delay": "1m"}}},
        staffed=("soc",),
        gauges={"trust": {"title": "Trust", "start": 50}},
        injects=[
            {"id": "mine", "at": "0s", "decision": FREE},
            {"id": "more", "at": "0s", "decision": FREE},
            {"id": "its", "at": "0s", "to": "pm", "decision": {"ask": "And?", "expected": "Yes."}},
        ],
    )
    told.when(Answer("soc", "mine", "wait"), Answer("soc", "more", "wait", "A while.")).at("1h")
    assert told.exercise.state.decisions["its"].phase == "taken"
    (card,) = told.exercise.panel().cards
    assert (card.subject, card.said) == ("more", "Wait – A while.")


def test_a_script_tells_what_players_see_and_what_only_control_knows(begin: Begin):
    told = begin(
        gauges={"trust": {"title": "Trust", "start": 50}},
        sources={"cisa": {"title": "An advisory", "url": "https://example.org/a"}},
        injects=[
            {"id": "it", "from": "A friend", "title": "It", "channel": "phone", "at": "1h",
             "text": "Trust is ${gauge.trust.value}.", "after": "other", "delay": "10m",
             "read_aloud": "It is ${time}, and trust is ${gauge.trust.value}.",
             "notes": "Speak slowly.", "cites": "cisa", "decision": FREE,
             "unless": {"inject": "other", "is": "skipped"}},
            {"id": "other", "title": "Other"},
        ],
    )  # fmt: skip
    script = told.exercise.script("it")
    assert (script.sender, script.channel, script.text) == ("A friend", "phone", "Trust is 50.")
    assert (script.asks, script.expected, script.notes) == (
        "How do you warn the owner?", "By phone.", "Speak slowly.",
    )  # fmt: skip
    assert script.read_aloud == "It is 00:00, and trust is 50."
    assert script.options[0].effects == ("Trust rises by 5",)
    assert script.trigger == (
        "when it is T+01:00 or later and “Other” was sent; 00:10 after that;"
        " not if by then “Other” was struck"
    )
    assert script.sources == ("An advisory – https://example.org/a",)
