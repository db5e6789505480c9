"""The table of phrases and the fields that fill them fit together."""

from string import Formatter
from typing import get_args

from simulator.engine import events as e
from simulator.engine.commands import NAMES, Lead
from simulator.engine.fields import FIELDS
from simulator.engine.phrases import CHANNELS, DEEDS, KINDS, LINKS, PHRASES
from simulator.engine.telling import KIND
from simulator.scenario.injects import Channel


def asked(phrase: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(PHRASES[phrase]) if name}


def test_phrases_ask_for_the_fields_that_are_there_and_for_each_of_them():
    missing = {phrase: asked(phrase) - set(FIELDS) for phrase in PHRASES}
    assert {phrase: fields for phrase, fields in missing.items() if fields} == {}
    assert set(FIELDS) == set().union(*map(asked, PHRASES))


def test_a_phrase_begins_with_the_word_of_its_event():
    words = tuple(e.WORDS.values())
    assert [phrase for phrase in PHRASES if not phrase.startswith(words)] == []


def test_every_kind_channel_and_link_has_a_word():
    assert set(KINDS) == set(KIND.values())
    assert set(CHANNELS) == {"message", *Channel}
    assert {NAMES[deed] for deed in DEEDS} == set(get_args(Lead))
    assert LINKS.keys() == {"connected", "isolated", "switched-off"}
