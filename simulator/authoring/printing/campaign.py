"""The adversary's campaign for who leads: each step with what starts, stops and shows it."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.printing.source import Printed
from simulator.engine.titles import Titles
from simulator.engine.wording import clause, deeds, moment, span, whole
from simulator.paper.blocks import Block, Grid, Head, Words, paired
from simulator.scenario.adversary import Detection, Step
from simulator.scenario.characters import rejoined
from simulator.scenario.conditions import Condition
from simulator.scenario.values import NOTHING
from simulator.speech import say


def campaign(p: Printed) -> Iterator[Block]:
    adversary, titles, language = p.scenario.adversary, p.titles, p.language
    if adversary is None:
        return
    yield Head(say(language, "The adversary's campaign"), turns=True)
    yield paired(
        (say(language, "Adversary"), titles.words(adversary.name)),
        (say(language, "Modelled on"), titles.words(adversary.modelled_on)),
    )
    if adversary.about:
        yield Words(p.words(adversary.about))
    heads = (
        say(language, "Step"), say(language, "ATT&CK"), say(language, "Begins"),
        say(language, "Does"), say(language, "Kept off or stopped"), say(language, "Noticed"),
    )  # fmt: skip
    rows = tuple(_step(titles, step) for step in adversary.steps)
    yield Grid(say(language, "Steps in the order of the file"), heads, rows, wide=True)


def _step(titles: Titles, step: Step) -> tuple[str, ...]:
    said = titles.words(step.title)
    about = rejoined(titles.words(step.about))
    return (
        f"{said}\n{about}".strip(), ", ".join(step.technique), "; ".join(_begins(titles, step)),
        "\n".join(_does(titles, step)), "\n".join(_ends(titles, step)),
        _noticed(titles, step.seen) if step.seen else "",
    )  # fmt: skip


def _begins(titles: Titles, step: Step) -> Iterator[str]:
    language = titles.language
    if step.at is not None:
        yield say(language, "not before {moment}", moment=moment(step.at))
    if step.after:
        before = ", ".join(titles.words(titles.scenario.step[one].title) for one in step.after)
        yield say(language, "after: {steps}", steps=before)
    if step.when is not None:
        yield say(language, "when {clause}", clause=in_words(titles, step.when))
    if step.delay != NOTHING:
        yield say(language, "{span} after that", span=span(language, step.delay))
    if step.chance < 1:
        yield say(language, "succeeds with {chance} %", chance=f"{step.chance * 100:.4g}")


def _does(titles: Titles, step: Step) -> Iterator[str]:
    language = titles.language
    if step.foothold:
        yield say(language, "gains a foothold in {assets}", assets=titles.assets(step.foothold))
    if step.encrypt:
        yield say(language, "encrypts {assets}", assets=titles.assets(step.encrypt.asset))
    if step.wipe:
        yield say(language, "wipes {assets}", assets=titles.assets(step.wipe.asset))
    if step.exfiltrate:
        yield say(language, "takes data from {asset}", asset=titles.asset(step.exfiltrate.asset))
    yield from deeds(titles, step.then)


def _ends(titles: Titles, step: Step) -> Iterator[str]:
    language = titles.language
    if step.blocked_by is not None:
        yield say(language, "blocked while {clause}", clause=in_words(titles, step.blocked_by))
    if step.stopped_by is not None:
        yield say(language, "stopped when {clause}", clause=in_words(titles, step.stopped_by))
    for hindrance in step.hindered_by:
        yield say(
            language, "at {share} % of its speed while {clause}",
            share=f"{hindrance.to * 100:.4g}", clause=in_words(titles, hindrance.when),
        )  # fmt: skip


def _noticed(titles: Titles, seen: Detection) -> str:
    language = titles.language
    told = say(language, "with {chance} %", chance=f"{seen.chance * 100:.4g}")
    if seen.within != NOTHING:
        within = span(language, seen.within)
        told = say(language, "{chance}, within {span}", chance=told, span=within)
    if seen.inject:
        sent = titles.inject(seen.inject)
        told = say(language, "{noticed}: “{inject}”", noticed=told, inject=sent)
    return told


def in_words(titles: Titles, condition: Condition) -> str:
    return whole(titles.language, clause(titles, condition))
