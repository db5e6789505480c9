"""The world of a story; each story told is also held to the law of the fold."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest

from simulator.engine.exercise import Setup
from simulator.engine.fold import fold
from simulator.engine.startex import at_startex
from tests.simulator.engine.playbook import Begin, Story, scenario

CHOICES = [field.name for field in fields(Setup)]


@pytest.fixture
def begin() -> Iterator[Begin]:
    """Makes a story of the parts of a scenario and of a setup; nobody acts unless told to."""
    stories: list[Story] = []

    def told(**parts: Any) -> Story:
        chosen = {name: parts.pop(name) for name in CHOICES if name in parts}
        stories.append(Story(scenario(**parts), Setup(**{"bots": "silent"} | chosen)))
        return stories[-1]

    yield told
    for story in stories:
        exercise = story.exercise
        setup, world = exercise.setup, exercise.scenario
        state = at_startex(world, setup.capabilities(world), setup.staffed)
        for event in exercise.log:
            fold(state, event)
        assert state == exercise.state
