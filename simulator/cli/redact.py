"""`kulla redact`: a copy of a session without some of the words that people wrote."""

from itertools import groupby
from pathlib import Path
from typing import Any

import click

from simulator.cli.exits import FINE
from simulator.cli.keeping import FOLDER
from simulator.cli.sentences import in_a_sentence, typed
from simulator.review.redacting import Redacted, redact
from simulator.scenario.characters import shown


class Of(click.ParamType[tuple[int, str]]):
    """A record, or one of its words: `54`, `54:text`."""

    name = "words"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, str]:
        seq, _, name = str(value).partition(":")
        if not (seq.isascii() and seq.isdigit()):
            self.fail(f"'{value}' is no record; one looks like 54, or 54:text", param, ctx)
        return int(seq), name


@click.command("redact")
@click.argument("session", type=FOLDER)
@click.argument("new_folder", type=FOLDER)
@click.option(
    "--record",
    "records",
    multiple=True,
    type=Of(),
    metavar="SEQ[:NAME]",
    help="Take out what this record says, or only what it says under this name.",
)
@click.option(
    "--text",
    "texts",
    multiple=True,
    metavar="TEXT",
    help="Take out all words that hold this text, in whichever case.",
)
def command(
    session: Path, new_folder: Path, records: tuple[tuple[int, str], ...], texts: tuple[str, ...]
) -> int:  # fmt: skip
    """Write a copy of SESSION to NEW_FOLDER without some words; SESSION stays as it is.

    The chain, the head file and the files of clients prove the copy as they prove SESSION. Words
    on which the exercise hangs, as the fields of a report do that are judged, can't be taken out.
    Somebody without a name is called by their seat.
    """
    if not (records or (all(texts) and texts)):
        raise click.UsageError("Say with --record or --text what is to be taken out.")
    with in_a_sentence():
        redacted = redact(session, new_folder, records, texts)
    _tell(redacted)
    click.echo(f"kulla verify {typed(new_folder)} proves the rest.", err=True)
    return FINE


def _tell(redacted: Redacted) -> None:
    for seq, words in groupby(redacted.removed, key=lambda words: words.seq):
        names = shown(", ".join(each.name for each in words))
        click.echo(f"Record {seq}: words were taken out ({names})")
    for text, seqs in redacted.left.items():
        if seqs:
            where = ", ".join(map(str, seqs))
            click.echo(
                f"'{text}' also stands in what the chain proves of {where}, and stays there.",
                err=True,
            )
