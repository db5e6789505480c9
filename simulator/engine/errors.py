"""What the engine says no with. A bug is an ordinary exception and is caught nowhere."""

from __future__ import annotations

from typing import Self

from simulator.speech import Saying, Tellable


class Refused(Exception):
    """A person asked for what the rules forbid: a code for programs, one sentence for people.

    The sentence is English with names in braces, and what is given for them; it leaves no trace:
    state and events are as before.
    """

    def __init__(self, code: str, text: str, /, **given: object) -> None:
        super().__init__(code, text)
        self.code = code
        self.saying: Tellable = Saying(text, given)

    @classmethod
    def because(cls, code: str, why: Tellable) -> Self:
        """With a sentence that was made elsewhere."""
        refused = cls(code, "")
        refused.saying = why
        return refused

    @property
    def sentence(self) -> str:
        """In English."""
        return self.into("en")

    def into(self, language: str) -> str:
        """In the language of whoever asked."""
        return self.saying.into(language)

    def __str__(self) -> str:
        return self.sentence
