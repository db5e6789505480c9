"""What can keep a machine from hosting well, looked at one by one. It prints nothing."""

from __future__ import annotations

import platform
import shutil
import ssl
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Literal, NamedTuple

import simulator
from simulator.session import system
from simulator.session.errors import BadSession, HeldElsewhere
from simulator.session.host.certificate import kept_in
from simulator.session.host.serving import listen
from simulator.session.journal.lock import Lock
from simulator.session.journal.record import Record
from simulator.session.limits import RESERVE_BYTES, SOCKETS

Level = Literal["ok", "warn", "bad"]

SYNCS: Final = 200
LONGEST_TRIAL: Final = 10.0
FAST: Final = 20e-6
SLOW: Final = 50e-3
"""Seconds: below the first a disk hardly keeps what it says, above the second it is felt."""
LITTLE_ROOM: Final = 200 << 20
OTHER_FILES: Final = 100
"""That a host opens beside its sockets."""
SETS: Final = 0.2
"""Seconds by which a clock that is being set differs from a steady one."""
AHEAD: Final = 60_000
SOON: Final = 7 * 86_400

NETWORK: Final = ("nfs", "cifs", "smb", "afs", "ceph", "gluster", "lustre", "9p", "fuse.", "drvfs")
MEMORY: Final = ("tmpfs", "ramfs")


class Finding(NamedTuple):
    """`told` says what was found and, where it is not well, what to do."""

    check: str
    level: Level
    told: str


def versions() -> Iterator[Finding]:
    yield Finding("kulla", "ok", f"Kulla {simulator.__version__}, engine {simulator.ENGINE}")
    yield Finding("python", "ok", f"Python {platform.python_version()} on {platform.system()}")


def extras() -> Iterator[Finding]:
    for name, module, missing in (
        ("tls", "cryptography", "to host beyond this machine without a certificate of your own"),
        ("metrics", "prometheus_client", "only for /metrics"),
    ):
        if find_spec(module):
            yield Finding(f"extra {name}", "ok", "installed")
        else:
            level: Level = "warn" if name == "tls" else "ok"
            told = f"not installed; needed {missing}: pip install 'kulla[{name}]'"
            yield Finding(f"extra {name}", level, told)


def sync_time(folder: Path, patient: Callable[[], None]) -> Finding:
    """How long the disk takes to keep something; `patient` is called where that takes its time."""
    try:
        times = sorted(_syncs(folder, patient))
    except OSError as error:
        return Finding("disk", "bad", f"{folder} can't be written: {error.strerror}")
    usual, slowest = times[len(times) // 2], times[-1]
    told = f"a sync takes {_span(usual)}, {_span(slowest)} at most"
    if usual < FAST:
        return Finding(
            "disk", "warn",
            f"{told}: too fast for a disk. A memory disk or a write cache loses acknowledged "
            "commands when the power goes; choose another folder or add --mirror",
        )  # fmt: skip
    if usual > SLOW:
        return Finding("disk", "warn", f"{told}: players will feel it; choose a faster disk")
    return Finding("disk", "ok", told)


def _syncs(folder: Path, patient: Callable[[], None]) -> Iterator[float]:
    began, told = time.perf_counter(), False
    with tempfile.NamedTemporaryFile(dir=folder, prefix=".doctor-") as file:
        for _ in range(SYNCS):
            file.write(b"x" * 200)
            file.flush()
            before = time.perf_counter()
            system.datasync(file.fileno())
            after = time.perf_counter()
            yield after - before
            if after - began > LONGEST_TRIAL:
                return
            if after - began > 2 and not told:
                patient()
                told = True


def _span(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms" if seconds >= 0.001 else f"{seconds * 1_000_000:.0f} µs"


def room(folder: Path) -> Finding:
    free = shutil.disk_usage(folder).free
    told = f"{free >> 20:,} MB free"
    if free < 2 * RESERVE_BYTES:
        return Finding("room", "bad", f"{told}: not enough for a session; make room")
    if free < LITTLE_ROOM:
        return Finding("room", "warn", f"{told}: a long session could fill it; make room")
    return Finding("room", "ok", told)


def filesystem(folder: Path, mounts: Path = Path("/proc/mounts")) -> Iterator[Finding]:
    """What kind of disk it is, where the system says so."""
    if not mounts.is_file():
        return
    kind = _kind(folder.resolve(), mounts.read_text("utf-8", errors="replace").splitlines())
    if kind.startswith(NETWORK):
        told = f"{kind}, a disk of another machine: its locks and syncs may promise too much"
        yield Finding("filesystem", "warn", f"{told}; choose a folder on a disk of this one")
    elif kind in MEMORY:
        told = f"{kind}: what is kept there is lost with the power; choose another folder"
        yield Finding("filesystem", "warn", told)
    else:
        yield Finding("filesystem", "ok", kind or "unknown")


def _kind(folder: Path, mounts: Iterable[str]) -> str:
    best, kind = -1, ""
    for line in mounts:
        where, named = line.split(" ")[1:3]
        place = Path(where.replace("\\040", " "))
        if folder.is_relative_to(place) and len(place.parts) >= best:
            best, kind = len(place.parts), named
    return kind


def sockets() -> Iterator[Finding]:
    limits = system.most_open_files()
    if limits is None:
        return
    most, wanted = limits[1], SOCKETS + OTHER_FILES
    if most < wanted:
        told = f"{most} at most, so {max(0, most - OTHER_FILES)} connections and not {SOCKETS}"
        yield Finding("open files", "warn", f"{told}; raise it with ulimit -n {wanted}")
    else:
        yield Finding("open files", "ok", f"enough for {SOCKETS} connections")


class Readings(NamedTuple):
    """The wall clock and a steady one, read at once."""

    wall: float
    steady: float


def readings() -> Readings:
    return Readings(time.time(), time.monotonic())


def clock(before: Readings, after: Readings) -> Finding:
    """Whether the wall clock has gone as a steady clock has."""
    off = (after.wall - before.wall) - (after.steady - before.steady)
    if abs(off) < SETS:
        return Finding("clock", "ok", f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC, goes steadily")
    way = "back" if off < 0 else "forward"
    told = f"it was set {way} by {abs(off):.1f} s while this ran; let it settle before you host"
    return Finding("clock", "warn", told)


def times(records: Iterable[Record], utc: int) -> Finding:
    """Whether this machine's clock agrees with those that wrote the session."""
    latest, back = 0, 0
    for record in records:
        back = max(back, latest - record.utc)
        latest = max(latest, record.utc)
    if latest > utc + AHEAD:
        told = (
            f"the last record is {(latest - utc) // 1000} s ahead of this machine's clock; set it"
        )
        return Finding("session times", "bad", told)
    if back > AHEAD:
        told = f"the clock went back by {back // 1000} s during the session; set it by NTP"
        return Finding("session times", "warn", told)
    return Finding("session times", "ok", "agree with this machine's clock")


def port(address: str, number: int, *, held: bool = False) -> Finding:
    """`held` says that the session's own host may be what listens there."""
    named = f"port {number}" if number else "any port"
    try:
        listen(address, number).close()
    except BadSession as bad:
        if held:
            return Finding("port", "ok", f"{named} is the running host's")
        return Finding("port", "bad", f"{bad.sentence}; choose another with --port")
    return Finding("port", "ok", f"{address}, {named}, can be listened on")


def lock(session: Path) -> tuple[bool, Finding]:
    """Whether a host holds the session, and who."""
    try:
        Lock(session, "kulla doctor looked").release()
    except HeldElsewhere as held:
        return True, Finding("lock", "ok", held.sentence)
    return False, Finding("lock", "ok", "no host holds the session")


def permissions(session: Path) -> Finding:
    """Whether others can read the session, as far as the system tells."""
    for path in (session, *sorted(session.iterdir())):
        if path.is_symlink() or not system.open_to_others(path):
            continue
        mode = "700" if path.is_dir() else "600"
        return Finding("permissions", "bad", f"others can use {path}: chmod {mode} {path}")
    return Finding("permissions", "ok", "the owner's alone")


def certificate(session: Path, now: float) -> Iterator[Finding]:
    """How long the certificate that was made for the session is good."""
    path = kept_in(session).certificate
    if not path.exists():
        return
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        context.load_verify_locations(path)
        ends = min(ssl.cert_time_to_seconds(str(it["notAfter"])) for it in context.get_ca_certs())
    except (OSError, ValueError) as error:
        yield Finding("certificate", "bad", f"{path} can't be read: {error}")
        return
    day = f"{datetime.fromtimestamp(ends, UTC):%Y-%m-%d}"
    if ends < now:
        told = f"ended on {day}; remove it and its key, resume, and invite everybody anew"
        yield Finding("certificate", "bad", told)
    elif ends < now + SOON:
        yield Finding("certificate", "warn", f"ends on {day}; plan for a session that lasts longer")
    else:
        yield Finding("certificate", "ok", f"good until {day}")


def nearest_folder(folder: Path) -> Path:
    """The folder, or that above it in which it would be made."""
    there = folder.absolute()
    while not there.is_dir() and there != there.parent:
        there = there.parent
    return there
