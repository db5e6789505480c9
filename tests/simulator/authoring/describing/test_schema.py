"""The schema lets every good scenario pass, and stops what one most often gets wrong."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from check_jsonschema import main as check_jsonschema  # type: ignore[import-untyped]
from click.testing import CliRunner
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from simulator.authoring.describing.schema import SCHEMAS, printed
from simulator.cli.schema import command
from simulator.scenario.library import shipped
from simulator.scenario.reader import read
from tests.simulator.cli.harbour import HARBOUR, call
from tests.simulator.scenario.broken import CORPUS, MAIN, cases

SCENARIOS = Path(__file__).parents[3] / "scenarios"
GOOD = [*shipped().values(), SCENARIOS / "everything"]
FORM = {
    "F01", "F02", "F03", "F04", "F05", "F06", "F07",
    "V01", "V02", "V04", "V06", "V07", "V08", "V09", "V10", "V12",
}  # fmt: skip
"""Codes of mistakes that one place alone shows, so that an editor can tell them."""


@cache
def judge(of: str) -> Draft7Validator:
    return Draft7Validator(SCHEMAS[of]())


def tree(raw: bytes) -> Any:
    return read(raw, "a.yaml", list_allowed=True).tree


def wrong(of: str, text: str) -> list[str]:
    """Where the schema finds something wrong, as dotted paths."""
    found = judge(of).iter_errors(tree(text.encode()))
    return sorted(".".join(map(str, error.absolute_path)) for error in found)


def of(path: str) -> str | None:
    """Which schema a file of a scenario goes by."""
    first = path.partition("/")[0]
    return {MAIN: "scenario", "injects": "injects", "tests": "tests"}.get(first)


@pytest.mark.parametrize("name", SCHEMAS)
def test_it_is_a_schema_of_draft_7_and_the_same_each_time(name: str):
    Draft7Validator.check_schema(SCHEMAS[name]())
    assert printed(name) == printed(name)
    assert json.loads(printed(name)) == SCHEMAS[name]()


@pytest.mark.parametrize("folder", GOOD, ids=lambda path: path.name)
def test_a_good_scenario_passes_with_all_its_files(folder: Path):
    files = [folder / MAIN, *folder.glob("injects/*.yaml"), *folder.glob("tests/*.yaml")]
    for file in files:
        asked = of(str(file.relative_to(folder)))
        assert asked
        assert [e.message for e in judge(asked).iter_errors(tree(file.read_bytes()))] == [], file


def test_the_tool_that_others_check_with_lets_first_watch_pass(tmp_path: Path):
    folder = shipped()["first-watch"]
    for name, files in {"scenario": MAIN, "injects": "injects/*", "tests": "tests/*"}.items():
        schema = tmp_path / f"{name}.json"
        schema.write_text(printed(name), "utf-8")
        asked = ["--schemafile", str(schema), *map(str, folder.glob(files))]
        left = CliRunner().invoke(check_jsonschema, asked)
        assert left.exit_code == 0, left.output


def test_one_file_is_a_scenario_too():
    assert wrong("scenario", HARBOUR) == []


@pytest.mark.parametrize("family", ["keys", "values"])
def test_mistakes_of_form_are_stopped(family: str):
    let_pass = []
    for case in [*cases(CORPUS / f"{family}.txt")][::3]:
        codes = {line.split()[1] for line in case.told}
        if codes & FORM and not any(code.startswith("Y") for code in codes):
            files = {name: raw for name, raw in case.files.items() if of(name) in SCHEMAS}
            if all(judge(str(of(name))).is_valid(tree(raw)) for name, raw in files.items()):
                let_pass.append(case.name)
    assert let_pass == []


@pytest.mark.parametrize(
    ("good", "bad", "where"),
    [
        ("length: 6h", "length: 90", "length"),
        ("length: 6h", "lenght: 6h", ""),
        ("channel: phone", "channel: fax", "injects.0.channel"),
        ("due: 30m", "due: 30 m", "injects.0.decision.due"),
        ("{asset: mail, set: isolated}", "{aset: mail, set: isolated}", "actions.cut-off.then.0"),
        ("at: 1h\n    to", "at: 1h\n    two", "injects.0"),
        ("title: Calm", "title: {de: Ruhe}", "injects.1.title"),
    ],
)
def test_it_points_at_the_place(good: str, bad: str, where: str):
    text = HARBOUR.replace("title: All is calm", "title: Calm")
    assert good in text
    assert where in wrong("scenario", text.replace(good, bad, 1))


def test_a_text_may_stand_in_a_file_even_where_it_is_needed():
    assert wrong("scenario", HARBOUR.replace("{title: Town council}", "{title_file: a.md}")) == []
    assert wrong("scenario", HARBOUR.replace("{title: Town council}", "{brief_file: a.md}")) != []


def test_what_lies_over_an_included_part_need_not_be_whole():
    partly = HARBOUR.replace("{title: Town council}", "{short: CIRT}")
    assert wrong("scenario", partly) != []
    assert wrong("scenario", f"include: kulla:nato\n{partly}") == []


def test_an_inject_that_is_like_a_template_need_not_say_to_whom():
    assert wrong("injects", "- {id: a, like: alert}") == []
    assert wrong("injects", "- {id: a}") != []
    assert (
        wrong("injects", "injects: [{id: a, like: alert}]\nactions: {a: {title: A, by: b}}") == []
    )
    assert wrong("injects", "actions: {a: {title: A}}") != []


def test_the_command_prints_it():
    left = call(command, "--of", "injects")
    assert left.code == 0
    assert left.data == SCHEMAS["injects"]()
    assert call(command).data["title"] == "A scenario of Kulla"
