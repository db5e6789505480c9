"""Which characters are safe to show, and the one form in which text is kept. No files here."""

import re
import unicodedata
from typing import Final

from simulator.speech import Saying

UNSHOWABLE: Final = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 without tab and line feed, DEL, C1
    "\xad\u061c\u180e\u200b-\u200f\u2060-\u206f\ufeff\ufff9-\ufffb"  # zero width, direction marks
    "\u2028-\u202e"  # line and paragraph separators, direction overrides
    "\ud800-\udfff\ufffe\uffff"  # halves of characters, and no characters at all
    "\U000e0000-\U000e0fff"  # tags and other signs without a shape
    "]"
)
PLACEHOLDER: Final = "\ufffd"
_BROKEN: Final = re.compile(r"(?<=[^\n]{50})\n(?=[^\W\d_]|[\"“(])")
_MOST_ACCENTS: Final = 30
_MAYBE_CROWDED: Final = re.compile(rf"[^\x00-\x7f\w\s]{{{_MOST_ACCENTS + 1},}}")


class Crowded(ValueError):
    """More accents follow one another than any language has; the first is at `index`."""

    saying: Final = Saying(
        "more than {number} accents stand on one letter; delete them", {"number": _MOST_ACCENTS}
    )

    def __init__(self, index: int) -> None:
        super().__init__(index)
        self.index = index

    @property
    def sentence(self) -> str:
        return self.saying.into("en")


def composed(text: str) -> str:
    """The text in NFC; raises Crowded, for sorting endless accents would take for ever."""
    if unicodedata.is_normalized("NFC", text):
        return text
    for maybe in _MAYBE_CROWDED.finditer(text):
        accents = 0
        for index, character in enumerate(maybe[0], maybe.start()):
            accents = accents + 1 if unicodedata.combining(character) else 0
            if accents > _MOST_ACCENTS:
                raise Crowded(index - _MOST_ACCENTS)
    return unicodedata.normalize("NFC", text)


def shown(text: str) -> str:
    """The text with a visible sign in place of each character that can't be shown."""
    return UNSHOWABLE.sub(PLACEHOLDER, text)


def hyphenated(words: str) -> str:
    """Letters and digits of ASCII as they come nearest: `Besa Hoxha` is `besa-hoxha`."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def rejoined(text: str) -> str:
    """The text with long lines joined that were broken to fit; lists and short lines stay."""
    return _BROKEN.sub(" ", text.strip())


def unshowable(character: str) -> str:
    """The sentence about a character that can't be shown."""
    name = unicodedata.name(character, "a control character").lower()
    return f"the character U+{ord(character):04X} ({name}) cannot be shown; delete it"
