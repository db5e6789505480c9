"""Sides: organisations to choose from, when teams play the same scenario beside each other."""

from __future__ import annotations

from pydantic import Field

from simulator.scenario.effects import AnyEffect
from simulator.scenario.values import CapabilityId, Id, OneOrMore, Part, Text, Words
from simulator.scenario.world import Capability, Role


class Side(Part):
    """An organisation that a team can play: the same exercise under its own names."""

    title: Words
    """Its name, for who chooses, and behind the title of the exercise. E.g. `Harrow Bay Water`."""
    about: Words | None = None
    """What it is, on every seat's brief. E.g. `It supplies 60,000 homes from two plants`."""
    names: dict[Id, Words] = {}
    """Names that are otherwise than in `names`. E.g. `{town: Harrow Bay}`."""
    having: OneOrMore[CapabilityId] = Field((), alias="with")
    """Capabilities that it has, as if they were chosen. E.g. `backups`."""
    lacking: OneOrMore[CapabilityId] = Field((), alias="without")
    """Capabilities that it lacks. E.g. `backups`."""
    then: tuple[AnyEffect, ...] = ()
    """What is otherwise with it from STARTEX on. E.g. `[{gauge: trust, add: -10}]`."""

    def titled(self, title: Text, own: str) -> Text:
        """The title of a scenario whose `own` language is this, with the side behind it."""
        return _with(title, "{said} – {more}", self.title, own)

    def capabilities(self, capabilities: dict[str, Capability]) -> dict[str, Capability]:
        """The same, had and lacked as this side has them."""
        chosen = dict.fromkeys(self.having, True) | dict.fromkeys(self.lacking, False)
        return {
            name: capability.model_copy(update={"has": chosen.get(name, capability.has)})
            for name, capability in capabilities.items()
        }

    def roles(self, roles: dict[str, Role], own: str) -> dict[str, Role]:
        """The seats, each with a brief that tells first what they are a part of."""
        return {name: self._briefed(role, own) for name, role in roles.items()}

    def _briefed(self, role: Role, own: str) -> Role:
        about, brief = self.about, role.brief
        if about and brief:
            about = _with(brief, "{more}\n\n{said}", about, own)
        return role.model_copy(update={"brief": about or brief})


def _with(said: Text, form: str, more: Text, own: str) -> Text:
    """A text of the scenario and one of the side, in the languages of the scenario's."""
    return Text(
        tuple(
            (name, form.format(said=text, more=more.into(name or own))) for name, text in said.words
        )
    )
