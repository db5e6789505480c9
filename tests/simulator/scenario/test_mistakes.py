"""What pydantic and the models refuse, in the words of an author."""

from pathlib import Path

import pytest

from simulator.scenario.mistakes import MODEL_CODES
from simulator.scenario.models import model_at
from tests.simulator.scenario.small import Case, expected, told, whole

MAIL = "assets:\n  mail: {title: Mail, owner: watch, hosts: 4}\n"
DRIFT = MAIL + "gauges:\n  trust: {title: Trust, start: 50, drifts: [{per_hour: 1, when: "
EFFECT = MAIL + "actions:\n  cut: {title: Cut, by: watch, then: ["
STEP = "adversary:\n  name: Moth\n  modelled_on: Nobody\n  steps:\n  - "

CASES = [
    Case("F01", "▸titel: Again\n", "unknown key 'titel'; did you mean 'title'?"),
    Case("F01", "▸colour: red\n", "unknown key 'colour'"),
    Case("F01", "▸digest: 0\n", "unknown key 'digest'"),
    Case(
        "F01",
        "roles: {watch: {title: Watch, teams: {it: {people: 2, ▸skill: networks}}}}\n",
        "unknown key 'skill'; here can stand people, title",
    ),
    Case(
        "F01",
        "assets:\n  mail: {▸titel: Mail, owner: watch, hosts: 4}\n",
        "unknown key 'titel'; did you mean 'title'?",
    ),
    Case(
        "F01",
        EFFECT + "{asset: mail, set: isolated, ▸wype: 1}]}\n",
        "unknown key 'wype'; did you mean 'wipe'?",
    ),
    Case(
        "F01",
        EFFECT + "{asset: mail, set: isolated, ▸fact: known}]}\n",
        "unknown key 'fact'; it begins another effect, with a '- ' of its own",
    ),
    Case(
        "F01",
        DRIFT + "{not: {asset: mail, is: isolated, ▸fact: known}}}]}\n",
        "unknown key 'fact'; it begins another condition, to be joined with 'all' or 'any'",
    ),
    Case("F02", "assets:\n  mail: ▸{title: Mail, hosts: 4}\n", "'owner' is missing"),
    Case("F02", MAIL + "gauges:\n  trust: ▸{start: 5}\n", "'title' is missing"),
    Case(
        "F02",
        STEP + "{id: eat, title: Eats, technique: T1486, encrypt: ▸{asset: mail}}\n" + MAIL,
        "'hosts_per_minute' is missing",
    ),
    Case(
        "F03",
        DRIFT + "{all: [{any: [▸{aset: mail, is: isolated}]}]}}]}\n",
        "no condition begins with 'aset'; did you mean 'asset'?",
    ),
    Case(
        "F03",
        DRIFT + "▸[{asset: mail, is: isolated}]}]}\n",
        "a condition is no list; put 'all:' or 'any:' before it",
    ),
    Case(
        "F03",
        EFFECT + "▸{set: isolated}]}\n",
        "say what 'set' is about: one of asset, gauge, team, step, inject, fact, reveal, tempo, "
        "end",
    ),
    Case(
        "F03",
        "objectives: {save: {title: Save, measures: [▸mail]}}\n",
        "one of done, reported, keep, never should begin this measure, not 'mail'",
    ),
    Case("F04", "pace: ▸fast\n", "a number should stand here, not 'fast'"),
    Case(
        "F04",
        "pace: ▸'60'\n",
        "a number should stand here, not '60'; take away the quotation marks",
    ),
    Case(
        "F04",
        "attack_version: ▸18.1\n",
        "words should stand here, not 18.1; put it in quotation marks",
    ),
    Case(
        "F04",
        "assets:\n  mail: {title: Mail, owner: watch, hosts: ▸2.5}\n",
        "a whole number should stand here, not 2.5",
    ),
    Case(
        "F04",
        "facts: {known: {start: ▸yes}}\n",
        "true or false should stand here, not 'yes'; write true",
    ),
    Case("F04", "facts: {known: ▸true}\n", "lines of 'key: value' should stand here, not true"),
    Case("F04", "assets: ▸[mail]\n", "lines of 'key: value' should stand here, not a list"),
    Case(
        "F04",
        "injects: ▸{id: a}\n",
        "a list should stand here, not a map; begin each item with '- '",
    ),
    Case(
        "F04",
        "injects:\n- {id: a, at: 1h, to: ▸, channel: phone, from: Me, title: T, text: T}\n",
        "nothing stands here; write a value, or delete the key",
    ),
    Case(
        "F05",
        "difficulty: ▸harrd\n",
        "'introductory', 'medium' or 'hard' should stand here, not 'harrd'; did you mean 'hard'?",
    ),
    Case(
        "F05",
        DRIFT + "{asset: mail, is: ▸[isolated]}}]}\n",
        "'connected', 'isolated' or 'switched-off' should stand here, not a list",
    ),
    Case("F06", "pace: ▸0\n", "a number of more than 0 should stand here, not 0"),
    Case(
        "F06",
        "gauges:\n  trust: {title: Trust, start: ▸100.5}\n",
        "a number of at most 100 should stand here, not 100.5",
    ),
    Case(
        "F06",
        "assets:\n  mail: {title: Mail, owner: watch, hosts: ▸0}\n",
        "a number of at least 1 should stand here, not 0",
    ),
    Case("F06", DRIFT + "{all: ▸[]}}]}\n", "this must not be empty"),
    Case("F06", "actions:\n  cut: {title: Cut, by: ▸[]}\n", "this must not be empty"),
    Case(
        "F06",
        "roles: {watch: {title: Watch, short: ▸'The watch by night'}}\n",
        "at most 16 letters can stand here",
    ),
    Case("F06", "roles: {watch: {title: Watch, short: ▸''}}\n", "this must not be empty"),
    Case(
        "F07",
        STEP + "{id: eat, title: Eats, technique: [T1486, ▸T14]}\n",
        "write an ATT&CK technique, like T1486 or T1561.002, not 'T14'",
    ),
    Case(
        "F07",
        "injects:\n- {id: a, at: 1h, …, reliability: ▸G7}\n",
        "write a letter A to F and a digit 1 to 6, like B2, not 'G7'",
    ),
    Case(
        "F07",
        "attack_version: ▸new\n",
        "write a version in quotation marks, like '18.1', not 'new'",
    ),
    Case(
        "F07",
        "sources: {paper: {title: Paper, url: ▸'ftp://paper'}}\n",
        "write an address that begins with http:// or https://, not 'ftp://paper'",
    ),
    Case(
        "F07",
        "sources: {paper: {title: Paper, date: ▸July 2022}}\n",
        "write a date, like 2022-07-15, or a year, not 'July 2022'",
    ),
    Case(
        "F07",
        MAIL + "objectives: {save: {title: Save, measures: [{keep: {asset: mail, foothold: false}, "
        "at: ▸the end}]}}\n",
        "write end, or nothing at all, not 'the end'",
    ),
    Case(
        "V01",
        "assets:\n  ▸Mail: {title: Mail, owner: watch, hosts: 4}\n",
        "an id is lower-case words joined by hyphens, at most 60 letters; 'Mail' is not",
    ),
    Case(
        "V01",
        MAIL + "actions:\n  cut: {title: Cut, by: ▸{watch: true}}\n",
        "an id is lower-case words joined by hyphens, at most 60 letters; a map is not",
    ),
    Case(
        "V02",
        "injects:\n- {id: a, at: ▸90, …}\n",
        "a duration carries its units, like 90s, 20m, 1h30m or 2d; 90 does not",
    ),
    Case(
        "V03",
        "injects:\n- {id: a, at: 1h, delay: ▸401d, …}\n",
        "a duration is at most 400 days; '401d' is longer",
    ),
    Case(
        "V04",
        "injects:\n- {id: a, at: 1h, delay: ▸{betwen: [1h, 2h]}, …}\n",
        "a random duration is written {between: [20m, 90m], likely: 40m}, likely at will",
    ),
    Case(
        "V05",
        "injects:\n- {id: a, at: 1h, delay: ▸{between: [2h, 1h]}, …}\n",
        "the likely time lies between the two others, and the shorter of these comes first",
    ),
    Case(
        "V06",
        "assets:\n  mail: {title: Mail, owner: watch, hosts: 4, enough: ▸0.5}\n",
        "a share is written 0% to 100%; 0.5 is not",
    ),
    Case(
        "V07",
        EFFECT + "{asset: mail, wipe: ▸some}]}\n",
        "write a number of hosts, a share like 40%, or all; not 'some'",
    ),
    Case(
        "V08",
        "notes: ▸[one, two]\n",
        "a text is words, or a map of languages like {en: …, sq: …}",
    ),
    Case("V08", "notes: {en: Notes, sq: ▸[Shënime]}\n", "the text in 'sq' must be words"),
    Case("V09", "notes: {en: A, ▸sk: B}\n", "unknown language 'sk'; texts are in en or sq"),
    Case(
        "V10",
        "actions:\n  cut: {title: Cut, by: ▸[watch, council, watch]}\n",
        "'watch' stands here twice",
    ),
    Case(
        "V11",
        "history: [{at: ▸2022-07-15T14:00:00, what: It began.}]\n",
        "a moment is written 2022-07-15T14:00:00+02:00, with its offset; "
        "'2022-07-15T14:00:00' is not",
    ),
    Case(
        "V12",
        "levels: {hard: {deadlines: ▸10%}}\n",
        "a factor is written 25% to 400%; '10%' is not",
    ),
    Case(
        "C02",
        DRIFT + "{any: [▸{asset: mail}]}}]}\n",
        "say what of it: is, service, hosts_intact, encrypted, wiped, leaked or foothold",
    ),
    Case("C02", DRIFT + "▸{team: it}}]}\n", "say people or free of the team"),
    Case(
        "C02",
        "injects:\n- {id: a, at: 1h, …, decision: {ask: Who?, free_text: true}}\n"
        "- {id: b, when: ▸{decision: a}, …}\n",
        "say chose with an option, or is: open, taken, missed or closed",
    ),
    Case(
        "C03",
        DRIFT + "{asset: mail, service: ▸{}}}]}\n",
        "say below, above, at_least or at_most with a number",
    ),
    Case(
        "C03",
        DRIFT + "▸{gauge: trust}}]}\n",
        "say below, above, at_least or at_most with a number; or manual, alarm, passed or deceived",
    ),
    Case(
        "G01",
        "gauges: {flow: {title: Flow, start: 5, range: ▸{from: 5, to: 5}}}\n",
        "a range goes from the lesser number to the greater",
    ),
    Case(
        "G02",
        "gauges: {flow: {title: Flow, unit: bar, start: 5, alarms: {low: ▸{title: Low}}}}\n",
        "say below or above, one of the two, with a number",
    ),
    Case(
        "G04",
        "gauges: {flow: {title: Flow, unit: bar, start: 5}}\n" + EFFECT
        + "▸{gauge: flow, blind: true, honest: true}]}\n",
        "say one of shows, blind and honest; only one can be so",
    ),
    Case("C03", DRIFT + "{time: ▸{}}}]}\n", "say after or before with a duration since STARTEX"),
    Case(
        "E02",
        EFFECT + "▸{asset: mail}]}\n",
        "say what it does: set, encrypt, wipe, restore, leak, foothold, evict, workaround",
    ),
    Case(
        "R01",
        "assets:\n  mail: {title: Mail, owner: ▸wacht, hosts: 4}\n",
        "there is no role 'wacht'; did you mean 'watch'?",
    ),
    Case("R01", DRIFT + "{not: {fact: ▸known}}}]}\n", "there is no fact 'known'"),
    Case(
        "R01",
        "actions:\n  cut: {title: Cut, by: watch, takes: {people: {▸itt: 1}}}\n",
        "there is no team 'itt'; did you mean 'it'?",
    ),
    Case(
        "R01",
        MAIL + "roles: {watch: {title: Watch, sees: {assets: ▸mial}}}\n",
        "there is no asset 'mial'; did you mean 'mail'?",
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[f"{c.code}-{n}" for n, c in enumerate(CASES)])
def test_a_mistake_is_told_once_at_its_place(case: Case, tmp_path: Path):
    assert told(whole(case.text).replace("▸", ""), tmp_path) == [expected(case)]


def test_every_code_of_the_models_has_an_example():
    assert {case.code for case in CASES} == set(MODEL_CODES)


@pytest.mark.parametrize(
    ("line", "instead", "problem"),
    [
        ("kulla: 1", "kulla: 2", "1:8: F05 1 should stand here, not 2"),
        ("title: A small town\n", "", "1:1: F02 'title' is missing"),
        ("title: A small town", "titel: A small town",
         "3:1: F01 unknown key 'titel'; did you mean 'title'?"),
    ],
)  # fmt: skip
def test_what_a_scenario_cannot_do_without(line: str, instead: str, problem: str, tmp_path: Path):
    assert told(whole("").replace(line, instead), tmp_path) == [problem]


def test_what_the_file_already_has_a_problem_with_is_not_told_again(tmp_path: Path):
    problems = told(whole("pace: .inf\nnotes: *notes\n"), tmp_path)
    assert [problem.split()[1] for problem in problems] == ["Y24", "Y33"]


def test_the_model_at_a_place_is_found_through_maps_lists_and_heads():
    loc = ("gauges", "trust", "drifts", 0, "when", "<all>", "all", 2, "<not>", "not", "<asset>")
    assert model_at(loc).__name__ == "AssetIs"
