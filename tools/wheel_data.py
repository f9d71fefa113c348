"""Build hook of the wheel: puts the law, the public cases and the documents beside the code.

A plain `force-include` would copy them into an editable install too, where they would grow stale beside the checkout's.
"""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class WheelData(BuildHookInterface[Any]):
    """Adds `law/`, `examples/` and `documents/` to a wheel for others, never to an editable one."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the folders to take in, once per build."""
        if version == "standard":
            folders = ("law", "examples", "documents")
            build_data["force_include"].update({name: f"panah/data/{name}" for name in folders})
