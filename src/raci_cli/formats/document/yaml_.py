"""YAML: read without resolving anything, and our own form in it.

The one place that reads YAML: it is never composed as a whole, for the library's nesting has no bound.
"""

from __future__ import annotations

from collections.abc import Iterator

from raci_cli.errors import UnreadableFileError
from raci_cli.formats.document.layer import Layer
from raci_cli.formats.document.outline import Fault, Outline, Step, outline_of
from raci_cli.formats.document.reading import read_document
from raci_cli.formats.document.writing import document_of
from raci_cli.formats.document.yaml_faults import reason
from raci_cli.formats.document.yaml_text import yaml_text
from raci_cli.model import Matrix
from raci_cli.suggest import quoted

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


def read(data: bytes, path: str) -> Matrix | Layer:
    """The matrix or the template of a YAML file in our own form; every part knows its line.

    Raises:
        NoMatrixError: a file of another kind.
        UnreadableFileError: our form with a fault in it, or something broken that might be our form.
    """
    return read_document(data, path, outlined)


def write(matrix: Matrix) -> str:
    """A matrix as YAML that people like to edit; nothing but its locations is lost."""
    return yaml_text(document_of(matrix))


def outlined(text: str, path: str) -> Outline:
    """The values of a YAML file.

    Raises:
        UnreadableFileError: it is no YAML.
    """
    import yaml  # noqa: PLC0415 - costs 15 ms, and workbooks need none

    faults: list[Fault] = []
    try:
        return outline_of(_steps(text, faults), faults, path)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = min(mark.line + 1, len(text.splitlines())) if mark else 1
        why = reason(error.problem or "", text[mark.index :] if mark else "")
        raise UnreadableFileError(f"{path}:{line}: this cannot be read as YAML: {why}.") from error
    except yaml.YAMLError as error:
        raise UnreadableFileError(f"{path}: this cannot be read as YAML: it holds characters YAML forbids.") from error


def _steps(text: str, faults: list[Fault]) -> Iterator[Step]:
    import yaml  # noqa: PLC0415 - see outlined

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    brackets = {
        yaml.MappingStartEvent: "{",
        yaml.SequenceStartEvent: "[",
        yaml.MappingEndEvent: "}",
        yaml.SequenceEndEvent: "]",
    }
    for event in yaml.parse(text, Loader=loader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        tag = getattr(event, "tag", None)
        if getattr(event, "anchor", None):
            faults.append(Fault(line, "anchors and aliases (& and *) are not read here; write the value out"))
        elif tag not in (None, "!"):
            faults.append(Fault(line, f"tags such as {quoted(tag)} are not read here; leave it out"))
        if isinstance(event, yaml.ScalarEvent):
            yield Step("=", line, event.value, is_null=event.implicit[0] and event.value in _NULLS)
        elif isinstance(event, yaml.AliasEvent):
            yield Step("=", line, is_null=True)
        elif type(event) in brackets:
            yield Step(brackets[type(event)], line)
