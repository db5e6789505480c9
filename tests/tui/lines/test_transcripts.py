"""Whole plays as a trainer reads them, kept word for word in `transcripts/`.

The first line is the command; lines after a prompt are what the player wrote. To keep one more,
write only these lines into a file; `pytest --update-golden` adds what was told.
"""

import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.scenario import load
from simulator.speech import LANGUAGES
from tests.tui.lines.teller import PROMPT
from tui import play
from tui.lines.desk import Desk
from tui.lines.dialogue import Dialogue
from tui.opening import Opening
from tui.speech import speak

HERE = Path(__file__).parent
TRANSCRIPTS = sorted((HERE / "transcripts").glob("*.txt"))


def read(path: Path) -> tuple[list[str], list[str], list[str]]:
    """The words of the command, what was written, and what was told."""
    command, *rest = path.read_text("utf-8").splitlines()
    prompts = [PROMPT.fullmatch(line) for line in rest]
    written = [prompt[2] for prompt in prompts if prompt]
    told = [line for line, prompt in zip(rest, prompts, strict=True) if not prompt]
    return shlex.split(command.removeprefix("$ ")), written, told


def opened(arguments: list[str]) -> Dialogue:
    """The play that `kulla play` with these arguments begins."""
    chosen = play.command.make_context("play", arguments).params
    scenario = load(chosen.pop("scenario"))
    opening = Opening(**chosen | {"language": chosen["language"] or "en"})
    assert opening.plain
    seat = opening.sit(scenario, opening.role or "", opening.language)
    return Dialogue(Desk(seat, lambda: 0.0, careful=False))


def played(words: list[str], written: list[str]) -> Iterator[str]:
    """The page, with each line that was written behind its prompt."""
    yield f"$ {shlex.join(words)}"
    dialogue = opened(words[2:])
    yield from dialogue.begin()
    for line in written:
        yield f"{dialogue.prompt}{line}"
        yield from dialogue.hear(line)


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=[path.stem for path in TRANSCRIPTS])
def test_a_play_reads_as_it_did(path: Path, pytestconfig: pytest.Config):
    words, written, _ = read(path)
    page = "\n".join(played(words, written)) + "\n"
    if pytestconfig.getoption("--update-golden"):
        path.write_text(page, "utf-8", newline="\n")
    assert page == path.read_text("utf-8")


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=[path.stem for path in TRANSCRIPTS])
def test_the_command_tells_the_same_in_a_pipe_and_repeats_nothing_that_was_written(path: Path):
    words, written, told = read(path)
    program = "from tui.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", program, *words[1:]],
        input="\n".join(written),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout.splitlines() == told
    assert done.stderr.startswith("The seed was 7")
    assert done.returncode == 0


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=[path.stem for path in TRANSCRIPTS])
def test_the_same_lines_are_the_same_play_for_a_reader_of_another_language(path: Path):
    words, written, _ = read(path)
    courses = []
    for language in LANGUAGES:
        speak(language)
        dialogue = opened(words[2:])
        dialogue.begin()
        for line in written:
            dialogue.hear(line)
        courses.append(dialogue.desk.view.log)
    assert courses.count(courses[0]) == len(LANGUAGES) > 1
