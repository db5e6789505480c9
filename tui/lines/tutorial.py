"""What a newcomer to lines is told step by step, in an exercise that teaches."""

from collections.abc import Callable, Set
from typing import Final, NamedTuple

from simulator.engine.views import RoleView
from tui.lines.phrases import say

Waits = Callable[[RoleView, RoleView, Set[str]], bool]
"""Whether it is done, from a view before and after, and the commands written between them."""


class Step(NamedTuple):
    """`early` is told instead of `phrase` as long as there is nothing yet to do it with."""

    phrase: str
    done: Waits
    early: str = ""
    ready: Callable[[RoleView], bool] = bool


def _one_of(*commands: str) -> Waits:
    return lambda before, after, written: not written.isdisjoint(commands)


def _read(before: RoleView, after: RoleView, written: Set[str]) -> bool:
    unread = {item.key for item in before.inbox if not item.read}
    return any(item.read and item.key in unread for item in after.inbox)


def _answered(before: RoleView, after: RoleView, written: Set[str]) -> bool:
    waiting = {decision.id for decision in before.decisions if decision.phase == "open"}
    return any(one.phase == "taken" and one.id in waiting for one in after.decisions)


def _ordered(before: RoleView, after: RoleView, written: Set[str]) -> bool:
    return len(after.orders) > len(before.orders)


STEPS: Final = (
    Step("lesson-inbox", _one_of("inbox")),
    Step("lesson-read", _read, "lesson-all-read", lambda v: any(not i.read for i in v.inbox)),
    Step("lesson-skip", _one_of("skip", "run")),
    Step(
        "lesson-decide", _answered, "lesson-nothing-asked",
        lambda view: any(decision.phase == "open" for decision in view.decisions),
    ),
    Step("lesson-order", _ordered),
    Step("lesson-situation", _one_of("situation", "gauges")),
    Step("lesson-note", _one_of("note")),
    Step("lesson-help", _one_of("help")),
    Step("lesson-end", lambda before, after, written: False),
)  # fmt: skip
"""In the order in which a first play needs them."""
_LED: Final = {
    "lesson-read": ("lesson-read", "lesson-all-read-led"),
    "lesson-decide": ("lesson-decide-led", "lesson-nothing-asked-led"),
    "lesson-end": ("lesson-end-led", ""),
}
LED_STEPS: Final = tuple(
    one._replace(phrase=phrase, early=early)
    for one in STEPS
    if one.phrase != "lesson-skip"
    for phrase, early in [_LED.get(one.phrase, (one.phrase, one.early))]
)
"""For somebody whose clock control leads."""


class Lesson:
    """A step that is done makes room for the next that is not; `on` is whether they are told, and
    `led` whether somebody else leads the clock."""

    def __init__(self, view: RoleView, led: bool = False, plays: bool = True) -> None:
        self.on = view.teaches and plays
        self.steps = LED_STEPS if led else STEPS
        self._at = 0
        self._done: set[str] = set()
        self._written: set[str] = set()
        self._view = view
        self._told = ""

    def did(self, command: str) -> None:
        """The player has written this command."""
        self._written.add(command)

    def turn(self, by: int) -> None:
        """So many steps on, or back."""
        self._at = max(0, min(len(self.steps) - 1, self._at + by))

    def words(self) -> str:
        """The step that one is at."""
        step = self.steps[self._at]
        phrase = step.early if step.early and not step.ready(self._view) else step.phrase
        return say("lesson", number=self._at + 1, count=len(self.steps), text=say(phrase))

    def news(self, view: RoleView) -> list[str]:
        """What is to be told once this has happened, where it is something else than before."""
        before, self._view = self._view, view
        new = {step.phrase for step in self.steps if step.done(before, view, self._written)}
        self._written = set()
        self._done |= new
        if self.steps[self._at].phrase in new:
            later = range(self._at + 1, len(self.steps))
            self._at = next(at for at in later if self.steps[at].phrase not in self._done)
        words = self.words()
        if not self.on or view.over or words == self._told:
            return []
        self._told = words
        return [words]
