"""The state of a run. Only `fold` changes it; everyone else reads.

Its rows are not frozen: a fold sets a field in a tenth of the time that a new row takes, and a
thousand exercises are played in a row when a scenario is tried out.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any, Literal


@dataclass(slots=True)
class AssetState:
    intact: int
    encrypted: int = 0
    wiped: int = 0
    link: str = "connected"
    foothold: bool = False
    leaked: int = 0
    workaround: int = 0
    service: int = 1000


@dataclass(slots=True)
class GaugeState:
    """A straight line from `value` (thousandths) at `since`, by `per_hour`."""

    value: int
    per_hour: int = 0
    since: int = 0

    def at(self, now: int) -> int:
        moved = self.value + self.per_hour * (now - self.since) // 3600
        return min(100_000, max(0, moved))


@dataclass(slots=True)
class StepState:
    """`phase`: waiting, planned, blocked, running, done, failed or stopped."""

    phase: str = "waiting"
    since: int = 0
    due: int | None = None
    started: bool = False
    seen: bool = False


@dataclass(slots=True)
class InjectState:
    """`due` is when it is to be sent, None while it waits for something else; it is sent no
    earlier than `floor`. `form` is a digest of what control has written, or changed; `by` is who
    of control has acted on it last."""

    sent: int = 0
    last: int = 0
    skipped: bool = False
    held: bool = False
    read: tuple[str, ...] = ()
    due: int | None = None
    floor: int = 0
    withdrawn: bool = False
    form: str = ""
    by: str = ""


@dataclass(slots=True)
class DecisionState:
    """`phase`: open, taken, missed or withdrawn. A decision not asked yet has no state. `ruled` is
    how control has judged the answer (done, failed or refused), `ruling` what it said to it."""

    phase: str
    opened: int
    due: int | None
    at: int = 0
    role: str = ""
    option: str | None = None
    text: str = ""
    reason: str = ""
    confidence: int | None = None
    ruled: str = ""
    ruling: str = ""


@dataclass(slots=True)
class RequestState:
    """A chain of consents for an order or a decision; the link that is being asked now."""

    role: str
    of: str
    asked: int
    due: int
    phase: Literal["asked", "questioned", "granted", "refused"] = "asked"
    question: str = ""
    text: str = ""


@dataclass(slots=True)
class ProposalState:
    """`outcome` is empty until control has ruled: done, failed or refused."""

    role: str
    at: int
    text: str
    outcome: str = ""
    answer: str = ""
    ruled_at: int = 0


@dataclass(slots=True)
class OrderState:
    """`phase`: waiting (for consent), queued (for people), running, done, refused, cancelled."""

    action: str
    role: str
    target: str | None
    phase: str
    ordered: int
    since: int
    priority: int
    reason: str


@dataclass(slots=True)
class TeamState:
    people: int
    busy: int = 0


@dataclass(slots=True)
class ReportState:
    due: int | None = None
    late: bool = False
    sent: int | None = None
    times: int = 0


@dataclass(slots=True)
class ModuleState:
    phase: str
    answers: tuple[tuple[str, str, str], ...] = ()


@dataclass(slots=True)
class MeasureState:
    """`now`: `` (nothing yet), `running`, `holds`, `broken`, `met` or `failed`."""

    now: str = ""
    since: int = 0
    held: int = 0


@dataclass(slots=True)
class Sight:
    """What one role may know of: asset, gauge and foothold ids."""

    assets: tuple[str, ...] = ()
    gauges: tuple[str, ...] = ()
    footholds: tuple[str, ...] = ()


@dataclass(slots=True)
class State:
    """The whole world, by the ids of the scenario."""

    assets: dict[str, AssetState] = field(default_factory=dict)
    gauges: dict[str, GaugeState] = field(default_factory=dict)
    steps: dict[str, StepState] = field(default_factory=dict)
    injects: dict[str, InjectState] = field(default_factory=dict)
    decisions: dict[str, DecisionState] = field(default_factory=dict)
    requests: dict[str, RequestState] = field(default_factory=dict)
    proposals: dict[str, ProposalState] = field(default_factory=dict)
    orders: dict[str, OrderState] = field(default_factory=dict)
    teams: dict[str, TeamState] = field(default_factory=dict)
    reports: dict[str, ReportState] = field(default_factory=dict)
    modules: dict[str, ModuleState] = field(default_factory=dict)
    measures: dict[str, MeasureState] = field(default_factory=dict)
    facts: dict[str, bool] = field(default_factory=dict)
    capabilities: dict[str, bool] = field(default_factory=dict)
    staffed: tuple[str, ...] = ()
    policies: dict[str, str] = field(default_factory=dict)
    """How the bots of some seats behave that were told otherwise than all others."""
    end: int = 0
    """The second of ENDEX."""
    tempo: int = 1000
    """Delays are drawn at so many thousandths."""
    sight: dict[str, Sight] = field(default_factory=dict)
    module: str | None = None
    over: bool = False
    outcome: str = ""
    why: str = ""

    def hash(self) -> str:
        """SHA-256 of the state in one canonical form."""
        text = json.dumps(
            self, default=_row, sort_keys=True, separators=(",", ":"), ensure_ascii=False
        )
        return hashlib.sha256(text.encode()).hexdigest()


def _row(of: Any) -> dict[str, Any]:
    """What `asdict` says, without its copy of everything."""
    return {name: getattr(of, name) for name in of.__dataclass_fields__}
