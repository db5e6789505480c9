"""Choosing how the bot of a seat behaves from now on."""

from typing import Final, Literal

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from simulator.engine.commands import CONTROL, Instruct
from simulator.engine.views.overview import Panel, RoleRow
from tui.plain import plain
from tui.room import truth, wishes
from tui.room.steer import Steered
from tui.screens.sheet import Sheet
from tui.speech import _, mark
from tui.widgets.choice import Alternative, Choice

PolicyName = Literal["doctrine", "slow", "silent", "random"]
POLICIES: Final[dict[PolicyName, tuple[str, str]]] = {
    "doctrine": (mark("by doctrine"), mark("does what the author holds best, after a usual time")),
    "slow": (mark("slow"), mark("does the same, but takes four times as long")),
    "silent": (mark("silent"), mark("does nothing: deadlines pass, consents expire")),
    "random": (mark("at random"), mark("takes any option that can be taken")),
}
"""How bots behave, in a word and in a line."""


class InstructSheet(Sheet[Steered]):
    """`role` is whose bot it is, where it is chosen already."""

    TITLE = mark("How a bot behaves")
    DONE = mark("Go on")

    def __init__(self, panel: Panel, role: str = "") -> None:
        super().__init__()
        self.panel = panel
        self.role = role

    def body(self) -> ComposeResult:
        yield self.label(_("Whose bot"))
        yield Choice([_seat(role) for role in self.panel.roles], id="whose")
        yield self.label(_("What it does from now on"))
        yield Choice([_policy(name) for name in POLICIES], id="policy")
        yield Static(id="staffed")

    def on_mount(self) -> None:
        self.query_one("#whose", Choice).choose(self.role)
        if self.query_one("#whose", Choice).chosen:
            self.query_one("#policy").focus()
        self.tell()

    @on(Choice.Chosen)
    def tell(self) -> None:
        """Where people hold the seat, its bot only stands by."""
        seat = self._seat()
        said = _("People hold this seat: it counts once they leave it to the bot.")
        staffed = seat is not None and seat.staffed
        self.query_one("#staffed").display = staffed
        self.query_one("#staffed", Static).update(plain(said, "call") if staffed else Text())

    def made(self) -> tuple[Steered, ...]:
        seat = self._seat()
        chosen = self.query_one("#policy", Choice).chosen
        policy = next((name for name in POLICIES if name == chosen), None)
        if seat is None or policy is None:
            self.complain(_("Choose first whose bot, and what it does."))
            return ()
        how = _(POLICIES[policy][0])
        return (wishes.policy(Instruct(CONTROL, seat.id, policy), how, self.panel),)

    def _seat(self) -> RoleRow | None:
        return truth.role_of(self.query_one("#whose", Choice).chosen or "", self.panel)


def _seat(role: RoleRow) -> Alternative:
    said = plain(role.title)
    known = next((words for name, (words, _about) in POLICIES.items() if name == role.policy), "")
    now = _("people") if role.staffed else _(known) if known else role.policy
    return Alternative(role.id, said.append_text(plain(f"  {now}", "mute")))


def _policy(name: PolicyName) -> Alternative:
    word, about = POLICIES[name]
    said = plain(_(word), "strong")
    return Alternative(name, said.append_text(plain(f"  {_(about)}", "mute")))
