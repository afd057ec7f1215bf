"""Reading and checking many files, on several cores where that pays; no file can stop the others."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from raci_cli.errors import NoMatrixError, RaciError, UsageError
from raci_cli.files.read import load
from raci_cli.files.task import Task
from raci_cli.model import LAYER, Check, Failure, Report
from raci_cli.rules.checking import check
from raci_cli.rules.settings import Settings

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing.context import BaseContext

WORTH_IT = 16
"""With fewer files than this, starting processes takes longer than it saves."""

_CHUNK = 8
"""Files handed to a process at a time, at most: handing over costs, and all processes should finish together."""


class Skipped(NamedTuple):
    """A file in a walked folder that holds no matrix."""

    path: str


Outcome = tuple[Check, ...] | Failure | Skipped


def check_all(tasks: Sequence[Task], jobs: int = 0, progress: Callable[[int], None] = lambda _: None) -> Report:
    """Check files, and report in their order whatever the number of jobs; 0 jobs is as many as help.

    `progress` is told how many files are done since it was last called.
    """
    outcomes = list(_outcomes(tasks, jobs or _worthwhile(len(tasks)), progress))
    checked = [outcome for outcome in outcomes if not isinstance(outcome, Failure | Skipped)]
    return Report(
        tuple(chain.from_iterable(checked)),
        tuple(outcome for outcome in outcomes if isinstance(outcome, Failure)),
        tuple(outcome.path for outcome in outcomes if isinstance(outcome, Skipped)),
        tuple(_idle(tasks, outcomes)),
    )


def _idle(tasks: Iterable[Task], outcomes: Iterable[Outcome]) -> Iterator[str]:
    """A sentence for each suppression that excused nothing in any file that its raci.yaml counts for.

    Silent where one of these files could not be read: it might be about that one.
    """
    idle: dict[str, tuple[str, ...]] = {}
    for task, outcome in zip(tasks, outcomes, strict=True):
        if not task.settings.suppressions or isinstance(outcome, Skipped):
            continue
        config = task.sources[0]
        for here in [()] if isinstance(outcome, Failure) else [each.idle for each in outcome]:
            idle[config] = tuple(name for name in idle.get(config, here) if name in here)
    for config, names in idle.items():
        yield from (
            f"{config}: the suppression of {name} excused nothing in this run. If that is not meant, look whether the"
            " activity and the role are written as in the matrix."
            for name in dict.fromkeys(names)
        )


def check_file(task: Task) -> Outcome:
    """Read and check one file; what is wrong with it is a value, not an exception."""
    path = task.target.path
    try:
        return _checks(task)
    except (NoMatrixError, UsageError) as error:
        return Failure(path, str(error)) if task.target.by_hand else Skipped(path)
    except RaciError as error:
        return Failure(path, str(error))
    except MemoryError:
        return Failure(path, f"{path} needs more memory than there is.")
    except Exception as error:  # a bug of ours is no reason to leave the other files unread
        if os.environ.get("RACI_DEBUG"):
            raise
        return Failure(path, f"{path}: raci stumbled over this file: {error!r}. This is a bug; please report it.")


def _checks(task: Task) -> tuple[Check, ...]:
    matrices = load(task.target.path, task.overrides, stdin_name=task.stdin_name)
    if not task.target.by_hand and any(matrix.source.layout == LAYER for matrix in matrices):
        raise NoMatrixError(f"{task.target.path} is only a layer for other templates.")
    return tuple(check(matrix, _with_known(task, matrix.source.sheet or "")) for matrix in matrices)


def _with_known(task: Task, sheet: str) -> Settings:
    return replace(task.settings, baseline=task.known[sheet]) if task.known and sheet in task.known else task.settings


def _worthwhile(files: int) -> int:
    if files <= WORTH_IT:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _outcomes(tasks: Sequence[Task], jobs: int, progress: Callable[[int], None]) -> Iterator[Outcome]:
    if jobs <= 1 or len(tasks) <= 1:
        for task in tasks:
            yield check_file(task)
            progress(1)
        return
    size = max(1, min(_CHUNK, len(tasks) // (4 * jobs)))
    chunks = [tasks[start : start + size] for start in range(0, len(tasks), size)]
    for chunk in _in_processes(chunks, min(jobs, len(chunks))):
        yield from chunk
        progress(len(chunk))


def _check_chunk(tasks: Sequence[Task]) -> list[Outcome]:
    return [check_file(task) for task in tasks]


def _in_processes(chunks: Sequence[Sequence[Task]], jobs: int) -> Iterator[list[Outcome]]:
    """The outcomes of each chunk, in order. When a process dies, what it leaves undone is done by single processes."""
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - 25 ms, for many files only

    done = 0
    with _pool(jobs) as pool:
        futures = _submit(pool, chunks)
        try:
            for future in futures:
                yield future.result()
                done += 1
        except BrokenProcessPool:
            pass
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    for chunk, future in zip(chunks[done:], futures[done:], strict=True):
        yield _apart(chunk) if future.exception() else future.result()


def _submit(pool: ProcessPoolExecutor, chunks: Sequence[Sequence[Task]]) -> list[Future[list[Outcome]]]:
    from multiprocessing.reduction import ForkingPickler  # noqa: PLC0415 - 15 ms, for many files only

    ForkingPickler.dumps(chunks)  # what cannot be handed over is an error here; in the pool's own thread it can hang
    try:
        return [pool.submit(_check_chunk, chunk) for chunk in chunks]
    except OSError as error:
        from multiprocessing import active_children  # noqa: PLC0415 - 15 ms, for many files only

        for child in active_children():  # those that did start would wait for work for ever
            child.terminate()
        raise UsageError(
            f"So many processes cannot be started: {error.strerror}. Ask for fewer with --jobs."
        ) from error


def _apart(tasks: Sequence[Task]) -> list[Outcome]:
    """A chunk in a process of its own; if that dies too, each of its files, until the one that kills it is found."""
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - 25 ms, for many files only

    with _pool(1) as pool, suppress(BrokenProcessPool):
        return pool.submit(_check_chunk, tasks).result()
    if len(tasks) == 1:
        path = tasks[0].target.path
        return [Failure(path, f"{path}: reading it stopped the process that did, perhaps because it is too large.")]
    return [outcome for task in tasks for outcome in _apart([task])]


def _pool(jobs: int) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - 25 ms, for many files only

    return ProcessPoolExecutor(jobs, mp_context=_context(), initializer=_leave_interrupts_to_the_parent)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _context() -> BaseContext:
    """Forked processes start at once and have everything imported; macOS and Windows cannot fork safely."""
    import multiprocessing  # noqa: PLC0415 - 15 ms, for many files only

    return multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
