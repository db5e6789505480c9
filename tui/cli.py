"""The `kulla` command: its subcommands by name, and its exit code; no command itself.

A subcommand's module is imported only when it is called, so that `kulla --help` and the headless
commands never wait for the screens.
"""

import sys
from importlib import import_module
from io import TextIOWrapper
from typing import Any

import click

from simulator import __version__
from simulator.cli.exits import INTERRUPTED


class Later(click.Command):
    """Stands for the `command` of a module until it is called or its own help is asked for."""

    def __init__(self, name: str, module: str, summary: str) -> None:
        super().__init__(name, short_help=summary)
        self.module = module

    def make_context(self, *args: Any, **given: Any) -> click.Context:
        command: click.Command = import_module(self.module).command
        return command.make_context(*args, **given)


COMMANDS = [
    Later("balance", "simulator.cli.balance", "See how a scenario comes out over many runs."),
    Later("check", "simulator.cli.check", "Read a scenario and name each problem and its place."),
    Later("control", "tui.control", "Lead an exercise that is hosted."),
    Later("doctor", "simulator.cli.doctor", "Check this machine for hosting a session."),
    Later("drill", "simulator.cli.drill", "Kill a host on this machine and see nothing lost."),
    Later("flag", "simulator.cli.flag", "Turn answers of a contest into hashes, or try one."),
    Later("fmt", "simulator.cli.fmt", "Lay scenarios out in one order and one layout."),
    Later("fork", "tui.fork", "Go on playing from a moment of a recorded session."),
    Later("host", "tui.host", "Host an exercise for people on several machines."),
    Later("join", "tui.join", "Take a seat in an exercise that is hosted."),
    Later("keys", "tui.keys", "List the keys of the exercise, to be changed."),
    Later("list", "simulator.cli.list", "List the exercises that can be played."),
    Later("new", "simulator.cli.new", "Write a first scenario, to be made your own."),
    Later("play", "tui.play", "Play an exercise in the terminal, with bots in the other seats."),
    Later("preview", "tui.preview", "See a scenario before anybody plays it."),
    Later("print", "simulator.cli.print", "Make what is printed for a day in a room."),
    Later("recover", "simulator.cli.recover", "Save what is left of a damaged session."),
    Later("redact", "simulator.cli.redact", "Copy a session without some of its words."),
    Later("replay", "tui.replay", "Look at a recorded session again, at any moment."),
    Later("report", "simulator.cli.report", "Write what a session showed, with its evidence."),
    Later("resume", "tui.resume", "Host a session again, from where it was."),
    Later("run", "simulator.cli.run", "Run an exercise by itself and print what happened."),
    Later("schema", "simulator.cli.schema", "Print the JSON Schema of the format, for editors."),
    Later("test", "simulator.cli.test", "Play the tests that stand beside a scenario."),
    Later("verify", "simulator.cli.verify", "Say what of a session can be trusted, and why."),
]


@click.group(commands=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kulla")
def kulla() -> None:
    """Tabletop cyber exercises in a simulated world that reacts."""


def main() -> None:
    """Run the command line; leave with the code that the command returned or asked for."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    try:
        code = kulla.main(prog_name="kulla", standalone_mode=False)
    except click.ClickException as refusal:
        refusal.show()
        code = refusal.exit_code
    except click.Abort:
        code = INTERRUPTED
    sys.exit(code)
