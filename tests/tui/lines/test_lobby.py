"""Choosing an exercise, a role and a language, a line at a time."""

from pathlib import Path

from simulator.scenario import Scenario, load
from simulator.scenario.library import shipped
from simulator.scenario.values import Text
from tui.lines.lobby import Lobby
from tui.opening import Opening

SCENARIOS = Path(__file__).parents[2] / "scenarios"
FIRST_WATCH = load(shipped()["first-watch"])


def lobby(scenario: Scenario | None = FIRST_WATCH, known=None, **chosen) -> tuple[Lobby, str]:
    entered = Lobby(scenario, Opening(7, **chosen), known or {}, lambda: 10_000)
    return entered, "\n".join(entered.begin())


def writes(entered: Lobby, *lines: str) -> str:
    return "\n".join(line for text in lines for line in entered.hear(text))


def test_the_exercises_are_listed_and_one_is_chosen_by_its_name(tmp_path: Path):
    (tmp_path / "bad.yaml").write_text("kulla: 1\n", "utf-8")
    known = {"broken": tmp_path / "bad.yaml", "first-watch": shipped()["first-watch"]}
    entered, told = lobby(None, known)
    assert "Broken: " in told
    assert "kulla check broken names them." in told
    assert "1. First watch, 5h of exercise time, introductory. Five minutes that teach" in told
    assert entered.prompt == "exercise> "
    assert writes(entered, "unicorn") == "There is no exercise “unicorn”."
    assert "first-watch: First watch" in writes(entered, "1")
    assert entered.prompt == "role> "


def test_the_seats_for_people_come_first_and_a_seat_is_taken_by_its_number():
    entered, told = lobby()
    assert "Lasts 5h, about 5m at the usual pace; difficulty introductory; TLP CLEAR." in told
    assert "1. Watch officer.\n2. Harbour and Lighthouse Agency. Response cell." in told
    writes(entered, "1")
    assert entered.left
    assert entered.seat is not None
    assert entered.seat.view().role.id == "watch"


def test_a_brief_is_read_before_a_seat_is_taken():
    entered, _ = lobby()
    assert "You have the night watch" in writes(entered, "read watch")
    assert writes(entered, "read pope") == "There is no role “pope”."
    assert not entered.left


def test_names_in_a_brief_and_in_what_it_is_about_are_filled_in():
    watch = FIRST_WATCH.roles["watch"]
    brief = Text((("", "Ask ${role.watch}."),))
    roles = FIRST_WATCH.roles | {"watch": watch.model_copy(update={"brief": brief})}
    entered, told = lobby(FIRST_WATCH.model_copy(update={"about": brief, "roles": roles}))
    title = watch.title.into("en")
    assert f"Ask {title}." in told
    assert f"Ask {title}." in writes(entered, "read watch")


def test_the_language_is_changed_before_a_seat_is_taken():
    entered, _ = lobby()
    assert "Oficeri i rojës" in writes(entered, "language sq")
    assert writes(entered, "language tlh") == "There is no language “tlh”."
    writes(entered, "oficeri")
    assert entered.seat is not None
    assert entered.seat.view().role.title == "Oficeri i rojës"


def test_a_level_of_difficulty_is_taken_by_its_name_and_given_up():
    entered, told = lobby(load(shipped()["wiper-2022"]))
    assert "Levels: Easy, Usual, Hard; " in told
    assert writes(entered, "level unicorn") == "There is no level “unicorn”."
    assert writes(entered, "level hard") == "The level is Hard."
    assert writes(entered, "level") == "No level is taken: all is as it is written."
    assert "The level is Easy." in lobby(load(shipped()["wiper-2022"]), level="easy")[1]
    writes(entered, "level easy", "akshi")
    assert entered.seat is not None
    assert entered.seat._exercise.setup.level == "easy"


def test_where_there_are_no_levels_none_is_spoken_of():
    entered, told = lobby()
    assert "Levels" not in told
    assert writes(entered, "level hard") == "There is no role “level hard”."


def test_a_capability_that_is_not_there_is_refused_in_a_sentence():
    entered, _ = lobby(having=("luck",))
    assert writes(entered, "1").startswith("This exercise has no capability 'luck'")
    assert not entered.left


def test_one_leaves_without_a_seat():
    for way in (lambda it: it.hear("quit"), Lobby.interrupt, Lobby.end):
        entered, _ = lobby()
        way(entered)
        assert entered.left
        assert entered.seat is None


def test_time_does_not_pass_here():
    entered, _ = lobby()
    assert entered.tick() == []
    assert writes(entered, "") == ""


def test_a_side_is_taken_by_its_name_and_briefs_are_those_of_the_side():
    towns = load(SCENARIOS / "two-towns")
    entered, told = lobby(towns)
    assert "Sides: North Water, Harrow Bay Water, East Light, West Gas; " in told
    assert "You play North Water." in told
    assert writes(entered, "side moon") == "There is no side “moon”."
    assert writes(entered, "side harrow") == "You play Harrow Bay Water."
    assert "You sit in Harrow Bay." in writes(entered, "read desk")
    writes(entered, "desk")
    assert entered.seat is not None
    assert entered.seat.view().title == "Two towns – Harrow Bay Water"
    assert len(entered.seat.rivals) == 3


def test_a_side_that_is_not_there_is_said_and_no_seat_is_taken():
    entered, told = lobby(load(SCENARIOS / "two-towns"), side="moon")
    assert "This exercise has no side 'moon'" in told
    assert writes(entered, "desk").startswith("This exercise has no side 'moon'")
    assert not entered.left
