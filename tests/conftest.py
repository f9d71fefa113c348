"""What holds for every test: no traces on the machine, no chance in CI, high counts when soaking."""

import os

import pytest
from hypothesis import HealthCheck, settings

from panah.register.starting import start

# modules of the register can only be imported once Django was started; no database is touched by that
start()

SOAKING = os.environ.get("PANAH_SOAK") == "1"

# in CI a property is tried on the same examples every time: a red run is red for everybody; soaking is for finding more
settings.register_profile("ci", max_examples=100, deadline=None, derandomize=True, database=None)
settings.register_profile(
    "soak", max_examples=5000, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("soak" if SOAKING else "ci")


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory):
    """Tests read the law of the checkout and keep their cache and their registers to themselves."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PANAH_CACHE", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("PANAH_DATA", str(tmp_path_factory.mktemp("data")))
        patch.delenv("PANAH_LAW", raising=False)
        yield
