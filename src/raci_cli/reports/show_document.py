"""The JSON form of `raci show`, field by field; imported only to ask for its schema."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import TypeAdapter
from typing_extensions import TypedDict  # Python 3.11's own lacks what pydantic asks for

from raci_cli.formats.document.schema import MatrixForm
from raci_cli.reports.document import documented


@documented
class ShownMatrixDocument(TypedDict):
    """One matrix, and where it was read from."""

    path: str
    """The file, as it was given."""
    sheet: str | None
    """The sheet or table; null where a file is one table."""
    explanation: list[str]
    """How the sheet was understood, a sentence each; empty unless --explain asks for it."""
    matrix: MatrixForm
    """The matrix in raci's own form, as `raci convert --to json` writes it."""


@documented
class ShownDocument(TypedDict):
    """What `raci show --output-format json` prints."""

    schema_version: Literal[1]
    """Rises when a field changes its meaning or goes away."""
    matrices: list[ShownMatrixDocument]
    """The matrices of the file, in its order; at least one."""


def show_schema() -> dict[str, Any]:
    """The JSON Schema of shown matrices."""
    return TypeAdapter(ShownDocument).json_schema()
