"""The screen of an evaluator: that of the role they watch, with their own notes and ratings."""

from collections.abc import Callable, Sequence
from typing import ClassVar, Final

from textual.binding import Binding, BindingType

from simulator.engine.errors import Refused
from simulator.engine.views import RoleView
from tui.acts import WORK, act
from tui.rating import by_all, opened
from tui.remote import RemoteSeat
from tui.room.sheets.observe import ObserveSheet, RateSheet, Watched
from tui.room.steer import Asked
from tui.screens.exercise import ExerciseScreen
from tui.screens.sheet import Sheet
from tui.screens.summary import Summary
from tui.speech import _, mark, spoken

EVALUATING: Final = mark(
    "You see what one role sees, and nothing else. You decide and order nothing, and nobody who "
    "plays sees that you are there. What you note, and how you rate the objectives, control reads; "
    "you rate by yourself: what others rated, and what was computed, you see once control opens "
    "the ratings."
)
OPENED: Final = mark(
    "Control has opened the ratings: what others rated stands under r, what was computed in the "
    "summary (F10)."
)
LONG: Final = 12.0
"""Seconds for which that is said: whoever evaluates has waited for it and is talking."""


def _numbered(titles: Sequence[str]) -> list[tuple[str, str]]:
    """Each title with its number."""
    return [(str(number), title) for number, title in enumerate(titles, 1)]


class EvaluatorScreen(ExerciseScreen):
    """`seat` is at a host, and an evaluator's."""

    OWN: ClassVar[list[Binding]] = [
        act("n", "observe", mark("Note"), mark("Write an observation down, for the review"), WORK,
            id="evaluator-observe"),
        act("r", "rate", mark("Rate"), mark("Rate an objective or a task"), WORK,
            id="evaluator-rate"),
    ]  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [*OWN]

    seat: RemoteSeat

    def introduction(self) -> str:
        return EVALUATING

    @property
    def watched(self) -> Watched:
        """The team and the role that are watched, as they stand now."""
        view = self.seen
        role = (view.role.id, view.role.title)
        # No role is told what an objective is called in the scenario: the host knows its number.
        aims = _numbered(view.objectives)
        tasks = {str(number): _numbered(some) for number, some in enumerate(self.seat.tasks, 1)}
        given = by_all(self.seat)
        return Watched(self.seat.team, view.start, view.now, aims, [role], tasks, given)

    def react(self, before: RoleView, after: RoleView) -> None:
        super().react(before, after)
        if after.debrief and opened(self.seat, before, after):
            self.notify(_(OPENED), timeout=LONG, markup=False)
            if isinstance(self.app.screen, Summary):
                self.app.switch_screen(self.summary(after.debrief))

    def saying(self) -> dict[str, Callable[[], object]]:
        return {"observe": self.action_observe, "rate": self.action_rate}

    def action_observe(self) -> None:
        self._open(ObserveSheet(self.watched, role=self.seen.role.id))

    def action_rate(self) -> None:
        self._open(RateSheet(self.watched))

    def _open(self, sheet: Sheet[Asked]) -> None:
        def made(wishes: tuple[Asked, ...] | None) -> None:
            for wish in wishes or ():
                try:
                    self.seat.do(wish.act, wish.said)
                except Refused as refusal:
                    self.warn(refusal.into(spoken()))

        self.app.push_screen(sheet, made)
