"""The option `--keep`: what it takes is imported only where it is given."""

import os
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

if TYPE_CHECKING:
    from simulator.cli.keep import Keep

FOLDER: Final = click.Path(file_okay=False, path_type=Path)
ENDING: Final = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""What ends a program without a word, unless it listens."""

Handler = Callable[[int, Any], Any] | int | signal.Handlers | None


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
        # Whoever says it twice, as a terminal that is closed may, means the play, not what is kept.
        for other in (signal.SIGINT, *ending):
            signal.signal(other, signal.SIG_IGN)
        # The program ends as it would have without us, and the terminal may be gone already.
        with suppress(Exception):
            keep.end()
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    ending = [number for number in ENDING if signal.getsignal(number) != signal.SIG_IGN]
    with answered(dict.fromkeys(ending, end)):
        try:
            yield
        finally:
            with answered(dict.fromkeys([signal.SIGINT, *ending], signal.SIG_IGN)):
                keep.end()


@contextmanager
def answered(handlers: Mapping[int, Handler]) -> Iterator[None]:
    """These signals are answered so in this context, and then as before."""
    before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
