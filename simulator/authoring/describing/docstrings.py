"""The words below the fields of models and values, read from their source only when asked for."""

from __future__ import annotations

import ast
import inspect
import re
import sys
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, NamedTuple

from simulator.scenario.reader import read

_EXAMPLES: Final = re.compile(r"\s*\bE\.g\. (?=`)")
_CODE: Final = re.compile(r"`([^`]+)`")


class About(NamedTuple):
    """What a key means, and examples of what can stand behind it, as YAML."""

    words: str
    examples: tuple[str, ...]


def about(model: type, field: str) -> About:
    """What is written below the field, in the class that has it first; empty where nothing is."""
    for kind in model.__mro__:
        if said := _below_fields(kind.__module__).get((kind.__name__, field)):
            words, *rest = _EXAMPLES.split(said, maxsplit=1)
            return About(words, tuple(_CODE.findall(rest[0]) if rest else ()))
    return About("", ())


def meaning(model: type) -> str:
    """The first paragraph that is written below the class itself."""
    return " ".join((inspect.cleandoc(model.__doc__ or "").split("\n\n")[0]).split())


def value_of(example: str) -> Any:
    """The value that an example is read as."""
    tree, problems = read(f"example: {example}".encode(), "example")
    if not isinstance(tree, dict) or problems:
        raise ValueError(f"{example!r} is no YAML: {problems}")
    return tree["example"]


@cache
def _below_fields(module: str) -> dict[tuple[str, str], str]:
    """The docstrings of a module's fields, by class and field."""
    file = getattr(sys.modules[module], "__file__", None)
    if not file or not Path(file).exists():
        return {}
    classes = [n for n in ast.parse(Path(file).read_text("utf-8")).body if type(n) is ast.ClassDef]
    return {
        (kind.name, field.target.id): " ".join(below.value.value.split())
        for kind in classes
        for field, below in pairwise(kind.body)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant)
        if isinstance(below.value.value, str)
    }
