"""Before STARTEX: choosing an exercise, a seat and a language, a line at a time."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from simulator.engine.errors import Refused
from simulator.engine.exercise import Setup
from simulator.engine.texts import Words
from simulator.scenario import BadScenario, Scenario, load
from simulator.scenario.library import ease
from simulator.scenario.values import Text
from simulator.scenario.world import Role
from simulator.session.sitting import Sitting
from simulator.speech import LANGUAGES
from tui import words
from tui.cleaning import clean, unbroken
from tui.lines.asking import Asking, named
from tui.lines.choosing import Choice, Unclear
from tui.lines.paper import Prose, lines_of, widest
from tui.lines.phrases import say, sentence, stopped, written
from tui.opening import Opening
from tui.speech import _, spoken


class Lobby:
    """`seat` is there once it was chosen; `known` are the exercises to choose from."""

    def __init__(
        self,
        scenario: Scenario | None,
        opening: Opening,
        known: Mapping[str, Path],
        width: Callable[[], int] = widest,
    ) -> None:
        self.seat: Sitting | None = None
        self.left = False
        self._opening = opening
        self._known = known
        self._width = width
        self._told: list[str] = []
        self._steps = self._choose(scenario)
        self._prompt = ""

    @property
    def prompt(self) -> str:
        return self._prompt

    def begin(self) -> list[str]:
        self._prompt = next(self._steps)
        return self._lines()

    def tick(self) -> list[str]:
        return []

    def hear(self, line: str) -> list[str]:
        text = clean(line).strip()
        if text.casefold() in written("quit") | written("back"):
            self.left = True
        elif text:
            self._go_on(text)
        return self._lines()

    def interrupt(self) -> list[str]:
        return self.end()

    def end(self) -> list[str]:
        self.left = True
        return []

    def _go_on(self, text: str) -> None:
        try:
            self._prompt = self._steps.send(text)
        except StopIteration as done:
            self.seat, self.left = done.value, True

    def _lines(self) -> list[str]:
        lines, self._told = self._told, []
        return lines

    def _tell(self, *texts: str) -> None:
        for text in texts:
            self._told.extend(lines_of(text, self._width()))

    def _choose(self, scenario: Scenario | None) -> Asking[Sitting]:
        if scenario is None:
            scenario = yield from self._exercise()
        return (yield from self._role(scenario, self._opening.language))

    def _exercise(self) -> Asking[Scenario]:
        """Ask until an exercise is named that can be played."""
        read, bad = _read(self._known)
        order = sorted(self._known, key=lambda id: ease(read.get(id)))
        self._tell(say("exercises"))
        for number, id in enumerate(order, 1):
            if id in read:
                self._tell(_entry(number, read[id], self._opening.language))
            else:
                wrong = say("problems", count=len(bad[id].problems))
                self._tell(sentence(say("exercise-bad", number=number, id=id, count=wrong)))
        choices = [
            Choice(id, number, read[id].title.into(read[id].language))
            for number, id in enumerate(order, 1)
            if id in read
        ]
        while True:
            text = yield say("prompt-exercise")
            try:
                return read[named(text, choices, "an-exercise").id]
            except Unclear as no:
                self._tell(no.sentence)

    def _role(self, scenario: Scenario, language: str) -> Asking[Sitting]:
        """Ask until a seat is named that can be taken."""
        self._tell(*self._about(scenario, language))
        while True:
            text = yield say("prompt-role")
            word, _, rest = text.partition(" ")
            try:
                if word.casefold() in written("language"):
                    language = _language(rest)
                    self._tell(*self._about(scenario, language))
                elif scenario.levels and word.casefold() in written("level"):
                    self._tell(self._level(scenario, rest, language))
                elif scenario.sides and word.casefold() in written("side"):
                    self._tell(*self._side(scenario, rest, language))
                elif word.casefold() in written("read"):
                    played = self._played(scenario)
                    role = played.roles[named(rest, _roles(played, language), "a-role").id]
                    self._tell(*_brief(played, role, language))
                else:
                    id = named(text, _roles(scenario, language), "a-role").id
                    return self._opening.sit(scenario, id, language)
            except Unclear as no:
                self._tell(no.sentence)
            except Refused as refusal:
                self._tell(sentence(refusal.into(spoken())))

    def _played(self, scenario: Scenario) -> Scenario:
        """The exercise as the side plays it. Raises Refused where there is no such side."""
        Setup(side=self._opening.side).check(scenario)
        return scenario.at_side(self._opening.side_of(scenario))

    def _about(self, scenario: Scenario, language: str) -> Iterator[str]:
        try:
            played = self._played(scenario)
        except Refused as refusal:
            yield sentence(refusal.into(spoken()))
        else:
            yield from _about(played, language, self._opening.level)

    def _side(self, scenario: Scenario, named_so: str, language: str) -> Iterator[str]:
        """Play this side. Raises Unclear."""
        id = named(named_so, _sides(scenario, language), "a-side").id
        self._opening = replace(self._opening, side=id)
        yield say("side-is", side=_told(scenario, scenario.sides[id].title, language))

    def _level(self, scenario: Scenario, named_so: str, language: str) -> str:
        """Play at this level of difficulty, or at none. Raises Unclear."""
        id = named(named_so, _levels(scenario, language), "a-level").id if named_so else ""
        self._opening = replace(self._opening, level=id)
        level = scenario.levels.get(id)
        return say("level-is", level=level.called(id, language)) if level else say("level-none")


def _read(known: Mapping[str, Path]) -> tuple[dict[str, Scenario], dict[str, BadScenario]]:
    """What can be played, and what can't and why."""
    read, bad = {}, {}
    for id, path in known.items():
        try:
            read[id] = load(path)
        except BadScenario as found:
            bad[id] = found
    return read, bad


def _entry(number: int, scenario: Scenario, language: str) -> str:
    said = say(
        "exercise-entry",
        number=number,
        title=scenario.title.into(language),
        length=words.duration(scenario.length),
        difficulty=_(scenario.difficulty),
    )
    return stopped(said, _told(scenario, scenario.about, language))


def _about(scenario: Scenario, language: str, level: str) -> Iterator[str]:
    """What the exercise is about, how long and hard it is, and its seats."""
    real = words.duration(round(scenario.length / scenario.pace / 60) * 60)
    yield say("field", name=scenario.id, said=scenario.title.into(language))
    if scenario.about:
        yield Prose(unbroken(_told(scenario, scenario.about, language)))
    yield sentence(
        say(
            "lasts",
            length=words.duration(scenario.length),
            real=real,
            difficulty=_(scenario.difficulty),
            tlp=scenario.tlp,
        )
    )
    if scenario.levels:
        names = ", ".join(choice.title for choice in _levels(scenario, language))
        yield say("levels", names=names)
        if level in scenario.levels:
            yield say("level-is", level=scenario.levels[level].called(level, language))
    if side := scenario.sides.get(scenario.side):
        yield say("sides", names=", ".join(one.title for one in _sides(scenario, language)))
        yield say("side-is", side=_told(scenario, side.title, language))
    yield say("roles")
    for choice in _roles(scenario, language):
        cell = scenario.roles[choice.id].response_cell
        title = say("entry", number=choice.number, title=choice.title)
        yield stopped(title, say("response-cell") if cell else "")


def _roles(scenario: Scenario, language: str) -> list[Choice]:
    """The seats for people first."""
    seats = sorted(scenario.roles.items(), key=lambda pair: pair[1].response_cell)
    return [
        Choice(id, number, role.title.into(language), (role.short or "",))
        for number, (id, role) in enumerate(seats, 1)
    ]


def _levels(scenario: Scenario, language: str) -> list[Choice]:
    return [
        Choice(id, number, level.called(id, language))
        for number, (id, level) in enumerate(scenario.levels.items(), 1)
    ]


def _sides(scenario: Scenario, language: str) -> list[Choice]:
    return [
        Choice(id, number, _told(scenario, side.title, language))
        for number, (id, side) in enumerate(scenario.sides.items(), 1)
    ]


def _brief(scenario: Scenario, role: Role, language: str) -> Iterator[str]:
    yield stopped(role.title.into(language))
    brief = _told(scenario, role.brief, language)
    yield Prose(unbroken(brief)) if brief else say("no-brief")


def _told(scenario: Scenario, text: Text | None, language: str) -> str:
    """A text with its names filled in, as at STARTEX."""
    return Words(scenario, text, 0).into(language) if text else ""


def _language(text: str) -> str:
    """A language that texts can be in. Raises Unclear."""
    choices = [Choice(name, number, name) for number, name in enumerate(LANGUAGES, 1)]
    return named(text.strip(), choices, "a-language").id
