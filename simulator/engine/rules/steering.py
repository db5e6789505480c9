"""What the rules say of control's hand on injects, seats and the end. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from simulator.engine import commands as c
from simulator.engine.errors import Refused
from simulator.engine.repacing import SHARES, repace
from simulator.engine.rules.texts import says, wants
from simulator.engine.state import InjectState, State
from simulator.engine.titles import called
from simulator.scenario.injects import Channel
from simulator.scenario.names import known_names
from simulator.scenario.scenario import Scenario
from simulator.scenario.values import Text
from simulator.scenario.words import names_in
from simulator.speech import Saying

CHANNELS: Final = ("", "message", *Channel)
LONGEST_WAIT: Final = 400 * 86_400
"""Seconds, as in the format."""


def control(scenario: Scenario, state: State, now: int, asked: Any) -> None:
    if asked.role != c.CONTROL:
        raise Refused("control", "only control can do that")
    says(getattr(asked, "reason", ""), getattr(asked, "by", ""))
    inject = getattr(asked, "inject", None)
    if inject is not None and inject not in scenario.inject:
        raise Refused("unknown", "there is no inject '{inject}'", inject=inject)


def _fire(scenario: Scenario, state: State, now: int, asked: c.Fire) -> None:
    control(scenario, state, now, asked)
    inject = state.injects[asked.inject]
    name = called(scenario, asked.inject)
    _not_withdrawn(name, inject)
    if inject.held:
        raise Refused(
            "closed", "'{inject}' is held{who}; release it instead", inject=name, who=_who(inject)
        )
    _not_struck(name, inject)


def _hold(scenario: Scenario, state: State, now: int, asked: c.Hold) -> None:
    _unsent(scenario, state, now, asked)
    inject = state.injects[asked.inject]
    if inject.held:
        name = called(scenario, asked.inject)
        raise Refused("closed", "'{inject}' is held already{who}", inject=name, who=_who(inject))


def _release(scenario: Scenario, state: State, now: int, asked: c.Release) -> None:
    control(scenario, state, now, asked)
    inject = state.injects[asked.inject]
    if not inject.held:
        name = called(scenario, asked.inject)
        raise Refused("closed", "'{inject}' is not held{who}", inject=name, who=_who(inject))


def _unsent(
    scenario: Scenario, state: State, now: int, asked: c.Hold | c.Skip | c.Delay | c.Amend
) -> None:
    control(scenario, state, now, asked)
    inject, name = state.injects[asked.inject], called(scenario, asked.inject)
    if inject.sent:
        raise Refused("closed", "'{inject}' was sent already{who}", inject=name, who=_who(inject))
    _not_struck(name, inject)


def _not_struck(name: Text | str, inject: InjectState) -> None:
    if inject.skipped:
        raise Refused("closed", "'{inject}' is struck already{who}", inject=name, who=_who(inject))


def _not_withdrawn(name: Text | str, inject: InjectState) -> None:
    if inject.withdrawn:
        raise Refused(
            "closed", "'{inject}' is withdrawn already{who}", inject=name, who=_who(inject)
        )


def _who(inject: InjectState) -> str | Saying:
    """Who of control has acted on it last, if anybody has."""
    return inject.by and Saying(" (the last to act on it: {name})", {"name": inject.by})


def _delay(scenario: Scenario, state: State, now: int, asked: c.Delay) -> None:
    _unsent(scenario, state, now, asked)
    _ahead(state, now, asked.until)


def _ahead(state: State, now: int, at: int) -> None:
    """A moment at which something can still come."""
    if at <= now:
        raise Refused("range", "choose a moment that lies ahead")
    if at > state.end:
        raise Refused("range", "that is after the end of the exercise")


def _repace(scenario: Scenario, state: State, now: int, asked: c.Repace) -> None:
    control(scenario, state, now, asked)
    for name in (*asked.pinned, *asked.unpinned):
        if name not in scenario.inject:
            raise Refused("unknown", "there is no inject '{inject}'", inject=name)
    repace(scenario, state, now, asked)


def _tempo(scenario: Scenario, state: State, now: int, asked: c.Tempo) -> None:
    control(scenario, state, now, asked)
    least, most = (share // 10 for share in SHARES)
    if not least <= asked.percent <= most:
        raise Refused("range", "a tempo is {least} to {most} per cent", least=least, most=most)
    if asked.percent * 10 == state.share:
        raise Refused("closed", "that is the tempo already")


def _write(scenario: Scenario, state: State, now: int, asked: c.Write) -> None:
    control(scenario, state, now, asked)
    _readers(scenario, asked.to)
    if asked.channel not in CHANNELS:
        raise Refused("unknown", "a channel is one of {names}", names=", ".join(CHANNELS[1:]))
    wants(asked.text or asked.subject, Saying("write your message"))
    _plain(scenario, (asked.sender, asked.subject, asked.text, asked.ask, asked.options))
    if not asked.ask.strip() and (asked.options.strip() or asked.due is not None):
        raise Refused("empty", "write what is to be decided")
    if asked.due is not None and not 0 < asked.due <= LONGEST_WAIT:
        raise Refused("range", "leave some time to decide")
    if asked.at is not None:
        _ahead(state, now, asked.at)
    if asked.corrects and (
        asked.corrects not in scenario.inject or not state.injects[asked.corrects].sent
    ):
        raise Refused("unknown", "no '{inject}' was sent to correct", inject=asked.corrects)


def _amend(scenario: Scenario, state: State, now: int, asked: c.Amend) -> None:
    _unsent(scenario, state, now, asked)
    texts = (asked.sender, asked.subject, asked.text)
    if not asked.to and not any(text.strip() for text in texts):
        raise Refused("empty", "say what is to be changed")
    if asked.to:
        _readers(scenario, asked.to)
    _plain(scenario, texts)


def _readers(scenario: Scenario, to: tuple[str, ...]) -> None:
    if not to or any(role not in scenario.roles for role in to):
        raise Refused("unknown", "write to one or more roles of this exercise")
    if len(set(to)) < len(to):
        raise Refused("unknown", "name each role once")


def _plain(scenario: Scenario, texts: Iterable[str]) -> None:
    """Texts of a fit length, in which every name in braces stands for something."""
    said = tuple(texts)
    says(*said)
    names = [name for text in said for name in names_in(Text((("", text),)))]
    known = frozenset(known_names(scenario)) if names else frozenset()
    for name in names:
        if name not in known:
            raise Refused("unknown", "'${name}' stands for nothing here", name="{" + name + "}")


def _withdraw(scenario: Scenario, state: State, now: int, asked: c.Withdraw) -> None:
    _sent(scenario, state, now, asked)


def _sent(scenario: Scenario, state: State, now: int, asked: c.Withdraw | c.Remind) -> None:
    control(scenario, state, now, asked)
    inject, name = state.injects[asked.inject], called(scenario, asked.inject)
    if not inject.sent:
        raise Refused("closed", "'{inject}' was not sent yet{who}", inject=name, who=_who(inject))
    _not_withdrawn(name, inject)


def _remind(scenario: Scenario, state: State, now: int, asked: c.Remind) -> None:
    _sent(scenario, state, now, asked)
    if set(scenario.inject[asked.inject].to) <= set(state.injects[asked.inject].read):
        name = called(scenario, asked.inject)
        raise Refused("closed", "all of them have opened '{inject}'", inject=name)


def _staff(scenario: Scenario, state: State, now: int, asked: c.Staff) -> None:
    seat(scenario, state, now, asked)
    if asked.seat in state.staffed:
        raise Refused("closed", "people hold the seat '{seat}' already", seat=asked.seat)


def _vacate(scenario: Scenario, state: State, now: int, asked: c.Vacate) -> None:
    seat(scenario, state, now, asked)
    if asked.seat not in state.staffed:
        raise Refused("closed", "nobody holds the seat '{seat}'", seat=asked.seat)


def seat(
    scenario: Scenario, state: State, now: int, asked: c.Staff | c.Vacate | c.Instruct
) -> None:
    control(scenario, state, now, asked)
    if asked.seat not in scenario.roles:
        raise Refused("unknown", "there is no seat '{seat}' in this exercise", seat=asked.seat)


RULES: Final[dict[type, Callable[[Scenario, State, int, Any], None]]] = {
    c.Fire: _fire, c.Hold: _hold, c.Release: _release, c.Skip: _unsent, c.Delay: _delay,
    c.Repace: _repace, c.Tempo: _tempo, c.Write: _write, c.Amend: _amend, c.Withdraw: _withdraw,
    c.Remind: _remind, c.Staff: _staff, c.Vacate: _vacate, c.Conclude: control,
}  # fmt: skip
