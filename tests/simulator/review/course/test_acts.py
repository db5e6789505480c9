"""What control did is told in sentences, whatever it was."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import pytest

from simulator.engine import events as e
from simulator.engine.phrases import DEEDS
from simulator.engine.titles import Titles
from simulator.review.course.acts import DONE, done, whole
from simulator.review.course.happened import happened
from simulator.review.course.subjects import subject
from simulator.review.recorded import Take
from simulator.scenario.load import load
from tests.simulator.review.report.found import played
from tests.simulator.session.journal.scribe import ROOT

SAID = [
    (("fire", "alarm", ""), "Sent “Something moved” by hand"),
    (("hold", "alarm", "Too soon."), "Held back “Something moved” (reason: Too soon.)"),
    (("rule", "lamp", ""), "Ruled on the answer to “Who lights the lamp?”"),
    (("intervene", "vault, patience", ""), "Set by hand: Vault, Patience of the readers"),
    (("intervene", "", ""), "Set something by hand"),
    (("consent", "council", ""), "Acted in the place of a seat: Town council"),
    (("conclude", "", "Enough."), "Called ENDEX (reason: Enough.)"),
]


@pytest.fixture(scope="module")
def north() -> Take:
    return played("rich").take("north")


def told(take: Take, act: str, of: str, by: str, why: str) -> tuple[str, str]:
    titles = Titles(take.scenario, "en", take.run.state.orders)
    event = e.Steered(0, (), act, of, by, why)
    return done(take, titles, event), whole(take, titles, event)


@pytest.mark.parametrize(("given", "said"), SAID)
def test_an_act_is_a_sentence(north: Take, given: tuple[str, str, str], said: str):
    act, of, why = given
    assert told(north, act, of, "Ana", why) == (said, f"Control (Ana): {said}")


def test_every_act_that_the_log_has_a_word_for_has_a_sentence():
    assert DONE.keys() == DEEDS.keys()


def test_who_leads_at_the_host_is_no_machine(north: Take):
    _, words = told(north, "conclude", "", "the host", "")
    assert words == "Control (the facilitator at the host): Called ENDEX"
    assert told(north, "staff", "council", "", "")[1].startswith("Control, by itself: Gave a seat")


def test_a_value_that_was_never_read_stays_open():
    # given an inject whose title has the service of an asset in it
    titles = Titles(load(ROOT / "scenarios" / "wiper-2022"), "en", {})
    name = next(it.id for it in titles.scenario.injects if "${asset.e-albania" in str(it.subject))
    assert subject(titles, name) == "Monday, and e-Albania at … %"
    values = (("asset.e-albania.service", "31"),)
    sent = e.InjectSent(9, (), name, "", 1, values)
    assert subject(titles, name, sent) == "Monday, and e-Albania at 31 %"


def test_what_was_sent_in_a_variant_is_called_as_it_was_sent():
    titles = Titles(load(ROOT / "scenarios" / "wiper-2022"), "en", {})
    assert subject(titles, "front-page") == "What the country sees tonight"
    sent = e.InjectSent(9, (), "front-page", "smooth", 1, ())
    assert subject(titles, "front-page", sent) == "A weekend without services, says the government"


def test_a_service_that_fell_below_half_is_not_said_to_be_at_half(north: Take):
    for level, said in ((496, "49.6"), (1000, "100"), (0, "0")):
        event = next(it for it in north.log if isinstance(it, e.ServiceChanged))
        place = north.log.index(event)
        run = SimpleNamespace(
            log=[*north.log[:place], event._replace(level=level)], annals=north.run.annals,
            state=north.run.state, scenario=north.scenario,
        )  # fmt: skip
        [told] = happened(replace(north, run=cast("Any", run)), "en", [place])
        assert (
            told.words
            == f"Service of {Titles(north.scenario, 'en', {}).asset(event.asset)} is now {said} %"
        )
