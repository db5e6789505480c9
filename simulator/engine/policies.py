"""How the bot of an unstaffed seat behaves: what it takes, and after how long."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal, get_args

from simulator.engine import reported
from simulator.engine.chance import Chance
from simulator.engine.filling import Sender, lined, moment_of
from simulator.engine.state import State
from simulator.scenario.injects import Option
from simulator.scenario.reports import Entry
from simulator.scenario.scenario import Scenario
from simulator.scenario.values import Span

PolicyName = Literal["doctrine", "slow", "silent", "random"]
POLICIES: Final[tuple[PolicyName, ...]] = get_args(PolicyName)
BY_DOCTRINE: Final = ("doctrine", "slow")
"""Bots that order what their author calls sensible."""
SLOW: Final = 4
"""A slow bot takes four times as long as the typical one."""


class Policy:
    """Says of every unstaffed role whether, how and when it acts. It draws and changes nothing.

    `name` is how bots behave that control has told nothing else.
    """

    def __init__(self, scenario: Scenario, chance: Chance, name: PolicyName, state: State) -> None:
        self._scenario = scenario
        self._chance = chance
        self.name = name
        self._state = state

    def of(self, role: str) -> str:
        """The policy of this role's bot."""
        return self._state.policies.get(role, self.name)

    def plays(self, role: str) -> bool:
        """Whether a bot that acts at all holds this seat now."""
        return self.of(role) != "silent" and role not in self._state.staffed

    def first(self, roles: Iterable[str]) -> str | None:
        """The first of these roles that such a bot holds now."""
        return next((role for role in roles if self.plays(role)), None)

    def first_by_doctrine(self, roles: Iterable[str]) -> str | None:
        """The first of these roles whose bot orders what doctrine says."""
        return next((role for role in roles if self.plays(role) and self._by_doctrine(role)), None)

    def _by_doctrine(self, role: str) -> bool:
        return self.of(role) in BY_DOCTRINE

    def answers_after(self, role: str, name: str) -> int | None:
        """Seconds until the bot has made up its mind; None when it never does."""
        return self.takes(role, self._scenario.roles[role].bot.delay, name)

    def consents_after(self, role: str, takes: Span, name: str) -> int | None:
        return self.takes(role, takes, f"consent/{name}")

    def takes(self, role: str, span: Span, name: str) -> int | None:
        if not self.plays(role):
            return None
        seconds = self._chance.seconds(span, "bot-delay", name)
        return seconds * SLOW if self.of(role) == "slow" else seconds

    def entries(self, role: str, now: int, name: str) -> tuple[tuple[str, str], ...]:
        """What the bot writes into a report: doctrine's best, or any choice at random. What need
        not be filled in it leaves out where it knows nothing that is allowed there."""
        report = self._scenario.reports[name]
        at = reported.sender(self._scenario, self._state, now, role)
        found = {field.id: self._entry(role, field, at, name) for field in report.fields}
        _, wrong = reported.filled_in(self._scenario, report, found, at)
        left_out = {one.field for one in wrong}
        return tuple((field, text) for field, text in found.items() if field not in left_out)

    def _entry(self, role: str, field: Entry, at: Sender, report: str) -> str:
        seen = dict.fromkeys(name for name, _ in at.assets)
        named = list(seen) if field.kind == "assets" else []
        choices = [pick.name(self._scenario.language) for pick in field.choices] or named
        if self.of(role) == "random" and choices:
            times = self._state.reports[report].times
            return self._chance.one_of(choices, "bot-entry", f"{report}/{times}/{field.id}")
        if field.kind == "time" and not field.best:
            return moment_of(at)
        if field.kind == "assets":
            best = field.usual(self._scenario.language)
            return lined([name for name in best if name in seen] or named[:1])
        return lined(field.usual(self._scenario.language))

    def choice(self, role: str, options: list[Option], name: str) -> Option:
        """The option taken of those that can be: doctrine's best, or any at random."""
        if self.of(role) == "random":
            return self._chance.one_of(options, "bot-choice", name)
        return next((option for option in options if option.best), options[0])
