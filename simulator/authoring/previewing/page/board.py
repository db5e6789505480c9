"""The challenges of a contest, for who prepares it: what is asked, of what, and the way there."""

from __future__ import annotations

from simulator.authoring.previewing.previewed import Previewed
from simulator.engine.wording import clause, whole
from simulator.paper.html.markup import Html, Inside, el, joined, pairs, table
from simulator.scenario.contest import Challenge, Contest
from simulator.speech import say


def board(told: Previewed, contest: Contest) -> Html:
    language, words = told.language, told.titles.words
    heads = (
        say(language, "Category"), say(language, "Challenge"), say(language, "Points"),
        say(language, "Hints"), say(language, "Attempts"), say(language, "On the board when"),
        say(language, "Solved by bots"),
    )  # fmt: skip
    rows = (_row(told, contest, challenge) for challenge in contest.challenges.values())
    about = el("p", words(contest.about).strip()) if contest.about else None
    details = (_details(told, challenge) for challenge in contest.challenges.values())
    return joined((about, table(words(contest.title), heads, rows), details))


def _row(told: Previewed, contest: Contest, challenge: Challenge) -> Html:
    titles = told.titles
    attempts = challenge.attempts or contest.attempts
    opens = whole(told.language, clause(titles, challenge.opens)) if challenge.opens else ""
    cells = (
        titles.words(contest.categories[challenge.category].title),
        titles.words(challenge.title),
        challenge.points,
        ", ".join(str(hint.costs) for hint in challenge.hints),
        "" if attempts is None else attempts,
        opens,
        f"{challenge.bots.chance * 100:.0f} %",
    )
    return el("tr", (el("td", cell) for cell in cells))


def _details(told: Previewed, challenge: Challenge) -> Html:
    language, words = told.language, told.titles.words
    hints = [el("li", words(hint.text)) for hint in challenge.hints]
    rows: tuple[tuple[Inside, Inside], ...] = (
        (say(language, "What is asked"), words(challenge.text).strip()),
        (say(language, "Found in"), ", ".join(it.name for it in challenge.attachments)),
        (say(language, "Form of the answer"), words(challenge.form)),
        (say(language, "Hints"), el("ol", hints) if hints else None),
        (say(language, "The way there"), words(challenge.solution).strip()),
    )
    return el("details", el("summary", words(challenge.title)), pairs(rows))
