"""What is to be done with one file; apart from the doing, so that planning a run does not wait for all the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from raci_cli.files.find import Target
from raci_cli.layouts.overrides import Overrides
from raci_cli.rules.settings import Settings

if TYPE_CHECKING:
    from raci_cli.config import Known


class Task(NamedTuple):
    """One file to check, and how."""

    target: Target
    settings: Settings
    overrides: Overrides = Overrides()
    known: Known | None = None
    """The baseline's findings of this file, by sheet."""
    stdin_name: str = ""
    sources: tuple[str, ...] = ()
    """The raci.yaml and the baseline behind this, where there are any."""
