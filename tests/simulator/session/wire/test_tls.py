"""TLS: the very certificate of the invitation or none, and nothing said before that is known."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme

from simulator.session import acts
from simulator.session.client import door, memory
from simulator.session.client.line import Line
from simulator.session.errors import BadSession
from simulator.session.grants import code_of
from simulator.session.host import certificate, strangers
from simulator.session.host.certificate import Credentials, made_for
from simulator.session.invitation import Invitation, invitation_from
from tests.simulator.session.wire.house import CONTROL
from tests.simulator.session.wire.raw import GUARD, all_of, eventually, request
from tests.simulator.session.wire.street import street


def saved(folder: Path, made: trustme.LeafCert) -> Credentials:
    """A certificate with those that vouch for it, and its key."""
    found = Credentials(folder / "cert.pem", folder / "key.pem")
    found.certificate.write_bytes(b"".join(pem.bytes() for pem in made.cert_chain_pems))
    found.key.touch(mode=0o600)
    found.key.write_bytes(made.private_key_pem.bytes())
    return found


def issued(folder: Path, name: str = "127.0.0.1") -> Credentials:
    """A certificate of a facilitator's own authority."""
    return saved(folder, trustme.CA().issue_cert(name))


def expired(folder: Path) -> Credentials:
    yesterday = datetime.now(UTC) - timedelta(days=1)
    return saved(folder, trustme.CA().issue_cert("127.0.0.1", not_after=yesterday))


@pytest.fixture(params=[made_for, issued], ids=["made for the session", "of an authority"])
def credentials(request: pytest.FixtureRequest, tmp_path: Path) -> Credentials:
    if request.param is made_for:
        return made_for(tmp_path, "127.0.0.1")
    return issued(tmp_path, "kulla.example")


async def test_who_was_invited_with_its_fingerprint_gets_in(
    credentials: Credentials, tmp_path: Path
):
    async with street(tmp_path, credentials=credentials) as here:
        grant = await here.invite(CONTROL)
        invitation = invitation_from(str(here.invitation(grant.id)))
        assert len(invitation.fingerprint) == 43
        joined = await door.join(invitation, "Ana")
        line = Line(memory.start(None, invitation, joined))
        running = asyncio.ensure_future(line.run())
        line.do(acts.Start())
        async with asyncio.timeout(GUARD):
            while not line.answers:
                await line.change()
        assert line.answers[0].done
        running.cancel()


class Impostor:
    """Listens with another certificate, and keeps all that it is told."""

    def __init__(self, credentials: Credentials) -> None:
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(credentials.certificate, credentials.key)
        self.heard = b""
        self.visits = 0

    async def hear(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.visits += 1
        self.heard += await all_of(reader)
        writer.close()


@asynccontextmanager
async def impostor(credentials: Credentials) -> AsyncIterator[tuple[Impostor, int]]:
    found = Impostor(credentials)
    server = await asyncio.start_server(found.hear, "127.0.0.1", 0, ssl=found.context)
    async with server:
        yield found, server.sockets[0].getsockname()[1]


def a_folder(path: Path, name: str) -> Path:
    (path / name).mkdir()
    return path / name


async def test_another_certificate_is_refused_before_anything_is_said(tmp_path: Path):
    ours = issued(a_folder(tmp_path, "ours"))
    theirs = issued(a_folder(tmp_path, "theirs"))
    async with impostor(theirs) as (heard, port):
        invitation = Invitation("127.0.0.1", port, code_of(b"x" * 16), ours.fingerprint())
        with pytest.raises(door.NotReached, match="another certificate"):
            await door.join(invitation, "Ana")
        seat = memory.Memory(str(invitation), "session", "north-1", "a-token")
        line = Line(seat)
        running = asyncio.ensure_future(line.run())
        async with asyncio.timeout(GUARD):
            while line.status.tries < 2:
                await line.change()
        assert line.status.state == "reconnecting"
        assert "another certificate" in line.status.why
        running.cancel()
        assert heard.visits >= 2
        assert heard.heard == b""


async def test_a_certificate_that_has_expired_is_refused_before_anything_is_said(tmp_path: Path):
    credentials = expired(tmp_path)
    async with impostor(credentials) as (heard, port):
        code = code_of(b"x" * 16)
        invitation = Invitation("127.0.0.1", port, code, credentials.fingerprint())
        with pytest.raises(door.NotReached, match="expired"):
            await door.join(invitation, "Ana")
        assert heard.heard == b""


async def test_who_was_invited_without_a_fingerprint_does_not_speak_to_a_host_with_one(
    tmp_path: Path,
):
    async with street(tmp_path, credentials=issued(tmp_path)) as here:
        grant = await here.invite(CONTROL)
        with pytest.raises(door.NotReached):
            await door.join(here.invitation(grant.id)._replace(fingerprint=""), "Ana")


def test_a_key_that_others_may_read_is_refused(tmp_path: Path):
    found = issued(tmp_path)
    for mode in (0o640, 0o604, 0o660):
        found.key.chmod(mode)
        with pytest.raises(BadSession, match="can be read by others"):
            found.context()
    found.key.chmod(0o600)
    found.context()


def test_what_is_no_certificate_or_not_its_key_is_refused_with_a_sentence(tmp_path: Path):
    one = issued(a_folder(tmp_path, "one"))
    other = issued(a_folder(tmp_path, "other"))
    with pytest.raises(BadSession):
        Credentials(one.certificate, other.key).context()
    empty = tmp_path / "empty.pem"
    empty.touch(mode=0o600)
    for bad in (Credentials(empty, one.key), Credentials(one.certificate, empty)):
        with pytest.raises(BadSession):
            bad.context()
    for bad in (Credentials(empty, one.key), Credentials(tmp_path / "none.pem", one.key)):
        with pytest.raises(BadSession):
            bad.fingerprint()


def test_the_certificate_made_for_a_session_is_its_owners_alone_and_made_once(tmp_path: Path):
    made = made_for(tmp_path, "kulla.example")
    assert made.key.stat().st_mode & 0o777 == made.certificate.stat().st_mode & 0o777 == 0o600
    assert made_for(tmp_path, "kulla.example").fingerprint() == made.fingerprint()
    assert made_for(a_folder(tmp_path, "x"), "10.0.0.1").fingerprint() != made.fingerprint()


def test_without_the_extra_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(certificate, "find_spec", lambda name: None)
    with pytest.raises(BadSession, match=r"kulla\[tls\]"):
        made_for(tmp_path, "127.0.0.1")


async def test_old_tls_and_none_at_all_are_not_spoken(tmp_path: Path):
    async with street(tmp_path, credentials=issued(tmp_path)) as here:
        old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        old.check_hostname, old.verify_mode = False, ssl.CERT_NONE
        with pytest.warns(DeprecationWarning, match="TLSv1_1"):
            old.minimum_version = old.maximum_version = ssl.TLSVersion.TLSv1_1
        with pytest.raises((ssl.SSLError, ConnectionError)):
            await asyncio.open_connection("127.0.0.1", here.port, ssl=old)
        here.context = None
        assert b"HTTP" not in await here.says(request("GET", "/healthz"))


@pytest.mark.parametrize("begun", [b"", b"\x16\x03\x01\x02\x00\x01"], ids=["silence", "a bit"])
async def test_who_does_not_come_to_terms_on_tls_is_given_up_in_time_and_counted(
    begun: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("simulator.session.host.serving.STRANGER_SECONDS", 0.5)
    monkeypatch.setattr(strangers, "STRANGER_SECONDS", 0.6)
    monkeypatch.setattr(strangers, "STRANGERS", 10)
    async with street(tmp_path, credentials=issued(tmp_path)) as here:
        secure, here.context = here.context, None
        crowd = [await here.open() for _ in range(25)]
        for _, writer in crowd:
            writer.write(begun)
        async with asyncio.timeout(GUARD):
            assert [await all_of(reader) for reader, _ in crowd] == [b""] * 25
        assert here.host.measures.refused_sockets == 15
        here.context = secure
        await eventually(here.is_well)
