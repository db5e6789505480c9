"""What is asked of a report, as a clause that says yes or no. Pure."""

from __future__ import annotations

from typing import Final

from simulator.engine.retelling import entry
from simulator.engine.titles import Titles
from simulator.engine.wording.figures import bounds, either
from simulator.scenario.conditions import ReportIs
from simulator.speech import mark, say

Pair = tuple[str, str]
"""What is said where it is so, and where it is not so."""

REPORTS: Final[dict[str, Pair]] = {
    "sent": (mark("the report “{report}” was sent"), mark("the report “{report}” was not sent")),
    "due": (mark("the report “{report}” is due"), mark("the report “{report}” is not due")),
    "late": (mark("the report “{report}” is late"), mark("the report “{report}” is not late")),
}


SAYS: Final[Pair] = (
    mark("“{report}” says under “{field}”: {values}"),
    mark("“{report}” does not say under “{field}”: {values}"),
)
RIGHT: Final[Pair] = (
    mark("in “{report}” the number of right fields is {bounds}"),
    mark("in “{report}” the number of right fields is not {bounds}"),
)
COMPLETE: Final[Pair] = (
    mark("nothing that is wanted is left out of “{report}”"),
    mark("something that is wanted is left out of “{report}”, or it was not sent"),
)
INCOMPLETE: Final[Pair] = (
    mark("“{report}” was sent, and something that is wanted is left out"),
    mark("“{report}” was not sent, or nothing that is wanted is left out"),
)


def report(titles: Titles, asked: ReportIs, so: bool) -> str:
    form, language = titles.scenario.reports[asked.report], titles.language
    title = titles.words(form.title)
    if asked.field:
        field = next(field for field in form.fields if field.id == asked.field)
        called = (entry(titles.scenario, field, said, 0, language) for said in asked.says)
        values = either(language, (f"“{one}”" for one in called))
        label = titles.words(field.label)
        return say(language, SAYS[not so], report=title, field=label, values=values)
    if asked.right:
        number = bounds(language, asked.right)
        return say(language, RIGHT[not so], report=title, bounds=number)
    if asked.complete is not None:
        return say(language, (COMPLETE if asked.complete else INCOMPLETE)[not so], report=title)
    return say(language, REPORTS[asked.state][not so], report=title)
