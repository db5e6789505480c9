"""What control settles for the review: a rating in place of all others, a row of the plan."""

from collections.abc import Iterator
from datetime import date

from textual.app import ComposeResult
from textual.widgets import Input, Static

from simulator.engine.views.overview import Panel
from simulator.session.acts import Element, Plan, SetAside
from simulator.session.room import NoteRow, Room, SetAsideRow, TeamRow
from tui import words
from tui.plain import clean, plain
from tui.room.duties import ELEMENTS
from tui.room.learning import measures
from tui.room.sheets.observe import Watched, graded, grades
from tui.room.steer import Asked
from tui.screens.sheet import Sheet
from tui.speech import _, mark
from tui.widgets.choice import Alternative, Choice, Several
from tui.widgets.writing import Writing, rewritten

NONE = ""
AGAIN = "again"
ALL = ""
SHOWN = 60
"""So much of a note is read where it is offered as evidence."""


def standing_aside(room: Room, team: TeamRow, objective: str) -> SetAsideRow | None:
    """The rating that stands in place of all others, if there is one."""
    rows = (row for row in room.set_aside if (row.objective, row.team) == (objective, team.name))
    return next((row for row in rows if row.counts), None)


class SetAsideSheet(Sheet[Asked]):
    """`objective` is its id; `row` what stands in place of all others by now."""

    TITLE = mark("A rating in place of all others")
    DONE = mark("Let it stand")

    def __init__(self, watched: Watched, objective: str, row: SetAsideRow | None = None) -> None:
        super().__init__()
        self.watched = watched
        self.objective = objective
        self.row = row

    def body(self) -> ComposeResult:
        title = dict(self.watched.objectives).get(self.objective, self.objective)
        told = _("It stands for “{title}”, whatever is computed and rated; all are told why.",
                 title=title)  # fmt: skip
        yield Static(plain(told), classes="ask")
        choice = grades()
        if self.row:
            again = Alternative(AGAIN, plain(_("none: the others stand again")))
            choice.tell([*choice.alternatives, again])
            choice.chosen = self.row.grade
        yield choice
        yield self.label(_("Why?"))
        yield Writing(clean(self.row.why) if self.row else "", id="why")

    def unsaved(self) -> bool:
        return rewritten(self)

    def made(self) -> tuple[Asked, ...]:
        choice, why = self.query_one(Choice), self.query_one(Writing).text.strip()
        objective, team = self.objective, self.watched.team
        if choice.chosen == AGAIN:
            act = SetAside(objective=objective, team=team, off=True)
            return (Asked(act, _("The others stand again.")),)
        grade = graded(choice)
        if grade is None or not why:
            self.complain(_("Choose a grade, and write why it stands."))
            return ()
        act = SetAside(objective=objective, grade=grade, why=why, team=team)
        return (Asked(act, _("It stands.")),)


class PlanSheet(Sheet[Asked]):
    """`item` is the id of the row to be changed, empty for a new one."""

    TITLE = mark("A row of the improvement plan")
    DONE = mark("Put it down")

    def __init__(self, room: Room, panel: Panel, team: TeamRow, item: str = "") -> None:
        super().__init__()
        self.room = room
        self.panel = panel
        self.team = team
        self.row = next((row for row in room.plan if row.id == item), None)

    def body(self) -> ComposeResult:
        row = self.row
        yield self.label(_("What is the issue?"))
        yield Writing(clean(row.issue) if row else "", id="issue")
        yield self.label(_("What is to be done?"))
        yield Writing(clean(row.action) if row else "", id="action")
        yield self.label(_("Which element of the capability?"))
        elements = Choice(
            [Alternative(name, plain(_(said))) for name, said in ELEMENTS.items()], id="element"
        )
        elements.chosen = row.element if row else None
        yield elements
        known = ", ".join(
            dict.fromkeys(filter(None, (aim.capability for aim in self.panel.objectives)))
        )
        yield from self._line("capability", _("Capability"), row.capability if row else "", known)
        yield from self._line("owner", _("In charge"), row.owner if row else "")
        example = _("a day, like 2027-01-31")
        yield from self._line("starts", _("Starts"), row.starts if row else "", example)
        yield from self._line("due", _("Due"), row.due if row else "", example)
        yield from self._check()
        yield from self._about()

    def _line(self, id: str, label: str, before: str, example: str = "") -> ComposeResult:
        yield self.label(label)
        yield Input(clean(before), id=id, compact=True, placeholder=clean(example))

    def _check(self) -> ComposeResult:
        """What closes the row in the next run."""
        known, check = dict(measures(self.panel)), self.row.check if self.row else ""
        yield self.label(_("What closes it in the next run? A measure, or the name of a test"))
        choice = Choice(
            [Alternative(NONE, plain(_("none of these")))]
            + [Alternative(id, plain(title)) for id, title in known.items()],
            id="measure",
        )
        choice.chosen = check if check in known else NONE
        yield choice
        typed = "" if check in known else check
        yield Input(clean(typed), id="check", compact=True, placeholder=_("the name of a test"))

    def _about(self) -> ComposeResult:
        if len(self.room.teams) > 1:
            yield self.label(_("For whom?"))
            whose = [Alternative(self.team.name, plain(self.team.name))]
            choice = Choice([*whose, Alternative(ALL, plain(_("all teams")))], id="team")
            choice.chosen = self.row.team if self.row else self.team.name
            yield choice
        if notes := self.notes:
            yield self.label(_("Which observations show it?"))
            shown = [Alternative(str(note.id), plain(_note(note, self.room))) for note in notes]
            several = Several(shown, id="notes")
            before = set(self.row.evidence) if self.row else set()
            seen = (str(note.id) for note in notes if before.issuperset(note.evidence))
            several.chosen = tuple(seen)
            yield several

    @property
    def notes(self) -> list[NoteRow]:
        """The observations of this take that point to something that has happened."""
        team = self.team
        return [
            note
            for note in self.room.notes
            if note.evidence and (note.team, note.take) == (team.name, team.take)
        ]

    def unsaved(self) -> bool:
        return rewritten(self)

    def made(self) -> tuple[Asked, ...]:
        issue, action = (
            self.query_one(f"#{id}", Writing).text.strip() for id in ("issue", "action")
        )
        chosen = self.query_one("#element", Choice).chosen
        element: Element | None = next((name for name in ELEMENTS if name == chosen), None)
        if not (issue and action and element):
            self.complain(_("Write the issue and the action, and choose the element."))
            return ()
        starts, due = self._written("starts"), self._written("due")
        check, typed = self.query_one("#measure", Choice).chosen or "", self._written("check")
        if wrong := _wrong_days(starts, due):
            self.complain(wrong)
            return ()
        if check and typed:
            self.complain(_("Choose a measure or write the name of a test, not both."))
            return ()
        act = Plan(
            item=self.row.id if self.row else "", issue=issue, action=action, element=element,
            capability=self._written("capability"), owner=self._written("owner"), starts=starts,
            due=due, check=check or typed, team=self._team,
            evidence=tuple(sorted(self._evidence())),
        )  # fmt: skip
        return (Asked(act, _("It stands in the plan.")),)

    def _written(self, id: str) -> str:
        return self.query_one(f"#{id}", Input).value.strip()

    @property
    def _team(self) -> str:
        choices = self.query("#team").results(Choice)
        return next((choice.chosen or ALL for choice in choices), self.team.name)

    def _evidence(self) -> Iterator[int]:
        """The places that the chosen observations point to, and those from elsewhere."""
        if not self._team:
            return
        chosen = [id for one in self.query("#notes").results(Several) for id in one.chosen]
        offered = {place for note in self.notes for place in note.evidence}
        found = {p for note in self.notes if str(note.id) in chosen for p in note.evidence}
        here = self.row is not None and (self.row.team, self.row.take) == (
            self._team,
            self.team.take,
        )
        yield from found
        if self.row and here:
            yield from set(self.row.evidence) - offered


def _wrong_days(starts: str, due: str) -> str:
    """Why the host would refuse these two; empty where it would not."""
    for day in (starts, due):
        if day and not _is_day(day):
            return _("“{text}” is no day: write it like 2027-01-31.", text=day)
    return _("It is due before it starts.") if starts and due and due < starts else ""


def _is_day(text: str) -> bool:
    try:
        return len(text) == len("2027-01-31") and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _note(note: NoteRow, room: Room) -> str:
    text = " ".join(note.text.split())
    short = text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
    return f"{words.short_time(room.start, note.at)}  {short}"
