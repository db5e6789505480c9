"""Which messages of an inbox are shown and in which order. No drawing."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from simulator.engine.views import Item
from tui import words
from tui.cleaning import clean
from tui.finding import folded
from tui.speech import _, mark

STATES: Final = {
    "unread": mark("Unread"),
    "open": mark("Open decisions"),
    "taken": mark("Answered decisions"),
    "missed": mark("Missed decisions"),
    "corrections": mark("Corrections"),
}


class Sieve(NamedTuple):
    """What passes is of one of the states and channels, where any are asked for, and has the
    words, however they are written."""

    states: frozenset[str] = frozenset()
    channels: frozenset[str] = frozenset()
    sought: str = ""

    def said(self) -> str:
        """What is asked for, in words."""
        named = [_(name) for state, name in STATES.items() if state in self.states]
        named += sorted(words.heading(code)[0] for code in self.channels)
        return ", ".join([*named, *([f"“{self.sought}”"] if self.sought else ())])


class Folded:
    """The words of messages as they are searched, made once for each message."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[Item, str]] = {}

    def of(self, item: Item) -> str:
        made = self._made.get(item.key)
        if made is None or made[0] is not item:
            self._made[item.key] = made = (item, folded(clean("\n".join(_texts(item)))))
        return made[1]


def is_in(item: Item, state: str) -> bool:
    """Whether a message is in one of STATES."""
    match state:
        case "unread":
            return not item.read
        case "corrections":
            return bool(item.corrects or item.amends)
        case _:
            return item.decision is not None and item.decision.phase == state


def passes(item: Item, sieve: Sieve, texts: Folded) -> bool:
    if sieve.states and not any(is_in(item, state) for state in sieve.states):
        return False
    if sieve.channels and item.channel not in sieve.channels:
        return False
    return not sieve.sought or folded(sieve.sought) in texts.of(item)


def ordered(items: Sequence[Item], urgent: bool) -> list[Item]:
    """Newest first; or first what waits for an answer, the soonest due before the others."""
    newest = list(reversed(items))
    return sorted(newest, key=_urgency) if urgent else newest


def counts(items: Iterable[Item]) -> tuple[dict[str, int], dict[str, int]]:
    """How many messages are in each state, and of each channel that there is."""
    states = dict.fromkeys(STATES, 0)
    channels: dict[str, int] = {}
    for item in items:
        channels[item.channel] = channels.get(item.channel, 0) + 1
        for state in STATES:
            states[state] += is_in(item, state)
    return states, channels


def corrections(items: Iterable[Item]) -> dict[str, str]:
    """By the key of each message that was corrected, the key of the last that corrects it."""
    return {item.amends: item.key for item in items if item.amends}


def _urgency(item: Item) -> tuple[int, int]:
    decision = item.decision
    if decision is None or decision.phase != "open":
        return 2, 0
    return (1, 0) if decision.due is None else (0, decision.due)


def _texts(item: Item) -> Iterable[str]:
    yield from (item.sender, item.subject, item.text)
    if item.decision is not None:
        yield item.decision.ask
    if item.offence is not None:
        yield from (item.offence.source, item.offence.destination, item.offence.category)
        yield str(item.offence.number)
    for attachment in item.attachments:
        yield from (attachment.name, attachment.text, *attachment.columns)
        for row in attachment.rows:
            yield from row
        for sign in attachment.indicators:
            yield from (sign.type, sign.value, sign.note)
