"""The table of phrases and the fields that fill them fit together."""

from string import Formatter
from typing import get_args

import pytest

from simulator.engine import events as e
from simulator.engine.commands import NAMES, Lead
from simulator.engine.fields import FIELDS
from simulator.engine.phrases import CHANNELS, DEEDS, KINDS, LINKS, PHRASES
from simulator.engine.telling import KIND
from simulator.scenario.injects import Channel


def asked(phrase: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(PHRASES[phrase]) if name}


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_phrase_asks_only_for_fields_that_are_there(phrase: str):
    assert asked(phrase) <= set(FIELDS)


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_is_asked_for_by_some_phrase(field: str):
    assert any(field in asked(phrase) for phrase in PHRASES)


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_phrase_begins_with_the_word_of_its_event(phrase: str):
    assert phrase.startswith(tuple(e.WORDS.values()))


def test_every_kind_channel_and_link_has_a_word():
    assert set(KINDS) == set(KIND.values())
    assert set(CHANNELS) == {"message", *Channel}
    assert {NAMES[deed] for deed in DEEDS} == set(get_args(Lead))
    assert LINKS.keys() == {"connected", "isolated", "switched-off"}
