"""What has happened, in the past tense. Each says when (`at`) and which roles may see it (`to`).

Everything that chance or a bot decided stands in the event, so folding events never draws again.
Times are whole seconds since STARTEX; gauges are in thousandths of a point, leaked data in MB,
service in tenths of a per cent.
"""

from __future__ import annotations

import re
from typing import Any, Final, get_args

from simulator.engine.events.contest import (
    AnswerTried,
    ChallengeOpened,
    ChallengeSolved,
    ContestClosed,
    ContestFrozen,
    ContestOpened,
    ContestPlanned,
    HintTaken,
)
from simulator.engine.events.labour import (
    ActionOrdered,
    ConsentAsked,
    ConsentGiven,
    ConsentQuestioned,
    ConsentRefused,
    ConsentReplied,
    OrderCancelled,
    OrderMoved,
    OrderQueued,
    OrderRefused,
    TeamChanged,
    WorkDone,
    WorkStarted,
)
from simulator.engine.events.physics import (
    AlarmCleared,
    AlarmRang,
    AlarmsSilenced,
    LimitPassed,
    ManualTurned,
    ReadingForged,
    ReadingTurned,
    SetPointChanged,
    ValueTurned,
)
from simulator.engine.events.steering import (
    ActionProposed,
    BotInstructed,
    InjectPostponed,
    InjectReminded,
    InjectsPlanned,
    InjectWithdrawn,
    InjectWritten,
    Repaced,
    RulingGiven,
    Steered,
    TempoSet,
)
from simulator.engine.events.story import (
    DecisionMissed,
    DecisionOpened,
    DecisionTaken,
    DissentRecorded,
    ExerciseEnded,
    ExerciseStarted,
    InjectHeld,
    InjectRead,
    InjectReleased,
    InjectSent,
    InjectSkipped,
    MeasureTurned,
    MessageSent,
    ModuleClosed,
    ModuleOpened,
    NoteTaken,
    QuestionAnswered,
    ReportDue,
    ReportMissed,
    ReportSent,
    SeatTaken,
    SeatVacated,
)
from simulator.engine.events.world import (
    DataLeaked,
    FactSet,
    FootholdGained,
    FootholdLost,
    GaugeMoved,
    HostsHit,
    HostsRestored,
    LinkChanged,
    Revealed,
    ServiceChanged,
    StepBlocked,
    StepFailed,
    StepLaunched,
    StepPlanned,
    StepReady,
    StepSeen,
    StepStarted,
    StepStopped,
    StepSucceeded,
    WorkaroundSet,
)

Roles = tuple[str, ...]
NOBODY: Final[Roles] = ()

Event = (
    ExerciseStarted | ExerciseEnded | InjectSent | InjectSkipped | InjectHeld | InjectReleased
    | InjectRead | DecisionOpened | DecisionTaken | DecisionMissed | DissentRecorded | ConsentAsked
    | ConsentQuestioned | ConsentReplied | ConsentGiven | ConsentRefused | ActionOrdered
    | OrderQueued | OrderMoved | WorkStarted | WorkDone | OrderRefused | OrderCancelled
    | TeamChanged | LinkChanged | HostsHit | HostsRestored | FootholdGained | FootholdLost
    | DataLeaked | WorkaroundSet | ServiceChanged | GaugeMoved | StepPlanned | StepBlocked
    | StepStarted | StepSucceeded | StepFailed | StepStopped | StepSeen | FactSet | Revealed
    | ReportDue | ReportMissed | ReportSent | MessageSent | NoteTaken | ModuleOpened
    | QuestionAnswered | ModuleClosed | SeatTaken | SeatVacated | MeasureTurned | Steered
    | InjectsPlanned | InjectPostponed | InjectWritten | InjectWithdrawn | InjectReminded | Repaced
    | StepReady | StepLaunched | TempoSet | BotInstructed | ActionProposed | RulingGiven
    | ValueTurned | ReadingTurned | ReadingForged | SetPointChanged | ManualTurned | AlarmsSilenced
    | AlarmRang | AlarmCleared | LimitPassed
    | ContestPlanned | ContestOpened | ContestFrozen | ContestClosed | ChallengeOpened
    | ChallengeSolved | AnswerTried | HintTaken
)  # fmt: skip

KINDS: Final[tuple[type[Event], ...]] = get_args(Event)
WORDS: Final = {kind: re.sub(r"(?<!^)(?=[A-Z])", "-", kind.__name__).lower() for kind in KINDS}


def as_data(event: Event) -> dict[str, Any]:
    """The event as plain data, its kind in words: `{"event": "inject-sent", "at": 60, …}`."""
    return {"event": WORDS[type(event)], **event._asdict()}


_SUBJECTS: Final = (
    "inject", "step", "decision", "order", "gauge", "asset", "report", "module", "proposal", "seat",
    "challenge",
)  # fmt: skip


def subject(event: Event) -> str:
    """What the event is about, in words for people: `inject 'second-wave'`."""
    for kind in _SUBJECTS:
        name = getattr(event, kind, None)
        if name is not None:
            return f"{kind} '{name}'"
    return WORDS[type(event)]


__all__ = [
    "KINDS",
    "NOBODY",
    "WORDS",
    "ActionOrdered",
    "ActionProposed",
    "AlarmCleared",
    "AlarmRang",
    "AlarmsSilenced",
    "AnswerTried",
    "BotInstructed",
    "ChallengeOpened",
    "ChallengeSolved",
    "ConsentAsked",
    "ConsentGiven",
    "ConsentQuestioned",
    "ConsentRefused",
    "ConsentReplied",
    "ContestClosed",
    "ContestFrozen",
    "ContestOpened",
    "ContestPlanned",
    "DataLeaked",
    "DecisionMissed",
    "DecisionOpened",
    "DecisionTaken",
    "DissentRecorded",
    "Event",
    "ExerciseEnded",
    "ExerciseStarted",
    "FactSet",
    "FootholdGained",
    "FootholdLost",
    "GaugeMoved",
    "HintTaken",
    "HostsHit",
    "HostsRestored",
    "InjectHeld",
    "InjectPostponed",
    "InjectRead",
    "InjectReleased",
    "InjectReminded",
    "InjectSent",
    "InjectSkipped",
    "InjectWithdrawn",
    "InjectWritten",
    "InjectsPlanned",
    "LimitPassed",
    "LinkChanged",
    "ManualTurned",
    "MeasureTurned",
    "MessageSent",
    "ModuleClosed",
    "ModuleOpened",
    "NoteTaken",
    "OrderCancelled",
    "OrderMoved",
    "OrderQueued",
    "OrderRefused",
    "QuestionAnswered",
    "ReadingForged",
    "ReadingTurned",
    "Repaced",
    "ReportDue",
    "ReportMissed",
    "ReportSent",
    "Revealed",
    "Roles",
    "RulingGiven",
    "SeatTaken",
    "SeatVacated",
    "ServiceChanged",
    "SetPointChanged",
    "Steered",
    "StepBlocked",
    "StepFailed",
    "StepLaunched",
    "StepPlanned",
    "StepReady",
    "StepSeen",
    "StepStarted",
    "StepStopped",
    "StepSucceeded",
    "TeamChanged",
    "TempoSet",
    "ValueTurned",
    "WorkDone",
    "WorkStarted",
    "WorkaroundSet",
    "as_data",
    "subject",
]
