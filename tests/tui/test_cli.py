"""The `kulla` command itself: help, mistakes, and how it leaves."""

import os
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from simulator import __version__
from simulator.cli import exits
from tui import cli


def leave_code(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int | str | None:
    monkeypatch.setattr(sys, "argv", ["kulla", *arguments])
    with pytest.raises(SystemExit) as left:
        cli.main()
    return left.value.code


def answers_with(monkeypatch: pytest.MonkeyPatch, callback) -> None:
    monkeypatch.setitem(cli.kulla.commands, "list", click.Command("list", callback=callback))


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_lists_every_command_with_what_it_does(option: str):
    shown = CliRunner().invoke(cli.kulla, [option]).output
    for command in cli.COMMANDS:
        assert f"{command.name} " in shown
        assert str(command.short_help) in shown


@pytest.mark.parametrize("command", cli.COMMANDS, ids=lambda command: command.name)
def test_every_command_of_the_help_has_help_of_its_own(command: cli.Later):
    shown = CliRunner().invoke(cli.kulla, [str(command.name), "--help"])
    assert shown.exit_code == exits.FINE, shown.exception
    assert f"kulla {command.name}" in shown.output


def test_the_version_is_that_of_the_package():
    assert CliRunner().invoke(cli.kulla, ["--version"]).output == f"kulla, version {__version__}\n"


def test_a_mistyped_command_is_a_usage_error_that_names_the_right_one(monkeypatch, capsys):
    assert leave_code(monkeypatch, "dril") == exits.USAGE
    assert "No such command 'dril'. Did you mean 'drill'?" in capsys.readouterr().err


def test_a_mistyped_command_that_may_be_several_names_the_likeliest_first(monkeypatch, capsys):
    assert leave_code(monkeypatch, "chek") == exits.USAGE
    assert "No such command 'chek'. (Did you mean one of: 'check', " in capsys.readouterr().err


@pytest.mark.parametrize("code", [exits.FINE, exits.FINDINGS, exits.BAD_SCENARIO])
def test_the_code_that_a_command_returns_is_the_code_of_kulla(code: int, monkeypatch):
    answers_with(monkeypatch, lambda: code)
    assert leave_code(monkeypatch, "list") == code


def test_the_code_that_a_command_asks_for_is_the_code_of_kulla(monkeypatch):
    answers_with(monkeypatch, lambda: click.get_current_context().exit(exits.BAD_SCENARIO))
    assert leave_code(monkeypatch, "list") == exits.BAD_SCENARIO


def test_a_failure_is_one_sentence_and_no_traceback(monkeypatch, capsys):
    def fail():
        raise click.ClickException("The disk is full.")

    answers_with(monkeypatch, fail)
    assert leave_code(monkeypatch, "list") == exits.FINDINGS
    assert capsys.readouterr().err == "Error: The disk is full.\n"


def test_an_interrupted_command_leaves_with_130_and_says_nothing(monkeypatch, capsys):
    def interrupted():
        raise KeyboardInterrupt

    answers_with(monkeypatch, interrupted)
    assert leave_code(monkeypatch, "list") == exits.INTERRUPTED
    assert capsys.readouterr().err.strip() == ""


def test_a_reader_that_goes_away_is_no_error_worth_words():
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-c", "from tui.cli import main; main()", "--help"],
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    assert done.stderr == b""
