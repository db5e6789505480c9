"""What the documents say is run: every command, output, scenario, link, option and number."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from docs import pictures, protocol, staged
from simulator.cli import exits
from simulator.scenario import examine, load
from simulator.scenario.library import shipped
from tests.tui.idle import no_sleep_after_a_key
from tests.tui.stylesheets import read_once
from tests.tui.unseen import drawn_when_looked_at
from tui import play
from tui.cli import COMMANDS
from tui.opening import Opening
from tui.speech import speak

ROOT = Path(__file__).parents[1]
PLAYED = ["README.md", "docs/playing.md", "docs/plain.md", "docs/options.md"]
DOCUMENTS = [
    *PLAYED, "CHANGELOG.md", "docs/design.md", "docs/facilitating.md", "docs/hosting.md",
    "docs/protocol.md", "docs/checks.md", "docs/reference.md", "docs/translating.md",
    "docs/authoring.md", "docs/cookbook.md", "docs/reviewing.md", "docs/report.md",
    *(f"scenarios/{name}/README.md" for name in shipped()),
]  # fmt: skip
TRIED_BY_THEMSELVES = {"docs/authoring.md", "docs/cookbook.md"}
"""In tests/test_authoring_docs.py."""
TEXT = {name: (ROOT / name).read_text("utf-8") for name in DOCUMENTS}
PICTURES = sorted((ROOT / "docs" / "pictures").glob("*.svg"))
INSTALLS = ["pipx install .", "python -m pip install ."]
KULLA = {str(command.name): command for command in COMMANDS}
SHELL = {
    "NO_COLOR": "1",
    "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
}


loaded = cache(load)
"""For pictures, which are drawn from few scenarios."""


class Block(NamedTuple):
    """A fenced block: the two words behind its fence, where it stands, and its text."""

    kind: str
    name: str
    place: str
    text: str


def blocks(document: str, *kinds: str) -> Iterator[Block]:
    fences = re.finditer(r"^```(\w*) ?(.*)\n([\s\S]*?)^```$", TEXT[document], re.MULTILINE)
    for fence in fences:
        line = TEXT[document].count("\n", 0, fence.start()) + 1
        if not kinds or fence[1] in kinds:
            yield Block(fence[1], fence[2], f"{document}:{line}", fence[3])


def shown(block: Block) -> Iterator[tuple[str, str]]:
    """Each command of a block and the output that stands below it."""
    if block.kind == "sh":
        yield from ((line, "...\n") for line in block.text.splitlines())
    else:
        for part in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            yield command, output


def pattern(output: str) -> str:
    """Any numbers and gaps will do, and `...` stands for anything."""
    lines = []
    for line in output.splitlines(keepends=True):
        if line == "...\n":
            lines.append(r"(?:.*\n)*")
        else:
            said = re.sub(r"\d+", "0", line).replace("...", "\0")
            said = re.sub(r"(\\ )+", " +", re.escape(said))
            lines.append(said.replace("0", r"\d+").replace("\0", ".*"))
    return "".join(lines)


def shell(command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "-c", command], cwd=cwd, env={**SHELL, "XDG_STATE_HOME": str(cwd)}, check=False,
        encoding="utf-8",
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip


def expect_target(command: str) -> None:
    done = shell(f"{command} --dry-run", ROOT)
    assert done.returncode == 0, done.stdout


def expect_no_terminal(command: str, cwd: Path) -> None:
    """Its one sentence, though its arguments are good: somebody can take this seat."""
    _, _, *arguments = shlex.split(command, comments=True)
    context = play.command.make_context("play", list(arguments))
    path = context.params.pop("scenario")
    if path is not None:
        scenario = load(path)
        opening = Opening(**context.params)
        opening.sit(scenario, opening.role or next(iter(scenario.roles)), "en")
    done = shell(command, cwd)
    called = "SCENARIO" if path is None else path.name
    assert done.stdout == play.NO_TERMINAL.format(scenario=called) + "\n"
    assert done.returncode == exits.USAGE


@pytest.fixture
def folder(block: Block, tmp_path: Path) -> Path:
    """A working folder with the scenarios of the block's document."""
    for scenario in blocks(block.place.partition(":")[0], "yaml"):
        (tmp_path / scenario.name).write_text(scenario.text, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "block",
    [block for name in PLAYED for block in blocks(name, "sh", "console")],
    ids=lambda block: block.place,
)
def test_a_command_does_what_the_document_shows(block: Block, folder: Path):
    for command, output in shown(block):
        words = shlex.split(command, comments=True)
        if words[0] == "make":
            expect_target(shlex.join(words))
        elif words[:2] == ["kulla", "play"]:
            expect_no_terminal(command, folder)
        elif shlex.join(words) not in INSTALLS:
            done = shell(command, folder)
            assert re.fullmatch(pattern(output), done.stdout), done.stdout
            assert done.returncode == exits.FINE


@pytest.mark.parametrize(
    "block", list(blocks("docs/hosting.md", "sh")), ids=lambda block: block.place
)
def test_a_command_for_hosts_is_one_that_kulla_understands(block: Block):
    for command, _ in shown(block):
        _, name, *arguments = shlex.split(command, comments=True)
        KULLA[name].make_context(name, arguments)


def test_the_protocol_is_written_as_its_models_are():
    assert TEXT["docs/protocol.md"] == protocol.page(), "make docs writes it anew"


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_block_is_one_that_is_tried_or_a_drawing(document: str):
    known = {"sh", "console", "yaml", ""}
    assert [block.place for block in blocks(document) if block.kind not in known] == []


@pytest.mark.parametrize(
    "block",
    [
        b
        for name in DOCUMENTS
        if name not in TRIED_BY_THEMSELVES
        for b in blocks(name, "yaml")
        if b.name != "excerpt"
    ],
    ids=lambda block: block.place,
)
def test_a_scenario_in_a_document_has_no_mistakes(block: Block, folder: Path):
    assert examine(folder / block.name).problems == ()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_link_leads_to_a_file_and_to_a_heading_that_it_has(document: str):
    for link in re.findall(r"\]\(([^)\s]+)\)", TEXT[document]):
        if link.startswith("https://"):
            continue
        file, _, heading = link.partition("#")
        path = (ROOT / document).parent / file if file else ROOT / document
        assert path.exists(), link
        if heading:
            headings = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
            assert heading in {re.sub(r"[^\w-]", "", h.lower().replace(" ", "-")) for h in headings}


def options(name: str) -> set[str]:
    context = KULLA[name].make_context(name, [], resilient_parsing=True)
    known = context.command.get_params(context)
    return {word for option in known for word in (*option.opts, *option.secondary_opts)}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_commands_and_options_exist_under_the_names_they_are_called_by(document: str):
    code = "\n".join(re.findall(r"```[^`]*^```|`[^`\n]+`|^    .+", TEXT[document], re.MULTILINE))
    for name, arguments in re.findall(r"\bkulla ([a-z]+)(.*)", code):
        assert name in KULLA
        assert set(re.findall(r"--[a-z-]+", arguments)) <= options(name), arguments
    alone = set(re.findall(r"`(--[a-z-]+)", code))
    assert alone <= {"--version"}.union(*map(options, KULLA))


def test_every_command_stands_in_the_readme():
    assert {name for name in KULLA if f"`kulla {name}`" in TEXT["README.md"]} == KULLA.keys()


def test_every_exit_code_in_the_readme_is_one_of_kullas():
    table = {int(code) for code in re.findall(r"^\| (\d+) \|", TEXT["README.md"], re.MULTILINE)}
    assert table == {value for name, value in vars(exits).items() if name.isupper()}


def test_every_target_in_the_readme_is_one_that_make_explains():
    explained = set(re.findall(r"^make (\w+)", shell("make help", ROOT).stdout, re.MULTILINE))
    named = set(re.findall(r"^make (\w+)|`make (\w+)", TEXT["README.md"], re.MULTILINE))
    targets = {first or second for first, second in named}
    assert {"play", "test", "bench", "lock", "docs", "help"} <= targets
    assert targets <= explained


def test_wiper_2022_is_as_large_as_the_readme_says():
    scenario = load(shipped()["wiper-2022"])
    sizes = {
        "seats": len(scenario.roles),
        "injects": len(scenario.injects),
        "decisions": sum(inject.decision is not None for inject in scenario.injects),
        "actions": len(scenario.actions),
    }
    said = dict(re.findall(r"(\d+)\s(seats|injects|decisions|actions)\b", TEXT["README.md"])[::-1])
    said = {thing: int(number) for number, thing in said.items()}
    assert said.keys() == sizes.keys()
    for thing, number in said.items():
        assert number <= sizes[thing] <= 2 * number


def test_every_picture_stands_in_a_document_and_draws_on_no_host():
    drawn = {path.name for path in PICTURES}
    linked = {
        name for text in TEXT.values() for name in re.findall(r"pictures/([\w-]+\.svg)", text)
    }
    assert drawn
    assert drawn == linked
    for path in PICTURES:
        addresses = set(re.findall(r"\w+://[^\"'\s<)]+", path.read_text("utf-8")))
        assert addresses == {"http://www.w3.org/2000/svg"}


@pytest.mark.parametrize("path", PICTURES, ids=[path.stem for path in PICTURES])
def test_a_picture_is_drawn_by_its_script(path: Path, monkeypatch: pytest.MonkeyPatch):
    no_sleep_after_a_key(monkeypatch)
    read_once(monkeypatch)
    drawn_when_looked_at(monkeypatch)
    for drawing in (pictures, staged):
        monkeypatch.setattr(drawing, "load", loaded)
    try:
        assert pictures.drawn(path.stem) == path.read_text("utf-8"), "make docs draws it anew"
    finally:
        speak("en")
