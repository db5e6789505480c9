"""Writing an observation down, and rating an objective or one of its tasks: for the review, seen by
control only."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from textual.app import ComposeResult
from textual.widgets import Static

from simulator.engine.views.overview import Panel
from simulator.session.acts import Grade, Mark, Observe, Rate
from simulator.session.room import Room, TeamRow
from tui import words
from tui.plain import plain
from tui.room.duties import GRADES, MARKS
from tui.room.steer import Asked
from tui.screens.sheet import Sheet
from tui.speech import _, mark
from tui.widgets.choice import Alternative, Choice, Several
from tui.widgets.writing import Writing, rewritten

NONE = ""

Named = Sequence[tuple[str, str]]


class Watched(NamedTuple):
    """The team that is observed, at its second `now`, and by ids and titles what there is to be
    written about; the critical tasks by the ids of their objectives."""

    team: str
    start: str
    now: int
    objectives: Named
    roles: Named
    tasks: Mapping[str, Named] = {}
    given: Mapping[tuple[str, str], str] = {}
    """What everybody rated of an objective or a task, where that may be known."""

    def rated(self) -> Named:
        """All that is rated: each objective, and under it its tasks, by both their ids."""
        items = [
            one
            for aim, title in self.objectives
            for one in (
                (aim, "", title),
                *((aim, task, f"  → {said}") for task, said in self.tasks.get(aim, ())),
            )
        ]
        return [
            (f"{aim} {task}".strip(), "  ".join(filter(None, (said, self.given.get((aim, task))))))
            for aim, task, said in items
        ]


def watched_by(room: Room, team: TeamRow, panel: Panel | None = None) -> Watched:
    """What control sees of this team."""
    roles = {seat.role: seat.title for seat in room.seats}
    tasks = {aim.id: aim.tasks for aim in panel.objectives} if panel else {}
    return Watched(team.name, room.start, team.now, room.objectives, [*roles.items()], tasks)


class ObserveSheet(Sheet[Asked]):
    """`objective` and `role` are those it is most likely about; `events` are the last that have
    happened, each by its place in the log and in words: they may be evidence."""

    TITLE = mark("Observation")
    DONE = mark("Keep")
    AUTO_FOCUS = "Writing"

    def __init__(
        self,
        watched: Watched,
        objective: str = "",
        role: str = "",
        events: Sequence[tuple[int, str]] = (),
    ) -> None:
        super().__init__()
        self.watched = watched
        self.objective = objective
        self.role = role
        self.events = tuple(events)

    def body(self) -> ComposeResult:
        when = words.full_time(self.watched.start, self.watched.now)
        yield Static(plain(_("Of {time}. Players don’t see it.", time=when)), classes="ask")
        yield Writing(id="text")
        yield self.label(_("Marks"))
        yield Several(
            [Alternative(name, plain(_(said))) for name, said in MARKS.items()], id="marks"
        )
        if self.events:
            yield self.label(_("What shows it? The last that has happened"))
            shown = [Alternative(str(place), plain(said)) for place, said in self.events]
            yield Several(shown, id="evidence")
        yield self.label(_("About which objective?"))
        yield _among(self.objective, self.watched.objectives, "objective")
        yield self.label(_("About which role?"))
        yield _among(self.role, self.watched.roles, "role")

    def unsaved(self) -> bool:
        return rewritten(self)

    def made(self) -> tuple[Asked, ...]:
        text = self.query_one(Writing).text.strip()
        if not text:
            self.complain(_("Write what you have seen."))
            return ()
        marked = self.query_one("#marks", Several).chosen
        shown = (place for one in self.query("#evidence").results(Several) for place in one.chosen)
        marks: tuple[Mark, ...] = tuple(name for name in MARKS if name in marked)
        act = Observe(
            text=text, team=self.watched.team, at=self.watched.now, marks=marks,
            evidence=tuple(map(int, shown)),
            objective=self.query_one("#objective", Choice).chosen or "",
            role=self.query_one("#role", Choice).chosen or "",
        )  # fmt: skip
        return (Asked(act, _("Noted.")),)


class RateSheet(Sheet[Asked]):
    """`objective` is what it is most likely about: its id, with that of a task after a space."""

    TITLE = mark("Rate an objective or a task")
    DONE = mark("Rate")

    def __init__(self, watched: Watched, objective: str = "") -> None:
        super().__init__()
        self.watched = watched
        self.objective = objective

    def body(self) -> ComposeResult:
        told = _("Your own rating: others give theirs. A later one takes its place.")
        yield Static(plain(told), classes="ask")
        yield self.label(_("What is rated?"))
        yield _among(self.objective, self.watched.rated(), "objective", none=False)
        yield self.label(_("How was it performed?"))
        yield grades()
        yield self.label(_("Comment"))
        yield Writing(id="text")

    def unsaved(self) -> bool:
        return rewritten(self)

    def made(self) -> tuple[Asked, ...]:
        grade = graded(self.query_one("#grade", Choice))
        objective, _space, task = (self.query_one("#objective", Choice).chosen or "").partition(" ")
        if grade is None or not objective:
            self.complain(_("Choose an objective and a grade first."))
            return ()
        text = self.query_one(Writing).text.strip()
        team = self.watched.team
        act = Rate(objective=objective, task=task, grade=grade, team=team, text=text)
        return (Asked(act, _("Rated.")),)


def grades() -> Choice:
    """The four grades to choose from."""
    return Choice(
        [Alternative(grade, plain(_(said))) for grade, said in GRADES.items()], id="grade"
    )


def graded(choice: Choice) -> Grade | None:
    """The grade that is chosen; None where none is."""
    return next((known for known in GRADES if known == choice.chosen), None)


def _among(likely: str, named: Named, id: str, none: bool = True) -> Choice:
    """A choice of these by their titles, with the likely one chosen."""
    found = [Alternative(name, plain(title)) for name, title in named]
    if none:
        found.insert(0, Alternative(NONE, plain(_("none"))))
    choice = Choice(found, id=id)
    choice.chosen = likely
    return choice
