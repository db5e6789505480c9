"""What participants thought of the exercise."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Final

from simulator.engine.titles import NO_ORDERS, Titles
from simulator.review.findings import Feedback, Returned, Statement
from simulator.review.recorded import Recorded, Take
from simulator.session.feedback import AGREE, QUESTIONS, STATEMENTS, TAKING_PART
from simulator.session.room import FeedbackRow
from simulator.speech import say

HIDDEN: Final = 3
"""Among so many at least whoever wrote without a name has to be hidden."""


def feedback(recorded: Recorded, shown: Iterable[Take], language: str) -> Feedback:
    """The forms of the teams that are shown, by name, and those without one, which are of no team
    and stand in no order that would tell when they came.

    Who knows who took part can take away from them whoever returned a form by name. Where too few
    would be left, no form has a name here.
    """
    every, teams = recorded.session.notebook.feedback, {take.team for take in shown}
    rows = [row for row in every if not row.grant or row.team in teams]
    named = sum(bool(row.grant) for row in every)
    unnamed, all_shown = len(every) - named, teams >= recorded.takes.keys()
    veiled = unnamed > 0 and _asked(recorded) - named < HIDDEN
    titles = Titles(recorded.scenario, language, NO_ORDERS)
    returned = (_returned(row, titles) for row in rows)
    forms = sorted(
        (replace(one, by="", role="") if veiled else one for one in returned),
        key=lambda one: (not one.by, one.by, one.texts, one.scores),
    )
    asked = max(_asked(recorded, teams), len(rows)) if all_shown or not unnamed else None
    return Feedback(tuple(forms), tuple(_statements(rows, language)), asked, veiled)


def _asked(recorded: Recorded, teams: Collection[str] | None = None) -> int:
    """How many people there were, of all teams or of these, of whom feedback is asked."""
    return len(
        {
            (one.name, one.part)
            for one in recorded.people
            if one.part in TAKING_PART and (teams is None or one.team in teams)
        }
    )


def _returned(row: FeedbackRow, titles: Titles) -> Returned:
    """One form; what is no question of ours stands as it was written."""
    asked = {id: say(titles.language, words) for id, words in QUESTIONS.items()}
    role = titles.role(row.role) if row.role else ""
    texts = tuple((asked.get(id, id), text) for id, text in row.texts)
    return Returned(row.by, role, row.scores, texts)


def _statements(rows: list[FeedbackRow], language: str) -> list[Statement]:
    """Each statement that anybody has answered, in the order of the form."""
    found = []
    for id, words in STATEMENTS.items():
        scores = [score for row in rows for name, score in row.scores if name == id]
        if scores:
            one, two, three, four, five = (scores.count(n) for n in range(1, AGREE + 1))
            mean = sum(scores) / len(scores)
            given = (one, two, three, four, five)
            found.append(Statement(id, say(language, words), given, mean))
    return found
