"""The whole page, from its head to the last inject."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from simulator.authoring.previewing.page.board import board
from simulator.authoring.previewing.page.letters import letters
from simulator.authoring.previewing.page.msel import msel
from simulator.authoring.previewing.page.style import SHEET
from simulator.authoring.previewing.page.time import heat, timelines
from simulator.authoring.previewing.page.web import web
from simulator.authoring.previewing.previewed import Previewed
from simulator.engine.wording.figures import moment
from simulator.paper.html.document import document
from simulator.paper.html.markup import Html, Inside, el, joined, listed
from simulator.scenario.problem import Problem
from simulator.speech import many, mark, say

SECTIONS: Final = {
    "msel": mark("MSEL"),
    "time": mark("Time by role"),
    "load": mark("Who is busy when"),
    "links": mark("What triggers what"),
    "injects": mark("Each inject as it will be seen"),
    "contest": mark("The challenges of the contest"),
}
"""The parts of the page, by their anchors."""


def page(told: Previewed, problems: Sequence[Problem] = ()) -> str:
    """The preview of a scenario that can be played; `problems` are what checks have found."""
    language = told.language
    parts: dict[str, Inside] = {
        "msel": msel(told), "time": timelines(told), "load": heat(told), "links": web(told),
        "injects": letters(told),
    }  # fmt: skip
    if told.scenario.contest:
        parts["contest"] = board(told, told.scenario.contest)
    links = (el("a", say(language, SECTIONS[id]), href=f"#{id}") for id in parts)
    body = (
        el("h1", told.titles.words(told.scenario.title)),
        _facts(told),
        el("nav", listed(links), aria_label=say(language, "Contents")),
        _problems(problems, language) if problems else None,
        (
            el("section", el("h2", say(language, SECTIONS[id])), part, id=id)
            for id, part in parts.items()
        ),
    )
    return document(told.titles.words(told.scenario.title), language, SHEET, body)


def page_of_problems(name: str, problems: Sequence[Problem], language: str) -> str:
    """The page of a scenario that can't be played yet."""
    unplayable = el("p", say(language, "This can't be played yet: mend what stands here first."))
    return document(
        name, language, SHEET, (el("h1", name), unplayable, _problems(problems, language))
    )


def _facts(told: Previewed) -> Html:
    scenario, titles, language = told.scenario, told.titles, told.language
    rows = [
        say(language, "STARTEX {time}", time=f"{titles.moment(0)} ({scenario.start:%Y-%m-%d})"),
        say(language, "{length} long", length=moment(scenario.length).removeprefix("T+")),
        many(language, "{number} role", "{number} roles", len(scenario.roles)),
        many(language, "{number} inject", "{number} injects", len(scenario.injects)),
        f"TLP:{scenario.tlp}",
    ]
    about = el("p", titles.words(scenario.about).strip()) if scenario.about else None
    return joined((el("p", " · ".join(rows), class_="mute"), about))


def _problems(problems: Sequence[Problem], language: str) -> Html:
    lines = (
        joined(
            (
                el("code", f"{p.path}:{p.line}:{p.column}"),
                " ",
                el("strong", p.code),
                " ",
                p.sentence,
            )
        )
        for p in problems
    )
    head = many(language, "{number} finding", "{number} findings", len(problems))
    return el("section", el("h2", head), listed(lines), id="findings")
