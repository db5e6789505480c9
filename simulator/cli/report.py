"""`kulla report`: what a session showed, for those who decide and for those who were there.

It only reads the session, so it may be used while a host runs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic
from typing import Any, Final

import click

from simulator.authoring.fixing.replacing import replace
from simulator.cli.exits import BAD_SESSION, FINE
from simulator.cli.host import FOLDER
from simulator.cli.progress import telling
from simulator.cli.putting import Put, put
from simulator.cli.reported import File, Wanted, files
from simulator.cli.sentences import Unusable, in_a_sentence
from simulator.paper.linking import named
from simulator.paper.pdf import NoTypst
from simulator.review.exports.data import schema
from simulator.review.exports.workbook import NoWriter
from simulator.review.findings import Findings
from simulator.review.found import findings
from simulator.review.names import names_of
from simulator.review.reading import recorded
from simulator.review.recorded import Recorded
from simulator.review.report.notes import Notes, begun, read
from simulator.review.report.pseudonyms import coded, codes, veiled_notes
from simulator.review.report.summary import draft
from simulator.review.report.telling import tellings
from simulator.review.report.whole import anchors
from simulator.scenario.characters import shown
from simulator.speech import LANGUAGES

NOTES: Final = "notes.md"
MOST: Final = 1_000_000
"""So many bytes of notes are read."""
ALONE: Final = "Give that folder away alone: what stands beside it may have people's names."
EARLY: Final = "The exercise has not ended; personal pages tell what players may not know yet."


def explain(context: click.Context, _: click.Parameter, asked: bool) -> None:
    """Print the schema of report.json and leave."""
    if asked:
        click.echo(schema(), nl=False)
        context.exit()


@click.command("report")
@click.argument("session", type=FOLDER)
@click.option("--to", type=FOLDER, metavar="FOLDER",
              help="Write there; else to the folder report of the session.")  # fmt: skip
@click.option("--lang", type=click.Choice(LANGUAGES), default="en", show_default=True)
@click.option("--team", "teams", multiple=True, metavar="T",
              help="Only this team; can be given more than once.")  # fmt: skip
@click.option("--take", type=click.IntRange(1), help="This take instead of the last.")
@click.option("--since", type=FOLDER, metavar="EARLIER",
              help="Say what became of the plan of this earlier session.")  # fmt: skip
@click.option("--pseudonyms", is_flag=True, help="Codes in place of people's names.")
@click.option("--personal", is_flag=True, help="Also a page for each player alone.")
@click.option("--pdf", is_flag=True, help="Also as PDF; needs the extra pdf.")
@click.option("--xlsx", is_flag=True, help="Also MSEL and plan as XLSX; needs the extra xlsx.")
@click.option("--schema", is_flag=True, is_eager=True, expose_value=False, callback=explain,
              help="Print the JSON Schema of report.json and leave.")  # fmt: skip
def command(session: Path, to: Path | None, lang: str, pseudonyms: bool, **more: Any) -> int:
    """Write the report of SESSION, whole and in brief: HTML, Markdown, JSON, CSV, and layers for
    the ATT&CK Navigator.

    People add their part in notes.md beside it, which is made once and never written over; with
    the same notes the same session is the same report, to the byte.
    """
    wanted = Wanted(more["pdf"], more["xlsx"], more["personal"])
    folder = to or session / "report"
    with in_a_sentence(), telling(monotonic()) as tell:
        tell("Reading and playing the session again")
        played = _played(session)
        found = _found(played, session, lang, more, tell)
        if pseudonyms:
            words = codes(names_of(played))
            found = coded(found, words)
        notes = _notes(folder / NOTES, found)
        if pseudonyms:
            notes = veiled_notes(notes, words)
        written = folder / "pseudonyms" if pseudonyms else folder
        made = _made(found, notes, wanted, tell)
        became = put(written, made)
    _say(written, [file.name for file in made], folder / NOTES)
    _say_of_earlier(became)
    if pseudonyms:
        click.echo(ALONE)
    _warn(found, notes)
    if more["since"] and not found.last_plan:
        click.echo(f"{shown(str(more['since']))} has no improvement plan.", err=True)
    if wanted.personal and not all(team.over for team in found.teams):
        click.echo(EARLY, err=True)
    return _leave(found)


def _played(session: Path) -> Recorded:
    played = recorded(session)
    if not played.session.started:
        raise Unusable(f"{session} was never started, so there is nothing to report.")
    return played


def _found(
    played: Recorded, path: Path, language: str, more: dict[str, Any], tell: Callable[[str], None]
) -> Findings:
    teams, take = more["teams"], more["take"]
    _must_be(played, teams, take)
    tell("Reading the session before it")
    before = recorded(more["since"]) if more["since"] else None
    tell("Looking for what it shows")
    return findings(played, path, language, teams, take, before)


def _must_be(session: Recorded, teams: tuple[str, ...], take: int | None) -> None:
    """Teams and takes that there are. Raises UsageError."""
    for team in teams or session.takes:
        if team not in session.takes:
            known = ", ".join(session.takes)
            raise click.UsageError(f"There is no team {shown(team)}; there are: {known}.")
        takes = len(session.takes[team])
        if take and take > takes:
            plural = "takes" if takes > 1 else "take"
            raise click.UsageError(f"{team} has no take {take}; it has {takes} {plural}.")


def _notes(path: Path, found: Findings) -> Notes:
    """What people wrote; where nobody has yet, a first file to write in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        replace(path, begun(found.language, draft(found)).encode())
    if path.stat().st_size > MOST:
        raise click.ClickException(f"{path} is larger than {MOST:,} bytes.")
    try:
        return read(path.read_text("utf-8"))
    except UnicodeDecodeError:
        raise click.ClickException(f"{path} is not written in UTF-8.") from None


def _made(found: Findings, notes: Notes, wanted: Wanted, tell: Callable[[str], None]) -> list[File]:
    """All files, before any is written."""
    made = []
    try:
        for file in files(found, notes, wanted):
            tell(f"Writing {file.name}")
            made.append(file)
    except (NoTypst, NoWriter) as missing:
        raise click.ClickException(str(missing)) from missing
    return made


def _say(folder: Path, names: list[str], notes: Path) -> None:
    click.echo(f"The report is in {shown(str(folder))}:")
    click.echo(f"  {', '.join(_gathered(names))}")
    click.echo(f"Edit {shown(str(notes))} and make it again to add what people say.")


def _say_of_earlier(became: Put) -> None:
    """What only an earlier report had, so that nobody wonders or gives it away."""
    if became.gone:
        gone = ", ".join(_gathered([*became.gone]))
        click.echo(f"Of an earlier report, and so taken away: {gone}")
    for name in became.left:
        click.echo(
            f"{name} is of an earlier report, but was changed since or is a link; it stays.",
            err=True,
        )


def _warn(found: Findings, notes: Notes) -> None:
    """What of the notes is not in the report, or leads nowhere in it."""
    for title in notes.unknown:
        click.echo(
            f"“{shown(title)}” in {NOTES} is no part of a report and was left out.", err=True
        )
    if notes.loose:
        click.echo(f"What stands beneath no heading in {NOTES} was left out.", err=True)
    for cite in notes.astray(anchors(tellings(found, notes))):
        click.echo(f"[{named(cite)}] in {NOTES} is no event that can be cited here.", err=True)


def _gathered(names: list[str]) -> Iterator[str]:
    """Files by name, and how many there are in each folder."""
    yield from (name for name in names if "/" not in name)
    for folder, number in Counter(name.partition("/")[0] for name in names if "/" in name).items():
        yield f"{folder}/ ({number} file{'s' if number > 1 else ''})"


def _leave(found: Findings) -> int:
    if found.integrity.sound:
        return FINE
    for fault in found.integrity.faults:
        click.echo(shown(fault), err=True)
    click.echo("Not sound: kulla verify tells what can be trusted.", err=True)
    return BAD_SESSION
