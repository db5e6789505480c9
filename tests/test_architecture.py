"""What imports cost and need, proved by importing, and how long the code may be."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = [
    path for package in ("simulator", "tui") for path in sorted((ROOT / package).rglob("*.py"))
]

IMPORTED_BY_KULLA = """
import pathlib, sys
from tui.cli import main
try:
    main()
finally:
    pathlib.Path("imported").write_text("\\n".join(sys.modules))
"""

IMPORT_ALL_AS_ON_WINDOWS = """
import importlib, pkgutil, signal, sys
absent = "curses fcntl grp pty pwd readline resource syslog termios tty".split()
sys.modules.update(dict.fromkeys(absent))
there = {"SIGABRT", "SIGFPE", "SIGILL", "SIGINT", "SIGSEGV", "SIGTERM"}
for name in set(dir(signal)) - there:
    if name in {"alarm", "pause", "setitimer"} or (name.startswith("SIG") and "_" not in name):
        delattr(signal, name)
import simulator, tui
for package in simulator, tui:
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        importlib.import_module(module.name)
"""


def python(program: str, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def lines(code: ast.stmt) -> int:
    assert code.end_lineno is not None
    return code.end_lineno - code.lineno + 1


def functions() -> Iterator[tuple[str, int]]:
    """Every function by place and name, and its lines without the docstring."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                told = lines(node.body[0]) if ast.get_docstring(node) else 0
                yield f"{path.relative_to(ROOT)}:{node.name}", lines(node) - told


@pytest.mark.parametrize(
    "call", ["--help", "--version", "list", "check first-watch", "run first-watch --seed 1"]
)
def test_a_headless_command_imports_neither_the_screens_nor_what_reviews(call: str, tmp_path: Path):
    done = python(IMPORTED_BY_KULLA, *call.split(), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    imported = set((tmp_path / "imported").read_text().split())
    unneeded = {"simulator.paper", "simulator.review", "typst", "xlsxwriter"}
    assert imported & {"textual", "rich", *unneeded} == set()


def test_help_imports_nothing_that_it_does_not_need(tmp_path: Path):
    python(IMPORTED_BY_KULLA, "--help", cwd=tmp_path)
    imported = set((tmp_path / "imported").read_text().split())
    assert imported & {"pydantic", "simpy", "yaml", "simulator.scenario"} == set()


def test_every_module_can_be_imported_where_there_is_no_posix(tmp_path: Path):
    done = python(IMPORT_ALL_AS_ON_WINDOWS, cwd=tmp_path)
    assert done.returncode == 0, done.stderr


def test_every_file_is_read_in_one_sitting():
    files = {str(path.relative_to(ROOT)): path.read_text("utf-8").splitlines() for path in SOURCES}
    assert {path: len(text) for path, text in files.items() if len(text) > 300} == {}


def test_every_function_fits_in_sight():
    assert {place: lines for place, lines in functions() if lines > 40} == {}
