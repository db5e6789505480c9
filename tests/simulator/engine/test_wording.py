"""In which words an inject is read: variants, live names, corrections, languages."""

from typing import Any

import pytest

from simulator.engine import events as e
from tests.simulator.engine.playbook import Begin

FACTS: dict[str, Any] = {"known": {}}
KNOWN = {"fact": "known"}


def turning(time: str) -> dict[str, Any]:
    """An inject that makes the fact known."""
    return {"id": f"at-{time}", "at": time, "then": [KNOWN]}


VARIANTS = [
    {"id": "bad", "when": KNOWN, "title": "Bad news", "then": [{"gauge": "trust", "add": -5}]},
    {"id": "same", "when": KNOWN, "title": "Never told"},
    {"id": "good", "when": {"time": {"before": "2h"}}, "from": "The press office"},
]
TRUST = {"trust": {"start": 50}}


@pytest.mark.parametrize(
    ("time", "turned", "variant", "reads", "trust"),
    [
        ("1h", "30m", "bad", ("Bad news", "A reader"), 45_000),
        ("1h", "3h", "good", ("News", "The press office"), 50_000),
        ("4h", "9h", "", ("News", "A reader"), 50_000),
    ],
)
def test_exactly_one_variant_is_sent_the_first_that_holds(
    begin: Begin, time: str, turned: str, variant: str, reads: tuple[str, str], trust: int
):
    news = {"id": "news", "at": time, "title": "News", "from": "A reader", "variants": VARIANTS}
    play = begin(facts=FACTS, gauges=TRUST, injects=[turning(turned), news]).at(time)
    assert dict(play.told(e.InjectSent, "inject", "variant"))["news"] == variant
    item = play.sees("soc", "news")
    assert (item.subject, item.sender) == reads
    assert play.exercise.state.gauges["trust"].value == trust


def test_a_variant_takes_the_place_of_the_parts_it_names(begin: Begin):
    usual = {
        "channel": "e-mail", "tlp": "GREEN", "reliability": "B2",
        "offence": {"number": 1, "magnitude": 3}, "attachments": [{"name": "log"}],
    }  # fmt: skip
    loud = {
        "id": "loud", "channel": "siem", "tlp": "RED", "reliability": "A1",
        "offence": {"number": 2, "magnitude": 9}, "attachments": [{"name": "list"}],
    }  # fmt: skip
    plain, news = ({"id": name, "at": "1h"} | usual for name in ("plain", "news"))
    bare = {"id": "bare", "at": "1h"}
    play = begin(injects=[plain, news | {"variants": [loud]}, bare]).at("1h")

    def seen(name: str) -> tuple[Any, ...]:
        item = play.sees("soc", name)
        number = item.offence.number if item.offence else 0
        named = [attachment.name for attachment in item.attachments]
        return item.channel, item.tlp, item.reliability, number, named

    assert seen("plain") == ("e-mail", "GREEN", "B2", 1, ["log"])
    assert seen("news") == ("siem", "RED", "A1", 2, ["list"])
    assert seen("bare") == ("", "", "", 0, [])


def test_attachments_and_offences_are_read_in_ones_own_language(begin: Begin):
    words = {"en": "${role.soc} sleeps", "sq": "${role.soc} fle"}
    news = {
        "id": "news", "at": "1h", "attachments": [{"name": "log", "text": words}],
        "offence": {"number": 1, "magnitude": 3, "source": words},
    }  # fmt: skip
    play = begin(injects=[news]).at("1h")
    [item] = play.exercise.view("soc", "sq").inbox
    assert item.offence is not None
    assert [item.offence.source, item.attachments[0].text] == ["soc fle"] * 2


def test_live_names_stand_as_they_were_when_it_was_sent(begin: Begin):
    text = "${time}, ${date}: ${asset.mail} at ${asset.mail.service}, ${asset.mail.intact} up."
    news = {"id": "news", "at": "1h", "text": text, "then": [{"asset": "mail", "wipe": 1}]}
    play = begin(assets={"mail": {"hosts": 4}}, injects=[news]).at("2h")
    assert play.sees("soc", "news").text == "01:00, 2030-01-01: mail at 100, 4 up."


def test_a_correction_names_what_it_corrects_to_those_who_have_read_it(begin: Begin):
    rumour = {"id": "rumour", "at": "1h", "title": "All is lost", "to": ["soc"]}
    denial = {"id": "denial", "at": "2h", "corrects": "rumour", "to": ["soc", "press"]}
    play = begin(roles={"soc": {}, "press": {}}, injects=[rumour, denial]).at("2h")
    told = play.sees("soc", "denial")
    assert (told.corrects, told.amends) == ("All is lost", play.sees("soc", "rumour").key)
    assert (play.sees("press", "denial").corrects, play.sees("press", "denial").amends) == ("", "")
