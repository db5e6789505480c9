"""What an author wants of a first scenario, and the words that follow for its files."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from simulator.authoring.describing.notations import in_units
from simulator.authoring.starting.saying import said
from simulator.scenario.characters import hyphenated
from simulator.scenario.values import Text

SHORTEST: Final = 2 * 3600
LONGEST: Final = 14 * 86_400
USUAL_LENGTH: Final = 4 * 3600
MOST_ROLES: Final = 12

USUAL_ROLES: Final = (
    ("desk", Text((("en", "Security desk"), ("sq", "Zyra e sigurisë")))),
    ("mayor", Text((("en", "Mayor's office"), ("sq", "Zyra e kryetarit")))),
)

REAL_STEP: Final = 30
"""Real seconds for a step of the plot, so that there is time to read and to think."""

_STEPS: Final = 24
"""The plot is told in so many steps, however long the exercise is."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """`length` is in seconds; the first role does the work, the second consents and speaks."""

    id: str
    title: str
    start: str
    length: int = USUAL_LENGTH
    roles: tuple[tuple[str, Text], ...] = USUAL_ROLES
    languages: tuple[str, ...] = ("en",)
    adversary: bool = True

    @property
    def step(self) -> int:
        """A step of the plot, in whole minutes."""
        return max(5, round(self.length / _STEPS / 60)) * 60

    @property
    def flags(self) -> frozenset[str]:
        """What the files ask for in `%if`."""
        asked = {
            "two": len(self.roles) > 1,
            "adversary": self.adversary,
            "languages": len(self.languages) > 1,
        }
        return frozenset(name for name, wanted in asked.items() if wanted)

    def words(self) -> dict[str, str]:
        """What stands for `@(…)` in the files."""
        (lead, lead_title), (second, second_title) = self.roles[0], self.roles[:2][-1]
        briefs = {language: f"text/brief-{lead}.{language}.md" for language in self.languages}
        several = ", ".join(f"{language}: {path}" for language, path in briefs.items())
        return {
            "id": self.id,
            "name": self.title,
            "title": self.said(Text((("", self.title),))),
            "language": self.languages[0],
            "start": self.start,
            "length": in_units(self.length),
            "lead": lead,
            "lead.title": self.said(lead_title),
            "lead.brief": f"{{{several}}}" if len(briefs) > 1 else f"text/brief-{lead}.md",
            "second": second,
            "second.title": self.said(second_title),
            "both": _listed([role for role, _ in self.roles[:2]]),
            "everybody": _listed([role for role, _ in self.roles]),
            "rate": f"{120 / self.step:.2g}",
            "drift": f"{6000 / self.step:.2g}",
            "pace": f"{self.step / REAL_STEP:.4g}",
        }

    def others(self) -> list[dict[str, str]]:
        """The roles after the second."""
        return [{"other": role, "other.title": self.said(title)} for role, title in self.roles[2:]]

    def said(self, text: Text) -> str:
        """A text as it stands in a scenario in these languages."""
        return said({language: text.into(language) for language in self.languages})

    def moment(self, times: int, parts: int) -> str:
        """So many steps, or a part of one, as a duration in whole minutes."""
        return in_units(round(self.step * times / parts / 60) * 60)


def id_of(words: str) -> str:
    """An id like these words; empty where they hold no letters for one."""
    return re.sub(r"^[0-9-]+", "", hyphenated(words))[:60].strip("-")


def title_of(id: str) -> str:
    """Words like this id: `night-shift` becomes `Night shift`."""
    return id.replace("-", " ").capitalize()


def _listed(ids: Sequence[str]) -> str:
    return f"[{', '.join(ids)}]" if len(ids) > 1 else ids[0]
