"""What letters are made of: names and what they say, a decision with its options and its fate."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table

from simulator.engine.views import DecisionView, OptionView, ProposalView, RoleView
from tui import words
from tui.marks import NOT
from tui.plain import plain
from tui.speech import _


def fields(rows: list[tuple[str, str]]) -> Table:
    """Names and what they say, in two columns."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="mute", no_wrap=True)
    table.add_column(overflow="fold")
    for name, said in rows:
        table.add_row(plain(name), plain(said))
    return table


def decision_block(decision: DecisionView, view: RoleView) -> RenderableType:
    """The question, its options and what became of the answer."""
    phase = plain(f"{_('DECISION')}  ", "call").append_text(plain(_phase(decision, view), "mute"))
    parts: list[RenderableType] = [phase, plain(decision.ask, "strong")]
    parts += [option_lines(option, decision) for option in decision.options]
    if decision.phase == "taken" and decision.text:
        parts.append(plain(_("You wrote: {text}", text=decision.text)))
    if decision.reason:
        parts.append(plain(_("Your reason: {reason}", reason=decision.reason), "mute"))
    if decision.confidence is not None:
        sure = words.confidence(decision.confidence)
        parts.append(plain(_("How sure: {sure}", sure=sure), "mute"))
    if decision.fate:
        parts.append(plain(f"→ {decision.fate}", "strong"))
    return Group(*parts, *dissents(decision, view))


def proposal_block(proposal: ProposalView, view: RoleView) -> RenderableType:
    """An idea of the role's own and what control has ruled."""
    when = _("Proposed {time}", time=words.day_time(view.start, proposal.at))
    parts = [plain(when, "mute"), plain(proposal.text, "strong")]
    parts.append(plain(f"→ {words.fate(proposal.outcome)}", "strong"))
    if proposal.answer:
        parts.append(plain(proposal.answer))
    return Group(*parts)


def dissents(decision: DecisionView, view: RoleView) -> Iterator[RenderableType]:
    """Who of the role's own people saw it otherwise, and why."""
    for dissent in decision.dissents:
        time = words.short_time(view.start, dissent.at)
        if dissent.by:
            said = _("≠ {who} sees it otherwise ({time}): {why}", who=dissent.by, time=time,
                     why=dissent.text)  # fmt: skip
        else:
            said = _("≠ A colleague sees it otherwise ({time}): {why}", time=time, why=dissent.text)
        yield plain(said)


def _phase(decision: DecisionView, view: RoleView) -> str:
    if decision.phase == "taken":
        return _("answered")
    if decision.phase == "withdrawn":
        return _("withdrawn by control")
    if decision.phase == "missed":
        return _("missed: the default stands")
    if decision.due is None:
        return _("open")
    return _("answer by {time}", time=words.day_time(view.start, decision.due))


def option_lines(option: OptionView, decision: DecisionView) -> RenderableType:
    """One option with a mark, what is known of it, and why it can't be chosen."""
    chosen = option.label == decision.chosen
    said = plain(option.label, "strong" if chosen else "")
    for about, ink in option_notes(option):
        said.append("\n").append_text(plain(about, ink))
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column()
    table.add_column(overflow="fold")
    table.add_row("►" if chosen else "·", said)
    return table


def option_notes(option: OptionView) -> list[tuple[str, str]]:
    """What stands under an option, each with its ink."""
    notes = [(option.about, "mute")] if option.about else []
    if option.consent:
        names = ", ".join(option.consent)
        notes.append((_("Needs the consent of {names}.", names=names), "fair"))
    if option.irreversible:
        notes.append((_("▲ Can't be undone."), "fair"))
    if option.why_not:
        notes.append((NOT + " " + _("Not possible: {why}", why=option.why_not), "bad"))
    return notes
