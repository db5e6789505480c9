"""The line of a file with a caret under the place, in any width and script."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from simulator.authoring.checking.excerpts import excerpts
from simulator.scenario.problem import Problem


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("excerpts") / "a.yaml"


def shown(file: Path, raw: str | bytes, line: int, column: int, width: int = 40) -> list[str]:
    file.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    ((_, excerpt),) = excerpts([Problem(str(file), line, column, "F01", "…")], width)
    return [excerpt.line, excerpt.carets] if excerpt else []


@pytest.mark.parametrize(
    ("text", "column", "line", "carets"),
    [
        ("titel: Night", 1, "titel: Night", "^^^^^"),
        ("a: {titel: 1}", 4, "a: {titel: 1}", "   ^"),
        ("a: 'some words'", 4, "a: 'some words'", "   ^"),
        ("日本: watch", 5, "日本: watch", "      ^^^^^"),
        ("日本: x", 1, "日本: x", "^^^^"),
        ("e\u0301\u0325: watch", 1, "e\u0301\u0325: watch", "^"),
        ("x: q\u0301\u0331, y", 9, "x: q\u0301\u0331, y", "      ^"),
        ("a:\twatch", 4, "a:  watch", "    ^^^^^"),
        ("a: \x1b[31mred", 4, "a: \ufffd[31mred", "   ^"),
        ("a:", 3, "a:", "  ^"),
    ],
)
def test_the_caret_stands_under_the_place(text, column, line, carets, file: Path):
    assert shown(file, f"kulla: 1\n{text}\n", 2, column) == [
        unicodedata.normalize("NFC", line),
        carets,
    ]


def test_of_a_long_line_what_is_around_the_place_is_shown(file: Path):
    text = "a: " + "left " * 20 + "HERE" + " right" * 20
    assert shown(file, text, 1, 104) == ["…left left HERE right right righ…", "           ^^^^"]
    assert shown(file, text, 1, 1)[0] == "a: left left left left left left…"
    assert shown(file, text, 1, len(text))[0] == "…ht right right right right right"


@pytest.mark.parametrize(
    ("raw", "line", "expected"),
    [
        (b"a: 1\r\nb: 2\rc: 3\n", 3, ["c: 3", "^"]),
        (b"\xef\xbb\xbfa: 1\n", 1, ["a: 1", "^"]),
        (b"a: \xff\n", 1, ["a: \ufffd", "^"]),
        (b"a: 1\n", 2, ["", "^"]),
        (b"a: 1\n", 7, []),
        (b"", 1, ["", "^"]),
    ],
)
def test_lines_are_counted_as_by_the_reader(raw: bytes, line: int, expected, file: Path):
    assert shown(file, raw, line, 1) == expected


def test_what_cannot_be_read_again_is_left_out(file: Path):
    missing = Problem(str(file.with_name("gone.yaml")), 1, 1, "F01", "…")
    assert [*excerpts([missing], 40)] == [(missing, None)]


def columns(text: str) -> int:
    based = (c for c in text if unicodedata.category(c) not in ("Mn", "Me"))
    return sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in based)


@given(st.text("ab 日é\u0301:", max_size=90), st.integers(1, 90), st.integers(30, 100))
@settings(max_examples=60)
@example("::::::::::::::::日日日 ", 21, 30)
def test_nothing_is_wider_than_the_terminal(file: Path, text: str, column: int, width: int):
    line, carets = shown(file, f"{text}\n", 1, min(column, len(text) + 1), width)
    assert columns(line) <= width - 7
    assert len(carets) <= width - 7
    assert carets.strip(" ").strip("^") == ""
    assert "^" in carets
