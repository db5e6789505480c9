"""A scenario that includes others' parts, and says what is otherwise."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from simulator.scenario import Scenario, examine, library, load
from simulator.scenario.folder import Files
from simulator.scenario.laying import laid
from simulator.scenario.library import libraries
from tests.simulator.scenario.including import INCLUDING
from tests.simulator.scenario.small import problems, put, whole

LAID = """\
roles: {harbour: {title: Harbour, short: H, brief: Boats.}, moth: {title: Moth}}
names: {town: {en: Town, sq: Qyteti}}
adversary: {name: A, modelled_on: B, steps: [{id: in, title: In, technique: T1486}]}
injects:
- {id: call, at: 1h, …}
- {id: ring, at: 2h, …}
glossary: [{term: Mole, means: A wall.}]
"""


def included(folder: Path, files: Mapping[str, str | bytes], text: str) -> Scenario:
    put(folder, {**files, "scenario.yaml": whole(text)})
    assert problems(folder) == []
    return load(folder)


def test_what_is_written_here_wins_key_by_key(tmp_path: Path):
    own = (
        "include: a.yaml\n"
        "roles: {watch: {title: Watch}, harbour: {title: Port}, moth: null}\n"
        "names: {town: Ville}\n"
        "adversary: {name: C, steps: [{id: out, title: Out, technique: T1486},"
        " {id: in, delay: 1h}]}\n"
        "injects:\n- {id: last, at: 3h, …}\n- {id: call, at: 5h}\n"
        "glossary: [{term: Pier, means: Another.}]\n"
    )
    found = included(tmp_path, {"a.yaml": LAID}, own)
    assert list(found.roles) == ["harbour", "watch"]
    harbour = found.roles["harbour"]
    assert (harbour.title.into("en"), harbour.short) == ("Port", "H")
    assert found.names["town"].languages() == ("",)
    assert found.adversary is not None
    assert found.adversary.name.into("en") == "C"
    assert found.adversary.modelled_on.into("en") == "B"
    steps = [(step.id, step.delay.low) for step in found.adversary.steps]
    assert steps == [("in", 3600), ("out", 0)]
    sent = [(inject.id, inject.at) for inject in found.injects]
    assert sent == [("call", 18000), ("ring", 7200), ("last", 10800)]
    assert [term.term.into("en") for term in found.glossary] == ["Mole", "Pier"]


def test_of_two_that_are_included_the_later_wins_and_what_they_include_lies_below(tmp_path: Path):
    files = {
        "a.yaml": "include: parts/b.yaml\nnames: {one: A}\n",
        "parts/b.yaml": "names: {one: B, two: B, three: B}\n",
        "c.yaml": "names: {two: C}\n",
    }
    found = included(tmp_path, files, "include: [a.yaml, c.yaml]\nnames: {three: Mine}\n")
    assert {id: name.into("en") for id, name in found.names.items()} == {
        "one": "A", "two": "C", "three": "Mine",
    }  # fmt: skip


def test_only_some_parts_are_taken_by_key_or_by_id(tmp_path: Path):
    own = (
        "include: {from: a.yaml, only: [names, injects.ring, roles.moth]}\n"
        "roles: {watch: {title: Watch}}\n"
    )
    found = included(tmp_path, {"a.yaml": LAID}, own)
    assert list(found.roles) == ["moth", "watch"]
    assert list(found.inject) == ["ring"]
    assert list(found.names) == ["town"]
    assert found.adversary is None


def test_the_digest_is_of_what_is_included_too(tmp_path: Path):
    first = included(tmp_path, {"a.yaml": "names: {a: A}\n"}, "include: a.yaml\n")
    other = included(tmp_path, {"a.yaml": "names: {a: B}\n"}, "include: a.yaml\n")
    assert first.digest != other.digest


def test_a_copy_of_what_was_read_is_the_same_scenario_though_it_has_no_links(tmp_path: Path):
    told = "sources: {a: {title: A}}\nglossary: [{term: Mole, means: A wall.}]\n"
    put(tmp_path / "one", {"parts/real.yaml": told, "text/real.md": "A town.\n"})
    (tmp_path / "one/parts/link.yaml").symlink_to("real.yaml")
    (tmp_path / "one/text/link.md").symlink_to("real.md")
    (tmp_path / "one/away").symlink_to("parts")
    text = "include: [parts/link.yaml, none/../away/real.yaml]\nabout_file: ./text/link.md\n"
    put(tmp_path / "one", {"scenario.yaml": whole(text + "glossary: null\n")})
    files = Files(tmp_path / "one")
    put(tmp_path / "two", files.raw)
    assert load(tmp_path / "two").digest == files.digest
    assert [*files.raw] == [
        "scenario.yaml", "text/link.md", "parts/link.yaml", "away/real.yaml"
    ]  # fmt: skip


def test_no_way_leads_out_of_the_folder_and_back(tmp_path: Path):
    put(tmp_path / "one", {"a.yaml": "facts: {a: {}}\n"})
    for way in ("../one/a.yaml", str(tmp_path / "one/a.yaml")):
        put(tmp_path / "one", {"scenario.yaml": whole(f"include: {way}\n")})
        assert "F11" in problems(tmp_path / "one")[0]


def test_what_is_included_on_two_ways_stands_there_once(tmp_path: Path):
    files = {
        "a.yaml": "include: c.yaml\n", "b.yaml": "include: ./c.yaml\n",
        "c.yaml": "glossary: [{term: Mole, means: A wall.}]\n"
        "history: [{at: 2029-01-01T00:00:00Z, what: Rain.}]\n",
    }  # fmt: skip
    made = included(
        tmp_path, files, "include: [a.yaml, b.yaml]\nglossary: [{term: A, means: B.}]\n"
    )
    assert [len(made.glossary), len(made.history)] == [2, 1]


def test_a_library_in_the_folder_stands_for_the_one_that_comes_with_kulla(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    shipped = included(tmp_path / "a", {}, "include: {from: kulla:nato, only: roles.vcisc}\n"
                       "roles: {watch: {title: Watch}}\n")  # fmt: skip
    raw = Files(tmp_path / "a").raw
    assert list(raw) == ["scenario.yaml", "libraries/nato.yaml"]
    put(tmp_path / "b", {**raw})
    monkeypatch.setattr(library, "_LIBRARIES", tmp_path / "none")
    assert load(tmp_path / "b") == shipped


def test_an_inject_has_the_keys_of_the_template_it_is_like(tmp_path: Path):
    own = (
        "include: kulla:channels\n"
        "templates: {siem-offence: {from: Console, hint: Look.}}\n"
        "injects:\n- {id: a, like: siem-offence, at: 1h, to: watch, title: A, text: A., tlp: RED}\n"
        "- {id: b, like: siem-offence, at: 1h, to: watch, title: B, text: B., hint: null}\n"
    )
    a, b = included(tmp_path, {}, own).injects
    assert (a.channel, a.tlp, a.hint and a.hint.into("en")) == ("siem", "RED", "Look.")
    assert (a.sender and a.sender.into("en")) == "Console"
    assert (b.like, b.tlp, b.hint) == ("siem-offence", "AMBER", None)


@pytest.mark.parametrize(
    ("files", "lines"), [case[1:] for case in INCLUDING], ids=[case[0] for case in INCLUDING]
)
def test_what_can_be_wrong(files: dict[str, str | bytes], lines: list[str], tmp_path: Path):
    found = problems(put(tmp_path, files))
    assert [line[: len(want)] for line, want in zip(found, lines, strict=True)] == lines


LIBRARIES = {
    "albania": "roles: {watch: {title: Watch}}\n",
    "nato": "roles: {watch: {title: Watch}}\n",
    "channels": "",
    "industrial": "assets: {%s}\n"
    "actions: {pressure-by-hand: {by: watch}, pressure-by-itself: {by: watch}}\n",
}


@pytest.mark.parametrize("name", sorted(libraries()))
def test_each_library_can_be_included_as_it_is_and_speaks_both_languages(name: str, tmp_path: Path):
    shipped = Files(put(tmp_path / "x", {"scenario.yaml": whole(f"include: kulla:{name}\n")})).tree
    owned = ", ".join(f"{asset}: {{owner: watch}}" for asset in shipped.get("assets", {}))
    text = LIBRARIES[name] % owned if owned else LIBRARIES[name]
    for language in ("en", "sq"):
        main = whole(f"include: kulla:{name}\nlanguage: {language}\n{text}")
        assert problems(put(tmp_path / language, {"scenario.yaml": main})) == []
    kinds = ("roles", "assets", "gauges", "actions", "templates")
    for part in (part for kind in kinds for part in getattr(load(tmp_path / "en"), kind).values()):
        for key in ("title", "about", "brief", "sender"):
            if said := getattr(part, key, None):
                assert said.languages() == ("en", "sq") or said.languages() == ("",)


def test_an_own_part_over_nothing_is_that_part():
    tree: dict[str, Any] = {"roles": {"a": {"title": "A"}}, "injects": [{"id": "b"}]}
    assert laid({}, tree) == tree == laid(tree, {}) == laid(tree, tree)


def test_who_includes_nothing_reads_one_file(tmp_path: Path):
    put(tmp_path, {"scenario.yaml": whole("")})
    assert list(examine(tmp_path).files.raw) == ["scenario.yaml"]
