"""A client's line that nobody answers but the test: it says what a host would say, word by word."""

from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter

from simulator.engine.views import RoleView
from simulator.engine.views.foresight import Outlook, Preview
from simulator.engine.views.overview import Panel
from simulator.engine.views.script import Script
from simulator.session import protocol as p
from simulator.session.client.line import Line
from simulator.session.client.memory import Memory
from simulator.session.client.status import Status
from simulator.session.delta import inside
from simulator.session.host.outgoing import ROLE_VIEW
from simulator.session.room import OVER, PANEL, PersonRow, Room, SeatRow, TeamRow
from tests.tui.world import VIEW

ROOM, PANEL_VIEW = TypeAdapter(Room), TypeAdapter(Panel)

INVITATION = "kulla://192.0.2.7:7400/abcd-efgh-ijkl"

ROOM_VIEW = Room(
    scenario="fake",
    title="The days in July",
    start="2022-07-15T08:00:00+02:00",
    length=345_600,
    session="d162e94750bf8638",
    host="writing",
    teams=(
        TeamRow("red-barn", 3600, 60, "running", ""),
        TeamRow("blue-barn", 3000, 60, "paused", "coffee"),
    ),
    seats=(
        SeatRow("red-barn", "akcesk", "National Cyber Authority", True, 2),
        SeatRow("red-barn", "akshi", "Government IT agency", True, 0),
        SeatRow("red-barn", "nato", "North Atlantic Council liaison", False, 0),
        SeatRow("blue-barn", "akcesk", "National Cyber Authority", True, 1),
        SeatRow("blue-barn", "akshi", "Government IT agency", False, 0),
        SeatRow("blue-barn", "nato", "North Atlantic Council liaison", False, 0),
    ),
    people=(
        PersonRow("control-1", "control", "", "", "Drita", "here", 0),
        PersonRow("red-barn.akcesk-1", "player", "red-barn", "akcesk", "Ana", "here", 0),
        PersonRow("red-barn.akcesk-2", "player", "red-barn", "akcesk", "Besa", "here", 0),
        PersonRow("red-barn.akshi-1", "player", "red-barn", "akshi", "Clirim", "away", 0),
        PersonRow("blue-barn.akcesk-1", "player", "blue-barn", "akcesk", "Elira", "here", 0),
        PersonRow("blue-barn.akshi-1", "player", "blue-barn", "akshi", "", "invited", 0),
        PersonRow("red-barn.akshi-2", "player", "red-barn", "akshi", "Fatos", "revoked", 0),
    ),
    alarms=(),
)


def present(name: str, *opened: str, **at: str) -> p.Present:
    """Somebody else in the same seat, by where they are at."""
    nowhere = {"reads": "", "writes": "", "of": ""}
    return p.Present(grant=f"akcesk-{name}", name=name, opened=opened, **{**nowhere, **at})


class Wall:
    """A steady clock that a test moves."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class FarLine(Line):
    """Calls nobody; `tell` is the host speaking."""

    def __init__(self, part: Any = "player", outbox: list[dict[str, Any]] | None = None) -> None:
        self.time = Wall()
        super().__init__(
            Memory(INVITATION, "d162e94750bf8638", "control-1", "token", outbox=outbox or []),
            wall=self.time,
        )
        self.part = part
        self.seq = 0

    def tell(self, *messages: p.HostSays) -> None:
        for message in messages:
            self._hear(message)
            self._tell()

    def welcome_in(self) -> None:
        self.tell(
            p.Welcome(
                session="d162e94750bf8638", epoch="e", after=0, answers=0, head="", grant="g",
                part=self.part, team="red-barn", role="akcesk", title="", name="Ana",
                teams=("red-barn",), language="en",
            )
        )  # fmt: skip

    def show(self, view: RoleView = VIEW, **face: Any) -> None:
        """Come in again and see all of this."""
        shown = ROLE_VIEW.dump_python(view, mode="json")
        del shown["now"]
        usual = {"now": view.now, "turn": 1, "pace": 60.0, "stands": "running"}
        self._all(shown, p.ClockFace(**{**usual, **face}))

    def show_room(
        self,
        room: Room = ROOM_VIEW,
        panel: Panel | None = None,
        shoulder: RoleView | None = None,
        **changes: Any,
    ) -> None:
        """Control sees all of this: its room, the panel of the team it watches, and the screen of
        the role that it looks over the shoulder of."""
        shown = ROOM.dump_python(replace(room, **changes), mode="json")
        if panel:
            shown |= inside(PANEL, PANEL_VIEW.dump_python(panel, mode="json"))
        if shoulder:
            told = inside(OVER, ROLE_VIEW.dump_python(shoulder, mode="json"))
            shown |= {name: part for name, part in told.items() if name != "over/now"}
        self._all(shown, None)

    def news(self, changes: dict[str, Any]) -> None:
        """Control is told what has changed."""
        self.seq += 1
        self.tell(p.News(seq=self.seq, clock=None, changes=changes))

    def seats(self, *people: p.Present) -> None:
        """These play the same seat, too."""
        self.tell(p.Company(people=people))

    def answer(self, refusal: str = "", **given: Any) -> None:
        """Answer what was asked first."""
        id = self.memory.outbox[0]["id"]
        self.tell(p.Answered(id=id, done=not refusal, sentence=refusal, **given))

    @property
    def watched(self) -> tuple[str, str]:
        """The team and the role that control has asked to watch."""
        return self.lookout.watched.team, self.lookout.watched.role

    @property
    def enquired(self) -> list[p.Enquire]:
        """What was enquired and not told yet, oldest first."""
        return self.lookout.waiting

    def tells(self, answer: Script | Preview | Outlook | None, sentence: str = "") -> None:
        """Tell what was enquired first, or that it can't be."""
        wanted = self.enquired[0]
        body = TypeAdapter(type(answer)).dump_python(answer, mode="json") if answer else {}
        self.tell(p.Told(id=wanted.id, about=wanted.about, body=body, sentence=sentence))

    def lose(self, tries: int = 1) -> None:
        """The connection is gone; a try has failed so often."""
        self._part()
        self._set(Status("reconnecting", tries))

    def end(self, code: int) -> None:
        self._part()
        self._end(code)

    @property
    def asked(self) -> list[dict[str, Any]]:
        """What has been asked and not yet answered: commands and acts as plain data."""
        return [told.get("command") or told["act"] for told in self.memory.outbox]

    def _all(self, view: dict[str, Any], clock: p.ClockFace | None) -> None:
        if self.status.state != "connected":
            self.welcome_in()
        self.seq += 1
        self.tell(p.View(seq=self.seq, clock=clock, view=view))
