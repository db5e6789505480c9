"""The MSEL as control reads it: in which order, through which sieve, in which words. No drawing."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from simulator.engine.views.overview import InjectRow, Panel, RoleRow
from simulator.session.room import Room
from tui import words
from tui.cleaning import clean
from tui.finding import folded
from tui.room.teams import team_of
from tui.speech import _, many, mark

Order = Literal["time", "state", "title", "storyline"]

STATES: Final = {
    "due": ("►", mark("planned"), "call"),
    "waiting": ("…", mark("waiting"), "mute"),
    "held": ("‖", mark("held"), "fair"),
    "sent": ("●", mark("sent"), "head"),
    "read": ("○", mark("read"), ""),
    "missed": ("▲", mark("missed"), "bad"),
    "answered": ("✓", mark("answered"), "good"),
    "skipped": ("✗", mark("skipped"), "mute"),
    "withdrawn": ("←", mark("withdrawn"), "mute"),
}
"""A sign, a word and an ink for each state, first what control can still steer."""

ORDERS: Final[dict[Order, str]] = {
    "time": mark("by time"),
    "state": mark("by state"),
    "title": mark("by title"),
    "storyline": mark("by storyline"),
}

UNSENT: Final = frozenset({"waiting", "due", "held"})
SENT: Final = frozenset({"sent", "read", "answered", "missed"})
STEERED: Final[dict[str, frozenset[str]]] = {
    "fire": UNSENT - {"held"},
    "hold_or_release": UNSENT,
    "delay": UNSENT,
    "strike": UNSENT,
    "amend": UNSENT,
    "withdraw": SENT,
    "remind": SENT,
}
"""In which states of an inject each act on it makes sense."""

NO_TIME: Final = "—"
_NEVER: Final = 1 << 40
_RANK: Final = {state: rank for rank, state in enumerate(STATES)}
_ROOM_FOR_ROLE: Final = 14


class Names(NamedTuple):
    """What stands behind ids, in the reader's words."""

    roles: Mapping[str, str]
    storylines: Mapping[str, str]
    objectives: Mapping[str, str]

    @classmethod
    def of(cls, room: Room, panel: Panel) -> "Names":
        """Of everything that a row of the MSEL can name."""
        roles = {role.id: short(role) for role in panel.roles}
        return cls(roles, dict(room.storylines), dict(room.objectives))

    def of_roles(self, ids: Iterable[str]) -> str:
        return ", ".join(self.roles.get(id, id) for id in ids)

    def storyline(self, id: str) -> str:
        return self.storylines.get(id, id)

    def objective(self, id: str) -> str:
        return self.objectives.get(id, id)


class Sieve(NamedTuple):
    """What passes is of one of each kind that is asked for, and has the words."""

    states: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    storylines: frozenset[str] = frozenset()
    objectives: frozenset[str] = frozenset()
    sought: str = ""

    def said(self, names: Names) -> str:
        """What is asked for, in words."""
        kinds = [
            [_(word) for state, (_sign, word, _ink) in STATES.items() if state in self.states],
            [names.roles.get(id, id) for id in sorted(self.roles)],
            [names.storyline(id) for id in sorted(self.storylines)],
            [names.objective(id) for id in sorted(self.objectives)],
            [f"“{self.sought}”"] if self.sought else [],
        ]
        return "; ".join(", ".join(kind) for kind in kinds if kind)


class Folded:
    """The words of rows as they are searched, made once for each row."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[InjectRow, str]] = {}

    def of(self, row: InjectRow, names: Names) -> str:
        """All that is known of the row, as it is compared."""
        made = self._made.get(row.id)
        if made is None or made[0] is not row:
            told = (
                row.id, row.title, row.waits, row.asks, row.answer, row.channel, row.by,
                names.of_roles(row.to), names.storyline(row.storyline),
            )  # fmt: skip
            self._made[row.id] = made = (row, folded(clean("\n".join(told))))
        return made[1]


def short(role: RoleRow) -> str:
    """A role in a few letters: its title without what stands in brackets, or else its id."""
    name = role.title.partition(" (")[0]
    return name if len(name) <= _ROOM_FOR_ROLE else role.id


def now_of(room: Room, panel: Panel) -> int:
    """The second that the team of the panel has come to."""
    return team_of(room, panel.team or room.watched).now


def moment(row: InjectRow) -> int | None:
    """When it was sent, or is due to be."""
    return row.due if row.sent_at is None else row.sent_at


def counts_down(row: InjectRow) -> bool:
    """Whether what is said of its time changes as time goes by."""
    return row.sent_at is None and row.due is not None and row.state != "held"


def when(row: InjectRow, now: int, start: str) -> str:
    """When it was sent, or in how long it will be; when it was planned for, if it is held."""
    at = moment(row)
    if at is None:
        return NO_TIME
    if not counts_down(row):
        return words.short_time(start, at)
    return _("in {time}", time=words.time_left(max(at, now), now))


def missed_by(row: InjectRow) -> tuple[str, ...]:
    """The roles that have not opened what was sent to them."""
    return tuple(role for role in row.to if role not in row.read_by)


def can(row: InjectRow, act: str) -> bool:
    """Whether this can be done with the inject as it is; all else that may be wrong with it the
    engine says."""
    return row.state in STEERED[act] and (act != "remind" or bool(missed_by(row)))


def counted(shown: int, number: int) -> str:
    """How many injects there are, and how many of them are shown where that is not all."""
    if shown != number:
        return _("MSEL: {shown} of {number} injects", shown=shown, number=number)
    return many("MSEL: {number} inject", "MSEL: {number} injects", number)


def in_order(chosen: Iterable[str], row: InjectRow) -> tuple[str, ...]:
    """The readers that are chosen for it: who gets it already comes first, in the same order, for
    the first of them may decide."""
    places = {role: place for place, role in enumerate(row.to)}
    return tuple(sorted(chosen, key=lambda role: places.get(role, len(places))))


def passes(row: InjectRow, sieve: Sieve, names: Names, texts: Folded) -> bool:
    return (
        (not sieve.states or row.state in sieve.states)
        and (not sieve.roles or not sieve.roles.isdisjoint(row.to))
        and (not sieve.storylines or row.storyline in sieve.storylines)
        and (not sieve.objectives or not sieve.objectives.isdisjoint(row.objectives))
        and (not sieve.sought or folded(sieve.sought) in texts.of(row, names))
    )


def ordered(rows: Sequence[InjectRow], order: Order, names: Names) -> list[InjectRow]:
    """In this order; what is alike in it stays as the author has put it."""

    def time(row: InjectRow) -> int:
        at = moment(row)
        return _NEVER if at is None else at

    match order:
        case "time":
            return sorted(rows, key=time)
        case "state":
            return sorted(rows, key=lambda row: (_RANK[row.state], time(row)))
        case "title":
            return sorted(rows, key=lambda row: folded(row.title))
        case "storyline":
            # What belongs to none comes last.
            return sorted(
                rows,
                key=lambda row: (
                    not row.storyline, folded(names.storyline(row.storyline)), time(row),
                ),
            )  # fmt: skip


def next_one(rows: Sequence[InjectRow]) -> str:
    """The id of the first of these that is still to be sent; else of the last; empty for none."""
    waiting = (row.id for row in rows if row.state in UNSENT)
    return next(waiting, rows[-1].id if rows else "")
