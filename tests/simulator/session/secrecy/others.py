"""What each world has of its own: people the watched seat knows nothing of, and their deeds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

from simulator.engine import commands as c
from simulator.session import acts
from simulator.session import protocol as p
from simulator.session.asking import told
from simulator.session.drafting import Place
from tests.simulator.session.secrecy.hidden import ROLES, Hidden
from tests.simulator.session.secrecy.plan import (
    IDS,
    NONSENSE,
    OTHER,
    OWN,
    UNANSWERED,
    Move,
    Plan,
)

Others = dict[str, Place]


def private(plan: Plan, hidden: Hidden) -> tuple[Others, list[Move]]:
    """People whom the watched role knows nothing of, and what they do; among them some who sit in
    the seats that it knows of, beside those whom it hears from."""
    people = _people(plan, hidden)
    moves = [*_entrances(plan, hidden, people)]
    for step in _often(hidden, plan.steps, 40) if people else ():
        who = hidden.one([*people])
        moves.append(Move(step, who, "say", _said(plan, hidden, people[who], who)))
    moves += _in_vain(plan, hidden, people)
    moves += _opened(plan, hidden, people)
    if people and hidden.chance(50):
        heard = [move.step for move in plan.moves if (move.who, move.what) == ("me", "say")]
        step, who = hidden.one(heard or [0]), hidden.one([*people])
        moves += [Move(step, who, "say", hidden.one(NONSENSE)) for _ in range(10)]
    return people, sorted(moves, key=lambda move: move.step)


def _in_vain(plan: Plan, hidden: Hidden, people: Others) -> Iterator[Move]:
    """The other team answers challenges wrong, as often as it may, and nobody hears of it."""
    dice = Random(f"in-vain/{plan.seed}/{hidden.name}")
    for who, place in people.items():
        if place.team == OTHER:
            said = c.Solve(place.role, dice.choice(("show", "tell", *hidden.flags)), "wind")
            id = f"in-vain-{who}-{hidden.name}-{dice.randrange(10**9)}"
            yield Move(dice.randrange(plan.steps), who, "say", p.Ask(id=id, command=told(said)))


def _opened(plan: Plan, hidden: Hidden, people: Others) -> Iterator[Move]:
    """Control rates, and opens ratings near the end: those of the other team where the watched seat
    is an evaluator's, which is to see those of its own."""
    if "deputy" not in people:
        return
    dice = Random(f"opened/{plan.seed}/{hidden.name}")
    team = OTHER if plan.part == "evaluator" else OWN
    grade: acts.Grade = dice.choice(("P", "S", "M", "U"))
    rated = acts.Rate(objective="1", grade=grade, team=team, text=hidden.name)
    yield Move(plan.steps - 12, "deputy", "enter", {"language": "en"})
    for act in (rated, acts.Reveal(team=team), acts.Reveal(team=team)):
        id = f"opened-{hidden.name}-{dice.randrange(10**9)}"
        yield Move(plan.steps - 1 - dice.randrange(10), "deputy", "say", p.Do(id=id, act=act))


def _often(hidden: Hidden, steps: int, most: int) -> list[int]:
    return [hidden.dice.randrange(steps) for _ in range(hidden.dice.randint(0, most))]


def _people(plan: Plan, hidden: Hidden) -> Others:
    could: Others = {
        "second": Place("player", OWN, plan.other), "third-2": Place("player", OWN, plan.third),
        "guest": Place("observer", OWN, plan.me), "judge": Place("evaluator", OWN, plan.other),
        "witness": Place("observer", OWN, plan.third), "deputy": Place("control"),
    }  # fmt: skip
    # Who sits in the same seat keeps its bot away, and moves the number of the next one in it.
    if plan.part == "player" and not plan.heir and plan.bot_after is None:
        could["colleague"] = Place("player", OWN, plan.me)
    for role in ROLES:
        could[f"{OTHER}-{role}"] = Place("player", OTHER, role)
    eager = ("guest", "colleague", "second", "third-2", "deputy")
    return {n: place for n, place in could.items() if hidden.chance(80 if n in eager else 45)}


def _entrances(plan: Plan, hidden: Hidden, people: Others) -> Iterator[Move]:
    dice = hidden.dice
    first = next(move.step for move in plan.moves if (move.who, move.what) == ("me", "enter"))
    for label in people:
        # Nobody sits in the watched seat before its own player does.
        begins = max(first, plan.begins) + 1 if label == "colleague" else 0
        for _ in range(dice.randint(0, 3)):
            step = begins + dice.choice((0, dice.randrange(plan.steps)))
            yield Move(step, label, "enter", {"language": dice.choice(("en", "en", "sq"))})
            if hidden.chance(50):
                yield Move(step + dice.randrange(1, 90), label, "leave")
    for who in ("other", "third"):
        if hidden.chance(30):
            step = dice.randrange(plan.steps)
            yield Move(step, who, "enter", {})
            yield Move(step + dice.randrange(1, 30), who, "leave-last")


def _said(plan: Plan, hidden: Hidden, place: Place, who: str) -> p.Ask | p.Do | str:
    id = hidden.one(IDS) if hidden.chance(20) else f"{who}-{hidden.name}-{hidden.dice.random()}"
    id = id.replace(".", "-")[:64]
    if hidden.chance(20):
        return hidden.one((*NONSENSE, *UNANSWERED, *UNANSWERED))
    if place.part == "control":
        return _led(plan, hidden, id)
    make = hidden.one((_among_others, _at_work))
    return p.Ask(id=id, command=told(make(plan, hidden, place.role, place.team)))


def _led(plan: Plan, hidden: Hidden, id: str) -> p.Ask | p.Do | str:
    if hidden.chance(50):
        return p.Do(id=id, act=_administered(plan, hidden))
    if hidden.chance(30):
        looked_at = p.Watch(team=hidden.one((OWN, OTHER)), role=hidden.one((*ROLES, "")))
        read = p.Enquire(id=id, about="script", team=OWN, inject=hidden.one(("late", "nothing")))
        return hidden.one((looked_at, read)).model_dump_json()
    if hidden.chance(30):
        ears = tuple(hidden.dice.sample([plan.other, plan.third], hidden.dice.randint(1, 2)))
        written = c.Write("control", ears, "phone", hidden.text(), hidden.text(100))
        return p.Ask(id=id, command=told(written), team=OWN)
    return p.Ask(id=id, command=told(_steered(hidden)), team=hidden.one((OTHER, "green")))


def _administered(plan: Plan, hidden: Hidden) -> acts.AnyAct:
    """What control does with seats and with the other team's clock."""
    seat = hidden.one((f"{OWN}.{plan.other}-2", f"{OTHER}.soc-1", "nobody-1", "control-2"))
    return hidden.one((
        acts.Invite(part="observer", team=OWN, role=plan.other), acts.Invite(part="control"),
        acts.Invite(part="player", team=OTHER, role=plan.me), acts.Revoke(seat=seat),
        acts.HandOver(seat=seat), acts.Pause(team=OTHER), acts.Run(team=OTHER),
        acts.Pace(pace=hidden.one((1, 5000)), team=OTHER), acts.Jump(to=5000, team=OTHER),
        acts.Observe(text=hidden.text(), team=OWN, role=plan.me), acts.Duty(duty="observation"),
        acts.Rate(objective="1", grade="S", team=OWN, text=hidden.text()),
        acts.Plan(issue=hidden.text(), action="Train.", element="training", team=OWN),
        acts.Rewind(to=hidden.dice.randrange(5000), team=OTHER), acts.End(team=OTHER),
        acts.HoldPoint(at=hidden.dice.randrange(5000), team=OTHER),
    ))  # fmt: skip


def _steered(hidden: Hidden) -> c.Command:
    cue = hidden.one([*hidden.injects, "nothing", "late"])
    return hidden.one((
        c.Fire("control", cue), c.Hold("control", cue), c.Skip("control", cue),
        c.Conclude("control"), c.Vacate("control", "nato"), c.Remind("control", cue),
        c.Delay("control", cue, 5000), c.Amend("control", cue, text=hidden.text()),
        c.Instruct("control", "nato", "slow"), c.Repace("control", 6000),
        c.Tempo("control", hidden.one((50, 80, 200))),
    ))  # fmt: skip


def _among_others(plan: Plan, hidden: Hidden, role: str, team: str) -> c.Command:
    """Words that are not for the watched role; on another team they may be for anybody."""
    ears = [r for r in ROLES if r != role and (r != plan.me or team == OTHER)]
    said = hidden.text(100)
    if role == plan.me and team == OWN:
        return c.Fire(role, "nothing")
    return hidden.one((
        c.Message(role, tuple(hidden.dice.sample(ears, hidden.dice.randint(1, 2))), said),
        c.Note(role, said), c.Read(role, hidden.one(("news", "shared", "ask", "blow"))),
        c.Discuss(role, f"{hidden.name}-q", said), c.Fire(role, "late"), c.Conclude(role),
    ))  # fmt: skip


def _at_work(plan: Plan, hidden: Hidden, role: str, team: str) -> c.Command:
    """Only what this world hides is decided, ordered and reported."""
    if role == plan.me and team == OWN:
        return c.Order(role, "nothing")
    cue, act = hidden.one([*hidden.injects, "shared"]), hidden.one([*hidden.actions, "nothing"])
    form, said = hidden.one([*hidden.reports, "nothing"]), hidden.text()
    could: list[Callable[[], c.Command]] = [
        lambda: c.Answer(role, cue, f"{hidden.name}-0", said, said), lambda: c.Read(role, cue),
        lambda: c.Dissent(role, cue, said),
        *[lambda: c.Order(role, act, reason=said)] * 3, lambda: c.Cancel(role, f"{act}-1"),
        lambda: c.Prioritise(role, f"{act}-1", 2), lambda: c.Reply(role, f"{act}-1", said),
        lambda: c.Consent(role, f"{act}-1", hidden.one(("grant", "refuse", "ask")), said),
        lambda: c.Send(role, form, ((f"{hidden.name}-field", said),)),
    ]  # fmt: skip
    return hidden.one(could)()
