"""What control reads of a team beside the others: its tempo, the advice, and all of it. Pure."""

from collections.abc import Iterator
from typing import Final

from rich.text import Text

from simulator.engine.views.comparing import Standing, Verdict
from tui import words
from tui.marks import joined
from tui.plain import line
from tui.speech import _, many, mark

SPREAD: Final = "*"
"""The key of the row that tells how far apart the teams are."""

VERDICTS: Final[dict[Verdict, tuple[str, str]]] = {
    "": (mark("… no advice yet"), "mute"),
    "ahead": (mark("▲ ahead"), "good"),
    "level": (mark("= level"), "mute"),
    "behind": (mark("▼ behind"), "call"),
}


def tempo(it: Standing) -> Text:
    """`80 %`, in a sign where it is not as it is written."""
    return joined((f"{it.tempo / 10:.0f} %", "mute" if it.tempo == 1000 else "call"))


def advised(it: Standing) -> Text:
    """`▲ ahead → 85 %`."""
    word, ink = VERDICTS[it.advice.verdict]
    other = it.advice.verdict and it.advice.tempo * 10 != it.tempo
    return joined((_(word), ink), (f" → {it.advice.tempo} %" if other else "", "strong"))


def about(it: Standing) -> list[Text]:
    """All of one team, a line for each thing."""
    return [joined((f"{name:<12}", "mute"), line(said)) for name, said in pairs(it) if said]


def pairs(it: Standing) -> Iterator[tuple[str, str]]:
    """The same, as names and what they say."""
    yield _("Team"), " – ".join(filter(None, (it.team, it.side)))
    yield _("Ended"), it.outcome if it.over else ""
    yield _("Advice"), _advice(it)
    yield _("Service"), _("{asset}: {level} %", asset=it.lowest, level=f"{it.service / 10:.0f}")
    yield _("Gauge"), _gauge(it)
    yield _("Adversary"), _(
        "{done} of {steps} steps done, {stopped} stopped, {seen} seen",
        done=it.done, steps=it.steps, stopped=it.stopped, seen=it.seen,
    )  # fmt: skip
    took = "" if it.took is None else _("in {time} at the middle", time=words.duration(it.took))
    decided = _("{taken} taken, {missed} missed", taken=it.answered, missed=it.missed)
    yield _("Decisions"), ", ".join(filter(None, (decided, took)))
    yield _("Reports"), _("{sent} sent, {late} late", sent=it.sent, late=it.late)
    yield _("Orders"), _("{number} open", number=it.orders)
    yield _("Contest"), "" if it.contest is None else _("{points} points", points=it.contest)


def _advice(it: Standing) -> str:
    word, _ink = VERDICTS[it.advice.verdict]
    reasons = ", ".join(it.advice.reasons)
    said = f"{_(word)}: {reasons}" if reasons else _(word)
    if not it.advice.verdict:
        return said
    return _("{verdict}; tempo {now} %, suggested {tempo} %", verdict=said,
             now=f"{it.tempo / 10:.0f}", tempo=it.advice.tempo)  # fmt: skip


def _gauge(it: Standing) -> str:
    told = [f"{it.gauge}: {it.value}"] if it.gauge else []
    if it.ringing:
        told.append(many("{number} alarm rings", "{number} alarms ring", it.ringing))
    if it.passed:
        told.append(many("{number} limit was passed", "{number} limits were passed", it.passed))
    return ", ".join(told)
