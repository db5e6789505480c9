"""An invitation as it is given on the command line: itself, a file that holds it, or `-`."""

import re
import sys
from pathlib import Path
from typing import Any, Final

import click

from simulator.session.invitation import NO_INVITATION, Invitation, invitation_from
from tui.speech import _, many

_ONE: Final = re.compile(r"kulla://\S+")
LONGEST: Final = 1 << 20
"""Characters of a file that are read."""


class InvitationArgument(click.ParamType[Invitation]):
    """Becomes the invitation."""

    name = "invitation"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Invitation:
        if isinstance(value, Invitation):
            return value
        try:
            return invitation_from(_text(str(value)))
        except (ValueError, OSError) as wrong:
            self.fail(_sentence(wrong), param, ctx)


def asked_for() -> Invitation:
    """The invitation that is typed or pasted now, where no list of processes shows it.

    One that was copied from a narrow terminal comes in several lines.
    """
    text = click.prompt(_("Invitation"), default="", show_default=False, err=True)
    while True:
        try:
            return invitation_from(text)
        except ValueError as wrong:
            rest = ""
            if text.strip().startswith("kulla://"):
                rest = click.prompt(_("Its rest"), default="", show_default=False, err=True)
            if not rest:
                raise click.UsageError(_sentence(wrong)) from None
            text += rest


def _text(value: str) -> str:
    """What is given or what the file holds. Raises OSError, and ValueError where it holds more."""
    if value == "-":
        return _only(_first_line(), _("standard input"))
    if value.startswith("kulla://") or not Path(value).is_file():
        return value
    with Path(value).open(encoding="utf-8") as file:
        return _only(file.read(LONGEST), value)


def _first_line() -> str:
    """Of standard input, and nothing after it: that may be what is written in a play."""
    raw = getattr(getattr(sys.stdin, "buffer", None), "raw", None)
    return raw.readline().decode("utf-8", "replace") if raw else sys.stdin.readline()


def _only(text: str, where: str) -> str:
    found = _ONE.findall(text)
    if not found:
        raise ValueError(_("{where} holds no invitations; one is wanted", where=where))
    if len(found) > 1:
        raise ValueError(
            many(
                "{where} holds {number} invitation; one is wanted",
                "{where} holds {number} invitations; one is wanted",
                len(found),
                where=where,
            )
        )
    return str(found[0])


def _sentence(wrong: Exception) -> str:
    if isinstance(wrong, OSError):
        return _("{file} can't be read: {why}", file=wrong.filename, why=wrong.strerror) + "."
    text = _(NO_INVITATION) if str(wrong) == NO_INVITATION else str(wrong)
    return f"{text[0].upper()}{text[1:]}."
