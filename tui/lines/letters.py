"""Messages: one in a line, as in lists and news, and one as it is read."""

from collections.abc import Iterator
from dataclasses import replace

from simulator.engine.views import (
    AttachmentView,
    DecisionView,
    Item,
    OffenceView,
    OptionView,
    RoleView,
)
from tui import sifting, words
from tui.cleaning import clean, unbroken
from tui.lines.numbers import Numbers
from tui.lines.paper import Prose, Verbatim
from tui.lines.phrases import say, stopped
from tui.lines.times import by


def kind_of(item: Item) -> str:
    """What a message is called by its channel."""
    return words.heading(item.channel)[0]


def message_line(item: Item, view: RoleView) -> str:
    """When it came, how, from whom, and what about."""
    about = item.subject or item.text[:80]
    return say(
        "message-line",
        time=words.short_time(view.start, item.at),
        kind=kind_of(item),
        sender=item.sender,
        about=say("correction", subject=about) if item.corrects else about,
    )


def state(decision: DecisionView, view: RoleView, numbers: Numbers) -> str:
    """Until when it is to be taken and how, or what has become of it."""
    if decision.phase == "open":
        number = numbers.of_decision(decision.id, view) or decision.id
        if decision.due is None:
            return say("decide-any-time", number=number)
        return say("decide-by", by=by(decision.due, view), number=number)
    return say("answered" if decision.phase == "taken" else decision.phase)


def letter(item: Item, view: RoleView, numbers: Numbers) -> Iterator[str]:
    """The whole message, top to bottom."""
    _kind, sender, reader, time = words.heading(item.channel)
    yield say("letter-head", number=numbers.of("message", item.key), kind=kind_of(item))
    yield from _corrections(item, view, numbers)
    yield say("field", name=sender, said=item.sender)
    yield say("field", name=reader, said=", ".join(item.to))
    yield say("field", name=time, said=words.day_time(view.start, item.at))
    if item.tlp:
        yield say("tlp", tlp=item.tlp)
    if item.reliability:
        yield say("reliability", said=words.reliability(item.reliability))
    if item.subject:
        yield say("letter-subject", subject=item.subject)
    if item.offence is not None:
        yield offence_line(item.offence)
    if item.text:
        yield Prose(f"\n{unbroken(item.text)}\n")
    for attachment in item.attachments:
        yield from attached(attachment)
    if item.decision is not None:
        yield from decision_lines(item.decision, view, numbers)


def _corrections(item: Item, view: RoleView, numbers: Numbers) -> Iterator[str]:
    """Whether it still stands, which message it corrects, and which one corrects it."""
    if item.withdrawn:
        yield say("letter-withdrawn")
    elif item.reminded is not None:
        yield say("letter-reminded", time=words.day_time(view.start, item.reminded))
    if item.corrects:
        earlier = say("number", number=numbers.of("message", item.amends)) if item.amends else ""
        yield stopped(say("letter-corrects", subject=item.corrects), earlier)
    later = sifting.corrections(view.inbox).get(item.key)
    if later:
        yield stopped(say("corrected", number=numbers.of("message", later)))


def offence_line(offence: OffenceView) -> str:
    parts = [say("offence", number=offence.number, magnitude=offence.magnitude)]
    named = (
        ("offence-source", offence.source),
        ("offence-target", offence.destination),
        ("offence-class", offence.category),
    )
    parts += [say(name, said=text) for name, text in named if text]
    if offence.events:
        number = words.number(offence.events)
        parts.append(say("offence-events", count=offence.events, number=number))
    return stopped(*parts)


def attached_as_is(attachment: AttachmentView) -> Iterator[str]:
    """The same, with a text line by line as it was attached, so that columns stay columns."""
    yield from attached(replace(attachment, text=""))
    yield from map(Verbatim, clean(attachment.text).expandtabs(8).split("\n"))


def attached(attachment: AttachmentView) -> Iterator[str]:
    """What hangs on a message, with each cell of a table under the name of its column."""
    yield say("attached", name=attachment.name)
    if attachment.text:
        yield Prose("\n".join(f"  {part}" for part in attachment.text.splitlines()))
    for number, row in enumerate(attachment.rows, 1):
        cells = zip(attachment.columns, row, strict=False)
        named = "; ".join(
            say("field", name=column, said=cell or say("no-cell")) for column, cell in cells
        )
        yield "  " + say("row", number=number, cells=named)
    for sign in attachment.indicators:
        noted = "indicator-note" if sign.note else "indicator"
        yield "  " + say(noted, type=sign.type, value=sign.value, note=sign.note)


def decision_lines(decision: DecisionView, view: RoleView, numbers: Numbers) -> Iterator[str]:
    """The question, its options, and what became of the answer."""
    yield stopped(say("decision", ask=decision.ask), state(decision, view, numbers))
    for number, option in enumerate(decision.options, 1):
        yield "  " + option_line(number, option)
    yield from answer_lines(decision, view)


def option_line(number: int, option: OptionView) -> str:
    """An option with all that is known of it."""
    return stopped(
        say("option", number=number, label=option.label),
        option.about,
        say("option-consent", of=", ".join(option.consent)) if option.consent else "",
        say("irreversible") if option.irreversible else "",
        say("not-possible", why=option.why_not) if option.why_not else "",
    )


def answer_lines(decision: DecisionView, view: RoleView) -> Iterator[str]:
    """What was answered and why, who saw it otherwise, and what came of it."""
    if decision.chosen and decision.phase == "taken":
        yield "  " + say("chosen", chosen=decision.chosen)
    if decision.text and decision.phase == "taken":
        yield "  " + say("you-wrote", text=decision.text)
    if decision.reason:
        yield "  " + say("your-reason", reason=decision.reason)
    if decision.confidence is not None:
        yield "  " + say("how-sure", sure=words.confidence(decision.confidence))
    for dissent in decision.dissents:
        time = words.short_time(view.start, dissent.at)
        said = "dissent" if dissent.by else "dissent-nobody"
        yield "  " + say(said, time=time, by=dissent.by, text=dissent.text)
    if decision.fate:
        yield "  " + say("fate", fate=decision.fate)
