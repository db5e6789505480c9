"""Transcripts of runs that never were: of a log made by hand, in a small harbour."""

from typing import Any

from simulator.engine import events as e
from simulator.engine.exercise import Setup
from simulator.engine.fold import fold
from simulator.engine.startex import at_startex
from simulator.rehearsal.playing import Played, Refusal
from simulator.rehearsal.transcript import transcript
from simulator.scenario import Scenario

HARBOUR = Scenario.model_validate(
    {
        "kulla": 1,
        "id": "harbour",
        "title": "Harbour",
        "start": "2030-05-03T18:00:00+02:00",
        "length": "2d",
        "roles": {
            "office": {"title": "Harbour office", "teams": {"watch": 2}},
            "council": {"title": "Town council"},
        },
        "assets": {
            "mail": {"title": "Mail", "owner": "office", "hosts": 100},
            "cranes": {"title": "Cranes", "owner": "office", "hosts": 40},
        },
        "gauges": {"trust": {"title": "Public trust", "start": 70}},
        "capabilities": {
            "spares": {"title": "Spare cranes", "has": True},
            "guards": {"title": "Guards", "has": False},
        },
        "adversary": {
            "name": "Sable Heron",
            "modelled_on": "Nobody",
            "steps": [{"id": "wipe", "title": "Wipe the mail", "technique": "T1561.002"}],
        },
        "actions": {"cut-off": {"title": "Cut off", "by": "office", "targets": ["mail", "cranes"]}},
        "injects": [
            {
                "id": "alarm",
                "by_hand": True,
                "to": ["office"],
                "channel": "siem",
                "from": "Console",
                "title": "Something moved",
                "decision": {
                    "ask": "Cut it off?",
                    "options": [{"id": "wait", "label": "Wait"}, {"id": "cut", "label": "Cut"}],
                },
            },
            {"id": "news", "by_hand": True, "to": ["office", "council"], "title": "It burns"},
        ],
        "objectives": {
            "sail": {"title": "Sail", "measures": [{"never": {"time": {"after": "1d"}}}]}
        },
        "outcomes": {"calm": {"title": "All is calm", "text": "Nobody noticed."}},
    }
)
OFFICE, BOTH = ("office",), ("office", "council")
HOUR = 3600


def page(
    *log: e.Event, refused: tuple[Refusal, ...] = (), language: str = "en", **chosen: Any
) -> list[str]:
    """The transcript of a run in which this happened."""
    setup = Setup(**chosen)
    state = at_startex(HARBOUR, setup.capabilities(HARBOUR), setup.staffed)
    for event in log:
        fold(state, event)
    now = log[-1].at if log else 0
    return list(transcript(Played(HARBOUR, setup, log, state, now, refused), language))


def told(*log: e.Event, **more: Any) -> list[str]:
    """Each line of what happened, unwrapped, with single spaces."""
    lines: list[str] = []
    for line in page(*log, **more):
        if line.startswith("T+"):
            lines.append(" ".join(line.split()))
        elif line.startswith(" " * 30):
            lines[-1] += f" {line.strip()}"
    return lines
