"""JSON: read without resolving anything, and our own form in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from raci_cli.errors import UnreadableFileError
from raci_cli.formats.document.layer import Layer
from raci_cli.formats.document.outline import Outline, Step, outline_of
from raci_cli.formats.document.reading import read_document
from raci_cli.formats.document.writing import document_of
from raci_cli.formats.hidden import spelled_out
from raci_cli.formats.limits import MAX_ENTRIES, too_large
from raci_cli.model import Matrix

_MOST_BRACKETS = 3 * MAX_ENTRIES
"""An activity takes two, and texts may hold some."""
_TOKEN = re.compile(r'[{}\[\]:,"]|[^\s{}\[\]:,"]+|\n+')


def read(data: bytes, path: str) -> Matrix | Layer:
    """The matrix or the template of a JSON file in our own form; every part knows its line.

    Raises:
        NoMatrixError: a file of another kind, such as package.json.
        UnreadableFileError: our form with a fault in it, or something broken that might be our form.
    """
    return read_document(data, path, outlined)


def write(matrix: Matrix) -> str:
    """A matrix as JSON; nothing but its locations is lost."""
    return spelled_out(json.dumps(document_of(matrix), indent=2, ensure_ascii=False)) + "\n"


def outlined(text: str, path: str) -> Outline:
    """The values of a JSON file.

    Raises:
        UnreadableFileError: it is no JSON.
    """
    if text.count("{") + text.count("[") > _MOST_BRACKETS:  # before they are built
        raise too_large(path, f"{MAX_ENTRIES:,} roles, phases and activities")
    try:
        json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        raise UnreadableFileError(
            f"{path}:{error.lineno}: this cannot be read as JSON: look there, or on the line before, for a comma, "
            "bracket or quotation mark that is missing or too many."
        ) from error
    except RecursionError as error:
        raise UnreadableFileError(f"{path}: this cannot be read as JSON: it is nested too deeply.") from error
    return outline_of(_steps(text), [], path)


def _steps(text: str) -> Iterator[Step]:
    """The steps through a text that is known to be JSON."""
    decoder = json.JSONDecoder()
    line, at = 1, 0
    while token := _TOKEN.search(text, at):
        at = token.end()
        word = token[0]
        if word[0] == "\n":
            line += len(word)
        elif word == '"':
            value, at = decoder.raw_decode(text, token.start())
            yield Step("=", line, value)
        elif word in "{}[]":
            yield Step(word, line)
        elif word not in ":,":
            yield Step("=", line, word, is_null=word == "null")
