"""What one role knows, as pieces of its view: built from an allow-list, never by leaving out.

Everything here reads state through the role's own sight and the events addressed to it. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from simulator.engine import events as e
from simulator.engine import views as v
from simulator.engine.annals import Annals
from simulator.engine.past import Past
from simulator.engine.services import FULL
from simulator.engine.state import State
from simulator.engine.texts import told
from simulator.engine.trails import Services
from simulator.scenario.scenario import Scenario
from simulator.scenario.values import CONTROL, Text
from simulator.speech import say

NO_VALUES: Final[Mapping[str, str]] = MappingProxyType({})


class Known(NamedTuple):
    """One role's window on the world, as it is now and as it was told to the role."""

    scenario: Scenario
    state: State
    past: Past
    now: int
    role: str
    language: str
    annals: Annals = Annals()
    """All that has happened, to anybody: only for when the exercise is over."""

    def seat(self, role: str) -> str:
        """How a role is called in lists."""
        if role == CONTROL:
            return say(self.language, "control")
        seat = self.scenario.roles[role]
        return seat.short or seat.title.into(self.language)


def assets(known: Known) -> tuple[v.AssetView, ...]:
    services = known.past.services
    return tuple(
        _asset(known, name, services[name].trail(known.now))
        for name in known.state.sight[known.role].assets
    )


def every_asset(known: Known) -> tuple[v.AssetView, ...]:
    """All assets with nothing hidden, for when the exercise is over."""
    services = {name: Services(0, FULL) for name in known.scenario.assets}
    for event in known.annals.log:
        if isinstance(event, e.ServiceChanged):
            services[event.asset].change(event.at, event.level)
    return tuple(
        _asset(known, name, service.trail(known.now), all_told=True)
        for name, service in services.items()
    )


def _asset(
    known: Known, name: str, trail: tuple[float, ...], all_told: bool = False
) -> v.AssetView:
    asset, state = known.scenario.assets[name], known.state.assets[name]
    sight = known.state.sight[known.role]
    found_out = all_told or name in sight.footholds
    return v.AssetView(
        id=name,
        title=words(known, asset.title),
        owner=known.seat(asset.owner),
        classification=asset.classification,
        service=state.service / 10,
        hosts=asset.hosts,
        intact=state.intact,
        encrypted=state.encrypted,
        wiped=state.wiped,
        link=state.link,  # type: ignore[arg-type]  # one of Link's words
        depends_on=tuple(
            needed.asset for needed in asset.depends_on if all_told or needed.asset in sight.assets
        ),
        foothold=state.foothold if found_out else None,
        leaked=state.leaked / 1000 if found_out else None,
        workaround=state.workaround,
        about=words(known, asset.about),
        trail=trail,
    )


def teams(known: Known) -> tuple[v.TeamView, ...]:
    queued = [
        team
        for order in known.state.orders.values()
        if order.phase == "queued"
        for team in known.scenario.actions[order.action].takes.people
    ]
    return tuple(
        v.TeamView(
            id=name,
            title=team_title(known, name),
            people=known.state.teams[name].people,
            busy=known.state.teams[name].busy,
            queued=queued.count(name),
            next_free=_next_free(known, name),
        )
        for name in known.scenario.roles[known.role].teams
    )


def _next_free(known: Known, team: str) -> int | None:
    """When work usually ends that gives people back, so that somebody is free again."""
    state, ends = known.state.teams[team], []
    free = state.people - state.busy
    for order in known.state.orders.values():
        takes = known.scenario.actions[order.action].takes
        if order.phase == "running" and team in takes.people:
            ends.append((order.since + takes.time.likely, takes.people[team]))
    if free > 0:
        return None
    for end, people in sorted(ends):
        free += people
        if free > 0:
            return end
    return None


def team_title(known: Known, name: str) -> str:
    _, team = known.scenario.team[name]
    return words(known, team.title) or name.replace("-", " ")


def seats(known: Known) -> tuple[v.SeatView, ...]:
    return tuple(seat(known, role) for role in known.scenario.roles)


def seat(known: Known, role: str) -> v.SeatView:
    title = words(known, known.scenario.roles[role].title)
    return v.SeatView(role, title, known.seat(role), role in known.state.staffed)


def named(known: Known, roles: Iterable[str]) -> tuple[str, ...]:
    return tuple(known.seat(role) for role in roles)


def words(
    known: Known, text: Text | None, at: int | None = None, values: Mapping[str, str] = NO_VALUES
) -> str:
    """The text in the reader's language, as it read at that time (now); nothing for none."""
    if not text:
        return ""
    moment = known.now if at is None else at
    return told(known.scenario, text.into(known.language), moment, values, known.language)
