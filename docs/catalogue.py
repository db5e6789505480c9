#!/usr/bin/env python3
"""Brings the catalogues up to the source: what is said, gathered, merged and compiled.

`make catalogue` runs it. docs/translating.md says how a translator works with what it writes.
"""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from simulator.speech import LANGUAGES

ROOT: Final = Path(__file__).parent.parent
LOCALE: Final = ROOT / "simulator" / "speech" / "locale"
KEYWORDS: Final[dict[str, dict[str, tuple[int, ...]]]] = {
    "simulator": {
        "mark": (1,), "Saying": (1,), "Refused": (2,), "say": (2,), "many": (2, 3),
        "NotReached": (1,), "NoEntry": (1,),
    },
    "tui": {"_": (1,), "mark": (1,), "Saying": (1,), "Refused": (2,), "many": (1, 2)},
}  # fmt: skip
"""Which arguments of which calls are words, by package; the first is 1."""
MOVING: Final = tuple(
    f'"{header}' for header in (
        "Generated-By", "Language-Team", "Last-Translator", "PO-Revision-Date", "POT-Creation-Date",
        "Project-Id-Version", "Report-Msgid-Bugs-To",
    )
)  # fmt: skip
"""Lines of a catalogue's head that change by themselves, or name people."""
NO_DAY: Final = datetime(2000, 1, 1, tzinfo=UTC)
TABLE: Final = Path("tui/lines/en.toml")


def source() -> Catalog:
    """Everything that the source says, in English, by where it is said first."""
    gathered = Catalog(project="Kulla", charset="utf-8")
    for place, text in _said():
        gathered.add(text, locations=[(place, 0)])
    return gathered


def _said() -> Iterator[tuple[str, Any]]:
    for package, keywords in KEYWORDS.items():
        for path in sorted((ROOT / package).rglob("*.py")):
            for text in _in_code(path.read_text("utf-8"), keywords):
                yield path.relative_to(ROOT).as_posix(), text
    for text in _in_table(tomllib.loads((ROOT / TABLE).read_text("utf-8"))):
        yield TABLE.as_posix(), text


def _in_code(code: str, keywords: dict[str, tuple[int, ...]]) -> Iterator[Any]:
    """The words in the calls of a module. Babel's own reader does not see those in f-strings."""
    calls = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else _name(call.func)
        places = keywords.get(name, ())
        words = [call.args[place - 1] for place in places if place <= len(call.args)]
        said = [word.value for word in words if isinstance(word, ast.Constant) and word.value]
        if places and len(said) == len(places):
            yield said[0] if len(said) == 1 else tuple(said)


def _name(called: ast.expr) -> str:
    return called.id if isinstance(called, ast.Name) else ""


def _in_table(table: dict[str, Any]) -> Iterator[Any]:
    """The words of a table of phrases; `one` and `many` are two forms of the same."""
    if table.keys() == {"one", "many"}:
        yield table["one"], table["many"]
        return
    for value in table.values():
        if isinstance(value, dict):
            yield from _in_table(value)
        elif value:
            yield value


def place_of(language: str) -> Path:
    """The file that a translator edits."""
    return LOCALE / language / "LC_MESSAGES" / "kulla.po"


def kept(language: str) -> Catalog:
    """What has been translated so far."""
    with place_of(language).open("rb") as file:
        catalogue = read_po(file, locale=language)
    # Where the head names no day Babel takes this one, and what is compiled would not stay equal.
    catalogue.creation_date = catalogue.revision_date = NO_DAY
    return catalogue


def merged(language: str) -> Catalog:
    """The same, with what the source says anew, and without what it says no more."""
    catalogue = kept(language)
    catalogue.update(source(), no_fuzzy_matching=True, update_header_comment=False)
    catalogue.obsolete.clear()
    return catalogue


def written(catalogue: Catalog) -> bytes:
    """The file for translators; equal catalogues make equal bytes."""
    file = BytesIO()
    write_po(file, catalogue, width=98, include_lineno=False, omit_header=False, sort_by_file=True)
    lines = file.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(MOVING)).encode()


def compiled(catalogue: Catalog) -> bytes:
    """The file that gettext reads."""
    file = BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def main() -> None:
    """Write every catalogue anew."""
    for language in LANGUAGES[1:]:
        catalogue = merged(language)
        place = place_of(language)
        place.write_bytes(written(catalogue))
        place.with_suffix(".mo").write_bytes(compiled(kept(language)))
        done = sum(bool(message.string) for message in catalogue if message.id)
        print(f"{language}: {done} of {len(catalogue)} translated")  # noqa: T201 it is a tool


if __name__ == "__main__":
    main()
