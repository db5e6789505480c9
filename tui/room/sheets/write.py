"""Writing an inject on the spot: from a template, on any channel, with a question if wanted."""

from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from simulator.engine.commands import CONTROL, Write
from simulator.engine.views.overview import InjectRow, Panel
from simulator.session.room import Room, TeamRow
from tui.moments import examples, moment_of
from tui.plain import plain
from tui.room import wishes
from tui.room.steer import Steered
from tui.room.templates import TEMPLATES, Template, seconds_to_answer
from tui.screens.sheet import Sheet
from tui.speech import _, mark
from tui.widgets.choice import Alternative, Choice, Several
from tui.widgets.entries import entry_of
from tui.widgets.writing import Writing

EVERYBODY: Final = "*"
NEW: Final = "new"


class WriteSheet(Sheet[Steered]):
    """`row` is the inject under the cursor, which may be corrected if it was sent."""

    TITLE = mark("Write an inject")
    DONE = mark("Go on")

    def __init__(self, room: Room, panel: Panel, team: TeamRow, row: InjectRow | None) -> None:
        super().__init__()
        self.room = room
        self.panel = panel
        self.now = team.now
        self.row = row if row is not None and row.sent_at is not None else None
        self._template = Template("", "message")

    def body(self) -> ComposeResult:
        yield self.label(_("What is it?"))
        said = ((id, plain(_(known.about))) for id, known in TEMPLATES.items())
        yield Choice([Alternative(id, about) for id, about in said], id="template")
        yield self.label(_("To (enter or a number chooses one, or leaves it out again)"))
        roles = [Alternative(role.id, plain(role.title)) for role in self.panel.roles]
        yield Several([Alternative(EVERYBODY, plain(_("everybody"))), *roles], id="to")
        yield self.label(_("From"))
        yield Input(id="sender", compact=True)
        yield self.label(_("Subject"))
        # A template begins it; who writes on does not mean to overwrite that.
        yield Input(id="subject", compact=True, select_on_focus=False)
        yield self.label(_("Text"))
        yield Writing(id="text")
        yield from self._question()
        if self.row is not None:
            yield self.label(_("Does it correct what was sent?"))
            corrects = _("it corrects “{title}”", title=self.row.title)
            yield Choice([Alternative(NEW, plain(_("no"))),
                          Alternative(self.row.id, plain(corrects))], id="corrects")  # fmt: skip
        yield self.label(_("When? (empty: now) {examples}", examples=examples()))
        yield Input(id="at", compact=True)

    def _question(self) -> ComposeResult:
        yield self.label(_("A question to the first of them (empty: none)"))
        yield Input(id="ask", compact=True)
        yield self.label(_("Its answers, one a line (empty: in their own words)"))
        yield Writing(id="options")
        yield self.label(_("Minutes to answer (empty: as long as they like)"))
        yield Input(id="minutes", compact=True)

    @on(Choice.Chosen)
    def _begin(self) -> None:
        """Fill in what the template begins with, where nobody has written yet."""
        template = TEMPLATES.get(self.query_one("#template", Choice).chosen or "")
        if template is None or template is self._template:
            return
        before, self._template = self._template, template
        for id in ("sender", "subject"):
            field, old = self.query_one(f"#{id}", Input), getattr(before, id)
            if field.value in ("", old and _(old)):
                new = getattr(template, id)
                field.value = new and _(new)
        text = self.query_one("#text", Writing)
        if text.text in ("", before.text and _(before.text)):
            text.load_text(template.text and _(template.text))
            text.move_cursor(text.get_cursor_line_end_location())

    def unsaved(self) -> bool:
        begun = {_(said).strip() for said in (self._template.subject, self._template.text) if said}
        fields = ("subject", "text", "ask", "options")
        return any(self._written(id) not in {"", *begun} for id in fields)

    def made(self) -> tuple[Steered, ...]:
        try:
            command = self._command()
        except ValueError as wrong:
            self.complain(str(wrong))
            return ()
        return (wishes.written(command, self.panel, self.room.start),)

    def _command(self) -> Write:
        """What the fields make. Raises ValueError with a sentence."""
        to = self.query_one("#to", Several).chosen
        if EVERYBODY in to:
            to = tuple(role.id for role in self.panel.roles)
        subject, text = self._written("subject"), self._written("text")
        if not to:
            raise ValueError(_("Choose first whom it is to."))
        if not subject or not text:
            raise ValueError(_("Write a subject and a text first."))
        corrects = [one.chosen or "" for one in self.query("#corrects").results(Choice)]
        return Write(
            CONTROL,
            to,
            self._template.channel,
            subject,
            text,
            sender=self._written("sender"),
            ask=self._written("ask"),
            options=self._written("options"),
            due=self._due(),
            at=self._at(),
            corrects="".join(id for id in corrects if id != NEW),
        )

    def _due(self) -> int | None:
        due = seconds_to_answer(self._written("minutes"))
        if due is not None and not self._written("ask"):
            raise ValueError(_("Minutes to answer need a question."))
        return due

    def _at(self) -> int | None:
        moment = self._written("at")
        if not moment:
            return None
        at = moment_of(moment, self.room.start, self.now)
        if at <= self.now:
            raise ValueError(_("That is not ahead."))
        return at

    def _written(self, id: str) -> str:
        return entry_of(self.query_one(f"#{id}"))
