"""Stories of a night's watch, at the level of messages and text."""

from tests.tui.stories.player import Player

CLERK = "I think I clicked on something"
SOON = 5
"""So many skips, and the agency has answered."""


async def test_a_message_is_read_and_answered_in_time(player: Player):
    # given a call that wants an answer
    await player.skips()
    await player.skips()
    told = await player.reads(CLERK)
    assert "There was a bill for berth fees" in told
    assert "What do you tell the clerk?" in told

    # when it is answered before its time is over
    assert "Your decision is taken." in await player.decides(1, "traces", "likely")

    # then it stands beside the message, and in the log
    told = await player.reads(CLERK)
    for said in ("traces", "likely (70 %)", "in force"):
        assert said in told
    assert "WATCH decides" in await player.looks_at("log")
    assert due(player) == []


def due(player: Player) -> list[str]:
    return [one.id for one in player.seat.view().decisions if one.phase == "open"]


async def test_a_deadline_is_missed_and_the_default_stands(player: Player):
    # given a call that wants an answer within 25 minutes
    await player.skips()
    await player.skips()
    assert due(player) == ["clerk"]

    # when nobody answers
    await player.lets_pass(40)

    # then nothing can be answered any more, and the message says what became of it
    assert due(player) == []
    assert "DECISION" not in await player.goes_to_decide()
    told = await player.reads(CLERK)
    assert "no answer in time; what stands is: Delete the mail and carry on" in told


async def test_what_can_not_be_ordered_is_refused_with_its_reason(player: Player):
    # when something is ordered for which the ground is not laid
    told = await player.orders("Restore", reason="now")

    # then nothing is ordered, and one is told why
    assert "It takes locked files, cleaned file servers" in told
    assert player.seat.view().orders == ()


async def test_what_the_rules_forbid_is_refused_in_a_sentence_and_leaves_no_trace(player: Player):
    # given a decision that a colleague sees otherwise
    await player.skips()
    await player.skips()
    await player.reads(CLERK)
    before = player.seat.view()

    # when the name that is written is no name
    told = await player.dissents("b" * 1000, "no")

    # then the engine's sentence is told, and nothing is recorded
    assert "name has at most 200 characters" in told
    assert player.seat.view().log == before.log


async def test_an_order_waits_for_consent_and_begins_when_it_comes(player: Player):
    # when something is ordered that another office has to consent to
    await player.skips()
    await player.orders("Cut off", "Office computers", "somebody is in")

    # then it waits for that office
    assert "Harbour and Lighthouse Agency" in await player.looks_at("actions")
    assert "Cut off from the network: Office computers" in await player.looks_at("consents")
    assert player.seat.view().orders[0].phase == "waiting"

    # and begins when the consent comes
    for _ in range(SOON):
        if player.seat.view().orders[0].phase == "waiting":
            await player.skips()
    assert "consents" in await player.finds_in_log("agency")
    assert player.seat.view().orders[0].phase == "running"
    assert "running" in (await player.looks_at("actions")).lower()


async def test_an_order_that_waits_is_taken_back(player: Player):
    await player.orders("Cut off", "Backups", "to be safe")
    await player.takes_back("Cut off")
    assert player.seat.view().orders[0].phase == "cancelled"


async def test_who_runs_out_of_people_waits_in_a_queue_that_one_may_order(player: Player):
    # given three analysts, two of whom look closer at the office computers
    await player.orders("Look closer", "Office computers", "first")

    # when the rest is to be looked at as well
    await player.orders("Look closer", "File servers", "second")
    await player.orders("Look closer", "Backups", "third")

    # then that waits in the queue of the analysts
    orders = {order.target: order for order in player.seat.view().orders}
    assert orders["Office computers"].phase == "running"
    assert (orders["File servers"].place, orders["Backups"].place) == (1, 2)
    assert "2 of 3" in await player.looks_at("actions")

    # and the last can be brought forward
    await player.moves_forward("Look closer: Backups")
    orders = {order.target: order for order in player.seat.view().orders}
    assert (orders["Backups"].place, orders["File servers"].place) == (1, 2)


async def test_a_report_is_sent_late_and_it_is_told(player: Player):
    # given a clock that began to run when an intruder was found, and ran out
    await player.orders("Look closer", "Office computers", "traces")
    await player.lets_pass(60)
    assert player.seat.view().reports[0].due is not None
    await player.lets_pass(120)
    assert "overdue" in (await player.looks_at("reports")).lower()

    # when the early warning is sent all the same
    told = await player.sends("Early warning", "a wiper", "1", "1", "")

    # then it is on its way, and its clock runs no more
    assert "Your report is sent." in told
    assert player.seat.view().reports[0].due is None
    told = await player.finds_in_log("early warning")
    assert told.index("Overdue: Early warning") < told.rindex("WATCH sends: Early warning")


async def test_the_texts_are_read_in_the_other_language_and_back(player: Player):
    assert "You have the night watch" in await player.looks_at("brief")
    await player.reads_in("sq")
    assert "Keni rojën e natës" in await player.looks_at("brief")
    assert player.seat.view().language == "sq"
    await player.reads_in("en")
    assert "You have the night watch" in await player.looks_at("brief")


async def test_messages_are_searched(player: Player):
    await player.skips()
    await player.skips()
    told = await player.finds("berth fees")
    assert CLERK in told
    assert "Look around before it starts" not in told


async def test_words_go_to_others_and_into_the_review(player: Player):
    # when somebody writes to another office, and a note, and a colleague disagrees
    await player.skips()
    await player.skips()
    await player.writes_to("Agency", "we look into it")
    await player.notes("ask for backups")
    await player.reads(CLERK)
    await player.dissents("besa", "pull it all")

    # then all of it is kept
    log = await player.looks_at("log")
    for words in ("we look into it", "ask for backups", "pull it all"):
        assert words in log
    assert "besa" in await player.reads(CLERK)


async def test_the_end_is_summed_up(player: Player):
    await player.skips()
    await player.skips()
    await player.decides(1, "traces", "likely")
    for _ in range(3):
        await player.lets_pass(120)
    told = await player.sums_up()
    for words in ("The early warning is sent in time", "Your reason: traces"):
        assert words in told
