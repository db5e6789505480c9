"""The way to a host: pinning its certificate, and exchanging a code for a seat."""

from __future__ import annotations

import asyncio
import http.client
import json
import socket
import ssl
from typing import Final

from pydantic import ValidationError
from websockets.asyncio.client import connect
from websockets.typing import Subprotocol

from simulator.session.invitation import Invitation, fingerprint
from simulator.session.limits import PING_SECONDS
from simulator.session.protocol import SUBPROTOCOL, Join, Joined
from simulator.speech import Saying

PATIENCE: Final = 10.0
"""Seconds to wait for a host."""
MOST_BYTES: Final = 64 * 1024
LARGEST_MESSAGE: Final = 64 << 20


class _Outside(Exception):
    """Said in English with names in braces, and what is given for them."""

    def __init__(self, text: str, /, **given: object) -> None:
        super().__init__(text)
        self.saying = Saying(text, given)

    def into(self, language: str) -> str:
        return self.saying.into(language)

    def __str__(self) -> str:
        return self.into("en")


class NotReached(_Outside):
    """No host there, or not the one that was meant; one sentence. Trying again may help."""


class NoEntry(_Outside):
    """The host is there, and the invitation or the seat is worth nothing to it; one sentence."""


async def join(invitation: Invitation, name: str) -> Joined:
    """Exchange the code of an invitation. Raises NotReached and NoEntry."""
    return await asyncio.to_thread(_join, invitation, name)


async def pinned(invitation: Invitation) -> ssl.SSLContext | None:
    """What to speak TLS with; None where the invitation asks for none. Raises NotReached."""
    if not invitation.fingerprint:
        return None
    return await asyncio.to_thread(_pinned, invitation)


def calling(invitation: Invitation, token: str, context: ssl.SSLContext | None) -> connect:
    """The connection of a seat, to be entered."""
    address = f"[{invitation.address}]" if ":" in invitation.address else invitation.address
    return connect(
        f"{'wss' if context else 'ws'}://{address}:{invitation.port}/play",
        ssl=context, proxy=None, compression=None, user_agent_header=None,
        subprotocols=[Subprotocol(SUBPROTOCOL)], max_size=LARGEST_MESSAGE,
        additional_headers={"Authorization": f"Bearer {token}"},
        ping_interval=PING_SECONDS, ping_timeout=PING_SECONDS,
    )  # fmt: skip


def _join(invitation: Invitation, name: str) -> Joined:
    context = _pinned(invitation) if invitation.fingerprint else None
    status, body = _post(invitation, context, Join(code=invitation.code, name=name))
    if status == 201:
        try:
            return Joined.model_validate(json.loads(body))
        except (ValueError, ValidationError):
            raise NotReached(
                "the host at {address}, port {port}, does not answer as a host does",
                **_where(invitation),
            ) from None
    if status == 401:
        raise NoEntry("the host does not know this invitation, or it has been used or has expired")
    if status == 429:
        raise NotReached(
            "the host at {address}, port {port}, asks for patience: wait a minute and try again",
            **_where(invitation),
        )
    raise NotReached(
        "the host at {address}, port {port}, can't take anybody in now (answer {status})",
        status=status, **_where(invitation),
    )  # fmt: skip


def _post(invitation: Invitation, context: ssl.SSLContext | None, asked: Join) -> tuple[int, bytes]:
    where, port = invitation.address, invitation.port
    connection = (
        http.client.HTTPSConnection(where, port, timeout=PATIENCE, context=context)
        if context
        else http.client.HTTPConnection(where, port, timeout=PATIENCE)
    )
    try:
        connection.request("POST", "/join", asked.model_dump_json().encode())
        answer = connection.getresponse()
        return answer.status, answer.read(MOST_BYTES)
    except (OSError, http.client.HTTPException) as error:
        raise _unreached(invitation, error) from error
    finally:
        connection.close()


def _pinned(invitation: Invitation) -> ssl.SSLContext:
    """Look at the certificate before anything is said, then trust that one alone."""
    look = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    look.check_hostname = False
    look.verify_mode = ssl.CERT_NONE
    try:
        with (
            socket.create_connection((invitation.address, invitation.port), PATIENCE) as plain,
            look.wrap_socket(plain) as shown,
        ):
            der = shown.getpeercert(binary_form=True) or b""
    except OSError as error:
        raise _unreached(invitation, error) from error
    if fingerprint(der) != invitation.fingerprint:
        raise NotReached(
            "the host at {address}, port {port}, shows another certificate than was invited to",
            **_where(invitation),
        )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    # The name does not matter where the very certificate is known.
    context.check_hostname = False
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    context.load_verify_locations(cadata=ssl.DER_cert_to_PEM_cert(der))
    return context


def _where(invitation: Invitation) -> dict[str, object]:
    return {"address": invitation.address, "port": invitation.port}


def _unreached(invitation: Invitation, error: Exception) -> NotReached:
    why = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return NotReached(
        "the host at {address}, port {port}, can't be reached: {why}",
        why=why, **_where(invitation),
    )  # fmt: skip
