"""What stands on paper, as values: who draws them knows no scenario, who makes them no page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from simulator.paper.charts import Chart

Look = Literal["", "mute", "aloud", "call", "secret"]
"""How words stand out: said in passing, to be read out, not to be missed, for who leads only."""


class Head(NamedTuple):
    """A heading, of level 1 to 3 beneath the title; a level 1 begins a page where it `turns`.
    Its `anchor` is given as the paper is drawn."""

    text: str
    level: int = 1
    turns: bool = False
    anchor: str = ""


class Words(NamedTuple):
    """A paragraph; lines stay lines."""

    text: str
    look: Look = ""


class Points(NamedTuple):
    """A list."""

    items: tuple[str, ...]


class Pairs(NamedTuple):
    """Names with what they say."""

    rows: tuple[tuple[str, str], ...]


class Grid(NamedTuple):
    """A table; `tall` leaves room to write in it, `wide` has small letters for many columns.
    `cites` are by row the anchors of what stands behind it, in a last column of their own."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    tall: bool = False
    wide: bool = False
    cites: tuple[tuple[str, ...], ...] = ()


class Claim(NamedTuple):
    """A statement, and the anchors of what stands behind it."""

    words: str
    cites: tuple[str, ...] = ()


class Claims(NamedTuple):
    """Statements, one beneath the other; as a list where they are `listed`."""

    items: tuple[Claim, ...]
    listed: bool = True


class Figure(NamedTuple):
    """A picture, what is seen in it for those who don't see it, and the same as a table.

    Where the table is `apart`, print leaves it out and says so in these words: what it has stands
    elsewhere, too.
    """

    title: str
    alt: str
    chart: Chart
    table: Grid
    apart: str = ""


class Entry(NamedTuple):
    """Something that is cited by its anchor (`e204`, shown as `204`), in the first column; its
    cells are the columns after that."""

    anchor: str
    cells: tuple[str, ...]


class Register(NamedTuple):
    """All that is cited, as a table with an anchor in each row. The first of its heads is that of
    the anchors' column. What is cited and stands in no register is named and leads nowhere."""

    caption: str
    heads: tuple[str, ...]
    entries: tuple[Entry, ...]


class Verbatim(NamedTuple):
    """What is read letter by letter, such as a log."""

    text: str


class Tick(NamedTuple):
    """Something to be ticked, by its letter; `notes` stand beneath its words."""

    letter: str
    words: str
    notes: tuple[str, ...] = ()


class Ticks(NamedTuple):
    """Boxes, one beneath the other; `label` says what for."""

    label: str
    boxes: tuple[Tick, ...]


class Scale(NamedTuple):
    """Boxes in one line, of which one is ticked."""

    label: str
    marks: tuple[str, ...]


class Blank(NamedTuple):
    """Room to write so many lines; `hint` says how."""

    label: str
    lines: int = 1
    hint: str = ""


class Frame(NamedTuple):
    """Blocks that belong together, in a box."""

    title: str
    blocks: tuple[Block, ...]
    look: Look = ""


class Sheet(NamedTuple):
    """A page of its own, or half of one, to be handed to somebody."""

    label: str
    title: str
    blocks: tuple[Block, ...]
    half: bool = False


class Contents(NamedTuple):
    """Where the headings are found, down to this level."""

    title: str
    level: int = 1


Block = (
    Contents | Head | Words | Points | Pairs | Grid | Verbatim | Ticks | Scale | Blank | Frame
    | Sheet | Claims | Figure | Register
)  # fmt: skip


class Beside(NamedTuple):
    """Another paper that lies beside one, by its name without the ending of a file, and all that
    can be cited in it."""

    name: str
    anchors: frozenset[str]


class Paper(NamedTuple):
    """One document. `marking` stands on every page, its TLP `label` also beneath; `secret` is what
    only who leads may read. What it cites may stand `beside` it."""

    kind: str
    language: str
    title: str
    subtitle: str
    marking: str
    label: str
    secret: bool
    blocks: tuple[Block, ...]
    beside: Beside | None = None


def paired(*rows: tuple[str, str]) -> Pairs:
    """Of these, those that say anything."""
    return Pairs(tuple((name, said.strip()) for name, said in rows if said.strip()))


def filled(grid: Grid, nothing: str = "") -> Grid:
    """The same without columns in which nothing stands, or only signs that say `nothing`."""
    kept = [at for at in range(len(grid.heads)) if any(row[at].strip(nothing) for row in grid.rows)]
    heads, *rows = (tuple(row[at] for at in kept) for row in (grid.heads, *grid.rows))
    return grid._replace(heads=heads, rows=tuple(rows))


def some(blocks: Iterable[Block | None]) -> tuple[Block, ...]:
    """Of these, those that there are."""
    return tuple(block for block in blocks if block is not None)


def stepped(blocks: tuple[Block, ...], above: int = 0) -> tuple[Block, ...]:
    """The same with headings that never skip a level, so that readers of them get lost nowhere."""
    found: list[Block] = []
    for block in blocks:
        match block:
            case Head():
                above = min(block.level, above + 1)
                found.append(block._replace(level=above))
            case Sheet():
                above = 1
                found.append(block._replace(blocks=stepped(block.blocks, above)))
            case Frame():
                found.append(block._replace(blocks=stepped(block.blocks, above)))
            case _:
                found.append(block)
    return tuple(found)


def marked(tlp: str, handling: str) -> str:
    """What stands on every page: how it may be passed on."""
    label, handling = f"TLP:{tlp}", " ".join(handling.split())
    return handling if label in handling else " – ".join(filter(None, (label, handling)))


def letter(place: int) -> str:
    """How the option at this place is called on paper: A, B, … Z, AA."""
    before, last = divmod(place, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)
