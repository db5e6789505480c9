"""What somebody who plays in lines is told of actions, orders, teams, assets and gauges."""

from dataclasses import replace

import pytest

from simulator.engine import views as v
from tests.tui.fake import FakeSeat
from tests.tui.lines.teller import Teller
from tests.tui.world import ACTIONS, GAUGES, ORDERS, VIEW


def test_actions_say_what_they_take_and_why_they_are_not_possible():
    told = " ".join(Teller().writes("actions").splitlines())
    assert told.startswith("Actions: 3 of 3, 2 possible now. 1. Take images of hosts. People: 2 of")
    assert "Takes 1h to 2h. 2 targets, named by actions 1. Possible now." in told
    assert "2. Ask for an allied team. People: nobody. Takes no time. Consent of Prime" in told
    assert "Can't be undone. Not possible now: the evidence is below 60." in told


def test_one_action_is_told_with_its_targets():
    told = Teller().writes("actions 1").splitlines()
    assert told == [
        "1. Take images of hosts. Keeps the evidence before anything is rebuilt.",
        "People: 2 of Forensics. Takes 1h to 2h.",
        "Forensics: busy until about Fri 09:30. It would wait.",
        "Expect: Images of ten hosts, and a better case for attribution.",
        "Possible now.",
        "  On 1: Government mail.",
        "  On 2: Citizen portal. Not possible now: It is switched off.",
    ]
    assert Teller().writes("actions images") == "\n".join(told)


def test_words_that_several_actions_hold_list_these():
    two = (ACTIONS[1], replace(ACTIONS[1], id="again", title="Ask for another team"))
    told = Teller(FakeSeat(replace(VIEW, actions=(*two, ACTIONS[2])))).writes("actions team")
    assert told.startswith("Actions: 2 of 3, 2 possible now.")


def test_orders_are_numbered_as_they_were_given_and_say_how_far_they_are():
    told = Teller().writes("orders").splitlines()
    assert told[0] == "Orders: 2, those that go on first."
    assert told[1].startswith(
        "1. Scan the network: Government mail. Running since Fri 08:30, about"
    )
    assert told[2] == "2. Ask for an allied team. Waits since Fri 08:33 for NATO."


@pytest.mark.parametrize(
    ("phase", "said"),
    [
        ("queued", "In the queue since Fri 08:30, priority 5, waits for 2 of Forensics."),
        ("done", "Done since Fri 08:30."),
        ("refused", "Refused Fri 08:30."),
        ("cancelled", "Taken back Fri 08:30."),
    ],
)
def test_each_phase_of_an_order_has_its_words(phase, said: str):
    order = v.OrderView("o", "a", "Dig", "", phase, 0, 1800, 5, None, "2 of Forensics")
    assert said in Teller(FakeSeat(replace(VIEW, orders=(order,)))).writes("orders")


def test_teams_say_who_is_busy_with_what_and_when_somebody_is_free():
    assert Teller().writes("teams").splitlines() == [
        "Analysts: 2 of 6 busy. Free: 4 now. Nothing waits in the queue.",
        "  1. Scan the network: Government mail. 2 people. Running since Fri 08:30, about until "
        "Fri 09:30. About 50 %.",
        "Forensics: 2 of 2 busy. Free: about Fri 09:30. 1 waiting in the queue.",
    ]


def test_what_waits_for_a_team_is_told_in_the_order_of_its_queue():
    waits = replace(ORDERS[0], phase="queued", waits_for="Analysts", usual_end=None)
    second = replace(waits, id="o3", title="Look closer", place=2, ordered_at=1600)
    queue = (replace(second, place=2), replace(waits, place=1))
    told = Teller(FakeSeat(replace(VIEW, orders=queue))).writes("teams").splitlines()
    assert "1. Scan the network: Government mail. In the queue since" in told[1]
    assert told[1].endswith("Place 1 in the queue.")
    assert told[2].endswith("Place 2 in the queue.")


def test_the_situation_is_told_by_words_alone():
    told = Teller().writes("situation").splitlines()
    assert told[0] == "Assets: 4, in trouble: 3."
    whole = " ".join(told)
    assert (
        "1. Government mail, important. Service 82 %, reduced. Connected. 98 of 120 hosts intact, "
        "12 encrypted, 22 wiped. Adversary inside, 3.4 GB out." in whole
    )
    assert "2. Citizen portal e-Albania, critical. Service 0 %, down. Isolated." in whole
    assert "3. Police directory, important. Service 100 %, full. Connected. 16 of 16" in whole
    assert "No adversary seen." in whole
    assert "Whether an adversary is inside is not known." in whole


def test_one_asset_is_told_with_its_owner():
    assert Teller().writes("situation tims").splitlines()[-1] == "Owner: AKSHI."


def test_gauges_say_where_they_stand_and_where_they_go():
    assert Teller().writes("gauges").splitlines() == [
        "Public trust: 61 of 100. More is better. Falling 2.5 an hour. "
        "At first 70, lowest 61, highest 70.",
        "Strain on the people: 45 of 100. Less is better. Rising 6.0 an hour. "
        "At first 20, lowest 20, highest 45.",
        "Evidence for attribution: 30 of 100. More is better. Steady. "
        "At first 10, lowest 10, highest 30.",
    ]
    flat = (replace(GAUGES[0], trail=(61, 61), per_hour=0),)
    told = Teller(FakeSeat(replace(VIEW, gauges=flat))).writes("gauges")
    assert told == "Public trust: 61 of 100. More is better. Steady."


def test_whoever_plays_alone_is_told_that_it_is_not_kept_and_when_it_is_again():
    seat = FakeSeat(VIEW)
    teller = Teller(seat)
    seat.trouble = "Not kept now: there is no room"
    seat.show()
    assert teller.waits() == "Not kept now: there is no room."
    seat.trouble = ""
    seat.show()
    assert teller.waits() == "What you play is kept again."
