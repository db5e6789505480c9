"""Names that stand for two things, so that a reader can't tell which is meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from simulator.scenario import Scenario
from simulator.scenario.finding import Finding
from simulator.scenario.parts import Loc
from simulator.scenario.values import Text
from simulator.speech import LANGUAGES

_TITLED: Final = (
    "roles", "assets", "gauges", "actions", "reports", "capabilities", "modules", "outcomes",
)  # fmt: skip


def alike(scenario: Scenario) -> Iterator[Finding]:
    for table in _TITLED:
        parts: dict[str, Any] = getattr(scenario, table)
        titles = (((table, name, "title"), name, part.title) for name, part in parts.items())
        yield from _same(titles, "R22", "the title of")
    for role, seat in scenario.roles.items():
        own = (
            (("roles", role, "teams", name, "title"), name, team.title)
            for name, team in seat.teams.items()
            if team.title
        )
        yield from _same(own, "R22", "the title of")
    yield from _shorts(scenario)
    for number, inject in enumerate(scenario.injects):
        decision, loc = inject.decision, ("injects", number, "decision")
        if decision is None:
            continue
        labels = (
            ((*loc, "options", at, "label"), option.id, option.label)
            for at, option in enumerate(decision.options)
        )
        yield from _same(labels, "R23", "the label of")
        if decision.id and decision.id != inject.id and decision.id in scenario.inject:
            sentence = f"'{decision.id}' is another inject; give the decision an id of its own"
            yield Finding((*loc, "id"), "R24", sentence)


def _shorts(scenario: Scenario) -> Iterator[Finding]:
    known: dict[str, str] = {}
    for name, role in scenario.roles.items():
        if role.short:
            other = known.setdefault(role.short.casefold(), name)
            if other != name:
                sentence = f"'{other}' is called so, too; choose another"
                yield Finding(("roles", name, "short"), "R22", sentence)


def _same(titles: Iterable[tuple[Loc, str, Text]], code: str, what: str) -> Iterator[Finding]:
    """A finding at every title that one above has in the same language."""
    known: dict[tuple[str, str], str] = {}
    for loc, name, title in titles:
        for language in LANGUAGES:
            said = title.into(language).strip().casefold()
            other = known.setdefault((language, said), name)
            if other != name:
                sentence = f"this is {what} '{other}' as well; let readers tell them apart"
                told = language in title.languages()
                yield Finding((*loc, language) if told else loc, code, sentence)
                break
