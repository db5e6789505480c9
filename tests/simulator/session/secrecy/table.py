"""Who may do what, when, and to what: the table, written down apart from the code that decides.

Every cell that is not in it is refused, and all refusals for what is not there, not yours or not
yet are the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from tests.simulator.engine.playbook import scenario
from tests.simulator.session.secrecy.flags import contest

BOARD: Final = contest(flag="brine", **{"their-flag": "salt", "later": "wind"})
for _name, _hours in (("their-flag", "8h"), ("later", "9h")):
    BOARD["challenges"][_name]["opens"] = {"time": {"after": _hours}}
YES: Final = {"id": "yes", "label": "Yes"}
WORLD: Final[dict[str, Any]] = {
    "roles": {
        "soc": {"teams": {"analysts": 1}, "red": True}, "csmu": {"teams": {"hunters": 1}},
        "nato": {},
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
    "objectives": {"calm": {}},
    "contest": BOARD,
    "steps": [{"id": "creep"}, {"id": "later", "at": "9h"}],
    "gauges": {"trust": {"start": 50}},
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
    "solve": {"field": "challenge", "also": {"answer": "brine"}, "own": "flag",
              "other": "their-flag", "future": "later"},
    "takehint": {"field": "challenge", "also": {"hint": 1}, "own": "flag", "other": "their-flag",
                 "future": "later"},
    "launch": {"field": "step", "own": "creep", "other": "their-step", "future": "later"},
    "fire": {"field": "inject", "own": "news", "other": "wire", "future": "later"},
    "hold": {"field": "inject", "own": "later", "other": "wire", "future": "later"},
    "release": {"field": "inject", "own": "news", "other": "wire", "future": "later"},
    "skip": {"field": "inject", "own": "later", "other": "wire", "future": "later"},
    "delay": {"field": "inject", "also": {"until": 36_000}, "own": "later", "other": "wire",
              "future": "later"},
    "repace": {"own": None, "also": {"end": 30_000}},
    "tempo": {"own": None, "also": {"percent": 80}},
    "write": {"field": "to", "own": ["csmu"], "other": ["nobody"], "future": ["later"],
              "also": {"channel": "phone", "subject": "So", "text": "So.", "at": None}},
    "amend": {"field": "inject", "also": {"text": "So.", "to": []}, "own": "later",
              "other": "wire", "future": "later"},
    "withdraw": {"field": "inject", "own": "news", "other": "wire", "future": "later"},
    "remind": {"field": "inject", "own": "news", "other": "wire", "future": "later"},
    "rule": {"field": "subject", "also": {"verdict": "allow"}, "own": "ask",
             "other": "their-question", "future": "later"},
    "intervene": {"own": None, "also": {"effects": ['{"gauge": "trust", "add": -5}'],
                                        "reason": "So."}},
    "instruct": {"field": "seat", "also": {"policy": "slow"}, "own": "press", "other": "csmu",
                 "future": "later"},
    "propose": {"field": "text", "own": "Could we?"},
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
    "hold-point": {"at": 9 * 3600, "team": "red"}, "rewind": {"to": 1, "team": "red"},
    "no-duff": {}, "lift": {}, "end": {"team": "red"}, "duty": {"duty": "clock"},
    "observe": {"text": "Calm.", "team": "red"},
    "rate": {"objective": "calm", "grade": "P", "team": "red"},
    "set-aside": {"objective": "calm", "grade": "P", "why": "Seen.", "team": "red"},
    "reveal": {"team": "red"},
    "plan": {"issue": "Slow.", "action": "Train.", "element": "training", "team": "red"},
    "feedback": {"sheet": "a-sheet-of-my-own", "scores": [["pace", 3]]},
}  # fmt: skip

PHASES: Final = ("before", "running", "paused", "held", "emergency", "over")
PARTS: Final = ("player", "observer", "evaluator", "control", "elsewhere")
OBJECTS: Final = ("own", "other", "none", "future")
BY_CONTROL: Final = (
    "fire", "hold", "release", "skip", "delay", "repace", "tempo", "write", "amend", "withdraw",
    "remind",
    "rule", "intervene", "instruct", "staff", "vacate", "conclude",
)  # fmt: skip
BY_EVALUATORS: Final = ("observe", "rate")
BY_PARTICIPANTS: Final = ("player", "observer", "elsewhere")
IN_AN_EMERGENCY: Final = (
    "lift", "duty", "observe", "rate", "set-aside", "reveal", "plan", "invite", "hand-over",
    "revoke", "close",
)  # fmt: skip


DONE, CLOSED = "done", "closed"
OWN: Final = {"own": DONE}
UNSENT: Final = {"own": DONE, "future": DONE, "other": CLOSED}
SENT: Final = {"own": DONE, "other": DONE, "future": CLOSED}
TAKEN: Final = {"own": DONE, "other": CLOSED}
OF_CONTROL: Final[dict[str, dict[str, str]]] = {
    **dict.fromkeys(("message", "note", "write", "conclude", "repace", "tempo", "intervene"), OWN),
    **dict.fromkeys(("hold", "skip", "delay", "amend"), UNSENT),
    **dict.fromkeys(("withdraw", "remind"), SENT), **dict.fromkeys(("staff", "vacate"), TAKEN),
    "fire": {"own": DONE, "other": DONE, "future": DONE},
    "release": {"own": CLOSED, "other": CLOSED, "future": CLOSED},
    "rule": {"own": CLOSED, "other": CLOSED}, "instruct": {"own": DONE, "other": DONE},
    "propose": {"own": "control"},
}  # fmt: skip
"""What control is answered where the exercise goes on, by the object; elsewhere it is unknown."""

STOPPED: Final = {"before": "not-now", "over": "over"}
ONLY_THEN: Final[dict[str, dict[str, str]]] = {
    "start": dict.fromkeys(("running", "paused", "held", "over"), CLOSED),
    "run": STOPPED | dict.fromkeys(("running", "held"), CLOSED),
    "pause": STOPPED | {"paused": CLOSED},
    "jump": STOPPED | dict.fromkeys(("running", "paused", "held"), CLOSED),
    "end": STOPPED, "rewind": {"before": "not-now"}, "hold-point": {"over": CLOSED},
    "lift": dict.fromkeys(("before", "running", "paused", "held", "over"), CLOSED),
    "reveal": dict.fromkeys(("before", "running", "paused", "held", "emergency"), "not-now"),
}  # fmt: skip
"""When an act of control is not done, while there is no emergency or in one, too."""


class Cell(NamedTuple):
    part: str
    phase: str
    op: str
    object: str


def cells() -> Iterator[Cell]:
    for part in PARTS:
        for phase in PHASES:
            for op, command in COMMANDS.items():
                said = "field" not in command or op in ("note", "propose")
                for thing in ("own",) if said else OBJECTS:
                    yield Cell(part, phase, op, thing)


def asked(cell: Cell) -> dict[str, Any]:
    """The command of a cell as it goes over the wire."""
    command = COMMANDS[cell.op]
    field = command.get("field")
    named = {field: named_by(cell)} if field else {}
    return {"ask": cell.op, **named, **command.get("also", {})}


def named_by(cell: Cell) -> Any:
    """What the object of a cell is called."""
    command = COMMANDS[cell.op]
    return command.get(cell.object, ["nothing"] if command.get("field") == "to" else "nothing")


def expected(cell: Cell) -> str:
    """`done`, or the code of the refusal."""
    if cell.part in ("observer", "evaluator"):
        return "watching"
    if cell.phase == "before":
        return "not-now"
    if cell.phase == "emergency":
        return "no-duff"
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
    anywhere = (
        "answer", "dissent", "order", "send", "message", "note", "read", "propose", "launch",
        "solve", "takehint",
    )  # fmt: skip
    there = started or cell.op in anywhere
    return "done" if there and cell.object == "own" else "unknown"


def _of_control(cell: Cell) -> str:
    if cell.op == "proceed":
        return DONE if cell.phase == "held" else CLOSED
    return OF_CONTROL.get(cell.op, {}).get(cell.object, "unknown")


def expected_act(part: str, phase: str, act: str) -> str:
    """The same for what is asked of the session itself; players have none of it but their seat
    and, when it is over, their feedback, and evaluators what they write down for the review."""
    if act == "feedback":
        over = DONE if phase == "over" else "not-now"
        return over if part in BY_PARTICIPANTS else "unknown"
    if part != "control":
        return "done" if part == "evaluator" and act in BY_EVALUATORS else "unknown"
    if phase == "emergency" and act not in IN_AN_EMERGENCY:
        return "closed" if act == "no-duff" else "no-duff"
    return ONLY_THEN.get(act, {}).get(phase, DONE)
