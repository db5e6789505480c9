"""Changing an inject that was not sent yet: what it says, who says it, who gets it."""

from textual.app import ComposeResult
from textual.widgets import Input, Static

from simulator.engine.commands import CONTROL, Amend
from simulator.engine.views.overview import InjectRow, Panel
from simulator.engine.views.script import Script
from tui.chair import Chair, Untold
from tui.plain import clean, plain
from tui.room import wishes
from tui.room.msel import in_order
from tui.room.steer import Steered
from tui.screens.sheet import Sheet
from tui.speech import _, mark
from tui.widgets.choice import Alternative, Several
from tui.widgets.entries import entry_of
from tui.widgets.writing import Writing

BEAT = 0.1


class AmendSheet(Sheet[Steered]):
    """Filled in with the script of the inject, as soon as it has come."""

    TITLE = mark("Amend")
    DONE = mark("Go on")

    def __init__(self, chair: Chair, team: str, panel: Panel, row: InjectRow) -> None:
        super().__init__()
        self.chair = chair
        self.team = team
        self.panel = panel
        self.row = row
        self.before: dict[str, str] = {}
        """What the fields held when the script had come; empty until then."""
        self._asked = ""

    def body(self) -> ComposeResult:
        yield Static(plain(_("Its script is on the way …"), "mute"), id="waiting")
        yield self.label(_("To (enter or a number chooses one, or leaves it out again)"))
        yield Several([Alternative(r.id, plain(r.title)) for r in self.panel.roles], id="to")
        yield self.label(_("From"))
        yield Input(id="sender", compact=True)
        yield self.label(_("Subject"))
        yield Input(id="subject", compact=True)
        yield self.label(_("Text; new words are the same in every language"))
        yield Writing(id="text")

    def on_mount(self) -> None:
        super().on_mount()
        self._asked = self.chair.enquire("script", self.team, inject=self.row.id)
        self.set_interval(BEAT, self.listen)
        self.listen()

    def listen(self) -> None:
        """Fill in the script, once."""
        told = self.chair.told(self._asked) if self._asked else None
        if told is None:
            return
        self._asked = ""
        waiting = self.query_one("#waiting", Static)
        if isinstance(told, Script):
            waiting.display = False
            self._fill(told)
        elif isinstance(told, Untold):
            waiting.update(plain(told.sentence, "bad"))

    def _fill(self, script: Script) -> None:
        self.query_one("#to", Several).choose(*script.to)
        self.query_one("#sender", Input).value = clean(script.sender)
        self.query_one("#subject", Input).value = clean(script.title)
        text = self.query_one("#text", Writing)
        text.load_text(clean(script.text))
        text.move_cursor((0, 0))
        self.before = self._fields()

    def unsaved(self) -> bool:
        return bool(self.before) and self._fields() != self.before

    def made(self) -> tuple[Steered, ...]:
        if not self.before:
            self.complain(_("Its script is not here yet."))
            return ()
        fields = self._fields()
        empty = [id for id, said in self.before.items() if said and not fields[id]]
        changed = {id: said for id, said in fields.items() if said != self.before[id]}
        if empty:
            self.complain(_("What an inject has can be changed, but not left out."))
            return ()
        if not changed:
            self.complain(_("Nothing is changed yet."))
            return ()
        to = in_order(changed.pop("to", "").split(), self.row)
        return (wishes.amended(Amend(CONTROL, self.row.id, to, **changed), self.row),)

    def _fields(self) -> dict[str, str]:
        return {
            id: entry_of(self.query_one(f"#{id}")) for id in ("to", "sender", "subject", "text")
        }
