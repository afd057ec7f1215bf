"""The forms a matrix can be written in as text; a new one is a module with `write` and a line here.

A workbook is no text: it is written by `workbook`, and only its suffix is known here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import cast

from raci_cli.errors import UsageError
from raci_cli.model import Matrix
from raci_cli.suggest import did_you_mean, quoted

Writer = Callable[[Sequence[Matrix]], str]


def _all(module: str, *options: str) -> Writer:
    """The writer of a format whose files hold any number of matrices; its module is imported when it writes."""
    return lambda matrices: _written(module, matrices, *options)


def _one(module: str, kind: str, *options: str) -> Writer:
    """The writer of a format whose files hold one matrix."""
    return lambda matrices: _written(module, the_only(matrices, kind), *options)


def _written(module: str, content: Sequence[Matrix] | Matrix, *options: str) -> str:
    return cast("str", import_module(f"raci_cli.formats.{module}").write(content, *options))


def the_only(matrices: Sequence[Matrix], kind: str) -> Matrix:
    """The matrix to write into a file of a kind that holds one.

    Raises:
        UsageError: it is not one; the message lists them.
    """
    if len(matrices) == 1:
        return matrices[0]
    names = ", ".join(quoted(matrix.source.sheet or matrix.title or matrix.source.path) for matrix in matrices)
    raise UsageError(
        f"A {kind} file holds one matrix, and here are {len(matrices)}{': ' if names else ''}{names}. "
        "Choose one with --sheet."
    )


WRITERS: dict[str, Writer] = {
    "long-csv": _all("tables.long_csv"),
    "csv": _one("tables.csv_", "CSV"),
    "markdown": _all("tables.markdown"),
    "json": _one("document.json_", "JSON"),
    "yaml": _one("document.yaml_", "YAML"),
}
"""By format; those that hold one matrix raise UsageError when they get another number of them."""

_TABBED = {"long-csv": _all("tables.long_csv", "\t"), "csv": _one("tables.csv_", "TSV", "\t")}
"""The same with tabs between the cells, as a file called .tsv has them."""

WORKBOOK = "xlsx"
FORMS = (WORKBOOK, *WRITERS)
"""The names of all forms."""

_BY_SUFFIX = {
    ".xlsx": WORKBOOK,
    ".csv": "csv",
    ".tsv": "csv",
    ".md": "markdown",
    ".markdown": "markdown",
    ".json": "json",
    ".yaml": "yaml",
    ".yml": "yaml",
}


def writer(name: str, path: str = "") -> Writer:
    """What writes a format of WRITERS into a file of this name."""
    return _TABBED.get(name, WRITERS[name]) if path.lower().endswith(".tsv") else WRITERS[name]


def format_of(path: str) -> str:
    """The name of the form that a file's suffix stands for.

    Raises:
        UsageError: none does.
    """
    name = path.replace("\\", "/").rpartition("/")[2]
    dot = name.rfind(".")
    suffix = name[dot:].lower() if dot >= 0 else ""
    if suffix in _BY_SUFFIX:
        return _BY_SUFFIX[suffix]
    wrong = "the name has no suffix that tells the format."
    if suffix:
        wrong = f"{quoted(suffix)} stands for no format that raci writes.{did_you_mean(suffix, _BY_SUFFIX)}"
    raise UsageError(f"{path}: {wrong} Known are {', '.join(_BY_SUFFIX)}.")
