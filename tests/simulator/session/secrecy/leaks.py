"""Leaks as people have really made them, planted in the host for as long as a test lasts.

Each changes one thing in the gate or near it, and nothing that a player would notice.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, Final
from unittest.mock import patch

from simulator.engine import commands as c
from simulator.engine import desk, knowledge, looking, readings, rules, work
from simulator.engine.errors import Refused
from simulator.engine.looking import Looking
from simulator.engine.past import Past
from simulator.session import protocol as p
from simulator.session import scoreboard, session
from simulator.session.answers import Answers
from simulator.session.host import host, outgoing, reception
from simulator.session.host.attendance import Attendance
from simulator.session.host.company import Companies
from simulator.session.host.publishing import Board, Boards, Stream
from simulator.session.session import Session
from tests.simulator.session.secrecy import leaky_company as company
from tests.simulator.session.secrecy import leaky_engine as engine

Plant = Callable[[ExitStack], None]


def instead(where: Any, name: str, made: Callable[[Any], Any]) -> Plant:
    """Put in place of something what is made of it."""

    def plant(stack: ExitStack) -> None:
        stack.enter_context(patch.object(where, name, made(getattr(where, name))))

    return plant


def in_the_view(tell: Callable[[Any, Any], dict[str, Any]]) -> Plant:
    """More in every view of a role: what `tell` says of the team and the eyes."""

    def made(role_view: Any) -> Any:
        return lambda team, eyes: role_view(team, eyes) | tell(team, eyes)

    return instead(outgoing, "role_view", made)


def in_a_rule(kind: type, made: Callable[[Any], Any]) -> Plant:
    """Another rule for a command."""

    def plant(stack: ExitStack) -> None:
        stack.enter_context(patch.dict(rules.RULES, {kind: made(rules.RULES[kind])}))

    return plant


def in_each_answer(tell: Callable[[Any, Any], dict[str, Any]]) -> Plant:
    """Other things in the answers, of the session and the record."""

    def made(apply: Any) -> Any:
        def applied(self: Session, record: Any) -> Any:
            answer = apply(self, record)
            return answer and answer._replace(**tell(self, record))

        return applied

    return instead(Session, "apply", made)


def _seat_is_there(draft_act: Any) -> Any:
    def drafted(desk: Any, act: Any) -> Any:
        seat = getattr(act, "seat", "")
        if seat and seat not in [grant.id for grant in desk.session.grants]:
            raise Refused("unknown", f"there is no seat '{seat}'")
        return draft_act(desk, act)

    return drafted


def _counted_by_all(put: Any) -> Any:
    counter = iter(range(10**9))

    def numbered(self: Stream, body: str) -> None:
        self.seq = max(self.seq, next(counter) % 1000)
        put(self, body)

    return numbered


def _typing(do: Any) -> Any:
    async def heard(self: Any, message: Any) -> None:
        for connection in self._host.attendance.connections:
            connection.put(outgoing.host_state("writing"))
        await do(self, message)

    return heard


def _enquired_aloud(look_into: Any) -> Any:
    async def looked(self: Any, message: Any) -> None:
        await look_into(self, message)
        if isinstance(message, p.Enquire) and self._connection.grant.leads:
            for connection in self._host.attendance.connections:
                connection.put(outgoing.untold(message, "somebody asks"))

    return looked


def _shown_at_every_command(count: Any) -> Any:
    return lambda self, eyes: (*count(self, eyes), self.measures.records)


def _same_board(eyes_of: Any) -> Any:
    first: dict[Any, Any] = {}

    def eyes(grant: Any, language: str, *watched: Any) -> Any:
        seen = eyes_of(grant, language, *watched)
        return first.setdefault((id(asked_by), seen.team, language), seen) if seen.role else seen

    asked_by = first
    return eyes


def _watching_another(eyes_of: Any) -> Any:
    def eyes(grant: Any, language: str, *watched: Any) -> Any:
        seen = eyes_of(grant, language, *watched)
        return seen._replace(role="nato") if grant.part == "observer" else seen

    return eyes


def _one_stream_a_board(plant: ExitStack) -> None:
    """Everybody with the same eyes goes on where the first of them was."""
    begin = Boards.open

    def open_(self: Boards, eyes: Any, grant: str, now: float) -> None:
        if self._boards[eyes].streams:
            first = next(iter(self._boards[eyes].streams.values()))
            self._boards[eyes].streams[grant] = first
        else:
            begin(self, eyes, grant, now)

    plant.enter_context(patch.object(Boards, "open", open_))


def _at_once_where_somebody_looks(has: Any) -> Any:
    """A first view that waits for nothing where the board is there already."""

    def there(self: Boards, eyes: Any, grant: str) -> bool:
        if eyes in self and not has(self, eyes, grant):
            self._boards[eyes].open(grant, 0, 0.0)
        return bool(has(self, eyes, grant))

    return there


def _based_on_what_others_saw(open_: Any) -> Any:
    def opened(self: Board, grant: str, seq: int, now: float) -> None:
        self._seen, seen = self._told, self._seen
        open_(self, grant, seq, now)
        self._seen = seen

    return opened


def _first_answer_of_anybody(answer_to: Any) -> Any:
    def answered(self: Answers, draft: Any) -> Any:
        for (_, id), (_, answer) in self.first.items():
            if id == draft.body["id"]:
                return answer
        return answer_to(self, draft)

    return answered


def _counted_again(answer_to: Any) -> Any:
    def answered(self: Answers, draft: Any) -> Any:
        answer = answer_to(self, draft)
        return answer and answer._replace(number=_records(self))

    return answered


def _allowance_of_the_role(allowance: Any) -> Any:
    def shared(self: Attendance, grant: Any) -> Any:
        same = next(g for g in self._session.grants if (g.team, g.role) == (grant.team, grant.role))
        return allowance(self, same)

    return shared


def _check_before_its_turn(enter: Any) -> Any:
    async def entered(self: Any, grant: Any, hello: p.Hello) -> Any:
        seen = session.Seen(hello.answers, hello.head, hello.now)
        if not self._session.vouches_for(grant.id, seen):
            raise reception.Shut(p.AHEAD)
        return await enter(self, grant, hello)

    return entered


def _welcomed(**tell: Callable[[Any], Any]) -> Plant:
    """Other things in the first message."""

    def made(welcome: Any) -> Any:
        def told(of: Session, grant: Any, after: int, language: str) -> str:
            text = welcome(of, grant, after, language)
            parts = {name: say(of) for name, say in tell.items()}
            return p.Welcome.model_validate_json(text).model_copy(update=parts).model_dump_json()

        return told

    return instead(outgoing, "welcome", made)


def _with_all_challenges(look: Any) -> Any:
    return lambda team, world: look(team, world)._replace(board=frozenset(world.state.challenges))


def _records(of: Answers) -> int:
    return sum(len(heads) for heads in of.heads.values())


def _head(of: Answers) -> str:
    return "".join(heads[-1][:4] for heads in of.heads.values())


LEAKS: Final[dict[str, Plant]] = {
    "the first state in the view": in_the_view(
        lambda team, eyes: {"initial": [a.hosts for a in team.exercise.scenario.assets.values()]}
    ),
    "one log for all": in_the_view(engine.shared_log),
    "for nobody is for everybody": instead(Looking, "known_to", engine.heard_by_all),
    "the number of all injects": in_the_view(
        lambda team, eyes: {"length": len(team.exercise.scenario.injects)}
    ),
    "when something is next due": in_the_view(
        lambda team, eyes: {"length": min(team.exercise.next_at(), 10**6)}
    ),
    "a hash of the whole state": in_the_view(
        lambda team, eyes: {"brief": team.exercise.state.hash()}
    ),
    "a blob of it": in_the_view(
        lambda team, eyes: {"brief": b64encode(repr(team.exercise.state.facts).encode()).decode()}
    ),
    "whose decision it is, in the refusal": in_a_rule(c.Answer, engine.told_whose),
    "forbidden is not unknown": in_a_rule(c.Order, engine.forbidden),
    "not yet is not never": in_a_rule(c.Read, engine.told_that_it_comes),
    "which seats there are": instead(reception, "draft_act", _seat_is_there),
    "numbers that all streams share": instead(Stream, "put", _counted_by_all),
    "a place in the journal": in_each_answer(lambda of, record: {"number": record.seq}),
    "a head over all that was answered": in_each_answer(lambda of, _: {"head": _head(of.answers)}),
    "a retry that tells how many were answered": instead(Answers, "to", _counted_again),
    "the number of records at the door": _welcomed(answers=lambda of: _records(of.answers)),
    "all teams at the door": _welcomed(teams=lambda of: tuple(of.teams)),
    "an epoch that others change": _welcomed(
        epoch=lambda of: f"{of.epoch}-{sum(bool(g.token) for g in of.grants)}"
    ),
    "somebody is typing": instead(reception.Listener, "_do", _typing),
    "what control enquires": instead(reception.Listener, "_look_into", _enquired_aloud),
    "shown whenever anybody asks": instead(host.Host, "_count", _shown_at_every_command),
    "a board for the language": instead(outgoing, "eyes_of", _same_board),
    "an observer of another role": instead(outgoing, "eyes_of", _watching_another),
    "one stream for a role": _one_stream_a_board,
    "at once, where somebody looks already": instead(Boards, "has", _at_once_where_somebody_looks),
    "as fresh as it was for others": instead(Board, "open", _based_on_what_others_saw),
    "the answer that somebody else had": instead(Answers, "to", _first_answer_of_anybody),
    "one allowance for a role": instead(Attendance, "allowance", _allowance_of_the_role),
    "how far the clock came for others": instead(
        reception.Reception, "enter", _check_before_its_turn
    ),
    "who plays other roles": instead(Companies, "_seats", company.of_the_team),
    "who watches": instead(Companies, "_seats", company.of_watchers),
    "orders numbered together": instead(work.Work, "order", engine.orders_counted_together),
    "how a gauge began": instead(Past, "_see", engine.trail_from_the_start),
    "what is true behind a reading": instead(readings, "_seen", engine.what_is_true),
    "how a service ran before": instead(knowledge, "assets", engine.trails_of_all_there_was),
    "how it goes for all": instead(looking, "view_of", engine.course_ahead_of_time),
    "the notes of an inject": instead(desk, "_inject", engine.notes_with_the_text),
    "what is expected of an answer": instead(desk, "_decision", engine.best_first),
    "challenges that lie on no board": instead(scoreboard, "_look", _with_all_challenges),
    "what an asset hangs on": instead(knowledge, "_asset", engine.all_it_depends_on),
}  # fmt: skip


@contextmanager
def planted(name: str) -> Iterator[None]:
    with ExitStack() as stack:
        LEAKS[name](stack)
        yield
