"""Control's chair as its screens see it, while the host says this and that."""

import pytest

from simulator.engine import commands as c
from simulator.engine.views.script import Script
from simulator.session.limits import MESSAGE_BYTES
from simulator.session.protocol import GOING_AWAY
from tests.tui.far import ROOM_VIEW, FarLine
from tests.tui.room import overview as o
from tests.tui.world import VIEW
from tui.chair import RemoteChair, Untold

SCRIPT = Script(
    id="dawn", title="Dawn", sender="Harbour", channel="phone", text="The sun is up.",
    to=("soc",), asks="", options=(), expected="", hint="", notes="Say it slowly.",
    read_aloud="", red_flags="",
    trigger="at T+00:30", sources=(),
)  # fmt: skip
SKIP = c.Skip(c.CONTROL, "dawn")


@pytest.fixture
def line() -> FarLine:
    line = FarLine("control")
    line.show_room()
    return line


@pytest.fixture
def chair(line: FarLine) -> RemoteChair:
    return RemoteChair(line)


def test_of_a_panel_that_is_told_again_the_same_rows_are_the_same_things(
    line: FarLine, chair: RemoteChair
):
    assert chair.panel() is None
    rows = (o.inject("dawn"), o.inject("noon"))
    line.show_room(panel=o.panel(msel=rows))
    before = chair.panel()
    assert before is not None
    assert before.msel == rows
    assert chair.panel() is before
    changed = {"rows": {"1": {**_plain(line, 1), "state": "held"}}, "length": 2}
    line.news({"panel/msel": changed})
    after = chair.panel()
    assert after is not None
    assert after.msel[0] is before.msel[0]
    assert after.msel[1].state == "held"
    assert after.roles is before.roles


def _plain(line: FarLine, place: int) -> dict[str, object]:
    assert line.sight._plain is not None
    return dict(line.sight._plain["panel/msel"][place])


def test_over_a_shoulder_it_is_the_second_of_the_watched_team(line: FarLine, chair: RemoteChair):
    assert chair.shoulder() is None
    chair.watch("blue-barn", "akcesk")
    assert line.watched == ("blue-barn", "akcesk")
    line.show_room(shoulder=VIEW, watched="blue-barn", over="akcesk")
    view = chair.shoulder()
    assert view is not None
    assert (view.inbox, view.now) == (VIEW.inbox, ROOM_VIEW.teams[1].now)
    chair.watch("blue-barn")
    line.show_room(watched="blue-barn")
    assert chair.shoulder() is None


def test_what_is_enquired_is_told_once_the_host_has_said_it(line: FarLine, chair: RemoteChair):
    id = chair.enquire("script", "red-barn", inject="dawn")
    assert chair.told(id) is None
    chair.tick()
    line.tells(SCRIPT)
    assert chair.tick()
    assert chair.told(id) == SCRIPT
    assert chair.told(id) is chair.told(id)


def test_in_whose_place_a_command_would_be_goes_by_its_role(line: FarLine, chair: RemoteChair):
    chair.enquire("preview", "red-barn", command=SKIP)
    assert [it.seat for it in line.enquired] == [""]
    chair.enquire("preview", "red-barn", command=c.Consent("nato", "plead-1", "grant"))
    [wanted] = line.enquired
    assert (wanted.seat, wanted.command and wanted.command["ask"]) == ("nato", "consent")
    chair.ask(c.Consent("nato", "plead-1", "grant"), "red-barn", "Granted.", "nato")
    assert line.memory.outbox[-1]["seat"] == "nato"


def test_what_can_not_be_told_says_why(line: FarLine, chair: RemoteChair):
    first = chair.enquire("outlook", "red-barn", until=7200)
    second = chair.enquire("outlook", "red-barn", until=7200)
    assert chair.told(first) == Untold("something else was asked since")
    line.tells(None, "the exercise has not begun")
    assert chair.told(second) == Untold("the exercise has not begun")
    third = chair.enquire("preview", "red-barn", command=SKIP)
    line.lose()
    assert chair.told(third) == Untold("the way to the host was lost: ask again")
    line.show_room()
    long = c.Write(c.CONTROL, ("soc",), "phone", "Hm.", "x" * MESSAGE_BYTES)
    assert chair.told(chair.enquire("preview", "red-barn", command=long)) == Untold(
        "this is too long"
    )
    line.end(GOING_AWAY)
    assert chair.told(chair.enquire("preview", "red-barn", command=SKIP)) == Untold(
        "ended: the session is over"
    )


def test_what_is_told_in_another_shape_is_not_told(line: FarLine, chair: RemoteChair):
    id = chair.enquire("preview", "red-barn", command=SKIP)
    line.tells(SCRIPT)
    assert isinstance(chair.told(id), Untold)
