"""The engine: a case file in, a position out. Pure: no clock, no files, no network, no randomness."""

from panah.procedure.casefile import CaseFile
from panah.procedure.casefile_reading import read_casefile
from panah.procedure.position import Position
from panah.procedure.replay import replay

__all__ = ["CaseFile", "Position", "read_casefile", "replay"]
