"""What is printed: it stands alone, says how it may be passed on, and tells players no secret."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from simulator.authoring.previewing.previewed import previewed
from simulator.authoring.printing.codes import Code, decision_code, read_code, report_code
from simulator.authoring.printing.pack import KINDS, paper
from simulator.authoring.printing.source import Printed, printed
from simulator.engine.exercise import Setup
from simulator.paper import blocks as b
from simulator.paper.html.markup import text
from simulator.paper.page import page
from simulator.paper.pdf import NoTypst, pdf
from simulator.paper.style import quoted
from simulator.rehearsal.playing import play
from simulator.scenario import Scenario, load
from simulator.scenario.library import shipped
from simulator.scenario.values import Part, Text
from tests.simulator.authoring.wellformed import Page

ROOT = Path(__file__).parents[4]
EVERYTHING = ROOT / "tests" / "scenarios" / "everything"
FOR_PLAYERS = [kind for kind, found in KINDS.items() if not found.secret]


def pack(scenario: Scenario, language: str = "en", runs: int = 0) -> Printed:
    done = tuple(play(scenario, Setup(seed), (), None) for seed in range(runs))
    return printed(previewed(scenario, language, done), done)


@pytest.fixture(scope="module")
def everything() -> Scenario:
    return load(EVERYTHING)


# Every kind, of all that ships


@pytest.mark.parametrize("path", [*shipped().values(), EVERYTHING], ids=lambda path: path.name)
def test_every_kind_is_printed_in_both_languages_and_stands_alone(path: Path):
    scenario = load(path)
    for language in ("en", "sq"):
        p = pack(scenario, language)
        for kind in KINDS:
            made = page(paper(p, kind))
            read = Page(made)
            assert not read.open
            assert read.alone()
            assert "default-src 'none'" in made
            assert "${" not in made
            marking = re.escape(quoted(p.marking))
            assert re.search(rf"@top-center\{{content:{marking}", made)
            assert text(p.marking) in made
            assert ("<aside>" in made) <= KINDS[kind].secret


def test_what_is_printed_twice_is_the_same_to_the_byte(everything: Scenario):
    one, two = (pack(load(EVERYTHING), "sq", runs=2) for _ in range(2))
    for kind in KINDS:
        assert page(paper(one, kind)) == page(paper(two, kind))
    assert pdf(paper(one, "injects")) == pdf(paper(two, "injects"))


def test_every_pdf_can_be_read_aloud_and_numbers_its_pages(everything: Scenario):
    p = pack(everything)
    for kind in KINDS:
        made = pdf(paper(p, kind))
        assert made.startswith(b"%PDF")
        assert b"pdfuaid:part" in made


def test_without_typst_one_sentence_says_what_to_install(
    everything: Scenario, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(NoTypst, match=r"kulla\[pdf\]"):
        pdf(paper(pack(everything), "feedback"))


def test_the_handbook_lists_its_parts_and_says_on_each_page_who_may_read_it(everything: Scenario):
    p = pack(everything)
    made = page(paper(p, "handbook"))
    parts = re.findall(r'<h2[^>]* id="(part-\d+)"', made)
    assert len(parts) > 8
    assert [f"#{part}" for part in parts] == re.findall(r'<a href="(#[^"]+)"', made)
    assert f"@bottom-center{{content:{quoted('Only for who leads')}" in made
    assert f"@bottom-center{{content:{quoted('')}" in page(paper(p, "role-cards"))


def test_discussions_stand_in_the_order_in_which_they_open(everything: Scenario):
    first = next(iter(everything.modules.values()))
    given = {"never": None, "late": 7200, "soon": 60}
    modules = {name: first.model_copy(update={"at": at}) for name, at in given.items()}
    p = pack(changed(everything, modules=modules | everything.modules))
    times = [module.at for module in p.modules]
    timed = [at for at in times if at is not None]
    assert times == [*sorted(timed), *[None] * (len(times) - len(timed))]
    assert {60, 7200} <= {*timed}


def test_what_hangs_on_the_moment_is_left_to_be_written_in(everything: Scenario):
    p = pack(everything)
    said = Text((("", "${gauge.dust.value} % in ${asset.vault}, ${name.ship}"),))
    vault = everything.assets["vault"].title.into("en")
    assert p.words(said) == f"______ % in {vault}, Albatross"


# Secrets


ALLOWED = re.compile(
    r"names\.[\w-]+|adversary\.name"  # which texts of players name
    r"|title|about|rules|handling|handbook\.(purpose|agenda\.\d+\.what)"
    r"|(glossary)\.\d+\.(term|means)"
    r"|roles\.[\w-]+\.(title|brief|teams\.[\w-]+\.title)"
    r"|(assets|gauges)\.[\w-]+\.(title|about|unit)"
    r"|actions\.[\w-]+\.(title|about|expect)"
    r"|reports\.[\w-]+\.(title|about|fields\.\d+\.(label|hint|pattern_text|choices\.\d+\.label))"
    r"|contest\.(title|about|categories\.[\w-]+\.(title|about))"
    r"|objectives\.[\w-]+\.(title|core_capability)"
    r"|modules\.[\w-]+\.(title|situation|questions\.\d+\.ask)"
    r"|injects\.\d+\.(variants\.\d+\.)?(subject|sender|text|offence\.\w+"
    r"|attachments\.\d+\.(text|indicators\.\d+\.note))"
    r"|injects\.\d+\.decision\.(ask|options\.\d+\.(label|about))"
)
"""Texts that a player reads, before or while it is played."""


def changed(part: Any, **parts: Any) -> Any:
    """The same with other parts; made anew, for a copy would keep its lookups."""
    own = {name: getattr(part, name) for name in type(part).model_fields}
    return type(part).model_construct(part.model_fields_set, **own | parts)


def planted(part: Any, where: str, known: dict[str, str]) -> Any:
    """The same with a word of its own in place of each text, and where each stands."""
    if isinstance(part, Text):
        known[word := f"zq{len(known)}zq"] = where.removeprefix(".")
        return Text((("", word),))
    if isinstance(part, Part):
        own = [(name, getattr(part, name)) for name in type(part).model_fields]
        return changed(part, **{name: planted(it, f"{where}.{name}", known) for name, it in own})
    if type(part) is tuple:
        return tuple(planted(one, f"{where}.{n}", known) for n, one in enumerate(part))
    if isinstance(part, dict):
        return {name: planted(one, f"{where}.{name}", known) for name, one in part.items()}
    return part


def found_in(text: str, known: dict[str, str]) -> Iterator[str]:
    yield from (known[word] for word in sorted(set(re.findall(r"zq\d+zq", text))))


def test_nothing_that_only_control_may_know_is_printed_for_players(everything: Scenario):
    known: dict[str, str] = {}
    p = pack(planted(everything, "", known))
    told: set[str] = set()
    for kind in FOR_PLAYERS:
        made = [*found_in(page(paper(p, kind)), known)]
        assert [where for where in made if not ALLOWED.fullmatch(where)] == []
        told.update(made)
    assert any(re.fullmatch(r"roles\.archive\.brief", where) for where in told)
    assert any(re.fullmatch(r"injects\.\d+\.variants\.\d+\.text", where) for where in told)


def test_a_role_card_tells_no_other_role_what_is_only_its_own(everything: Scenario):
    known: dict[str, str] = {}
    p = pack(planted(everything, "", known))
    cards = [card for card in paper(p, "role-cards").blocks if isinstance(card, b.Sheet)]
    for role, card in zip(everything.roles, cards, strict=True):
        briefs = [where for where in found_in(repr(card), known) if where.endswith(".brief")]
        assert set(briefs) <= {f"roles.{role}.brief"}


def test_the_handbook_tells_all_that_its_author_wrote_for_who_leads(everything: Scenario):
    known: dict[str, str] = {}
    p = pack(planted(everything, "", known), runs=1)
    told = {*found_in(page(paper(p, "handbook")), known)}
    only_there = re.compile(
        r"notes|handbook\..*|injects\.\d+\.(read_aloud|expected|hint|red_flags|notes)"
        r"|modules\.[\w-]+\.questions\.\d+\.expected|outcomes\.[\w-]+\.(title|text)"
        r"|adversary\.(name|modelled_on|about|steps\.\d+\.(title|about))"
        r"|contest\.challenges\.[\w-]+\.(solution|title)|history\.\d+\.what|sources\.[\w-]+\.title"
        r"|injects\.\d+\.decision\.options\.\d+\.label|roles\.[\w-]+\.learning"
    )
    expected = {where for where in known.values() if only_there.fullmatch(where)}
    hidden = {where for where in expected - told if not where.endswith(".expected")}
    assert hidden == set()


# What anybody writes is only ever text

HOSTILE = (
    "</style><script>alert(1)</script>", "\"}@import url(//evil.example/x);{\"",
    '#panic("code") $x^2$ [b] \\ *bold* @cite <label> // no', "a\u202eb\x1b[31m",
)  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words: str, everything: Scenario):
    said = Text((("", words),))
    # given a scenario that says it wherever it can
    inject = changed(everything.injects[0], subject=said, text=said)
    injects = (inject, *everything.injects[1:])
    scenario = changed(everything, handling=said, title=said, about=said, injects=injects)
    p = pack(scenario)
    for kind in ("injects", "situation-manual"):
        made = page(paper(p, kind))
        read = Page(made)
        assert read.alone()
        style = made.partition("<style>")[2].partition("</style>")[0]
        assert "evil" not in re.sub('"[^"]*"', "", style)
        assert read.names.count("style") == 1
        assert "\u202e" not in made
        assert "\x1b" not in made
        # when it is drawn as PDF, then nothing of it runs
        assert pdf(paper(p, kind)).startswith(b"%PDF")


# Codes


def test_a_code_is_read_as_it_is_written_on_the_form():
    assert str(decision_code(12)) == "D12"
    assert str(report_code(3, "b", ("a", "b"))) == "R3B"
    assert str(report_code(3, "a", ("a",))) == "R3"
    for code in (decision_code(12), report_code(3, "b", ("a", "b")), report_code(2, "a", ("a",))):
        assert read_code(f" {code} ".lower()) == code
    assert read_code("12") == Code("D", 12)
    assert [read_code(wrong) for wrong in ("", "D", "D0", "12B", "X3", "D1234567", "R3BB")] == (
        [None] * 7
    )
