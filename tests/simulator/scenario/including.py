"""What can be wrong with what a scenario includes."""

from typing import Final

from tests.simulator.scenario.small import whole

Files = dict[str, str | bytes]

LATER: Final = "parts/later.yaml"


def _main(include: str, text: str = "") -> str:
    return whole(f"include: {include}\n{text}")


INCLUDING: Final[list[tuple[str, Files, list[str]]]] = [
    (
        "a library that nobody wrote",
        {"scenario.yaml": _main("kulla:albanya")},
        ["scenario.yaml:7:10: F13 no library 'albanya' comes with Kulla; did you mean 'albania'?"],
    ),
    (
        "a library by a path",
        {"scenario.yaml": _main("kulla:../parts/later"), LATER: "names: {a: A}\n"},
        ["scenario.yaml:7:10: F13 no library '../parts/later' comes with Kulla; "
         "there are albania, channels, industrial, nato"],
    ),
    (
        "a file that is not there, and one outside",
        {"scenario.yaml": _main("[parts/none.yaml, {from: ../x.yaml}, parts]"), LATER: "{}\n"},
        ["scenario.yaml:7:11: F14 there is no file 'parts/none.yaml' in the scenario's folder to "
         "include",
         "scenario.yaml:7:35: F11 the file '../x.yaml' is outside the scenario's folder; "
         "move it there",
         "scenario.yaml:7:47: F14 there is no file 'parts' in the scenario's folder to include"],
    ),
    (
        "files that include each other",
        {"scenario.yaml": _main("a.yaml"), "a.yaml": "include: [b.yaml]\n",
         "b.yaml": "names: {b: B}\ninclude: a.yaml\n"},
        ["b.yaml:2:10: F15 'a.yaml' would include itself so; take this out"],
    ),
    (
        "the first file itself",
        {"scenario.yaml": _main("./scenario.yaml")},
        ["scenario.yaml:7:10: F15 './scenario.yaml' would include itself so; take this out"],
    ),
    (
        "parts that are not there",
        {"scenario.yaml": _main("[{from: kulla:nato, only: [roles.nato-crit, assets]}]")},
        ["scenario.yaml:7:37: F16 'kulla:nato' has no part 'roles.nato-crit'; did you mean "
         "'roles.nato-cirt'?",
         "scenario.yaml:7:54: F16 'kulla:nato' has no part 'assets'"],
    ),
    (
        "an include among injects",
        {"scenario.yaml": whole(""), "injects/1.yaml": "include: kulla:nato\n"},
        ["injects/1.yaml:1:1: F17 only scenario.yaml and what it includes can include; "
         "move this there"],
    ),
    (
        "an include that says no file",
        {"scenario.yaml": _main("[a.yaml, {form: kulla:nato}, 5]"), "a.yaml": "include: [{}]\n"},
        ["a.yaml:1:11: F17 write the path of a file, kulla:NAME, or {from: …, only: […]}",
         "scenario.yaml:7:20: F01 unknown key 'form'; did you mean 'from'?",
         "scenario.yaml:7:39: F04 lines of 'key: value' should stand here, not 5"],
    ),
    (
        "a long chain",
        {"scenario.yaml": _main("0.yaml"),
         **{f"{n}.yaml": f"include: {n + 1}.yaml\n" for n in range(9)}, "9.yaml": "{}\n"},
        ["7.yaml:1:10: F18 at most 50 files can be included, 8 deep; take this out"],
    ),
    (
        "very many files",
        {"scenario.yaml": _main(str([f"{n}.yaml" for n in range(60)])),
         **{f"{n}.yaml": f"names: {{a: A{n}}}\n" for n in range(60)}},
        ["scenario.yaml:7:551: F18 at most 50 files can be included, 8 deep; take this out"],
    ),
    (
        "mistakes in included parts, each where it is written",
        {"scenario.yaml": _main("a.yaml", "assets: {mail: {hosts: 0}}\n"),
         "a.yaml": "assets:\n  mail:\n    title: Mail\n    hosts: 4\n    owner: wach\n"},
        ["a.yaml:5:12: R01 there is no role 'wach'; did you mean 'watch'?",
         "scenario.yaml:8:24: F06 a number of at least 1 should stand here, not 0"],
    ),
    (
        "a part that is left out, and asked for",
        {"scenario.yaml": _main("a.yaml", "facts: {one: null, two: null}\n"
                                "outcomes: {all: {title: All, when: {fact: one}}}\n"),
         "a.yaml": "facts: {one: {}}\n"},
        ["scenario.yaml:8:25: F04 nothing stands here; write a value, or delete the key",
         "scenario.yaml:9:43: R01 there is no fact 'one'"],
    ),
    (
        "mistakes in a template, told once",
        {"scenario.yaml": _main("a.yaml", "injects:\n- {id: x, like: loud, at: 1h, …}\n"
                                "- {id: y, like: lowd, at: 1h, …}\n"
                                "- {id: z, like: soft, at: 1h, …}\n"),
         "a.yaml": "templates:\n  loud: {tlp: PINK}\n  soft: {hint: '${moon}'}\n"},
        ["a.yaml:2:15: F05 ", "a.yaml:3:16: T01 ", "scenario.yaml:10:17: R01 "],
    ),
    (
        "keys that a template would bring which is not there are not missed as well",
        {"scenario.yaml": _main("a.yaml", "injects:\n- {id: x, like: lowd, at: 1h, title: X}\n"),
         "a.yaml": "templates:\n  loud: {to: watch, channel: phone, from: Y, text: Z}\n"},
        ["scenario.yaml:9:17: R01 there is no template 'lowd'; did you mean 'loud'?"],
    ),
]  # fmt: skip
