"""Control sets the world by hand, with the effects of the format."""

import json
from typing import Any

import pytest

from simulator.engine import events as e
from simulator.engine.commands import CONTROL, Intervene
from simulator.engine.handset import effects_of
from tests.simulator.engine.playbook import Begin, Story

WORLD: dict[str, Any] = {
    "roles": {"soc": {"teams": {"analysts": 3}}, "csmu": {}},
    "assets": {"mail": {"hosts": 10}, "web": {"hosts": 4}},
    "gauges": {"trust": {"start": 50}},
    "facts": {"known": {}, "seen": {"start": True}},
    "steps": [{"id": "wipe", "at": "5h"}, {"id": "sneak", "blocked_by": {"fact": "seen"}}],
    "injects": [{"id": "news", "at": "5h"}, {"id": "early", "at": "1h"}, {"id": "spare"}],
    "outcomes": {"lost": {"when": {"fact": "known"}}},
}


@pytest.fixture
def told(begin: Begin) -> Begin:
    def play(**parts: Any) -> Story:
        return begin(**WORLD | parts).at("1h")

    return play


def setting(*effects: Any, reason: str = "The exercise drifts.") -> Intervene:
    texts = tuple(one if isinstance(one, str) else json.dumps(one) for one in effects)
    return Intervene(CONTROL, texts, reason, "Arta")


def test_everything_that_authors_can_let_happen_control_can_too(told: Begin):
    play = told().when(
        setting(
            {"asset": "mail", "set": "isolated", "encrypt": "50%"}, {"gauge": "trust", "set": 12},
            {"team": "analysts", "add": -1}, {"fact": "known"}, {"step": "wipe", "start": True},
            {"inject": "news"}, {"reveal": {"assets": "mail"}, "to": "csmu"},
        )
    )  # fmt: skip
    play.then(
        e.Steered, at="1h", to=(), act="intervene", by="Arta", reason="The exercise drifts.",
        of="mail, trust, analysts, known, wipe, news",
    )  # fmt: skip
    state = play.exercise.state
    assert (state.assets["mail"].link, state.assets["mail"].encrypted) == ("isolated", 5)
    assert (state.gauges["trust"].value, state.teams["analysts"].people) == (12_000, 2)
    assert (state.facts["known"], state.steps["wipe"].phase) == (True, "done")
    assert state.injects["news"].sent == 1
    assert state.sight["csmu"].assets == ("mail",)


def test_all_of_it_follows_from_the_act_and_the_rest_of_the_world_from_that(told: Begin):
    follows = {"id": "spare", "when": {"asset": "mail", "is": "isolated"}, "delay": "10m"}
    play = told(injects=[follows]).when(setting({"asset": "mail", "set": "isolated"})).at("2h")
    play.then(e.InjectSent, at="1h10m", inject="spare")
    log, because = play.exercise.annals
    place = next(n for n, event in enumerate(log) if isinstance(event, e.InjectSent))
    while because[place] >= 0:
        place = because[place]
    assert isinstance(log[place], e.Steered)


def test_it_may_come_later_by_chance_and_only_if(told: Begin):
    play = told().when(
        setting(
            {"gauge": "trust", "add": -10, "after": "30m"},
            {"gauge": "trust", "add": -1, "chance": "0%"},
            {"gauge": "trust", "add": -5, "when": {"fact": "known"}},
        )
    )
    assert play.at("1h29m").exercise.state.gauges["trust"].value == 50_000
    assert play.at("2h").exercise.state.gauges["trust"].value == 40_000


def test_the_exercise_may_be_ended_with_an_outcome(told: Begin):
    play = told().when(setting({"end": "lost"}))
    play.then(e.ExerciseEnded, at="1h", outcome="lost", why="outcome")


def test_each_act_has_chances_of_its_own_and_the_same_again(told: Begin):
    tossed = {"team": "analysts", "add": 1, "chance": "50%"}

    def people(seed: int) -> list[int]:
        play = told(seed=seed).when(*(setting(tossed, tossed) for _ in range(6)))
        return play.told(e.TeamChanged, "people")

    found = [people(seed) for seed in range(4)]
    assert found == [people(seed) for seed in range(4)]
    assert len({len(one) for one in found}) > 1
    assert all(0 < len(one) < 12 for one in found)


def test_an_effect_that_is_read_again_is_the_very_same(told: Begin):
    """What a condition asks is worked out once and found again by its identity."""
    world = told().exercise.scenario
    text = '{"fact": "known", "when": {"gauge": "trust", "above": 1}}'
    (one,), (other,) = effects_of(world, [text]), effects_of(world, [text])
    assert one is other


@pytest.mark.parametrize(
    ("code", "command", "sentence"),
    [
        ("control", Intervene("soc", ('{"fact": "known"}',), "Why not"),
         "only control can do that"),
        ("empty", setting({"fact": "known"}, reason=" "), "say why"),
        ("empty", setting(), "say what is to be set"),
        ("many", setting(*[{"fact": "known"}] * 21), "at most 20 effects can be set at once"),
        ("effect", setting({"fact": "known"}, {"asset": "mial", "set": "isolated"}),
         "effect 2: there is no asset 'mial'; did you mean 'mail'?"),
        ("effect", setting({"asset": "mail"}), "effect 1: say what it does: set, encrypt, wipe, "
         "restore, leak, foothold, evict, workaround"),
        ("effect", setting({"gauge": "trust", "ad": 5}),
         "effect 1: unknown key 'ad'; did you mean 'add'?"),
        ("effect", setting({"gauge": "trust", "set": 101}),
         "effect 1: a number of at most 100 should stand here, not 101"),
        ("effect", setting({"gauge": "trust", "shows": 50}),
         "effect 1: 'trust' is in points and has no 'shows'; give it a 'unit'"),
        ("effect", setting({"fact": "known", "when": {"gauge": "trust", "alarm": "low"}}),
         "effect 1: the gauge 'trust' has no alarm 'low'"),
        ("effect", setting({"fact": "known", "when": {"decision": "fire", "is": "open"}}),
         "effect 1: there is no decision 'fire'"),
        ("effect", setting({"asset": "target", "set": "isolated"}),
         "effect 1: name an asset in place of 'target'"),
        ("effect", setting({"fact": "known", "when": {"asset": "target", "is": "isolated"}}),
         "effect 1: name an asset in place of 'target'"),
        ("effect", setting("fact: known"), "effect 1: this is no JSON"),
        ("effect", setting("[" * 8000), "effect 1: this is no JSON"),
        ("effect", setting('{"gauge": "trust", "add": NaN}'), "effect 1: this is no JSON"),
        ("effect", setting({"step": "wype", "stop": True}),
         "effect 1: there is no step 'wype'; did you mean 'wipe'?"),
        ("effect", setting({"step": "sneak", "start": True}),
         "effect 1: the step 'sneak' is blocked"),
        ("effect", setting({"inject": "early", "do": "skip"}),
         "effect 1: 'early' was sent or struck already"),
    ],
)  # fmt: skip
def test_what_is_refused(told: Begin, code: str, command: Intervene, sentence: str):
    assert told().refuses(code, command) == sentence


def test_what_could_do_nothing_is_refused_unless_it_comes_later(told: Begin):
    play = told().when(setting({"step": "wipe", "stop": True}, {"inject": "spare", "do": "skip"}))
    over = play.refuses("effect", setting({"step": "wipe", "start": True}))
    assert over == "effect 1: the step 'wipe' is over"
    assert play.refuses("effect", setting({"inject": "spare"})) == "effect 1: 'spare' is struck"
    play.when(setting({"inject": "spare", "after": "1h"}))


def test_a_step_that_has_begun_can_be_stopped_and_nothing_else(told: Begin):
    play = told(steps=[{"id": "wipe", "at": "30m", "lasts": "5h"}])
    sentence = play.refuses("effect", setting({"step": "wipe", "delay": "1h"}))
    assert sentence == "effect 1: the step 'wipe' has begun already"
    play.when(setting({"step": "wipe", "stop": True})).then(e.StepStopped, at="1h")


def test_nobody_learns_who_set_it_or_why_and_each_only_what_the_world_shows(told: Begin):
    secret = setting({"gauge": "trust", "set": 1}, {"fact": "known"}, reason="canary-reason")
    play = told().when(secret)
    for time in ("1h", "10h"):
        for role in ("soc", "csmu"):
            view = repr(play.at(time).exercise.view(role))
            assert "canary" not in view
            assert "Arta" not in view
