"""What lines of a log are about, and which of them are asked for. No drawing."""

from typing import Final

from simulator.engine.phrases import KINDS as TOLD
from simulator.engine.views import LogLine
from tui.speech import mark

ALL: Final = ""
MINE: Final = "mine"
NOTES: Final = "note"
_ORDER: Final = (
    "inject", "message", "decision", "consent", "order", "work", "asset", "gauge", "adversary",
    "report", "module", "contest", "control",
)  # fmt: skip
KINDS: Final = {
    ALL: mark("everything"),
    MINE: mark("my own acts"),
    NOTES: mark("my own notes"),
    **{kind: TOLD[kind] for kind in _ORDER},
}
"""What can be asked for, in the order in which it is offered."""


def is_of(line: LogLine, wanted: str) -> bool:
    """Whether it is of what is asked for, by its code."""
    return line.mine if wanted == MINE else wanted in (ALL, line.kind)
