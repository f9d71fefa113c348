"""When a deadline is reminded of: `schedule.yaml`, data beside the code."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import yaml


class Stages(NamedTuple):
    """Stages before the end, largest first: in days for what ends with a day, in hours for what ends at a minute."""

    days: tuple[int, ...]
    hours: tuple[int, ...]


class Schedule(NamedTuple):
    """Stages by kind (ours, gate, theirs, hearing, task), and for how many days a missed end is still reminded of."""

    stages: dict[str, Stages]
    passed_within: int


@cache
def the_schedule() -> Schedule:
    """Read the schedule that comes with Panah."""
    told: dict[str, Any] = yaml.safe_load(files("panah.watch").joinpath("schedule.yaml").read_bytes())
    within = told.pop("passed-within")
    stages = {
        kind: Stages(tuple(sorted(one["days"], reverse=True)), tuple(sorted(one["hours"], reverse=True)))
        for kind, one in told.items()
    }
    return Schedule(stages, within)
