"""Words that must not be found in any view of those they are not for, or of anybody."""

import re
from pathlib import Path
from typing import Any

import pytest

from simulator.engine import commands as c
from simulator.engine.exercise import Exercise, Setup
from simulator.scenario.load import load
from tests.simulator.engine.playbook import Begin

ROLES = ("soc", "csmu", "nato")


def planted(number: int) -> dict[str, Any]:
    """An inject every text of which is a word of its own."""

    def word(name: str) -> str:
        return f"canary-{number}-{name}"

    readers = [role for place, role in enumerate(ROLES) if (number + 1) >> place & 1]
    return {
        "id": f"i{number}", "to": readers, "at": f"{number}h", "title": word("title"),
        "from": word("from"), "text": word("text"), "expected": word("SECRET"),
        "hint": word("SECRET"), "notes": word("SECRET"), "read_aloud": word("SECRET"),
        "red_flags": word("SECRET"),
        "attachments": [{"name": word("name"), "text": word("attached")}],
        "variants": [{"id": "v", "when": {"fact": "never"}, "text": word("SECRET")}],
        "decision": {
            "ask": word("ask"), "expected": word("SECRET"), "due": "30m", "default": "a",
            "options": [{"id": "a", "label": word("label"), "about": word("about")}],
        },
    }  # fmt: skip


def test_no_view_holds_a_word_that_is_not_for_its_role_or_has_not_come(begin: Begin):
    world = [planted(number) for number in range(7)]
    play = begin(
        roles={role: {} for role in ROLES}, facts={"never": {}}, injects=world, length="6h"
    )
    for hour in range(-1, 7):
        if hour >= 0:
            play.at(f"{hour}h")
        for role in ROLES:
            found = set(re.findall(r"canary-(\d)-(\w+)", repr(play.exercise.view(role))))
            due = [n for n, one in enumerate(world) if n <= play.exercise.now // 3600]
            mine = [n for n in due if role in world[n]["to"]]
            asked = [n for n in mine if world[n]["to"][0] == role]
            body = {
                (str(n), w) for n in mine for w in ("title", "from", "text", "name", "attached")
            }
            question = {(str(n), w) for n in asked for w in ("ask", "label", "about")}
            shown = {(str(n), w) for n in due for w in ("title", "from", "ask", "label")}
            over = shown if play.exercise.over else set()
            assert body | question <= found <= body | question | over


# Texts of the scenarios that ship, in every language

ROOT = Path(__file__).parents[3]
SHIPPED = sorted(
    path.parent for folder in ("scenarios", "tests/scenarios")
    for path in (ROOT / folder).glob("*/scenario.yaml")
)  # fmt: skip


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
@pytest.mark.parametrize("bots", ["doctrine", "silent"])
def test_no_reader_meets_a_name_that_was_not_filled_in(path: Path, bots: Any):
    scenario = load(path)
    exercise = Exercise(scenario, Setup(bots=bots, staffed=tuple(scenario.roles)[:1]))
    for part in range(1, 13):
        exercise.advance(scenario.length * part // 12)
        for role in scenario.roles:
            for language in ("en", "sq"):
                assert "${" not in repr(exercise.view(role, language))
        if exercise.held:
            exercise.submit(c.Proceed("control"))
