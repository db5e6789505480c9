"""The option `--keep`: what it takes is imported only where it is given."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from simulator.cli.keep import Keep

FOLDER: Final = click.Path(file_okay=False, path_type=Path)
ENDING: Final = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""What ends a program without a word, unless it listens."""


def keep_of(folder: Path | None, scenario: Path | None) -> "Keep | None":
    """What keeps a run in this folder; asked for before play begins, for it may not be possible.

    Raises ClickException.
    """
    if folder is None:
        return None
    from simulator.cli.keep import Keep  # noqa: PLC0415 sessions cost a tenth of a second
    from simulator.cli.sentences import in_a_sentence  # noqa: PLC0415 they do

    with in_a_sentence():
        return Keep(folder, scenario)


@contextmanager
def kept(keep: "Keep | None") -> Iterator[None]:
    """Whatever ends what is played in this context, what was played is kept, and that is said."""
    if keep is None:
        yield
        return

    def end(number: int, _frame: object) -> None:
        # Nothing more can be shown to anybody, so the program ends as it would have without us.
        with suppress(Exception):
            keep.write()
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    ending = [number for number in ENDING if signal.getsignal(number) != signal.SIG_IGN]
    before = {number: signal.signal(number, end) for number in ending}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        keep.end()
