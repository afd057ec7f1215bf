"""What the files that come out of a merge hold."""

from __future__ import annotations

from raci_cli.files.save import content
from raci_cli.formats.writers import WORKBOOK
from raci_cli.model.decision import MergeResult


def merged_content(form: str, result: MergeResult) -> bytes:
    """The merged matrix in one of the forms that raci writes; a workbook tells how it came about, too.

    Raises:
        OutputError: the form cannot hold it.
    """
    if form != WORKBOOK:
        return content(form, (result.matrix,))
    from raci_cli.workbook import write_merge  # noqa: PLC0415 - brings in what a merge is

    return write_merge(result)


def decisions_text(result: MergeResult) -> str:
    """A file with what is open, and with the decisions that counted."""
    from raci_cli.compare.record import entries  # noqa: PLC0415 - yaml
    from raci_cli.formats.document.decisions import write  # noqa: PLC0415 - yaml

    return write(entries(result), result.matrix.title)
