"""Mistakes that only the whole scenario shows, each with its place and its sentence."""

from pathlib import Path

import pytest

from simulator.scenario import examine
from simulator.scenario.finding import CHECK_CODES
from simulator.scenario.library import shipped
from tests.simulator.scenario.small import Case, expected, told, whole
from tests.simulator.scenario.test_circles import CIRCLES
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
        "L21",
        "outcomes:\n  lost: {title: Lost, ends: ▸true}\n",
        "say with 'when' what ends the exercise so",
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[f"{c.code}-{n}" for n, c in enumerate(CASES)])
def test_a_mistake_is_told_once_at_its_place(case: Case, tmp_path: Path):
    assert told(whole(case.text).replace("▸", ""), tmp_path) == [expected(case)]


def test_every_code_of_the_checks_has_an_example():
    assert {case.code for case in [*CASES, *CIRCLES, *MENTIONS]} == set(CHECK_CODES)


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
