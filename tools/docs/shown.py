"""What a command prints, for the documentation: run for real, from the root of the repository."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
COLUMNS = 96
CANNOT = 2
"""The exit code from which on the documentation would show a mistake."""


def shown(command: str, *, first: int = 0, last: int = 0, files: Mapping[str, str] | None = None) -> str:
    """A console block with the command and what it prints; of a long output only the first and last lines.

    With `files`, names with their texts, it is run in a folder that holds just these.
    """
    with TemporaryDirectory() as folder:
        for name, text in (files or {}).items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return console(command, ROOT if files is None else Path(folder), first=first, last=last)


def console(command: str, folder: Path, *, first: int = 0, last: int = 0, told: bool = False) -> str:
    """A console block with what a command prints in a folder; with `told` also what it says on standard error."""
    lines = output(command, folder=folder, told=told).splitlines()
    if first + last and len(lines) > first + last + 1:
        lines = [*lines[:first], "[...]", *lines[len(lines) - last :]]
    body = "\n".join(line.rstrip() for line in lines)
    return f"```console\n$ {command}\n{body}\n```\n"


def output(command: str, *, colour: bool = False, folder: Path = ROOT, told: bool = False) -> str:
    """What `raci ...` prints on a terminal of a fixed width; with `told`, then what it says on standard error."""
    program, *arguments = shlex.split(command)
    if program != "raci":
        raise ValueError(f"only raci is shown, not {program}")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("RACI_", "GITHUB_"))}
    environment |= {"COLUMNS": str(COLUMNS), "PYTHONIOENCODING": "utf-8"}
    environment |= {"FORCE_COLOR": "1", "TERM": "xterm-256color"} if colour else {"NO_COLOR": "1", "TERM": "dumb"}
    run = subprocess.run(  # noqa: S603 - only raci itself
        [sys.executable, "-m", "raci_cli", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if run.returncode >= CANNOT:
        raise RuntimeError(f"`{command}` ended with exit code {run.returncode}: {run.stderr}")
    return run.stdout + (run.stderr if told else "")
