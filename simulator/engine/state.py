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
    """A straight line from `value` (thousandths) at `since`, by `per_hour`, within these bounds."""

    value: int
    per_hour: int = 0
    since: int = 0
    low: int = 0
    high: int = 100_000

    def at(self, now: int) -> int:
        moved = self.value + self.per_hour * (now - self.since) // 3600
        return min(self.high, max(self.low, moved))


@dataclass(slots=True)
class PhysicsState:
    """What drives a physical gauge, and what is shown of it: `reading` is honest, spoofed (then
    screens show `forged`) or blind; `shown` is None where there is no reading."""

    shown: GaugeState | None
    target: int = 0
    manual: bool = False
    reading: str = "honest"
    forged: int = 0
    silent: bool = False
    ringing: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()

    @property
    def deceived(self) -> bool:
        """Whether what is shown was made up; who works it by hand sees for himself."""
        return self.reading == "spoofed" and not self.manual


@dataclass(slots=True)
class StepState:
    """`phase`: waiting, planned, blocked, ready (to be launched by people who play the adversary),
    running, done, failed or stopped."""

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
    """`entries` are those of the last one that was sent, by the role `by`; `right` and `wrong`
    are the fields that were so, `complete` says that nothing was left out that is wanted."""

    due: int | None = None
    late: bool = False
    sent: int | None = None
    times: int = 0
    by: str = ""
    entries: tuple[tuple[str, str], ...] = ()
    right: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    complete: bool = False


@dataclass(slots=True)
class ModuleState:
    phase: str
    answers: tuple[tuple[str, str, str], ...] = ()


@dataclass(slots=True)
class TakenHint:
    """A hint that was bought, by its number from 1; `by` is who of the role took it."""

    hint: int
    at: int
    role: str
    by: str


@dataclass(slots=True)
class ChallengeState:
    """`opened` is when it came on the board, `solved` when it was solved, and by whom; `tried`
    counts wrong answers."""

    opened: int | None = None
    solved: int | None = None
    role: str = ""
    by: str = ""
    tried: int = 0
    hints: tuple[TakenHint, ...] = ()

    def stands(self, how: str) -> bool:
        """Whether it is `open`, `tried` or `solved`."""
        if how == "tried":
            return self.tried > 0
        return (self.opened if how == "open" else self.solved) is not None


@dataclass(slots=True)
class ContestState:
    """`phase`: waiting, open or closed. The scores that all see stand still from `freezes` on, and
    never where it is None; all these seconds are still to come, or past."""

    phase: str = "waiting"
    opens: int = 0
    freezes: int | None = None
    closes: int = 0
    frozen: bool = False


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
    physics: dict[str, PhysicsState] = field(default_factory=dict)
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
    challenges: dict[str, ChallengeState] = field(default_factory=dict)
    contest: ContestState | None = None
    facts: dict[str, bool] = field(default_factory=dict)
    capabilities: dict[str, bool] = field(default_factory=dict)
    staffed: tuple[str, ...] = ()
    policies: dict[str, str] = field(default_factory=dict)
    """How the bots of some seats behave that were told otherwise than all others."""
    end: int = 0
    """The second of ENDEX."""
    tempo: int = 1000
    """Delays are drawn at so many thousandths, for control has moved ENDEX."""
    share: int = 1000
    """And at so many thousandths besides, for the adversary goes slower or faster."""
    sight: dict[str, Sight] = field(default_factory=dict)
    module: str | None = None
    over: bool = False
    outcome: str = ""
    why: str = ""

    @property
    def scale(self) -> int:
        """Thousandths of what is written at which delays are drawn."""
        return self.tempo * self.share // 1000

    def hash(self) -> str:
        """SHA-256 of the state in one canonical form."""
        text = json.dumps(
            self, default=_row, sort_keys=True, separators=(",", ":"), ensure_ascii=False
        )
        return hashlib.sha256(text.encode()).hexdigest()


def _row(of: Any) -> dict[str, Any]:
    """What `asdict` says, without its copy of everything."""
    return {name: getattr(of, name) for name in of.__dataclass_fields__}
