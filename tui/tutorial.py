"""What a newcomer is shown step by step, and what each step waits for. No drawing.

A step is done when the player has really done it, whether it was asked for or not.
"""

from collections.abc import Callable, Set
from typing import Final, NamedTuple

from simulator.engine.views import RoleView
from tui import lessons
from tui.acts import key_of
from tui.lessons import Waits
from tui.speech import _, mark


class Step(NamedTuple):
    """`early` is said instead of `text` as long as there is nothing yet to do it with."""

    id: str
    title: str
    text: str
    done: Waits
    early: str = ""
    ready: Callable[[RoleView], bool] = bool


class Progress(NamedTuple):
    """Which of the steps is shown, and which were done. Whoever leads no clock has other steps
    than who does."""

    at: int = 0
    done: frozenset[str] = frozenset()
    led: bool = False

    @property
    def steps(self) -> tuple[Step, ...]:
        return LED_STEPS if self.led else STEPS


def step(progress: Progress, before: RoleView, after: RoleView, acts: Set[str]) -> Progress:
    """How far the player is once this has happened."""
    moment = lessons.Moment(before, after, acts)
    at, done = lessons.gone_on(progress.steps, progress.at, progress.done, moment)
    return progress._replace(at=at, done=done)


def taken_up(progress: Progress, view: RoleView) -> Progress:
    """Where the player is who comes to this view, perhaps in the middle of an exercise."""
    at, done = lessons.taken_up(progress.steps, view)
    return progress._replace(at=at, done=done)


def turned(progress: Progress, by: int) -> Progress:
    """As many steps on, or back."""
    return progress._replace(at=lessons.turned(progress.steps, progress.at, by))


def words(progress: Progress, view: RoleView) -> tuple[str, str]:
    """The title and the text of the step that is shown, in the reader's language."""
    shown = progress.steps[progress.at]
    text = shown.text if not shown.early or shown.ready(view) else shown.early
    return _(shown.title), _(text, **{name: key_of(id) for name, id in KEYS.items()})


def _act(*names: str) -> Waits:
    """Waits for one of these acts, whatever they are given."""
    return lambda before, after, acts: any(act.partition("(")[0] in names for act in acts)


def _turned_away(before: RoleView, after: RoleView, acts: Set[str]) -> bool:
    """The page that lies open at the beginning was not turned to."""
    return any(act.startswith("pane(") and act != "pane('inbox')" for act in acts)


def _looked(before: RoleView, after: RoleView, acts: Set[str]) -> bool:
    return "pane('situation')" in acts


STEPS: Final = (
    Step(
        "glance",
        mark("The screen at a glance"),
        mark(
            "At the top stand who you are, the time in the exercise and what is due soonest. "
            "Below are seven pages, each with its number. Press {actions} for one, and {inbox} "
            "to come back."
        ),
        _turned_away,
    ),
    Step(
        "clock",
        mark("The clock"),
        mark(
            "► means that the clock runs, ‖ that it stands. While it stands nothing happens, so "
            "take your time. Press {run}: it stops. Press {run} again: it runs."
        ),
        _act("run_or_pause"),
    ),
    Step(
        "message",
        mark("A message"),
        mark(
            "● marks a message that you have not read. Press {unread}: the oldest of them opens. "
            "The arrows scroll in it, escape goes back to the list."
        ),
        lessons.has_read,
        mark("You have read all. Press {skip}: the time skips ahead to the next thing for you."),
        lessons.something_unread,
    ),
    Step(
        "decision",
        mark("A decision"),
        mark(
            "Somebody waits for your answer. Press {due}, choose with a number, write why, and "
            "say how sure you are; enter goes on, ctrl+s decides. The clock waits meanwhile."
        ),
        lessons.has_answered,
        mark(
            "Nobody asks you anything yet. Read what else is new with {unread}, then press {skip}: "
            "the time skips ahead to the next thing for you."
        ),
        lessons.something_asked,
    ),
    Step(
        "order",
        mark("An order"),
        mark(
            "Press {actions} for what you can have done. The arrows choose, and what it takes is "
            "told with it; enter orders it. Where you see ✗ it can't be done now, and it says "
            "why."
        ),
        lessons.has_ordered,
    ),
    Step(
        "situation",
        mark("The situation"),
        mark(
            "Press {situation} for how things stand: how well each system serves, what is lost "
            "of it, and which way the gauges go. Come back to it when something has happened."
        ),
        _looked,
    ),
    Step(
        "note",
        mark("A note"),
        mark(
            "Press {note} and write down what you think just now; ctrl+s keeps it. Nobody in the "
            "exercise reads it. You will find it in the log, page {log}, and in the summary."
        ),
        lessons.has_noted,
    ),
    Step(
        "skip",
        mark("Skip ahead"),
        mark(
            "When all is quiet, press {skip}: the time skips ahead to the next thing for you. It "
            "never skips past what is due from you without stopping first."
        ),
        _act("skip_ahead"),
    ),
    Step(
        "help",
        mark("Where help is"),
        mark(
            "Press {help} on any page: it says what the page is for and names its keys. ctrl+p "
            "finds every act by its name, and page {brief} tells your role and what the words "
            "mean."
        ),
        _act("help"),
    ),
    Step(
        "end",
        mark("On your own"),
        mark(
            "That is all. Read, decide, order, look, and skip ahead until it is over: then comes "
            "the summary with what your decisions led to. Press {hide} to put this box away."
        ),
        lessons.never,
    ),
)
"""In the order in which a first play needs them; keys are in braces, for they can be changed."""
_LED: Final = {
    "message": ("", mark("You have read all. Wait until the next message comes.")),
    "decision": (
        mark(
            "Somebody waits for your answer. Press {due}, choose with a number, write why, and "
            "say how sure you are; enter goes on, ctrl+s decides. The clock does not wait."
        ),
        mark("Nobody asks you anything yet. Wait until somebody does, or go on with {next}."),
    ),
    "end": (
        mark(
            "That is all. Read, decide, order and look until it is over: then comes the summary "
            "with what your decisions led to. Press {hide} to put this box away."
        ),
        "",
    ),
}
LED_STEPS: Final = tuple(
    one._replace(text=text or one.text, early=early or one.early)
    for one in STEPS
    if one.id not in {"clock", "skip"}
    for text, early in [_LED.get(one.id, ("", ""))]
)
"""For somebody whose clock control leads."""
KEYS: Final = {
    "run": "run_or_pause",
    "unread": "next_unread",
    "due": "due",
    "skip": "skip_ahead",
    "note": "note",
    "help": "help",
    "hide": "tutorial",
    "next": "lesson-next",
    **{page: f"pane-{page}" for page in ("inbox", "actions", "situation", "log", "brief")},
}
"""Which act each of them is the key of."""
