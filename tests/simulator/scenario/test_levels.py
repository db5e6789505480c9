"""One scenario played at several levels of difficulty."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.engine import events as e
from simulator.engine.commands import Answer
from simulator.engine.errors import Refused
from simulator.engine.exercise import Exercise, Setup
from simulator.scenario import Scenario
from simulator.scenario.levels import scaled
from simulator.scenario.values import Span

HOUR = 3600
TOLD = {"channel": "phone", "from": "Harbour", "title": "Smoke", "text": "It burns"}
ASKED: dict[str, Any] = {
    "ask": "Cut it?", "due": "2h", "default": "wait",
    "options": [{"id": "cut", "label": "Cut", "consent": [{"from": "press", "takes": "1h"}]},
                {"id": "wait", "label": "Wait"}],
}  # fmt: skip
SMALL = Scenario.model_validate(
    {
        "kulla": 1, "id": "small", "title": "Small", "start": "2030-01-01T00:00:00+00:00",
        "length": "12h",
        "roles": {"watch": {"title": "Watch"},
                  "press": {"title": "Press", "bot": {"delay": "20m"}}},
        "adversary": {"name": "Moth", "modelled_on": "Nobody", "steps": [
            {"id": "in", "title": "In", "technique": "T1486", "delay": "1h",
             "retry": {"after": "10m"}},
        ]},
        "actions": {"cut": {"title": "Cut", "by": "watch",
                            "consent": [{"from": "press", "takes": "40m"}],
                            "doctrine": [{"when": {"time": {"after": "1h"}}, "after": "30m"}]}},
        "injects": [
            {"id": "fire", "at": "1h", "to": ["press", "watch"], "hint": "Who else?", **TOLD,
             "decision": ASKED | {"by": "watch"}},
            {"id": "hum", "at": "30m", "to": "watch", "noise": True, **TOLD},
            {"id": "hint-fire", "at": "11h", "to": "watch", **TOLD},
        ],
        "levels": {
            "easy": {"deadlines": "150%", "adversary": "200%", "answers": "50%", "hints": "50%",
                     "noise": False, "title": {"en": "Easy", "sq": "E lehtë"}},
            "same": {},
        },
    }
)  # fmt: skip


def run(level: str, to: int = 11 * HOUR, seat: tuple[str, ...] = ("watch",)) -> Exercise:
    exercise = Exercise(SMALL, Setup(staffed=seat, level=level))
    exercise.advance(to)
    return exercise


def sent(exercise: Exercise) -> dict[str, int]:
    return {event.inject: event.at for event in exercise.log if isinstance(event, e.InjectSent)}


def test_without_a_level_all_is_as_it_is_written():
    assert SMALL.at_level("") is SMALL
    assert sent(run("")) == {"hum": HOUR // 2, "fire": HOUR, "hint-fire": 11 * HOUR}


def test_a_level_scales_times_and_nothing_else():
    easy = SMALL.at_level("easy")
    fire = easy.inject["fire"]
    assert fire.decision is not None
    assert fire.decision.due == 3 * HOUR
    assert fire.decision.options[0].consent[0].takes == Span(1800, 1800, 1800)
    assert fire.at == HOUR
    step = easy.step["in"]
    assert (step.delay.low, step.retry and step.retry.after.low) == (2 * HOUR, 1200)
    assert easy.actions["cut"].consent[0].takes.low == 1200
    (sensible,) = easy.actions["cut"].doctrine
    assert sensible.after is not None
    assert (sensible.after.low, easy.roles["press"].bot.delay.low) == (900, 600)
    assert (easy.level, easy.digest, SMALL.level) == ("easy", SMALL.digest, "")


def test_a_level_is_made_once_and_is_that_level_already():
    easy = SMALL.at_level("easy")
    assert SMALL.at_level("easy") is easy.at_level("easy") is easy
    with pytest.raises(KeyError):
        SMALL.at_level("eazy")


def test_a_level_that_changes_nothing_plays_as_no_level_does():
    assert run("same").state.hash() == run("").state.hash()


def test_without_noise_it_is_left_to_control():
    assert "hum" not in sent(run("easy"))
    assert SMALL.at_level("easy").inject["hum"].by_hand


def test_who_has_not_answered_half_way_gets_the_hint_in_a_message_of_its_own():
    exercise = run("easy", 3 * HOUR)
    name = "hint-fire-hint"  # the scenario has a hint-fire of its own
    assert sent(exercise)[name] == HOUR + HOUR * 3 // 2
    hint = exercise.scenario.inject[name]
    assert (hint.to, hint.text and hint.text.into("en")) == (("watch",), "Who else?")
    assert hint.subject is not None
    assert hint.subject.into("sq") == "Një ndihmë"


def test_who_has_answered_gets_none():
    exercise = run("easy", 2 * HOUR)
    exercise.submit(Answer("watch", "fire", "wait"))
    exercise.advance(11 * HOUR)
    assert "hint-fire-hint" not in sent(exercise)


def test_a_level_that_is_not_there_is_refused():
    with pytest.raises(Refused) as refused:
        Exercise(SMALL, Setup(level="eazy"))
    assert refused.value.into("en") == (
        "this exercise has no level 'eazy'; did you mean 'easy'? (it has easy, same)"
    )


def test_a_run_played_again_from_its_own_scenario_is_at_its_level_once():
    first = run("easy", 5 * HOUR)
    again = Exercise.again(first.scenario, first.setup, first.asked, 5 * HOUR)
    assert again.state.hash() == first.state.hash()


SPANS = st.lists(st.integers(0, 10**6), min_size=3, max_size=3).map(sorted).map(
    lambda ends: Span(ends[0], ends[2], ends[1])
)  # fmt: skip


@given(SPANS, st.floats(0.25, 4))
def test_a_scaled_span_is_in_order_and_shorter_or_longer_as_was_asked(span: Span, factor: float):
    found = scaled(span, factor)
    assert found.low <= found.likely <= found.high
    assert (found.high <= span.high) if factor <= 1 else (found.high >= span.high)
