"""`kulla print`: the pack for a day in a room, as pages of HTML and as PDF."""

from pathlib import Path

import click

from simulator.authoring.previewing.previewed import previewed, setups
from simulator.authoring.printing.pack import KINDS, paper
from simulator.authoring.printing.source import Printed, printed
from simulator.cli.exits import FINE
from simulator.cli.scenario import ScenarioArgument, playable
from simulator.cli.shaped import shaped
from simulator.paper.page import page
from simulator.paper.pdf import NoTypst, pdf
from simulator.rehearsal.playing import play
from simulator.scenario import Scenario
from simulator.scenario.characters import shown
from simulator.speech import LANGUAGES

FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command("print")
@click.argument("path", metavar="SCENARIO", type=ScenarioArgument())
@click.option("--out", type=FOLDER, metavar="DIR",
              help="Where to; a folder named after what is printed, unless given.")  # fmt: skip
@click.option("--lang", type=click.Choice(LANGUAGES), default="en", show_default=True)
@click.option("--kind", "kinds", type=click.Choice(list(KINDS)), multiple=True,
              help="Only this; can be given more than once.")  # fmt: skip
@click.option("--pdf", "as_pdf", is_flag=True, help="As PDF, too; needs the extra pdf.")
@click.option("--per-page", type=click.IntRange(1, 2), default=1, show_default=True,
              help="So many inject sheets on a page.")  # fmt: skip
@click.option("--level", default="", metavar="L", help="One of its levels of difficulty.")
@click.option("--side", default="", metavar="S", help="One of its sides, with its names.")
def command(
    path: Path, out: Path | None, lang: str, kinds: tuple[str, ...], as_pdf: bool, per_page: int,
    **shape: str,
) -> int:  # fmt: skip
    """Make what is printed of SCENARIO: manuals, sheets, forms, cards.

    The handbook is for who leads. The rest is for players: role cards, forms and inject sheets
    each to their own and when their time comes. What is printed twice is the same, to the byte.
    """
    scenario = shaped(playable(path), **shape)
    named = filter(None, (scenario.id, shape["side"], shape["level"], lang))
    folder = out or Path("-".join(named))
    p = pack(scenario, lang, per_page)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for kind in kinds or KINDS:
            for file in _written(p, kind, folder, as_pdf):
                click.echo(shown(str(file)))
    except OSError as error:
        where = error.filename or folder
        raise click.ClickException(f"{where} can't be written: {error.strerror}.") from error
    except NoTypst as missing:
        raise click.ClickException(str(missing)) from missing
    return FINE


def pack(scenario: Scenario, language: str, per_page: int = 1) -> Printed:
    """All that is printed of it, with a dozen runs to say how it usually goes."""
    runs = tuple(play(scenario, setup, (), None) for setup in setups())
    return printed(previewed(scenario, language, runs), runs, per_page)


def _written(p: Printed, kind: str, folder: Path, as_pdf: bool) -> list[Path]:
    made = paper(p, kind)
    file = folder / f"{kind}.html"
    file.write_text(page(made), "utf-8", newline="\n")
    if not as_pdf:
        return [file]
    drawn = folder / f"{kind}.pdf"
    drawn.write_bytes(pdf(made))
    return [file, drawn]
