"""Writing a file so that there is never half of one, and never one too few."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from raci_cli.errors import OutputError
from raci_cli.files.find import STDIN
from raci_cli.formats.writers import WORKBOOK, format_of, the_only, writer
from raci_cli.model import Matrix
from raci_cli.workbook import NO_DUTIES, write_matrix

_LOCKS = {"~${}": "Excel", ".~lock.{}#": "LibreOffice"}
"""What programs put beside a file that is open in them."""
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def save_matrix(path: str, matrix: Matrix, *, force: bool = False, duties: Mapping[str, str] = NO_DUTIES) -> None:
    """Write a matrix to a file, whose ending says in which form; `duties` are for the legend of a workbook.

    Raises:
        UsageError: the ending stands for no form that raci writes.
        OutputError: the form cannot hold the matrix, or the file cannot be written (see `save_bytes`).
    """
    form = format_of(path)
    refuse_to_replace(path, force=force)
    save_bytes(path, content(form, (matrix,), path=path, duties=duties), force=force)


def content(form: str, matrices: Sequence[Matrix], *, path: str = "", duties: Mapping[str, str] = NO_DUTIES) -> bytes:
    """What a file of this name holds with these matrices, in one of the forms that raci writes; texts are UTF-8.

    Raises:
        UsageError: the form holds one matrix, and these are not one.
        OutputError: the form cannot hold the matrix.
    """
    if form == WORKBOOK:
        return write_matrix(the_only(matrices, "workbook"), duties=duties)
    return writer(form, path)(matrices).encode("utf-8", errors="replace")


def save_text(path: str, text: str, *, force: bool = False) -> None:
    """Write a text as UTF-8, line ends as given, otherwise as `save_bytes` does.

    Raises:
        OutputError: see `save_bytes`.
    """
    save_bytes(path, text.encode("utf-8", errors="replace"), force=force)


def save_bytes(path: str, data: bytes, *, force: bool = False) -> None:
    """Write a file whole or not at all; an existing file's mode and link are kept.

    Raises:
        OutputError: the file exists and `force` is not given, it is open in another program, it is a folder or a
            device, or it cannot be written.
    """
    save_all({path: data}, force=force)


def save_all(files: Mapping[str, bytes], *, force: bool = False) -> None:
    """Write several files as `save_bytes` does; where one of them cannot be written, none is.

    Raises:
        OutputError: see `save_bytes`.
    """
    drafts: list[tuple[str, Path, Path]] = []
    path, target = "", Path()
    try:
        for path, data in files.items():
            refuse_to_replace(path, force=force)
            target = Path(os.path.realpath(path))
            drafts.append((path, target, _draft(target, data)))
        for path, target, draft in drafts:  # noqa: B007 - the name and place are for what is said of an error
            draft.replace(target)
    except OSError as error:
        raise OutputError(f"{path} could not be written: {_reason(error, target)}") from error
    finally:
        for _, _, draft in drafts:
            draft.unlink(missing_ok=True)


def refuse_to_replace(path: str, *, force: bool = False) -> None:
    """Find out before the work is done whether its result could be saved under this name.

    Raises:
        OutputError: the file exists and `force` is not given, it is open in another program, or it is a folder or a
            device.
    """
    target = Path(path)
    with suppress(OSError):  # a name that the system refuses is refused with its reason on writing
        if target.is_dir():
            raise OutputError(f"{path} is a folder: name a file in it to write to.")
        if target.exists() and not target.is_file():
            raise OutputError(f"{path} is no regular file: use `-o -` to write to standard output.")
        if target.exists() and not force:
            raise OutputError(f"{path} exists already: add --force to replace it, or name another file.")
        _refuse_open(target)


def refuse_without_folder(path: str) -> None:
    """Where several files are written, none is written if one has no folder to go to.

    Raises:
        OutputError: there is no such folder.
    """
    target = Path(os.path.realpath(path))
    if not target.parent.is_dir():
        raise OutputError(f"{path} could not be written: {_reason(FileNotFoundError(), target)}")


def _refuse_open(target: Path) -> None:
    """A program that has the file open would not see what is written, or would write over it."""
    for pattern, program in _LOCKS.items():
        lock = target.with_name(pattern.format(target.name))
        if lock.exists():
            raise OutputError(
                f"{target} is open in {program}: close it there, or name another file. "
                f"If it is not open, {lock.name} beside it was left over and can be deleted."
            )


def refuse_inputs(path: str, inputs: Iterable[str]) -> None:
    """Not even `--force` makes raci write over what it reads from, whatever name or link leads there.

    Raises:
        OutputError: the file is one of the inputs; `-` is the file that standard input comes from.
    """
    for each in inputs:
        with suppress(OSError, ValueError):  # one of the two does not exist, or cannot
            if os.path.samestat(os.stat(path), os.stat(0 if each == STDIN else each)):  # noqa: PTH116 - Path knows no 0
                raise OutputError(f"{path} is a file that raci reads from here: name another one to write to.")


def _draft(target: Path, data: bytes) -> Path:
    """The whole file under another name beside its place."""
    import tempfile  # noqa: PLC0415 - 4 ms that a call without output need not wait

    handle, name = tempfile.mkstemp(prefix=".raci-", suffix=".tmp", dir=target.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.chmod(_mode(target))
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise
    return draft


def _mode(target: Path) -> int:
    """The mode of the file that is replaced, or the one a new file would get."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def _reason(error: OSError, target: Path) -> str:
    if error.errno in _FULL:
        return "there is no room left on this disk. Make some, or choose another place; nothing was written."
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"there is no folder {target.parent}. Create it first, or choose another one."
    if isinstance(error, PermissionError):
        return "you may not write there, or it is open in another program. Close it there, or choose another place."
    return f"{error.strerror or error}."
