"""Texts of scenarios and people never reach a widget that would parse them: read in the source.

A string that is shown may be a literal, or a word of ours with nothing filled in. All else goes
through `tui.plain`, `tui.marks` or `Content`, or to a widget that was told not to parse.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = sorted({path.parent for path in (ROOT / "tui").rglob("*.py")})
PARSING = {
    "Button", "Checkbox", "Label", "Link", "Option", "RadioButton", "Static", "Tab", "TabPane",
    "Tooltip", "notify", "update", "from_markup",
}  # fmt: skip
"""What parses the string that comes first, unless it is told not to."""
NAMED = {"border_title", "border_subtitle", "tooltip", "label"}
"""What parses a string that is put in it."""
SAFE = {"Content", "Group", "Text", "ends", "fields", "flowing", "joined", "line", "plain"}
WORDS = {"_", "many", "mark"}


def _called(node: ast.expr) -> str:
    if isinstance(node, ast.Call):
        return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(
            node.func, "id", ""
        )  # fmt: skip
    return ""


def is_string(node: ast.expr) -> bool:
    """Whether it is put together as a string, of which not all is ours."""
    match node:
        case ast.JoinedStr():
            return not all(_is_ours(part) for part in node.values)
        case ast.BinOp(op=ast.Add() | ast.Mod()):
            return is_string(node.left) or is_string(node.right)
        case ast.IfExp():
            return is_string(node.body) or is_string(node.orelse)
        case ast.Call():
            name = _called(node)
            return name in {"format", "join", "str", "clean"} or (
                name in WORDS
                and bool(node.keywords)
                and not all(_is_ours(given.value) for given in node.keywords)
            )
        case _:
            return False


def _is_ours(node: ast.expr) -> bool:
    if isinstance(node, ast.FormattedValue):
        return _is_ours(node.value)
    return isinstance(node, ast.Constant) or (
        _called(node) in WORDS | {"key_of", "get_key_display"} and not is_string(node)
    )


def parsed(tree: ast.AST) -> Iterator[ast.expr]:
    """Everything that is given to something that parses it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _called(node) in PARSING and node.args:
            told = {given.arg: given.value for given in node.keywords}
            plain = told.get("markup")
            if not (isinstance(plain, ast.Constant) and plain.value is False):
                yield node.args[0]
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Attribute) and target.attr in NAMED:
                    yield node.value


@pytest.mark.parametrize("folder", FOLDERS, ids=[str(it.relative_to(ROOT)) for it in FOLDERS])
def test_no_string_that_others_wrote_is_parsed(folder: Path):
    for path in folder.glob("*.py"):
        found = [node for node in parsed(ast.parse(path.read_text("utf-8"))) if is_string(node)]
        assert [f"{path}:{node.lineno}: {ast.unparse(node)}" for node in found] == []


def test_the_reader_finds_what_it_looks_for():
    wrong = """
self.border_title = f"About {item.subject}"
Static(f"{item.subject}")
self.notify(clean(text), severity="error")
Button(_("Answer {who}", who=item.sender))
self.query_one(Static).update("To " + ", ".join(names))
"""
    right = """
self.border_title = Content(clean(item.subject))
Static(plain(item.subject))
self.notify(clean(text), markup=False)
Button(f"{_('Answer')}  a")
self.query_one(Static).update(joined((item.subject, "strong")))
"""
    assert sum(map(is_string, parsed(ast.parse(wrong)))) == 5
    assert sum(map(is_string, parsed(ast.parse(right)))) == 0
