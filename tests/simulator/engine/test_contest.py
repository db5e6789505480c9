"""The contest: what is on the board and until when, what answers and hints do, and how bots do."""

from typing import Any

import pytest

from simulator.engine import events as e
from simulator.engine.commands import CONTROL, Proceed, Repace, Solve, TakeHint, Vacate
from simulator.engine.exercise import Exercise
from simulator.engine.views import ChallengeView, ContestView
from tests.simulator.engine.flags import SHIFT, WING, challenge, contest
from tests.simulator.engine.playbook import Begin, Story

ROLES: dict[str, Any] = {"soc": {"short": "SOC"}, "csmu": {}, "press": {"response_cell": True}}


def board(play: Story, role: str = "soc") -> ContestView:
    told = play.exercise.view(role).contest
    assert told is not None
    return told


def seen(play: Story, name: str = "shift", role: str = "soc") -> ChallengeView:
    return next(it for it in board(play, role).challenges if it.id == name)


@pytest.fixture
def play(begin: Begin) -> Story:
    """Two hours in, with people in both seats that take part."""
    return begin(roles=ROLES, contest=contest(), staffed=("soc", "csmu")).at("2h")


# The board


def test_the_board_opens_at_its_time_for_all_that_are_no_response_cell(begin: Begin):
    play = begin(roles=ROLES, contest=contest(freezes="30m"))
    assert (board(play).phase, board(play).challenges) == ("waiting", ())
    assert (board(play).opens, board(play).freezes, board(play).closes) == (3600, 34_200, 36_000)

    play.at("1h").then(e.ContestOpened, at="1h", to=("soc", "csmu"), challenges=("shift", "wing"))
    assert board(play).phase == "open"
    assert seen(play) == ChallengeView(
        "shift", "logs", "The shift", 100, "Who was it?", "WHO@HH:MM", (), seen(play).hints, 0, 3
    )
    assert [(hint.number, hint.price, hint.text) for hint in seen(play).hints] == [
        (1, 20, ""), (2, 5, ""),
    ]  # fmt: skip
    assert play.exercise.view("press").contest is None


def test_only_named_roles_take_part_where_some_are(begin: Begin):
    play = begin(roles=ROLES, contest=contest(roles=["press"])).at("2h")
    assert play.exercise.view("soc").contest is None
    assert board(play, "press").challenges
    play.refuses("unknown", Solve("soc", "shift", SHIFT))


def test_scores_stand_still_before_it_closes_and_what_is_closed_takes_no_answer(begin: Begin):
    play = begin(roles=ROLES, contest=contest(closes="6h", freezes="2h")).at("5h")
    play.then(e.ContestFrozen, at="4h")
    assert board(play).frozen
    play.when(Solve("soc", "wing", WING)).at("6h").then(e.ContestClosed, at="6h")
    assert (board(play).phase, seen(play).why_not) == ("closed", "the contest is closed")
    assert play.refuses("closed", Solve("soc", "shift", SHIFT)) == "the contest is closed"
    assert play.refuses("closed", TakeHint("soc", "shift", 1)) == "the contest is closed"


def test_a_challenge_comes_on_the_board_when_its_condition_first_holds(begin: Begin):
    late = challenge(SHIFT, opens={"challenge": "shift"}, title="Late")
    early = challenge(SHIFT, opens={"time": {"after": "10m", "before": "20m"}}, title="Early")
    challenges = contest()["challenges"] | {"late": late, "early": early}
    play = begin(roles=ROLES, contest=contest(challenges=challenges)).at("2h")
    assert [it.id for it in board(play).challenges] == ["shift", "wing", "early"]
    play.refuses("unknown", Solve("soc", "late", SHIFT))

    play.when(Solve("soc", "shift", SHIFT)).then(e.ChallengeOpened, challenge="late", at="2h")
    assert seen(play, "late").why_not == ""


def test_the_end_that_control_moves_moves_closing_and_standing_still(begin: Begin):
    play = begin(roles=ROLES, contest=contest(freezes="1h", opens="4h")).at("2h")
    play.when(Repace(CONTROL, 6 * 3600))
    assert (board(play).opens, board(play).freezes) == (3 * 3600, 5 * 3600)
    play.at("6h")
    assert play.told(e.ContestOpened, "at") == [3 * 3600]
    assert play.told(e.ContestFrozen, "at") == [5 * 3600]


def test_what_stands_still_stays_so_when_the_end_moves_on(begin: Begin):
    play = begin(roles=ROLES, contest=contest(freezes="1h")).at("9h30m")
    play.when(Repace(CONTROL, 20 * 3600)).at("20h")
    assert play.told(e.ContestFrozen, "at") == [9 * 3600]


# Answers


def test_a_right_answer_solves_it_whatever_its_capitals_and_spaces(play: Story):
    play.when(Solve("soc", "shift", f"  {SHIFT.upper()}\t", "Arta"))
    play.then(
        e.ChallengeSolved, at="2h", to=("soc", "csmu"), challenge="shift", role="soc", by="Arta",
        bot=False,
    )  # fmt: skip
    for role in ("soc", "csmu"):
        told = seen(play, role=role)
        assert (told.solved, told.solved_by, told.tried) == (7200, "Arta", 0)
        assert told.why_not == "your team has solved it already"
    assert play.exercise.view("soc").log[-1].words == "Arta solves The shift"
    assert play.refuses("closed", Solve("csmu", "shift", SHIFT)) == (
        "your team has solved it already"
    )


def test_an_exact_answer_is_right_only_letter_by_letter_and_another_may_be_right_too(play: Story):
    play.when(Solve("soc", "wing", WING.lower())).then(e.AnswerTried, challenge="wing")
    play.when(Solve("soc", "wing", WING)).then(e.ChallengeSolved, challenge="wing")


def test_of_several_answers_each_is_right(play: Story):
    play.when(Solve("soc", "wing", "SCALE")).then(e.ChallengeSolved, challenge="wing")


def test_a_wrong_answer_is_no_refusal_and_costs_an_attempt_of_the_team(play: Story):
    play.when(Solve("soc", "shift", "me", "Arta"), Solve("csmu", "shift", "you"))
    play.then(e.AnswerTried, challenge="shift", role="soc", by="Arta", to=("soc", "csmu"))
    assert (seen(play).tried, seen(play).attempts) == (2, 1)
    assert play.exercise.view("csmu").log[-1].words == "csmu gives a wrong answer to The shift"

    play.when(Solve("soc", "shift", "they"))
    assert seen(play).why_not == "no attempts are left"
    assert play.refuses("closed", Solve("soc", "shift", SHIFT)) == "no attempts are left"


def test_a_challenge_has_attempts_of_its_own_or_none_are_counted(begin: Begin):
    own = contest()["challenges"] | {"one": challenge(SHIFT, title="One", attempts=1)}
    play = begin(contest=contest(attempts=None, challenges=own)).at("2h")
    play.when(Solve("soc", "one", "no"), *[Solve("soc", "shift", "no")] * 30)
    assert (seen(play, "one").attempts, seen(play).attempts) == (0, None)


@pytest.mark.parametrize(
    ("code", "command", "sentence"),
    [
        ("unknown", Solve("soc", "nothing", "x"), "there is no challenge 'nothing' on your board"),
        ("unknown", Solve("press", "shift", "x"), "there is no challenge 'shift' on your board"),
        ("unknown", TakeHint("press", "shift", 1), "there is no challenge 'shift' on your board"),
        ("unknown", Solve(CONTROL, "shift", "x"), "there is no challenge 'shift' on your board"),
        ("empty", Solve("soc", "shift", " \n"), "write your answer"),
        ("long", Solve("soc", "shift", "x" * 201), "an answer has at most 200 characters"),
        ("long", Solve("soc", "shift", "x", "y" * 201), "a name has at most 200 characters"),
        ("long", TakeHint("soc", "shift", 1, "y" * 201), "a name has at most 200 characters"),
        ("unknown", TakeHint("soc", "shift", 3), "there is no hint 3 to it"),
        ("unknown", TakeHint("soc", "shift", 0), "there is no hint 0 to it"),
        ("order", TakeHint("soc", "shift", 2), "take hint 1 first"),
    ],
)
def test_what_is_refused_says_why(play: Story, code: str, command: Any, sentence: str):
    assert play.refuses(code, command) == sentence


def test_before_it_opens_there_is_nothing_to_answer(begin: Begin):
    play = begin(contest=contest())
    play.refuses("unknown", Solve("soc", "shift", SHIFT))
    play.refuses("unknown", TakeHint("soc", "shift", 1))


def test_what_solving_leads_to_happens_once_and_conditions_see_it(begin: Begin):
    challenges = contest()["challenges"]
    challenges["shift"]["then"] = [{"gauge": "trust", "add": 5}]
    injects = [
        {"id": "well-done", "when": {"challenge": "shift"}},
        {"id": "stuck", "when": {"challenge": "shift", "is": "tried"}},
        {"id": "there", "when": {"challenge": "shift", "is": "open"}},
    ]
    play = begin(
        roles=ROLES, injects=injects, gauges={"trust": {"start": 50}},
        contest=contest(challenges=challenges),
    ).at("2h")  # fmt: skip
    play.when(Solve("soc", "shift", "no")).at("3h").when(Solve("csmu", "shift", SHIFT))
    assert play.told(e.InjectSent, "at", "inject") == [
        (3600, "there"), (7200, "stuck"), (10_800, "well-done"),
    ]  # fmt: skip
    play.then(e.GaugeMoved, at="3h", value=55_000)
    because = play.exercise.annals.because
    solved = play.told(e.ChallengeSolved, "at")
    moved = next(n for n, it in enumerate(play.exercise.log) if isinstance(it, e.GaugeMoved))
    assert solved == [10_800]
    assert isinstance(play.exercise.log[because[moved]], e.ChallengeSolved)


# Hints


def test_a_hint_is_read_by_the_team_once_somebody_has_taken_it(play: Story):
    play.when(TakeHint("soc", "shift", 1, "Arta"))
    play.then(e.HintTaken, challenge="shift", hint=1, role="soc", by="Arta", to=("soc", "csmu"))
    first, second = seen(play, role="csmu").hints
    assert (first.text, first.by, first.at) == ("Look at the times.", "Arta", 7200)
    assert (second.text, second.by, second.at) == ("", "", None)
    assert play.exercise.view("soc").log[-1].words == "Arta takes hint 1 to The shift (20 points)"
    assert play.refuses("closed", TakeHint("csmu", "shift", 1)) == "hint 1 is taken already"
    play.when(TakeHint("csmu", "shift", 2))
    assert seen(play).hints[1].by == "csmu"


def test_there_are_no_hints_to_what_is_solved(play: Story):
    play.when(Solve("soc", "shift", SHIFT))
    assert play.refuses("closed", TakeHint("soc", "shift", 1)) == "your team has solved it already"


# Bots

FOUND = {"chance": "100%", "takes": "1h"}


def solved(play: Story) -> list[Any]:
    return play.told(e.ChallengeSolved, "at", "bot")


def sure(**bots: Any) -> dict[str, Any]:
    return contest(challenges={"shift": challenge(SHIFT, bots=FOUND | bots)})


@pytest.mark.parametrize(
    ("bots", "seconds"), [("doctrine", [7200]), ("slow", [5 * 3600]), ("silent", [])]
)
def test_bots_find_it_after_a_time_that_their_policy_scales(
    begin: Begin, bots: str, seconds: list[int]
):
    play = begin(roles=ROLES, contest=sure(), bots=bots).at("10h")
    assert solved(play) == [(second, True) for second in seconds]


def test_a_random_bot_finds_about_half_of_it_and_luck_decides_what(begin: Begin):
    challenges = {f"c{n}": challenge(SHIFT, title=f"C{n}", bots=FOUND) for n in range(200)}
    random = begin(contest=contest(challenges=challenges), bots="random").at("10h")
    some = begin(contest=contest(challenges={
        name: one | {"bots": FOUND | {"chance": "25%"}} for name, one in challenges.items()
    }), bots="doctrine").at("10h")  # fmt: skip
    assert 70 < len(solved(random)) < 130
    assert 25 < len(solved(some)) < 75


def test_bots_of_different_sides_find_different_things_by_the_same_seed(begin: Begin):
    half = FOUND | {"chance": "50%"}
    flags = contest(
        challenges={f"c{n}": challenge(SHIFT, title=f"C{n}", bots=half) for n in range(20)}
    )
    sides = {"north": {"title": "North"}, "south": {"title": "South"}}

    def found(side: str) -> list[Any]:
        play = begin(contest=flags, sides=sides, side=side, bots="doctrine", seed=1).at("10h")
        return play.told(e.ChallengeSolved, "at", "challenge")

    assert found("north") == found("north")
    assert found("north") != found("south")


def test_where_people_take_part_no_bot_solves_beside_them(begin: Begin):
    play = begin(roles=ROLES, contest=sure(), staffed=("csmu",), bots="doctrine").at("10h")
    assert solved(play) == []


def test_people_in_other_seats_do_not_keep_bots_away(begin: Begin):
    play = begin(roles=ROLES, contest=sure(), staffed=("press",), bots="doctrine").at("10h")
    assert solved(play) == [(7200, True)]


def test_bots_take_it_up_when_the_last_of_the_people_leaves(begin: Begin):
    play = begin(roles=ROLES, contest=sure(), staffed=("soc",), bots="doctrine").at("4h")
    play.when(Vacate(CONTROL, "soc")).at("10h")
    assert solved(play) == [(5 * 3600, True)]


def test_people_who_come_stop_a_bot_that_was_on_its_way(begin: Begin):
    play = begin(roles=ROLES, contest=sure(), bots="doctrine").at("1h30m")
    play.staff("soc").at("10h")
    assert solved(play) == []


def test_a_bot_goes_by_the_short_name_of_its_role(begin: Begin):
    play = begin(roles={"soc": {"short": "SOC"}}, contest=sure(), bots="doctrine").at("3h")
    assert seen(play).solved_by == "SOC"


# The whole


def test_a_run_without_a_contest_knows_nothing_of_one(begin: Begin):
    play = begin().at("2h")
    assert play.exercise.view("soc").contest is None
    assert play.exercise.state.contest is None
    play.refuses("unknown", Solve("soc", "shift", "x"))
    play.refuses("unknown", TakeHint("soc", "shift", 1))


def test_the_same_answers_give_the_same_run(play: Story):
    play.when(Solve("soc", "shift", "no"), TakeHint("soc", "shift", 1)).at("3h")
    play.when(Solve("soc", "shift", SHIFT)).at("10h")
    run = play.exercise
    again = Exercise.again(run.scenario, run.setup, run.asked, run.now, inclusive=True)
    assert again.state.hash() == run.state.hash()


def test_an_open_module_stops_no_answers(begin: Begin):
    talk = {"at": "2h", "questions": []}
    play = begin(contest=contest(), modules={"talk": talk}, staffed=("soc",)).at("3h")
    assert play.exercise.held
    play.when(Solve("soc", "shift", SHIFT), Proceed("soc"))
    assert solved(play) == [(7200, False)]


def test_what_did_not_change_on_the_board_is_the_very_same(play: Story):
    before = board(play)
    play.at("2h1m")
    assert board(play) is before
    play.when(Solve("soc", "wing", "no"))
    assert board(play).challenges[0] is before.challenges[0]
    assert board(play).challenges[1] is not before.challenges[1]
