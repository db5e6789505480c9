"""A contest in lines: its board, its challenges with what is attached, answers, hints, scores."""

from collections.abc import Iterator

from simulator.engine.commands import Solve, TakeHint
from simulator.engine.views import ChallengeView, ContestView, RoleView
from simulator.session.scores import Scores
from tui import contest, words
from tui.contest import SIEVES
from tui.lines.asking import Steps, certain, named
from tui.lines.asking import words as written_words
from tui.lines.choosing import Choice, Unclear
from tui.lines.desk import Desk
from tui.lines.grammar import numbered
from tui.lines.letters import attached_as_is
from tui.lines.numbers import Numbers
from tui.lines.phrases import say, stopped, written

LEADERS = 10
"""So many teams and people are told of."""


def flags(desk: Desk, given: str) -> None:
    """The board, or what of it is to solve or solved."""
    board, scores = _board(desk), desk.seat.standings()
    sieve = next((kind for kind in SIEVES if kind and given.casefold() in written(kind)), "")
    if given and not sieve:
        raise Unclear(say("bad-flags"))
    desk.tell(stopped(say("flags-head", title=board.title), contest.phase(board, desk.view.start)))
    if board.about and not sieve:
        desk.tell(board.about)
    for category, found in contest.sifted(board, sieve):
        desk.tell(f"{category.title}:")
        desk.tell(*("  " + _line(it, scores, desk.numbers) for it in found))


def flag(desk: Desk, given: str) -> None:
    """All about one."""
    it = _named(desk, given)
    desk.tell(*_about(it, desk.seat.standings(), desk.view, desk.numbers))


def unfold(desk: Desk, given: str) -> None:
    """What is attached to one, line by line as it is."""
    number, which = numbered(given)
    it = _named(desk, number or given)
    hanging = [Choice(str(n), n, one.name) for n, one in enumerate(it.attachments, 1)]
    only = hanging[0].id if len(hanging) == 1 else ""
    place = int(named(which or only, hanging, "an-attachment").id) - 1
    desk.tell(*attached_as_is(it.attachments[place]))


def solve(desk: Desk, given: str) -> Steps:
    """`3 the answer`; what is missing is asked for."""
    number, answer = _first(given)
    it = _named(desk, number)
    if it.why_not:
        raise Unclear(say("not-now", title=it.title, why=it.why_not))
    if not answer:
        desk.tell(say("ask-flag", title=it.title, form=it.form) if it.form else it.title)
        answer = yield from written_words(desk, "prompt-flag")
    return (Solve(desk.role, it.id, answer),)


def hint(desk: Desk, given: str) -> Steps:
    """Take the next hint, once its price is known."""
    it = _named(desk, given)
    number = contest.next_hint(it)
    if number is None:
        raise Unclear(say("no-hint", title=it.title))
    question = f"{contest.price_asked(it, number)} {say('write-yes')}"
    if (yield from certain(desk, question)):
        return (TakeHint(desk.role, it.id, number),)
    return ()


def scores(desk: Desk, given: str) -> None:
    """How all stand, one's own team named by that."""
    stand = desk.seat.standings()
    if stand is None:
        raise Unclear(say("no-scores"))
    desk.tell(*_scores(stand, desk.view))


def _board(desk: Desk) -> ContestView:
    board = desk.view.contest
    # Others don't have these commands.
    assert board is not None
    return board


def _first(given: str) -> tuple[str, str]:
    """The number or the one word that comes first, and the rest as it is written."""
    number, _, rest = given.partition(" ")
    return number, rest.strip()


def _named(desk: Desk, given: str) -> ChallengeView:
    board, numbers = _board(desk), desk.numbers
    known = [Choice(it.id, numbers.of("flag", it.id), it.title) for it in board.challenges]
    id = named(given, known, "a-challenge").id
    return next(it for it in board.challenges if it.id == id)


def _line(it: ChallengeView, stand: Scores | None, numbers: Numbers) -> str:
    score = contest.score_of(it, stand)
    if it.solved is not None:
        how = say("flag-solved")
    elif it.why_not:
        how = it.why_not
    else:
        how = contest.tries_left(it)
    return stopped(
        say("entry", number=numbers.of("flag", it.id), title=it.title),
        say("worth", count=score.worth),
        say("solved-by-teams", count=score.solves) if score.solves else "",
        how,
    )


def _about(
    it: ChallengeView, stand: Scores | None, view: RoleView, numbers: Numbers
) -> Iterator[str]:
    yield _line(it, stand, numbers)
    yield it.text
    if it.form:
        yield say("flag-form", form=it.form)
    if it.solved is not None:
        when = words.short_time(view.start, it.solved)
        yield say("flag-solved-by", time=when, who=it.solved_by)
    for number, attachment in enumerate(it.attachments, 1):
        flag_number = numbers.of("flag", it.id)
        yield say("flag-attached", name=attachment.name, number=number, flag=flag_number)
    for one in it.hints:
        if one.at is None:
            yield say("hint-costs", hint=one.number, price=one.price)
        else:
            yield say("hint-says", hint=one.number, text=one.text)


def _scores(stand: Scores, view: RoleView) -> Iterator[str]:
    yield say("scores-frozen") if stand.frozen else say("scores-head")
    for row in contest.teams(stand)[:LEADERS]:
        yield _score(row.rank, contest.team_name(row.team), row.points, row.solved)
    own = stand.own
    if own.rank > LEADERS:
        yield _score(own.rank, contest.team_name(own.team), own.points, own.solved)
    people = contest.people(stand)[:LEADERS]
    if people:
        yield say("people-head")
    for it in people:
        name = say("of-team", name=it.name, team=contest.team_name(it.team))
        yield _score(it.rank, name, it.points, it.solved)


def _score(rank: int, name: str, points: int, solved: int) -> str:
    return "  " + say("score-line", rank=rank, name=name, points=words.number(points), count=solved)
