"""What a client was shown: the newest view and clock, put together from the host's messages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from simulator.engine.views import RoleView
from simulator.engine.views.overview import Panel
from simulator.session import protocol as p
from simulator.session.client.rebuilding import Rebuilt
from simulator.session.clock import Clock
from simulator.session.delta import patched, taken_out
from simulator.session.peers import PEERS, PeerRow, Peers
from simulator.session.room import OVER, PANEL, Room


class Gap(Exception):
    """A message does not follow the one before: the whole view is needed."""


class Sight:
    """`epoch` and `seq` say how far the host's stream was followed. `wall` reads a steady clock."""

    def __init__(self, wall: Callable[[], float]) -> None:
        self.epoch = ""
        self.seq = 0
        self.face: p.ClockFace | None = None
        self._wall = wall
        self._face_at = 0.0
        self._plain: dict[str, Any] | None = None
        self._role_view: RoleView | None = None
        self._own = Rebuilt(RoleView)
        self._room = Rebuilt(Room)
        self._panel = Rebuilt(Panel)
        self._shoulder = Rebuilt(RoleView)
        self._peers = Rebuilt(Peers)

    def take(self, told: p.View | p.News) -> bool:
        """Let a message be seen; whether it was new. Raises Gap."""
        if isinstance(told, p.View):
            self._plain = told.view
        elif told.seq <= self.seq:
            return False
        elif self._plain is None or told.seq != self.seq + 1:
            raise Gap
        else:
            try:
                self._plain = patched(self._plain, told.changes)
            except (ValueError, TypeError, KeyError) as wrong:
                raise Gap from wrong
        self.seq = told.seq
        self.face, self._face_at = told.clock, self._wall()
        self._role_view = None
        return True

    def stop(self) -> None:
        """Let the clock stand where it is: the host can't be heard, or can't go on."""
        if self.face is not None and self.face.stands == "running":
            self.face = self.face.model_copy(update={"now": self.now(), "stands": "frozen"})

    def clock(self) -> Clock:
        """The team's clock as the host last told it, on the steady clock of this machine."""
        if self.face is None:
            return Clock(1.0)
        clock = Clock(self.face.pace, self.face.now)
        return clock.run(self._face_at) if self.face.stands == "running" else clock

    def now(self) -> int:
        return self.clock().at(self._wall())

    def role_view(self) -> RoleView | None:
        """What the role may see; None before the host has told it, or for control."""
        if self._role_view is None and self._plain is not None and "inbox" in self._plain:
            self._role_view = self._own.view({**self._plain, "now": 0})
        if self._role_view is None:
            return None
        return replace(self._role_view, now=min(self.now(), self._role_view.length))

    def peers(self) -> tuple[PeerRow, ...]:
        """What an evaluator is told of others' ratings."""
        told = taken_out(PEERS, self._plain or {})
        return self._peers.view(told).ratings if told else ()

    def room(self) -> Room | None:
        """What control sees; None before the host has told it, or for a role."""
        if self._plain is None or "teams" not in self._plain or "inbox" in self._plain:
            return None
        return self._room.view(self._plain)

    def panel(self) -> Panel | None:
        """The world of the team that control watches; None before the host has told it."""
        told = taken_out(PANEL, self._plain or {})
        return self._panel.view(told) if told else None

    def shoulder(self) -> RoleView | None:
        """What the role is shown over whose shoulder control looks; None where it looks at none."""
        told, room = taken_out(OVER, self._plain or {}), self.room()
        if not told or room is None:
            return None
        view = self._shoulder.view({**told, "now": 0})
        now = next((team.now for team in room.teams if team.name == room.watched), 0)
        return replace(view, now=min(now, view.length))
