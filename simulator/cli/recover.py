"""`kulla recover`: the part of a damaged session that can be trusted, as a new session."""

from pathlib import Path

import click

from simulator.cli.exits import FINE
from simulator.cli.host import FOLDER
from simulator.cli.sentences import in_a_sentence, typed
from simulator.session.inspecting import Recovered, recover


@click.command("recover")
@click.argument("session", type=FOLDER)
@click.argument("new_folder", type=FOLDER)
def command(session: Path, new_folder: Path) -> int:
    """Save what can be trusted of SESSION in NEW_FOLDER, and say what is lost.

    SESSION stays as it is. Control is told that the new session has lost its end.
    """
    with in_a_sentence():
        saved = recover(session, new_folder)
    click.echo(f"{saved.kept} records were saved in {new_folder}.")
    click.echo(_lost(saved))
    click.echo(f"kulla resume {typed(new_folder)} goes on with it.", err=True)
    return FINE


def _lost(saved: Recovered) -> str:
    told = _known_lost(saved.kept + 1, saved.vouched)
    if saved.fault:
        bytes_lost = f"{saved.fault}. Lost: that line and what followed, {saved.lost_bytes} bytes."
        return f"{bytes_lost} {told}".strip()
    if saved.lost_bytes:
        return f"{saved.lost_bytes} bytes of an interrupted write were left behind. {told}".strip()
    return told or "Nothing is lost."


def _known_lost(first: int, last: int) -> str:
    """What the head file had seen of the records that are gone."""
    if first > last:
        return ""
    if first == last:
        return f"Record {last} had been kept and is lost."
    return f"Records {first} to {last} had been kept and are lost."
