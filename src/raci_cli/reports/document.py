"""The JSON form of a report, field by field. Types and their schema only: `json_` fills them in without importing this.

The types are typed dictionaries, so that writing a report needs no pydantic; only asking for the schema does.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import ConfigDict, TypeAdapter, with_config
from typing_extensions import TypedDict  # Python 3.11's own lacks what pydantic asks for

documented = with_config(ConfigDict(use_attribute_docstrings=True, extra="forbid"))
"""Makes a typed dictionary closed, with the texts below its fields as their descriptions."""


@documented
class FindingDocument(TypedDict):
    """One finding, at its address."""

    code: str
    """The rule's code, such as RACI101; `raci rules CODE` explains it."""
    name: str
    """The rule's name, such as no-accountable."""
    severity: Literal["error", "warning", "info"]
    """How much it matters in this run."""
    message: str
    """What is wrong, as a sentence."""
    advice: str
    """What to do about it; may be empty."""
    path: str
    """The file, as it was given."""
    sheet: str | None
    """The sheet or table; null where a file is one table."""
    cell: str | None
    """The cell as a spreadsheet names it, such as C7; null where the finding is about no single cell."""
    row: int | None
    """The row, or the line of a text file, from 1."""
    column: int | None
    """The column, from 1."""
    phase: str
    """The phase it is about; empty for none."""
    activity: str
    """The activity it is about; empty for none."""
    role: str
    """The role it is about; empty for none."""
    fingerprint: str
    """Stays the same when rows and columns move; the baseline knows findings by it."""


@documented
class MatrixDocument(TypedDict):
    """The result for one matrix."""

    path: str
    """The file, as it was given."""
    sheet: str | None
    """The sheet or table; null where a file is one table."""
    title: str
    """The matrix's title; may be empty."""
    scheme: str
    """The name of the scheme its letters belong to, such as raci."""
    roles: int
    """How many roles it has."""
    activities: int
    """How many activities it has."""
    filled_in: int
    """How many of them hold any letter."""
    in_order: int
    """How many of them have exactly one A and at least one R, as far as the scheme tells, and no error."""
    excused: int
    """How many findings were left out by suppressions or the baseline."""
    unchecked: list[str]
    """What nobody checked, because no letter of the scheme says it, such as `who is accountable`."""
    phases: list[str]
    """The phases, in order."""
    notes: list[str]
    """What a reader must know, such as rules that do not apply to this scheme."""
    findings: list[FindingDocument]
    """The findings, in the order of the sheet."""


@documented
class SeveritiesDocument(TypedDict):
    """How many findings there are of each severity."""

    error: int
    """Errors."""
    warning: int
    """Warnings."""
    info: int
    """Remarks."""


@documented
class SummaryDocument(TypedDict):
    """The whole run in numbers."""

    headline: str
    """The run in one line for people, as the text report says it. Its wording may change."""
    matrices: int
    """How many matrices were checked."""
    activities: int
    """How many activities they have."""
    filled_in: int
    """How many of them hold any letter."""
    in_order: int
    """How many of them have exactly one A and at least one R, as far as the scheme tells, and no error."""
    findings: SeveritiesDocument
    """How many findings there are, by severity."""
    rules: dict[str, int]
    """How many findings there are, by the rule's code."""
    excused: int
    """How many findings were left out by suppressions or the baseline."""
    failures: int
    """How many files could not be checked."""
    skipped: int
    """How many files in folders hold no matrix."""


@documented
class FailureDocument(TypedDict):
    """A file that could not be checked."""

    path: str
    """The file, as it was given."""
    message: str
    """Why, and what to do."""


@documented
class ReportDocument(TypedDict):
    """What `raci validate --output-format json` prints."""

    schema_version: Literal[1]
    """Rises when a field changes its meaning or goes away."""
    summary: SummaryDocument
    """The whole run in numbers."""
    matrices: list[MatrixDocument]
    """The results, in the order the files were given."""
    failures: list[FailureDocument]
    """The files that could not be checked."""
    skipped: list[str]
    """The files in folders that hold no matrix."""
    notes: list[str]
    """What a reader must know about the run as a whole, such as exceptions that excused nothing."""


def report_schema() -> dict[str, Any]:
    """The JSON Schema of a report."""
    return TypeAdapter(ReportDocument).json_schema()
