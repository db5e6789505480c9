"""The board of a contest: its challenges under their categories."""

from typing import ClassVar

from textual.reactive import var

from simulator.engine.views import ChallengeView, RoleView
from simulator.session.scores import Scores
from tui import contest, words
from tui.marks import DONE, NOT, joined
from tui.plain import line
from tui.speech import mark
from tui.widgets.grid import Column, Grid, Row

HEADING = "category/"
"""How the keys of rows begin that are no challenges."""


class Board(Grid):
    """The challenges under their categories; `sieve` says which."""

    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(" ", 1),
        Column(mark("Challenge")),
        Column(mark("Worth"), 6),
        Column(mark("Teams"), 5, least=44),
        Column(mark("Tries"), 5, least=36),
    )
    NOTHING = mark("Nothing is on the board now.")

    view: var[RoleView | None] = var(None)
    scores: var[Scores | None] = var(None)
    sieve: var[str] = var(contest.ALL)

    def watch_view(self, before: RoleView | None, after: RoleView | None) -> None:
        if before is None or after is None or before.contest is not after.contest:
            self._draw()

    def watch_scores(self) -> None:
        self._draw()

    def watch_sieve(self) -> None:
        self._draw()

    def _draw(self) -> None:
        if self.view is None or self.view.contest is None:
            return
        rows: list[Row] = []
        for category, found in contest.sifted(self.view.contest, self.sieve):
            rows.append(Row(f"{HEADING}{category.id}", {"Challenge": line(category.title, "head")}))
            rows += [_row(it, self.scores) for it in found]
        self.show(rows)


def _row(it: ChallengeView, scores: Scores | None) -> Row:
    score = contest.score_of(it, scores)
    sign = (
        (DONE, "good") if it.solved is not None else (NOT, "mute") if it.why_not else ("·", "call")
    )
    left = "" if it.attempts is None or it.solved is not None else str(it.attempts)
    return Row(
        it.id,
        {
            " ": joined(sign),
            "Challenge": line(it.title, "" if it.solved is None else "mute"),
            "Worth": joined((words.number(score.worth), "mute" if it.solved is not None else "")),
            "Teams": joined((str(score.solves or ""), "mute")),
            "Tries": joined((left, "bad" if it.attempts == 1 else "mute")),
        },
    )
