"""Files as raci.yaml and the baseline name them."""

from __future__ import annotations

import os
from pathlib import Path


def relative(path: str, origin: str) -> str:
    """A file from the folder in which another one lies, with `/`; two drives have no common folder: the whole path."""
    try:
        found = os.path.relpath(path, Path(origin).parent)
    except ValueError:
        found = os.path.abspath(path)  # noqa: PTH100 - resolve() would follow links
    return found.replace(os.sep, "/")
