"""The open discussion: its situation, its questions, and going on. The clock is held meanwhile."""

from collections.abc import Iterator

from simulator.engine.commands import Discuss, Proceed
from simulator.engine.views import ModuleView, QuestionView
from tui.cleaning import unbroken
from tui.lines import things
from tui.lines.asking import Steps, certain, named
from tui.lines.choosing import Unclear
from tui.lines.desk import Desk
from tui.lines.grammar import numbered
from tui.lines.paper import Prose
from tui.lines.phrases import say, stopped


def discuss(desk: Desk, given: str) -> Steps:
    """Answers are kept as they are written, so that going back loses none."""
    module = _module(desk)
    number, text = numbered(given)
    if number and text:
        question = named(number, things.questions(module), "a-question")
        return (Discuss(desk.role, question.id, text),)
    desk.about = ("module", module.id)
    desk.tell(*module_lines(module))
    if module.questions:
        desk.tell(say("ask-answers"))
    count = len(module.questions)
    for place, asked in enumerate(module.questions, 1):
        desk.tell(question_line(place, asked))
        text = yield say("prompt-answer", number=place, count=count)
        if text and text != asked.answer:
            desk.submit(Discuss(desk.role, asked.id, text))
    return ()


def proceed(desk: Desk, given: str) -> Steps:
    """End the discussion; asked once more where others take part in it."""
    module = _module(desk)
    desk.about = ("module", module.id)
    if not desk.seat.leads_clock and not (yield from certain(desk, say("proceed"))):
        return ()
    return (Proceed(desk.role),)


def _module(desk: Desk) -> ModuleView:
    if desk.view.module is None:
        raise Unclear(say("no-module"))
    return desk.view.module


def module_lines(module: ModuleView) -> Iterator[str]:
    """What is to be discussed; a single question is told when it is asked."""
    yield say("module-head", title=module.title)
    yield Prose(f"\n{unbroken(module.situation)}\n")
    if len(module.questions) > 1:
        for number, question in enumerate(module.questions, 1):
            yield question_line(number, question)


def question_line(number: int, question: QuestionView) -> str:
    answer = say("your-answer", text=question.answer) if question.answer else ""
    return stopped(say("question", number=number, ask=question.ask), answer)
