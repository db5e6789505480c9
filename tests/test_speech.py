"""How things are said: whole sentences that the source holds word for word, in each habit."""

import ast
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from babel import Locale

from simulator.speech import LANGUAGES, Saying, many, mark, say
from simulator.speech.habits import HABITS, figure, month, weekday

ROOT: Final = Path(__file__).parent.parent
SOURCES: Final = sorted(
    path for package in ("simulator", "tui") for path in (ROOT / package).rglob("*.py")
)

HELD: Final = {"mark": 0, "Saying": 0, "Refused": 1, "NotReached": 0, "NoEntry": 0}
"""Where a sentence begins its life: the place of its text, which must stand there, or in a table of
marked ones."""
SAID: Final = {"_": 0, "say": 1}
"""Where it is said: its text may also be looked up, for it was marked elsewhere."""
SPEAKERS: Final = ("simulator", "simulator.speech", "tui.speech", "simulator.engine.errors")
LOOKED_UP: Final = (ast.Name, ast.Attribute, ast.Subscript)


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            yield name, node


def speaks(tree: ast.AST) -> set[str]:
    """The words for saying that a module has from where they are made."""
    found = {"NotReached", "NoEntry"}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module in SPEAKERS:
            found |= {alias.asname or alias.name for alias in node.names}
    return found | {*HELD, *SAID, "many"} if "speech" in found else found


def is_literal(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def wrong(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    known = speaks(tree)
    for name, call in calls(tree):
        if name in known and not _is_right(name, call):
            yield f"{path.relative_to(ROOT)}:{call.lineno}: {ast.unparse(call)}"


def _is_right(name: str, call: ast.Call) -> bool:
    if name == "many":
        # In the simulator the language comes before the two forms.
        forms = [text for text in call.args if is_literal(text)]
        return len(forms) == 2
    if name in HELD:
        text = call.args[HELD[name]] if len(call.args) > HELD[name] else None
        return text is not None and (is_literal(text) or isinstance(text, ast.Subscript))
    if name in SAID:
        return _is_known(call.args[SAID[name]])
    return True


def _is_known(text: ast.expr) -> bool:
    if isinstance(text, ast.IfExp):
        return _is_known(text.body) and _is_known(text.orelse)
    return is_literal(text) or isinstance(text, LOOKED_UP)


MAKERS: Final = frozenset(
    {
        "simulator/speech/__init__.py", "tui/speech.py", "simulator/engine/errors.py",
        "simulator/session/sayings.py", "simulator/session/client/door.py", "tui/lines/phrases.py",
    }
)  # fmt: skip
"""Where what is said is only handed on."""


@pytest.mark.parametrize(
    "folder", sorted({path.parent for path in SOURCES}),
    ids=lambda folder: folder.relative_to(ROOT).as_posix(),
)  # fmt: skip
def test_what_is_said_stands_in_the_source_word_for_word(folder: Path):
    """Anything else is not found by who gathers the words for translators."""
    for path in folder.glob("*.py"):
        if path.relative_to(ROOT).as_posix() not in MAKERS:
            assert list(wrong(path)) == []


@pytest.mark.parametrize(
    "line",
    [
        'Refused("closed", f"{name} is closed")',
        'Refused("closed", sentence)',
        'mark("It is " + "so")',
        "Saying(words)",
        'say(language, f"{number} hosts")',
        'say(language, "{number} hosts".format(number=2))',
        'many(language, one, "{number} hosts", 2)',
    ],
)
def test_a_sentence_that_is_put_together_is_found(line: str, tmp_path: Path, monkeypatch):
    monkeypatch.setitem(globals(), "ROOT", tmp_path)
    (tmp_path / "bad.py").write_text(
        "from simulator.speech import Saying, many, mark, say\n"
        f"from simulator.engine.errors import Refused\n{line}\n"
    )
    assert len(list(wrong(tmp_path / "bad.py"))) == 1


def test_what_is_said_is_said_in_the_readers_language_with_all_that_it_holds(foreign: str):
    why = Saying("the host is full")
    told = Saying("{who} asks: {question} ({why})", {"who": "AKSHI", "question": 3, "why": why})
    assert told.into("en") == "AKSHI asks: 3 (the host is full)"
    assert told.into(foreign) == "«AKSHI asks: 3 («the host is full»)»"


def test_a_number_chooses_its_form(foreign: str):
    assert many("en", "{number} host", "{number} hosts", 1) == "1 host"
    assert many("en", "{number} host", "{number} hosts", 0) == "0 hosts"
    assert many(foreign, "{number} host", "{number} hosts", 2) == "«2 hosts»"


def test_what_people_wrote_is_never_taken_for_names_in_braces():
    assert say("en", "{who} notes: {text}", who="AKSHI", text="{who} {0} {") == (
        "AKSHI notes: {who} {0} {"
    )
    assert say("en", mark("{ is no name where nothing is given")) == (
        "{ is no name where nothing is given"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_months_and_numbers_are_written_as_the_cldr_has_them(language: str):
    # given what everybody else writes in this language
    there, here = Locale.parse(language), HABITS[language]

    # then it is written so here
    assert here.days == tuple(there.days["format"]["abbreviated"][day] for day in range(7))
    assert here.months == tuple(there.months["format"]["abbreviated"][n] for n in range(1, 13))
    symbols = there.number_symbols["latn"]
    assert (here.decimal, here.thousands) == (symbols["decimal"], symbols["group"])


def test_a_day_and_a_number_are_written_in_the_readers_habit():
    day = date(2022, 7, 15)
    assert [weekday(language, day) for language in LANGUAGES] == ["Fri", "pre"]
    assert [month(language, day) for language in LANGUAGES] == ["Jul", "korr"]
    assert figure("en", f"{1234.5:,.1f}") == "1,234.5"
    assert figure("sq", f"{1234.5:,.1f}") == "1\N{NO-BREAK SPACE}234,5"


def test_a_language_without_habits_of_its_own_has_english_ones():
    assert weekday("tlh", date(2022, 7, 15)) == "Fri"
