"""An invitation as people pass it on: `kulla://10.0.0.5:7400/abcd-efgh-…#fingerprint`. Pure.

With a fingerprint the host speaks TLS and must show exactly that certificate; without one it
speaks plainly, which only a host on this very machine does.
"""

from __future__ import annotations

import base64
import hashlib
import re
from typing import Final, NamedTuple

from simulator.speech import mark

_FORM: Final = re.compile(
    r"(?i:kulla)://(?P<address>\[[0-9a-fA-F:.]+\]|[^\s/:#\[\]]+):(?P<port>[0-9]{1,5})"
    r"/(?P<code>[A-Za-z2-7-]{10,60})(?:\#(?P<fingerprint>[A-Za-z0-9_-]{43}))?"
)

NO_INVITATION: Final = mark(
    "this is no invitation; one looks like kulla://192.0.2.7:7400/abcd-efgh-…"
)


class Invitation(NamedTuple):
    address: str
    port: int
    code: str
    fingerprint: str = ""

    def __str__(self) -> str:
        address = f"[{self.address}]" if ":" in self.address else self.address
        ending = f"#{self.fingerprint}" if self.fingerprint else ""
        return f"kulla://{address}:{self.port}/{self.code}{ending}"


def invitation_from(text: str) -> Invitation:
    """The invitation that somebody has copied. Raises ValueError with a sentence."""
    found = _FORM.fullmatch("".join(text.split()))
    if found is None or not 0 < int(found["port"]) < 1 << 16:
        raise ValueError(NO_INVITATION)
    address, code = found["address"].strip("[]"), found["code"].lower()
    return Invitation(address, int(found["port"]), code, found["fingerprint"] or "")


def fingerprint(der: bytes) -> str:
    """SHA-256 of a certificate, in base64 for URLs."""
    return base64.urlsafe_b64encode(hashlib.sha256(der).digest()).decode().rstrip("=")
