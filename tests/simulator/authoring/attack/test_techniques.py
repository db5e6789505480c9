"""The table of ATT&CK, how it is made, and what is meant by a technique that isn't there."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from docs import attack as writing
from simulator.authoring.attack import found
from simulator.authoring.attack.table import PLACE, table
from tests.simulator.authoring.quality.stage import scenario


def test_the_table_is_whole_and_in_order():
    techniques = table().techniques
    assert re.fullmatch(r"\d+\.\d", table().version)
    assert [*techniques] == sorted(techniques)
    assert {t.matrix for t in techniques.values()} == {"enterprise", "ics", "mobile"}
    for name, technique in techniques.items():
        assert re.fullmatch(r"T\d{4}(\.\d{3})?", name)
        assert technique.every_tactic or technique.state
        assert technique.state in ("", "revoked", "deprecated")
        assert not technique.now or techniques[technique.now].state != "revoked"


def test_industrial_techniques_are_known():
    assert table().techniques["T0883"].name == "Internet Accessible Device"
    assert table().techniques["T0855"].every_tactic == ("impair-process-control",)


def test_mitre_is_named_in_every_copy():
    assert "© 2025 The MITRE Corporation" in PLACE.read_text("utf-8").partition("\n")[0]
    assert PLACE.stat().st_size < 100_000


def told(*techniques: str, version: str = '"18.1"') -> list[tuple[str, str]]:
    steps = "".join(
        f"  - {{id: s{n}, title: A step, technique: {name}, at: 1h}}\n"
        for n, name in enumerate(techniques)
    )
    fragment = "adversary:\n  name: Sea Fox\n  modelled_on: Nobody\n  steps:\n" + steps
    return [(f.code, f.sentence) for f in found(scenario(f"attack_version: {version}\n{fragment}"))]


@pytest.mark.parametrize(
    ("technique", "meant"),
    [
        ("T4186", "did you mean T1486 (Data Encrypted for Impact)?"),
        ("T1486.009", "did you mean T1486 (Data Encrypted for Impact)?"),
        ("T9999", "has no technique T9999; name one that it has"),
    ],
)
def test_an_unknown_technique_is_told_with_what_may_have_been_meant(technique: str, meant: str):
    [(code, sentence)] = told(technique)
    assert code == "R30"
    assert "ATT&CK 18.1" in sentence
    assert sentence.endswith(meant)


def test_a_revoked_technique_is_told_with_what_is_in_its_place_now():
    [(code, sentence)] = told("T1002")
    assert code == "R31"
    assert sentence.endswith("write T1560 (Archive Collected Data) instead")
    [(code, sentence)] = told("T1454")
    assert sentence.endswith("take another")


def test_each_technique_of_a_list_is_judged():
    assert [code for code, _ in told("[T1486, T1002]", "T1062", "T0855")] == ["R31", "R32"]


def test_what_is_pinned_to_another_version_is_told_once():
    assert [code for code, _ in told("T1486", "T0855", version='"15.1"')] == ["R34"]


def pattern(number: str, **parts: Any) -> dict[str, Any]:
    return {
        "type": "attack-pattern",
        "id": f"attack-pattern--{number}",
        "name": f"Name of {number}",
        "external_references": [{"source_name": "mitre-attack", "external_id": number}],
        "kill_chain_phases": [{"kill_chain_name": "mitre-ics-attack", "phase_name": "impact"}],
    } | parts


def revoked(one: str, other: str) -> dict[str, str]:
    ends = {"source_ref": f"attack-pattern--{one}", "target_ref": f"attack-pattern--{other}"}
    return {"type": "relationship", "relationship_type": "revoked-by"} | ends


def test_the_table_is_made_from_bundles_and_follows_what_was_revoked_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    objects = [
        pattern("T0003", revoked=True, kill_chain_phases=[], x_mitre_domains=["ics-attack"]),
        pattern("T0002", revoked=True),
        pattern("T0001", name="With, a comma"),
        pattern("T0004", x_mitre_deprecated=True, kill_chain_phases=[]),
        revoked("T0003", "T0002"),
    ]
    (tmp_path / "folder").mkdir()
    (tmp_path / "bundle.json").write_text(json.dumps({"objects": objects}), "utf-8")
    more = json.dumps({"objects": [revoked("T0002", "T0001")]})
    (tmp_path / "folder" / "one.json").write_text(more, "utf-8")
    monkeypatch.setattr(writing, "PLACE", tmp_path / "table.csv")
    writing.main("99.0", str(tmp_path / "bundle.json"), str(tmp_path / "folder"))
    assert (tmp_path / "table.csv").read_text("utf-8").splitlines()[2:] == [
        'T0001,"With, a comma",ics,impact,,',
        "T0002,Name of T0002,ics,impact,revoked,T0001",
        "T0003,Name of T0003,ics,,revoked,T0001",
        "T0004,Name of T0004,enterprise,,deprecated,",
    ]
