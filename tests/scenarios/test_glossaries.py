"""What the scenarios that ship tell every seat beforehand: rules and words, in every language."""

import pytest

from simulator.scenario import Scenario, load
from simulator.scenario.library import shipped
from simulator.speech import LANGUAGES

SHIPPED = {name: load(path) for name, path in shipped().items()}


@pytest.mark.parametrize("scenario", SHIPPED.values(), ids=SHIPPED)
def test_rules_and_words_of_the_field_are_told_in_every_language(scenario: Scenario):
    assert scenario.rules is not None
    told = [scenario.rules, *(entry.means for entry in scenario.glossary)]
    assert all(set(text.languages()) == set(LANGUAGES) for text in told)
    assert 10 <= len(scenario.glossary) <= 15


def test_the_terminal_is_learnt_by_the_first_watch():
    assert [name for name, scenario in SHIPPED.items() if scenario.teaches] == ["first-watch"]
