"""What an inject asks: enough time, enough options, and what control needs to judge the answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from simulator.authoring.quality.reading import languages, real, spoken, to_answer
from simulator.scenario.finding import Finding
from simulator.scenario.injects import Decision, Inject
from simulator.scenario.parts import Loc
from simulator.scenario.scenario import Scenario

MOST_OPTIONS: Final = 6
"""More than so many can't be held in mind side by side; the common rule is seven, less two."""

ENOUGH_DECISIONS: Final = 3
"""Of fewer decisions it may be chance that all have their best option as default."""

Asked = tuple[Loc, Inject, Decision]


def in_questions(scenario: Scenario) -> Iterator[Finding]:
    """What is doubtful in the questions of injects and modules."""
    asked: list[Asked] = [
        (("injects", number, "decision"), inject, inject.decision)
        for number, inject in enumerate(scenario.injects)
        if inject.decision
    ]
    for question in asked:
        yield from _too_short(scenario, *question)
        yield from _options(*question)
        yield from _nothing_expected(*question)
    yield from _hints(asked)
    yield from _always_right(asked)
    yield from _in_modules(scenario)


def _too_short(
    scenario: Scenario, loc: Loc, inject: Inject, decision: Decision
) -> Iterator[Finding]:
    """Who learns with a scenario that teaches plays alone, and stops the clock to read."""
    if decision.due is None or scenario.teaches:
        return
    has = real(scenario, decision.due)
    needs = max(to_answer(inject, language) for language in languages(scenario))
    if needs > has:
        yield Finding(
            (*loc, "due"), "Q01",
            f"at pace {scenario.pace:g} this leaves {spoken(has)} of real time, and reading and "
            f"thinking take about {spoken(needs)}; give more time, or fewer words",
        )  # fmt: skip


def _options(loc: Loc, _: Inject, decision: Decision) -> Iterator[Finding]:
    number = len(decision.options)
    if number == 1 and not decision.free_text:
        sentence = "one option is no choice; add another, or let it be an inject that asks nothing"
        yield Finding((*loc, "options"), "Q02", sentence, key=True)
    elif number > MOST_OPTIONS:
        sentence = f"{number} options are more than anybody weighs; leave at most {MOST_OPTIONS}"
        yield Finding((*loc, "options"), "Q03", sentence, key=True)


def _nothing_expected(loc: Loc, inject: Inject, decision: Decision) -> Iterator[Finding]:
    said = decision.expected or inject.expected or inject.notes
    if not said and not any(option.best for option in decision.options):
        sentence = "nothing says what a good answer is; mark an option 'best', or write 'expected'"
        yield Finding(loc, "Q04", sentence, key=True)


def _hints(asked: list[Asked]) -> Iterator[Finding]:
    """Where most questions have a hint, one without was probably forgotten."""
    without = [loc for loc, inject, _ in asked if not inject.hint]
    if 0 < len(without) * 2 < len(asked):
        for loc in without:
            yield Finding(loc, "Q05", "most questions have a hint, but not this one", key=True)


def _always_right(asked: list[Asked]) -> Iterator[Finding]:
    defaults = [
        (loc, option.best)
        for loc, _, decision in asked
        for option in decision.options
        if option.id == decision.default
    ]
    if len(defaults) >= ENOUGH_DECISIONS and all(best for _, best in defaults):
        sentence = (
            "every default is the best option, here and in all other decisions, so that who never "
            "answers is always right; let a default be what happens when nobody cares"
        )
        yield Finding((*defaults[0][0], "default"), "Q06", sentence)


def _in_modules(scenario: Scenario) -> Iterator[Finding]:
    for name, module in scenario.modules.items():
        for number, question in enumerate(module.questions):
            if not question.expected:
                sentence = "nothing says what a good answer is; write 'expected'"
                yield Finding(("modules", name, "questions", number), "Q04", sentence)
