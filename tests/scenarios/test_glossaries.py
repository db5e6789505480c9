"""What the scenarios that ship tell every seat beforehand: rules and words, in every language."""

from functools import cache

import pytest

from simulator.scenario import load
from simulator.scenario.library import shipped
from simulator.speech import LANGUAGES

loaded = cache(load)


@pytest.mark.parametrize("name", shipped())
def test_rules_and_words_of_the_field_are_told_in_every_language(name: str):
    scenario = loaded(shipped()[name])
    assert scenario.rules is not None
    told = [scenario.rules, *(entry.means for entry in scenario.glossary)]
    assert all(set(text.languages()) == set(LANGUAGES) for text in told)
    assert 10 <= len(scenario.glossary) <= 15


def test_the_terminal_is_learnt_by_the_first_watch():
    assert [name for name, path in shipped().items() if loaded(path).teaches] == ["first-watch"]
