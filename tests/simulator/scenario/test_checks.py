"""Mistakes that only the whole scenario shows, each with its place and its sentence."""

from pathlib import Path

import pytest

from simulator.scenario import examine
from simulator.scenario.finding import CHECK_CODES
from simulator.scenario.library import shipped
from tests.simulator.scenario.small import Case, expected, told, whole
from tests.simulator.scenario.test_circles import CIRCLES
from tests.simulator.scenario.test_contest import CONTEST
from tests.simulator.scenario.test_gauges import GAUGES
from tests.simulator.scenario.test_mentions import MENTIONS

WORLD = """\
assets:
  mail: {title: Mail, owner: watch, hosts: 4, data: 10}
  web: {title: Web, owner: council, hosts: 2}
"""

CASES = [
    Case(
        "R02",
        "injects:\n- {id: smoke, at: 1h, …}\n- {id: ▸smoke, at: 2h, …}\n",
        "another inject has the id 'smoke' already; rename this one",
    ),
    Case(
        "R02",
        "injects:\n- {id: a, at: 1h, …, decision: {ask: Who?, free_text: true}}\n"
        "- {id: b, at: 1h, …, decision: {id: ▸a, ask: Who?, free_text: true}}\n",
        "another decision has the id 'a' already; rename this one",
    ),
    Case(
        "R06",
        "roles:\n  ▸control: {title: Control}\n  watch: {title: Watch}\n"
        "  council: {title: Council}\n",
        "'control' is the facilitator's own name; give this role another id",
    ),
    Case(
        "L22",
        "modules:\n  pause: ▸{title: Pause, situation: Think.}\n",
        "say when this opens; give it 'at' or 'when'",
    ),
    Case(
        "L23",
        "injects:\n- {id: hum, at: 1h, noise: true, …}\n- {id: then, after: ▸hum, …}\n",
        "'hum' is noise, which some levels leave out, so nothing can hang on it",
    ),
    Case(
        "L23",
        "injects:\n- {id: hum, at: 1h, noise: true, …}\n- {id: no, at: 2h, corrects: ▸hum, …}\n",
        "'hum' is noise, which some levels leave out, so nothing can hang on it",
    ),
    Case(
        "L23",
        "injects:\n- {id: hum, at: 1h, noise: true, …}\n"
        "outcomes: {heard: {title: Heard, when: {inject: ▸hum}}}\n",
        "'hum' is noise, which some levels leave out, so nothing can hang on it",
    ),
    Case(
        "L23",
        "facts: {heard: {}}\n"
        "injects:\n- {id: hum, at: 1h, noise: ▸true, then: [{fact: heard}], …}\n",
        "noise, which some levels leave out, does nothing; mark it no noise",
    ),
    Case(
        "R02",
        "adversary:\n  name: Moth\n  modelled_on: Nobody\n  steps:\n"
        "  - {id: eat, title: Eats, technique: T1486}\n"
        "  - {id: ▸eat, title: Eats, technique: T1486}\n",
        "another step has the id 'eat' already; rename this one",
    ),
    Case(
        "R02",
        "roles:\n  watch: {title: Watch, teams: {it: 2}}\n"
        "  council: {title: Council, teams: {▸it: 1}}\n",
        "another team has the id 'it' already; rename this one",
    ),
    Case(
        "R02",
        "injects:\n- id: a\n  at: 1h\n  to: watch\n  channel: phone\n  from: Harbour\n"
        "  variants:\n  - {id: one, when: {time: {after: 1h}}, title: T, text: T}\n"
        "  - {id: ▸one, title: T, text: T}\n",
        "another variant has the id 'one' already; rename this one",
    ),
    Case(
        "R02",
        "injects:\n- {id: a, at: 1h, …, decision: {ask: Who?, options: ["
        "{id: one, label: One}, {id: ▸one, label: Two}]}}\n",
        "another option has the id 'one' already; rename this one",
    ),
    Case(
        "R02",
        "reports:\n  log: {title: Log, by: watch, to: council, fields: ["
        "{id: what, label: What}, {id: ▸what, label: When}]}\n",
        "another field has the id 'what' already; rename this one",
    ),
    Case(
        "R02",
        "modules:\n  talk: {title: Talk, at: 1h, situation: So., questions: ["
        "{id: who, to: watch, ask: Who?}, {id: ▸who, to: watch, ask: Who?}]}\n",
        "another question has the id 'who' already; rename this one",
    ),
    Case(
        "R03",
        "injects:\n- {id: a, at: 1h, …, decision: {ask: Who?, due: 1h, default: ▸wach, options: ["
        "{id: watch, label: Watch}, {id: nobody, label: Nobody}]}}\n",
        "the decision 'a' has no option 'wach'; did you mean 'watch'?",
    ),
    Case(
        "R03",
        "injects:\n- {id: a, at: 1h, …, decision: {ask: Who?, options: ["
        "{id: watch, label: Watch}, {id: nobody, label: Nobody}]}}\n"
        "- {id: b, when: {all: [{decision: a, chose: [watch, ▸me]}]}, …}\n",
        "the decision 'a' has no option 'me'",
    ),
    Case(
        "R04",
        WORLD + "injects:\n- {id: a, at: 1h, …, then: [{asset: ▸target, set: isolated}]}\n",
        "name an asset here; only an action with 'targets' may say 'target'",
    ),
    Case(
        "R04",
        WORLD + "actions:\n  cut: {title: Cut, by: watch, needs: {not: {asset: ▸target, "
        "is: isolated}}, then: [{asset: mail, set: isolated}]}\n",
        "name an asset here; only an action with 'targets' may say 'target'",
    ),
    Case(
        "R04",
        WORLD + "adversary: {name: Moth, modelled_on: Nobody, steps: ["
        "{id: eat, title: Eats, technique: T1486, foothold: [mail, ▸target]}]}\n",
        "name an asset here; no order can choose 'target'",
    ),
    Case(
        "R04",
        "assets:\n  ▸target: {title: Mail, owner: watch, hosts: 4}\n",
        "'target' means the asset chosen in an order; give this one another id",
    ),
    Case(
        "R05",
        WORLD + "actions:\n  cut: {title: Cut, by: watch, targets: [mail, web], doctrine: ["
        "▸{when: {time: {after: 1h}}}]}\n",
        "say the 'target': one of mail, web",
    ),
    Case(
        "R05",
        WORLD + "actions:\n  cut: {title: Cut, by: watch, targets: mail, doctrine: ["
        "{when: {time: {after: 1h}}, target: ▸web}]}\n",
        "'web' is none of the action's targets",
    ),
    Case(
        "R05",
        WORLD + "actions:\n  cut: {title: Cut, by: watch}\n"
        "injects:\n- {id: a, when: {action: cut, target: ▸mail}, …}\n",
        "the action has no targets",
    ),
    Case(
        "L05",
        "injects:\n- {id: a, at: 1h, …, repeat: {every: ▸{between: [0s, 1h]}, times: 3}}\n",
        "a repetition takes time; give 'every' at least 1s",
    ),
    Case(
        "L06",
        "injects:\n- ▸{id: a, …}\n- {id: b, at: 1h, …, then: [{inject: a, do: skip}]}\n",
        "nothing sends this; give it 'at', 'after' or 'when', or say 'by_hand: true'",
    ),
    Case(
        "L07",
        "injects:\n- {id: a, by_hand: true, ▸after: b, …}\n- {id: b, at: 1h, …}\n",
        "an inject sent by hand has no 'after'; delete that or 'by_hand'",
    ),
    Case(
        "L08",
        "injects:\n- {id: a, at: ▸12h1s, …}\n- {id: b, at: 12h, …}\n",
        "this is after the end of the exercise; choose an earlier time",
    ),
    Case(
        "L08",
        "modules:\n  talk: {title: Talk, at: ▸13h, situation: So.}\n",
        "this is after the end of the exercise; choose an earlier time",
    ),
    Case(
        "L08",
        "adversary: {name: Moth, modelled_on: Nobody, steps: ["
        "{id: eat, title: Eats, technique: T1486, at: ▸2d}]}\n",
        "this is after the end of the exercise; choose an earlier time",
    ),
    Case(
        "L09",
        "injects:\n- ▸{id: a, at: 1h, to: watch, title: Smoke, text: It burns}\n",
        "this inject lacks 'from' and 'channel'; write it here or in each variant",
    ),
    Case(
        "L09",
        "injects:\n- ▸id: a\n  at: 1h\n  to: watch\n  channel: phone\n  from: Harbour\n"
        "  title: Smoke\n  variants:\n"
        "  - {id: one, when: {time: {after: 1h}}, text: It burns}\n  - {id: two}\n",
        "this inject lacks 'text'; write it here or in each variant",
    ),
    Case(
        "L10",
        "injects:\n- id: a\n  at: 1h\n  to: watch\n  channel: phone\n  from: Harbour\n"
        "  title: Smoke\n  variants:\n  - {id: one, text: It burns, ▸when: {time: {after: 1h}}}\n",
        "where no variant fits, this inject is empty; leave out the 'when' of the last",
    ),
    Case(
        "L10",
        "injects:\n- {id: a, at: 1h, …, variants: [▸{id: one}, {id: two}]}\n",
        "without 'when' this is always sent, and nothing below it; put it last",
    ),
    Case(
        "L11",
        "injects:\n- {id: a, at: 1h, …, decision: ▸{ask: Who?}}\n",
        "nothing can be answered here; give it options, or say 'free_text: true'",
    ),
    Case(
        "L12",
        "injects:\n- {id: a, at: 1h, …, decision: {ask: Who?, due: ▸1h, free_text: true, "
        "options: [{id: me, label: Me}]}}\n",
        "say with 'default' which option stands when nobody answers by then",
    ),
    Case(
        "L13",
        "injects:\n- {id: a, at: 1h, …, decision: {ask: Who?, by: ▸council, free_text: true}}\n",
        "'council' is not told of this; add it to the inject's 'to'",
    ),
    Case(
        "L14",
        "injects:\n- {id: a, at: 1h, …, decision: {ask: Who?, options: ["
        "{id: one, label: One, best: true}, {id: two, label: Two, best: ▸true}]}}\n",
        "an option above is the best already, and can always be chosen",
    ),
    Case(
        "L15",
        WORLD + "adversary: {name: Moth, modelled_on: Nobody, steps: ["
        "{id: eat, title: Eats, technique: T1486, encrypt: {asset: web, hosts_per_minute: 1}, "
        "▸wipe: {asset: mail, hosts_per_minute: 1}}]}\n",
        "the step has 'encrypt' already; make this a step of its own",
    ),
    Case(
        "L16",
        WORLD + "adversary: {name: Moth, modelled_on: Nobody, steps: ["
        "{id: eat, title: Eats, technique: T1048, exfiltrate: {asset: ▸web, gb_per_hour: 1}}]}\n",
        "'web' holds no 'data'; give it some, or write 'up_to'",
    ),
    Case(
        "L17",
        "actions:\n  cut: {title: Cut, by: watch, takes: {people: {it: ▸3}}, "
        "then: [{team: it, add: -1}]}\n",
        "the team has 2 people and none is ever added; take no more",
    ),
    Case(
        "L17",
        "actions:\n  cut: {title: Cut, by: watch, takes: {people: {it: ▸3}}, "
        "then: [{team: it, add: -1}, {team: it, add: 1, after: 1h}]}\n",
        "the team has 2 people and none is ever added; take no more",
    ),
    Case(
        "L18",
        "actions:\n  cut: {title: Cut, by: watch, consent: [{from: ▸watch, takes: 1h}]}\n",
        "'watch' would ask only itself; name another role, or delete 'consent'",
    ),
    Case(
        "L18",
        "injects:\n- {id: a, at: 1h, …, decision: {ask: Who?, options: ["
        "{id: me, label: Me, consent: [{from: ▸watch}]}]}}\n",
        "'watch' would ask only itself; name another role, or delete 'consent'",
    ),
    Case(
        "L19",
        "reports:\n  log: {title: Log, by: watch, to: council, fields: ["
        "{id: sky, label: Sky, choices: [Calm, Rain, ▸{en: Calm, sq: Qetë}]}]}\n",
        "there is another choice 'Calm'; delete one",
    ),
    Case(
        "L20",
        "reports:\n  log: {title: Log, by: watch, to: council, "
        "clock: {starts: {time: {after: 1h}}, within: ▸0s}}\n",
        "a reporting clock needs time; give 'within' at least 1s",
    ),
    Case(
        "L19",
        "reports:\n  log: {title: Log, by: watch, to: council, fields: ["
        "{id: sky, label: Sky, choices: [{id: a, label: A}, ▸{id: a, label: B}]}]}\n",
        "there is another choice 'a'; delete one",
    ),
    *(
        Case(
            code,
            f"reports:\n  log: {{title: Log, by: watch, to: council, fields: [{field}]}}\n",
            sentence,
        )
        for code, field, sentence in (
            ("L72", "{id: sky, label: Sky, kind: ▸choice}",
             "a field of kind 'choice' has 'choices'; write them"),
            ("L72", "{id: sky, label: Sky, kind: number, choices: ▸[Fog]}",
             "a field of kind 'number' has no choices; take them out"),
            ("L72", "{id: sky, label: Sky, kind: choices, choices: [▸Fog]}",
             "where several can be chosen each has an id: {id: …, label: …}"),
            ("L72", "{id: sky, label: Sky, required: true, wanted: ▸true}",
             "what is required can't be left out; take out 'wanted' or 'required'"),
            ("L72", "{id: sky, label: Sky, kind: time, words: ▸{above: 1}}",
             "a field of kind 'time' has no 'words'; take it out"),
            ("L72", "{id: sky, label: Sky, number: ▸{above: 1}}",
             "a field of kind 'text' has no 'number'; take it out"),
            ("L72", "{id: sky, label: Sky, kind: assets, pattern: ▸x}",
             "a field of kind 'assets' has no 'pattern'; take it out"),
            ("L72", "{id: sky, label: Sky, pattern: ▸'[x'}", "this is no regular expression"),
            ("L72", "{id: sky, label: Sky, pattern_text: ▸Three digits}",
             "it is said where the value does not fit; write 'pattern', too"),
            ("L72", "{id: sky, label: Sky, right: {time: ▸{after: 1h}}}",
             "a field of kind 'text' has no 'time'; write 'is'"),
            ("L72", "{id: sky, label: Sky, kind: time, right: {is: ▸noon}}",
             "a field of kind 'time' has no 'is'; write 'time'"),
            ("L72", "{id: sky, label: Sky, kind: number, best: ['1', ▸'2']}",
             "a field of kind 'number' takes one value; delete the others"),
            ("G01", "{id: sky, label: Sky, kind: time, right: {time: ▸{after: 2h, before: 1h}}}",
             "no moment is within these; let 'after' come first"),
            ("G01", "{id: sky, label: Sky, kind: number, number: ▸{above: 3, at_most: 3}}",
             "no number is within these bounds; let the lower one be the lesser"),
            ("L74", "{id: sky, label: Sky, kind: time, best: ▸soon}",
             "a bot would write 'soon', and that is no moment, like 07:40; "
             "say with 'best' what it writes"),
            ("L76", "{id: sky, label: Sky, right: [{is: fog}, ▸{is: rain}]}",
             "what stands before this holds always, so this never counts; put that last"),
            ("R44", "{id: sky, label: Sky, choices: [Fog], best: ▸{en: Fgo, sq: Mgjull}}",
             "there is no choice of the field 'Fgo'; did you mean 'Fog'?"),
            ("R44", "{id: sky, label: Sky, choices: [Fog, Rain], best: ▸Fgo}",
             "there is no choice of the field 'Fgo'; did you mean 'Fog'?"),
            ("R44", "{id: sky, label: Sky, kind: assets, required: false, right: {is: [▸pots]}}",
             "there is no asset 'pots'"),
            ("R44", "{id: sky, label: Sky, kind: number, right: {is: ▸few}}",
             "this is no number; write one, like '40'"),
            ("L74", "{id: sky, label: Sky, words: {at_least: 3}, best: ▸Fog}",
             "a bot would write 'Fog', and that is not as many words as it takes; "
             "say with 'best' what it writes"),
            ("L74", "{id: sky, label: Sky, kind: number, number: {below: 3}, best: ▸'4'}",
             "a bot would write '4', and that is not within its bounds; "
             "say with 'best' what it writes"),
        )
    ),
    Case(
        "L74",
        "reports:\n  log: {title: Log, by: watch, to: council, "
        "clock: {starts: {time: {after: 1h}}, within: 1h}, "
        "fields: [{id: ▸sky, label: Sky, pattern: '[0-9]+'}]}\n",
        "a bot would write 'Sky', and that does not fit its pattern; "
        "say with 'best' what it writes",
    ),
    Case(
        "R43",
        "reports:\n  log: {title: Log, by: watch, to: council, fields: [{id: sky, label: Sky}]}\n"
        "injects:\n- {id: a, …, when: {report: log, field: ▸sly, says: Fog}}\n",
        "the report 'log' has no field 'sly'; did you mean 'sky'?",
    ),
    Case(
        "R44",
        "reports:\n  log: {title: Log, by: watch, to: council, "
        "fields: [{id: sky, label: Sky, choices: [Fog]}]}\n"
        "injects:\n- {id: a, …, when: {report: log, field: sky, says: [Fog, ▸Rain]}}\n",
        "there is no choice of the field 'Rain'",
    ),
    Case(
        "L73",
        "reports:\n  log: {title: Log, by: watch, to: council, fields: [{id: sky, label: Sky}]}\n"
        "injects:\n- {id: a, …, when: {report: log, right: ▸{above: 1}}}\n",
        "no field of 'log' says what is right; give one 'right'",
    ),
    Case(
        "L75",
        "adversary: {name: Moth, modelled_on: Nobody}\n"
        "roles: {watch: {title: W, red: true}, council: {title: C, red: ▸true}}\n",
        "'watch' plays the adversary already; leave one of the two",
    ),
    Case(
        "L75",
        "roles: {watch: {title: W, red: ▸true}, council: {title: C}}\n",
        "there is no adversary to be played; write 'adversary'",
    ),
    Case(
        "R07",
        "sides:\n  ▸team: {title: The only one}\n",
        "a team that has this id for its name plays the side; let it have at most 40 letters and "
        "not be 'team'",
    ),
    Case(
        "R08",
        "names: {town: Arra}\nsides:\n  north: {title: North, names: {▸towm: Northam}}\n",
        "'names' has no 'towm' that could be otherwise; did you mean 'town'?",
    ),
    Case(
        "L24",
        "capabilities: {copies: {title: Copies, has: true}}\n"
        "sides:\n  north: {title: North, with: [copies], without: [▸copies]}\n",
        "this side is with 'copies' already; take one of the two out",
    ),
    Case(
        "L21",
        "outcomes:\n  lost: {title: Lost, ends: ▸true}\n",
        "say with 'when' what ends the exercise so",
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[f"{c.code}-{n}" for n, c in enumerate(CASES)])
def test_a_mistake_is_told_once_at_its_place(case: Case, tmp_path: Path):
    assert told(whole(case.text).replace("▸", ""), tmp_path) == [expected(case)]


def test_every_code_of_the_checks_has_an_example():
    cases = [*CASES, *CIRCLES, *CONTEST, *MENTIONS, *GAUGES]
    assert {case.code for case in cases} >= set(CHECK_CODES)


ALLOWED = {
    "an inject that a detection sends":
        "injects:\n- {id: a, …}\n"
        "adversary: {name: Moth, modelled_on: Nobody, steps: ["
        "{id: eat, title: Eats, technique: T1486, seen: {chance: 50%, inject: a}}]}\n",
    "an inject that is itself what is sent when no variant fits":
        "injects:\n- {id: a, at: 1h, …, "
        "variants: [{id: v, when: {time: {after: 2h}}, text: So.}]}\n",
    "two best options of which the first may be closed":
        "injects:\n- {id: a, at: 1h, …, decision: {ask: Who?, options: ["
        "{id: one, label: One, best: true, needs: {time: {after: 1h}}}, "
        "{id: two, label: Two, best: true}]}}\n",
    "a deadline without options":
        "injects:\n- {id: a, at: 1h, …, decision: {ask: Who?, due: 1h, free_text: true}}\n",
    "the target of an order, wherever an action may say it":
        WORLD + "actions:\n  cut: {title: Cut, by: watch, targets: [mail, web], "
        "needs: {asset: target, is: connected}, then: [{asset: target, set: isolated}, "
        "{reveal: {assets: target}, to: watch}], "
        "doctrine: [{when: {asset: target, wiped: {above: 1}}, target: web}]}\n",
    "work for people who come later":
        "actions:\n  cut: {title: Cut, by: watch, takes: {people: {it: 3}}}\n"
        "  call: {title: Call, by: watch, then: [{team: it, add: 1, after: 1h}]}\n",
    "consent of oneself where another role may order as well":
        "actions:\n  cut: {title: Cut, by: [watch, council], consent: [{from: council}]}\n",
    "data taken up to a limit where the asset says nothing of data":
        WORLD + "adversary: {name: Moth, modelled_on: Nobody, steps: [{id: eat, title: Eats, "
        "technique: T1048, exfiltrate: {asset: web, gb_per_hour: 1, up_to: 3}}]}\n",
}  # fmt: skip


@pytest.mark.parametrize("text", ALLOWED.values(), ids=ALLOWED)
def test_this_is_no_mistake(text: str, tmp_path: Path):
    assert told(whole(text), tmp_path) == []


@pytest.mark.parametrize("name", shipped())
def test_what_is_shipped_has_no_mistake(name: str):
    assert examine(shipped()[name]).problems == ()
