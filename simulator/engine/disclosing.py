"""What a role may be told of any event when the exercise is over: nothing of the world is hidden
any more, but what other people wrote among themselves stays with them. Pure.
"""

from __future__ import annotations

from typing import Any, Final

from simulator.engine import events as e
from simulator.engine import views as v
from simulator.engine.knowledge import Known
from simulator.engine.telling import kind_of, sentence

_WORDS: Final[dict[type, dict[str, Any]]] = {
    e.DecisionTaken: {"text": "", "reason": "", "confidence": None},
    e.ActionOrdered: {"reason": ""},
    e.ConsentGiven: {"text": ""},
    e.ConsentRefused: {"text": ""},
    e.ConsentReplied: {"text": ""},
    e.ReportSent: {"entries": ()},
}
"""Where people write, and what stands in its place."""

_ONLY_WORDS: Final = (
    e.MessageSent, e.NoteTaken, e.DissentRecorded, e.QuestionAnswered, e.ConsentQuestioned,
)  # fmt: skip


def disclosed(event: e.Event, role: str) -> e.Event | None:
    """The event without the words of others; None where nothing is left of it."""
    if role in event.to:
        return event
    if isinstance(event, _ONLY_WORDS):
        return None
    if isinstance(event, e.DecisionTaken) and event.option is None:
        return None
    return event._replace(**_WORDS.get(type(event), {}))


def line(known: Known, event: e.Event) -> v.LogLine:
    """The event as a line of the debrief."""
    said = sentence(known.scenario, event, known.language, known.state.orders)
    return v.LogLine(event.at, kind_of(event), said)
