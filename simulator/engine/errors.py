"""What the engine says no with. A bug is an ordinary exception and is caught nowhere."""

from __future__ import annotations


class Refused(Exception):
    """A person asked for what the rules forbid: a code for programs, one sentence for people.

    It leaves no trace: state and events are as before.
    """

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(code, sentence)
        self.code = code
        self.sentence = sentence

    def __str__(self) -> str:
        return self.sentence
