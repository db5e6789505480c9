"""Who may sit where: invitations, the seats taken with them, and the secrets behind both. Pure.

A code is what an invitation shows; it is exchanged for a token, which only the client holds. Both
are random, so a plain hash keeps them (ASVS 5.0 6.5.2 asks for 112 bits). A code is spent when
its token has opened a connection: until then a lost answer is mended by asking again.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final, Literal, get_args

Part = Literal["player", "observer", "evaluator", "control"]
PARTS: Final[tuple[Part, ...]] = get_args(Part)

SECRET_BYTES: Final = 16
CODE_LIFE: Final = 7 * 86_400_000
"""Milliseconds after which an invitation that nobody used is worth nothing."""
TOKEN_LIFE: Final = 30 * 86_400_000
"""Milliseconds that a seat lasts from its invitation on."""
AT_HOST: Final = "the host"
"""What journals call whoever leads at the host itself, who is not asked for a name."""


@dataclass(frozen=True, slots=True)
class Grant:
    """One person's place, or the invitation to it. `team` and `role` are empty for control.

    `replaces` is the grant that ends when this one is taken up. Times are UTC milliseconds.
    """

    id: str
    part: Part
    team: str
    role: str
    code: str
    made: int
    name: str = ""
    token: str = ""
    spent: bool = False
    revoked: bool = False
    replaces: str = ""

    @property
    def called(self) -> str:
        """What others read who has this seat."""
        return self.name or self.id

    @property
    def plays(self) -> bool:
        return self.part == "player"

    @property
    def leads(self) -> bool:
        return self.part == "control"

    def may_join(self, utc: int) -> bool:
        return not self.spent and not self.revoked and utc < self.made + CODE_LIFE

    def may_sit(self, utc: int) -> bool:
        return bool(self.token) and not self.revoked and utc < self.made + TOKEN_LIFE


class Grants:
    """All of a session, by id. Changed only while records are applied."""

    def __init__(self) -> None:
        self._all: dict[str, Grant] = {}
        self._by_secret: dict[str, str] = {}

    def __getitem__(self, id: str) -> Grant:
        return self._all[id]

    def __iter__(self) -> Iterator[Grant]:
        return iter(self._all.values())

    def get(self, id: str) -> Grant | None:
        return self._all.get(id)

    def next_id(self, part: Part, role: str, team: str) -> str:
        """A name for a new grant that people can read: `red-barn.akcesk-2`."""
        stem = role or part
        if part not in ("player", "control"):
            stem = f"{part}-{role}"
        if team:
            stem = f"{team}.{stem}"
        taken = sum(1 for id in self._all if id.rpartition("-")[0] == stem)
        return f"{stem}-{taken + 1}"

    def add(self, grant: Grant) -> None:
        self._all[grant.id] = grant
        self._by_secret[grant.code] = grant.id

    def join(self, id: str, token: str, name: str) -> None:
        """The code was exchanged: from now on this token, and no earlier one, opens the seat."""
        before = self._all[id]
        self._by_secret.pop(before.token, None)
        self._all[id] = replace(before, token=token, name=name)
        self._by_secret[token] = id

    def spend(self, id: str) -> None:
        self._all[id] = replace(self._all[id], spent=True)

    def revoke(self, id: str) -> None:
        """Take it away, and with it the invitations to take it over that nobody has followed."""
        self._all[id] = replace(self._all[id], revoked=True)
        heirs = [g.id for g in self if g.replaces == id and not (g.spent or g.revoked)]
        for heir in heirs:
            self.revoke(heir)

    def with_code(self, code: str, utc: int) -> Grant | None:
        """The invitation that this code still opens."""
        secret = hashed(plain_code(code))
        grant = self._with(secret)
        return grant if grant and grant.code == secret and grant.may_join(utc) else None

    def with_token(self, token: str, utc: int) -> Grant | None:
        """The seat that this token still opens."""
        grant = self._with(hashed(token))
        return grant if grant and grant.token == hashed(token) and grant.may_sit(utc) else None

    def _with(self, secret: str) -> Grant | None:
        # A look-up by hash takes the same way for every secret that is not there.
        return self._all.get(self._by_secret.get(secret, ""))


def hashed(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def code_of(random: bytes) -> str:
    """A code as people copy it: `abcd-efgh-…`, without letters that look alike."""
    letters = base64.b32encode(random).decode().rstrip("=").lower()
    return "-".join(letters[n : n + 4] for n in range(0, len(letters), 4))


def plain_code(code: str) -> str:
    """The same code however it was copied; nothing for letters that only look like its own."""
    letters = "".join(code.split()).replace("-", "")
    return letters.lower() if letters.isascii() else ""


def token_of(random: bytes) -> str:
    return base64.urlsafe_b64encode(random).decode().rstrip("=")
