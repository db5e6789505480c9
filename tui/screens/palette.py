"""The command palette: every act by its name, and every thing that can be opened by its own."""

from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from typing import NamedTuple, Protocol, cast

from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from simulator.engine.views import RoleView
from tui.hands import HANDS
from tui.plain import clean


class Desk(Protocol):
    """The screen that the palette acts on."""

    @property
    def seen(self) -> RoleView: ...

    def acts(self) -> list[Binding]: ...

    def open_form(self, kind: str, id: str) -> None: ...

    def run_action(self, action: str) -> Awaitable[bool]: ...


class Entry(NamedTuple):
    name: str
    do: Callable[[], Awaitable[bool] | None]


class Acts(Provider):
    async def discover(self) -> Hits:
        for entry in _acts(self._desk):
            yield DiscoveryHit(Content(entry.name), entry.do, text=entry.name)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for entry in (*_acts(self._desk), *_things(self._desk)):
            score = matcher.match(entry.name)
            if score > 0:
                yield Hit(score, Content(entry.name), entry.do, text=entry.name)

    @property
    def _desk(self) -> Desk:
        return cast(Desk, self.screen)


def _acts(desk: Desk) -> Iterator[Entry]:
    for act in desk.acts():
        yield Entry(act.tooltip, partial(desk.run_action, act.action))


def _things(desk: Desk) -> Iterator[Entry]:
    view = desk.seen
    for decision in view.decisions:
        if decision.phase == "open":
            yield _form(desk, f"Answer: {decision.ask}", "decision", decision.id)
    for request in view.requests:
        if request.mine_to_answer or request.mine_to_reply:
            yield _form(desk, f"Consent: {request.subject}", "request", request.id)
    for action in view.actions:
        yield _form(desk, f"Order: {action.title}", "action", action.id)
    for report in view.reports:
        yield _form(desk, f"Report: {report.title}", "report", report.id)


def _form(desk: Desk, name: str, kind: str, id: str) -> Entry:
    return Entry(" ".join(clean(name).split()), partial(desk.open_form, kind, id))


class Hands(Provider):
    """The acts of the control screen that it has now."""

    async def discover(self) -> Hits:
        for entry in self._entries():
            yield DiscoveryHit(Content(entry.name), entry.do, text=entry.name)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for entry in self._entries():
            score = matcher.match(entry.name)
            if score > 0:
                yield Hit(score, Content(entry.name), entry.do, text=entry.name)

    def _entries(self) -> Iterator[Entry]:
        for act in HANDS:
            if self.screen.check_action(act.action.partition("(")[0], ()):
                yield Entry(act.tooltip, partial(cast(Desk, self.screen).run_action, act.action))
