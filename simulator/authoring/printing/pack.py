"""All kinds of paper that the pack holds, and who each is for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from simulator.authoring.printing.cards import feedback, role_cards, sign_in
from simulator.authoring.printing.forms import decision_forms, report_forms
from simulator.authoring.printing.handbook import handbook
from simulator.authoring.printing.letters import inject_sheets
from simulator.authoring.printing.situation import situation_manual
from simulator.authoring.printing.source import Printed
from simulator.paper.blocks import Block, Paper, stepped
from simulator.speech import mark, say


class Kind(NamedTuple):
    """A document of the pack; `secret` where only who leads may read it."""

    title: str
    made: Callable[[Printed], tuple[Block, ...]]
    secret: bool = False


KINDS: Final[dict[str, Kind]] = {
    "situation-manual": Kind(mark("Situation manual"), situation_manual),
    "handbook": Kind(mark("Facilitator's handbook"), handbook, secret=True),
    "injects": Kind(mark("Inject sheets"), inject_sheets),
    "decisions": Kind(mark("Decision forms"), decision_forms),
    "reports": Kind(mark("Report forms"), report_forms),
    "role-cards": Kind(mark("Role cards"), role_cards),
    "sign-in": Kind(mark("Sign-in sheet"), sign_in),
    "feedback": Kind(mark("Participant feedback"), feedback),
}
"""In the order in which one needs them; the names are those of the files."""


def paper(p: Printed, kind: str) -> Paper:
    """One document of the pack."""
    found = KINDS[kind]
    return Paper(
        kind, p.language, say(p.language, found.title), p.title, p.marking,
        f"TLP:{p.scenario.tlp}", found.secret,
        stepped(found.made(p)),
    )  # fmt: skip
