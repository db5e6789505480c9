"""Who may do what, when, and to what: the table, written down apart from the code that decides.

Every cell that is not in it is refused, and all refusals for what is not there, not yours or not
yet are the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from tests.simulator.engine.playbook import scenario

YES: Final = {"id": "yes", "label": "Yes"}
WORLD: Final[dict[str, Any]] = {
    "roles": {
        "soc": {"teams": {"analysts": 1}}, "csmu": {"teams": {"hunters": 1}}, "nato": {},
        "press": {},
    },
    "actions": {
        "work": {"by": "soc", "takes": {"time": "5h"}},
        "slow": {"by": "soc", "takes": {"people": {"analysts": 1}, "time": "9h"}, "again": "1s"},
        "queue": {"by": "soc", "takes": {"people": {"analysts": 1}, "time": "9h"}},
        "plead": {"by": "soc", "consent": [{"from": "csmu"}]},
        "their-work": {"by": "csmu"},
        "their-plea": {"by": "csmu", "consent": [{"from": "nato"}]},
        "their-ask": {"by": "csmu", "consent": [{"from": "soc"}]},
    },
    "reports": {"log": {"by": "soc", "to": "nato"}, "their-log": {"by": "csmu", "to": "nato"}},
    "injects": [
        {"id": "news", "to": "soc", "at": "0s"},
        {"id": "wire", "to": "csmu", "at": "0s"},
        {"id": "ask", "to": "soc", "at": "0s", "decision": {"ask": "?", "options": [YES]}},
        {"id": "their-question", "to": "csmu", "at": "0s",
         "decision": {"ask": "?", "options": [YES]}},
        {"id": "later", "to": "soc", "at": "9h", "decision": {"ask": "?", "options": [YES]}},
    ],
    "modules": {"talk": {"at": "2h", "questions": [
        {"id": "ours", "to": "soc", "ask": "We?"}, {"id": "theirs", "to": "csmu", "ask": "They?"},
    ]}},
}  # fmt: skip


def world() -> Any:
    return scenario(**WORLD)


WORDS: Final = {"text": "Words.", "reason": "So."}
COMMANDS: Final[dict[str, dict[str, Any]]] = {
    "answer": {"field": "decision", "also": {"option": "yes", "reason": "So."}, "own": "ask",
               "other": "their-question", "future": "later"},
    "dissent": {"field": "decision", "also": {"text": "No."}, "own": "ask",
                "other": "their-question", "future": "later"},
    "order": {"field": "action", "own": "work", "other": "their-work", "future": "later"},
    "cancel": {"field": "order", "own": "queue-1", "other": "their-plea-1", "future": "queue-2"},
    "prioritise": {"field": "order", "also": {"priority": 1}, "own": "queue-1",
                   "other": "their-plea-1", "future": "queue-2"},
    "consent": {"field": "request", "also": {"verdict": "grant"}, "own": "their-ask-1",
                "other": "their-plea-1", "future": "their-ask-2"},
    "reply": {"field": "request", "also": {"text": "So."}, "own": "plead-1",
              "other": "their-plea-1", "future": "plead-2"},
    "send": {"field": "report", "own": "log", "other": "their-log", "future": "later"},
    "message": {"field": "to", "also": {"text": "So."}, "own": ["csmu"], "other": ["nobody"],
                "future": ["later"]},
    "note": {"field": "text", "own": "Hm."},
    "read": {"field": "inject", "own": "news", "other": "wire", "future": "later"},
    "discuss": {"field": "question", "also": {"text": "So."}, "own": "ours", "other": "theirs",
                "future": "later"},
    "proceed": {"own": None},
    "fire": {"field": "inject", "own": "news", "other": "wire", "future": "later"},
    "hold": {"field": "inject", "own": "later", "other": "wire", "future": "later"},
    "release": {"field": "inject", "own": "news", "other": "wire", "future": "later"},
    "skip": {"field": "inject", "own": "later", "other": "wire", "future": "later"},
    "staff": {"field": "seat", "own": "press", "other": "csmu", "future": "later"},
    "vacate": {"field": "seat", "own": "soc", "other": "press", "future": "later"},
    "conclude": {"own": None},
}  # fmt: skip
"""Each command: the field that names its object, and objects of `soc`, of others, and to come."""

ACTS: Final[dict[str, dict[str, Any]]] = {
    "start": {}, "run": {"team": "red"}, "pause": {"team": "red"},
    "pace": {"pace": 600, "team": "red"}, "jump": {"to": 60, "team": "red"},
    "invite": {"role": "csmu", "team": "red"},
    "hand-over": {"seat": "red.nato-1"}, "revoke": {"seat": "red.nato-1"}, "close": {},
}  # fmt: skip

PHASES: Final = ("before", "running", "paused", "held", "over")
PARTS: Final = ("player", "observer", "evaluator", "control", "elsewhere")
OBJECTS: Final = ("own", "other", "none", "future")
BY_CONTROL: Final = ("fire", "hold", "release", "skip", "staff", "vacate", "conclude")


class Cell(NamedTuple):
    part: str
    phase: str
    op: str
    object: str


def cells() -> Iterator[Cell]:
    for part in PARTS:
        for phase in PHASES:
            for op, command in COMMANDS.items():
                for thing in OBJECTS if "field" in command and op != "note" else ("own",):
                    yield Cell(part, phase, op, thing)


def asked(cell: Cell) -> dict[str, Any]:
    """The command of a cell as it goes over the wire."""
    command = COMMANDS[cell.op]
    field = command.get("field")
    named = {field: command.get(cell.object, ["nothing"] if field == "to" else "nothing")}
    return {"ask": cell.op, **(named if field else {}), **command.get("also", {})}


def expected(cell: Cell) -> str:
    """`done`, or the code of the refusal."""
    if cell.part in ("observer", "evaluator"):
        return "watching"
    if cell.phase == "before":
        return "not-now"
    if cell.phase == "over":
        return "over"
    if cell.part == "control":
        return _of_control(cell)
    # On the other team only what is the same in any world is there.
    return _of_player(cell, started=cell.part == "player")


def _of_player(cell: Cell, started: bool) -> str:
    held = cell.phase == "held"
    if cell.op in BY_CONTROL:
        return "control"
    if cell.op == "proceed":
        return "done" if held else "closed"
    if cell.op == "discuss":
        return "done" if held and cell.object == "own" else "unknown"
    anywhere = ("answer", "dissent", "order", "send", "message", "note", "read")
    there = started or cell.op in anywhere
    return "done" if there and cell.object == "own" else "unknown"


def _of_control(cell: Cell) -> str:
    match cell.op, cell.object:
        case ("message" | "note", "own") | ("conclude", _):
            return "done"
        case "proceed", _:
            return "done" if cell.phase == "held" else "closed"
        case ("fire" | "hold" | "skip" | "release" | "staff" | "vacate", "none"):
            return "unknown"
        case "fire", _:
            return "done"
        case ("hold" | "skip", "own" | "future"):
            return "done"
        case ("staff", "own") | ("vacate", "own"):
            return "done"
        case ("staff" | "vacate", "future"):
            return "unknown"
        case ("hold" | "skip" | "release" | "staff" | "vacate", _):
            return "closed"
    return "unknown"


def expected_act(part: str, phase: str, act: str) -> str:
    """The same for what is asked of the session itself; players have none of it but their seat."""
    if part != "control":
        return "unknown"
    moving = {"before": "not-now", "over": "over"}.get(phase)
    match act:
        case "start":
            return "done" if phase == "before" else "closed"
        case "run":
            return moving or ("done" if phase == "paused" else "closed")
        case "pause":
            return moving or ("closed" if phase == "paused" else "done")
        case "jump":
            return moving or "closed"
    return "done"
