"""What control sees of a run: all of it, in the reader's language. Pure; never a player's."""

from simulator.engine.overseeing.board import board
from simulator.engine.overseeing.overseer import Overseer
from simulator.engine.overseeing.run import Run
from simulator.engine.overseeing.scripts import script

__all__ = ["Overseer", "Run", "board", "script"]
