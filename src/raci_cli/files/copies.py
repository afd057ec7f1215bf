"""Paths -> the copies of a comparison: one matrix a file, and a name for whoever filled it in."""

from __future__ import annotations

import filecmp
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from raci_cli.config import Config
from raci_cli.errors import NoMatrixError, RaciError, UnreadableFileError, UsageError
from raci_cli.files.find import STDIN
from raci_cli.files.leaders import leader_names
from raci_cli.files.plan import Wishes, config_for, inputs_of, plan
from raci_cli.files.read import only
from raci_cli.files.task import Task
from raci_cli.files.together import load_each
from raci_cli.model import Matrix
from raci_cli.model.comparison import Copy
from raci_cli.suggest import did_you_mean, quoted
from raci_cli.workbook.form import VOTES


class Loaded(NamedTuple):
    """What some paths come to, ready to be compared."""

    copies: tuple[Copy, ...]
    """In the order of the paths, folders sorted by name; no two have the same leader."""
    base: Matrix | None = None
    notes: tuple[str, ...] = ()
    """What a person should know: sentences about names, equal files and what was skipped."""
    config: Config = Config()
    """The raci.yaml nearest to the folder that all copies have in common: its aliases and leaders count."""
    inputs: frozenset[str] = frozenset()
    """The files behind all this; an output must not replace one of them."""


class _Read(NamedTuple):
    """A file and the matrix in it."""

    path: str
    matrix: Matrix

    @property
    def merged(self) -> bool:
        """Whether raci made it of copies, as the sheet with their votes beside it shows."""
        return VOTES in self.matrix.source.beside


def load_copies(
    paths: Sequence[str], wishes: Wishes | None = None, *, names: Sequence[str] = (), base: str = "", least: int = 2
) -> Loaded:
    """The copies behind files and folders, each with exactly one matrix; and the base, which is one file.

    Files in folders that hold none are skipped, and so are workbooks that raci merged.

    A copy is called by the leader in its title block, else by what its file name does not share with the others;
    `names` (`Sales=copies/a.xlsx`) win over both. A base is never one of the copies that a folder yields.

    Raises:
        UnreadableFileError: files cannot be read or hold no matrix; the message lists all of them.
        UsageError: one file is given twice, a file holds several matrices, the base is a folder, there are fewer copies
            than `least`, or `names` mean no copy.
        ConfigError: a raci.yaml cannot be used.
    """
    wishes = (wishes or Wishes())._replace(baseline="")
    _refuse_named_twice(paths)
    tasks = [task for task in plan(paths, wishes) if task.target.by_hand or not _same(task.target.path, base)]
    _refuse_same([task.target.path for task in tasks], base)
    if base and Path(base).is_dir():
        raise UsageError(f"{base} is a folder, and a base is one file: the one that all copies began as.")
    base_tasks = plan([base], wishes) if base else []
    read, skipped = _read_all([*base_tasks, *tasks])
    found = read[len(base_tasks) :]
    _refuse_too_few([each.path for each in found], paths, least)
    leaders, notes = leader_names([(each.path, each.matrix.leader) for each in found], _by_path(names, found))
    return Loaded(
        copies=tuple(Copy(leader, each.matrix) for leader, each in zip(leaders, found, strict=True)),
        base=read[0].matrix if base else None,
        notes=(*notes, *_equal_files([each.path for each in found]), *_left_out(skipped)),
        config=config_for(_common_place([each.path for each in found]), wishes),
        inputs=frozenset(inputs_of([*base_tasks, *tasks], skipped)),
    )


def _read_all(tasks: Sequence[Task]) -> tuple[list[_Read], list[str]]:
    """The matrices, and the paths of files in folders that hold none, or one that raci merged."""
    read: list[_Read] = []
    skipped: list[str] = []
    failures: list[RaciError] = []
    for task, outcome in zip(tasks, load_each(tasks), strict=True):
        path = task.target.path
        try:
            if isinstance(outcome, RaciError):
                raise outcome
            found = _Read(path, only(outcome, path))
            if found.merged and not task.target.by_hand:
                skipped.append(path)
            else:
                read.append(found)
        except NoMatrixError as error:
            if task.target.by_hand:
                failures.append(error)
            else:
                skipped.append(path)
        except RaciError as error:
            failures.append(error)
    if failures:
        raise _all_of(failures, len(tasks) - len(skipped))
    return read, skipped


def _all_of(failures: Sequence[RaciError], files: int) -> RaciError:
    """One error for all files that could not be used; nothing is done with the others then."""
    if len(failures) == 1:
        return failures[0]
    return UnreadableFileError(f"{len(failures)} of {files} files cannot be used, so nothing was done:", *failures)


def _refuse_named_twice(paths: Iterable[str]) -> None:
    """A file that is named twice; one named beside its folder is simply meant once."""
    seen: set[str] = set()
    for path in paths:
        key = os.path.normcase(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links
        if key in seen and not Path(path).is_dir():
            raise UsageError(f"{path} is given twice: name each copy once.")
        seen.add(key)


def _refuse_same(paths: Sequence[str], base: str) -> None:
    for one, other in combinations([*paths, *filter(None, [base])], 2):
        if _same(one, other):
            raise UsageError(f"{one} and {other} are the same file: name each copy once.")


def _same(one: str, other: str) -> bool:
    """Whether two names lead to one file; what cannot be looked at is told apart when it is read."""
    with suppress(OSError, ValueError):
        return STDIN not in (one, other) and bool(other) and os.path.samefile(one, other)  # noqa: PTH121 - two texts
    return False


def _refuse_too_few(found: Sequence[str], paths: Sequence[str], least: int) -> None:
    if len(found) >= least:
        return
    if not found:
        raise NoMatrixError(f"No matrix was found in {', '.join(paths)}: name the copies, or a folder that holds them.")
    raise UsageError(
        f"{found[0]} is the only copy here, and it takes {least} to compare: "
        "name the others too, or a folder that holds them all."
    )


def _by_path(names: Iterable[str], found: Sequence[_Read]) -> dict[str, str]:
    """The leaders that `NAME=FILE` gives, by the path of the copy."""
    given: dict[str, str] = {}
    for each in names:
        leader, equals, file = each.partition("=")
        if not (leader.strip() and equals and file):
            raise UsageError(f"--as takes a name and a file, such as Sales=copies/a.xlsx, not {quoted(each)}.")
        paths = [read.path for read in found if os.path.normpath(read.path) == os.path.normpath(file)]
        paths = paths or [read.path for read in found if _same(read.path, file)]
        if not paths:
            known = [read.path for read in found]
            raise UsageError(f"--as {each}: {file} is none of the copies.{did_you_mean(file, known)}")
        if leader.strip() in given.values():
            raise UsageError(f"--as gives two copies the name {quoted(leader.strip())}.")
        given[paths[0]] = leader.strip()
    return given


def _equal_files(paths: Sequence[str]) -> list[str]:
    """Copies that are the same to the last byte: somebody sent the template back, or one file was saved twice."""
    equal: list[str] = []
    for one, other in combinations([path for path in paths if path != STDIN], 2):
        with suppress(OSError):
            if filecmp.cmp(one, other, shallow=False):
                equal.append(f"{one} and {other} hold exactly the same bytes: is one of them really filled in anew?")
    return equal


def _left_out(skipped: Sequence[str]) -> list[str]:
    """Files in folders that hold no copy, such as an earlier result of ours."""
    return [f"Left out, since they are no filled-in copies: {', '.join(skipped)}."] if skipped else []


def _common_place(paths: Sequence[str]) -> str:
    """A file name in the folder that all files have in common."""
    folders = [os.path.abspath(os.path.dirname(path)) for path in paths]  # noqa: PTH100, PTH120 - texts all the way
    try:
        return os.path.join(os.path.commonpath(folders), "copy")  # noqa: PTH118 - as above
    except ValueError:  # files on two drives have no folder in common
        return paths[0]
