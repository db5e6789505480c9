"""The inbox and the log, narrowed down by state, channel or kind, and by words."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from simulator.engine.views import LogLine
from tui import sifting, words
from tui.finding import folded
from tui.kinds import ALL, MINE, NOTES, is_of
from tui.lines import lists
from tui.lines.desk import Desk
from tui.lines.phrases import one, say, spellings, written
from tui.sifting import Sieve
from tui.speech import _

STATES: Final = (
    ("unread", "unread"),
    ("due", "open"),
    ("answered", "taken"),
    ("missed", "missed"),
    ("corrections", "corrections"),
)
"""The words for states of messages."""
OWN: Final = {"all": ALL, "mine": MINE, "notes": NOTES}
"""The words for lines of the log, beside those for their kinds, and what each asks for."""
LOGGED: Final = 20
"""How many lines of the log are shown where nobody asks for more."""


class Asked(NamedTuple):
    """What a list is narrowed down to, and in which order it is wanted."""

    sieve: Sieve
    urgent: bool


def inbox(desk: Desk, given: str) -> None:
    """Messages, the newest or the most urgent first."""
    items = desk.view.inbox
    asked, texts = _asked(one(given), {item.channel for item in items}), sifting.Folded()
    passing = [item for item in items if sifting.passes(item, asked.sieve, texts)]
    if not passing:
        count = len(items)
        desk.tell(say("inbox-none", count=count) if count else say("inbox-empty"))
        return
    found = sifting.ordered(passing, asked.urgent)
    most = len(found) if given else lists.RECENT
    head = "inbox-urgent" if asked.urgent else "inbox-head"
    desk.tell(*lists.inbox(found, desk.view, desk.numbers, most, head, desk.seat.mates()))


def _asked(given: str, channels: Iterable[str]) -> Asked:
    """States, channels and the order, as long as the words name some; the rest is searched for."""
    states = {way: state for word, state in STATES for way in written(word)}
    sorts = {way: code for code in channels for way in _called(code)}
    order, every = written("urgent"), written("all")
    known = dict.fromkeys((*states, *sorts, *order, *every), "")
    named: list[str] = []
    while led := _led(given, known):
        named.append(led)
        given = given[len(led) :].lstrip()
    sieve = Sieve(
        frozenset(states[name] for name in named if name in states),
        frozenset(sorts[name] for name in named if name in sorts),
        folded(given),
    )
    return Asked(sieve, any(name in order for name in named))


def _called(channel: str) -> frozenset[str]:
    return spellings(channel, words.channel(channel), words.heading(channel)[0])


def _led(text: str, known: Mapping[str, str]) -> str:
    """The longest of the known names that the text begins with; empty where there is none."""
    low = f"{text.casefold()} "
    return max((name for name in known if low.startswith(f"{name} ")), key=len, default="")


def log(desk: Desk, given: str) -> None:
    """The last lines, all of them, or those of a kind and with some words."""
    lines, text = desk.view.log, one(given)
    there = {line.kind for line in lines}
    kinds = {way: kind for kind in there for way in spellings(kind, _(kind))}
    named = {**kinds, **{way: code for word, code in OWN.items() for way in written(word)}}
    led = _led(text, named)
    sought = folded(text[len(led) :].strip())
    found = [line for line in lines if is_of(line, named.get(led, ALL)) and _holds(line, sought)]
    shown = found if given else found[-LOGGED:]
    if not shown:
        desk.tell(say("log-none"))
        return
    desk.tell(say("log-head", shown=len(shown), count=len(lines)))
    for line in shown:
        time = words.short_time(desk.view.start, line.at)
        desk.tell(say("log-line", time=time, kind=_(line.kind), words=line.words))


def _holds(line: LogLine, sought: str) -> bool:
    return not sought or sought in folded(one(f"{_(line.kind)} {line.words}"))
