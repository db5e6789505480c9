"""The room in lines: what one sees, what comes by itself, and what is asked for."""

from dataclasses import replace
from datetime import datetime

import pytest

from simulator.engine.views.foresight import Changed, Preview
from simulator.session.protocol import REVOKED
from simulator.session.room import NoDuffRow, RatingRow
from tests.tui.far import ROOM_VIEW
from tests.tui.lines.room.facilitator import Facilitator, at_the_prompt, town
from tests.tui.room import overview as rows
from tests.tui.room.injects import SCRIPT
from tests.tui.world import VIEW
from tui.lines.room.table import COMMANDS


def test_one_comes_to_the_room_and_is_told_what_leads_on():
    it = Facilitator()
    assert it.greeting.startswith("CONTROL: The days in July, session d162e94750bf8638\n")
    assert "The clock: running" not in it.greeting, "of several teams each is named"
    assert "red-barn: running." in it.greeting
    assert "1. red-barn. Exercise time: Fri 15 Jul 09:00. Clock: running." in it.greeting
    assert "AKCESK is silent" not in it.greeting
    assert it.talk.prompt == "> "


def test_every_command_that_looks_tells_something_and_asks_for_nothing():
    it = Facilitator()
    for name, act in COMMANDS.items():
        if act.looks and name != "quit":
            assert it.writes(f"{name} 1" if name in ("inject", "over") else name), name
            if name == "over":
                it.talk.interrupt()
    assert it.line.asked == []
    assert not it.talk.left


def test_what_is_told_has_no_sign_that_a_reader_would_spell_out():
    it = Facilitator()
    for name in ("board", "seats", "people", "assets", "gauges", "campaign", "crews", "orders",
                 "consents", "objectives", "cards", "rulings", "injects", "situation"):  # fmt: skip
        told = it.writes(name)
        assert not set(told) & set("━─▒░►‖●○▲▼✓✗■◇"), told


def test_what_happens_comes_between_prompts():
    it = Facilitator()
    teams = (replace(ROOM_VIEW.teams[0], stands="paused", why="lunch"), ROOM_VIEW.teams[1])
    people = tuple(replace(it, state="here") if it.name == "Clirim" else it
                   for it in ROOM_VIEW.people)  # fmt: skip
    log = (*town().log, replace(VIEW.log[0], at=3600, words="A door opens"))
    told = it.sees(teams=teams, people=people, alarms=("The disk fills",), panel=town(log=log))
    assert told.splitlines() == [
        "red-barn: paused. lunch.", "Clirim (red-barn.akshi-1): here.",
        "Fri 09:00 A door opens.", "ALARM: The disk fills.",
    ]  # fmt: skip
    assert it.hears() == "", "nothing is told twice"
    it.writes("run")
    it.line.answer()
    told = it.sees(people=people, panel=town(log=log), alarms=("The disk fills",))
    assert told == "red-barn: running."
    away = tuple(replace(it, state="away") for it in people)
    new = replace(people[0], grant="red-barn.nato-9", name="Dea", state="away")
    told = it.sees(people=(*away, new), panel=town(log=log), alarms=("The disk fills",))
    assert "Clirim (red-barn.akshi-1): away." in told
    assert "Dea" not in told, "whoever comes is away for a moment"
    it.sees(teams=teams, people=people, panel=town(log=log), alarms=("The disk fills",))
    told = it.sees(no_duff=NoDuffRow("Ben", "fire in the hall", 0, (), 2), teams=teams,
                   people=people, alarms=("The disk fills",), panel=town(log=log))  # fmt: skip
    assert told == "NO DUFF called by Ben: fire in the hall."


def test_the_log_is_what_was_not_looked_at_yet():
    it = Facilitator()
    assert "Hello" in it.writes("log")
    assert it.writes("log") == "Nothing new; log all tells everything."
    assert "Hello" in it.writes("log all")
    assert "Hello" in it.writes("log inject")
    assert "Hello" not in it.writes("log noboby")


def test_an_inject_is_sent_after_a_yes_with_its_reason_and_what_it_changes_told():
    it = Facilitator()
    assert it.writes("send 3 because they wait") == "Send “A note on every screen” now?"
    preview = Preview("", (), (), (), (Changed("service", "Portal", "58 %", "40 %"),), ())
    it.line.tells(preview)
    assert "Portal. 58 % → 40 %" in it.hears()
    assert it.talk.prompt == "yes or back> "
    it.writes("yes")
    assert [(one["inject"], one["reason"]) for one in it.line.asked] == [("ransom", "they wait")]
    it.line.answer()
    assert it.hears() == "It is sent."


@pytest.mark.parametrize(
    ("written", "refused"),
    [
        ("send 1", "that can't be"),
        ("hold 5", "that can't be"),
        ("release 3", "that can't be"),
        ("withdraw 4", "that can't be"),
        ("send 99", "There is no inject “99”."),
        ("delay 3 until 01:00x", "Write +30m"),
        ("rewind T+99:00", "That moment is not behind."),
        ("jump T+00:10", "That is not ahead"),
        ("tempo 5000", "Write a number from"),
        ("consent 2 grant", "People hold the seat"),
        ("rate 1 X", "P"),
        ("bord", "Did you mean board?"),
        ("watch", "There are: red-barn, blue-barn."),
        ("lift", "There is no real emergency."),
        ("proceed", "No discussion holds the clock."),
        ("start", "begun already"),
    ],
)
def test_what_can_not_be_is_said_in_a_sentence_and_not_asked(written: str, refused: str):
    it = Facilitator()
    assert refused in it.writes(written)
    assert it.line.asked == []


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (("pause because lunch",), {"act": "pause", "team": "red-barn", "why": "lunch"}),
        (("run all",), {"act": "run", "team": ""}),
        (("pace faster",), {"act": "pace", "pace": 120.0}),
        (("jump +30m", "yes"), {"act": "jump", "to": 5400}),
        (("stop +20m",), {"act": "hold-point", "at": 4800, "off": False}),
        (("rewind 1 because a slip", "yes"), {"act": "rewind", "to": 1200, "why": "a slip"}),
        (("rewind -20m", "yes"), {"act": "rewind", "to": 2400}),
        (("noduff fire",), {"act": "no-duff", "why": "fire"}),
        (("end", "yes"), {"act": "end", "team": "red-barn"}),
        (("close", "yes"), {"act": "close"}),
        (("note urgent: nobody called",), {"act": "observe", "text": "nobody called", "at": 3600}),
        (("rate 1 M because late",), {"act": "rate", "objective": "o1", "grade": "M"}),
        (("aside 1 S because we saw it",), {"act": "set-aside", "why": "we saw it"}),
        (("aside 1 off",), {"act": "set-aside", "off": True}),
        (("duty 2",), {"act": "duty", "duty": "injects", "off": False}),
        (("invite akshi observer",), {"act": "invite", "part": "observer", "role": "akshi"}),
        (("invite control",), {"act": "invite", "part": "control"}),
        (("revoke Besa", "yes"), {"act": "revoke", "seat": "red-barn.akcesk-2"}),
        (("successor Besa", "yes"), {"act": "hand-over", "seat": "red-barn.akcesk-2"}),
        (("announce Five minutes",), {"to": ["akcesk", "akshi", "nato"], "text": "Five minutes"}),
        (("prompt akcesk: Hurry",), {"to": ["akcesk"], "text": "Hurry"}),
        (("bot nato",), {"seat": "nato"}),
        (("policy nato silent", "yes"), {"seat": "nato", "policy": "silent"}),
        (("hold 3", "yes"), {"inject": "ransom"}),
        (("release 5", "yes"), {"inject": "late"}),
        (("strike 4", "yes"), {"inject": "leak"}),
        (("remind 2", "yes"), {"inject": "storm"}),
        (("withdraw 2", "yes"), {"inject": "storm"}),
        (("delay 3 by 15m because tea", "yes"), {"until": 5100, "reason": "tea"}),
        (("delay 4", "+10m", "yes"), {"until": 4200}),
        (("repace T+05:00", "yes"), {"end": 18000, "gap": 0, "pinned": [], "unpinned": []}),
        (("repace T+05:00 except 3, late gap 2m because tea", "yes"),
         {"end": 18000, "gap": 120, "pinned": ["ransom", "late"], "reason": "tea"}),
        (("repace", "sometime", "T+05:00", "yes"), {"end": 18000}),
        (("repace T+02:00 pace",), {"act": "pace", "team": "red-barn"}),
        (("tempo all 80", "yes"), {"percent": 80}),
        (("consent 1 refuse Never", "yes"), {"verdict": "refuse", "text": "Never"}),
        (("consent 3 Because", "yes"), {"text": "Because"}),
        (("speak nato to akcesk: Hello", "yes"), {"to": ["akcesk"], "text": "Hello"}),
        (("set portal because so", "4", "3", "yes"), {"reason": "so"}),
        (("rule 1", "1", "1", "75", "", "Go on", "yes"),
         {"verdict": "allow", "option": "isolate", "chance": 75, "text": "Go on"}),
        (("rule 1", "1", "none", "100", "all", "nowhere", "portal", "2", "", "", "yes"),
         {"verdict": "allow", "option": "", "effects": ['{"asset": "portal", "set": "isolated"}']}),
        (("rule 1", "refuse", "No", "yes"), {"verdict": "refuse", "text": "No"}),
        (("write", "chat", "nato, akcesk", "Ana", "Hi", "Come", "", "", "yes"),
         {"to": ["nato", "akcesk"], "subject": "Hi", "channel": "chat", "sender": "Ana"}),
        (("amend 3", "", "New words", "", "", "yes"), {"inject": "ransom", "text": "New words"}),
        (("amend 3", "", "", "nato, akshi", "Ana", "yes"),
         {"to": ["akshi", "nato"], "sender": "Ana", "subject": "", "text": ""}),
        (("correct 2 because wrong", "chat", "", "", "No storm", "It is calm", "", "", "yes"),
         {"corrects": "storm", "to": ["akcesk", "nato"], "reason": "wrong"}),
        (("note promise:", "Lunch at noon", ""), {"marks": ["promise"], "role": ""}),
        (("improve", "Slow", "Drill", "training", "", "Ana", "soon", "2027-01-31", "", ""),
         {"act": "plan", "issue": "Slow", "element": "training", "starts": "2027-01-31"}),
    ],
)  # fmt: skip
def test_a_command_asks_for_the_same_as_the_screens(
    lines: tuple[str, ...], wanted: dict[str, object]
):
    it = Facilitator()
    it.writes(*lines)
    assert it.line.asked, it.hears()
    asked = it.line.asked[-1]
    assert {key: asked.get(key) for key in wanted} == wanted


def test_a_note_that_is_asked_for_points_at_what_it_is_about():
    it = Facilitator(at_the_prompt(objectives=(("o1", "Contain it"),)))
    it.sees(panel=town(places=(17,)), objectives=(("o1", "Contain it"),))
    told = it.writes("note", "They argue", "hot, 2")
    assert "What shows it?" in told
    assert "1. Fri 08:01 E-mail to AKCESK: Hello." in told
    assert "About which role?" in it.writes("1", "contain")
    it.writes("nato")
    wanted = {"marks": ["hot-wash", "urgent"], "evidence": [17], "objective": "o1", "role": "nato"}
    assert wanted.items() <= it.line.asked[-1].items()


def test_what_an_inject_says_is_told_to_whoever_amends_it():
    it = Facilitator()
    assert it.writes("amend 3") == "Subject (empty: as it is)"
    it.line.tells(SCRIPT)
    assert f"Subject: {SCRIPT.title}\nText: All your files are ours." in it.hears()
    assert it.writes("", "", "", "") == "Nothing is changed yet."


def test_a_time_of_ones_own_clock_is_where_the_pace_leads(monkeypatch: pytest.MonkeyPatch):
    noon = datetime(2026, 11, 26, 12, 0)  # noqa: DTZ001 the wall has no zone
    monkeypatch.setattr("tui.lines.room.repacing.own_clock", lambda: noon)
    it = Facilitator()
    assert "(12:05 by your own clock)" in it.writes("repace wall 12:05")
    it.writes("yes")
    assert it.line.asked[-1]["end"] == 3600 + 300 * 60
    assert "not both" in it.writes("repace T+05:00 wall 12:05")
    assert "like 16:30" in it.writes("repace wall tea")


def test_what_would_have_changed_is_not_told_to_whoever_went_back():
    it = Facilitator()
    it.writes("send 3", "back")
    it.line.tells(Preview("", (), (), (), (Changed("service", "Portal", "58 %", "40 %"),), ()))
    assert it.hears() == ""


def test_an_inject_says_what_it_waits_for_or_what_was_answered_or_until_when():
    asks = {"state": "read", "sent_at": 60, "asks": "Isolate?", "decision": "isolate"}
    msel = (
        rows.inject("leak", waits="waits for the leak"),
        rows.inject("storm", decision_due=4800, **asks),
        rows.inject("over", answer="Wait", **asks),
    )
    it = Facilitator()
    it.sees(panel=town(msel=msel))
    told = it.writes("injects all")
    assert "Waits: waits for the leak." in told
    assert "To decide by: Fri 15 Jul 09:20." in told
    assert "Answer: Wait." in told


def test_ratings_are_opened_once_it_is_over_and_once():
    it = Facilitator()
    assert "not over yet" in it.writes("reveal")
    teams = (replace(ROOM_VIEW.teams[0], stands="over"), *ROOM_VIEW.teams[1:])
    it.sees(teams=teams)
    assert "no longer their own view alone" in it.writes("reveal")
    it.writes("yes")
    assert [(one["act"], one["team"]) for one in it.line.asked] == [("reveal", "red-barn")]
    it.sees(teams=teams, revealed=("red-barn",))
    assert "open already" in it.writes("reveal")
    assert it.writes("ratings").startswith("Objectives and tasks: 1, open to evaluators")


def test_an_alarm_says_with_which_command_it_is_answered():
    it = Facilitator()
    roles = tuple(replace(role, unread=9) for role in town().roles)
    it.sees(panel=town(roles=roles))
    assert "Pace slower slows the clock" in it.writes("alarms")


def test_an_invitation_is_told_whole_and_once():
    it = Facilitator()
    it.writes("invite akshi")
    it.line.answer(gift="wxyz-wxyz-wxyz")
    told = it.hears().splitlines()
    assert told[0] == "Player: red-barn: Government IT agency."
    assert told[1] == "kulla://192.0.2.7:7400/wxyz-wxyz-wxyz"
    assert it.hears() == ""


def test_the_script_of_an_inject_comes_when_the_host_tells_it():
    it = Facilitator()
    told = it.writes("inject 3")
    assert told.startswith("A note on every screen\nplanned. in 10m 00s")
    it.line.tells(SCRIPT)
    told = it.hears()
    assert "All your files are ours. [red]Pay[/red]." in told, "what people wrote is no markup"
    assert "Do not pay. the best one. public-trust +2." in told
    assert "Expected: They keep the evidence." in told
    it.writes("inject 3")
    it.line.tells(None, "There is no such inject any more.")
    assert it.hears() == "There is no such inject any more."


def test_one_looks_over_a_shoulder_in_the_lines_of_the_role():
    it = Facilitator()
    assert it.writes("over akcesk") == "The screen of National Cyber Authority comes …"
    assert it.line.watched == ("red-barn", "akcesk")
    it.line.show_room(watched="red-barn", panel=town(), shoulder=VIEW)
    assert "You are here to watch" in it.hears()
    assert it.talk.prompt == "akcesk> "
    assert "decides and orders nothing" in it.writes("decide 1")
    it.line.show_room(watched="red-barn", panel=town())
    assert it.hears() == "", "the host was away, and is told again where one looks"
    assert "Inbox" in it.writes("inbox")
    assert it.writes("quit") == "You are back in the room."
    assert (it.talk.prompt, it.line.watched) == ("> ", ("red-barn", ""))


def test_whoever_goes_back_has_done_nothing_and_leaves_after_a_question():
    it = Facilitator()
    assert it.writes("send 3", "back") == "You went back; nothing was done."
    assert it.writes("# a remark") == ""
    it.writes("send 3")
    assert "went back" in "\n".join(it.talk.interrupt())
    assert "Leave control?" in it.writes("quit")
    it.writes("no")
    assert not it.talk.left
    it.talk.interrupt()
    it.talk.interrupt()
    assert it.talk.left
    assert it.line.asked == []


def test_what_is_asked_while_the_host_is_away_is_kept_and_its_refusal_told():
    it = Facilitator()
    it.line.lose()
    assert "Connection to the host" in it.hears()
    assert "Kept here" in it.writes("run")
    it.line.show_room(watched="red-barn", panel=town())
    it.line.answer("the clock is somebody's duty")
    assert "The clock is somebody's duty." in it.hears()
    it.line.end(REVOKED)
    it.hears()
    assert "Nothing more can be asked" in it.writes("run")


def test_evaluators_who_differ_are_told_by_a_word():
    it = Facilitator()
    ratings = (
        RatingRow("o1", "red-barn", "a", "A", "P", "", 60),
        RatingRow("o1", "red-barn", "b", "B", "M", "", 60),
    )
    it.sees(ratings=ratings)
    told = it.writes("ratings")
    assert "1. Contain it. evaluators differ. Measured: S 40/100. Rated: P A, M B." in told


def test_nothing_that_people_wrote_moves_the_terminal():
    evil = "\x1b[2J\x07gone"
    it = Facilitator(at_the_prompt(title=evil, alarms=(evil,)))
    it.sees(panel=town(msel=(rows.inject("x", title=evil, waits=evil),)), alarms=(evil, evil))
    told = it.greeting + "".join(it.writes(line) for line in ("injects", "inject 1", "alarms",
                                                              "situation", "send 1"))  # fmt: skip
    assert "gone" in told
    assert "\x1b" not in told
    assert "\x07" not in told


def test_commands_of_a_contest_are_there_where_there_is_one():
    assert "flags" not in Facilitator().writes("help")
    it = Facilitator(at_the_prompt(contest="Moths"))
    assert "flags" in it.writes("help")
    assert it.writes("scores") == "The scores come with STARTEX."
