"""Large copies opened one ahead: a second process parses the next, while this one finds the matrix in the last."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from raci_cli.errors import RaciError
from raci_cli.files.find import STDIN
from raci_cli.files.read import Opened, opened
from raci_cli.files.task import Task

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_WORTH_IT = 400_000
"""Bytes of all files together; with fewer, starting a process takes longer than it saves."""


def opened_ahead(tasks: Sequence[Task]) -> Iterator[Opened | RaciError]:
    """What each of the files holds, in order; what is wrong with one is a value, so that the others can follow."""
    elsewhere = _opened_elsewhere(tasks) if _worth_it([task.target.path for task in tasks]) else ()
    for task, outcome in zip_longest(tasks, elsewhere):
        yield outcome or _outcome(task)


def _outcome(task: Task) -> Opened | RaciError:
    try:
        return opened(task.target.path, task.stdin_name)
    except RaciError as error:
        return error


def _worth_it(paths: Sequence[str]) -> bool:
    """Only Linux can fork safely, and a process that has to start anew takes longer than it saves."""
    if sys.platform != "linux" or len(paths) < 2 or STDIN in paths or len(os.sched_getaffinity(0)) < 2:
        return False
    with suppress(OSError, ValueError):
        return sum(map(os.path.getsize, paths)) >= _WORTH_IT
    return False  # what is wrong with a path, reading it says


def _opened_elsewhere(tasks: Sequence[Task]) -> Iterator[Opened | RaciError]:
    """The outcomes from another process. They end where it does; what it leaves undone is done by this one."""
    from multiprocessing import get_context  # noqa: PLC0415 - 10 ms, for large files only

    context = get_context("fork")
    with suppress(EOFError, OSError):
        results, outlet = context.Pipe(duplex=False)
        context.Process(target=_open_all, args=(tasks, outlet), daemon=True).start()
        outlet.close()
        import raci_cli.layouts.recognise  # noqa: F401, PLC0415 - needed soon, and there is time now

        for _ in tasks:
            yield results.recv()


def _open_all(tasks: Iterable[Task], outlet: Connection[Opened | RaciError, Any]) -> None:
    """In the other process; silent, since this one meets the same trouble when it reads the file itself."""
    import signal  # noqa: PLC0415 - loaded long since with multiprocessing

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    with suppress(Exception):
        for task in tasks:
            outlet.send(_outcome(task))
