"""The commands of the room by their names: what each does, and how the help tells of it."""

from collections.abc import Callable
from typing import Final, NamedTuple

from tui.lines.asking import Steps, certain
from tui.lines.choosing import Unclear
from tui.lines.naming import named_command
from tui.lines.phrases import say
from tui.lines.room import (
    judging,
    keying,
    looking,
    noting,
    pages,
    people,
    plotting,
    repacing,
    running,
    steering,
)
from tui.lines.room.desk import RoomDesk
from tui.speech import _, mark

OVER: Final = "over"
"""The command that looks over somebody's shoulder; whoever holds the prompt knows how."""


class Act(NamedTuple):
    """`do` is given what was written after the name; `usage` begins with the name in the reader's
    language. Those that only look are there for a recorded session, too."""

    do: Callable[[RoomDesk, str], Steps | None]
    usage: str
    does: str
    looks: bool = False


def _look(name: str, usage: str, does: str) -> Act:
    return Act(pages.listed(name), usage, does, looks=True)


def _help(desk: RoomDesk, given: str) -> None:
    """All commands in a line each, or one of them."""
    there = [name for name, act in _known(desk).items() if act.looks or not desk.no_acts]
    for name in [command_of(given.partition(" ")[0], desk)] if given else there:
        act = COMMANDS[name]
        desk.tell(say("field", name=_(act.usage), said=_(act.does)))


def leave(desk: RoomDesk, given: str) -> Steps:
    desk.left = not desk.leaving or (yield from certain(desk, _(desk.leaving)))
    return ()


def _over(desk: RoomDesk, given: str) -> None:
    raise Unclear(_("There is nobody to look at."))


COMMANDS: Final[dict[str, Act]] = {
    "situation": Act(looking.situation, mark("situation"),
        mark("all that whoever leads has to know: the clock, who owes what, what comes, duties"),
        looks=True),
    "time": Act(looking.time, mark("time"),
        mark("what time it is, what the clock does, and what comes next"), looks=True),
    "alarms": Act(looking.alarms, mark("alarms"), mark("what to look into"), looks=True),
    "board": _look("board", mark("board"), mark("the teams, how far each is, and how it does")),
    "seats": _look("seats", mark("seats"),
        mark("who plays which seat of the team, and what lies there")),
    "people": _look("people", mark("people"), mark("everybody who has a seat or is invited")),
    "duties": Act(looking.duties, mark("duties"), mark("whose the duties of control are"),
        looks=True),
    "log": Act(looking.log, mark("log [all | KIND | WORDS]"),
        mark("what has happened since you asked last; all, a kind of line, or lines with words"),
        looks=True),
    "injects": Act(looking.injects, mark("injects [all | STATE | WORDS]"),
        mark("the MSEL: what was sent last and what comes next; or those that you name"),
        looks=True),
    "inject": Act(looking.inject, mark("inject N"),
        mark("how it stands with an inject, and its script"), looks=True),
    "assets": _look("assets", mark("assets [N]"),
        mark("the assets as they are, and what roles know of it")),
    "gauges": _look("gauges", mark("gauges [N]"), mark("the gauges as they are")),
    "campaign": _look("campaign", mark("campaign [N]"), mark("the steps of the adversary")),
    "orders": _look("orders", mark("orders [N]"), mark("the orders that are under way")),
    "crews": _look("crews", mark("crews [N]"), mark("the teams of people and what waits for them")),
    "consents": _look("consents", mark("consents [N]"), mark("the consents that are asked for")),
    "objectives": _look("objectives", mark("objectives [N]"),
        mark("the objectives with their measures")),
    "facts": Act(pages.facts, mark("facts"), mark("what is so and what is not"), looks=True),
    "cards": _look("cards", mark("cards [N]"),
        mark("what people wrote that waits for your ruling")),
    "rulings": _look("rulings", mark("rulings [N]"), mark("what was ruled")),
    "outlook": Act(looking.outlook, mark("outlook [TIME] [bots]"),
        mark("what may come within TIME, or to the end, if nobody acts; or if bots do")),
    "compare": Act(pages.compare, mark("compare [TEAM]"), mark("the teams side by side"),
        looks=True),
    "notes": Act(looking.notes, mark("notes"), mark("notes, ratings and the plan as text"),
        looks=True),
    "ratings": _look("ratings", mark("ratings [N]"),
        mark("objectives and tasks, and how they are rated")),
    "plan": _look("plan", mark("plan [N]"), mark("the improvement plan")),
    "wash": Act(looking.wash, mark("wash"),
        mark("what is for the hot wash, and what participants say"), looks=True),
    "flags": _look("flags", mark("flags [N]"), mark("the challenges of the contest")),
    "scores": _look("scores", mark("scores"), mark("how the teams stand in the contest")),
    "solvers": _look("solvers", mark("solvers"), mark("who has solved most")),
    "solves": _look("solves", mark("solves"), mark("who solved what, the newest first")),
    OVER: Act(_over, mark("over ROLE"),
        mark("what a role is shown, in its own lines; quit comes back"), looks=True),
    "watch": Act(running.watch, mark("watch TEAM"), mark("look at another team"), looks=True),
    "start": Act(running.start, mark("start"), mark("begins the exercise for all teams")),
    "run": Act(running.run, mark("run [all]"), mark("lets the clock run; all is for all teams")),
    "pause": Act(running.pause, mark("pause [all] [because REASON]"),
        mark("stops the clock; players read the reason")),
    "pace": Act(running.pace, mark("pace [all] X | faster | slower"),
        mark("sets how many exercise seconds pass in one of yours")),
    "step": Act(running.step, mark("step"), mark("plays on to the next thing that is due")),
    "jump": Act(running.jump, mark("jump [all] TIME"),
        mark("plays on at once to a moment: +30m, T+26:10 or Sat 15:30")),
    "stop": Act(running.hold_point, mark("stop [all] TIME | off"),
        mark("lets the clock pause by itself at a moment")),
    "rewind": Act(running.rewind, mark("rewind [TIME | -20m | N] [because REASON]"),
        mark("goes back to an earlier moment, as a new take")),
    "proceed": Act(running.proceed, mark("proceed"),
        mark("ends the discussion that holds the clock")),
    "send": Act(steering.on_one("fire"), mark("send N [because REASON]"),
        mark("sends an inject now")),
    "hold": Act(steering.on_one("hold_or_release", ("waiting", "due")),
        mark("hold N [because REASON]"), mark("keeps an inject from being sent")),
    "release": Act(steering.on_one("hold_or_release", ("held",)),
        mark("release N [because REASON]"), mark("lets an inject go that is held")),
    "delay": Act(steering.delay, mark("delay N by TIME | until TIME [because REASON]"),
        mark("sends an inject later")),
    "strike": Act(steering.on_one("strike"), mark("strike N [because REASON]"),
        mark("strikes an inject: it is never sent")),
    "remind": Act(steering.on_one("remind"), mark("remind N"),
        mark("repeats it to those who have not opened it")),
    "withdraw": Act(steering.on_one("withdraw"), mark("withdraw N [because REASON]"),
        mark("takes back what was sent by mistake")),
    "amend": Act(plotting.amend, mark("amend N [because REASON]"),
        mark("changes the words, the readers or the sender of an inject")),
    "write": Act(plotting.write, mark("write"), mark("writes an inject on the spot, line by line")),
    "correct": Act(plotting.correct, mark("correct N [because REASON]"),
        mark("writes a correction of what was sent, line by line")),
    "repace": Act(repacing.repace,
        mark("repace [TIME | wall 16:30] [pace | gap 2m except N, N moving N] [because REASON]"),
        mark("lets the exercise end at another moment, or a time of your own clock; except leaves "
             "injects where they are, moving moves pinned ones, pace changes the clock instead")),
    "tempo": Act(steering.tempo, mark("tempo [all] PERCENT"),
        mark("lets adversary and plot go faster or slower")),
    "announce": Act(people.announce, mark("announce [all] TEXT"), mark("writes to everybody")),
    "prompt": Act(people.prompt, mark("prompt ROLE[: TEXT]"), mark("writes to one role")),
    "speak": Act(judging.speak, mark("speak ROLE to ROLE: TEXT"),
        mark("writes as a role that nobody plays")),
    "consent": Act(judging.consent, mark("consent N grant | refuse | ask [TEXT]"),
        mark("answers in the place of a role that nobody plays")),
    "rule": Act(judging.rule, mark("rule N [because REASON]"),
        mark("judges what somebody wrote, line by line")),
    "key": Act(keying.key_in, mark("key CODE [by NAME]"),
        mark("keys in what came on paper, like D12 or R3; an option goes by its letter there")),
    "set": Act(judging.set_by_hand, mark("set [THING] [because REASON]"),
        mark("sets the world by hand: an asset, a gauge, a step, a team of people, a fact")),
    "policy": Act(judging.policy, mark("policy ROLE doctrine | slow | silent | random"),
        mark("says how the bot of a seat behaves")),
    "bot": Act(people.bot, mark("bot ROLE"), mark("gives a seat to its bot, or back to people")),
    "invite": Act(people.invite, mark("invite ROLE [observer | evaluator] | control"),
        mark("makes an invitation")),
    "successor": Act(people.successor, mark("successor PERSON"),
        mark("invites somebody to take the place of another")),
    "revoke": Act(people.revoke, mark("revoke PERSON"), mark("takes a seat or an invitation away")),
    "duty": Act(people.duty, mark("duty N"), mark("takes a duty, or gives it back")),
    "note": Act(noting.note, mark("note [urgent, hot-wash, promise:] [TEXT]"),
        mark("writes an observation down, for the review")),
    "rate": Act(noting.rate, mark("rate N [P | S | M | U] [because TEXT]"),
        mark("rates an objective or a task")),
    "aside": Act(noting.aside, mark("aside N P | S | M | U because REASON | off"),
        mark("lets one rating stand in place of all others")),
    "reveal": Act(noting.reveal, mark("reveal"),
        mark("lets evaluators see what others rated, and what was computed, once it is over")),
    "improve": Act(noting.improve, mark("improve [N]"),
        mark("puts a row down in the improvement plan, or changes one")),
    "discard": Act(noting.discard, mark("discard N"), mark("takes a row from the plan")),
    "noduff": Act(running.no_duff, mark("noduff TEXT"),
        mark("a real emergency: freezes everything")),
    "lift": Act(running.lift, mark("lift"), mark("says that the real emergency is over")),
    "end": Act(running.end, mark("end [all]"), mark("ENDEX")),
    "close": Act(running.close, mark("close"), mark("closes the session for good")),
    "help": Act(_help, mark("help [COMMAND]"), mark("lists the commands, or explains one"),
        looks=True),
    "quit": Act(leave, mark("quit"), mark("leaves control"), looks=True),
}  # fmt: skip

ALSO: Final = {"?": "help", "exit": "quit", "msel": "injects", "handover": "situation",
               "fire": "send", "teams": "board", "steps": "campaign"}  # fmt: skip
"""Other words that people try first, or know from the screens."""
EVERY: Final = ("run", "pause", "pace", "jump", "stop", "tempo", "announce", "end")
"""Acts that may be for all teams."""
OF_CONTEST: Final = ("flags", "scores", "solvers", "solves")
"""Commands that there are where the exercise has a contest."""


def _known(desk: RoomDesk) -> dict[str, Act]:
    """The commands of this exercise."""
    contest = bool(desk.room.contest)
    return {name: act for name, act in COMMANDS.items() if contest or name not in OF_CONTEST}


def command_of(word: str, desk: RoomDesk) -> str:
    """The name of the command that is meant by its name or the beginning of it. Raises Unclear."""
    name = named_command(word, {name: _named(act) for name, act in _known(desk).items()}, ALSO)
    if desk.no_acts and not COMMANDS[name].looks:
        raise Unclear(desk.no_acts)
    return name


def _named(act: Act) -> str:
    """Its name, in the reader's language."""
    return _(act.usage).partition(" ")[0]
