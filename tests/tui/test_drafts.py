"""What was begun to write is there again: after escape, after a refusal, after a restart."""

import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.engine import commands as c
from tests.tui.desk import NEVER, Player, seated
from tests.tui.fake import FakeSeat
from tests.tui.world import VIEW
from tui.drafts import LARGEST, MOST, Draft, Drafts, drafts_of, place
from tui.screens import form
from tui.seat import Late

REPORT = ("report", "early")
WRITTEN = {"field-what": "a wiper"}
posix = pytest.mark.skipif(os.name != "posix", reason="owners are not known by mode")


# In a form


async def test_a_report_that_was_begun_survives_a_restart(tmp_path: Path):
    async with seated(drafts=Drafts(tmp_path, "akcesk")) as player:
        await player.press("5", "enter")
        await player.write("a wiper")
        await player.press("enter", "2", "escape")
        assert player.told() == ["What you wrote is kept as a draft."]
    seat = FakeSeat(replace(VIEW, now=5400))
    async with seated(seat, drafts=Drafts(tmp_path, "akcesk")) as player:
        await player.press("5", "enter")
        assert "A draft of Fri 09:00." in player.sees()
        await player.press("ctrl+s")
        entries = (("what", "a wiper"), ("reach", "Several"))
        assert seat.asked == [c.Send("akcesk", "early", entries)]
    assert Drafts(tmp_path, "akcesk").of(REPORT) is None


async def test_what_is_being_written_is_kept_before_the_form_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(form, "OFTEN", 0.01)
    async with seated(drafts=Drafts(tmp_path, "akcesk")) as player:
        await player.press("n")
        await player.write("why")
        kept = Draft(VIEW.now, {"words": "why"})
        await player.waits_until(lambda: Drafts(tmp_path, "akcesk").of(("note", "")) == kept)


async def test_what_is_being_written_is_kept_when_the_program_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(form, "OFTEN", NEVER)
    async with seated(drafts=Drafts(tmp_path, "akcesk")) as player:
        await player.press("n")
        await player.write("why")
        assert Drafts(tmp_path, "akcesk").of(("note", "")) is None
        await player.press("ctrl+q", "y")
    kept = Drafts(tmp_path, "akcesk").of(("note", ""))
    assert kept == Draft(VIEW.now, {"words": "why"})


async def test_a_form_that_was_only_looked_at_leaves_no_draft(tmp_path: Path):
    async with seated(drafts=Drafts(tmp_path, "akcesk")) as player:
        await player.press("d", "escape")
        assert player.told() == []
    assert Drafts(tmp_path, "akcesk").of(("decision", "isolate")) is None


async def test_a_decision_that_was_refused_is_still_written_down():
    seat = FakeSeat()
    async with seated(seat) as player:
        await player.press("d", "2")
        await player.write("counters")
        await player.press("enter", "4")
        seat.refusal = "not now"
        await player.press("ctrl+s")
        seat.refusal = ""
        await player.press("d", "ctrl+s")
        assert seat.asked[-1] == c.Answer("akcesk", "isolate", "segments", "", "counters", 70)


async def test_what_a_far_host_refuses_late_can_be_sent_again():
    seat = FakeSeat()
    seat.leads_clock = False
    async with seated(seat) as player:
        await player.press("n")
        await player.write("why")
        await player.press("ctrl+s")
        assert player.screen.drafts.of(("note", "")) is None
        await refused(player, seat)
        await player.press("n")
        assert "why" in player.sees()


async def refused(player: Player, seat: FakeSeat) -> None:
    seat.late = [Late(seat.asked[-1], "too late")]
    seat.show()
    await player.time_passes()


async def test_a_draft_from_later_than_now_is_of_an_earlier_play():
    drafts = Drafts()
    drafts.keep(REPORT, WRITTEN, VIEW.now + 1)
    async with seated(drafts=drafts) as player:
        await player.press("5", "enter")
        assert "A draft of an earlier play." in player.sees()
        assert "a wiper" in player.sees()


# On the disk


@posix
def test_the_file_is_its_owners_alone(tmp_path: Path):
    folder = tmp_path / "drafts"
    Drafts(folder, "akcesk").keep(REPORT, WRITTEN, 5)
    [file] = folder.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert "akcesk" not in file.name


def test_each_seat_has_its_own(tmp_path: Path):
    Drafts(tmp_path, "akcesk").keep(REPORT, WRITTEN, 5)
    assert Drafts(tmp_path, "akshi").of(REPORT) is None
    assert Drafts(tmp_path, "akcesk").of(REPORT) == Draft(5, WRITTEN)


def test_drafts_are_kept_where_the_user_keeps_state(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    drafts_of("akcesk").keep(REPORT, WRITTEN, 5)
    assert [file.parent for file in tmp_path.rglob("*.json")] == [place()]


@pytest.mark.parametrize("spoilt", [b"", b"{", b"[1]", b'[[["a"], 1, {}]]', b"\xff", b"[" * 9999])
def test_a_spoilt_file_is_as_if_nothing_had_been_written(tmp_path: Path, spoilt: bytes):
    Drafts(tmp_path, "akcesk").keep(REPORT, WRITTEN, 5)
    [file] = tmp_path.iterdir()
    file.write_bytes(spoilt)
    drafts = Drafts(tmp_path, "akcesk")
    assert drafts.of(REPORT) is None
    drafts.keep(REPORT, WRITTEN, 6)
    assert Drafts(tmp_path, "akcesk").of(REPORT) == Draft(6, WRITTEN)


def test_a_disk_that_can_not_be_written_costs_only_the_restart(tmp_path: Path):
    (tmp_path / "file").write_text("no folder")
    drafts = Drafts(tmp_path / "file", "akcesk")
    drafts.keep(REPORT, WRITTEN, 5)
    assert drafts.of(REPORT) == Draft(5, WRITTEN)


def test_the_oldest_give_way_to_new_ones(tmp_path: Path):
    drafts = Drafts(tmp_path, "akcesk")
    for number in range(MOST + 1):
        drafts.keep(("report", str(number)), WRITTEN, number)
    assert drafts.of(("report", "0")) is None
    assert drafts.of(("report", "1")) is not None
    for number in range(5):
        drafts.keep(("note", str(number)), {"words": "x" * (LARGEST // 4)}, number)
    [file] = tmp_path.iterdir()
    assert file.stat().st_size <= LARGEST
    assert Drafts(tmp_path, "akcesk").of(("note", "4")) is not None


def test_nothing_stays_behind_when_all_is_sent(tmp_path: Path):
    drafts = Drafts(tmp_path, "akcesk")
    drafts.keep(REPORT, WRITTEN, 5)
    drafts.drop(REPORT)
    assert list(tmp_path.iterdir()) == []


def test_a_draft_keeps_its_date_until_something_else_is_written():
    drafts = Drafts()
    drafts.keep(REPORT, WRITTEN, 5)
    drafts.keep(REPORT, WRITTEN, 9)
    assert drafts.of(REPORT) == Draft(5, WRITTEN)
    drafts.keep(REPORT, {}, 9)
    assert drafts.of(REPORT) == Draft(9, {})
