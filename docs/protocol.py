#!/usr/bin/env python3
"""Writes docs/protocol.md from the models of the messages, so that it says what the code does."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Final, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from simulator.engine.commands import NAMES
from simulator.session import limits, protocol, scores
from simulator.session.acts import AnyAct
from simulator.session.asking import ASKER, key_of
from simulator.session.client.status import FINAL

PAGE: Final = Path(__file__).with_suffix(".md")

BEGINNING: Final = """\
# What host and client say to each other

This page is made by `make docs` from the models in `simulator/session`, and a test holds it to them.

A client needs no more than this page: JSON over HTTP and one WebSocket. The version is in the name of the
subprotocol, `{subprotocol}`; a host refuses any other.

## Getting in

An invitation is `kulla://ADDRESS:PORT/CODE`, with `#FINGERPRINT` behind it where the host speaks TLS. The
fingerprint is SHA-256 of the host's certificate in base64 for URLs, without padding. A client looks at the certificate,
compares, and only then says anything; which authority signed it does not matter.

1. `POST /join` with `{{"code": "…", "name": "…"}}`. The answer is 201 with `{{"token": "…", "session": "…", "grant": "…"}}`.
   A code that is unknown, used or expired is 401, always with the same words; more than {failures} failures a
   minute from one address are 429 with `Retry-After`; 503 says that the host's disk is full.
2. `GET /play` as a WebSocket with `Authorization: Bearer TOKEN` and `Sec-WebSocket-Protocol: {subprotocol}`.
   Anything wrong with the token is 401. A request with an `Origin` header is 403, for browsers have no business here.
3. The client's first message is `hello`; the host's first is `welcome`, then `view`, or the `news` that were missed.

A code is spent when its token has opened a connection. Until then it may be exchanged again, and the token before dies.
Tokens are 256 random bits; the host keeps only their SHA-256.

## How messages go

- Every message is one JSON object in a text frame, and `type` names its kind.
- `view` and `news` carry `seq`, counted for this seat alone from the `view` on. A client that finds a gap connects
  anew with an empty `epoch` and gets the whole view. A client that comes back says in `hello` how far it got, and
  gets exactly what it missed where the host still has it, the whole view where not.
- `ask` and `do` carry an id that the client makes up: at least 128 random bits. The same id always gets the same
  answer, also after the host was killed and started again, and has its effect once. So a client keeps what it asked
  until it has the answer, and asks again after every reconnection.
- An answer leaves the host only after what was asked is on its disk. What it changed is shown in the `news` of the
  next tenth of a second.
- Who asks is known from the connection. A command has no role in it.
- "Not yours", "not yet" and "no such thing" are one answer.
- `changes` maps each changed part of the view to `{{"is": value}}`, or, for a list, to `{{"rows": {{"3": row}}, "length": 7}}`:
  the rows that changed by their place, and how many there are now. With `"drop": 2`, two rows at the front go first.
- `speak` changes the language on an open connection. Each language has a stream of its own, and the numbers of one say
  nothing about another.
- People who play the same seat are told of each other in `company`, by what each said last in `attend`. It changes
  nothing in the exercise and is written nowhere. Other roles, and who only watches, are neither told nor told of.
- Where the exercise has a contest, who takes part in it is told in `standings` how all teams stand: names, points and
  solves, and of challenges only those on the own board. While the board is frozen, what others did since counts for
  nothing in it, and one's own team stands in `own` as it really does.
- A `sentence`, and a `why` that the host gives itself, is in the language of the connection. Programs go by `code`.
- The time is not in the view. The clock face tells the second at which it was sent and the pace since.
- When control goes back in time, the clock face tells of another `take`, and its second is smaller than before; what
  was not asked yet at that second is gone from the view. A client goes on counting `seq`, and tells in `hello` the
  latest second that it was shown of any take.
- Control is shown its room, and beside it one team's world: the parts of that panel have keys of their own in the view,
  `panel/msel`, `panel/assets` and so on, and so have those of a role's view, `over/inbox` and so on, where control looks
  over a shoulder. `watch` says whose. It is forgotten with the connection, and each place has a stream of its own.
- What control enquires is `told` on the connection that asked, and written nowhere. It is no command: after a
  reconnection it is asked anew.
- Answers are chained for each seat, over what was asked and what was answered, in English whatever its holder reads.
  The chain means nothing to a client: it keeps the last `answers` and `head` that it was given and shows them in
  `hello`. A host whose journal can't have given them closes with 4410 and alarms control.
"""


TITLES: Final[dict[type[BaseModel], str]] = {
    protocol.ClockFace: "The clock face",
    protocol.Present: "Somebody present",
}
ROWS: Final[dict[type, str]] = {
    scores.Scores: "Scores",
    scores.TeamScore: "A team's score",
    scores.PersonScore: "A person's score",
    scores.ChallengeScore: "A challenge",
    scores.NewSolve: "A new solve",
}
"""What is a part of messages and none itself."""


def page() -> str:
    """The whole document."""
    parts = [
        BEGINNING.format(subprotocol=protocol.SUBPROTOCOL, failures=limits.FAILURES_A_MINUTE),
        "## What a client says\n", *_messages(protocol.FromClient), *_acts(), *_commands(),
        "## What the host says\n", *_messages(protocol.FromHost), *map(_model, TITLES),
        *map(_row, ROWS),
        *_codes(), *_limits(),
    ]  # fmt: skip
    return "\n".join(parts)


def _messages(union: Any) -> Iterator[str]:
    yield from (_model(kind) for kind in get_args(get_args(union)[0]))


def _acts() -> Iterator[str]:
    yield "### Acts\n"
    yield "What `do` may ask of the session. All are control's, but `hand-over` of one's own seat,"
    yield "`observe` and `rate`, which are evaluators' as well, and `feedback`, which is for who plays or"
    yield "observes.\n"
    for kind in get_args(get_args(AnyAct)[0]):
        about = _about(kind)
        fields = ", ".join(f"`{name}`" for name in kind.model_fields if name != "act")
        name = kind.model_fields["act"].default
        yield f"- `{name}`{': ' + fields if fields else ''}{'. ' + about if about else ''}"
    yield ""


def _commands() -> Iterator[str]:
    yield "### Commands\n"
    yield "What `ask` may hold in `command`: a map with `ask` for the name, and its fields. An effect is one"
    yield "of the format of scenarios, as JSON in a text.\n"
    for name, kind in NAMES.items():
        own = [field for field in kind.__dataclass_fields__ if field not in ASKER]
        fields = ", ".join(f"`{key_of(field)}`" for field in own)
        yield f"- `{name}`{': ' + fields if fields else ''}"
    yield ""


def _model(kind: type[BaseModel]) -> str:
    named = kind.model_fields.get("type")
    title = f"`{named.default}`" if named else TITLES[kind]
    rows = [f"### {title}\n", _about(kind), ""]
    if fields := [(n, f) for n, f in kind.model_fields.items() if n != "type"]:
        rows += ["| field | is | unless said |", "| --- | --- | --- |"]
        for name, field in fields:
            unless = "" if field.is_required() else f"`{_json(field.default)}`"
            rows.append(f"| `{name}` | {_type(field.annotation)} | {unless} |")
        rows.append("")
    return "\n".join(rows)


def _row(kind: type) -> str:
    """A row of what a message holds, which is no message of its own."""
    rows = [f"### {ROWS[kind]}\n", _about(kind), "", "| field | is |", "| --- | --- |"]
    rows += [f"| `{name}` | {_type(hint)} |" for name, hint in get_type_hints(kind).items()]
    return "\n".join((*rows, ""))


def _about(kind: type) -> str:
    told = kind.__doc__ or ""
    return " ".join(told.split()) if told and told != BaseModel.__doc__ else ""


def _json(value: object) -> str:
    return {"": '""', "False": "false", "True": "true", "None": "null"}.get(str(value), str(value))


def _type(annotation: Any) -> str:
    """How a JSON reader would call this type."""
    choices = get_args(annotation)
    if choices and all(isinstance(choice, str) for choice in choices):
        return ", ".join(f"`{choice}`" for choice in choices)
    if annotation in ROWS:
        return f"as in “{ROWS[annotation]}”"
    if choices and choices[0] in ROWS:
        return f"list of rows, each as in “{ROWS[choices[0]]}”"
    if choices and get_origin(choices[0]) is tuple:
        return "list of pairs: a text, and a list of texts"
    if choices and choices[0] is protocol.Present:
        return "list of people present"
    name = str(getattr(annotation, "__name__", annotation))
    words = {
        "str": "text", "int": "whole number", "float": "number", "bool": "true or false",
        "dict": "map", "tuple": "list of texts", "ClockFace": "a clock face",
    }  # fmt: skip
    if name in words:
        return words[name]
    if "ClockFace" in str(annotation):
        return "a clock face, or null for control"
    if choices and choices[-1] is type(None):
        return f"{_type(choices[0])}, or null"
    if get_origin(annotation) is Annotated:
        return _type(choices[0])
    return "one of the acts below" if "acts." in str(annotation) else str(name)


def _codes() -> Iterator[str]:
    yield "## Close codes\n"
    yield "| code | means |\n| --- | --- |"
    yield from (f"| {code} | {words} |" for code, words in sorted(protocol.CLOSE_CODES.items()))
    *codes, last = sorted(FINAL)
    final = f"{', '.join(map(str, codes))} and {last}"
    yield f"\nAfter {final} a client does not come back by itself; after"
    yield "all others it does, after a random wait of at most 5 seconds.\n"


def _limits() -> Iterator[str]:
    yield "## Limits\n"
    yield "| limit | is | beyond it |\n| --- | --- | --- |"
    for name, beyond in BEYOND.items():
        yield f"| {_words(name)} | {getattr(limits, name):,} | {beyond} |"
    yield ""


BEYOND: Final = {
    "MESSAGE_BYTES": "the connection is closed with 1009",
    "MESSAGE_DEPTH": "`wrong` with `malformed`; so are keys that stand twice, NaN and infinities",
    "MESSAGE_NODES": "`wrong` with `malformed`",
    "LARGEST_NUMBER": "`wrong` with `malformed`",
    "MESSAGE_SECONDS": "an unfinished message ends the connection",
    "MESSAGES_AT_ONCE": "`wrong` with `too-fast`; after 100 of them 4429",
    "MESSAGES_A_SECOND": "how fast that allowance grows again",
    "GUESSES_A_MINUTE": "the answer to `ask` is no, with the code `too-fast`, and nothing is kept",
    "CONTROL_FRAMES_AT_ONCE": "4429",
    "CONTROL_FRAMES_A_SECOND": "how fast that allowance grows again",
    "SOCKETS_A_SEAT": "the oldest is closed with 4409",
    "SOCKETS": "the connection is dropped",
    "COMPANY": "the others who play the same seat are not told of",
    "OPENED": "what a seat's holder opens is not remembered for `company`",
    "STRANGERS": "the connection is dropped",
    "STRANGER_SECONDS": "a connection that has not shown a token by then is dropped",
    "QUEUE_MESSAGES": "what waits for the client is dropped, and the whole view sent instead",
    "QUEUE_BYTES": "the same",
    "QUEUE_SECONDS": "a client that has not read for so long is closed with 4408",
    "KEPT_MESSAGES": "who comes back after missing more gets the whole view",
    "PING_SECONDS": "the host pings; a client that does not answer within as long is dropped",
}


def _words(name: str) -> str:
    return re.sub("_", " ", name).lower()


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
