"""Names that nothing uses, names that mean two things, and uses that are easily overlooked."""

from typing import Any

import pytest

from simulator.authoring.naming import found
from tests.simulator.engine.playbook import scenario

SET = [{"fact": "warned"}]


def codes(**parts: Any) -> list[tuple[str, str]]:
    """Each code that is found, with the id that it is about."""
    return [(f.code, str(f.loc[1])) for f in found(scenario(**parts))]


@pytest.mark.parametrize(
    "asks",
    [
        {"injects": [{"id": "thanks", "when": {"fact": "warned"}}]},
        {"injects": [{"id": "thanks", "when": {"all": [{"not": {"fact": "warned"}}]}}]},
        {"objectives": {"warn": {"measures": [{"never": {"fact": "warned"}}]}}},
        {"outcomes": {"calm": {"when": {"fact": "warned"}}}},
        {"actions": {"warn": {"then": SET, "needs": {"fact": "warned"}}}},
        {"facts": {"warned": {"about": "The town knows"}}},
    ],
)
def test_a_fact_is_used_wherever_it_is_asked_for_or_told_in_the_review(asks: dict[str, Any]):
    parts: dict[str, Any] = {"facts": {"warned": {}}, "actions": {"warn": {"then": SET}}}
    assert codes(**parts) == [("R10", "warned")]
    assert codes(**(parts | asks)) == []


@pytest.mark.parametrize("text", ["Of ${name.ship} nothing.", {"en": "Ship", "sq": "${name.ship}"}])
def test_a_name_is_used_in_any_language(text: Any):
    names = {"ship": "Arbëria"}
    assert codes(names=names) == [("R15", "ship")]
    assert codes(names=names, injects=[{"id": "news", "at": "1h", "text": text}]) == []


@pytest.mark.parametrize(
    "has",
    [
        {"otherwise": [{"fact": "warned"}]},
        {"asked": {"capability": "watch"}},
    ],
)
def test_a_capability_is_used_by_effects_or_by_being_asked_for(has: dict[str, Any]):
    asked = has.pop("asked", {"fact": "warned"})
    parts: dict[str, Any] = {
        "facts": {"warned": {"about": "Known"}},
        "actions": {"warn": {"then": SET}},
        "injects": [{"id": "news", "when": asked}],
    }
    assert codes(capabilities={"watch": {"has": True, **has}}, **parts) == []
    unasked = parts | {"injects": []}
    assert codes(capabilities={"watch": {"has": True}}, **unasked) == [("R16", "watch")]


def test_objectives_are_named_by_injects_where_any_is():
    """Where injects name none at all, the author does not work that way."""
    aims: dict[str, Any] = {"first": {}, "second": {}}
    assert codes(objectives=aims) == []
    news = {"id": "news", "at": "1h", "objective": "first"}
    assert codes(objectives=aims, injects=[news]) == [("R14", "second")]


def test_two_titles_may_be_alike_in_one_language_only():
    assets = {
        "mill": {"hosts": 1, "title": {"en": "Mill", "sq": "Mulli"}},
        "grinder": {"hosts": 1, "title": {"en": "Grinder", "sq": "mulli "}},
    }
    assert [f.loc for f in found(scenario(assets=assets))] == [("assets", "grinder", "title", "sq")]


def test_a_team_of_another_role_may_be_called_the_same():
    team = {"people": 2, "title": "Analysts"}
    roles = {"soc": {"teams": {"a": team}}, "csmu": {"teams": {"b": team, "c": team}}}
    assert [f.loc for f in found(scenario(roles=roles))] == [
        ("roles", "csmu", "teams", "c", "title")
    ]


def test_short_names_are_names_too():
    roles = {"soc": {"short": "SOC"}, "csmu": {"short": "soc"}}
    assert codes(roles=roles) == [("R22", "csmu")]
