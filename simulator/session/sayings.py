"""What the session says to people, from when it is said until somebody reads it. Pure.

The journal holds it in English, with names in braces, and what stands for them: so it can be told
in any language after it was played again, and no language is part of what happened.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter
from typing import Any, Final

from simulator.speech import Saying, Tellable

STOPPED: Final = Saying("the host was stopped")
BEGUN_SO: Final = Saying("the host was told to begin so")
RECALLED: Final = Saying("it was played elsewhere up to here")
HOLD_POINT: Final = Saying("hold point")
EMERGENCY: Final = Saying("a real emergency")
EMERGENCY_OVER: Final = Saying("the emergency is over")


@dataclass(frozen=True, slots=True)
class AsWritten:
    """What somebody wrote; it is told as it is, whoever reads."""

    text: str

    def into(self, language: str) -> str:
        return self.text


NOTHING: Final = AsWritten("")


def stood_still(seconds: int) -> Saying:
    """Why clocks pause that had no time to run."""
    return Saying("the host stood still for {seconds} seconds", {"seconds": seconds})


def gone_back(to: int, take: int, why: str) -> Saying:
    """Why a clock pauses after control went back in time, with its own words where it has any."""
    given: dict[str, object] = {"moment": f"T+{to // 3600:02}:{to // 60 % 60:02}", "take": take}
    if why:
        return Saying("gone back to {moment}, take {take}: {why}", {**given, "why": why})
    return Saying("gone back to {moment}, take {take}", given)


def written(saying: Tellable) -> dict[str, Any]:
    """The saying as the body of a record holds it."""
    if not isinstance(saying, Saying):
        return {"sentence": saying.into("en")}
    if not saying.given:
        return {"sentence": saying.text}
    return {"sentence": saying.text, "given": {n: str(v) for n, v in saying.given.items()}}


def fits(sentence: str, given: Mapping[str, str]) -> bool:
    """Whether each name in braces is one that is given, and nothing more than a name."""
    if not given:
        return True
    try:
        parts = [*Formatter().parse(sentence)]
    except ValueError:
        return False
    return all(
        name is None or (name in given and name.isidentifier() and not (how or turned))
        for _, name, how, turned in parts
    )


def read(sentence: str, given: Mapping[str, str]) -> Saying:
    """What a record holds, to be told again."""
    return Saying(sentence, given)


def why_paused(by: str, body: Mapping[str, Any], words: Mapping[str, str]) -> Tellable:
    """Why a clock was stopped, in the words of whoever did it, or in the host's own."""
    if lost := body.get("lost"):
        return stood_still(lost)
    if body.get("point"):
        return HOLD_POINT
    why = words.get("why", "")
    return AsWritten(why) if by else read(why, {})
