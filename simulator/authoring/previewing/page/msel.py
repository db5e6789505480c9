"""The MSEL as a table."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.previewing.page.time import length
from simulator.authoring.previewing.plan import Planned
from simulator.authoring.previewing.previewed import Previewed
from simulator.engine.phrases import CHANNELS
from simulator.engine.wording.figures import moment
from simulator.paper.html.markup import Html, el, joined, table
from simulator.speech import many, say


def msel(told: Previewed) -> Html:
    """One row an inject, each with a link to how it will be seen."""
    language = told.language
    heads = (
        say(language, "No."), say(language, "Planned"), say(language, "Inject"),
        say(language, "Sent in rehearsal"), say(language, "To"), say(language, "Sent by or when"),
        say(language, "From"), say(language, "Channel"), say(language, "Decision, by when"),
        say(language, "Storyline"), say(language, "Objectives"),
    )  # fmt: skip
    caption = many(
        language, "{number} inject; times since STARTEX, sent as in {runs} runs without people",
        "{number} injects; times since STARTEX, sent as in {runs} runs without people",
        len(told.plan), runs=told.runs,
    )  # fmt: skip
    return table(caption, heads, (_row(told, row) for row in told.plan), class_="plan")


def rehearsed(told: Previewed, inject: str) -> str:
    """When it was sent in the runs, between when, and in how many of them."""
    sent, language = told.fired.get(inject), told.language
    if not told.runs:
        return ""
    if sent is None:
        return say(language, "in no run")
    said, first, last = (minute(at) for at in (sent.median, sent.first, sent.last))
    if first != last:
        said = say(language, "{median} ({first} to {last})", median=said, first=first, last=last)
    if sent.sent < sent.runs:
        said = say(language, "{time}, in {share} % of runs", time=said, share=sent.share)
    return said


def minute(at: int) -> str:
    """`T+26:10`: runs differ by more than seconds."""
    return moment(at // 60 * 60)


def _row(told: Previewed, row: Planned) -> Html:
    titles, scenario = told.titles, told.scenario
    storyline = scenario.storylines.get(row.storyline)
    objectives = (titles.words(scenario.objectives[name].title) for name in row.objectives)
    link = el("a", row.title, href=f"#inject-{row.id}")
    return el(
        "tr",
        el("td", row.number, class_="num"),
        el("td", "" if row.at is None else moment(row.at), class_="num"),
        el("td", link, el("br"), el("span", row.id, class_="mute")),
        el("td", rehearsed(told, row.id)),
        el("td", titles.roles(row.to)),
        el("td", row.waits),
        el("td", row.sender),
        el("td", say(told.language, CHANNELS[row.channel])),
        el("td", joined(_decision(told, row))),
        el("td", titles.words(storyline.title if storyline else None)),
        el("td", ", ".join(objectives)),
    )


def _decision(told: Previewed, row: Planned) -> Iterator[Html | str]:
    if row.asks:
        yield f"{told.titles.role(row.decider)}: {row.asks}"
        if row.due is not None:
            due = length(row.due)
            said = say(told.language, "within {time}", time=due)
            if row.default:
                said = say(
                    told.language, "{due}, or else: {default}", due=said, default=row.default
                )
            yield f" {said}"
