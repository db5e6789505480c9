"""Rows of control's panel for tests of the control room; what a story is not about is filled in."""

from typing import Any

from simulator.engine.views import overview as o


def inject(id: str, **told: Any) -> o.InjectRow:
    usual: dict[str, Any] = {
        "title": id.replace("-", " ").capitalize(), "state": "waiting", "to": ("soc",),
        "channel": "e-mail", "kind": "inject", "storyline": "", "objectives": (), "due": None,
        "waits": "", "sent_at": None, "times": 0, "read_by": (), "asks": "", "decision": "",
        "decider": "", "decision_due": None, "answer": "", "pinned": False, "by_hand": False,
        "hand": False, "by": "",
    }  # fmt: skip
    return o.InjectRow(id=id, **usual | told)


def asset(id: str, **told: Any) -> o.AssetRow:
    usual: dict[str, Any] = {
        "title": id.capitalize(), "owner": "soc", "link": "connected", "hosts": 10, "intact": 10,
        "encrypted": 0, "wiped": 0, "service": 1000, "foothold": False, "leaked": 0,
        "workaround": 0, "seen_by": ("soc",), "foothold_known_to": (),
    }  # fmt: skip
    return o.AssetRow(id=id, **usual | told)


def step(id: str, **told: Any) -> o.StepRow:
    usual: dict[str, Any] = {
        "title": id.capitalize(), "technique": "T1486", "phase": "waiting", "since": 0,
        "due": None, "waits": "", "seen": False, "next": False,
    }  # fmt: skip
    return o.StepRow(id=id, **usual | told)


def role(id: str, **told: Any) -> o.RoleRow:
    usual: dict[str, Any] = {
        "title": id.upper(), "staffed": True, "policy": "doctrine", "unread": 0,
        "oldest_unread": None, "open": 0, "next_due": None, "next_what": "", "last_act": None,
    }  # fmt: skip
    return o.RoleRow(id=id, **usual | told)


def card(subject: str, **told: Any) -> o.Card:
    usual: dict[str, Any] = {
        "kind": "decision", "role": "soc", "at": 60, "asked": "What now?", "said": "We wait.",
        "reason": "", "expected": "", "hint": "", "options": (), "facts": (), "precedents": (),
    }  # fmt: skip
    return o.Card(subject=subject, **usual | told)


def panel(**told: Any) -> o.Panel:
    usual: dict[str, Any] = {
        "team": "", "end": 36_000, "tempo": 1000, "over": False, "module": "", "msel": (),
        "assets": (), "gauges": (), "steps": (), "crews": (), "orders": (), "consents": (),
        "roles": (role("soc"),), "objectives": (), "cards": (), "rulings": (), "log": (),
    }  # fmt: skip
    return o.Panel(**usual | told)


def objective(id: str, **told: Any) -> o.ObjectiveRow:
    usual: dict[str, Any] = {"title": id, "rating": "M", "points": 0, "of": 3, "measures": ()}
    return o.ObjectiveRow(id=id, **usual | told)
