"""`raci` and `python -m raci_cli`: run the command line and turn whatever stops it into a sentence and an exit code."""

from __future__ import annotations

import codecs
import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn, TextIO

from raci_cli import __version__
from raci_cli.errors import RaciError

_SIMPLER = dict(zip("│─━╌·×→…“”\xa0", '|-=-.x>~"" ', strict=True))  # noqa: RUF001 - our sign for an error
"""What we draw with, and what takes its place in an encoding that lacks it: as wide, so that columns stay columns."""

_RARELY = 1_000_000
"""New objects between two rounds of garbage collection: a run makes many small values and hardly a cycle."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run raci with the arguments of this process, or with others; the exit code is one of `cli.ExitCode`."""
    gc.set_threshold(_RARELY)
    codecs.register_error("raci", _simpler)
    sys.stdout, sys.stderr = sys.stdout or _nowhere(), sys.stderr or _nowhere()  # None where the shell closed them
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="raci")
    try:
        return _run(arguments)
    except RaciError as error:
        return _stop(2, "error: " + str(error.args[0] if error.args else error), *error.args[1:])
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stdout = _nowhere()
        return 0
    except OSError as error:
        sys.stdout = _nowhere()
        lost = "the current folder" if isinstance(error, FileNotFoundError) else "the result could not be written"
        return _stop(2, f"error: {error.filename or lost}: {error.strerror}.")
    except Exception as error:
        if os.environ.get("RACI_DEBUG"):
            raise
        return _stop(
            3, f"error: this is a bug in raci ({error!r}). Please report it; RACI_DEBUG=1 shows where it happened."
        )


def _simpler(error: UnicodeError) -> tuple[str | bytes, int]:
    """What a terminal cannot show is drawn with simpler characters, or spelled out."""
    if not isinstance(error, UnicodeEncodeError) or error.object[error.start] not in _SIMPLER:
        return codecs.backslashreplace_errors(error)
    return _SIMPLER[error.object[error.start]], error.start + 1


def _run(arguments: Sequence[str] | None) -> int:
    """The command line ends by SystemExit, whatever the outcome."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    if arguments == ["--version"]:
        sys.stdout.write(f"raci {__version__}\n")  # other programs ask at each start, and typer takes 50 ms
        sys.stdout.flush()
        return 0
    try:
        from raci_cli.cli import program  # noqa: PLC0415 - so that Ctrl-C and missing packages are met in here

        program(*arguments[:1])(args=arguments, prog_name="raci")
        sys.stdout.flush()
    except SystemExit as end:
        return int(end.code) if isinstance(end.code, int) else 0
    return 0


def _nowhere() -> TextIO:
    """Takes the place of a stream that nobody reads or that has no room, so that nothing is left to flush."""
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - no path worth importing pathlib for


def _stop(code: int, message: str, *below: object) -> int:
    """Say why, in lines in which nothing is hidden; the ones below the first are what it is about."""
    from raci_cli.reports.escape import visible  # noqa: PLC0415 - only for messages, which name files and sheets

    with suppress(OSError):  # standard error may be gone too; the exit code is what is left
        sys.stderr.write("\n- ".join(visible(str(line)) for line in (message, *below)) + "\n")
    return code


def command() -> NoReturn:
    """`raci` as a process: leaves at once, since taking a Python down piece by piece costs a sixth of a short run."""
    code = main()
    with suppress(OSError):  # standard error may be full
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    command()
