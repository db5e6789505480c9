"""Which thing is meant by a number, a name or some words of it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import get_close_matches
from textwrap import shorten
from typing import Final, NamedTuple, ParamSpec, TypeVar

from tui.lines.phrases import one, say, sentence

Given = ParamSpec("Given")
Got = TypeVar("Got")

CLOSE: Final = 0.6
LONGEST: Final = 60
"""Characters of what was written that a refusal repeats."""
LISTED: Final = 6
"""How many names a refusal lists."""


class Unclear(Exception):
    """What was written can't be followed, for a reason that is one sentence."""

    @property
    def sentence(self) -> str:
        return sentence(str(self.args[0]))


def clearly(read: Callable[Given, Got], *args: Given.args, **kwargs: Given.kwargs) -> Got:
    """What this reads. Raises Unclear with the sentence that it raises a ValueError with."""
    try:
        return read(*args, **kwargs)
    except ValueError as wrong:
        raise Unclear(str(wrong)) from None


class Choice(NamedTuple):
    """One of several things; `title` is shown, and the other names are understood as well."""

    id: str
    number: int
    title: str
    names: tuple[str, ...] = ()
    why_not: str = ""

    def called(self) -> Iterator[str]:
        """All its names, as they are compared."""
        for name in (self.id, self.title, *self.names):
            if name:
                yield one(name).casefold()


def pick(text: str, choices: Sequence[Choice], what: str) -> Choice:
    """The one that is meant; `what` is what they are called. Raises Unclear."""
    wanted = one(text).casefold()
    said = shorten(text, LONGEST, placeholder="…")
    if wanted.isascii() and wanted.isdigit():
        found = [choice for choice in choices if str(choice.number) == wanted.lstrip("0")]
    else:
        found = _named(wanted, choices)
    if len(found) == 1:
        return found[0]
    if found:
        raise Unclear(say("several", text=said, titles=_list(c.title for c in found)))
    raise Unclear(_none(said, choices, what))


def meant(text: str, choices: Sequence[Choice], what: str) -> Choice:
    """The same, where anything is written at all. Raises Unclear."""
    if not text:
        raise Unclear(say("which", what=what))
    return pick(text, choices, what)


def _named(wanted: str, choices: Sequence[Choice]) -> list[Choice]:
    """Those of exactly this name, or else those whose name begins so, or else holds the words."""
    exact = [choice for choice in choices if wanted in choice.called()]
    begun = [c for c in choices if any(name.startswith(wanted) for name in c.called())]
    words = wanted.split()
    held = [c for c in choices if any(all(w in name for w in words) for name in c.called())]
    return exact or (begun or held if words else [])


def _none(text: str, choices: Sequence[Choice], what: str) -> str:
    """Why nothing was found, and what may have been meant."""
    missing = say("none-such", what=what, text=text)
    if not choices:
        return say("none-at-all", what=what)
    titles = {name: choice.title for choice in choices for name in choice.called()}
    close = get_close_matches(one(text).casefold(), titles, 1, CLOSE)
    return f"{missing} {say('meant', title=titles[close[0]])}" if close else missing


def _list(titles: Iterable[str]) -> str:
    named = list(titles)
    rest = [say("more-names", count=len(named) - LISTED)] if len(named) > LISTED else []
    return say("or").join([*named[:LISTED], *rest])
