"""Which files are meant: those named by hand, and those that a walk through a folder finds."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from raci_cli.formats import SUFFIXES

STDIN = "-"

_NOT_OURS = frozenset({"node_modules", "site-packages", "venv", "__pycache__", "__MACOSX"})
"""Folders that hold what tools installed or left behind, never anybody's matrix."""

_SETTINGS = "raci.yaml"
_LOCK = "~$"
"""Excel puts a small file with this beginning beside every workbook that is open."""


class Target(NamedTuple):
    """A file to read, and whether somebody named it: then it must hold a matrix."""

    path: str
    by_hand: bool = True


def find(paths: Iterable[str]) -> tuple[Target, ...]:
    """The files behind some paths, each once, in the order given; folders are walked, sorted by name.

    A path that does not exist is a target like any other: reading it tells what is wrong.
    """
    targets: dict[str, Target] = {}
    for path in paths:
        for target in _walk(path) if _is_folder(path) else (Target(path),):
            key = os.path.normcase(os.path.abspath(target.path))  # noqa: PTH100 - resolve() would follow links
            if key not in targets or target.by_hand:
                targets[key] = target
    return tuple(targets.values())


def _is_folder(path: str) -> bool:
    try:
        return path not in ("", STDIN) and Path(path).is_dir()
    except OSError:  # a name that the system refuses; reading it tells why
        return False


def _walk(folder: str) -> Iterator[Target]:
    """Every kind of file that raci reads, below a folder. Linked folders are not entered, so there are no loops.

    A folder that one may not enter is a target too: reading it tells what is wrong.
    """
    closed: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _NOT_OURS)
        for name in sorted(names):
            path = Path(parent, name)
            if _may_hold_a_matrix(path) and path.is_file():
                yield Target(str(path), by_hand=False)
    yield from (Target(str(error.filename), by_hand=False) for error in closed)


def _may_hold_a_matrix(path: Path) -> bool:
    return not path.name.startswith((".", _LOCK)) and path.name != _SETTINGS and path.suffix.lower() in SUFFIXES
