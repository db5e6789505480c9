"""How a contest stands: the teams and the people in it, the reader's own marked."""

from typing import ClassVar

from rich.text import Text
from textual.reactive import var

from simulator.engine.views import RoleView
from simulator.session.scores import PersonScore, Scores, TeamScore
from tui import contest, words
from tui.marks import joined
from tui.plain import line
from tui.speech import _, mark
from tui.widgets.grid import Column, Grid, Row


class Ranked(Grid):
    """A kind of it says what its rows are."""

    view: var[RoleView | None] = var(None)
    scores: var[Scores | None] = var(None)

    def watch_scores(self, scores: Scores | None) -> None:
        if scores is not None and self.view is not None:
            self.show(self.ranked(scores, self.view.start))

    def ranked(self, scores: Scores, start: str) -> list[Row]:
        raise NotImplementedError


class TeamScores(Ranked):
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(" ", 4),
        Column(mark("Team")),
        Column(mark("Points"), 7),
        Column(mark("Solved"), 6),
        Column(mark("Last"), 10, least=50),
    )
    NOTHING = mark("Nobody has any points yet.")

    def ranked(self, scores: Scores, start: str) -> list[Row]:
        return [
            Row(
                f"team/{row.team}",
                {
                    "Team": line(contest.team_name(row.team), _ink(row is scores.own)),
                    **_cells(row, start, row is scores.own),
                },
            )
            for row in contest.teams(scores)
        ]


class PersonScores(Ranked):
    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(" ", 4),
        Column(mark("Who")),
        Column(mark("Team"), 14, least=56),
        Column(mark("Points"), 7),
        Column(mark("Solved"), 6, least=36),
    )
    NOTHING = mark("Nobody has solved anything yet.")

    def ranked(self, scores: Scores, start: str) -> list[Row]:
        return [
            Row(
                f"{row.team}/{row.name}",
                {
                    "Who": line(row.name, _ink(own := row.team == scores.own.team)),
                    "Team": line(contest.team_name(row.team), "mute"),
                    **_cells(row, start, own),
                },
            )
            for row in contest.people(scores)
        ]


def _cells(row: TeamScore | PersonScore, start: str, own: bool) -> dict[str, Text]:
    """What a team and a person have alike; one's own has a sign as well as an ink."""
    last = "" if row.last is None else words.short_time(start, row.last)
    return {
        " ": joined((f"{'►' if own else ' '}{row.rank}", "good" if own else "mute")),
        "Points": joined((words.number(row.points), _ink(own))),
        "Solved": joined((str(row.solved), "mute")),
        "Last": joined((last, "mute")),
    }


def _ink(own: bool) -> str:
    return "strong" if own else ""


def title(scores: Scores | None) -> str:
    """What stands over the scores."""
    if scores is None:
        return _("Scores")
    if scores.frozen:
        return _("Scores: ‖ frozen but for yours")
    return _("Scores: {number} teams", number=scores.of) if scores.of > 1 else _("Scores")
