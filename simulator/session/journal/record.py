"""What a journal holds: a header, then records, each a line that carries the chain. Pure.

The chain runs over the bytes of a line as they were written, so nothing has to be encoded again
to be checked. What people wrote or are called stands outside of it, in `words`, and only its
salted digest inside: a text can be taken out later and the chain still proves all the rest.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from typing import Any, Final, NamedTuple

from pydantic import TypeAdapter, ValidationError
from pydantic_core import from_json

import simulator
from simulator.session.limits import FASTEST, SLOWEST

FORMAT: Final = 3
"""Of journals; a higher one is refused, a lower one is read as it was meant. The second knows what
a control room does: takes, hold points, emergencies, duties, and what is noted for the review. The
third knows the review: ratings of tasks, such as are set aside, and that they are opened; an
improvement plan, feedback; and teams that begin as a run that was played elsewhere."""

GENESIS: Final = "kulla-journal-1"
"""Stands for the chain before the first line."""

TAKEN_OUT: Final = "…"
"""What is read in place of words that were taken out: what was asked stays something."""

NAMING: Final = ("name", "by")
"""Words that hold what whoever joins, or asks, is called."""

_CHAIN: Final = b',"chain":"'
"""Stands once in a line; in a text, the quotes of it would be escaped."""
_WORDS: Final = b'","words":'
_DIGITS: Final = 64
_SHAPE: Final = {
    "seq": int, "at": int, "utc": int, "team": str, "by": str, "kind": str, "body": dict,
}  # fmt: skip
_PARTS: Final = ((*_SHAPE,), (*_SHAPE, "seals"))
_KINDS: Final = ((*_SHAPE.values(),), (*_SHAPE.values(), dict))
"""The parts of a record in their order, without and with words."""


class Unreadable(ValueError):
    """A line that is no record; the text says why."""


class Newer(Unreadable):
    """A line that a later Kulla has written."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a session was begun with. Teams play side by side, each in its own world. `single` lets
    one controller alone say that a real emergency is over; `level` is a level of difficulty."""

    session: str
    kulla: str
    engine: int
    scenario: str
    digest: str
    seed: int
    teams: tuple[str, ...]
    bots: str = "doctrine"
    having: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    pace: float = 60.0
    created: int = 0
    journal: int = FORMAT
    single: bool = False
    level: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A record before it has its place. `by` is the grant that asked, empty for the host itself;
    `at` is the team's exercise second; `words` is what people wrote."""

    kind: str
    by: str = ""
    team: str = ""
    at: int = 0
    body: dict[str, Any] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Record:
    """A draft in its place: `seq` counts from 1, `utc` is milliseconds since 1970. `seals` stand
    for its words, also for those that were `removed`."""

    seq: int
    utc: int
    draft: Draft
    removed: tuple[str, ...] = ()
    seals: dict[str, str] = field(default_factory=dict, compare=False)


_HEADER: Final = TypeAdapter(Header)
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class Line(NamedTuple):
    """A line as it is written, without its end, and the chain after it."""

    raw: bytes
    chain: str


def write_header(header: Header) -> Line:
    told = {"seq": 0, **asdict(header)}
    if not header.level:
        del told["level"]  # so that a Kulla that knows no levels can go on with it
    return _line(GENESIS, told, {})


def write_record(
    before: str, seq: int, utc: int, draft: Draft, salt: Callable[[], str]
) -> tuple[Record, Line]:
    """The record and its line; `before` is the chain so far, `salt` makes a new one each time."""
    words = {name: [salt(), text] for name, text in draft.words.items()}
    told: dict[str, Any] = {
        "seq": seq, "at": draft.at, "utc": utc, "team": draft.team, "by": draft.by,
        "kind": draft.kind, "body": draft.body,
    }  # fmt: skip
    seals = {name: _seal(*said) for name, said in words.items()}
    if seals:
        told["seals"] = seals
    return Record(seq, utc, draft, (), seals), _line(before, told, words)


def read_header(raw: bytes) -> tuple[Header, str]:
    """The header and the chain after it; raises Unreadable."""
    _refuse_newer(raw)
    told, chain, _ = _told(GENESIS, raw)
    try:
        first = told.pop("seq", None)
        if type(first) is not int or first != 0 or told.keys() - Header.__slots__:
            raise Unreadable("the first line is no header of a session")
        header = _HEADER.validate_json(json.dumps(told), strict=True)
    except ValidationError as error:
        raise Unreadable("the first line is no header of a session") from error
    if not (SLOWEST <= header.pace <= FASTEST and len({*header.teams}) == len(header.teams) > 0):
        raise Unreadable("the header begins no session that can be")
    return header, chain


def _refuse_newer(raw: bytes) -> None:
    """A later format may be chained in another way, so its number is looked at before that."""
    try:
        told = json.loads(raw)
        format, kulla = told["journal"], told["kulla"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return
    if type(format) is int and format > FORMAT:
        raise Newer(
            f"it has format {format} and was written by Kulla {kulla}; this is Kulla "
            f"{simulator.__version__}, which reads formats up to {FORMAT}"
        )


def read_record(before: str, seq: int, raw: bytes) -> tuple[Record, str]:
    """The record on this line and the chain after it; raises Unreadable."""
    told, chain, words = _told(before, raw)
    if (*told,) not in _PARTS or (*map(type, told.values()),) not in _KINDS:
        raise Unreadable("it has not the parts of a record")
    if told["seq"] != seq:
        raise Unreadable(f"record {told['seq']} stands where {seq} should be")
    seals = told.get("seals", {})
    if words.keys() != seals.keys():
        raise Unreadable("its words are not those that were sealed")
    said = {name: _said(name, seals[name], words[name]) for name in seals}
    removed = tuple(name for name in seals if words[name] is None)
    draft = Draft(told["kind"], told["by"], told["team"], told["at"], told["body"], said)
    return Record(seq, told["utc"], draft, removed, seals), chain


def _said(name: str, seal: str, words: list[str] | None) -> str:
    if words is None:
        return TAKEN_OUT
    try:
        salt, text = words
        right = type(text) is str and _seal(salt, text) == seal
    except (ValueError, TypeError):
        right = False
    if not right:
        raise Unreadable(f"the words of '{name}' were changed")
    return text


def without_words(raw: bytes, names: set[str]) -> bytes:
    """The same line with these words taken out; the chain over it stays what it was.

    Raises Unreadable where it is no line of a journal.
    """
    front, chain, rest = _parted(raw)
    if not rest:
        return raw
    words = json.loads(rest)
    return front + _tail(chain, words | dict.fromkeys(names & words.keys()))


def nameless(record: Record, called: str) -> dict[str, str]:
    """The words of a record, with something else where the name of who it is by was taken out."""
    return record.draft.words | dict.fromkeys({*NAMING} & {*record.removed}, called)


def linked(before: str, told: bytes) -> str:
    """The chain after a line whose hashed part is `told`."""
    return sha256(f"{before}\n".encode() + told).hexdigest()


def _line(before: str, told: dict[str, Any], words: dict[str, list[str]]) -> Line:
    front = _json(told)[:-1]
    chain = linked(before, front)
    return Line(front + _tail(chain, words), chain)


def _tail(chain: str, words: dict[str, Any]) -> bytes:
    rest = _WORDS + _json(words) if words else b'"'
    return _CHAIN + chain.encode() + rest + b"}"


def _told(before: str, raw: bytes) -> tuple[dict[str, Any], str, dict[str, Any]]:
    """What a line holds, when the chain leads from `before` to it."""
    front, chain, rest = _parted(raw)
    if linked(before, front) != chain:
        raise Unreadable("it was changed, or a line before it is missing: the chain is broken")
    try:
        # What is not hashed is parsed apart, so that it can't be taken for what is.
        words = from_json(rest) if rest else {}
        told = from_json(front + b"}")
    except ValueError as error:
        raise Unreadable("it holds what no journal holds") from error
    if type(words) is not dict:
        raise Unreadable("its words are not those that were sealed")
    return told, chain, words


def _parted(raw: bytes) -> tuple[bytes, str, bytes]:
    """The hashed part of a line, its chain, and its words as they were written."""
    cut = raw.rfind(_CHAIN)
    begin = cut + len(_CHAIN)
    end = begin + _DIGITS
    chain, rest = raw[begin:end], raw[end:]
    if cut < 0 or not (rest == b'"}' or (rest.startswith(_WORDS) and rest.endswith(b"}"))):
        raise Unreadable("this is no line of a journal")
    return raw[:cut], chain.decode("latin-1"), rest[len(_WORDS) : -1]


def _json(value: Any) -> bytes:
    return _ENCODER.encode(value).encode()


def _seal(salt: str, text: str) -> str:
    return sha256(f"{salt}\n{text}".encode()).hexdigest()
