"""A whole session as reports tell it."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.review.findings.basis import Cites
from simulator.review.findings.course import Ghost, TeamFound
from simulator.review.findings.evaluation import Planned


@dataclass(frozen=True, slots=True)
class Observation:
    """A note of control or an evaluator; `marks` are hot-wash, urgent and promise."""

    id: int
    team: str
    take: int
    at: int
    utc: int
    by: str
    objective: str
    role: str
    text: str
    marks: tuple[str, ...]
    cites: Cites


@dataclass(frozen=True, slots=True)
class Returned:
    """A participant's feedback form; `by` is empty where they did not want to be named. `scores`
    are ids of statements with 1 to 5, `texts` questions in words with what was written. `role` is
    in words."""

    by: str
    role: str
    scores: tuple[tuple[str, int], ...]
    texts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement of the feedback form: how many gave 1, 2, 3, 4 and 5, and their mean."""

    id: str
    words: str
    given: tuple[int, int, int, int, int]
    mean: float


@dataclass(frozen=True, slots=True)
class Feedback:
    """All forms that were returned, and how each statement of theirs was answered."""

    forms: tuple[Returned, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Participant:
    """`came` and `left` are moments of the real world; `left` is None for until the end."""

    name: str
    part: str
    team: str
    role: str
    role_title: str
    came: int
    left: int | None
    acts: int


@dataclass(frozen=True, slots=True)
class Removed:
    """Words that were taken out of a record."""

    seq: int
    kind: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Integrity:
    """What proves that the report is of what was played. `states` are the state hashes by team and
    take, `anchors` what else vouches and up to which record, with what speaks against it. `kulla`
    is the version that began the session, `made_with` the one that looked at it."""

    session: str
    chain: str
    records: int
    torn: int
    sound: bool
    faults: tuple[str, ...]
    anchors: tuple[tuple[str, int, str], ...]
    kulla: str
    made_with: str
    engine: int
    journal: int
    seed: int
    scenario: str
    digest: str
    states: tuple[tuple[str, int, str], ...]
    hosts: int
    recovered: bool
    removed: tuple[Removed, ...]
    forked: str
    """Of which session, team, take and second this is a fork, in words; empty for none."""


@dataclass(frozen=True, slots=True)
class Overview:
    """`began` and `ended` are moments of the real world of the first and last record, `played` the
    real seconds in which any clock ran."""

    id: str
    title: str
    about: str
    tlp: str
    handling: str
    start: str
    length: int
    level: str
    seed: int
    bots: str
    having: tuple[str, ...]
    lacking: tuple[str, ...]
    began: int
    ended: int
    played: int
    purpose: str
    objectives: tuple[str, ...]
    adversary: str
    modelled_on: str


@dataclass(frozen=True, slots=True)
class Findings:
    """A whole session, as reports tell it."""

    language: str
    overview: Overview
    teams: tuple[TeamFound, ...]
    history: tuple[Ghost, ...]
    sources: tuple[tuple[str, str, str], ...]
    """Ids, titles and addresses of what the scenario cites."""
    observations: tuple[Observation, ...]
    feedback: Feedback
    plan: tuple[Planned, ...]
    last_plan: tuple[Planned, ...]
    """The plan of the session before, with what has become of its checks in this one."""
    participants: tuple[Participant, ...]
    integrity: Integrity
