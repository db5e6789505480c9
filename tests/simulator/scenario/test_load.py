"""From files to a scenario: how they are put together, and what becomes of files with mistakes."""

import json
from collections.abc import Iterator
from functools import reduce
from operator import getitem
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.scenario import BadScenario, examine, load
from simulator.scenario.finding import CHECK_CODES
from simulator.scenario.folder import FOLDER_CODES, Files
from simulator.scenario.mistakes import MODEL_CODES
from simulator.scenario.problem import READING_CODES
from tests.simulator.scenario.small import problems, scenario, told, whole

SCENARIOS = Path(__file__).parents[2] / "scenarios"


def test_where_no_scenario_is_the_reason_is_told(tmp_path: Path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(FileNotFoundError, match=r"it holds no scenario\.yaml"):
        examine(tmp_path / "empty")
    with pytest.raises(FileNotFoundError, match="No such file"):
        examine(tmp_path / "nowhere")


def test_a_bad_scenario_is_told_line_by_line(tmp_path: Path):
    path = scenario(tmp_path, "pace: 0\ntlp: PINK\n")
    with pytest.raises(BadScenario) as refused:
        load(path)
    assert str(refused.value) == "\n".join(f"{path}/{line}" for line in problems(path))
    assert refused.value.path == str(path)


TEN_MISTAKES = """\
kulla: 1
id: ten-mistakes
titel: The harbour burns
start: 2030-01-01T00:00:00+00:00
length: 12 hours
tlp: GREEN
tlp: AMBER
roles:
  watch: {title: Watch, brief_file: text/watch.md}
  council: {title: Town council}
assets:
  mail: {title: Mail, owner: wacth, hosts: 4}
  web: {title: Web, owner: watch, hosts: 200.5}
  a: {title: A, owner: watch, hosts: 1, depends_on: [b]}
  b: {title: B, owner: watch, hosts: 1, depends_on: [a]}
injects:
- id: smoke
  at: 1h
  to: watch
  channel: phone
  from: "${role.cuncil}"
  title: Smoke
  text: It burns
- id: fire
  when: {all: [{asset: web, is: isolated}, {aset: mail, is: isolated}]}
  to: watch
  channel: phone
  from: Harbour
  title: Fire
  text: It burns high
- id: end
  at: 2h
  to: watch
  channel: news
  from: Harbour
  title: Ashes
  text: It has burnt
  decision: {ask: And now?, due: 1h, default: waitt, options: [{id: wait, label: Wait}]}
"""


def test_ten_mistakes_of_all_families_are_ten_lines(tmp_path: Path):
    assert told(TEN_MISTAKES, tmp_path) == [
        "3:1: F01 unknown key 'titel'; did you mean 'title'?",
        "5:9: V02 a duration carries its units, like 90s, 20m, 1h30m or 2d; '12 hours' does not",
        "7:1: Y20 the key 'tlp' stands in line 6 already; delete one",
        "9:37: F12 there is no text file 'text/watch.md' in the scenario's folder",
        "12:30: R01 there is no role 'wacth'; did you mean 'watch'?",
        "13:42: F04 a whole number should stand here, not 200.5",
        "14:54: L01 these assets depend on each other in a circle: a -> b -> a; "
        "take one out of 'depends_on'",
        "21:9: T01 there is no name '${role.cuncil}'; did you mean 'role.council'?",
        "25:44: F03 no condition begins with 'aset'; did you mean 'asset'?",
        "38:47: R03 the decision 'end' has no option 'waitt'; did you mean 'wait'?",
    ]


def test_a_sentence_stays_a_line_of_its_own(tmp_path: Path):
    long = "so " * 100
    (one, two) = told(whole(f"'{long}': 5\nnotes: '${{{long}}}'\n"), tmp_path)
    assert one == f"7:1: F01 unknown key '{long[:60]}…'"
    assert two.startswith("8:8: T01 there is no name '${so so so")
    assert len(two) < 200


LEFT_OUT = {
    "an inject that a wrong one may send":
        "injects:\n- {id: a, …}\n- {id: b, at: 90, …, then: [{inject: a}]}\n",
    "a name of a wrong role": "roles: {watch: {title: 5}}\nnotes: Ask ${role.watch}.\n",
    "a team of a wrong role":
        "roles: {watch: {title: 5, teams: {it: 2}}, council: {title: C}}\nnotes: Ask ${team.it}.\n"
        "actions: {cut: {title: Cut, by: council, takes: {people: {it: 3}}}}\n",
    "an option of a wrong decision":
        "injects:\n- {id: a, at: 90, …, decision: {ask: Who?, options: [{id: me, label: Me}]}}\n"
        "- {id: b, when: {decision: a, chose: you}, …}\n",
    "what depends on a wrong asset":
        "assets:\n  a: {title: 5, owner: watch, hosts: 1, depends_on: [b]}\n"
        "  b: {title: B, owner: watch, hosts: 1, depends_on: [a]}\n",
    "a time in an exercise of unknown length":
        "lenght: 1h\nmodules: {talk: {title: T, at: 2d, situation: S}}\n",
    "the name of a wrong adversary":
        "adversary: {name: 5, modelled_on: Nobody}\nnotes: '${adversary} it was.'\n",
}  # fmt: skip


@pytest.mark.parametrize("text", LEFT_OUT.values(), ids=LEFT_OUT)
def test_what_hangs_on_a_wrong_part_is_not_judged(text: str, tmp_path: Path):
    text = whole(text).replace("length: 12h\n", "") if "lenght" in text else whole(text)
    assert len(told(text, tmp_path)) == 1


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("roles: {}\n", ["F06"]),
        ("roles: {watch: 5}\n", ["F04"]),
        ("adversary: {}\n", ["F02", "F02"]),
        ("adversary:\npace: 0\n", ["F04", "F06"]),
        ("adversary: {steps: {}}\n", ["F02", "F02", "F04"]),
        ("injects: []\nlanguage: fr\n", ["F05"]),
    ],
)
def test_where_a_whole_table_is_wrong_the_rest_is_still_checked(
    text: str, codes: list[str], tmp_path: Path
):
    found = told(whole(f"{text}notes: ${{moon}}\n"), tmp_path)
    assert sorted(problem.split()[1] for problem in found) == [*codes, "T01"]


EVERYTHING = SCENARIOS / "everything"
EVERY_CODE = READING_CODES.keys() | FOLDER_CODES.keys() | MODEL_CODES.keys() | CHECK_CODES.keys()
WHOLE = {key: part for key, part in Files(EVERYTHING).tree.items() if key != "include"}
ODD: tuple[Any, ...] = (
    None,
    True,
    -1,
    0,
    0.5,
    10**9,
    "",
    "x",
    "target",
    "${",
    "1h",
    "50%",
    [],
    ["x"],
    {},
    {"x": 1},
)


def places(node: Any, loc: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every key and every item of a tree."""
    keys = node if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
    for key in keys:
        yield (*loc, key)
        yield from places(node[key], (*loc, key))


PLACES = list(places(WHOLE))


def at(tree: Any, loc: tuple[Any, ...]) -> Any:
    return reduce(getitem, loc, tree)


def test_one_file_of_everything_is_as_good_as_the_folder(tmp_path: Path):
    assert told(json.dumps(WHOLE), tmp_path) == []


@given(
    st.sampled_from(PLACES),
    st.sampled_from(ODD) | st.sampled_from(PLACES).map(lambda loc: at(WHOLE, loc)) | st.just(...),
)
def test_any_change_gives_a_scenario_or_problems(loc: tuple[Any, ...], instead: Any):
    tree = json.loads(json.dumps(WHOLE))
    if instead is ...:
        del at(tree, loc[:-1])[loc[-1]]
    else:
        at(tree, loc[:-1])[loc[-1]] = instead
    with TemporaryDirectory() as folder:
        file = Path(folder, "changed.yaml")
        file.write_text(json.dumps(tree), "utf-8")
        found = examine(file)
    assert (found.scenario is None) == bool(found.problems)
    assert [problem.code for problem in found.problems if problem.code not in EVERY_CODE] == []
