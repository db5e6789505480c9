"""The one door through which text of scenarios and people reaches a widget: as plain content.

Nothing here is ever parsed as markup; what could move the terminal is shown as a sign instead.
"""

from typing import Final

from rich.text import Text

from tui.cleaning import clean, unbroken

__all__ = ["clean", "flowing", "line", "plain"]

_WIDEST: Final = 1000
"""No screen is wider; what is longer on one line is not even looked at."""


def flowing(text: str) -> Text:
    """Paragraphs that fill the width they get: long lines that were broken to fit are joined."""
    return plain(unbroken(text))


def plain(text: str, style: str = "") -> Text:
    """Several lines of text, with their line breaks."""
    return Text().append(clean(text).expandtabs(4), style or None)


def line(text: str, style: str = "") -> Text:
    """The text on one line, cut with an ellipsis where there is no room."""
    words = " ".join(clean(text[:_WIDEST]).split())
    return Text(no_wrap=True, overflow="ellipsis").append(words, style or None)
