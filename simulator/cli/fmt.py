"""`kulla fmt`: scenarios in one order and one layout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import unified_diff
from pathlib import Path

import click

from simulator.authoring.fixing.replacing import replace
from simulator.authoring.formatting import Unformattable, formatted
from simulator.authoring.trying.places import files_of
from simulator.cli.exits import BAD_SCENARIO, FINDINGS, FINE
from simulator.cli.findings import counted, nearby, scenarios
from simulator.scenario.characters import shown
from simulator.scenario.folder import Files
from simulator.scenario.sharing import MAIN


@click.command("fmt")
@click.argument("named", metavar="PATH...", nargs=-1, required=True)
@click.option("--check", is_flag=True, help="Change nothing; leave with 1 if anything would.")
@click.option("--diff", is_flag=True, help="Show what would change, and change nothing.")
def command(named: Sequence[str], check: bool, diff: bool) -> int:
    """Lay scenarios out in one way: the order of keys, spaces, empty lines. Comments stay.

    PATH is a scenario's folder or file, a folder of several, or one file of a scenario. What a
    scenario says never changes; a file that can't be laid out is left as it is, and named.
    """
    faults: list[str] = []
    files = dict.fromkeys(file for name in named for file in _files(name, faults))
    changed = 0
    for file in files:
        try:
            changed += _laid_out(file, check=check, diff=diff)
        except Unformattable as reason:
            faults.append(str(reason))
        except BrokenPipeError:
            raise  # nobody reads on
        except OSError as error:
            faults.append(shown(f"{nearby(str(file))} can't be laid out: {error.strerror}."))
    for fault in faults:
        click.echo(fault, err=True)
    would = " would be" if check or diff else ""
    click.echo(f"{changed} of {counted(len(files), 'file')}{would} changed", err=True)
    return BAD_SCENARIO if faults else FINDINGS if changed and would else FINE


def _laid_out(file: Path, *, check: bool, diff: bool) -> bool:
    """Lay a file out, or show what would become of it; whether it was not so before."""
    before, name = file.read_bytes(), nearby(str(file))
    after = formatted(before, name)
    if after.encode() == before:
        return False
    if diff:
        for line in unified_diff(
            before.decode().splitlines(), after.splitlines(), name, name, lineterm=""
        ):
            click.echo(shown(line))
    elif check:
        click.echo(f"{name} would be changed")
    else:
        replace(file, after.encode())
        click.echo(f"{name} changed")
    return True


def _files(name: str, faults: list[str]) -> Iterator[Path]:
    """The files of its author's that a name stands for: not texts, and no library."""
    path = Path(name)
    if path.is_file() and path.name != MAIN:
        yield path
        return
    for found in scenarios(name):
        try:
            yield from _of_scenario(found)
        except OSError as error:
            faults.append(shown(f"{nearby(str(found))} can't be read: {error.strerror}."))


def _of_scenario(path: Path) -> Iterator[Path]:
    if path.is_dir():
        inside = (path / name for name in Files(path).raw if name.endswith(".yaml"))
        yield from (file for file in inside if file.is_file())  # no library of Kulla's
    else:
        yield path
    yield from files_of(path)
