"""What is wrong with a contest, each mistake at its place; and answers that only hashes know."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.scenario import load
from simulator.scenario.contest import Accepted
from simulator.scenario.hashing import hash_of, is_right, normalised
from tests.simulator.scenario.small import Case, expected, told, whole

SALT, OTHER = "6b756c6c61206461", "0123456789abcdef"
HASH = "3a564e3f475ddaf623cce6c5d7f37dac06f6174f6e83e2e71f1c35e1c8b45f62"


def challenge(name: str, more: str = "", title: str = "", salt: str = SALT) -> str:
    answers = f"answers: [{{salt: {salt}, hash: {HASH}}}]"
    return (
        f"    {name}: {{category: logs, points: 100, text: Who?, {answers}, "
        f"title: {title or name}{more}}}\n"
    )


def contest(*challenges: str, more: str = "") -> str:
    return (
        f"contest:\n  title: ▹The board\n{more}  categories: {{logs: {{title: Logs}}}}\n"
        "  challenges:\n" + "".join(challenges)
    ).replace("▹", "")


ONE = challenge("shift")
CONTEST = [
    Case(
        "L80",
        "contest: ▸{title: T, categories: {logs: {title: Logs}}}\n",
        "there is nothing to solve; give it 'challenges'",
    ),
    Case(
        "L80",
        "roles: {watch: {title: W, response_cell: true}}\n" + contest(ONE).replace(
            "contest:\n  title", "contest:\n  ▸title"
        ),
        "only response cells are left, so nobody can solve; name some under 'roles'",
    ),
    Case(
        "F01",
        contest(ONE).replace("{logs: {title", "{logs: {title: Logs, ▸titel"),
        "unknown key 'titel'; did you mean 'title'?",
    ),
    Case(
        "L08",
        contest(ONE, more="  opens: ▸13h\n"),
        "this is after the end of the exercise; choose an earlier time",
    ),
    Case(
        "L08",
        contest(ONE, more="  closes: ▸13h\n"),
        "this is after the end of the exercise; choose an earlier time",
    ),
    Case(
        "L81",
        contest(ONE, more="  opens: 2h\n  closes: ▸1h\n"),
        "the board would close before it opens; leave time between the two",
    ),
    Case(
        "L81",
        contest(ONE, more="  opens: ▸12h\n"),
        "the board would close before it opens; leave time between the two",
    ),
    Case(
        "L81",
        contest(ONE, more="  opens: 10h\n  freezes: ▸2h\n"),
        "the scores would stand still from the beginning; choose a shorter time",
    ),
    Case(
        "L82",
        contest(ONE, more="  decay: {to: ▸100%, after: 4}\n"),
        "with this a challenge loses nothing; write a share between 0% and 100%",
    ),
    Case(
        "L82",
        contest(ONE, more="  decay: {to: ▸0%, after: 4}\n"),
        "with this a challenge is worth nothing in the end; write a share between 0% and 100%",
    ),
    Case(
        "L83",
        contest(challenge("shift", ", hints: ▸[{text: A, costs: 60}, {text: B, costs: 41}]")),
        "all hints together cost 101, and it brings 100; let them cost less",
    ),
    Case(
        "L84",
        contest(ONE, challenge("night", title="▸Shift", salt=OTHER)),
        "'shift' has this title already; choose another",
    ),
    Case(
        "L85",
        contest(ONE, challenge("night", salt=f"▸{SALT}")),
        "another answer has this salt; let 'kulla flag' make each line anew",
    ),
]  # fmt: skip
FORM = [
    Case(
        "R01",
        contest(ONE.replace("category: logs", "category: ▸log")),
        "there is no category 'log'; did you mean 'logs'?",
    ),
    Case(
        "R01",
        contest(ONE) + "outcomes: {won: {title: Won, when: {challenge: ▸shifts}}}\n",
        "there is no challenge 'shifts'; did you mean 'shift'?",
    ),
    Case(
        "R01",
        contest(ONE, more="  roles : [watch, ▸councl]\n"),
        "there is no role 'councl'; did you mean 'council'?",
    ),
    Case(
        "F07",
        contest(ONE.replace(SALT, "▸xyz")),
        "write what 'kulla flag' writes, 16 to 64 signs 0 to 9 and a to f, not 'xyz'",
    ),
    Case(
        "F07",
        contest(ONE.replace(HASH, f"▸{HASH[:-1]}")),
        "write what 'kulla flag' writes, 64 signs 0 to 9 and a to f, "
        f"not '{HASH[:60]}…'",
    ),
    Case(
        "F06",
        contest(ONE, more="  decay: {to: 50%, after: ▸1}\n"),
        "a number of at least 2 should stand here, not 1",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    "case", [*CONTEST, *FORM], ids=[f"{c.code}-{n}" for n, c in enumerate([*CONTEST, *FORM])]
)
def test_a_mistake_is_told_once_at_its_place(case: Case, tmp_path: Path):
    assert told(whole(case.text).replace("▸", ""), tmp_path) == [expected(case)]


def test_of_a_wrong_challenge_the_others_are_still_judged(tmp_path: Path):
    wrong = ONE.replace("points: 100", "points: many")
    late = challenge("late", ", hints: [{text: A, costs: 101}]", salt=OTHER)
    codes = [line.split()[1] for line in told(whole(contest(wrong, late)), tmp_path)]
    assert codes == ["F04", "L83"]


def test_a_contest_can_be_shared_and_changed_challenge_by_challenge(tmp_path: Path):
    (tmp_path / "board.yaml").write_text(contest(ONE, challenge("wing", salt=OTHER)), "utf-8")
    own = "include: board.yaml\ncontest:\n  first: 10%\n  challenges: {shift: {points: 50}}\n"
    (tmp_path / "scenario.yaml").write_text(whole(own), "utf-8")
    board = load(tmp_path).contest
    assert board is not None
    assert (board.first, [one.points for one in board.challenges.values()]) == (0.1, [50, 100])


def test_at_a_level_bots_take_their_share_of_the_time(tmp_path: Path):
    text = whole(contest(ONE) + "levels: {fast: {answers: 50%}}\n")
    (tmp_path / "scenario.yaml").write_text(text, "utf-8")
    scenario = load(tmp_path)
    usual, fast = (at.challenge["shift"] for at in (scenario, scenario.at_level("fast")))
    assert fast.bots.takes.likely * 2 == usual.bots.takes.likely
    assert fast.answers == usual.answers


# Hashes


def test_what_may_differ_is_not_part_of_an_answer():
    assert normalised("  Grey\u00a0\t WING\n") == "grey wing"
    assert normalised("ﬁle\uff11") == "file1"
    assert normalised("STRASSE") == normalised("straße")


def test_an_answer_is_right_whatever_its_capitals_and_an_exact_one_is_not():
    loose = Accepted(salt=SALT, hash=hash_of("Grey Wing", SALT))
    exact = Accepted(salt=OTHER, hash=hash_of("Grey Wing", OTHER, True), exact=True)
    assert is_right("grey  wing", [loose])
    assert not is_right("grey wing", [exact])
    assert is_right("Grey Wing", [exact, loose])
    assert not is_right("greywing", [exact, loose])


def test_the_salt_makes_another_hash_of_the_same_answer():
    assert hash_of("svc-hist@03:10", SALT) == HASH
    assert hash_of("svc-hist@03:10", OTHER) != HASH


@settings(max_examples=25)
@given(st.text(st.characters(), max_size=30))
def test_whatever_is_written_has_a_hash_and_normalising_twice_is_once(text: str):
    assert normalised(normalised(text)) == normalised(text)
    assert len(hash_of(text, SALT)) == 64
