"""Judging in lines what people wrote, acting where nobody sits, and setting the world by hand."""

from typing import Final

from simulator.engine.commands import CONTROL, Consent, Instruct, Intervene, Message, Reply, Rule
from simulator.engine.views.overview import Card, ConsentRow
from tui.lines.asking import Asking, Steps, understood
from tui.lines.asking import words as asked_words
from tui.lines.choosing import Choice, Unclear, pick
from tui.lines.grammar import with_reason
from tui.lines.phrases import say, spellings
from tui.lines.room.desk import RoomDesk
from tui.lines.room.pages import found
from tui.lines.room.steering import roles_named
from tui.lines.room.telling import paragraphs
from tui.room import abouts, byhand, judging, truth
from tui.room.byhand import Deed, Setting, Thing
from tui.room.sheets.instruct import POLICIES
from tui.room.sheets.rule import VERDICTS
from tui.room.steer import Steered
from tui.screens.verdict import Verdict
from tui.speech import _

VERBS: Final[tuple[Verdict, ...]] = ("grant", "refuse", "ask")


def _entries(choices: list[Choice]) -> list[str]:
    return ["  " + say("entry", number=it.number, title=it.title) for it in choices]


def _choice(desk: RoomDesk, question: str, choices: list[Choice]) -> Asking[str]:
    """Ask which of these; the id."""
    desk.tell(question, *_entries(choices))
    return (yield from understood(desk, "prompt-words", lambda text: _one(text, choices)))


def _one(text: str, choices: list[Choice]) -> str:
    if not text:
        raise Unclear(say("which", what=_("of these")))
    choice = pick(text, choices, _("choice"))
    if choice.why_not:
        raise Unclear(say("not-now", title=choice.title, why=choice.why_not))
    return choice.id


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
    allowed = verdict == "allow"
    option, label, chance = (yield from _allowed(desk, card)) if allowed else ("", "", 100)
    desk.tell(_("What the role is told"))
    told = yield say("prompt-words")
    if not allowed:
        what = _("Refuse what {role} wrote?", role=role)
    elif not (told or option):
        raise Unclear(_("Nothing would come of it: say at least what the role is told."))
    else:
        odds = judging.odds(chance, [], label)
        what = "\n".join([_("Allow what {role} wrote?", role=role), *odds])
    said = _("Ruled: {role} is told.", role=role)
    command = Rule(CONTROL, subject, "allow" if allowed else "refuse", option, chance, (), told)
    return (yield from desk.steer(Steered(command, what, said), why))


def _allowed(desk: RoomDesk, card: Card) -> Asking[tuple[str, str, int]]:
    """The option that it counts as and its label, both empty for none; and by what chance."""
    option, label = "", ""
    if card.options:
        options = [Choice(it.id, n, it.label) for n, it in enumerate(card.options, 1)]
        none = Choice("", len(options) + 1, _("none of them"))
        option = yield from _choice(desk, _("It counts as"), [*options, none])
        label = next((it.label for it in card.options if it.id == option), "")
    desk.tell(_("How likely it succeeds") + ", " + _("in per cent"))
    return option, label, (yield from understood(desk, "prompt-words", _chance))


def _chance(text: str) -> int:
    try:
        return judging.chance_of(text or "100")
    except ValueError as wrong:
        raise Unclear(str(wrong)) from None


def consent(desk: RoomDesk, given: str) -> Steps:
    """`2 grant`, `2 refuse TEXT`, `2 ask QUESTION`, or the reply, for a role that nobody plays."""
    name, _space, rest = given.partition(" ")
    id = found(desk, "consents", name)
    asked = next(it for it in desk.world.consents if it.id == id)
    seat = truth.answers_it(asked)
    who = truth.name(seat, desk.world)
    if truth.held_by_people(asked, desk.world):
        raise Unclear(_("People hold the seat of {role}: they answer for themselves.", role=who))
    if asked.phase == "questioned":
        if not rest:
            desk.tell(*paragraphs(abouts.about_consent(asked, desk.scene)))
            rest = yield from asked_words(desk, "prompt-reply")
        what = _("Reply in the place of {role}?", role=who)
        reply = Steered(Reply(seat, id, rest), what, _("Replied."), seat=seat)
        return (yield from desk.steer(reply))
    if not rest:
        desk.tell(*paragraphs(abouts.about_consent(asked, desk.scene)))
        desk.tell(_("Write grant, refuse or ask, and the words with it."))
        rest = yield from asked_words(desk, "prompt-words")
    return (yield from desk.steer(_given(asked, rest, who)))


def _given(asked: ConsentRow, written: str, who: str) -> Steered:
    """The word of this role on what is asked of it. Raises Unclear."""
    verb, _space, text = written.partition(" ")
    verdict = next((it for it in VERBS if verb.casefold() in spellings(it, _(it))), None)
    if verdict is None or (verdict == "ask" and not text):
        raise Unclear(_("Write grant, refuse or ask, and the words with it."))
    subject = asked.subject
    what, said = {
        "grant": (_("Grant “{what}” in the place of {role}?", what=subject, role=who),
                  _("Granted.")),
        "refuse": (_("Refuse “{what}” in the place of {role}?", what=subject, role=who),
                   _("Refused.")),
        "ask": (_("Ask back in the place of {role}?", role=who), _("Asked back.")),
    }[verdict]  # fmt: skip
    seat = truth.answers_it(asked)
    return Steered(Consent(seat, asked.id, verdict, text), what, said, seat=seat)


def set_by_hand(desk: RoomDesk, given: str) -> Steps:
    """What of a thing, to what value, and why: the world is never set by hand without saying so."""
    given, why = with_reason(given)
    panel, now = desk.world, desk.watched.now
    there = [
        Choice(byhand.key_of(it.kind, it.id), n, it.title, (it.id,))
        for n, it in enumerate(byhand.things(panel, now), 1)
    ]
    if not given:
        desk.tell(_("Set by hand"), *_entries(there))
        given = yield from asked_words(desk, "prompt-words")
    thing = byhand.find(pick(given, there, _("thing")).id, panel, now)
    assert thing is not None, "what is listed is there"
    deed = yield from _deed(desk, thing)
    if not why:
        desk.tell(_("Why? For the record; players don't see it."))
        why = yield from asked_words(desk, "prompt-reason")
    what = _("Set by hand: {what}?", what=deed.words)
    done = _("Set by hand: {what}.", what=deed.words)
    return (yield from desk.steer(Steered(Intervene(CONTROL, (deed.effect,), why), what, done)))


def _deed(desk: RoomDesk, thing: Thing) -> Asking[Deed]:
    """What is done with a thing of the world."""
    desk.tell(say("field", name=thing.title, said=thing.stands))
    can = byhand.settings(thing, desk.world)
    choices = [Choice(it.id, n, it.words, (), it.why_not) for n, it in enumerate(can, 1)]
    chosen = yield from _choice(desk, _("What is done with it?"), choices)
    setting = next(it for it in can if it.id == chosen)
    value = yield from _value(desk, setting)
    try:
        return byhand.deed(thing, setting, value)
    except ValueError as wrong:
        raise Unclear(str(wrong)) from None


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
    who, whom = truth.name(seat, desk.world), truth.names(to, desk.world)
    what = _("Write to {whom} as {who}?", whom=whom, who=who)
    said = _("{who} has written to {whom}.", whom=whom, who=who)
    command = Message(seat, to, text.strip())
    return (yield from desk.steer(Steered(command, what, said, seat=seat, foresee=False)))


def policy(desk: RoomDesk, given: str) -> Steps:
    """`akshi silent`: how the bot of a seat behaves from now on."""
    given, why = with_reason(given)
    name, _space, how = given.rpartition(" ")
    (seat, *more) = roles_named(desk, name)
    there = [Choice(id, n, _(said)) for n, (id, (said, _about)) in enumerate(POLICIES.items(), 1)]
    chosen = pick(how, there, _("way to play"))
    if more:
        raise Unclear(_("Choose first whose bot, and what it does."))
    said = {"role": truth.name(seat, desk.world), "how": chosen.title}
    command = Instruct(CONTROL, seat, chosen.id)  # type: ignore[arg-type]
    wish = Steered(
        command,
        _("The bot of {role} plays {how} from now on?", **said),
        _("The bot of {role} plays {how} now.", **said),
    )
    return (yield from desk.steer(wish, why))
