"""Reading the law from its cache, against parsing its YAML: with PyYAML's C parser alone, strictly, and cold."""

import tempfile
from pathlib import Path

import yaml
from histories import ROOT
from rounds import Contestant, side_by_side, verdict

from panah.lawmodel.reading import law_texts, parse_files, read_law

FOLDER = ROOT / "law"
TARGET = 5
REFERENCE = "read_law from the cache, and the packs of one country"
EVERY = "read_law from the cache, and every pack there is"


def parse_alone():
    for text in law_texts(FOLDER).values():
        yaml.load(text, Loader=yaml.CSafeLoader)


def read_from(cache, countries):
    """Read the law and build what it defers: the packs of these countries with what they accepted, or every pack."""
    law, _ = read_law(FOLDER, cache)
    if countries is None:
        return [law.packs[name] for name in law.packs]
    return [(law.pack_of(country), law.accepted_by(country)) for country in countries]


def main():
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder)
        read_law(FOLDER, cache)

        def forget():
            for kept in cache.iterdir():
                kept.unlink()

        def cold():
            forget()
            read_from(cache, None)

        contestants = {
            REFERENCE: Contestant(lambda: read_from(cache, ["KZ"]), 1),
            EVERY: Contestant(lambda: read_from(cache, None), 1),
            "CSafeLoader, parsing alone": Contestant(parse_alone, 1),
            "our strict reader, parsing alone": Contestant(lambda: parse_files(law_texts(FOLDER)), 1),
            "read_law, first time: parse, check, keep": Contestant(cold, 1),
        }
        ratios = side_by_side(contestants, REFERENCE, unit="laws")
    for name in list(contestants)[2:]:
        found = ratios[name]
        times = type(found)(1 / found.median, 1 / found.most, 1 / found.least)
        verdict(f"{name} : from the cache", times, f"at least {TARGET}", reached=times.median >= TARGET)


if __name__ == "__main__":
    main()
