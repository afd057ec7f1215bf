"""Large copies read by two processes together: this one and another that takes every second file."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import NoReturn

from raci_cli.errors import RaciError
from raci_cli.files.find import STDIN
from raci_cli.files.read import load
from raci_cli.files.task import Task
from raci_cli.model import Matrix

Outcome = tuple[Matrix, ...] | RaciError

_WORTH_IT = 400_000
"""Bytes of all files together; with fewer, starting a process takes longer than it saves."""


def load_each(tasks: Sequence[Task]) -> Iterator[Outcome]:
    """The matrices of each file, in order; what is wrong with one is a value, so that the others can follow."""
    elsewhere = _loaded_elsewhere(tasks[1::2]) if _worth_it([task.target.path for task in tasks]) else iter(())
    for number, task in enumerate(tasks):
        outcome = next(elsewhere, None) if number % 2 else None
        yield outcome or _outcome(task)


def _outcome(task: Task) -> Outcome:
    try:
        return load(task.target.path, task.overrides, stdin_name=task.stdin_name)
    except RaciError as error:
        return error


def _worth_it(paths: Sequence[str]) -> bool:
    """Only Linux can fork safely, and a process that has to start anew takes longer than it saves."""
    if sys.platform != "linux" or len(paths) == 1 or STDIN in paths or len(os.sched_getaffinity(0)) == 1:
        return False
    with suppress(OSError, ValueError):
        return sum(map(os.path.getsize, paths)) >= _WORTH_IT
    return False  # what is wrong with a path, reading it says


def _loaded_elsewhere(tasks: Sequence[Task]) -> Iterator[Outcome]:
    """The outcomes from another process, which begins now.

    They end where it does; what it leaves undone is done by this one. It is a bare fork with a pipe: multiprocessing
    takes 15 ms to be imported.
    """
    inlet, outlet = os.pipe()
    process = 0
    with suppress(OSError):  # there may be no room for one more
        process = os.fork() or _load_all(tasks, outlet)
    os.close(outlet)
    return _received(inlet, process, len(tasks))


def _received(inlet: int, process: int, count: int) -> Iterator[Outcome]:
    """What the other process sends, as it comes; nothing of it stays when nobody wants more."""
    import pickle  # noqa: PLC0415 - only where there is another process
    import signal  # noqa: PLC0415 - likewise

    try:
        with open(inlet, "rb") as stream, suppress(EOFError, OSError, pickle.UnpicklingError):
            for _ in range(count):
                yield pickle.load(stream)  # noqa: S301 - from a process of our own
    finally:
        if process:
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)


def _load_all(tasks: Iterable[Task], outlet: int) -> NoReturn:
    """In the other process; silent, since this one meets the same trouble when it reads the file itself."""
    import pickle  # noqa: PLC0415 - only where there is another process
    import signal  # noqa: PLC0415 - likewise

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    with suppress(BaseException), open(outlet, "wb") as stream:
        for task in tasks:
            pickle.dump(_outcome(task), stream, pickle.HIGHEST_PROTOCOL)
            stream.flush()
    os._exit(0)
