"""The one door through which text of scenarios and people reaches a widget: as plain content.

Nothing here is ever parsed as markup; what could move the terminal is shown as a sign instead.
"""

import re
from typing import Final

from rich.text import Text

from simulator.scenario.characters import shown

_CROWD: Final = re.compile(r"([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20f0]{4})[^\w\s]+")

_BROKEN: Final = re.compile(r"(?<=[^\n]{50})\n(?=[^\W\d_]|[\"“(])")


def clean(text: str) -> str:
    """The text without anything that a terminal would obey, and without towers of accents."""
    return _CROWD.sub(r"\1", shown(text))


def flowing(text: str) -> Text:
    """Paragraphs that fill the width they get: long lines that were broken to fit are joined."""
    return plain(_BROKEN.sub(" ", clean(text).strip()))


def plain(text: str, style: str = "") -> Text:
    """Several lines of text, with their line breaks."""
    return Text().append(clean(text).expandtabs(4), style or None)


def line(text: str, style: str = "") -> Text:
    """The text on one line, cut with an ellipsis where there is no room."""
    words = " ".join(clean(text).split())
    return Text(no_wrap=True, overflow="ellipsis").append(words, style or None)
