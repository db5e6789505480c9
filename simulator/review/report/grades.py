"""Ratings and rules in words."""

from __future__ import annotations

from typing import Final

from simulator.engine.wording.figures import moment
from simulator.review.evaluation.rolling import counting
from simulator.review.findings import Agreement, ObjectiveFound, Rated, SetAside
from simulator.review.findings.basis import Grade
from simulator.review.report.times import number
from simulator.speech import many, mark, say

GRADES: Final[dict[Grade, str]] = {
    "P": mark("Performed without challenges"),
    "S": mark("Performed with some challenges"),
    "M": mark("Performed with major challenges"),
    "U": mark("Unable to be performed"),
}
RULES: Final[dict[str, str]] = {
    "override": mark("Set by control in place of all others"),
    "evaluators": mark("The evaluators' ratings"),
    "tasks": mark("The weakest of its critical tasks"),
    "computed": mark("Computed from its measures"),
    "nothing": mark("Nothing was measured, and nobody rated it"),
}
"""By which rule a rating stands."""
KAPPAS: Final = (
    (0.0, mark("no better than by chance")),
    (0.2, mark("slight agreement")),
    (0.4, mark("fair agreement")),
    (0.6, mark("moderate agreement")),
    (0.8, mark("substantial agreement")),
    (1.0, mark("almost perfect agreement")),
)
"""Cohen's kappa up to which value is called what, after Landis and Koch (1977)."""

FEW: Final = 10
"""Of fewer items than this, kappa says little."""


def grade(language: str, found: Grade) -> str:
    """`P – Performed without challenges`."""
    return f"{found} – {say(language, GRADES[found])}"


def ratings(language: str, found: tuple[Rated, ...]) -> str:
    """What each evaluator gave, the last of each that counts."""
    last = {one.by: one.grade for one in counting(found)}
    return "\n".join(f"{by}: {given}" for by, given in last.items())


def points(language: str, got: int, of: int) -> str:
    """`7 of 10 points`; nothing where there were none to get."""
    return many(language, "{got} of {number} point", "{got} of {number} points", of, got=got) \
        if of else ""  # fmt: skip


def computed(language: str, found: ObjectiveFound) -> str:
    """What its measures came to."""
    if not found.of:
        return say(language, "not measured")
    if not found.evidence:
        return say(language, "nothing to measure by: what its measures ask about never came up")
    return f"{found.computed}\n{points(language, found.points, found.of)}"


def stands(language: str, found: ObjectiveFound) -> str:
    """The rating that stands, in words."""
    return say(language, "not rated") if found.by == "nothing" else grade(language, found.stands)


def standing(language: str, found: ObjectiveFound) -> str:
    """By which rule a rating stands, and why it was set aside."""
    rule = say(language, RULES[found.by])
    return aside(language, found.set_aside) if found.by == "override" and found.set_aside else rule


def aside(language: str, found: SetAside) -> str:
    """Who has set a rating in place of all others, and why."""
    told = say(language, "Set by {by} in place of all others: {why}", by=found.by, why=found.why)
    return "\n".join((told, *given_in(language, found)))


def given_in(language: str, found: Rated | SetAside) -> tuple[str, ...]:
    """In which earlier take it was given, and whether it counts."""
    if found.back is None:
        return ()
    told = before(language, found.take, found.back)
    return (told,) if found.counts else (told, say(language, "does not count here"))


def before(language: str, take: int, back: int) -> str:
    """That it was in an earlier take."""
    return say(
        language, "in take {take}, before control went back to {moment}",
        take=take, moment=moment(back),
    )  # fmt: skip


def agreement(language: str, found: Agreement) -> str:
    """How far two evaluators agree, in a few sentences."""
    one, other = found.raters
    if not (found.items or found.informed):
        return say(language, "{one} and {other} rated nothing in common.", one=one, other=other)
    return " ".join(filter(None, (_blind(language, found), _informed(language, found))))


def _informed(language: str, found: Agreement) -> str:
    """What both rated while one of them could see more, of which agreement tells nothing."""
    one, other = found.raters
    return many(
        language,
        "{number} item both {one} and {other} rated only when one of them could see other ratings: "
        "that they agree there or don't says nothing, and it is not counted.",
        "{number} items both {one} and {other} rated only when one of them could see other "
        "ratings: that they agree there or don't says nothing, and they are not counted.",
        found.informed, one=one, other=other,
    ) if found.informed else ""  # fmt: skip


def _blind(language: str, found: Agreement) -> str:
    one, other = found.raters
    if not found.items:
        return ""
    told = many(
        language,
        "{one} and {other} both rated {number} item and agreed on {same}.",
        "{one} and {other} both rated {number} items and agreed on {same}.",
        found.items, one=one, other=other, same=found.same,
    )  # fmt: skip
    if found.kappa is None:
        none = say(language, "Cohen's kappa is not defined here, because there is too little to "
                   "compare.")  # fmt: skip
        return f"{told} {none}"
    value = found.kappa
    name = next(word for most, word in KAPPAS if value <= most or most == 1)
    more = say(
        language, "Cohen's kappa is {kappa}: {words}.",
        kappa=number(language, value, 2), words=say(language, name),
    )  # fmt: skip
    if found.weighted is not None:
        more += " " + say(
            language, "Weighted by how far the ratings lie apart, it is {kappa}.",
            kappa=number(language, found.weighted, 2),
        )  # fmt: skip
    if found.items < FEW:
        more += " " + say(language, "With so few items, this says little.")
    return f"{told} {more}"
