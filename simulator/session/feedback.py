"""The form on which participants say what they think: one for terminals, paper and reports."""

from __future__ import annotations

from typing import Final

from simulator.speech import mark

TAKING_PART: Final = ("player", "observer")
"""Of whom it is asked."""
AGREE: Final = 5
"""To agree fully; 1 is not at all."""
STATEMENTS: Final[dict[str, str]] = {
    "structured": mark("The exercise was well structured and organised."),
    "plausible": mark("The scenario was plausible."),
    "pace": mark("The pace was right."),
    "card": mark("My role card told me what I needed."),
    "help": mark("Who led helped when help was needed, and no more."),
    "part": mark("I could take part in the discussion."),
    "know": mark("I know better now what I would do."),
    "able": mark("I am better now at what was trained."),
}
"""By ids, which stay what they are for ever."""
QUESTIONS: Final[dict[str, str]] = {
    "well": mark("What went well?"),
    "change": mark("What has to be better, here or in your organisation?"),
    "missing": mark("Which plan, contact or agreement did you miss?"),
}
