"""The acts of a replay with their keys, on a role's screen and on control's alike."""

from dataclasses import replace
from typing import Final

from textual.binding import Binding

from simulator.review.moments import Kind
from tui.acts import CLOCK, HERE, act, key_shown, with_key
from tui.speech import mark

MOMENTS: Final = Binding.Group(mark("Moments"))
MINUTE: Final = 60
HOUR: Final = 3600

_WAYS: Final[tuple[tuple[str, Kind, str, str], ...]] = (
    ("f2", "decision", "before", mark("To the decision before")),
    ("f3", "decision", "next", mark("To the next decision")),
    ("f4", "inject", "before", mark("To the inject before")),
    ("f5", "inject", "next", mark("To the next inject")),
    ("f6", "asset", "before", mark("To the change of an asset before")),
    ("f7", "asset", "next", mark("To the next change of an asset")),
    ("f8", "note", "before", mark("To the note before")),
    ("f9", "note", "next", mark("To the next note")),
)
"""The keys back and forward to moments of each kind."""

_JUMPS: Final = (
    act(key, f"moment('{kind}', {way == 'next'})", said, said, MOMENTS,
        id=f"replay-{kind}-{way}", shown=key.upper())
    for key, kind, way, said in _WAYS
)  # fmt: skip
_STRIDES: Final = (
    act("comma", f"stride(-{MINUTE})", mark("Minute back"), mark("A minute back"), MOMENTS,
        id="replay-minute-back", shown=","),
    act("full_stop", f"stride({MINUTE})", mark("Minute on"), mark("A minute on"), MOMENTS,
        id="replay-minute-on", shown="."),
    act("less_than_sign", f"stride(-{HOUR})", mark("Hour back"), mark("An hour back"), MOMENTS,
        id="replay-hour-back", shown="<"),
    act("greater_than_sign", f"stride({HOUR})", mark("Hour on"), mark("An hour on"), MOMENTS,
        id="replay-hour-on", shown=">"),
)  # fmt: skip

QUIET: Final = [replace(one, show=False) for one in (*_JUMPS, *_STRIDES)]
"""The strip names these keys itself, so that the last line keeps its room."""
LOUD: Final = [
    act("B", "turn_round", mark("Backwards"), mark("Run backwards, or forward again"), CLOCK,
        id="replay-turn_round"),
    act("M", "moments", mark("Moments"), mark("List all moments, to go to one"), CLOCK,
        id="replay-moments"),
    act("T", "go_to", mark("Time"), mark("Go to a time"), CLOCK, id="replay-go_to"),
    act("O", "others", mark("Others"),
        mark("What other roles had been told by now, and this one had not"), HERE,
        id="replay-others"),
    act("V", "change_sight", mark("View"), mark("Choose another role, control, team or take"),
        HERE, id="replay-change_sight"),
    act("F", "fork", mark("Fork"), mark("How to go on playing from this moment"), HERE,
        id="replay-fork"),
]  # fmt: skip
REPLAYS: Final = [*QUIET, *LOUD]


def keys_of(*ids: str) -> str:
    """How the keys of these acts are shown, so that a line can name them."""
    known = {one.id: one for one in REPLAYS}
    return " ".join(key_shown(with_key(known[f"replay-{id}"])) for id in ids)
