"""Judging in lines what people wrote, acting where nobody sits, and setting the world by hand."""

from typing import Final, NamedTuple

from simulator.engine.commands import CONTROL, Instruct, Rule
from simulator.engine.views.overview import Card
from tui.lines.asking import Asking, Steps, entries, possible, understood
from tui.lines.asking import words as asked_words
from tui.lines.choosing import Choice, Unclear, clearly, pick
from tui.lines.grammar import with_reason
from tui.lines.phrases import say, spellings, written
from tui.lines.room.desk import RoomDesk
from tui.lines.room.pages import found
from tui.lines.room.plotting import roles_named
from tui.lines.room.telling import paragraphs
from tui.room import abouts, byhand, judging, truth, wishes
from tui.room.byhand import Deed, Setting, Thing
from tui.room.sheets.instruct import POLICIES
from tui.room.sheets.rule import VERDICTS
from tui.screens.verdict import Verdict
from tui.speech import _

VERBS: Final[tuple[Verdict, ...]] = ("grant", "refuse", "ask")


def _choice(desk: RoomDesk, question: str, choices: list[Choice]) -> Asking[str]:
    """Ask which of these; the id."""
    desk.tell(question, *entries(choices))
    return (yield from understood(desk, "prompt-words", lambda text: _one(text, choices)))


def _one(text: str, choices: list[Choice]) -> str:
    if not text:
        raise Unclear(say("which", what=_("of these")))
    return possible(pick(text, choices, _("choice"))).id


def rule(desk: RoomDesk, given: str) -> Steps:
    """The verdict, what it counts as, how likely it succeeds, and what the role is told."""
    given, why = with_reason(given)
    subject = found(desk, "cards", given)
    card = next(card for card in desk.world.cards if card.subject == subject)
    desk.tell(*paragraphs(judging.letter(card, desk.scene)))
    role = truth.name(card.role, desk.world)
    verdicts = [
        Choice(id, n, f"{_(said)}: {_(about)}")
        for n, (id, (said, about)) in enumerate(VERDICTS.items(), 1)
    ]
    verdict = yield from _choice(desk, _("Your verdict"), verdicts)
    allowed = (yield from _allowed(desk, card)) if verdict == "allow" else None
    desk.tell(_("What the role is told"))
    told = yield say("prompt-words")
    if allowed is None:
        refused = Rule(CONTROL, subject, "refuse", text=told)
        return (yield from desk.steer(wishes.ruled(refused, role, ()), why))
    option, label, chance, deeds = allowed
    if not (told or option or deeds):
        raise Unclear(_("Nothing would come of it: say at least what the role is told."))
    effects = tuple(deed.effect for deed in deeds)
    command = Rule(CONTROL, subject, "allow", option, chance, effects, told)
    odds = judging.odds(chance, [deed.words for deed in deeds], label)
    return (yield from desk.steer(wishes.ruled(command, role, odds), why))


class Allowed(NamedTuple):
    """The option that it counts as and its label, both empty for none; by what chance it succeeds,
    and what happens besides."""

    option: str
    label: str
    chance: int
    deeds: list[Deed]


def _allowed(desk: RoomDesk, card: Card) -> Asking[Allowed]:
    option, label = "", ""
    if card.options:
        options = [Choice(it.id, n, it.label) for n, it in enumerate(card.options, 1)]
        none = Choice("", len(options) + 1, _("none of them"))
        option = yield from _choice(desk, _("It counts as"), [*options, none])
        label = next((it.label for it in card.options if it.id == option), "")
    desk.tell(_("How likely it succeeds") + ", " + _("in per cent"))
    chance = yield from understood(desk, "prompt-words", _chance)
    return Allowed(option, label, chance, (yield from _besides(desk)))


def _besides(desk: RoomDesk) -> Asking[list[Deed]]:
    """What is set of the world where it succeeds, a thing after the other until there is none."""
    deeds: list[Deed] = []
    asked = _("What happens besides? A thing of the world, all for a list of them, or just enter.")
    while len(deeds) < judging.MOST:
        desk.tell(asked)
        text = yield say("prompt-words")
        if not text:
            break
        if text.casefold() in written("all"):
            desk.tell(*entries(_things(desk)))
            continue
        try:
            deeds.append((yield from _deed(desk, _thing(desk, text))))
        except Unclear as no:
            desk.tell(no.sentence)
    return deeds


def _chance(text: str) -> int:
    return clearly(judging.chance_of, text or "100")


def consent(desk: RoomDesk, given: str) -> Steps:
    """`2 grant`, `2 refuse TEXT`, `2 ask QUESTION`, or the reply, for a role that nobody plays."""
    name, _space, rest = given.partition(" ")
    id = found(desk, "consents", name)
    asked = next(it for it in desk.world.consents if it.id == id)
    if truth.held_by_people(asked, desk.world):
        who = truth.name(truth.answers_it(asked), desk.world)
        raise Unclear(_("People hold the seat of {role}: they answer for themselves.", role=who))
    if asked.phase == "questioned":
        if not rest:
            desk.tell(*paragraphs(abouts.about_consent(asked, desk.scene)))
            rest = yield from asked_words(desk, "prompt-reply")
        return (yield from desk.steer(wishes.reply(asked, rest, desk.world)))
    if not rest:
        desk.tell(*paragraphs(abouts.about_consent(asked, desk.scene)))
        desk.tell(_("Write grant, refuse or ask, and the words with it."))
        rest = yield from asked_words(desk, "prompt-words")
    verdict, text = _verdict(rest)
    return (yield from desk.steer(wishes.consent(asked, verdict, text, desk.world)))


def _verdict(written: str) -> tuple[Verdict, str]:
    """Its word on what is asked of it, and the words with it. Raises Unclear."""
    verb, _space, text = written.partition(" ")
    verdict = next((it for it in VERBS if verb.casefold() in spellings(it, _(it))), None)
    if verdict is None or (verdict == "ask" and not text):
        raise Unclear(_("Write grant, refuse or ask, and the words with it."))
    return verdict, text


def set_by_hand(desk: RoomDesk, given: str) -> Steps:
    """What of a thing, to what value, and why: the world is never set by hand without saying so."""
    given, why = with_reason(given)
    if not given:
        desk.tell(_("Set by hand"), *entries(_things(desk)))
        given = yield from asked_words(desk, "prompt-words")
    deed = yield from _deed(desk, _thing(desk, given))
    if not why:
        desk.tell(_("Why? For the record; players don't see it."))
        why = yield from asked_words(desk, "prompt-reason")
    return (yield from desk.steer(wishes.by_hand(deed, why)))


def _things(desk: RoomDesk) -> list[Choice]:
    """All that can be set."""
    things = byhand.things(desk.world, desk.watched.now)
    return [
        Choice(byhand.key_of(it.kind, it.id), n, it.title, (it.id,))
        for n, it in enumerate(things, 1)
    ]


def _thing(desk: RoomDesk, given: str) -> Thing:
    """The one that is meant. Raises Unclear."""
    key = pick(given, _things(desk), _("thing")).id
    thing = byhand.find(key, desk.world, desk.watched.now)
    assert thing is not None, "what is listed is there"
    return thing


def _deed(desk: RoomDesk, thing: Thing) -> Asking[Deed]:
    """What is done with a thing of the world."""
    desk.tell(say("field", name=thing.title, said=thing.stands))
    can = byhand.settings(thing, desk.world)
    choices = [Choice(it.id, n, it.words, (), it.why_not) for n, it in enumerate(can, 1)]
    chosen = yield from _choice(desk, _("What is done with it?"), choices)
    setting = next(it for it in can if it.id == chosen)
    value = yield from _value(desk, setting)
    return clearly(byhand.deed, thing, setting, value)


def _value(desk: RoomDesk, setting: Setting) -> Asking[str]:
    if not setting.asks:
        return ""
    desk.tell(_(byhand.ASKS[setting.asks]))
    return (yield from asked_words(desk, "prompt-words"))


def speak(desk: RoomDesk, given: str) -> Steps:
    """`akshi to akcesk: TEXT`, in the place of a role that nobody plays."""
    head, _colon, text = given.partition(":")
    low = head.casefold()
    way = next((way for way in spellings("to", _("to")) if f" {way} " in low), "")
    at = low.find(f" {way} ") if way else -1
    if at < 0 or not text.strip():
        raise Unclear(_("Write who speaks, to whom and what: akshi to akcesk: We need help."))
    seat, *more = roles_named(desk, head[:at].strip())
    to = tuple(id for id in roles_named(desk, head[at + len(way) + 2 :]) if id != seat)
    if more or not to:
        raise Unclear(_("Choose first whom it is to: another than who speaks."))
    if all(role.id != seat for role in truth.unstaffed(desk.world)):
        raise Unclear(_("People hold that seat: they speak for themselves."))
    return (yield from desk.steer(wishes.message(seat, to, text.strip(), desk.world)))


def policy(desk: RoomDesk, given: str) -> Steps:
    """`akshi silent`: how the bot of a seat behaves from now on."""
    given, why = with_reason(given)
    name, _space, how = given.rpartition(" ")
    (seat, *more) = roles_named(desk, name)
    there = [Choice(id, n, _(said)) for n, (id, (said, _about)) in enumerate(POLICIES.items(), 1)]
    chosen = pick(how, there, _("way to play"))
    if more:
        raise Unclear(_("Choose first whose bot, and what it does."))
    command = Instruct(CONTROL, seat, chosen.id)  # type: ignore[arg-type]
    return (yield from desk.steer(wishes.policy(command, chosen.title, desk.world), why))
