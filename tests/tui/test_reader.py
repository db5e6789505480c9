"""Whoever sits at a terminal is spoken to in their language, from the first word on."""

import os
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from simulator.cli import exits
from tui import join, joining, reader
from tui.invited import InvitationArgument
from tui.settings import Settings
from tui.speech import speak, spoken

INVITATION = "kulla://192.0.2.7:7400/abcd-efgh-ijkl-mnop-qrst-uvwx-yz"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "settings.toml"
    monkeypatch.setattr(reader, "place", lambda: file)
    return file


@pytest.fixture(autouse=True)
def _english_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("KULLA_LANG", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")


@pytest.mark.parametrize(
    ("flag", "told", "machine", "language"),
    [
        (None, "", "en_GB", "en"),
        (None, "", "sq_AL.UTF-8", "sq"),
        (None, 'language = "sq"', "en_GB", "sq"),
        ("en", 'language = "sq"', "sq_AL", "en"),
    ],
)
def test_the_flag_comes_before_the_settings_and_these_before_the_machine(
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
    flag: str | None,
    told: str,
    machine: str,
    language: str,
):
    file.write_text(told, "utf-8")
    monkeypatch.setenv("LANG", machine)
    assert reader.settled(flag).language == ("sq" if told else None)
    assert spoken() == language


def test_what_is_wrong_with_the_settings_is_told_in_the_language_of_the_flag(
    file: Path, foreign: str
):
    file.write_text("language = 7", "utf-8")
    with pytest.raises(click.UsageError, match=r"^«"):
        reader.settled(foreign)
    assert file.read_text("utf-8") == "language = 7"


def test_without_a_file_all_is_as_usual(file: Path):
    assert reader.settled(None) == Settings()


@pytest.mark.parametrize("given", ["let-me-in", "no-such-file.txt", os.devnull])
def test_even_what_is_wrong_with_an_invitation_is_told_in_the_language_of_the_flag(
    foreign: str, given: str
):
    done = CliRunner().invoke(join.command, [given, "--lang", foreign])
    assert done.exit_code == exits.USAGE
    assert "«" in done.stderr.splitlines()[-1]


def test_a_file_with_other_than_one_invitation_is_told_in_the_readers_language(
    tmp_path: Path, foreign: str
):
    speak(foreign)
    file = tmp_path / "all.txt"
    for held in ("", f"{INVITATION} {INVITATION}x"):
        file.write_text(held, "utf-8")
        with pytest.raises(click.BadParameter, match="«"):
            InvitationArgument().convert(str(file), None, None)


async def test_a_host_that_is_not_there_is_told_of_in_the_readers_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, foreign: str
):
    monkeypatch.setattr(joining, "seats", lambda: tmp_path)
    speak(foreign)
    here = InvitationArgument().convert("kulla://127.0.0.1:9/abcd-efgh-ijkl", None, None)
    with pytest.raises(joining.Outside) as no:
        await joining.seat_of(here, "Ana", None)
    assert no.value.message.startswith("«")
