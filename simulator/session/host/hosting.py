"""From what a facilitator wants to a host that listens: sessions begun, and taken up again."""

from __future__ import annotations

import secrets
import socket
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import simulator
from simulator.engine.errors import Refused
from simulator.engine.exercise import Setup
from simulator.scenario import checks_sides
from simulator.scenario.scenario import Scenario
from simulator.scenario.wording import nearest
from simulator.session import folder, system
from simulator.session.drafting import Drafted, Place, invitation
from simulator.session.errors import BadSession
from simulator.session.folder import Opened
from simulator.session.grants import SECRET_BYTES, Grant, code_of, hashed, plain_code
from simulator.session.host import serving
from simulator.session.host.certificate import Credentials, made_for
from simulator.session.host.host import Host
from simulator.session.host.reception import Reception
from simulator.session.host.timekeeping import Times
from simulator.session.invitation import Invitation
from simulator.session.journal.disk import Disk
from simulator.session.journal.record import Draft, Header
from simulator.session.limits import NEVER, SLOWEST
from simulator.session.recalling import peopled
from simulator.speech import Saying

LOOPBACK: Final = "127.0.0.1"
ONE_TEAM: Final = checks_sides.ONE_TEAM
MOST_TEAMS: Final = 8
"""So many sides can be played by a number; more teams can be named."""
TIMES: Final = Times(time.monotonic, lambda: time.time_ns() // 1_000_000, system.asleep)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is played. `seats` says how many people are invited to each role; without any, one is
    to each role that is no response cell. `single` lets one controller alone lift an emergency."""

    scenario: Path
    seed: int = 0
    teams: tuple[str, ...] = (ONE_TEAM,)
    seats: dict[str, int] = field(default_factory=dict)
    observers: tuple[str, ...] = ()
    evaluators: tuple[str, ...] = ()
    bots: str = "doctrine"
    having: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    pace: float | None = None
    single: bool = False
    level: str = ""


@dataclass(frozen=True, slots=True)
class Address:
    """Where to listen, and with what. Port 0 is any that is free.

    `certificate` is the facilitator's own; without one, addresses beyond this machine get one
    made for the session.
    """

    bind: str = LOOPBACK
    port: int = 0
    name: str = ""
    certificate: Credentials | None = None
    tls: bool = False


@dataclass(frozen=True, slots=True)
class Hosting:
    """A session that listens. `invitations` are those that were made now, each with its grant."""

    host: Host
    reception: Reception
    address: Invitation
    invitations: tuple[tuple[Grant, Invitation], ...] = ()


def header_of(plan: Plan, scenario: Scenario) -> Header:
    """The header of a new session. Raises Refused where the plan does not fit the scenario."""
    for role in (*plan.seats, *plan.observers, *plan.evaluators):
        if role not in scenario.roles:
            raise Refused("unknown", "this exercise has no role '{role}'", role=role)
    teams = side_by_side(plan.teams, scenario)
    if len(set(teams)) < len(teams):
        raise Refused("unknown", "two teams have the same name")
    pace = plan.pace or scenario.pace
    if pace < SLOWEST:
        raise Refused(
            "unknown", "a session goes at {least} exercise seconds a second at least", least=SLOWEST
        )
    return Header(
        session=secrets.token_hex(8), kulla=simulator.__version__, engine=simulator.ENGINE,
        scenario=scenario.id, digest=scenario.digest, seed=plan.seed, teams=teams,
        bots=plan.bots, having=plan.having, lacking=plan.lacking,
        pace=pace, created=TIMES.utc(), single=plan.single, level=plan.level,
    )  # fmt: skip


def side_by_side(named: tuple[str, ...], scenario: Scenario) -> tuple[str, ...]:
    """The teams, where a number stands for so many of the scenario's sides. Raises Refused."""
    if len(named) != 1 or not named[0].isdigit():
        for name in named:
            if nearest(name, scenario.sides):  # a slip would let them play as no side at all
                Setup(side=name).check(scenario)
        return named
    sides, number = tuple(scenario.sides), int(named[0])
    if not sides:
        raise Refused(
            "unknown", "this exercise has no sides that {number} teams could play; name the teams",
            number=number,
        )  # fmt: skip
    most = min(len(sides), MOST_TEAMS)
    if not 2 <= number <= most:
        raise Refused("unknown", "2 to {most} teams can play its sides", most=most)
    return sides[:number]


@asynccontextmanager
async def begun(
    opened: Opened, address: Address, plan: Plan, bot_after: int = NEVER
) -> AsyncIterator[Hosting]:
    """Host a new session: everybody is invited."""
    async with _hosted(opened, address, bot_after) as hosting:
        made = [await invited(hosting, place) for place in places(opened, plan)]
        yield Hosting(hosting.host, hosting.reception, hosting.address, tuple(made))


@asynccontextmanager
async def resumed(
    opened: Opened, address: Address, bot_after: int = NEVER
) -> AsyncIterator[Hosting]:
    """Host a session again: those who were in it come back by themselves."""
    async with _hosted(opened, address, bot_after) as hosting:
        yield hosting


def places(opened: Opened, plan: Plan) -> Iterator[Place]:
    """Everything that somebody is invited to at the beginning."""
    yield Place("control")
    roles = opened.session.scenario.roles
    seats = plan.seats or {name: 1 for name, role in roles.items() if not role.response_cell}
    for team in opened.session.teams:
        for role, people in seats.items():
            yield from (Place("player", team, role) for _ in range(people))
        yield from (Place("observer", team, role) for role in plan.observers)
        yield from (Place("evaluator", team, role) for role in plan.evaluators)


def places_again(opened: Opened) -> Iterator[Place]:
    """Those who are to be invited where all was played elsewhere: to the seats that people had."""
    yield Place("control")
    for team in opened.session.teams.values():
        for role in peopled(team.exercise) if team.forked else ():
            yield Place("player", team.name, role)


async def invited(hosting: Hosting, place: Place) -> tuple[Grant, Invitation]:
    """A new invitation. Raises NotKept."""
    code = code_of(secrets.token_bytes(SECRET_BYTES))
    session = hosting.host.session
    # In its turn, for its name goes by those that are there.
    await hosting.host.want(lambda: Drafted((invitation(session, code, place),)))
    made = next(grant for grant in session.grants if grant.code == hashed(plain_code(code)))
    return made, hosting.address._replace(code=code)


def last_address(opened: Opened) -> Address:
    """Where the session listened last, so that its clients find it again."""
    last = opened.session.opened
    if not last:
        return Address()
    return Address(last["bind"], last["port"], last["name"], tls=last["tls"])


@asynccontextmanager
async def _hosted(opened: Opened, address: Address, bot_after: int) -> AsyncIterator[Hosting]:
    try:
        credentials = _credentials(opened, address)
        sock = serving.listen(address.bind, address.port)
    except (BadSession, OSError):
        opened.close()
        raise
    where = _where(address, sock, credentials)
    host = Host(opened, TIMES, None if bot_after == NEVER else bot_after)
    if other := _other_place(opened, where):
        host.alarms.append(other)
    body = {
        "epoch": secrets.token_hex(8), "kulla": simulator.__version__, "engine": simulator.ENGINE,
        "bind": address.bind, "port": where.port, "name": address.name, "tls": bool(credentials),
        "address": where.address, "fingerprint": where.fingerprint,
        "own": bool(address.certificate), "bot_after": bot_after,
    }  # fmt: skip
    async with serving.served(host, sock, credentials, Draft("opened", body=body)) as reception:
        yield Hosting(host, reception, where)


def _credentials(opened: Opened, address: Address) -> Credentials | None:
    """Raises BadSession where others could listen in, or clients would not know the host again."""
    if address.certificate:
        address.certificate.context()
        return address.certificate
    if serving.is_loopback(address.bind) and not address.tls:
        return None
    if opened.session.opened.get("own"):
        raise BadSession(
            "those who joined know this session by a certificate of your own: give the same "
            "--cert and --key again"
        )
    made = made_for(opened.path, address.name or address.bind)
    made.context()
    return made


def _other_place(opened: Opened, where: Invitation) -> Saying | None:
    """What to tell control where those who joined before look for the session elsewhere."""
    last = opened.session.opened
    before = (last.get("address"), last.get("port"), last.get("fingerprint"))
    if "address" not in last or before == (where.address, where.port, where.fingerprint):
        return None
    return Saying(
        "the session listened at {address}, port {port}, before, or with another certificate; "
        "who joined there does not find it here",
        {"address": before[0], "port": before[1]},
    )


def _where(address: Address, sock: socket.socket, credentials: Credentials | None) -> Invitation:
    shown = address.name or address.bind
    if shown in ("0.0.0.0", "::"):  # noqa: S104 only compared
        shown = socket.getfqdn()
    return Invitation(
        shown, sock.getsockname()[1], "", credentials.fingerprint() if credentials else ""
    )


def new_folder(scenario: str) -> Path:
    """A folder for a new session that nobody has named: `sessions/wiper-2022-20221015-1830`."""
    stem = Path("sessions", f"{scenario}-{time.strftime('%Y%m%d-%H%M')}")
    tried = (stem, *(stem.with_name(f"{stem.name}-{n}") for n in range(2, 100)))
    for path in tried:
        if not path.exists():
            return path
    raise BadSession(f"{stem} and those after it are there already")


def begin(path: Path, plan: Plan, scenario: Scenario, mirror: Path | None = None) -> Opened:
    """Make the folder of a new session.

    Raises BadSession, Refused where the plan does not fit the scenario, OSError.
    """
    return folder.create(path, plan.scenario, header_of(plan, scenario), mirror=mirror, disk=Disk())
