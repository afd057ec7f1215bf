"""Running raci as from a shell, and the files for it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

CLEAN = """\
Activity,Sales,Trainer,Customer
Kickoff meeting,A,R,C
Training,I,R/A,C
"""
FAULTY = """\
Activity,Sales,Trainer,Customer
Kickoff meeting,,R,C
Training,A,R,I
"""
"""One error: RACI101 in A2."""
UNFINISHED = """\
Activity,Sales,Trainer,Customer
Kickoff meeting,A,R,C
Training,,,
Support,I,R/A,C
"""
"""One error in the profile standard, none in draft: RACI100 in A3."""


class Outcome(NamedTuple):
    """What a shell sees of a command."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


def process(*arguments: str, stdin: bytes = b"", env: Mapping[str, str] | None = None) -> Outcome:
    """Run raci in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "raci_cli", *arguments],
        input=stdin,
        capture_output=True,
        check=False,
        env={**os.environ, **(env or {})},
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


def write(path: str, text: str = CLEAN) -> str:
    """A file below the current folder, with its folders."""
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return path
