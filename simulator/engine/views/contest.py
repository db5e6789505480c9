"""The board of a contest as a role that takes part sees it, without how other teams do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from simulator.engine.views.desk import AttachmentView


@dataclass(frozen=True, slots=True)
class HintView:
    """`text` is empty until the hint is taken; `by` is who took it."""

    number: int
    price: int
    text: str = ""
    by: str = ""
    at: int | None = None
    """When it was taken."""


@dataclass(frozen=True, slots=True)
class ChallengeView:
    """`points` are those it begins with: what it is worth now hangs on all teams, and is the
    session's to say. `why_not` is empty where an answer can be given."""

    id: str
    category: str
    title: str
    points: int
    text: str
    form: str
    attachments: tuple[AttachmentView, ...]
    hints: tuple[HintView, ...]
    tried: int
    """Wrong answers that this team has given."""
    attempts: int | None
    """Those that are left; None where there is no limit."""
    solved: int | None = None
    """When this team solved it."""
    solved_by: str = ""
    """Who did: a person where one is named, else the role."""
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class CategoryView:
    id: str
    title: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class ContestView:
    """`challenges` are those on the board, in the author's order; none before it opens."""

    title: str
    about: str
    phase: Literal["waiting", "open", "closed"]
    frozen: bool
    opens: int
    freezes: int | None
    """When the scores that all see stand still; None where they never do."""
    closes: int
    categories: tuple[CategoryView, ...]
    challenges: tuple[ChallengeView, ...]
    first: int = 0
    """What the first team to solve a challenge gets on top, in per cent of its points."""
    decay_to: int = 100
    """The per cent of its points that a challenge keeps when `decay_after` teams solved it."""
    decay_after: int = 0
