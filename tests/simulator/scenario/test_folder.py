"""How the files of a scenario are put together, and what can be wrong with them."""

import shutil
from pathlib import Path

import pytest

from simulator.scenario import load
from simulator.scenario.folder import FOLDER_CODES
from tests.simulator.scenario.including import INCLUDING
from tests.simulator.scenario.small import problems, put, scenario, whole

SCENARIOS = Path(__file__).parents[2] / "scenarios"
PARTS = {"injects/one.yaml": "- {id: one, at: 1h, …}\n"}


def test_a_folder_is_one_scenario_of_several_files(tmp_path: Path):
    put(
        tmp_path,
        {
            "scenario.yaml": whole("notes_file: text/notes.md\n"),
            "injects/1.yaml": "- {id: first, at: 1h, …}\n",
            "injects/2.yaml": "injects:\n- {id: second, at: 2h, …}\n"
            "actions: {cut: {title: Cut, by: watch}}\n",
            "injects/3.yaml": "actions: {call: {title_file: {en: text/call.md}, by: watch}}\n",
            "text/notes.md": "To be read aloud.\n",
            "text/call.md": "Call",
        },
    )
    found = load(tmp_path)
    assert [inject.id for inject in found.injects] == ["first", "second"]
    assert {name: str(action.title.into("en")) for name, action in found.actions.items()} == {
        "cut": "Cut",
        "call": "Call",
    }
    assert found.notes is not None
    assert found.notes.into("en") == "To be read aloud.\n"


def test_the_first_file_stands_for_its_folder(tmp_path: Path):
    put(scenario(tmp_path), PARTS)
    assert load(tmp_path / "scenario.yaml") == load(tmp_path)


def test_a_file_of_another_name_is_a_scenario_by_itself(tmp_path: Path):
    put(scenario(tmp_path), {**PARTS, "alone.yaml": whole("")})
    assert load(tmp_path / "alone.yaml").injects == ()


def test_a_text_file_can_stand_as_deep_as_a_text_can(tmp_path: Path):
    put(
        scenario(
            tmp_path,
            "injects:\n- {id: a, at: 1h, …, decision: {ask: Who?, options: [{id: me, label: Me, "
            "consent: [{from: council, asks_back: {chance: 50%, question_file: why.md}}]}]}}\n",
        ),
        {"why.md": "Why you?"},
    )
    (inject,) = load(tmp_path).injects
    assert inject.decision is not None
    (link,) = inject.decision.options[0].consent
    assert link.asks_back is not None
    assert link.asks_back.question.into("en") == "Why you?"


FOLDERS: list[tuple[str, dict[str, str | bytes], list[str]]] = [
    (
        "a key of two files",
        {"injects/1.yaml": "language: sq\n", "injects/2.yaml": "language: en\n"},
        ["injects/2.yaml:1:1: F08 'language' stands in another file of this scenario already; "
         "delete one"],
    ),
    (
        "a part of two files",
        {"injects/1.yaml": "facts:\n  known: {}\n  late: {}\n",
         "injects/2.yaml": "facts:\n  early: {}\n  known: {}\n"},
        ["injects/2.yaml:3:3: F08 'known' stands in another file of this scenario already; "
         "delete one"],
    ),
    (
        "injects in a map and in a list",
        {"injects/1.yaml": "- {id: a, by_hand: true, …}\n", "injects/2.yaml": "injects: {}\n"},
        ["injects/2.yaml:1:1: F08 'injects' stands in another file of this scenario already; "
         "delete one"],
    ),
    (
        "a text and a file for it",
        {"injects/1.yaml": "about: Short.\nabout_file: a.md\n", "a.md": "Long."},
        ["injects/1.yaml:2:1: F09 write 'about' or 'about_file', not both"],
    ),
    (
        "a file named by a list",
        {"injects/1.yaml": "about_file: [a.md]\n", "a.md": "Long."},
        ["injects/1.yaml:1:13: F10 a text file is named by its path in the scenario's folder, "
         "like text/a.md"],
    ),
    (
        "a path of Windows",
        {"injects/1.yaml": r"about_file: {en: text\a.md}" "\n", "text/a.md": "Long."},
        ["injects/1.yaml:1:18: F10 a text file is named by its path in the scenario's folder, "
         "like text/a.md"],
    ),
    (
        "a path out of the folder",
        {"injects/1.yaml": "about_file: {en: text/../../a.md}\n"},
        ["injects/1.yaml:1:18: F11 the text file 'text/../../a.md' is outside the scenario's "
         "folder; move it there"],
    ),
    (
        "a path from the root",
        {"injects/1.yaml": "about_file: /etc/passwd\n"},
        ["injects/1.yaml:1:13: F11 the text file '/etc/passwd' is outside the scenario's folder; "
         "move it there"],
    ),
    (
        "a file that is not there",
        {"injects/1.yaml": "about_file: {en: a.md, sq: b.md}\n", "a.md": "Long."},
        ["injects/1.yaml:1:28: F12 there is no text file 'b.md' in the scenario's folder; "
         "did you mean 'a.md'?"],
    ),
    (
        "a name longer than any file's",
        {"injects/1.yaml": f"about_file: {'a' * 300}\n"},
        [f"injects/1.yaml:1:13: F12 there is no text file '{'a' * 60}…' in the scenario's folder"],
    ),
    (
        "a folder for a text",
        {"injects/1.yaml": "about_file: text\n", "text/a.md": "Long."},
        ["injects/1.yaml:1:13: F12 there is no text file 'text' in the scenario's folder"],
    ),
    (
        "an empty text file",
        {"injects/1.yaml": "about_file: a.md\n", "a.md": "\n"},
        ["injects/1.yaml:1:13: V08 a text is words, or a map of languages like {en: …, sq: …}"],
    ),
    (
        "a text file that is no text",
        {"injects/1.yaml": "about_file: a.md\n", "a.md": b"So\nlong\xff"},
        ["a.md:2:5: Y02 the byte 0xff is not UTF-8; save the file as UTF-8"],
    ),
    (
        "mistakes in several files, with the place in each",
        {"injects/1.yaml": "- {id: a, at: 1, …}\n",
         "injects/2.yaml": "- {id: b, at: 1h, …}\n- just words\n- {id: c, at: 13h, …}\n"},
        ["injects/1.yaml:1:15: V02 a duration carries its units, like 90s, 20m, 1h30m or 2d; "
         "1 does not",
         "injects/2.yaml:2:3: F04 lines of 'key: value' should stand here, not 'just words'",
         "injects/2.yaml:3:15: L08 this is after the end of the exercise; choose an earlier time"],
    ),
    (
        "a file of injects that is not read",
        {"injects/1.yml": "- {id: a, at: 1h, …}\n"},
        ["injects/1.yml:1:1: F19 this file is not read; name it '1.yaml'"],
    ),
    (
        "a file that can't be read to its end, and what is wrong in the others by itself",
        {"injects/1.yaml": "- {id: a, at: 1h\n- b\n",
         "injects/2.yaml": "- {id: b, after: a, …}\n- {id: c, at: 1, …}\n"},
        ["injects/1.yaml:1:3: Y14 ",
         "injects/2.yaml:2:15: V02 "],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("files", "lines"), [case[1:] for case in FOLDERS], ids=[case[0] for case in FOLDERS]
)
def test_a_folder_with_mistakes(files: dict[str, str | bytes], lines: list[str], tmp_path: Path):
    found = problems(put(scenario(tmp_path), files))
    assert [line[: len(want)] for line, want in zip(found, lines, strict=True)] == lines


def test_every_code_of_the_folder_has_an_example():
    codes = {line.split()[1] for _, _, lines in FOLDERS + INCLUDING for line in lines}
    assert set(FOLDER_CODES) <= codes


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path):
    put(tmp_path, {"secret.md": "Secret.", "other.yaml": "[]"})
    inside = scenario(tmp_path / "mine", "notes_file: notes.md\n")
    (inside / "injects").mkdir()
    for link, to in {"notes.md": "secret.md", "injects/a.yaml": "other.yaml"}.items():
        try:
            (inside / link).symlink_to(tmp_path / to)
        except OSError:
            pytest.skip("links can't be made here")
    assert problems(inside) == [
        "injects/a.yaml:1:1: F11 this file is a link that leads out of the scenario's folder",
        "scenario.yaml:7:13: F11 the text file 'notes.md' is outside the scenario's folder; "
        "move it there",
    ]


def test_a_link_in_a_circle_is_no_text_file(tmp_path: Path):
    inside = scenario(tmp_path, "notes_file: notes.md\n")
    try:
        (inside / "notes.md").symlink_to("notes.md")
    except OSError:
        pytest.skip("links can't be made here")
    assert problems(inside) == [
        "scenario.yaml:7:13: F12 there is no text file 'notes.md' in the scenario's folder"
    ]


EVERYTHING = SCENARIOS / "everything"
EVERY_FILE = [file for file in sorted(EVERYTHING.rglob("*")) if file.is_file()]


@pytest.mark.parametrize("file", EVERY_FILE, ids=lambda file: file.name)
def test_the_digest_changes_with_every_byte_that_was_read(file: Path, tmp_path: Path):
    copy = shutil.copytree(EVERYTHING, tmp_path / "copy")
    before = load(copy).digest
    assert before == load(EVERYTHING).digest
    with (copy / file.relative_to(EVERYTHING)).open("ab") as end:
        end.write(b"\n")
    assert load(copy).digest != before


def test_the_digest_tells_files_apart(tmp_path: Path):
    one = put(
        scenario(tmp_path / "one"),
        {"injects/a.yaml": "facts: {}\n", "injects/b.yaml": "names: {}\n"},
    )
    two = put(
        scenario(tmp_path / "two"),
        {"injects/a.yaml": "facts: {}\nnames: {}\n", "injects/b.yaml": "{}\n"},
    )
    assert load(one).digest != load(two).digest
