"""`kulla schema`: JSON Schema of the format, for editors."""

import click

from simulator.authoring.describing.schema import SCHEMAS, printed
from simulator.cli.exits import FINE


@click.command("schema")
@click.option(
    "--of", type=click.Choice(list(SCHEMAS)), default="scenario", show_default=True,
    help="scenario.yaml, the files in injects/, or those in tests/.",
)  # fmt: skip
def command(of: str) -> int:
    """Print the JSON Schema of the format, with which editors complete and check while one types.

    It is draft 7, which the YAML language server (VS Code, Vim, Emacs and others) and JetBrains
    read. `kulla new` writes it beside the scenario; to bring that up to date:

        kulla schema > .kulla/scenario.schema.json
    """
    click.echo(printed(of))
    return FINE
