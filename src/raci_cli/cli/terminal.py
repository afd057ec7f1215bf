"""The two streams: results on standard output, all else on standard error; and what the terminal can show."""

from __future__ import annotations

import os
import sys
from enum import IntEnum
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from raci_cli.errors import UsageError
from raci_cli.suggest import did_you_mean, quoted

if TYPE_CHECKING:
    from raci_cli.reports.style import Style

COLOURS = ("auto", "always", "never")

_PIPED_WIDTH = 100
"""Where there is no terminal and COLUMNS is not set: a log or a pager, which are wider than terminals of old."""


class ExitCode(IntEnum):
    """What the shell is told."""

    FINE = 0
    FOUND = 1
    """The answer is no: findings at or above `--fail-on`."""
    TROUBLE = 2
    """raci could not do it: usage, settings, a file that cannot be read."""
    BUG = 3
    INTERRUPTED = 130


def write(text: str, *, machine: bool = False) -> None:
    """Put a result on standard output as it is; what programs read is UTF-8 whatever the terminal is set to."""
    if machine and hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="")
    sys.stdout.write(text)
    sys.stdout.flush()


def write_bytes(data: bytes) -> None:
    """Put what a file would hold on standard output, as it is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.flush()


def tell(text: str) -> None:
    """Say on standard error what happened beside the result: one line, in which nothing is hidden."""
    from raci_cli.reports.escape import visible

    sys.stderr.write(f"{visible(text)}\n")


def style(color: str = "auto", *, verbose: bool = False, quiet: bool = False) -> Style:
    """How a person at this terminal wants to see results."""
    from raci_cli.reports.style import Style

    return Style(width=_width(), colour=_colour(color), verbose=verbose, quiet=quiet)


def _width() -> int:
    return max(40, get_terminal_size((_PIPED_WIDTH, 24)).columns)


def _colour(wish: str) -> bool:
    """`--color`, else what NO_COLOR, FORCE_COLOR and TERM ask for, else whether a terminal is there."""
    if wish not in COLOURS:
        raise UsageError(f"--color takes {', '.join(COLOURS)}, not {quoted(wish)}.{did_you_mean(wish, COLOURS)}")
    if wish != "auto":
        return wish == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb" and _obeys_colours()


def _obeys_colours() -> bool:
    """Whether the terminal takes escape sequences; the console of Windows has to be asked to."""
    if sys.platform != "win32":
        return True
    import ctypes

    console, mode = ctypes.windll.kernel32.GetStdHandle(-11), ctypes.c_ulong()  # -11 is standard output
    asked = ctypes.windll.kernel32.GetConsoleMode(console, ctypes.byref(mode))
    return bool(asked and ctypes.windll.kernel32.SetConsoleMode(console, mode.value | 4))  # 4: virtual terminal
