"""Finds the templates and examples that come with raci, in a wheel and in a checkout alike."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parent.parent


def shipped(folder: Literal["templates", "examples"]) -> Path:
    """The folder with what is shipped: inside the package where it was installed from a wheel, else in the checkout."""
    inside = _PACKAGE / folder
    return inside if inside.is_dir() else _CHECKOUT / folder
