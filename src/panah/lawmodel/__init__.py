"""The law as typed values: reading, editions, citations, linting.

Pure: no clock, no network, no knowledge of a country.
"""

from panah.lawmodel.instruments import Instrument
from panah.lawmodel.model import Anchor, Breach, Edition, Guard, Limit, Move, Pattern, Reading, Shield
from panah.lawmodel.packs import Law, Pack
from panah.lawmodel.reading import read_law
from panah.lawmodel.vocabulary import Vocabulary, in_language

__all__ = [
    "Anchor",
    "Breach",
    "Edition",
    "Guard",
    "Instrument",
    "Law",
    "Limit",
    "Move",
    "Pack",
    "Pattern",
    "Reading",
    "Shield",
    "Vocabulary",
    "in_language",
    "read_law",
]
