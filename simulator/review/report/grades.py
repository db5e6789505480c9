"""Ratings and rules in words."""

from __future__ import annotations

from typing import Final

from simulator.review.findings import Agreement, ObjectiveFound, Rated
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
    """What each evaluator gave, the last of each."""
    last = {one.by: one.grade for one in found}
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
    if found.by == "override" and found.set_aside:
        aside = found.set_aside
        return say(
            language, "Set by {by} in place of all others: {why}", by=aside.by, why=aside.why
        )
    return rule


def agreement(language: str, found: Agreement) -> str:
    """How far two evaluators agree, in a few sentences."""
    one, other = found.raters
    if not found.items:
        return say(language, "{one} and {other} rated nothing in common.", one=one, other=other)
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
