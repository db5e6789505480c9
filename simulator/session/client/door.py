"""The way to a host: pinning its certificate, and exchanging a code for a seat."""

from __future__ import annotations

import asyncio
import http.client
import json
import socket
import ssl
from typing import Final

from pydantic import ValidationError

from simulator.session.invitation import Invitation, fingerprint
from simulator.session.protocol import Join, Joined

PATIENCE: Final = 10.0
"""Seconds to wait for a host."""
MOST_BYTES: Final = 64 * 1024


class NotReached(Exception):
    """No host there, or not the one that was meant; one sentence. Trying again may help."""


class NoEntry(Exception):
    """The host is there, and the invitation or the seat is worth nothing to it; one sentence."""


async def join(invitation: Invitation, name: str) -> Joined:
    """Exchange the code of an invitation. Raises NotReached and NoEntry."""
    return await asyncio.to_thread(_join, invitation, name)


async def pinned(invitation: Invitation) -> ssl.SSLContext | None:
    """What to speak TLS with; None where the invitation asks for none. Raises NotReached."""
    if not invitation.fingerprint:
        return None
    return await asyncio.to_thread(_pinned, invitation)


def _join(invitation: Invitation, name: str) -> Joined:
    context = _pinned(invitation) if invitation.fingerprint else None
    status, body = _post(invitation, context, Join(code=invitation.code, name=name))
    if status == 201:
        try:
            return Joined.model_validate(json.loads(body))
        except (ValueError, ValidationError):
            raise NotReached(f"{_where(invitation)} does not answer as a host does") from None
    if status == 401:
        raise NoEntry("the host does not know this invitation, or it has been used or has expired")
    if status == 429:
        raise NotReached(f"{_where(invitation)} asks for patience: wait a minute and try again")
    raise NotReached(f"{_where(invitation)} can't take anybody in now (answer {status})")


def _post(invitation: Invitation, context: ssl.SSLContext | None, asked: Join) -> tuple[int, bytes]:
    where, port = invitation.address, invitation.port
    connection = (
        http.client.HTTPSConnection(where, port, timeout=PATIENCE, context=context)
        if context
        else http.client.HTTPConnection(where, port, timeout=PATIENCE)
    )
    try:
        connection.request("POST", "/join", asked.model_dump_json())
        answer = connection.getresponse()
        return answer.status, answer.read(MOST_BYTES)
    except (OSError, http.client.HTTPException) as error:
        raise NotReached(f"{_where(invitation)} can't be reached: {_why(error)}") from error
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
        raise NotReached(f"{_where(invitation)} can't be reached: {_why(error)}") from error
    if fingerprint(der) != invitation.fingerprint:
        raise NotReached(f"{_where(invitation)} shows another certificate than was invited to")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    # The name does not matter where the very certificate is known.
    context.check_hostname = False
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    context.load_verify_locations(cadata=ssl.DER_cert_to_PEM_cert(der))
    return context


def _where(invitation: Invitation) -> str:
    return f"the host at {invitation.address}, port {invitation.port},"


def _why(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
