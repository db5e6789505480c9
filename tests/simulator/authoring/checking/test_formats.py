"""What a check found as programs read it."""

import json
from pathlib import Path
from urllib.parse import unquote

import pytest

from simulator.authoring.checking.codes import CODES
from simulator.authoring.checking.formats import FORMATS
from simulator.scenario.problem import Problem

PROBLEMS = [
    Problem("my night/a,b.yaml", 3, 7, "R01", "100% wrong:\nthere is no role 'dutty'"),
    Problem("my night/a,b.yaml", 5, 1, "X01", "no L31 is found here"),
    Problem("my night/c.yaml", 5, 1, "R01", "there is no role 'x'"),
]


def written(form: str) -> str:
    return "\n".join(FORMATS[form](PROBLEMS))


def test_a_line_stays_one_line_and_moves_no_terminal():
    told = "\n".join(FORMATS["text"]([Problem("a\x1b[2J\n.yaml", 1, 1, "F01", "x\ny")]))
    assert told == "a\ufffd[2J .yaml:1:1: F01 x y"


def test_annotations_are_escaped_and_weighed():
    assert written("github").split("\n") == [
        "::error file=my night/a%2Cb.yaml,line=3,col=7,title=R01"
        "::100%25 wrong:%0Athere is no role 'dutty'",
        "::warning file=my night/a%2Cb.yaml,line=5,col=1,title=X01::no L31 is found here",
        "::error file=my night/c.yaml,line=5,col=1,title=R01::there is no role 'x'",
    ]


def test_json_tells_weight_and_family():
    first, second, _ = json.loads(written("json"))
    assert (first["weight"], first["family"]) == ("mistake", "references")
    assert (second["weight"], second["family"]) == ("warning", "form")
    assert [*first][:5] == [*Problem._fields]


KINDS = {"none", "note", "warning", "error"}


def expect_keys(node: dict, must: set[str], may: set[str]) -> None:
    """The objects of SARIF's schema allow no other keys."""
    assert must <= node.keys() <= must | may


def test_sarif_is_as_its_schema_wants_it():
    log = json.loads(written("sarif"))
    expect_keys(log, {"version", "runs"}, {"$schema"})
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    expect_keys(run, {"tool"}, {"results", "columnKind"})
    assert run["columnKind"] in {"utf16CodeUnits", "unicodeCodePoints"}
    expect_keys(run["tool"], {"driver"}, set())
    driver = run["tool"]["driver"]
    expect_keys(driver, {"name"}, {"semanticVersion", "rules"})
    assert len({json.dumps(rule) for rule in driver["rules"]}) == len(driver["rules"])
    for rule in driver["rules"]:
        texts = {"shortDescription", "fullDescription", "help"}
        expect_keys(rule, {"id"}, texts | {"defaultConfiguration", "properties"})
        assert all(rule[key].keys() == {"text"} and rule[key]["text"] for key in texts)
        assert rule["defaultConfiguration"]["level"] in KINDS
        assert len(set(rule["properties"]["tags"])) == len(rule["properties"]["tags"])
    for result in run["results"]:
        expect_keys(result, {"message"}, {"ruleId", "ruleIndex", "level", "locations"})
        expect_keys(result["message"], {"text"}, set())
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in KINDS
        for location in result["locations"]:
            expect_keys(location, set(), {"physicalLocation"})
            expect_keys(location["physicalLocation"], {"artifactLocation"}, {"region"})
            region = location["physicalLocation"]["region"]
            expect_keys(region, set(), {"startLine", "startColumn"})
            assert min(region.values()) >= 1


def test_sarif_names_files_from_the_current_folder_and_else_whole(tmp_path: Path, monkeypatch):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    problems = [Problem(path, 1, 1, "F01", "…") for path in ("ë b.yaml", "../out.yaml")]
    (log,) = map(json.loads, FORMATS["sarif"](problems))
    places = [result["locations"][0]["physicalLocation"] for result in log["runs"][0]["results"]]
    inside, outside = (place["artifactLocation"] for place in places)
    assert inside == {"uri": "%C3%AB%20b.yaml", "uriBaseId": "%SRCROOT%"}
    assert unquote(outside["uri"]) == (tmp_path / "out.yaml").as_uri()
    assert ".." not in outside["uri"]


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_found_is_still_a_document(form: str):
    told = "\n".join(FORMATS[form]([]))
    assert {"json": "[]", "text": "", "github": ""}.get(form, told) == told
    if form == "sarif":
        assert json.loads(told)["runs"][0]["results"] == []


def test_each_weight_has_its_word_in_every_format():
    weights = {code.weight: code.code for code in CODES.values()}
    problems = [Problem("a.yaml", 1, 1, code, "…") for code in weights.values()]
    for written_in in FORMATS.values():
        assert "\n".join(written_in(problems))
