"""Every language says all that English says: the catalogues against the source."""

import string
from collections.abc import Iterator

import pytest
from babel.messages import Catalog, Message

from docs import catalogue
from simulator.speech import LANGUAGES

OTHERS = LANGUAGES[1:]


def said(messages: Catalog) -> dict[tuple[str, ...], Message]:
    return {_forms(message.id): message for message in messages if message.id}


def _forms(text: object) -> tuple[str, ...]:
    return tuple(text) if isinstance(text, list | tuple) else (str(text),)


def names_in(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.fixture(scope="module")
def source() -> Catalog:
    return catalogue.source()


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_a_word_for_all_that_is_said_and_no_more(language, source):
    # given what the source says, and what was translated of it
    english, translated = said(source), said(catalogue.kept(language))

    # then nothing is missing, nothing is left over, and nothing is open or in doubt
    assert english.keys() - translated.keys() == set(), "run: make catalogue"
    assert translated.keys() - english.keys() == set(), "run: make catalogue"
    assert [one.id for one in translated.values() if not all(_forms(one.string))] == []
    assert [one.id for one in translated.values() if one.fuzzy] == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_has_the_names_in_braces_of_the_english(language):
    assert list(_astray(catalogue.kept(language))) == []


def _astray(messages: Catalog) -> Iterator[object]:
    for english, message in said(messages).items():
        # Of two forms, the one for one may say the number in a word.
        spared = {"number"} if len(english) > 1 else set[str]()
        for form, told in zip(english, _forms(message.string), strict=True):
            if names_in(told) - spared != names_in(form) - spared:
                yield message.id, told


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_ends_and_breaks_as_the_english_does(language):
    """A stop that is missing, or a space at an end, is seen on the screen."""
    wrong = [
        message.id
        for message in said(catalogue.kept(language)).values()
        for english, told in zip(_forms(message.id), _forms(message.string), strict=True)
        if english[-1:].isspace() != told[-1:].isspace()
        or english[:1].isspace() != told[:1].isspace()
        or english.count("\n") != told.count("\n")
        or (english[-1:] in ".:?!") != (told[-1:] in ".:?!")
    ]
    assert wrong == []


@pytest.mark.parametrize("language", OTHERS)
def test_what_gettext_reads_is_made_from_what_the_translator_wrote(language):
    compiled = catalogue.place_of(language).with_suffix(".mo")
    assert compiled.read_bytes() == catalogue.compiled(catalogue.kept(language)), (
        "run: make catalogue"
    )
