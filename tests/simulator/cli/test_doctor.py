"""The command `kulla doctor`: what it finds on this machine, and what it would find on others."""

import shutil
from collections import namedtuple
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from simulator.cli import checkup, doctor, exits
from simulator.cli.checkup import Finding, Readings
from simulator.cli.choices import HostChoices
from simulator.session import system
from simulator.session.host import certificate
from simulator.session.host.certificate import kept_in, made_for
from simulator.session.host.serving import listen
from simulator.session.journal.lock import Lock
from simulator.session.journal.record import Draft, Record
from tests.simulator.cli.harbour import Left, call, no_session
from tests.simulator.cli.sessions import host, notes

Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """A disk that takes so many seconds for each sync."""

    def taking(seconds: float) -> None:
        times = count()
        monkeypatch.setattr("time.perf_counter", lambda: next(times) * seconds)

    return taking


@pytest.fixture
def session(harbour: Path, tmp_path: Path) -> Path:
    path = tmp_path / "session"
    host(HostChoices(path, harbour), notes(1))
    return path


def look(*arguments: object) -> dict[str, dict[str, str]]:
    data = call(doctor.command, "--format", "json", *arguments).data
    return {finding.pop("check"): finding for finding in data}


def levels(left: Left) -> set[str]:
    return {line[:4].strip() for line in left.out.splitlines()}


# This machine


def test_each_line_says_how_it_is(tmp_path: Path):
    told = call(doctor.command, "--disk", tmp_path)
    assert told.code == exits.FINE
    assert levels(told) <= {"ok", "warn"}
    assert told.out.splitlines()[0].startswith("ok    kulla: Kulla ")
    checks = [line[6:].partition(":")[0] for line in told.out.splitlines()]
    assert {"python", "extra tls", "extra metrics", "disk", "room", "port", "clock"} < set(checks)


def test_a_program_gets_one_json_document(tmp_path: Path):
    found = look("--disk", tmp_path)
    assert all(set(finding) == {"level", "told"} for finding in found.values())


def test_a_folder_that_will_be_made_is_judged_by_the_one_above_it(tmp_path: Path):
    assert look("--disk", tmp_path / "not" / "yet")["disk"]["level"] in ("ok", "warn")
    assert list(tmp_path.iterdir()) == []


def test_a_port_that_something_listens_on_is_bad(tmp_path: Path):
    taken = listen("127.0.0.1", 0)
    port = taken.getsockname()[1]
    told = call(doctor.command, "--disk", tmp_path, "--port", port)
    taken.close()
    assert told.code == exits.FINDINGS
    assert (
        f"bad   port: can't listen on 127.0.0.1, port {port}: Address already in use; "
        "choose another with --port" in told.out
    )


def test_what_is_not_installed_is_told_with_what_it_is_for(monkeypatch):
    monkeypatch.setattr(checkup, "find_spec", lambda name: None)
    tls, metrics = checkup.extras()
    assert (tls.level, metrics.level) == ("warn", "ok")
    assert tls.told.endswith("without a certificate of your own: pip install 'kulla[tls]'")


# Other machines' disks


@pytest.mark.parametrize(
    ("seconds", "level", "told"),
    [
        (0.000_01, "warn", "a sync takes 10 µs, 10 µs at most: too fast for a disk."),
        (0.001, "ok", "a sync takes 1.0 ms, 1.0 ms at most"),
        (0.06, "warn", "a sync takes 60.0 ms, 60.0 ms at most: players will feel it"),
    ],
)
def test_a_disk_is_judged_by_how_long_it_takes_to_keep_something(
    disk, tmp_path: Path, seconds: float, level: str, told: str
):
    disk(seconds)
    finding = checkup.sync_time(tmp_path, lambda: None)
    assert finding.level == level
    assert finding.told.startswith(told)
    assert list(tmp_path.iterdir()) == []


def test_a_very_slow_disk_is_not_waited_for_in_silence_nor_for_ever(
    disk, tmp_path: Path, monkeypatch
):
    disk(1.0)
    syncs: list[int] = []
    patience: list[str] = []
    monkeypatch.setattr(system, "datasync", syncs.append)
    finding = checkup.sync_time(tmp_path, lambda: patience.append("..."))
    assert finding.level == "warn"
    assert len(patience) == 1
    assert len(syncs) < 10


def test_a_disk_that_cannot_be_written_is_bad(tmp_path: Path, monkeypatch):
    def fail(file: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(system, "datasync", fail)
    finding = checkup.sync_time(tmp_path, lambda: None)
    assert finding == Finding("disk", "bad", f"{tmp_path} can't be written: Input/output error")


@pytest.mark.parametrize(("megabytes", "level"), [(1, "bad"), (100, "warn"), (10_000, "ok")])
def test_little_room_is_told(tmp_path: Path, monkeypatch, megabytes: int, level: str):
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(0, 0, megabytes << 20))
    finding = checkup.room(tmp_path)
    assert finding.level == level
    assert finding.told.startswith(f"{megabytes:,} MB free")


@pytest.mark.parametrize(
    ("kind", "level"),
    [("ext4", "ok"), ("nfs4", "warn"), ("cifs", "warn"), ("fuse.sshfs", "warn"), ("tmpfs", "warn")],
)
def test_the_kind_of_the_disk_nearest_to_the_folder_counts(tmp_path: Path, kind: str, level: str):
    mounts = tmp_path / "mounts"
    folder = tmp_path / "my exercises"
    folder.mkdir()
    escaped = str(folder).replace(" ", "\\040")
    mounts.write_text(
        f"/dev/sda / xfs rw 0 0\nshare {escaped} {kind} rw 0 0\nproc /proc proc rw 0 0"
    )
    [finding] = checkup.filesystem(folder / "session", mounts)
    assert finding.level == level
    assert finding.told.startswith(kind)


def test_where_the_system_does_not_tell_nothing_is_said(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(system, "resource", None)
    assert [*checkup.filesystem(tmp_path, tmp_path / "none"), *checkup.sockets()] == []


def test_too_few_open_files_are_told_with_how_many_can_join(monkeypatch):
    monkeypatch.setattr(system, "most_open_files", lambda: (256, 1024))
    [finding] = checkup.sockets()
    assert finding == Finding(
        "open files", "warn",
        "1024 at most, so 924 connections and not 2000; raise it with ulimit -n 2100",
    )  # fmt: skip


# Clocks


@pytest.mark.parametrize(
    ("wall", "level", "told"),
    [(10.1, "ok", ""), (8.0, "warn", "it was set back by 2.0 s"), (15.0, "warn", "forward by 5.0")],
)
def test_a_clock_that_is_set_while_it_is_looked_at_is_told(wall: float, level: str, told: str):
    finding = checkup.clock(Readings(1000.0, 50.0), Readings(1000.0 + wall, 60.0))
    assert finding.level == level
    assert told in finding.told


@pytest.mark.parametrize(
    ("utcs", "level", "told"),
    [
        ([1_000, 2_000, 3_000], "ok", "agree with this machine's clock"),
        ([1_000, 400_000, 5_000], "bad", "the last record is 300 s ahead of this machine's clock"),
        ([1_000, 99_000, 9_000], "warn", "the clock went back by 90 s during the session"),
    ],
)
def test_a_session_shows_a_clock_that_went_back(utcs: list[int], level: str, told: str):
    records = [Record(seq, utc, Draft("ran")) for seq, utc in enumerate(utcs, 1)]
    finding = checkup.times(records, utc=100_000)
    assert finding.level == level
    assert told in finding.told


# A session


def test_a_session_at_rest_is_fit_to_be_resumed(session: Path):
    found = look("--session", session)
    assert found["lock"]["told"] == "no host holds the session"
    assert found["permissions"] == {"level": "ok", "told": "the owner's alone"}
    assert found["session times"]["level"] == "ok"
    assert "bad" not in {finding["level"] for finding in found.values()}


def test_of_a_session_in_use_it_says_who_holds_it_and_its_port_is_no_fault(session: Path):
    held = Lock(session, "now")
    opened = [it for it in checkup_records(session) if it.draft.kind == "opened"]
    taken = listen("127.0.0.1", opened[-1].draft.body["port"])
    found = look("--session", session)
    taken.close()
    held.release()
    assert "is in use: process " in found["lock"]["told"]
    assert found["port"] == {
        "level": "ok",
        "told": f"port {opened[-1].draft.body['port']} is the running host's",
    }


def checkup_records(session: Path) -> tuple[Record, ...]:
    return doctor._records(session)


@pytest.mark.parametrize(("name", "mode"), [(".", "700"), ("journal.jsonl", "600")])
def test_what_others_can_read_is_bad(session: Path, name: str, mode: str):
    path = session / name
    path.chmod(0o755)
    told = call(doctor.command, "--session", session)
    assert told.code == exits.FINDINGS
    assert f"bad   permissions: others can use {path}: chmod {mode} {path}" in told.out


@pytest.mark.parametrize(
    ("days", "level", "told"),
    [(91, "bad", "ended on"), (87, "warn", "ends on"), (1, "ok", "good until")],
)
def test_a_certificate_that_ends_is_told(tmp_path: Path, days: int, level: str, told: str):
    made_for(tmp_path, "127.0.0.1")
    made = datetime.now(UTC)
    [finding] = checkup.certificate(tmp_path, (made + timedelta(days=days)).timestamp())
    assert finding.level == level
    assert finding.told.startswith(f"{told} {made + certificate.LIFE:%Y-%m-%d}")


def test_a_certificate_that_is_none_is_bad(tmp_path: Path):
    kept_in(tmp_path).certificate.write_text("-----BEGIN NOTHING-----")
    [finding] = checkup.certificate(tmp_path, 0.0)
    assert finding.level == "bad"
    assert finding.told.startswith(f"{kept_in(tmp_path).certificate} can't be read: ")


def test_a_folder_without_a_session_is_named(tmp_path: Path):
    told = call(doctor.command, "--session", tmp_path)
    assert told.code == exits.BAD_SESSION
    assert told.err == no_session(tmp_path)
