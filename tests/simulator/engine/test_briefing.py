"""What a role is told of the exercise before it begins: objectives, rules, words of the field."""

from typing import Any

import pytest

from simulator.engine.views import RoleView, TermView
from tests.simulator.engine.playbook import Begin

EN_SQ = {"en": "Early warning", "sq": "Paralajmërim i hershëm"}
GLOSSARY = [
    {"term": "SIEM", "means": {"en": "It reads logs for ${name.port}.", "sq": "Lexon regjistra."}},
    {"term": EN_SQ, "means": "Within 24 hours."},
]
PARTS: dict[str, Any] = {
    "title": {"en": "Harbour", "sq": "Porti"},
    "names": {"port": "Arra"},
    "rules": {"en": "Nobody is judged.", "sq": "Askush nuk gjykohet."},
    "glossary": GLOSSARY,
    "teaches": True,
    "objectives": {
        "sail": {"title": {"en": "Let them sail", "sq": "Le të dalin"}, "measures": []},
        "tell": {"title": "Tell the desk"},
    },
}


@pytest.fixture
def seen(begin: Begin) -> Any:
    def view(reader: str, **parts: Any) -> RoleView:
        return begin(**parts).exercise.view("soc", reader)

    return view


def test_all_of_it_is_there_from_the_first_second_in_the_readers_language(seen: Any):
    english, albanian = seen("en", **PARTS), seen("sq", **PARTS)
    assert (english.rules, albanian.rules) == ("Nobody is judged.", "Askush nuk gjykohet.")
    assert english.objectives == ("Let them sail", "Tell the desk")
    assert albanian.objectives == ("Le të dalin", "Tell the desk")
    assert english.glossary == (
        TermView("SIEM", "It reads logs for Arra."),
        TermView("Early warning", "Within 24 hours."),
    )
    assert albanian.glossary[1] == TermView("Paralajmërim i hershëm", "Within 24 hours.")
    assert english.teaches


def test_a_scenario_without_any_of_it_says_nothing(seen: Any):
    view = seen("en")
    assert (view.rules, view.glossary, view.objectives, view.teaches) == ("", (), (), False)


@pytest.mark.parametrize(
    ("title", "own", "languages"),
    [
        ("Story", "en", ("en",)),
        ("Histori", "sq", ("sq",)),
        ({"en": "Story", "sq": "Histori"}, "en", ("en", "sq")),
        ({"en": "Story", "sq": "Histori"}, "sq", ("sq", "en")),
    ],
)
def test_it_can_be_read_in_the_languages_of_its_title_its_own_first(
    seen: Any, title: Any, own: str, languages: tuple[str, ...]
):
    view = seen("sq", title=title, language=own)
    assert view.languages == languages
    assert view.language == ("sq" if "sq" in languages else own)
