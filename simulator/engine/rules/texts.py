"""What may stand in a text that people write. Pure."""

from __future__ import annotations

from simulator.engine import commands as c
from simulator.engine.errors import Refused
from simulator.speech import Saying


def wants(text: str, plea: Saying) -> None:
    if not text.strip():
        raise Refused.because("empty", plea)
    says(text)


def says(*texts: str) -> None:
    if any(len(text) > c.LONGEST_TEXT for text in texts):
        raise Refused("long", "a text has at most {number} characters", number=c.LONGEST_TEXT)
