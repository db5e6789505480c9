"""A whole session as reports tell it."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.review.findings.basis import Cites, Happened
from simulator.review.findings.course import Ghost, TeamFound
from simulator.review.findings.evaluation import Planned


@dataclass(frozen=True, slots=True)
class Observation:
    """A note of control or an evaluator."""

    id: int
    """Its number in the session."""
    team: str
    """The id of the team that it is of, empty for none."""
    take: int
    """The number of the take in which it was made."""
    at: int
    """The second at which the team's clock stood then, or that it is about."""
    utc: int
    """When it was written."""
    by: str
    """Who wrote it."""
    objective: str
    """The id of the objective that it is about, empty for none."""
    role: str
    """The id of the role that it is about, empty for none."""
    text: str
    """What was observed."""
    marks: tuple[str, ...]
    """Hot-wash, urgent, promise: what it is for."""
    cites: Cites
    """The events that whoever wrote it named."""
    back: int | None = None
    """The earliest second to which control went back between that take and the one that is told
    of; none where it is the same one, or a later."""
    counts: bool = True
    """Whether the take that is told of has what it is about: false where control went back behind
    that."""


@dataclass(frozen=True, slots=True)
class Returned:
    """A participant's feedback form."""

    by: str
    """Who returned it; empty where they did not want to be named."""
    role: str
    """Their role in words, empty where they are not named."""
    scores: tuple[tuple[str, int], ...]
    """Ids of statements, each with 1 (not at all) to 5 (fully)."""
    texts: tuple[tuple[str, str], ...]
    """Questions in words, each with what was written."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement of the feedback form, and how it was answered."""

    id: str
    """Its id."""
    words: str
    """The statement."""
    given: tuple[int, int, int, int, int]
    """How many gave 1, 2, 3, 4 and 5."""
    mean: float
    """The mean of these."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """What participants thought of the exercise."""

    forms: tuple[Returned, ...]
    """All forms that were returned."""
    statements: tuple[Statement, ...]
    """Each statement that anybody answered."""
    asked: int | None = None
    """How many players and observers there were, who all were asked for it; none where forms
    without a name may be of a team that is not shown."""
    veiled: bool = False
    """Whether names were taken off all forms, since so few returned none with a name that they
    would tell whose the others are."""


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who took a seat. Who had two seats one after the other is here twice."""

    name: str
    """Their name."""
    part: str
    """Player, control, evaluator or observer."""
    team: str
    """The id of their team, empty for none."""
    role: str
    """The id of their role; of evaluators and observers, of the role that they look at."""
    role_title: str
    """The same in words."""
    came: int
    """When they came."""
    left: int | None
    """When they left; none for until the end."""
    acts: int
    """How often they asked for anything, of the world or of the session."""
    grant: str = ""
    """The id of their seat, which opens nothing."""
    since: int = 0
    """The second of the take that is told of at which they came."""
    until: int = 0
    """The second of that take at which they left, or at which it was left."""
    did: Cites = ()
    """The answers, reports and solutions that they gave themselves."""
    orders: tuple[Happened, ...] = ()
    """The orders that they gave themselves."""


@dataclass(frozen=True, slots=True)
class Removed:
    """Words that were taken out of a record."""

    seq: int
    """The number of the record."""
    kind: str
    """What kind of record it is."""
    words: tuple[str, ...]
    """The names of the fields whose words are gone."""


@dataclass(frozen=True, slots=True)
class Integrity:
    """What proves that the report is of what was played."""

    session: str
    """The id of the session."""
    chain: str
    """The digest of the last record, which holds all before it."""
    records: int
    """How many records the journal has."""
    torn: int
    """Bytes of an interrupted write, which were left out."""
    sound: bool
    """Whether nothing speaks against the record."""
    faults: tuple[str, ...]
    """What speaks against it, in sentences."""
    anchors: tuple[tuple[str, int, str], ...]
    """What else vouches for it: its name, up to which record, and what speaks against it."""
    kulla: str
    """The version of Kulla that began the session."""
    made_with: str
    """The version that made these findings."""
    engine: int
    """The version of the engine that the session is played by."""
    journal: int
    """The format of its journal."""
    seed: int
    """What chance was drawn from."""
    scenario: str
    """The id of the scenario."""
    digest: str
    """The digest of the scenario as it was played."""
    states: tuple[tuple[str, int, str], ...]
    """Of each team and take, the digest of its world at the end."""
    hosts: int
    """How often a host took the session up."""
    recovered: bool
    """Whether it was recovered from a damaged one."""
    removed: tuple[Removed, ...]
    """Words that were taken out later."""
    forked: str
    """Of which session, team, take and second this is a fork, in words; empty for none."""


@dataclass(frozen=True, slots=True)
class Overview:
    """What was exercised, when, and in what scope."""

    id: str
    """The id of the scenario."""
    title: str
    """What the exercise is called."""
    about: str
    """The situation at the beginning."""
    tlp: str
    """The label of the Traffic Light Protocol, like CLEAR."""
    handling: str
    """How the report may be passed on, in words."""
    start: str
    """STARTEX in the time of the exercise, in ISO 8601."""
    length: int
    """The seconds from STARTEX to ENDEX, as planned."""
    level: str
    """The level of difficulty, in words; empty for none."""
    seed: int
    """What chance was drawn from."""
    bots: str
    """How the computer plays the seats without people, in words."""
    having: tuple[str, ...]
    """What the organisation was given for this session."""
    lacking: tuple[str, ...]
    """What was taken from it for this session."""
    began: int
    """When the first record was written."""
    ended: int
    """When the last record was written."""
    played: int
    """The real seconds in which any clock ran."""
    purpose: str
    """What it was held for."""
    objectives: tuple[str, ...]
    """What was to be reached, in words."""
    adversary: str
    """What the adversary is called."""
    modelled_on: str
    """What the adversary is modelled on."""


@dataclass(frozen=True, slots=True)
class Findings:
    """A whole session, as reports tell it."""

    language: str
    """The language of all words of ours: en or sq."""
    overview: Overview
    """What was exercised, when, and in what scope."""
    teams: tuple[TeamFound, ...]
    """What each team showed."""
    history: tuple[Ghost, ...]
    """What really happened in the case that the exercise is modelled on."""
    sources: tuple[tuple[str, str, str], ...]
    """Ids, titles and addresses of what the scenario cites."""
    observations: tuple[Observation, ...]
    """Notes of control and evaluators."""
    feedback: Feedback
    """What participants thought of the exercise."""
    plan: tuple[Planned, ...]
    """The improvement plan."""
    last_plan: tuple[Planned, ...]
    """The plan of the session before, with what has become of its checks in this one."""
    participants: tuple[Participant, ...]
    """Who took part."""
    integrity: Integrity
    """What proves that this is of what was played."""
    coded: bool = False
    """Whether codes stand in place of people's names."""
