"""The moments of a take to which one goes when one looks at it again. Pure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import takewhile
from typing import Final, Literal, NamedTuple

from simulator.engine import events as e
from simulator.engine.annals import DECISIONS
from simulator.engine.commands import CONTROL
from simulator.engine.past import BURST
from simulator.engine.telling import sentence
from simulator.review.recorded import Recorded, Stop, Take
from simulator.session.room import NoteRow, RatingRow
from simulator.speech import mark, say

Kind = Literal["decision", "inject", "asset", "note", "discussion", "control", "take"]
KINDS: Final[dict[Kind, str]] = {
    "decision": mark("decision"),
    "inject": mark("inject"),
    "asset": mark("asset"),
    "note": mark("note"),
    "discussion": mark("discussion"),
    "control": mark("control"),
    "take": mark("take"),
}
"""What each kind is called."""

_TURNS: Final = (e.LinkChanged, e.FootholdGained, e.FootholdLost, e.WorkaroundSet)
_BURSTS: Final = (e.HostsHit, e.HostsRestored, e.ServiceChanged)
"""What goes on minute by minute is one moment in a while: else there would be nothing else."""


class Moment(NamedTuple):
    """`place` is that of an event in the log of the take, -1 where it is none of the world's.
    `before` is the place of what ended a discussion, which held the clock at that second; `stop`
    is why control, or the host, stopped it there."""

    at: int
    kind: Kind
    place: int = -1
    note: NoteRow | RatingRow | None = None
    before: int | None = None
    stop: Stop | None = None

    @property
    def holds(self) -> bool:
        """Whether a replay stands here by itself, as everybody stood then."""
        return self.kind == "discussion" or bool(self.stop and self.stop.emergency)


class Moments:
    """Of one take, in order; where a `role` looks, of events only those that it was told of."""

    def __init__(self, recorded: Recorded, take: Take, role: str = "") -> None:
        found = [*_events(take, role), *_noted(recorded, take), *_stopped(take)]
        if take.number > 1:
            found.append(Moment(take.since, "take"))
        self.all: Final = tuple(sorted(found, key=lambda moment: (moment.at, moment.place)))
        self._take: Final = take
        self._role: Final = role

    def held(self, after: int, upto: int) -> Moment | None:
        """The first that holds a replay between these seconds, the later one included."""
        within = self.all[bisect_right(self.all, after, key=_when) :]
        return next((it for it in takewhile(lambda it: it.at <= upto, within) if it.holds), None)

    def next(self, at: int, kind: Kind | None = None) -> Moment | None:
        """The first of this kind, or of any, after that second."""
        after = bisect_right(self.all, at, key=_when)
        return next((it for it in self.all[after:] if kind in (None, it.kind)), None)

    def before(self, at: int, kind: Kind | None = None) -> Moment | None:
        """The last of this kind, or of any, before that second."""
        upto = bisect_left(self.all, at, key=_when)
        return next((it for it in reversed(self.all[:upto]) if kind in (None, it.kind)), None)

    def words(self, moment: Moment, language: str) -> str:
        """What happened then."""
        take, note = self._take, moment.note
        if moment.place >= 0:
            event, orders = take.log[moment.place], take.run.state.orders
            return sentence(take.scenario, event, language, orders)
        if isinstance(note, NoteRow):
            return say(language, "{who} noted: {text}", who=note.by, text=note.text)
        if isinstance(note, RatingRow):
            aim = take.scenario.objectives[note.objective].title.into(language)
            return say(language, "{who} rated “{aim}”: {grade}", who=note.by, aim=aim,
                       grade=note.grade)  # fmt: skip
        if moment.stop:
            return self._stopped(moment.stop, language)
        return say(language, "control went back to here: {why}", why=take.why)

    def _stopped(self, stop: Stop, language: str) -> str:
        """Why the clock stood. Who called an emergency, only control was told."""
        why, called = stop.why.into(language), stop.emergency
        if called is None:
            return say(language, "The clock stood still: {why}", why=why)
        if self._role:
            return f"{say(language, 'NO DUFF – REAL EMERGENCY')}: {why}"
        return say(language, "NO DUFF called by {who}: {why}", who=called.by, why=why)


def _when(moment: Moment) -> int:
    return moment.at


def _events(take: Take, role: str) -> Iterator[Moment]:
    since: dict[str, int] = {}
    for place, event in enumerate(take.log):
        if role and role not in event.to:
            continue
        if isinstance(event, _BURSTS):
            if event.at - since.get(event.asset, -BURST) >= BURST:
                since[event.asset] = event.at
                yield Moment(event.at, "asset", place)
        elif isinstance(event, e.ModuleOpened):
            yield Moment(event.at, "discussion", place, before=_closed(take, place))
        elif kind := _kind(event):
            yield Moment(event.at, kind, place)


def _closed(take: Take, opened: int) -> int | None:
    """The place at which the discussion that was opened there ended."""
    after = range(opened + 1, len(take.log))
    return next((it for it in after if isinstance(take.log[it], e.ModuleClosed)), None)


def _kind(event: e.Event) -> Kind | None:
    if isinstance(event, DECISIONS):
        return "decision"
    if isinstance(event, e.InjectSent):
        return "inject"
    if isinstance(event, _TURNS):
        return "asset"
    if isinstance(event, e.MessageSent) and event.role == CONTROL:
        return "control"
    return "note" if isinstance(event, e.NoteTaken) else None


def _noted(recorded: Recorded, take: Take) -> Iterator[Moment]:
    """Observations of this take, and ratings that count in it."""
    for note in recorded.session.notebook.notes:
        if note.team in ("", take.team) and note.take == take.number:
            yield Moment(note.at, "note", note=note)
    for rating in recorded.ratings(take).ratings:
        if rating.counts:
            yield Moment(rating.at, "note", note=rating)


def _stopped(take: Take) -> Iterator[Moment]:
    """Where somebody said why the clock stands; that control went back, the take itself says."""
    for at in dict.fromkeys(stop.at for stop in take.stops):
        stop = take.stood(at)
        back = at == take.since and take.number > 1
        if stop and (stop.emergency or (stop.why.into("en") and not back)):
            yield Moment(at, "control", stop=stop)
