"""Lines in another language: an invented one, in which every vowel has something on it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from gettext import NullTranslations

import pytest

from simulator import speech
from simulator.engine import commands as c
from tests.tui.fake import FakeSeat
from tests.tui.lines.teller import Teller
from tests.tui.lines.test_everything import LINES, SAME
from tests.tui.world import DEBRIEF, VIEW
from tui.lines.table import COMMANDS
from tui.seat import Mate
from tui.speech import speak

VOWELS = str.maketrans("aeiouyAEIOUY", "åéïõüýÅÉÏÕÜÝ")
SEPARATE = {
    "because (before a reason)": "sepse/pse",
    "option (before its number)": "opsioni",
    "sure (before a number)": "sigurë",
    "on (before a target)": "mbi",
    "back (out of a form)": "kthehu",
    "yes/y": "po",
    "likely": "gjasë",
    "decide [N] [option O] [saying TEXT] [because REASON] [sure S]": "vendosë [N] …",
    "order N [on TARGET] [because REASON]": "urdhëro N …",
}
"""What reads otherwise altogether."""
KEPT = {"TLP", "AMBER", "GREEN", "CLEAR", "RED", "STRICT", "Fri", "Sat", "Jul", "sha", "yes"}


class Invented(NullTranslations):
    def gettext(self, message: str) -> str:
        parts = re.split(r"(\{[^}]*\})", message)
        said = "".join(part if part[:1] == "{" else part.translate(VOWELS) for part in parts)
        return SEPARATE.get(message, said)

    def ngettext(self, one: str, more: str, number: int) -> str:
        return self.gettext(one if number == 1 else more)


@pytest.fixture
def invented(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(speech, "catalogue", lambda language: Invented())
    speak("xx")
    yield
    speak("en")


def strings(value: object) -> Iterator[str]:
    """Every text in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | frozenset):
        for part in value:
            yield from strings(part)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from strings(getattr(value, name))


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text))


@pytest.mark.usefixtures("invented")
def test_not_a_word_of_english_is_told_but_what_the_exercise_brings_and_what_is_typed():
    seat = FakeSeat(replace(VIEW, languages=("en", "sq")))
    seat.others = (Mate("Besa", "storm", frozenset({"hello"}), ("decision", "isolate")),)
    teller = Teller(seat)
    lines = [*sorted(set.union(*SAME.values())), *(f"help {name}" for name in COMMANDS), *LINES]
    lines += ["xyzzy", "read 99", "wait x", "pace x", "skip x", "decide 4 option 3", "situation 1"]
    told = [teller.greeting]
    for line in lines:
        if line != "quit":
            told += [teller.writes(line), teller.asked]
    seat.show(over=True, debrief=DEBRIEF)
    told += [teller.waits(), teller.writes("summary")]
    brought = set().union(*map(words, (*strings(VIEW), *strings(DEBRIEF), *lines, *COMMANDS)))
    english = {word for word in words("\n".join(told)) if len(word) > 2 and word.isascii()}
    assert {word for word in english if re.search("[aeiouy]", word)} - brought - KEPT == set()


@pytest.mark.usefixtures("invented")
@pytest.mark.parametrize(
    "line",
    [
        "vendosë 4 opsioni 2 sepse shpejt sigurë 70",
        "vendose 4 OPSIONI 2 pse shpejt sigure gjase",
        "vendos 4 option 2 because shpejt sure likely",
        "decide 4 opsioni 2 because shpejt sure gjasë",
    ],
)
def test_commands_are_understood_in_the_language_of_the_reader_and_in_english(line: str):
    teller = Teller()
    teller.writes(line)
    answer = c.Answer("akcesk", "isolate", "segments", "", "shpejt", 70)
    assert teller.seat.asked[-1] == answer


@pytest.mark.usefixtures("invented")
def test_forms_are_left_and_confirmed_in_the_language_of_the_reader_and_in_english():
    teller = Teller()
    for back in ("kthehu", "back"):
        teller.writes("vendosë 4", back)
        assert teller.dialogue.prompt == "> "
    for yes in ("po", "yes"):
        teller.writes("decide 4 option 1", yes)
        assert teller.seat.asked.pop() == c.Answer("akcesk", "isolate", "all")
    teller.writes("urdhero 1 mbi 1 pse po")
    assert teller.seat.asked[-1] == c.Order("akcesk", "image", "mail", "po")


@pytest.mark.usefixtures("invented")
def test_a_refusal_is_told_in_the_language_of_the_reader():
    seat = FakeSeat()
    seat.refusal = "the deadline has passed"
    assert Teller(seat).writes("note x") == "Thé déådlïné hås påsséd."


@pytest.mark.usefixtures("invented")
def test_commands_that_begin_alike_are_named_as_the_reader_writes_them():
    assert "réåd õr réfüsé õr réplý" in Teller().writes("re")
    assert "Dïd ýõü méån åctïõns?" in Teller().writes("actoins")
