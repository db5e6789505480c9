"""Writing an observation down, and rating an objective: for the review, seen by control only."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.app import ComposeResult
from textual.widgets import Static

from simulator.session.acts import Grade, Mark, Observe, Rate
from simulator.session.room import Room, TeamRow
from tui import words
from tui.plain import plain
from tui.room.duties import GRADES, MARKS
from tui.room.steer import Asked
from tui.screens.sheet import Sheet
from tui.speech import _, mark
from tui.widgets.choice import Alternative, Choice, Several
from tui.widgets.writing import Writing

NONE = ""

Named = Sequence[tuple[str, str]]


class Watched(NamedTuple):
    """The team that is observed, at its second `now`, and by ids and titles what there is to be
    written about."""

    team: str
    start: str
    now: int
    objectives: Named
    roles: Named


def watched_by(room: Room, team: TeamRow) -> Watched:
    """What control sees of this team."""
    roles = {seat.role: seat.title for seat in room.seats}
    return Watched(team.name, room.start, team.now, room.objectives, [*roles.items()])


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
    TITLE = mark("Rate an objective")
    DONE = mark("Rate")

    def __init__(self, watched: Watched, objective: str = "") -> None:
        super().__init__()
        self.watched = watched
        self.objective = objective

    def body(self) -> ComposeResult:
        told = _("Your own rating: others give theirs. A later one takes its place.")
        yield Static(plain(told), classes="ask")
        yield self.label(_("Objective"))
        yield _among(self.objective, self.watched.objectives, "objective", none=False)
        yield self.label(_("How was it performed?"))
        yield Choice(
            [Alternative(grade, plain(_(said))) for grade, said in GRADES.items()], id="grade"
        )
        yield self.label(_("Comment"))
        yield Writing(id="text")

    def made(self) -> tuple[Asked, ...]:
        chosen = self.query_one("#grade", Choice).chosen
        grade: Grade | None = next((known for known in GRADES if known == chosen), None)
        objective = self.query_one("#objective", Choice).chosen
        if grade is None or not objective:
            self.complain(_("Choose an objective and a grade first."))
            return ()
        text = self.query_one(Writing).text.strip()
        act = Rate(objective=objective, grade=grade, team=self.watched.team, text=text)
        return (Asked(act, _("Rated.")),)


def _among(likely: str, named: Named, id: str, none: bool = True) -> Choice:
    """A choice of these by their titles, with the likely one chosen."""
    found = [Alternative(name, plain(title)) for name, title in named]
    if none:
        found.insert(0, Alternative(NONE, plain(_("none"))))
    choice = Choice(found, id=id)
    choice.chosen = likely
    return choice
