"""Our own form -> Matrix, or Layer for a template.

A file of another kind is left alone, a faulty one is refused with its line.
"""

from __future__ import annotations

from collections.abc import Callable

from raci_cli.errors import NoMatrixError, UnreadableFileError
from raci_cli.formats.document.assembly import assembled
from raci_cli.formats.document.layer import Layer
from raci_cli.formats.document.layering import layered
from raci_cli.formats.document.outline import Block, Outline, Value
from raci_cli.formats.encoding import decode
from raci_cli.model import Matrix

_MARKS = ("roles", "extends", "abstract")
"""Each of our documents has one of these at its top level ..."""
_COMPANIONS = frozenset({"phases", "activities", "schema_version", "for_whom", "segment", "letters", "drop", "rename"})
"""... and one of these."""
_OF_TEMPLATES = frozenset(
    {"extends", "abstract", "for_whom", "does", "drop", "rename", "before", "change", "letters", "excused"}
)


def read_document(data: bytes, path: str, outlined: Callable[[str, str], Outline]) -> Matrix | Layer:
    """The matrix or template of a file in our own form; `outlined` gets its text and path. Every part knows its line.

    Raises:
        NoMatrixError: a file of another kind, such as package.json, or larger than any matrix.
        UnreadableFileError: our form with a fault in it, or something broken that might be our form.
    """
    text = decode(data, path)
    # Most YAML and JSON in a folder is not ours, and need not even be parsed.
    if not any(mark in text for mark in _MARKS):
        raise _not_ours(path)
    root = _root(outlined(text, path), path)
    if not _OF_TEMPLATES.isdisjoint(root):
        return layered(root, path)
    return assembled(root, path)


def _root(outline: Outline, path: str) -> Block:
    """The one document that is ours, free of faults."""
    ours = next((document for document in outline.documents if _is_ours(document)), None)
    if not isinstance(ours, Block):
        raise _not_ours(path)
    for fault in outline.faults:
        raise UnreadableFileError(f"{path}:{fault.line}: {fault.message}.")
    if len(outline.documents) > 1:
        raise UnreadableFileError(f"{path}: several documents (---) stand in one file; keep one matrix in a file.")
    return ours


def _is_ours(document: Value) -> bool:
    return (
        isinstance(document, Block)
        and any(mark in document for mark in _MARKS)
        and not _COMPANIONS.isdisjoint(document)
    )


def _not_ours(path: str) -> NoMatrixError:
    return NoMatrixError(
        f"{path} holds no matrix in raci's own form: that has `roles` and `phases` at its top level, "
        "or `extends` in a template. Convert a workbook to YAML to see what it looks like."
    )
