"""How a command on sessions leaves when something is wrong, and how it says what to type."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shlex import quote
from typing import Final

import click

from simulator.cli.exits import BAD_SESSION, DISK_FAILED
from simulator.engine.errors import Refused
from simulator.scenario.characters import shown
from simulator.session.errors import FULL, BadSession, DiskFailed, DiskFull

BROKEN: Final = FULL | {errno.EIO, errno.EROFS}
"""What the system says of a disk that can't be written."""


class Unusable(click.ClickException):
    """A session can't be hosted or read."""

    exit_code = BAD_SESSION


class OutOfOrder(click.ClickException):
    """The disk can't be written."""

    exit_code = DISK_FAILED


def typed(path: Path) -> str:
    """How it is typed into a shell, as part of what is shown."""
    return shown(quote(str(path)))


@contextmanager
def in_a_sentence() -> Iterator[None]:
    """Turns what a session says no with into how the command leaves."""
    try:
        yield
    except BadSession as bad:
        raise Unusable(f"{shown(bad.sentence)}.") from bad
    except Refused as refused:
        raise click.UsageError(f"{refused}.") from refused
    except (DiskFull, DiskFailed) as failure:
        raise OutOfOrder(f"{failure}.") from failure
    except OSError as error:
        if error.errno in BROKEN:
            where = error.filename or "The disk"
            raise OutOfOrder(f"{where} can't be written: {error.strerror}.") from error
        raise Unusable(f"{error.filename or 'A file'} can't be used: {error.strerror}.") from error
