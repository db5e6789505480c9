"""What control knows for the review, drawn: ratings side by side, findings, feedback. Pure."""

from collections.abc import Iterator
from statistics import fmean
from typing import Final, NamedTuple

from rich.console import Group, RenderableType
from rich.text import Text

from simulator.engine.views.overview import MeasureRow, ObjectiveRow, Panel
from simulator.session.feedback import QUESTIONS, STATEMENTS
from simulator.session.room import FeedbackRow, NoteRow, PlanRow, RatingRow, Room, SetAsideRow
from tui import words
from tui.marks import joined
from tui.plain import flowing, line, plain
from tui.room import truth
from tui.room.duties import ELEMENTS
from tui.speech import _, many, mark
from tui.widgets.grid import Row

UNLIKE: Final = "≠"
"""Stands before what evaluators rate differently."""
TO_REVEAL: Final = mark(
    "Let evaluators see each other's ratings, and what was computed? What they rate from then on "
    "is no longer their own view alone."
)


def to_remove(row: PlanRow) -> str:
    """What is asked before a row is taken from the plan."""
    return _("Take “{issue}” from the plan?", issue=" ".join(row.issue.split())[:60])


class Item(NamedTuple):
    """An objective, or one of its tasks; `key` is its id, with that of the task after a space."""

    key: str
    title: str
    above: str
    measured: Text
    measures: tuple[MeasureRow, ...]
    ratings: tuple[RatingRow, ...]
    aside: SetAsideRow | None

    @property
    def disputed(self) -> bool:
        """Whether those who rated it see it differently."""
        return len({rating.grade for rating in self.ratings if rating.counts}) > 1


def heading(room: Room, panel: Panel) -> str:
    """What the ratings are headed by."""
    told = _("Objectives and tasks: ≠ evaluators differ")
    return f"{told}, {_('open to evaluators')}" if panel.team in room.revealed else told


def graded(row: RatingRow | SetAsideRow, ink: str = "") -> Text:
    """A grade with its name, and with its take where control has gone back from that."""
    if row.back is None:
        return joined((row.grade, "strong"), (f" {row.by}", ink))
    take = _("take {number}", number=row.take)
    return joined((row.grade, "strong" if row.counts else "mute"), (f" {row.by} ({take})", "mute"))


def given_in(row: RatingRow | SetAsideRow) -> str:
    """In which earlier take it was given, and whether it still counts."""
    if row.back is None:
        return ""
    back = words.since_startex(row.back)
    if row.counts:
        return _("given in take {take}, before control went back to {moment}",
                 take=row.take, moment=back)  # fmt: skip
    return _("given in take {take}, before control went back to {moment}: it does not count any "
             "more", take=row.take, moment=back)  # fmt: skip


def items(room: Room, panel: Panel) -> list[Item]:
    """All that is rated: what is disputed first, then objectives with their tasks beneath them."""
    every = [item for aim in panel.objectives for item in _items(aim, room, panel)]
    return sorted(every, key=lambda item: not item.disputed)


def whole(aim: ObjectiveRow, room: Room, panel: Panel) -> Item:
    """An objective as a whole, without its tasks."""
    asides = (r for r in room.set_aside if (r.objective, r.team) == (aim.id, panel.team))
    score = joined((f"{aim.rating} ", "strong"), (f"{aim.points}/{aim.of}", "mute"))
    own = tuple(row for row in _ratings(aim, room, panel) if not row.task)
    return Item(aim.id, aim.title, "", score, aim.measures, own, next(asides, None))


def _items(aim: ObjectiveRow, room: Room, panel: Panel) -> Iterator[Item]:
    yield whole(aim, room, panel)
    mine = _ratings(aim, room, panel)
    for task, title in aim.tasks:
        measures = tuple(one for one in aim.measures if one.task == task)
        points, of = sum(one.points for one in measures), sum(one.worth for one in measures)
        rated = tuple(row for row in mine if row.task == task)
        scored = joined(("  ", ""), (f"{points}/{of}", "mute"))
        yield Item(f"{aim.id} {task}", title, aim.title, scored, measures, rated, None)


def _ratings(aim: ObjectiveRow, room: Room, panel: Panel) -> list[RatingRow]:
    """Those of the objective and of its tasks."""
    return [row for row in room.ratings if (row.objective, row.team) == (aim.id, panel.team)]


def row_of(item: Item) -> Row:
    """Its row; a disputed task stands apart from its objective, and so names it."""
    named = item.title
    if item.above:
        named = f"{item.title} ({item.above})" if item.disputed else f"  → {item.title}"
    sign = joined((f"{UNLIKE} ", "call")) if item.disputed else joined()
    rated = joined("  ").join(graded(one) for one in item.ratings)
    aside = item.aside
    stands = graded(aside, "mute") if aside else joined()
    title = line(named) if not named.startswith(" ") else joined(named)
    cells = {"Objective": sign.append_text(title), "Measured": item.measured, "Rated": rated}
    return Row(item.key, cells | {"Set aside": stands})


def plan_row(row: PlanRow, room: Room) -> Row:
    team = f"{row.team}: " if row.team and len(room.teams) > 1 else ""
    told = {
        "No": line(row.id, "mute"),
        "Issue": line(team + row.issue),
        "Element": line(_(ELEMENTS[row.element]), "mute"),
        "Action": line(row.action),
        "In charge": line(row.owner),
        "Due": line(row.due, "mute"),
        "Closed by": line(row.check, "mute"),
    }
    return Row(row.id, told)


def about_item(item: Item) -> RenderableType:
    """All that was said of it, and why a rating stands in place of the others."""
    lines: list[RenderableType] = [plain(item.title, "head").append("  ").append(item.measured)]
    if item.aside:
        lines.append(plain(_aside(item.aside), "call" if item.aside.counts else "mute"))
        lines += _take(item.aside)
    for one in item.ratings:
        said = f"{one.by}: {one.text}" if one.text else one.by
        lines.append(plain(f"{one.grade} ", "strong").append_text(plain(said)))
        lines += _take(one)
    for measure in item.measures:
        said, ink = truth.measured(measure.now)
        points = f"{measure.points}/{measure.worth} "
        told = plain(points, "mute").append_text(plain(f"{said}  ", ink))
        lines.append(told.append_text(plain(measure.title)))
    return Group(*lines)


def _aside(row: SetAsideRow) -> str:
    given = {"grade": row.grade, "who": row.by, "why": row.why}
    if row.counts:
        return _("{grade} stands in place of all others, says {who}: {why}", **given)
    return _("{grade} stood in place of all others, said {who}: {why}", **given)


def _take(row: RatingRow | SetAsideRow) -> list[RenderableType]:
    told = given_in(row)
    return [plain(f"  {told}", "mute")] if told else []


def measures(panel: Panel) -> Iterator[tuple[str, str]]:
    """All measures by the ids that a plan names them by, and in words."""
    for aim in panel.objectives:
        for number, one in enumerate(aim.measures):
            yield f"{aim.id}/{number}", f"{aim.title}: {one.title}"


def about_row(row: PlanRow, panel: Panel) -> RenderableType:
    when = " – ".join(filter(None, (row.starts, row.due)))
    check = dict(measures(panel)).get(row.check, row.check)
    told = (
        (_("Action"), row.action), (_("Capability"), row.capability),
        (_("Element"), _(ELEMENTS[row.element])), (_("In charge"), row.owner), (_("Time"), when),
        (_("Closed by"), check), (_("Last by"), row.by),
    )  # fmt: skip
    lines = [plain(f"{name}: {said}") for name, said in told if said]
    return Group(plain(row.issue, "head"), *lines)


def wash(room: Room) -> RenderableType:
    """For the hot wash: urgent findings, what was marked for it, and what participants say."""
    urgent = [note for note in room.notes if "urgent" in note.marks]
    marked = [note for note in room.notes if "hot-wash" in note.marks and note not in urgent]
    parts: list[RenderableType] = []
    for title, ink, notes in (
        (_("▲ Urgent findings"), "bad", urgent),
        (_("◆ For the hot wash"), "call", marked),
    ):
        parts.append(joined((title, ink)))
        parts += [_note(note, room) for note in notes] or [joined((_("nothing yet"), "mute"))]
    return Group(*parts, *_feedback(room.feedback))


def take_of(note: NoteRow, room: Room) -> str:
    """In which take it was written, where there are several."""
    several = any(team.take > 1 for team in room.teams if team.name == note.team)
    return _("take {number}", number=note.take) if several or note.take > 1 else ""


def _note(note: NoteRow, room: Room) -> Text:
    about = (take_of(note, room), note.by, note.team if len(room.teams) > 1 else "")
    head = f"{words.short_time(room.start, note.at)} {' '.join(filter(None, about))}  "
    return plain(head, "mute").append_text(flowing(note.text))


def _feedback(forms: tuple[FeedbackRow, ...]) -> Iterator[RenderableType]:
    head = many("{number} feedback form has come", "{number} feedback forms have come", len(forms))
    yield joined((f"✉ {head}", "good"))
    given = [score for form in forms for score in form.scores]
    for id, statement in STATEMENTS.items():
        if scores := [score for name, score in given if name == id]:
            mean, number = words.number(fmean(scores), 1), f" ({len(scores)})  "
            told = plain(mean, "strong").append_text(plain(number, "mute"))
            yield told.append_text(plain(_(statement)))
    for id, question in QUESTIONS.items():
        texts = [(form.by, text) for form in forms for name, text in form.texts if name == id]
        if texts:
            yield plain(_(question), "mute")
            yield from (_said(by, text) for by, text in texts)


def _said(by: str, text: str) -> Text:
    whose = plain(f"  ({by})", "mute") if by else Text()
    return plain("· ").append_text(flowing(text)).append_text(whose)
