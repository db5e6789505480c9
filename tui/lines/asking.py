"""What is asked line by line. A form yields a prompt, is sent what was written, returns commands.

Whoever goes back closes the form, and nothing of it is done.
"""

from collections.abc import Callable, Generator, Iterator, Sequence
from typing import Protocol, TypeVar

from simulator.engine.commands import Command
from simulator.engine.views import RoleView
from tui.lines.choosing import Choice, Unclear, meant
from tui.lines.phrases import say, stopped, written

Got = TypeVar("Got")


class Telling(Protocol):
    """Whoever tells a form's paragraphs."""

    def tell(self, *texts: str) -> None: ...


Asking = Generator[str, str, Got]
Steps = Asking[tuple[Command, ...]]


def still_open(kind: str, id: str, view: RoleView) -> bool:
    """Whether what a form is about can still be answered."""
    match kind:
        case "decision":
            return any(d.id == id and d.phase == "open" for d in view.decisions)
        case "request":
            mine = (r for r in view.requests if r.mine_to_answer or r.mine_to_reply)
            return any(request.id == id for request in mine)
        case "module":
            return view.module is not None and view.module.id == id
        case _:
            return True


def withdrawn(kind: str, id: str, view: RoleView) -> bool:
    """Whether control has taken back what a form is about."""
    return kind == "decision" and any(d.id == id and d.phase == "withdrawn" for d in view.decisions)


def named(text: str, choices: Sequence[Choice], what: str) -> Choice:
    """The one that is named; `what` is a phrase for what they are. Raises Unclear."""
    if not choices:
        raise Unclear(say("none-at-all", what=say(what)))
    return meant(text, choices, say(what))


def bare(text: str) -> str:
    """`option 2` and `on 2` without the word that a command in one line has there."""
    first, _, rest = text.partition(" ")
    led = first.casefold() in written("option") | written("on")
    return rest.lstrip() if led and rest.strip() else text


def possible(choice: Choice) -> Choice:
    """The same, where it can be chosen now. Raises Unclear."""
    if choice.why_not:
        raise Unclear(say("not-now", title=choice.title, why=choice.why_not))
    return choice


def entries(choices: Sequence[Choice]) -> Iterator[str]:
    """A line for each of them, by its number."""
    return (f"  {say('entry', number=it.number, title=it.title)}" for it in choices)


def understood(desk: Telling, prompt: str, read: Callable[[str], Got]) -> Asking[Got]:
    """Ask until what is written can be followed; `read` raises Unclear where it can't."""
    while True:
        text = yield say(prompt)
        try:
            return read(text)
        except Unclear as no:
            desk.tell(stopped(no.sentence, say("anew")))


def chosen(desk: Telling, prompt: str, choices: Sequence[Choice], what: str) -> Asking[Choice]:
    """Ask until one of them is meant that is possible."""
    return understood(desk, prompt, lambda text: possible(named(bare(text), choices, what)))


def words(desk: Telling, prompt: str) -> Asking[str]:
    """Ask until something is written."""
    while True:
        text = yield say(prompt)
        if text:
            return text
        desk.tell(say("wants-words"))


def certain(desk: Telling, question: str) -> Asking[bool]:
    """Ask once more before what can't be undone."""
    desk.tell(question)
    text = yield say("prompt-yes")
    if text.casefold() in written("yes"):
        return True
    desk.tell(say("back"))
    return False
