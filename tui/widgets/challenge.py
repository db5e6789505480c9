"""A challenge of a contest as it is read: what is asked, what it is worth, what was tried."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from simulator.engine.views import ChallengeView, RoleView
from simulator.session.scores import Scores
from tui import contest, words
from tui.attached import size
from tui.letters import fields
from tui.marks import DONE, NOT, joined
from tui.plain import line, plain
from tui.speech import _, many


def about_challenge(
    it: ChallengeView, scores: Scores | None, view: RoleView
) -> Iterator[RenderableType]:
    """All that is known of a challenge."""
    score = contest.score_of(it, scores)
    rows = [(_("Worth"), _worth(it, score.worth))]
    if score.solves:
        solved = many("{number} team", "{number} teams", score.solves)
        rows.append((_("Solved by"), f"{solved}, {_('first {team}', team=score.first)}"))
    if it.form and not it.solved:
        rows.append((_("Answer as"), it.form))
    yield plain(it.text)
    yield Text()
    if it.solved is not None:
        when = words.short_time(view.start, it.solved)
        said = _("Solved {time} by {who}", time=when, who=it.solved_by)
        yield joined((f"{DONE} {said}", "good"))
    elif it.why_not:
        yield plain(f"{NOT} {_('Not now: {why}', why=it.why_not)}", "bad")
    elif left := contest.tries_left(it):
        rows.append((_("Tries"), left))
    yield fields(rows)
    for attachment in it.attachments:
        yield joined((f"{_('Attached:')} ", "mute"), line(attachment.name, "strong"),
                     (f"  {size(attachment)}", "mute"))  # fmt: skip
    for hint in it.hints:
        if hint.at is not None:
            yield plain(_("Hint {number}: {text}", number=hint.number, text=hint.text), "fair")
        else:
            price = many("{number} point", "{number} points", hint.price)
            yield plain(_("Hint {number}: costs {price}", number=hint.number, price=price), "mute")


def _worth(it: ChallengeView, worth: int) -> str:
    if worth == it.points:
        return many("{number} point", "{number} points", worth)
    return _("{worth} of {points} points", worth=worth, points=it.points)
