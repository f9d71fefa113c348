"""Figures over many cases: outcomes, durations of custody, breaches, time limits; every number with its cases.

Pure: no clock, no files. A number that the record does not settle is a span from the lowest to the highest. Nothing
here is a rate, a chance or a ranking: published cases are those that became known, not all there were.
"""

from panah.figures.counts import Count, Figure
from panah.figures.labels import label
from panah.figures.tables import Table, tables
from panah.figures.tally import Tally

__all__ = ["Count", "Figure", "Table", "Tally", "label", "tables"]
