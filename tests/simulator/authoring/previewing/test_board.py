"""The challenges of a contest in a preview: in the graph of the plot, and as a list on the page."""

from simulator.authoring.previewing.asked import Node
from simulator.authoring.previewing.graph import graph
from simulator.authoring.previewing.page.whole import page
from simulator.authoring.previewing.previewed import previewed
from simulator.scenario.scenario import Scenario
from tests.simulator.engine.flags import SHIFT, WING, accepted, challenge, contest
from tests.simulator.engine.playbook import scenario

HINTS = [{"text": "Look at the times.", "costs": 20}]


def world() -> Scenario:
    late = challenge(
        WING, title="The <wing>", hints=HINTS, attempts=2, opens={"challenge": "shift"},
        then=[{"fact": "known"}], solution="Sort by time.", bots={"chance": "60%"},
        attachments=[{"name": "auth.log", "text": "03:10"}],
    )  # fmt: skip
    board = contest(challenges={"shift": challenge(SHIFT), "wing": late})
    thanks = {"id": "thanks", "channel": "phone", "when": {"challenge": "wing"}}
    return scenario(contest=board, facts={"known": {}}, injects=[thanks])


def test_a_challenge_opens_another_and_leads_to_what_it_does():
    links = graph(world(), "en")
    wing = Node("challenge", "wing")
    assert links.titles[wing] == "The <wing>"
    assert [(link.source.id, link.how) for link in links.comes_from(wing)] == [("shift", "opens")]
    assert [(link.target, link.how) for link in links.leads_to(wing)] == [
        (Node("inject", "thanks"), "triggers"), (Node("fact", "known"), "makes so"),
    ]  # fmt: skip


def test_the_page_lists_what_is_asked_and_the_way_there_and_no_hash():
    told = page(previewed(world(), "en"))
    for said in (
        "The &lt;wing&gt;", "60 %", "the challenge “The shift” is solved", "auth.log",
        "Look at the times.", "Sort by time.", 'href="#contest"',
    ):  # fmt: skip
        assert said in told, said
    assert accepted(WING)["hash"] not in told


def test_a_page_without_a_contest_has_no_such_part():
    assert "#contest" not in page(previewed(scenario(), "en"))
