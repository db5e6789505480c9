#!/usr/bin/env python3
"""Writes docs/reference.md from the models of the format, so that it says what can be written."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from simulator.authoring.describing.docstrings import meaning
from simulator.authoring.describing.notations import NOTATIONS, written
from simulator.authoring.describing.schema import title_of
from simulator.authoring.describing.shapes import (
    HEADED,
    Anything,
    Block,
    Choice,
    Either,
    Figure,
    Headed,
    Key,
    Many,
    Name,
    Phrase,
    Shape,
    Table,
    Value,
    keys_of,
    models_in,
)
from simulator.authoring.trying.deeds import Deed
from simulator.authoring.trying.hopes import Hope
from simulator.authoring.trying.story import Story
from simulator.scenario.effects import Effect
from simulator.scenario.evaluation import Measure
from simulator.scenario.scenario import Scenario
from simulator.scenario.values import Part

PAGE: Final = Path(__file__).with_suffix(".md")

BEGINNING: Final = """\
# Every key of a scenario

This page is made by `make docs` from the models in `simulator/scenario`, and a test holds it to them. `kulla schema`
prints the same for editors, which then complete and check while one types; `kulla new` writes a first scenario with all
that set up. A scenario to read is [first-watch](../scenarios/first-watch/scenario.yaml).

## Files

A scenario is one file, or a folder:

| file | holds |
| --- | --- |
| `scenario.yaml` | the keys of [a scenario](#scenario) |
| `injects/*.yaml` | more of the same keys, or a list of injects alone; all are put together in the order of their names |
| `text/*.md`, or wherever | texts, named by `_file` |
| `tests/*.yaml` | the scenario's own tests, which `kulla test` plays |

Lists of the same key follow one another, maps are laid together, and nothing may stand in two files. YAML is read
strictly: no tags, no merge keys, no key twice, UTF-8; `yes` and `2022-07-15` are words, `true` is none.

## How values are written

| value | is written |
| --- | --- |
"""

AFTER_VALUES: Final = """\

An **id** is given once and named elsewhere; a name that points nowhere is a mistake. In a list of ids or conditions where
one is usual, a single one needs no brackets: `to: watch` and `to: [watch, council]` are both right.

Every **text** may stand in a file of its own: `brief_file: text/brief.md` for `brief`, or one for each language. In texts
`${role.ID}`, `${team.ID}`, `${asset.ID}`, `${gauge.ID}`, `${name.ID}` and `${adversary}` stand for titles, and
`${asset.ID.service}`, `${asset.ID.intact}`, `${gauge.ID.value}`, `${decision.ID}`, `${time}` and `${date}` for what is so
at the moment of sending.

**Times** count from STARTEX, the second at which the exercise begins.

## Sharing

```yaml excerpt
include:
- parts/ministries.yaml
- {from: kulla:nato, only: roles.nato-cirt}

roles:
  nato-cirt: {short: CIRT}

templates:
  alert: {channel: siem, from: SOC console, tlp: AMBER}

injects:
- {id: beacon, like: alert, at: 20m, to: watch, title: A beacon, text: It calls every minute.}

levels:
  easy: {deadlines: 150%, hints: 50%, noise: false}
  hard: {deadlines: 75%, adversary: 70%}
```

**Included** files lie under the scenario's own: what is written here wins, key by key in parts that have an id (roles,
injects, steps and so on), as a whole elsewhere; glossary and history are joined. A key with nothing after it leaves out
what lies below. `kulla:NAME` is a library that comes with Kulla; the scenario can keep one of its own in
`libraries/NAME.yaml`.

An inject that is **like** a template has all its keys, unless it writes them itself.

A **level** plays the same scenario in another way: `kulla play --level hard`.
"""

ALWAYS: Final[dict[str, tuple[type[Part], str]]] = {
    "effect": (Effect, "Every effect can have these, too:"),
    "measure": (Measure, "Every measure can have these, too:"),
    "deed": (
        Deed,
        "Every deed can have these, too; one that is no answer and no consent needs `at` or `when`:",
    ),
    "expectation": (Hope, "Every expectation can have this, too:"),
}
"""Keys that all of a union's models have, told once."""

INTROS: Final = {
    "condition": "What may be asked of the world, in `when`, `needs` and so on. One of these keys begins it.",
    "effect": "What may happen, in `then`, `otherwise` and `first`. One of these keys begins it.",
    "measure": "How it is seen whether a task was done. One of these keys begins it.",
    "deed": "What somebody does in a [test](#story). One of these keys begins it.",
    "expectation": "What must follow in a [test](#story). One of these keys begins it.",
}

HEAD: Final = (
    "| key | value | unless given | example | what it is |\n| --- | --- | --- | --- | --- |"
)


def page() -> str:
    """The whole document."""
    values = "\n".join(f"| {name} | {told.told} |" for name, told in NOTATIONS.items())
    unions = list(_unions("condition", "effect", "measure"))
    tests = [*_section(Story), *_unions("deed", "expectation")]
    parts = [BEGINNING + values, AFTER_VALUES, *_sections(), *unions, *tests]
    return "\n".join(parts)


def _sections() -> Iterator[str]:
    """One for each model that is no condition, effect or measure, where it is met first."""
    headed = {kind for kinds in HEADED.values() for kind in kinds.values()}
    for model in models_in([Scenario]):
        if model not in headed:
            yield from _section(model)


def _section(model: type[Part]) -> Iterator[str]:
    yield f"## {title_of(model).capitalize()}\n"
    yield _intro(model)
    yield _table(keys_of(model))


def _intro(model: type[Part]) -> str:
    places = dict.fromkeys(
        f"`{key.name}` of {_link(holder)}"
        for holder in models_in([Scenario])
        for key in keys_of(holder)
        if model in _blocks(key.shape)
    )
    where = f" It stands in {_listed(places)}." if places else ""
    return f"{meaning(model)}{where}\n"


def _unions(*names: str) -> Iterator[str]:
    for name in names:
        yield f"## {name.capitalize()}s\n"
        yield f"{INTROS[name]}\n"
        shared = {key.name for key in keys_of(ALWAYS[name][0])} if name in ALWAYS else set()
        rows = []
        for head, model in HEADED[name].items():
            own = sorted(keys_of(model), key=lambda key, head=head: key.name != head)  # type: ignore[misc]
            rows += [_row(key, head) for key in own if key.name not in shared]
        yield "\n".join([HEAD, *rows, ""])
        if name in ALWAYS:
            model, told = ALWAYS[name]
            yield f"{told}\n"
            yield _table(keys_of(model))


def _table(keys: Iterable[Key]) -> str:
    return "\n".join([HEAD, *map(_row, keys), ""])


def _row(key: Key, head: str = "") -> str:
    """A row of a table; the first key of a union's model is set off from those that follow it."""
    name = f"**`{key.name}`**" if key.name == head else f"`{key.name}`"
    default = written(key.shape, key.default)
    unless = "*needed*" if key.required else "" if default is None else f"`{_yaml(default)}`"
    examples = ", ".join(f"`{example}`" for example in key.examples)
    return f"| {name} | {_words(key.shape)} | {unless} | {examples} | {key.about} |"


def _yaml(default: object) -> str:
    if isinstance(default, dict):
        between, likely = default["between"], default["likely"]
        return f"{{between: [{', '.join(between)}], likely: {likely}}}"
    return str(default).lower() if isinstance(default, bool) else f"{default}"


def _words(shape: Shape) -> str:
    """What can stand behind a key, in few words."""
    match shape:
        case Value() | Name() | Figure() | Choice() | Phrase() | Anything():
            return _plainly(shape)
        case Many(of, _, alone):
            return f"{_words(of)}, or a list" if alone else f"list: {_words(of)}"
        case Table(_, of):
            return f"map of ids: {_words(of)}"
        case Block(model):
            return _link(model)
        case Headed(name):
            return f"[{name}](#{name}s)"
        case Either(several):
            return " or ".join(map(_words, several))


def _plainly(shape: Value | Name | Figure | Choice | Phrase | Anything) -> str:
    match shape:
        case Value(kind):
            return kind
        case Name(of):
            return f"id of {_a(of)}"
        case Figure():
            return _figure(shape)
        case Choice(words):
            listed = ("true", "false") if words == (True, False) else map(str, words)
            return ", ".join(f"`{word}`" for word in listed)
        case Phrase(_, _, most):
            return f"words, at most {most} letters" if most else "words"
        case Anything():
            return "anything"


def _figure(figure: Figure) -> str:
    kind = "whole number" if figure.whole else "number"
    low, high = figure.low, figure.high
    if low is not None and high is not None and high <= 1000:
        return f"{kind}, {low:g} to {high:g}"
    if low is not None and low >= 0:
        return f"{kind}, more than {low:g}" if figure.above else f"{kind}, {low:g} or more"
    return kind


def _blocks(shape: Shape) -> Iterator[type[Part]]:
    match shape:
        case Block(model):
            yield model
        case Many(of) | Table(_, of):
            yield from _blocks(of)
        case Either(several):
            for inner in several:
                yield from _blocks(inner)
        case _:
            return


def _link(model: type[Part]) -> str:
    for name, kinds in HEADED.items():
        if model in kinds.values():
            return f"[{_a(name)}](#{name}s)"
    title = title_of(model)
    return f"[{title}](#{title.replace(' ', '-')})"


def _a(word: str) -> str:
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"


def _listed(words: Iterable[str]) -> str:
    *before, last = words
    return f"{', '.join(before)} and {last}" if before else last


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
