"""Runs whole processes in turns and measures how long each takes and how much memory it needs."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Container, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

RACI = str(Path(sys.executable).with_name("raci"))


class Usage(NamedTuple):
    """What one run of a process took."""

    seconds: float
    megabytes: float
    """The most memory it held at once, without processes of its own."""


def python(code: str, *arguments: str) -> list[str]:
    """The command that runs a line of Python in this environment."""
    return [sys.executable, "-c", code, *arguments]


def validate(path: Path, *arguments: str) -> list[str]:
    """The command that checks a file or folder and ends well whatever it finds."""
    return [RACI, "validate", str(path), "--fail-on", "never", *arguments]


def in_turns(commands: Mapping[str, Sequence[str]], rounds: int, *, fine: Container[int] = (0,)) -> dict[str, Usage]:
    """The median use of each command over some rounds; a first round that warms the caches is not counted."""
    runs: dict[str, list[Usage]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            usage = run(command, fine)
            if number:
                runs[name].append(usage)
    return {name: _median(usages) for name, usages in runs.items()}


def run(command: Sequence[str], fine: Container[int] = (0,)) -> Usage:
    """Run a command to its end, which must be a good one: with one of some exit codes."""
    start = time.perf_counter()
    nothing = subprocess.DEVNULL
    process = subprocess.Popen(command, stdin=nothing, stdout=nothing, stderr=nothing, env=_environment())
    _, status, resources = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in fine:
        raise subprocess.CalledProcessError(process.returncode, command)
    per_megabyte = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Usage(seconds, resources.ru_maxrss / per_megabyte)


def _environment() -> dict[str, str]:
    """The usual environment without settings of raci, and of Python, which may keep it from storing compiled code."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("RACI_", "PYTHON"))}


def _median(usages: Sequence[Usage]) -> Usage:
    return Usage(*(statistics.median(column) for column in zip(*usages, strict=True)))
