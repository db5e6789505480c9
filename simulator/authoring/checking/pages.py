"""The page of each code: why it matters, and a bad and a good example that are whole scenarios."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

import yaml

from simulator.scenario.characters import UNSHOWABLE
from simulator.scenario.sharing import MAIN

BASE: Final[dict[str, str]] = {
    "kulla": "kulla: 1\n",
    "id": "id: example\n",
    "title": "title: An example\n",
    "start": "start: 2030-05-03T18:00:00+02:00\n",
    "length": "length: 12h\n",
    "roles": """\
roles:
  watch: {title: Watch, teams: {it: 2}}
  council: {title: Town council}
""",
    "injects": """\
injects:
- id: hello
  at: 5m
  to: [watch, council]
  channel: phone
  from: Night desk
  title: All is calm
  text: Nothing moves.
""",
}
"""What an example says that does not say it itself, by top-level key."""

_KEY: Final = re.compile(r"""^["']?([a-z_]+)["']?\s*:""", re.MULTILINE)
_MANY: Final = re.compile(r"^(.*?) *# and so on, ([\d,]+) times(.*\n)", re.MULTILINE)
_BREAK: Final = re.compile(r"\r\n|\r|\n")
_BYTE: Final = re.compile(r"[^\t\n -~]")
_MARK: Final = re.compile(r"# ([A-Z]\d\d)\b")


class Example(NamedTuple):
    """A fragment as its page shows it, by file name; `raw` reads its characters as bytes."""

    texts: Mapping[str, str]
    raw: bool = False

    def files(self) -> dict[str, bytes]:
        """The whole scenario: below the fragment stands what it leaves out, unless it is empty."""
        main = self.texts.get(MAIN, "\n")
        whole = {**self.texts, MAIN: _whole(main) if main else main}
        encoding = "latin-1" if self.raw else "utf-8"
        return {name: _MANY.sub(_repeated, text).encode(encoding) for name, text in whole.items()}

    def shown(self) -> Iterator[tuple[str, str]]:
        """File names and texts for people, with an escape for what can't be shown."""
        hidden = _BYTE if self.raw else UNSHOWABLE
        for name, text in self.texts.items():
            yield name, hidden.sub(_escaped, text)

    @property
    def long(self) -> bool:
        """Whether a line stands for many."""
        return any(_MANY.search(text) for text in self.texts.values())

    def marked(self, code: str) -> set[tuple[str, int]]:
        """The files and lines that the fragment marks with this code."""
        return {
            (name, number)
            for name, raw in self.files().items()
            for number, line in enumerate(_BREAK.split(raw.decode("latin-1")), 1)
            if code in _MARK.findall(line)
        }


class Page(NamedTuple):
    """What an author reads about one code."""

    why: str
    bad: Example
    good: Example


@cache
def pages() -> dict[str, Page]:
    """All pages by code, in the order of the codes."""
    found: dict[str, Page] = {}
    for file in files("simulator.authoring").joinpath("pages").iterdir():
        if file.name.endswith(".yaml"):
            read = yaml.load(file.read_text("utf-8"), yaml.CSafeLoader) or {}
            found |= {code: _page(**page) for code, page in read.items()}
    return dict(sorted(found.items()))


def _page(why: str, bad: Any, good: Any, *, raw: bool = False) -> Page:
    return Page(" ".join(why.split()), *(_example(fragment, raw) for fragment in (bad, good)))


def _example(fragment: str | dict[str, str], raw: bool) -> Example:
    return Example({MAIN: fragment} if isinstance(fragment, str) else fragment, raw)


def _whole(fragment: str) -> str:
    said = set(_KEY.findall(fragment))
    ended = fragment if fragment.endswith("\n") else f"{fragment}\n"
    return ended + "".join(text for key, text in BASE.items() if key not in said)


def _escaped(character: re.Match[str]) -> str:
    return ascii(character[0])[1:-1]


def _repeated(line: re.Match[str]) -> str:
    """`- x # and so on, 3 times` says more than three hundred lines would."""
    return (line[1] + line[3]) * int(line[2].replace(",", ""))
