"""raci.yaml: find it, read it, and say what it means for a file. Without one, nothing heavy is imported."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from raci_cli.config.baseline import Baseline, Known, baseline_text, read_baseline
from raci_cli.config.choose import choose, column
from raci_cli.config.value import Choices, Config
from raci_cli.errors import ConfigError

__all__ = [
    "Baseline",
    "Choices",
    "Config",
    "ConfigFinder",
    "Known",
    "baseline_text",
    "choose",
    "column",
    "config_schema",
    "read_baseline",
    "read_config",
]

NAME = "raci.yaml"
_LARGEST = 1_000_000
"""Bytes; settings that people write are a few hundred."""


class ConfigFinder:
    """Finds the raci.yaml that counts for a file: the nearest one from its folder upwards; nothing is merged.

    Remembers what it found, because a folder may hold a thousand files.
    """

    def __init__(self) -> None:
        self._found: dict[Path, Config] = {}

    def nearest(self, path: str) -> Config:
        """The settings that count for a file, or the defaults.

        Raises:
            ConfigError: there is one and it cannot be used.
        """
        return self._in(Path(path).absolute().parent)

    def _in(self, folder: Path) -> Config:
        if folder not in self._found:
            candidate = folder / NAME
            if candidate.is_file():
                self._found[folder] = read_config(_short(candidate))
            else:
                self._found[folder] = Config() if folder == folder.parent else self._in(folder.parent)
        return self._found[folder]


def read_config(path: str) -> Config:
    """Read one file of settings.

    Raises:
        ConfigError: it is missing, unreadable or wrong; the message names the line.
    """
    try:
        with Path(path).open("rb") as file:
            data = file.read(_LARGEST + 1)
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise ConfigError(f"{path}: the settings cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: the settings must be a text file, saved as UTF-8.") from error
    if len(data) > _LARGEST:
        raise ConfigError(f"{path}: more than a megabyte cannot be settings of raci.")
    from raci_cli.config.parse import parse  # noqa: PLC0415 - pydantic and yaml cost 60 ms; most folders have no raci.yaml

    return parse(text, path)


def config_schema() -> dict[str, Any]:
    """The JSON Schema of raci.yaml, for editors."""
    from raci_cli.config.document import ConfigDocument  # noqa: PLC0415 - pydantic costs 40 ms

    return {**ConfigDocument.model_json_schema(), "title": "raci.yaml"}


def _short(path: Path) -> str:
    """A path as people would type it: from the current folder where it is below."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
