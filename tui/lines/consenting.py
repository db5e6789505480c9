"""Answering a request for consent, and the question that came back on one's own."""

from collections.abc import Sequence
from typing import Literal

from simulator.engine.commands import Consent, Reply
from simulator.engine.views import RequestView
from tui.lines import things
from tui.lines.asking import Steps, named, words
from tui.lines.desk import Desk
from tui.lines.grammar import numbered
from tui.lines.lists import request_line


def grant(desk: Desk, given: str) -> Steps:
    yield from ()
    return (_consent(desk, given, "grant"),)


def refuse(desk: Desk, given: str) -> Steps:
    yield from ()
    return (_consent(desk, given, "refuse"),)


def ask(desk: Desk, given: str) -> Steps:
    """Ask back; the question is asked for where it is missing."""
    request, text = _request(desk, given, _to_answer(desk), "a-request-to-you")
    if not text:
        desk.tell(request_line(request, desk.view, desk.numbers))
        text = yield from words(desk, "prompt-question")
    return (Consent(desk.role, request.id, "ask", text),)


def reply(desk: Desk, given: str) -> Steps:
    """Answer a question; the answer is asked for where it is missing."""
    mine = [request for request in desk.view.requests if request.mine_to_reply]
    request, text = _request(desk, given, mine, "a-question-to-you")
    if not text:
        desk.tell(request_line(request, desk.view, desk.numbers))
        text = yield from words(desk, "prompt-reply")
    return (Reply(desk.role, request.id, text),)


def _consent(desk: Desk, given: str, verdict: Literal["grant", "refuse"]) -> Consent:
    request, text = _request(desk, given, _to_answer(desk), "a-request-to-you")
    return Consent(desk.role, request.id, verdict, text)


def _to_answer(desk: Desk) -> Sequence[RequestView]:
    return [request for request in desk.view.requests if request.mine_to_answer]


def _request(
    desk: Desk, given: str, mine: Sequence[RequestView], what: str
) -> tuple[RequestView, str]:
    """The request that is named, or the only one, and the words with it. Raises Unclear."""
    number, text = numbered(given)
    if not number and len(mine) == 1:
        request = mine[0]
    else:
        ids = {request.id for request in mine}
        every = things.requests(desk.view, desk.numbers)
        id = named(number, [choice for choice in every if choice.id in ids], what).id
        request = next(request for request in mine if request.id == id)
    desk.about = ("request", request.id)
    return request, text
