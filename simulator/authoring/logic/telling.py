"""What stands in players' texts and should not: values they may not see, and the answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from simulator.authoring.logic.giveaways import in_giveaways
from simulator.authoring.logic.unfolding import Unfolding
from simulator.authoring.logic.uses import Uses
from simulator.scenario import Scenario
from simulator.scenario.finding import Finding
from simulator.scenario.injects import Inject
from simulator.scenario.parts import Loc
from simulator.scenario.values import Text
from simulator.scenario.words import is_live

LEAST: Final = 6
"""Words that a sentence has at least which nobody writes twice by chance."""

_MARKS: Final = re.compile(
    r"[(\[]\s*(?:the\s+)?(?:best|correct|right|wrong|recommended)\b[^)\]]{0,20}[)\]]"
    r"|\b(?:best|correct|right|wrong) (?:answer|option|choice)\b"
    r"|[(\[]\s*(?:më (?:e|i) mir[aë]|e saktë|i saktë|e gabuar|e drejta|e rekomanduar)\s*[)\]]"
    r"|\bpërgjigj[aej]+ (?:më e mirë|e saktë|e drejtë|e gabuar)\b",
    re.IGNORECASE,
)
_SENTENCE: Final = re.compile(r"[.!?…]+(?:\s|$)|\n+")


def in_telling(world: Unfolding, uses: Uses) -> Iterator[Finding]:
    scenario = world.scenario
    some_live = any(map(is_live, uses.named))
    for number, inject in enumerate(scenario.injects):
        if some_live and scenario.live_names.get(inject.id):
            yield from _values(world, inject, ("injects", number))
        for at, option in enumerate(inject.decision.options if inject.decision else ()):
            loc = ("injects", number, "decision", "options", at)
            yield from _marked(option.label, (*loc, "label"))
            if option.about:
                yield from _marked(option.about, (*loc, "about"))
    yield from _answers(scenario)
    yield from in_giveaways(scenario)
    yield from _briefs(scenario)


def _values(world: Unfolding, inject: Inject, loc: Loc) -> Iterator[Finding]:
    """Values that nobody in the exercise can know; what somebody sees may be passed on."""
    for name in world.scenario.live_names[inject.id]:
        kind, _, rest = name.partition(".")
        gauge = rest.removesuffix(".value")
        if kind == "gauge" and not any(_sees(world, role, gauge) for role in world.scenario.roles):
            sentence = (
                f"${{{name}}} tells what no role may see; leave it out, or let a role see the gauge"
            )
            yield Finding((*loc, "text"), "L47", sentence)


def _sees(world: Unfolding, role: str, gauge: str) -> bool:
    seen = world.scenario.roles[role].sees.gauges
    revealed = world.values(("revealed", "gauges", gauge, role))
    return seen == "all" or gauge in seen or True in revealed


def _marked(text: Text, loc: Loc) -> Iterator[Finding]:
    for language, said in text.words:
        if found := _MARKS.search(said):
            sentence = f"'{found[0]}' gives the answer away; say it with 'best' or in 'expected'"
            yield Finding((*loc, language) if language else loc, "L48", sentence)


def _answers(scenario: Scenario) -> Iterator[Finding]:
    """Whole sentences of what only control reads, word for word in what players read."""
    secret = {line for text in _secret(scenario) for line in _lines(text)}
    if not secret:
        return
    for loc, text in _open(scenario):
        for language, said in text.words:
            if any(line in secret for line in _lines_of(said)):
                sentence = "a sentence here stands in what only control may read; take it out"
                yield Finding((*loc, language) if language else loc, "L48", sentence)


def _secret(scenario: Scenario) -> Iterator[Text]:
    texts: list[Text | None] = [scenario.notes]
    for inject in scenario.injects:
        texts += (inject.expected, inject.hint, inject.notes, inject.red_flags)
        if inject.decision:
            texts.append(inject.decision.expected)
    for module in scenario.modules.values():
        texts += (question.expected for question in module.questions)
    texts += (challenge.solution for challenge in scenario.challenge.values())
    return (text for text in texts if text)


def _open(scenario: Scenario) -> Iterator[tuple[Loc, Text]]:
    """Texts of players; that the answer stands among the options gives nothing away."""
    yield from _given(scenario, (), ("about", "rules"))
    for name, role in scenario.roles.items():
        yield from _given(role, ("roles", name), ("brief",))
    for number, inject in enumerate(scenario.injects):
        loc: Loc = ("injects", number)
        yield from _given(inject, loc, ("text",))
        for at, variant in enumerate(inject.variants):
            yield from _given(variant, (*loc, "variants", at), ("text",))
        if inject.decision:
            yield from _given(inject.decision, (*loc, "decision"), ("ask",))
    for name, module in scenario.modules.items():
        yield from _given(module, ("modules", name), ("situation",))
    for name, challenge in scenario.challenge.items():
        loc = ("contest", "challenges", name)
        yield from _given(challenge, loc, ("text",))
        for number, hint in enumerate(challenge.hints):
            yield from _given(hint, (*loc, "hints", number), ("text",))


def _given(part: Any, loc: Loc, keys: Sequence[str]) -> Iterator[tuple[Loc, Text]]:
    for key in keys:
        if text := getattr(part, key):
            yield (*loc, key), text


def _lines(text: Text) -> Iterator[str]:
    for _, said in text.words:
        yield from _lines_of(said)


def _lines_of(said: str) -> Iterator[str]:
    """Its longer sentences, with plain blanks and no capitals."""
    for sentence in _SENTENCE.split(said):
        words = sentence.casefold().split()
        if len(words) >= LEAST:
            yield " ".join(words)


def _briefs(scenario: Scenario) -> Iterator[Finding]:
    """A brief that holds all that another role's says."""
    said = {n: frozenset(_lines(r.brief)) for n, r in scenario.roles.items() if r.brief}
    for name, lines in said.items():
        for other, theirs in said.items():
            if other != name and theirs and theirs < lines:
                sentence = f"this holds the whole brief of '{other}'; tell each role only its own"
                yield Finding(("roles", name, "brief"), "L47", sentence)
