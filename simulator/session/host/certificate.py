"""A certificate made for one session, and the fingerprint by which its clients know it."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime, timedelta
from importlib.util import find_spec
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Final, NamedTuple

from simulator.session import system
from simulator.session.errors import BadSession
from simulator.session.invitation import fingerprint
from simulator.session.journal.disk import Disk

NAME: Final = "certificate.pem"
KEY: Final = "key.pem"
LIFE: Final = timedelta(days=90)


class Credentials(NamedTuple):
    """Files in PEM."""

    certificate: Path
    key: Path

    def fingerprint(self) -> str:
        """SHA-256 of the certificate, in base64 for URLs. Raises BadSession."""
        try:
            text = self.certificate.read_text("ascii")
            first = text[text.index("-----BEGIN CERTIFICATE") :]
            end = first.index("-----END CERTIFICATE-----") + len("-----END CERTIFICATE-----")
            return fingerprint(ssl.PEM_cert_to_DER_cert(first[:end]))
        except (OSError, ValueError) as error:
            raise BadSession(f"{self.certificate} is no certificate in PEM: {error}") from error

    def context(self) -> ssl.SSLContext:
        """What the host's sockets use. Raises BadSession."""
        if system.open_to_others(self.key):
            raise BadSession(f"{self.key} can be read by others; chmod 600 {self.key}")
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        try:
            context.load_cert_chain(self.certificate, self.key)
        except (OSError, ssl.SSLError) as error:
            raise BadSession(f"{self.certificate} and {self.key} don't fit: {error}") from error
        return context


def kept_in(folder: Path) -> Credentials:
    """Where a session keeps a certificate that was made for it, if one was."""
    return Credentials(folder / NAME, folder / KEY)


def made_for(folder: Path, address: str) -> Credentials:
    """The session's own certificate, made once. Raises BadSession where it can't be made."""
    made = kept_in(folder)
    if made.certificate.exists() and made.key.exists():
        return made
    check_extra()
    certificate, key = _self_signed(address)
    # Invitations hold its fingerprint, so it is as durable as they are.
    for path, raw in ((made.key, key), (made.certificate, certificate)):
        Disk().replace(path, raw)
    return made


def check_extra() -> None:
    """Raises BadSession where no certificate can be made."""
    if find_spec("cryptography") is None:
        raise BadSession(
            "to make a certificate Kulla needs the extra 'tls': pip install 'kulla[tls]'; "
            "or give your own with --cert and --key"
        )


def _self_signed(address: str) -> tuple[bytes, bytes]:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Kulla session")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + LIFE)
        .add_extension(x509.SubjectAlternativeName([_named(address)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return certificate.public_bytes(pem), secret


def _named(address: str) -> Any:
    from cryptography import x509

    try:
        return x509.IPAddress(ip_address(address))
    except ValueError:
        return x509.DNSName(address)
