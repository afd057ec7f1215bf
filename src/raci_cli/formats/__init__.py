"""Files -> grids or a matrix, and back; the only place that knows spreadsheet libraries.

What a file is, its content says; its name is a hint for texts, which all look alike. Every module is imported when a
file needs it, so that reading a workbook does not wait for a YAML library.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from raci_cli.errors import NoMatrixError, UnreadableFileError
from raci_cli.formats.comparison import is_comparison
from raci_cli.formats.content import Content, look
from raci_cli.formats.limits import check_grids, check_text_size
from raci_cli.model import Grid, Matrix

if TYPE_CHECKING:
    from raci_cli.formats.document.layer import Layer


class Reader(Protocol):
    """What the module of a format that is read offers."""

    def read(self, data: bytes, path: str) -> tuple[Grid, ...] | Matrix | Layer:
        """What a file holds.

        Raises:
            UnreadableFileError: the file is damaged, protected, too large or of another kind.
        """


_WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
_READERS = {
    **dict.fromkeys(_WORKBOOKS, "workbooks"),
    ".csv": "tables.csv_",
    ".tsv": "tables.csv_",
    ".md": "tables.markdown",
    ".markdown": "tables.markdown",
    ".adoc": "tables.asciidoc",
    ".asciidoc": "tables.asciidoc",
    ".yaml": "document.yaml_",
    ".yml": "document.yaml_",
    ".json": "document.json_",
}
"""By suffix: the module that reads it, a Reader."""

SUFFIXES = frozenset(_READERS)
"""The files that a walk through a folder considers."""


def read(data: bytes, path: str) -> tuple[Grid, ...] | Matrix | Layer:
    """What a file holds: its sheets or tables as grids, or the matrix or template of a file in our own form.

    Raises:
        UnreadableFileError: the file is empty, damaged, protected, too large or of a kind that raci does not read.
        NoMatrixError: larger than any matrix; a text file by its name, and empty or no text; or a comparison of ours.
    """
    reader: Reader = import_module(f"raci_cli.formats.{_reader(data, path)}")
    if is_comparison(data):
        raise NoMatrixError(f"{path} is a comparison that raci wrote, and no matrix: name the copies themselves.")
    content = reader.read(data, path)
    if isinstance(content, tuple):
        check_grids(content, path)
    return content


def _reader(data: bytes, path: str) -> str:
    suffix = _suffix(path)
    if _content(data, path, suffix) is Content.WORKBOOK:
        return "workbooks"
    check_text_size(data, path)
    if suffix in _WORKBOOKS:
        return "tables.csv_"  # what programs export "for Excel" is often plain text under a workbook's name
    if suffix in _READERS:
        return _READERS[suffix]
    if not suffix:
        return _guess(data)
    raise UnreadableFileError(f"{path}: raci does not read {suffix} files. It reads {', '.join(_READERS)}.")


def _content(data: bytes, path: str, suffix: str) -> Content:
    """What the file is. One that only has the name of a text is no damaged matrix: folders hold such files too."""
    text_expected = suffix in SUFFIXES and suffix not in _WORKBOOKS
    try:
        return look(data, path, text_expected=text_expected)
    except UnreadableFileError as error:
        if text_expected:
            raise NoMatrixError(str(error)) from error
        raise


def _suffix(path: str) -> str:
    name = path.replace("\\", "/").rpartition("/")[2]
    stem, dot, ending = name.rpartition(".")
    return f".{ending}".lower() if stem and dot else ""


def _guess(data: bytes) -> str:
    """The kind of a text without a name, such as standard input: as specific as its first lines are."""
    start = data[:4096].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t")
    if start.startswith(b"{"):
        return "document.json_"
    lines = start.splitlines()
    if any(line.startswith((b"schema_version:", b"roles:")) for line in lines):
        return "document.yaml_"
    if any(line.startswith(b"|===") for line in lines):
        return "tables.asciidoc"
    if any(line.lstrip().startswith((b"|", b"#")) for line in lines):
        return "tables.markdown"
    return "tables.csv_"
