"""What is given in a test, done when its moment comes."""

from __future__ import annotations

from typing import Final

from simulator.authoring.trying.deeds import (
    AnyDeed,
    Asked,
    Commanded,
    Consented,
    Decided,
    Fired,
    Ordered,
    Reported,
    Skipped,
)
from simulator.authoring.trying.fitting import doer
from simulator.engine import commands as c
from simulator.engine.filling import Sender, lined, moment_of
from simulator.engine.rules import waits
from simulator.engine.state import State
from simulator.engine.truth import Test, compiled
from simulator.scenario import Scenario
from simulator.scenario.reports import Entry

ANYTHING: Final = "As far as we know."
"""Stands in a field of a report that must be filled in."""


def about(state: State, request: str) -> str:
    """The action or the decision that consent is asked for."""
    order = state.orders.get(request)
    return order.action if order else request.removeprefix("decision/")


class Act:
    """One deed of one run. `due` is its second, None until its moment has begun to come."""

    def __init__(self, deed: AnyDeed, scenario: Scenario) -> None:
        self.deed = deed
        self.role = doer(deed, scenario)
        self.due = deed.at
        self.done = False
        self.test: Test | None = compiled(deed.when) if deed.when is not None else None
        self._scenario = scenario

    def ready(self, state: State, now: int) -> bool:
        """Whether it is to be done now; asked again and again as time goes on."""
        if self.done:
            return False
        if self.due is None and self._begins(state, now):
            self.due = now + self.deed.after
        return self.due is not None and now >= self.due

    def _begins(self, state: State, now: int) -> bool:
        if self.test is not None:
            return self.test.holds(state, now)
        return isinstance(self.deed, Asked) and self.is_asked(state)

    def is_asked(self, state: State) -> bool:
        """Whether an answer, or a consent, is waited for just now."""
        if isinstance(self.deed, Decided):
            asked = state.decisions.get(self.deed.decision)
            return asked is not None and asked.phase == "open"
        return bool(self._request(state))

    def _request(self, state: State) -> str:
        """The request for this consent that waits for the role now; empty where none does."""
        asked = (name for name, it in state.requests.items() if it.of == self.role)
        return next((name for name in asked if self._waits(state, name)), "")

    def _waits(self, state: State, request: str) -> bool:
        assert isinstance(self.deed, Consented)
        fits = about(state, request) == self.deed.consent and waits(state, request)
        return fits and state.requests[request].phase == "asked"

    def command(self, state: State) -> c.Command:
        """What is asked of the engine, now."""
        role = self.role
        match self.deed:
            case Decided() as deed:
                return c.Answer(role, deed.decision, deed.choose, deed.answer or "")
            case Consented() as deed:
                request = self._request(state) or deed.consent
                return c.Consent(role, request, "grant" if deed.grant else "refuse")
            case Ordered() as deed:
                return c.Order(role, deed.order, deed.target)
            case Reported() as deed:
                form = self._scenario.reports[deed.report].fields
                entries = {f.id: self._something(f, state) for f in form if f.needed} | deed.fields
                return c.Send(role, deed.report, tuple(entries.items()))
            case Fired() as deed:
                return c.Fire(role, deed.fire)
            case Skipped() as deed:
                return c.Skip(role, deed.skip)
            case Commanded() as deed:
                return c.command_from(role, deed.command)

    def _something(self, field: Entry, state: State) -> str:
        """Stands in a field that must be filled in and of which nothing is given."""
        if field.kind == "time":
            return moment_of(Sender(self._scenario.start, 0))
        if field.kind == "assets" and not field.best:
            return lined(state.sight[self.role].assets[:1])
        if field.kind == "text" and not (field.best or field.words or field.pattern):
            return ANYTHING
        return lined(field.usual(self._scenario.language))
