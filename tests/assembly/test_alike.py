"""Two cases share no sentence that is not law or form; two filings are less alike than a ceiling."""

import re
from itertools import combinations

import drafts
import pytest
from test_stray import form_text, law_text

CEILING = 0.25
"""Of the sentences of two different filings at most this share may be common (measured: 0.02 to 0.18)."""


def sentences(made):
    told = " ".join(re.sub(r"\s+", " ", line).strip() + " ⏎" for line in made.paragraphs if line.strip())
    return {one.strip(" ⏎") for one in re.split(r"(?<=[.;:?])\s|⏎", told) if len(one.split()) > 3}
