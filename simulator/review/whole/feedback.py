"""What participants thought of the exercise."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.engine.titles import NO_ORDERS, Titles
from simulator.review.findings import Feedback, Returned, Statement
from simulator.review.recorded import Recorded, Take
from simulator.session.feedback import AGREE, QUESTIONS, STATEMENTS
from simulator.session.room import FeedbackRow
from simulator.speech import say


def feedback(recorded: Recorded, shown: Iterable[Take], language: str) -> Feedback:
    """The forms of the teams that are shown, by name, and those without one, which are of no team
    and stand in no order that would tell when they came."""
    teams = {take.team for take in shown}
    rows = [row for row in recorded.session.notebook.feedback if not row.grant or row.team in teams]
    titles = Titles(recorded.scenario, language, NO_ORDERS)
    forms = sorted(
        (_returned(row, titles) for row in rows),
        key=lambda one: (not one.by, one.by, one.texts, one.scores),
    )
    return Feedback(tuple(forms), tuple(_statements(rows, language)))


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
