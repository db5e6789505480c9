"""Levels of difficulty: one scenario, played in more than one way."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, Final

from simulator.scenario.actions import Action, ConsentFrom, Sensible
from simulator.scenario.adversary import Adversary, Step
from simulator.scenario.contest import Challenge, Contest
from simulator.scenario.injects import Decision, Inject, Option
from simulator.scenario.values import NOTHING, Factor, Part, Percent, Span, Text, Words, YesNo
from simulator.scenario.world import Role

_LEFT_TO_CONTROL: Final[dict[str, Any]] = {
    "by_hand": True, "at": None, "after": None, "when": None, "delay": NOTHING, "repeat": None,
}  # fmt: skip

_HINT: Final[dict[str, Any]] = {
    "id": "hint", "kind": "contextual", "channel": "chat",
    "from": {"en": "Exercise control", "sq": "Drejtimi i ushtrimit"},
    "title": {"en": "A hint", "sq": "Një ndihmë"}, "text": "–",
}  # fmt: skip


class Level(Part):
    """How much easier or harder it is than it is written; times are scaled."""

    title: Words | None = None
    """Its name, for who chooses; its id, unless given. E.g. `{en: Calm, sq: E qetë}`."""
    about: Words | None = None
    """What is otherwise, for who chooses. E.g. `More time, and hints`."""
    deadlines: Factor = 1.0
    """Scales the time to decide. E.g. `150%`."""
    adversary: Factor = 1.0
    """Scales how long the adversary waits between its steps and tries. E.g. `70%`."""
    answers: Factor = 1.0
    """Scales how long bots and consents take. E.g. `80%`."""
    hints: Percent | None = None
    """Who decides is sent the inject's hint when this share of the time has passed unanswered.
    E.g. `50%`."""
    noise: YesNo = True
    """Whether injects that are noise are sent by themselves. E.g. `false`."""

    def called(self, id: str, language: str) -> str:
        """Its title, or the id it goes by."""
        return self.title.into(language) if self.title else id

    def titled(self, title: Text, id: str, own: str) -> Text:
        """The title of a scenario whose `own` language is this, with the level behind it."""
        return Text(
            tuple((name, f"{said} ({self.called(id, name or own)})") for name, said in title.words)
        )

    def injects(self, written: tuple[Inject, ...]) -> tuple[Inject, ...]:
        """These injects at this level, and after them the hints that are sent."""
        injects = tuple(map(self._inject, written))
        known = {inject.id for inject in injects}
        return (*injects, *self._hints(injects, known))

    def campaign(self, adversary: Adversary | None) -> Adversary | None:
        if adversary is None or self.adversary == 1:
            return adversary
        return adversary.model_copy(update={"steps": tuple(map(self._step, adversary.steps))})

    def actions(self, actions: dict[str, Action]) -> dict[str, Action]:
        return {name: self._action(action) for name, action in actions.items()}

    def roles(self, roles: dict[str, Role]) -> dict[str, Role]:
        return {name: self._role(role) for name, role in roles.items()}

    def contest(self, contest: Contest | None) -> Contest | None:
        if contest is None or self.answers == 1:
            return contest
        challenges = {name: self._challenge(one) for name, one in contest.challenges.items()}
        return contest.model_copy(update={"challenges": challenges})

    def _inject(self, inject: Inject) -> Inject:
        changed: dict[str, Any] = {}
        if inject.decision:
            changed["decision"] = self._decision(inject.decision)
        if inject.noise and not self.noise:
            changed |= _LEFT_TO_CONTROL
        return inject.model_copy(update=changed) if changed else inject

    def _decision(self, decision: Decision) -> Decision:
        options = tuple(map(self._option, decision.options))
        due = decision.due and max(1, round(decision.due * self.deadlines))
        return decision.model_copy(update={"options": options, "due": due})

    def _option(self, option: Option) -> Option:
        return option.model_copy(update={"consent": self._consents(option.consent)})

    def _consents(self, chain: tuple[ConsentFrom, ...]) -> tuple[ConsentFrom, ...]:
        return tuple(map(self._consent, chain))

    def _consent(self, link: ConsentFrom) -> ConsentFrom:
        swayed = (
            sway.model_copy(update={"takes": sway.takes and scaled(sway.takes, self.answers)})
            for sway in link.swayed
        )
        takes = scaled(link.takes, self.answers)
        return link.model_copy(update={"takes": takes, "swayed": tuple(swayed)})

    def _hints(self, injects: tuple[Inject, ...], known: set[str]) -> Iterator[Inject]:
        for inject in injects if self.hints is not None else ():
            asked = inject.decision
            if asked and asked.due is not None and inject.hint:
                to = asked.by or inject.to[0]
                unless = {"decision": inject.decision_id, "is": "closed"}
                passed = round(asked.due * (self.hints or 0))
                known.add(name := _free(f"hint-{inject.id}", known))
                hint = Inject.model_validate({**_HINT, "to": to, "unless": unless})
                yield hint.model_copy(
                    update={
                        "id": name, "text": inject.hint,
                        "after": inject.id, "delay": Span(passed, passed, passed),
                    }
                )  # fmt: skip

    def _step(self, step: Step) -> Step:
        changed: dict[str, Any] = {"delay": scaled(step.delay, self.adversary)}
        if step.retry:
            after = scaled(step.retry.after, self.adversary)
            changed["retry"] = step.retry.model_copy(update={"after": after})
        return step.model_copy(update=changed)

    def _action(self, action: Action) -> Action:
        if self.answers == 1 or not (action.consent or action.doctrine):
            return action
        doctrine = tuple(map(self._sensible, action.doctrine))
        consent = self._consents(action.consent)
        return action.model_copy(update={"consent": consent, "doctrine": doctrine})

    def _sensible(self, sensible: Sensible) -> Sensible:
        after = sensible.after and scaled(sensible.after, self.answers)
        return sensible.model_copy(update={"after": after})

    def _challenge(self, challenge: Challenge) -> Challenge:
        takes = scaled(challenge.bots.takes, self.answers)
        bots = challenge.bots.model_copy(update={"takes": takes})
        return challenge.model_copy(update={"bots": bots})

    def _role(self, role: Role) -> Role:
        if self.answers == 1:
            return role
        bot = role.bot.model_copy(update={"delay": scaled(role.bot.delay, self.answers)})
        return role.model_copy(update={"bot": bot})


def scaled(span: Span, factor: float) -> Span:
    """The duration times this factor, in whole seconds."""
    return Span(*(round(time * factor) for time in (span.low, span.high, span.likely)))


def _free(name: str, known: Collection[str]) -> str:
    """This id, or one like it that no inject has."""
    while name in known:
        name += "-hint"
    return name
