"""The language of whoever sits at this terminal. A terminal has one reader at a time."""

from simulator import speech
from simulator.speech import LANGUAGES, mark

__all__ = ["LANGUAGES", "_", "many", "mark", "speak", "spoken"]

_reader = [LANGUAGES[0]]


def speak(language: str) -> None:
    """From now on all is said in this language, one of LANGUAGES."""
    _reader[0] = language


def spoken() -> str:
    """The language of the reader."""
    return _reader[0]


def _(text: str, /, **given: object) -> str:
    """The English text as the reader reads it, with what is given in place of names in braces."""
    return speech.say(_reader[0], text, **given)


def many(one: str, more: str, number: int, /, **given: object) -> str:
    """The form of the words that goes with the number, which is filled in as `{number}`."""
    return speech.many(_reader[0], one, more, number, **given)
