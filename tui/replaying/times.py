"""A moment of a recorded session as people write it. Times of day may be past ones, too."""

from typing import Final

from tui.moments import examples, moment_of
from tui.speech import _, mark

BACK: Final = mark("-30m for half an hour back")


def how_to_write() -> str:
    """What can be written."""
    return f"{_(BACK)}, {examples()}"


def second_of(text: str, start: str, now: int, until: int) -> int:
    """The second of a take that is meant, at most `until`. Raises ValueError with a sentence."""
    text = text.strip()
    if text.startswith("-"):
        return max(0, 2 * now - moment_of(f"+{text[1:]}", start, now))
    at = moment_of(text, start, now)
    if at > until:
        # A time of day that is not ahead any more is the first one since STARTEX.
        at = moment_of(text, start, 0)
    if at > until:
        raise ValueError(_("That was not played: it is after the end."))
    return at
