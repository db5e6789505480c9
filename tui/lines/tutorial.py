"""What a newcomer to lines is told step by step, in an exercise that teaches."""

from collections.abc import Callable
from typing import Final, NamedTuple

from simulator.engine.views import RoleView
from tui import lessons
from tui.lessons import Waits
from tui.lines.phrases import say


class Step(NamedTuple):
    """`early` is told instead of `phrase` as long as there is nothing yet to do it with."""

    phrase: str
    done: Waits
    early: str = ""
    ready: Callable[[RoleView], bool] = bool

    @property
    def id(self) -> str:
        return self.phrase


def _one_of(*commands: str) -> Waits:
    return lambda before, after, written: not written.isdisjoint(commands)


STEPS: Final = (
    Step("lesson-inbox", _one_of("inbox")),
    Step("lesson-read", lessons.has_read, "lesson-all-read", lessons.something_unread),
    Step("lesson-skip", _one_of("skip", "run")),
    Step("lesson-decide", lessons.has_answered, "lesson-nothing-asked", lessons.something_asked),
    Step("lesson-order", lessons.has_ordered),
    Step("lesson-situation", _one_of("situation", "gauges")),
    Step("lesson-note", _one_of("note")),
    Step("lesson-help", _one_of("help")),
    Step("lesson-end", lessons.never),
)
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
        self._at, self._done = lessons.taken_up(self.steps, view)
        self._written: set[str] = set()
        self._view = view
        self._told = ""

    def did(self, command: str) -> None:
        """The player has written this command."""
        self._written.add(command)

    def turn(self, by: int) -> None:
        """So many steps on, or back."""
        self._at = lessons.turned(self.steps, self._at, by)

    def words(self) -> str:
        """The step that one is at."""
        step = self.steps[self._at]
        phrase = step.early if step.early and not step.ready(self._view) else step.phrase
        return say("lesson", number=self._at + 1, count=len(self.steps), text=say(phrase))

    def news(self, view: RoleView) -> list[str]:
        """What is to be told once this has happened, where it is something else than before."""
        before, self._view = self._view, view
        moment = lessons.Moment(before, view, self._written)
        self._at, self._done = lessons.gone_on(self.steps, self._at, self._done, moment)
        self._written = set()
        words = self.words()
        if not self.on or view.over or words == self._told:
            return []
        self._told = words
        return [words]
