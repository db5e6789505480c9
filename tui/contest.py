"""A contest as both kinds of screens think of it: what lies on the board, what an answer came to,
who leads, what is new. No drawing."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from simulator.engine.commands import TakeHint
from simulator.engine.views import CategoryView, ChallengeView, ContestView
from simulator.session.scores import ChallengeScore, PersonScore, Scores, TeamScore
from tui import words
from tui.speech import _, many, mark

ALL, OPEN, SOLVED = "", "open", "solved"
SIEVES: Final = {ALL: mark("all"), OPEN: mark("to solve"), SOLVED: mark("solved")}
"""Which challenges are shown."""


def sifted(
    contest: ContestView, sieve: str = ALL
) -> Iterator[tuple[CategoryView, list[ChallengeView]]]:
    """The categories with their challenges that are asked for; none is empty."""
    for category in contest.categories:
        found = [
            it
            for it in contest.challenges
            if it.category == category.id and sieve in (ALL, _state(it))
        ]
        if found:
            yield category, found


def _state(challenge: ChallengeView) -> str:
    return OPEN if challenge.solved is None else SOLVED


def score_of(challenge: ChallengeView, scores: Scores | None) -> ChallengeScore:
    """How it stands with a challenge; before anybody has told, as it was written."""
    told = scores.challenges if scores else ()
    unknown = ChallengeScore(challenge.id, challenge.points, 0, "")
    return next((row for row in told if row.challenge == challenge.id), unknown)


def teams(scores: Scores) -> list[TeamScore]:
    """Those that lead, in order, with the reader's own as it really stands."""
    others = [row for row in scores.teams if row.team != scores.own.team]
    return sorted([scores.own, *others], key=lambda row: (row.rank, row is not scores.own))


def people(scores: Scores) -> list[PersonScore]:
    """The people who lead, in order, with those of the reader's own team as they really stand."""
    others = [row for row in scores.persons if row.team != scores.own.team]
    return sorted([*scores.mine, *others], key=lambda row: row.rank)


def team_name(name: str) -> str:
    """Who plays alone has a team without a name."""
    return name or _("your team")


def tries_left(challenge: ChallengeView) -> str:
    """`4 tries left`; empty where there is no limit, or nothing more to try."""
    if challenge.attempts is None or challenge.solved is not None:
        return ""
    return many("{number} try left", "{number} tries left", challenge.attempts)


def phase(contest: ContestView, start: str) -> str:
    """Where the contest is, in a sentence that may stand over the board."""
    if contest.phase == "waiting":
        return _("opens {time}", time=words.short_time(start, contest.opens))
    if contest.phase == "closed":
        return _("closed")
    if contest.frozen:
        return _("scores stand still until {time}", time=words.short_time(start, contest.closes))
    return _("closes {time}", time=words.short_time(start, contest.closes))


def next_hint(challenge: ChallengeView) -> int | None:
    """The number of the hint that can be taken next."""
    if challenge.solved is not None:
        return None
    return next((hint.number for hint in challenge.hints if hint.at is None), None)


def price_asked(challenge: ChallengeView, hint: int) -> str:
    """The question before a hint is paid for."""
    price = challenge.hints[hint - 1].price
    return many(
        "Take hint {hint} to “{title}”? It costs your team {number} point.",
        "Take hint {hint} to “{title}”? It costs your team {number} points.",
        price, hint=hint, title=challenge.title,
    )  # fmt: skip


def challenge_of(contest: ContestView | None, id: str) -> ChallengeView | None:
    return next((it for it in contest.challenges if it.id == id), None) if contest else None


def hint_text(taken: TakeHint, contest: ContestView | None) -> str:
    """What a hint says; empty while it is not there to be read."""
    it = challenge_of(contest, taken.challenge)
    return next((hint.text for hint in it.hints if hint.number == taken.hint), "") if it else ""


class Guess(NamedTuple):
    """An answer that was given; `was` is its challenge as it was then. `heard` says that it has
    been judged: what is seen of the challenge from then on is what it came to."""

    was: ChallengeView
    heard: bool = False

    def verdict(self, contest: ContestView | None) -> str:
        """What it came to, in a sentence; empty while that can't be told."""
        now = challenge_of(contest, self.was.id)
        if not self.heard or now is None or (now.tried, now.solved) == (self.was.tried, None):
            return ""
        if now.solved is not None:
            return _("Right: “{title}” is solved.", title=now.title)
        if left := tries_left(now):
            return _("Not this one: {left}.", left=left)
        return _("Not this one.")


def news(before: Scores | None, after: Scores | None, contest: ContestView | None) -> str:
    """What other teams have solved since, in one sentence; at first sight nothing is new."""
    if before is None or after is None or before is after:
        return ""
    known = {(it.team, it.person, it.at) for it in before.latest}
    new = [
        it
        for it in reversed(after.latest)
        if (it.team, it.person, it.at) not in known and it.team != after.own.team
    ]
    if not new:
        return ""
    first = _solved(new[0].team, challenge_of(contest, new[0].challenge))
    more = many("And {number} more.", "And {number} more.", len(new) - 1) if new[1:] else ""
    return f"{first} {more}".rstrip()


def _solved(team: str, challenge: ChallengeView | None) -> str:
    if challenge is None:
        return _("{team} has solved a challenge.", team=team_name(team))
    return _("{team} has solved “{title}”.", team=team_name(team), title=challenge.title)
