"""Whoever sits at this terminal: what they have set, and the language they are spoken to in."""

import os

import click

from tui.language import chosen
from tui.settings import BadSettings, Settings, place, settings
from tui.speech import speak


def settled(language: str | None) -> Settings:
    """What they have set. From now on they are spoken to in this language, or where none is given,
    in that of their settings or their machine. Raises click.UsageError."""
    speak(chosen(language, os.environ))
    try:
        known = settings(place())
    except BadSettings as bad:
        raise click.UsageError(str(bad)) from None
    speak(chosen(language or known.language, os.environ))
    return known
