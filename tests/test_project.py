"""What is shipped: locks that pin everything by hash, and a wheel that plays by itself."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCKS = {
    name: (ROOT / name).read_text("utf-8")
    for name in ("requirements.lock", "requirements-dev.lock")
}


def pinned(lock: str) -> dict[str, str]:
    """Every requirement of a lock by name, with its version."""
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", LOCKS[lock], re.MULTILINE))


def name(requirement: str) -> str:
    return re.split(r"[^a-z0-9-]", requirement)[0]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_every_requirement_by_hash_and_names_no_host(lock: str):
    requirements = re.split(r"\n(?=\S)", LOCKS[lock].strip())
    assert requirements
    for requirement in requirements:
        assert re.fullmatch(
            r"[a-z0-9-]+==[\w.]+( ; [^\\\n]+)?( \\\n    --hash=sha256:[0-9a-f]{64})+", requirement
        )


def test_what_kulla_needs_to_run_and_to_be_installed_is_pinned():
    asked = {*PROJECT["project"]["dependencies"], *PROJECT["build-system"]["requires"]}
    assert {name(requirement) for requirement in asked} <= pinned("requirements.lock").keys()


def test_what_developers_need_is_pinned_and_agrees_with_what_players_get():
    groups = PROJECT["dependency-groups"]
    everything = pinned("requirements-dev.lock")
    assert {
        name(requirement) for group in groups.values() for requirement in group
    } <= everything.keys()
    assert pinned("requirements.lock").items() <= everything.items()


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built and laid out as an installation would be."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [
        sys.executable,
        "-m",
        "hatchling",
        "build",
        "--target",
        "wheel",
        "--directory",
        str(folder),
    ]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


@pytest.mark.parametrize(
    "file",
    [
        "simulator/py.typed", "tui/py.typed", "tui/kulla.tcss", "tui/lines/en.toml",
        "simulator/authoring/attack/table.csv", "simulator/authoring/pages/form.yaml",
        "simulator/authoring/starting/first/scenario.yaml.in",
        "simulator/scenario/libraries/albania.yaml",
    ],
)  # fmt: skip
def test_the_wheel_holds_what_is_not_code(file: str, unpacked: Path):
    assert (unpacked / file).is_file()


def test_the_wheel_holds_nothing_but_the_two_packages(unpacked: Path):
    assert {p.name for p in unpacked.iterdir() if p.suffix != ".dist-info"} == {"simulator", "tui"}


def test_an_installed_wheel_finds_every_scenario_of_the_checkout(unpacked: Path):
    program = (
        "from simulator.scenario.library import shipped; print(*shipped().values(), sep='\\n')"
    )
    found = subprocess.run(
        [sys.executable, "-c", program], cwd=unpacked, check=True, capture_output=True, text=True
    ).stdout.splitlines()
    in_checkout = sorted(path.parent.name for path in ROOT.glob("scenarios/*/scenario.yaml"))
    assert in_checkout
    assert found == [str(unpacked / "simulator" / "_scenarios" / name) for name in in_checkout]
