"""What `kulla balance` says of runs, and where it writes that."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simulator.cli import balance
from simulator.cli.balance import command
from simulator.rehearsal.balance import Spread, spread
from simulator.rehearsal.balance_table import block, figures, replaced, told_in

MARKS = "# Night\n\n<!-- balance -->\nold\n<!-- /balance -->\n\nMore.\n"


def said(*arguments: str | Path) -> Result:
    asked = ["first-watch", "--seeds", "2", *map(str, arguments)]
    return CliRunner().invoke(command, asked, standalone_mode=False)


def test_the_mean_and_where_four_of_five_lie():
    assert spread(range(11)) == Spread(5, 1, 9)
    assert spread([7]) == Spread(7, 7, 7)
    assert figures(Spread(97.2, 95, 99)) == "97 (95 to 99)"
    assert figures(Spread(4.25, 4.1, 4.4)) == "4.2 (4.1 to 4.4)"
    assert figures(Spread(0, 0, 0)) == "0"


def test_a_table_has_a_column_for_each_policy_and_says_that_nothing_got_stuck():
    left = said()
    rows = left.stdout.splitlines()
    assert left.return_value == 0
    assert rows[0] == "| At ENDEX | doctrine | slow | silent | random |"
    assert rows[-1] == "| Budget stops | 0 | 0 | 0 | 0 |"
    assert {row.count("|") for row in rows} == {6}
    assert any(row.startswith("| Outcome: ") for row in rows)
    assert said().stdout == left.stdout


def test_as_data_it_has_names_for_all_figures():
    [line] = json.loads(said("--bots", "silent", "--format", "json").stdout)
    assert (line["policy"], line["runs"], line["stuck"]) == ("silent", 2, 0)
    assert set(line["hosts"]) == {"mean", "low", "high"}
    assert sum(line["outcomes"].values()) == 2


def test_other_processes_come_to_the_same(monkeypatch: pytest.MonkeyPatch):
    alone = said("--bots", "silent").stdout
    monkeypatch.setattr(balance, "ALONE", 0)
    assert said("--bots", "silent").stdout == alone


def test_it_is_written_between_its_marks_and_nothing_else_is_touched(tmp_path: Path):
    readme = tmp_path / "README.md"
    readme.write_text(MARKS, "utf-8")
    assert said("--bots", "slow,silent", "--write", readme).return_value == 0
    text = readme.read_text("utf-8")
    assert text.startswith(
        "# Night\n\n<!-- balance -->\nMade by `kulla balance first-watch --seeds 2"
    )
    assert text.endswith("|\n<!-- /balance -->\n\nMore.\n")
    assert "old" not in text
    assert "| At ENDEX | slow | silent |" in (told_in(text) or "")


def test_where_there_are_no_marks_it_says_so_before_it_plays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(balance, "balanced", None)
    readme = tmp_path / "README.md"
    readme.write_text("# Night\n", "utf-8")
    left = said("--bots", "silent", "--write", readme)
    assert "has no <!-- balance -->" in str(left.exception)
    assert readme.read_text("utf-8") == "# Night\n"


def test_wrong_names_are_told_with_what_there_is():
    assert "there are doctrine, slow" in str(said("--bots", "wild").exception)
    assert "no level 'hrd'" in str(said("--level", "hrd").exception)


def test_a_block_is_found_again_whatever_stands_in_it():
    made = block("x", ["| \\1 | \\g<0> |"])
    assert told_in(replaced(MARKS, made) or "") == made
    assert replaced("no marks", made) is None
