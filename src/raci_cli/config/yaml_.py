"""The text of a raci.yaml as plain values, with the line of every one of them."""

from __future__ import annotations

from dataclasses import dataclass

from raci_cli.errors import ConfigError, UnreadableFileError
from raci_cli.formats.document.outline import Block, line_of
from raci_cli.formats.document.yaml_ import outlined

Place = tuple[str | int, ...]
"""The keys and indexes that lead to a value."""


@dataclass(frozen=True, slots=True)
class Document:
    """The values of a YAML file, every scalar as its text (None for null), and the lines they stand on."""

    path: str
    values: object

    def where(self, place: Place) -> str:
        """`raci.yaml:7`, as exactly as the place is known."""
        return f"{self.path}:{line_of(self.values, place)}"


def load_yaml(text: str, path: str) -> Document:
    """Read a YAML text.

    Scalars stay text, so that a role called `On` or `No` keeps its name; who asks for numbers and dates converts.

    Raises:
        ConfigError: it is no YAML, or what is in it is ambiguous: a key twice, anchors and aliases, tags.
    """
    try:
        documents, faults = outlined(text, path)
    except UnreadableFileError as error:
        raise ConfigError(str(error)) from error
    for fault in faults:
        raise ConfigError(f"{path}:{fault.line}: {fault.message}.")
    if len(documents) > 1:
        raise ConfigError(f"{path}: several documents (---) stand in one file; keep all settings in one.")
    return Document(path, documents[0] if documents else Block())
