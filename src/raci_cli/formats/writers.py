"""The forms a matrix can be written in as text; a new one is a function and a line here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from raci_cli.errors import UsageError
from raci_cli.formats.suggest import did_you_mean
from raci_cli.formats.write_csv import write_grid_csv, write_long_csv
from raci_cli.formats.write_document import write_json, write_yaml
from raci_cli.formats.write_markdown import write_markdown
from raci_cli.model import Matrix

Writer = Callable[[Sequence[Matrix]], str]

WRITERS: dict[str, Writer] = {
    "long-csv": write_long_csv,
    "csv": write_grid_csv,
    "markdown": write_markdown,
    "json": write_json,
    "yaml": write_yaml,
}

_BY_SUFFIX = {
    ".csv": "csv",
    ".md": "markdown",
    ".markdown": "markdown",
    ".json": "json",
    ".yaml": "yaml",
    ".yml": "yaml",
}


def format_of(path: str) -> str:
    """The name of the format that a file's suffix stands for.

    Raises:
        UsageError: none does.
    """
    name = path.replace("\\", "/").rpartition("/")[2]
    dot = name.rfind(".")
    suffix = name[dot:].lower() if dot >= 0 else ""
    if suffix in _BY_SUFFIX:
        return _BY_SUFFIX[suffix]
    found = f"{suffix!r} stands for no format that raci writes.{did_you_mean(suffix, _BY_SUFFIX)}" if suffix else ""
    raise UsageError(
        f"{path}: {found or 'the name has no suffix that tells the format.'} "
        f"Known are {', '.join(_BY_SUFFIX)}; or name the format with --to: {', '.join(WRITERS)}."
    )
