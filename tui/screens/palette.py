"""The command palette: every act by its name, and every thing that can be opened by its own."""

from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from typing import NamedTuple, Protocol, cast

from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from simulator.engine.views import RoleView
from tui.plain import clean
from tui.speech import _


class Desk(Protocol):
    """The screen that the palette acts on."""

    @property
    def seen(self) -> RoleView: ...

    def acts(self) -> list[Binding]: ...

    def do(self, act: Binding) -> Awaitable[None]: ...

    def open_form(self, kind: str, id: str) -> None: ...

    def run_action(self, action: str) -> Awaitable[None]: ...


class Room(Protocol):
    """The control room."""

    def acts(self) -> list[Binding]: ...

    def perform(self, act: Binding) -> Awaitable[None]: ...


class Entry(NamedTuple):
    name: str
    do: Callable[[], Awaitable[None] | None]


class Named(Provider):
    """Offers entries by their names: `usual` where nothing is searched for, or else `every`."""

    def usual(self) -> Iterator[Entry]:
        raise NotImplementedError

    def every(self) -> Iterator[Entry]:
        return self.usual()

    async def discover(self) -> Hits:
        for entry in self.usual():
            yield DiscoveryHit(Content(entry.name), entry.do, text=entry.name)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for entry in self.every():
            score = matcher.match(entry.name)
            if score > 0:
                yield Hit(score, Content(entry.name), entry.do, text=entry.name)

    @property
    def _desk(self) -> Desk:
        return cast(Desk, self.screen)


class Acts(Named):
    """What a player can do and open."""

    def usual(self) -> Iterator[Entry]:
        for act in {act.id: act for act in self._desk.acts()}.values():
            yield Entry(_name(act), partial(self._desk.do, act))

    def every(self) -> Iterator[Entry]:
        yield from self.usual()
        yield from _things(self._desk)


class Hands(Named):
    """The acts of the control room and of its pages that there are now."""

    def usual(self) -> Iterator[Entry]:
        for act in {act.id: act for act in self._room.acts()}.values():
            name = _(act.tooltip)
            if act.action.startswith("page("):
                name = _("Page {number}: {title}", number=act.key, title=_(act.description))
            yield Entry(name, partial(self._room.perform, act))

    @property
    def _room(self) -> Room:
        return cast(Room, self.screen)


def _name(act: Binding) -> str:
    if act.action.startswith("pane("):
        return _("Page {number}: {title}", number=act.key, title=_(act.description))
    return _(act.tooltip)


def _things(desk: Desk) -> Iterator[Entry]:
    view = desk.seen
    for decision in view.decisions:
        if decision.phase == "open":
            yield _form(desk, _("Answer: {title}", title=decision.ask), "decision", decision.id)
    for request in view.requests:
        if request.mine_to_answer or request.mine_to_reply:
            yield _form(desk, _("Consent: {title}", title=request.subject), "request", request.id)
    for action in view.actions:
        yield _form(desk, _("Order: {title}", title=action.title), "action", action.id)
    for report in view.reports:
        yield _form(desk, _("Report: {title}", title=report.title), "report", report.id)


def _form(desk: Desk, name: str, kind: str, id: str) -> Entry:
    return Entry(" ".join(clean(name).split()), partial(desk.open_form, kind, id))
