"""The role's own decisions and what became of them, and the page of its consents."""

from typing import ClassVar, Final

from rich.console import RenderableType
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import var
from textual.widgets import DataTable

from simulator.engine.views import DecisionView, ProposalView, RoleView
from tui import words
from tui.acts import act
from tui.letters import decision_block, proposal_block
from tui.marks import WARNING, joined
from tui.messages import FormWanted
from tui.plain import line
from tui.speech import _, mark
from tui.widgets.beside import Beside
from tui.widgets.grid import Column, Grid, Row
from tui.widgets.requests import Requests, about_request

PHASES: Final = {
    "open": (mark("▲ open"), "call"),
    "taken": (mark("✓ taken"), "good"),
    "missed": (mark("– missed"), "mute"),
    "withdrawn": (mark("✗ withdrawn"), "mute"),
}


OUTCOMES: Final = {
    "": (mark("… asked"), "call"),
    "done": (mark("✓ done"), "good"),
    "failed": (mark("– failed"), "mute"),
    "refused": (mark("✗ refused"), "bad"),
}
"""What became of an idea of the role's own."""


class Decisions(Grid):
    """Newest first, and what became of each stays in view."""

    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(mark("State"), 11),
        Column(mark("Decision")),
        Column(mark("Your answer"), least=90),
        Column(mark("What became of it")),
    )
    NOTHING: ClassVar[str] = mark("Nothing was asked of you yet.")

    view: var[RoleView | None] = var(None)

    def watch_view(self, view: RoleView | None) -> None:
        if view is not None:
            asked = [_row(decision, view) for decision in reversed(view.decisions)]
            self.show([*asked, *(_proposed(one) for one in reversed(view.proposals))])


class RequestsPane(Beside):
    """The requests have the keys first: they are what others wait for."""

    TITLE = mark("Consent: enter answers a request")
    FORM = "request"
    ACTS: ClassVar[list[Binding]] = [
        act("v", "decisions", mark("Decisions"),
            mark("Go to your decisions, or back to what others ask")),
    ]  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [*ACTS]

    def table(self) -> Grid:
        return Requests(id="requests", classes="pane")

    def beneath(self) -> ComposeResult:
        decisions = Decisions(id="decisions", classes="pane upper")
        decisions.border_title = _("Your decisions: enter opens one")
        yield decisions.data_bind(Beside.view)

    def tell(self, key: str, view: RoleView) -> RenderableType | None:
        found = next((request for request in view.requests if request.id == key), None)
        return about_request(found, view) if found else None

    def tell_of(self, table: Grid, key: str, view: RoleView) -> RenderableType | None:
        if not isinstance(table, Decisions):
            return super().tell_of(table, key, view)
        found = next((decision for decision in view.decisions if decision.id == key), None)
        wanted = next((proposal for proposal in view.proposals if proposal.id == key), None)
        if wanted is not None:
            return proposal_block(wanted, view)
        return decision_block(found, view) if found else None

    def action_decisions(self) -> None:
        decisions = self.query_one(Decisions)
        (self.query_one(Requests) if decisions.has_focus else decisions).focus()

    @on(DataTable.RowSelected, "#decisions")
    def _decide(self, event: DataTable.RowSelected) -> None:
        id = event.row_key.value
        decisions = self.view.decisions if self.view else ()
        if any(decision.id == id and decision.phase == "open" for decision in decisions):
            self.post_message(FormWanted("decision", id or ""))
        else:
            self.query_one(".right").focus()


def _row(decision: DecisionView, view: RoleView) -> Row:
    waits = decision.phase == "open"
    return Row(
        decision.id,
        {
            "State": _state(decision, view.now),
            "Decision": line(decision.ask, "strong" if waits else ""),
            "Your answer": line(decision.chosen or decision.text),
            "What became of it": line(_("waits for you") if waits else decision.fate),
        },
    )


def _proposed(proposal: ProposalView) -> Row:
    said, ink = OUTCOMES[proposal.outcome]
    return Row(
        proposal.id,
        {
            "State": joined((_(said), ink)),
            "Decision": line(_("Your own idea: {text}", text=proposal.text)),
            "Your answer": line(""),
            "What became of it": line(proposal.answer or words.fate(proposal.outcome)),
        },
    )


def _state(decision: DecisionView, now: int) -> Text:
    """A sign and a word; while it is open, how much time is left."""
    if decision.phase == "open" and decision.due is not None:
        return joined((f"{WARNING} {words.time_left(decision.due, now)}", "call"))
    said, ink = PHASES[decision.phase]
    return joined((_(said), ink))
