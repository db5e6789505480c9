"""The scenario format: strict reading with places, models, checks."""

from simulator.scenario.load import BadScenario, Examined, examine, load
from simulator.scenario.scenario import Scenario

__all__ = ["BadScenario", "Examined", "Scenario", "examine", "load"]
