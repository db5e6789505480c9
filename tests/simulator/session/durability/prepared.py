"""Imported by the process that hosts are forked from: reading a first scenario takes longer."""

from typing import Final

from simulator.scenario.load import load
from tests.simulator.session.journal.scribe import ROOT

EVERYTHING: Final = ROOT / "tests" / "scenarios" / "everything"

load(EVERYTHING)
