"""What can be ordered, as who leads needs it: what it really does, and whom it takes to agree."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.printing.campaign import in_words
from simulator.authoring.printing.figures import between, hours
from simulator.authoring.printing.source import Printed
from simulator.engine.wording import deeds, span
from simulator.paper.blocks import Block, Grid, Head, Words, filled
from simulator.scenario.actions import Action, ConsentFrom, Swayed
from simulator.scenario.values import NOTHING
from simulator.speech import say


def actions(p: Printed) -> Iterator[Block]:
    """All actions with what they do, and what whoever is asked for consent makes of it."""
    language = p.language
    if not p.scenario.actions:
        return
    yield Head(say(language, "What can be ordered"), turns=True)
    yield Words(
        say(
            language,
            "Where people play who is asked for consent, they decide; chances and times are those "
            "of a seat that nobody holds.",
        ),
        "mute",
    )
    heads = (
        say(language, "Action"), say(language, "Only while"), say(language, "Consent"),
        say(language, "What it does"),
    )  # fmt: skip
    rows = tuple(_row(p, action) for action in p.scenario.actions.values())
    yield filled(Grid(say(language, "Actions"), heads, rows, wide=True))


def _row(p: Printed, action: Action) -> tuple[str, ...]:
    titles, takes = p.titles, action.takes
    people = [f"{titles.team(team)} {number}" for team, number in takes.people.items()]
    time = between(p.language, takes.time.low, takes.time.high)
    said = (titles.words(action.title), titles.roles(action.by), ", ".join(people), time)
    agreed = [_consent(p, one) for one in action.consent]
    if refused := "; ".join(deeds(titles, action.otherwise)):
        agreed.append(say(p.language, "If refused: {effects}", effects=refused))
    return (
        "\n".join(filter(None, said)),
        in_words(titles, action.needs) if action.needs is not None else "",
        "\n".join(agreed),
        "\n".join((*deeds(titles, action.first), *deeds(titles, action.then))),
    )


def _consent(p: Printed, asked: ConsentFrom) -> str:
    """Who is asked, how likely it says yes and how soon, and what makes it say otherwise."""
    language = p.language
    usual = say(
        language, "{role}: yes with {chance} %", role=p.titles.role(asked.role),
        chance=f"{asked.chance * 100:.4g}",
    )  # fmt: skip
    if asked.takes != NOTHING:
        usual = say(
            language, "{chance}, within {span}", chance=usual, span=span(language, asked.takes)
        )
    ways = (_swayed(p, asked, one) for one in asked.swayed)
    due = say(language, "asked for {span} at most", span=hours(language, asked.due))
    return "\n".join((usual, *ways, due))


def _swayed(p: Printed, asked: ConsentFrom, swayed: Swayed) -> str:
    chance = asked.chance if swayed.chance is None else swayed.chance
    takes = asked.takes if swayed.takes is None else swayed.takes
    return say(
        p.language, "when {clause}: {chance} %, within {span}",
        clause=in_words(p.titles, swayed.when), chance=f"{chance * 100:.4g}",
        span=span(p.language, takes),
    )  # fmt: skip
