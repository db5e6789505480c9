"""A moment of a recorded session as people write it. Times of day may be past ones, too."""

from contextlib import suppress
from datetime import datetime
from typing import Final

from simulator.cli import moments
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
    at = _from(text, start, now)
    if at > until:
        # A time of day that is not ahead any more is the first one since STARTEX.
        at = _from(text, start, 0)
    if at > until:
        raise ValueError(_("That was not played: it is after the end."))
    return at


def _from(text: str, start: str, now: int) -> int:
    """Seen from `now`; what the option --at takes, is taken here, too."""
    try:
        return moment_of(text, start, now)
    except ValueError as no:
        with suppress(ValueError):
            return moments.second_of(text, datetime.fromisoformat(start))
        raise no from None
