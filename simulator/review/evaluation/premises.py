"""Whether a recorded run was what a test takes as given, so that it can answer what follows."""

from __future__ import annotations

from simulator.authoring.trying.acting import about
from simulator.authoring.trying.deeds import AnyDeed, Consented, Decided
from simulator.authoring.trying.fitting import doer
from simulator.authoring.trying.hopes import END
from simulator.authoring.trying.story import Story
from simulator.engine import events as e
from simulator.engine.titles import Titles
from simulator.review.recorded import Take
from simulator.speech import say


def missing(story: Story, take: Take, language: str) -> str:
    """Why this take can't answer the test, in a sentence; empty where it can.

    What seats do that the test gives nothing to do is no part of what it says: there, people were
    free.
    """
    return (
        _elsewhere(story, take, language)
        or _played_only(story, take, language)
        or _undone(story, take, language)
    )


def _played_only(story: Story, take: Take, language: str) -> str:
    """What no record of other people can be held to: when they did it, and what they could not."""
    given = _given(story)
    if any(deed.at is not None or deed.when is not None or deed.after for deed in given):
        return say(language, "The test says when people do something, so only playing it can tell.")
    if any(deed.refused for deed in given):
        return say(
            language, "The test says itself what people do there, so only playing it can tell."
        )
    if given and _timed(story) and take.run.setup.seed not in story.runs:
        return say(
            language,
            "The test says at what times things follow with another luck, so only playing it can "
            "tell.",
        )
    return ""


def _given(story: Story) -> list[AnyDeed]:
    """What must be done for the test to say anything."""
    return [deed for deed in story.given if not deed.maybe]


def _timed(story: Story) -> bool:
    """Whether it expects anything by a time, or at one before the end."""
    return any(
        at is not None and at != END
        for hope in story.then
        for at in (getattr(hope, name, None) for name in ("by", "before", "at"))
    )


def _undone(story: Story, take: Take, language: str) -> str:
    """What of it was not done; empty where all was."""
    deed = next((deed for deed in _given(story) if not _done(deed, take)), None)
    if deed is None:
        return ""
    if not take.run.over:
        return say(language, "The exercise has not come to its end.")
    said = _in_words(Titles(take.scenario, language, take.run.state.orders), deed)
    return say(language, "What the test takes as given was not done: {deed}.", deed=said)


def _elsewhere(story: Story, take: Take, language: str) -> str:
    """What of its world the test wants otherwise; what it does not name may be as it will."""
    setup = take.run.setup
    if story.level is not None and story.level != setup.level:
        return say(language, "The test is about another level of difficulty.")
    if story.side is not None and story.side != setup.side:
        return say(language, "The test is about another side.")
    has = setup.capabilities(take.scenario)
    wanted = dict.fromkeys(story.having, True) | dict.fromkeys(story.lacking, False)
    for name, there in wanted.items():
        if has.get(name) is not there:
            title = take.scenario.capabilities[name].title.into(language)
            return say(
                language, "The test is about a country that has other means: {means}.", means=title
            )
    return ""


def _done(deed: AnyDeed, take: Take) -> bool:
    """Whether somebody in that seat, or its bot, has answered so at some time."""
    if isinstance(deed, Consented):
        kind = e.ConsentGiven if deed.grant else e.ConsentRefused
        by = doer(deed, take.scenario)
        consents = (it for it in take.log if isinstance(it, kind) and it.by == by)
        return any(about(take.run.state, it.request) == deed.consent for it in consents)
    assert isinstance(deed, Decided)  # all others say when
    answer = take.run.state.decisions.get(deed.decision)
    if answer is None or answer.phase != "taken":
        return False
    chosen = deed.choose is None or answer.option == deed.choose
    return chosen and (deed.answer is None or answer.text == deed.answer)


def _in_words(titles: Titles, deed: AnyDeed) -> str:
    if isinstance(deed, Decided):
        said = titles.option(deed.decision, deed.choose) if deed.choose else deed.answer
        return f"{titles.ask(deed.decision)} {said}"
    assert isinstance(deed, Consented)
    action = titles.scenario.actions.get(deed.consent)
    return titles.words(action.title) if action else titles.ask(deed.consent)
