"""Taking a decision: an option or words of one's own, a reason, how sure one is, who dissents."""

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from simulator.engine.commands import Answer, Command, Dissent
from simulator.engine.views import DecisionView, OptionView, RoleView
from tui.letters import option_notes
from tui.plain import flowing, plain
from tui.screens.dissent import other_view, said_otherwise
from tui.screens.form import Form
from tui.speech import _, mark
from tui.widgets.choice import Alternative, Choice
from tui.widgets.confidence import Confidence
from tui.widgets.writing import Writing


class AnswerForm(Form):
    TITLE = mark("Decide")
    DONE = mark("Decide")

    def __init__(self, decision: DecisionView, view: RoleView) -> None:
        super().__init__(view)
        self.decision = decision
        self.due = decision.due
        self.item = next((i for i in view.inbox if i.inject == decision.inject), None)

    def body(self) -> ComposeResult:
        if self.item is not None:
            with VerticalScroll(classes="message"):
                yield Static(flowing(f"{self.item.sender}: {self.item.text}"))
        yield Static(plain(self.decision.ask, "head"), classes="ask")
        if self.decision.options:
            yield Choice([_alternative(option) for option in self.decision.options], id="option")
        if self.decision.free_text or not self.decision.options:
            yield self.label(_("In your own words"))
            yield Writing(id="words")
        yield self.label(_("Why (one line, for the review)"))
        yield Input(id="reason", compact=True)
        yield self.label(_("How sure are you?"))
        yield Confidence(id="confidence")
        # Where each has a seat of their own, whoever sees it otherwise says so there.
        if not self.shared:
            yield self.label(_("If a colleague sees it otherwise: who, and why"))
            yield from other_view()

    def commands(self) -> tuple[Command, ...]:
        option = self._chosen()
        text = self.query_one(Writing).text.strip() if self.query(Writing) else ""
        if option is None and not text:
            if self.decision.options:
                self.complain(_("Choose an option first: enter or its number chooses it."))
            else:
                self.complain(_("Write your answer first."))
            return ()
        by, other = said_otherwise(self)
        if by and not other:
            self.complain(_("Write first what they would do, and why."))
            self.query_one("#dissent").focus()
            return ()
        reason = self.query_one("#reason", Input).value.strip()
        sure = self.query_one(Confidence).level
        chosen = option.id if option else None
        answer = Answer(self.role, self.decision.id, chosen, text, reason, sure)
        dissent = (Dissent(self.role, self.decision.id, other, by),) if other else ()
        return (answer, *dissent)

    def warning(self) -> Text | None:
        option = self._chosen()
        if option is None or not option.irreversible:
            return None
        return plain(_("“{title}” can't be undone.", title=option.label))

    def _chosen(self) -> OptionView | None:
        chosen = self.query_one(Choice).chosen if self.query(Choice) else None
        return next((option for option in self.decision.options if option.id == chosen), None)


def _alternative(option: OptionView) -> Alternative:
    said = plain(option.label, "strong")
    for note, ink in option_notes(option):
        said.append("\n").append_text(plain(note, ink))
    return Alternative(option.id, said, not option.why_not)
