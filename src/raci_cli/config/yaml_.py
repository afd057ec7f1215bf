"""raci.yaml as plain values, with the line of every one of them; what is ambiguous in YAML is refused."""

from __future__ import annotations

from dataclasses import dataclass, field

import yaml

from raci_cli.errors import ConfigError

Place = tuple[str | int, ...]
"""The keys and indexes that lead to a value."""


@dataclass(frozen=True, slots=True)
class Document:
    """The values of a YAML file, every scalar as its text (None for null), and the lines they stand on."""

    path: str
    values: object
    lines: dict[Place, int] = field(default_factory=dict)

    def where(self, place: Place) -> str:
        """`raci.yaml:7`, as exactly as the place is known."""
        while place and place not in self.lines:
            place = place[:-1]
        return f"{self.path}:{self.lines.get(place, 1)}"


def load_yaml(text: str, path: str) -> Document:
    """Read a YAML text.

    Scalars stay text, so that a role called `On` or `No` keeps its name; who asks for numbers and dates converts.

    Raises:
        ConfigError: it is no YAML, a key stands twice, or something is reused by anchor and alias.
    """
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ConfigError(f"{path}:{line}: this cannot be read as YAML: {error.problem}.") from error
    except yaml.YAMLError as error:
        raise ConfigError(f"{path}: this cannot be read as YAML: it holds characters that YAML forbids.") from error
    except RecursionError as error:
        raise ConfigError(f"{path}: this cannot be read as YAML: it is nested too deeply.") from error
    reader = _Reader(path)
    values = reader.read(root, ()) if root is not None else {}
    return Document(path, values, reader.lines)


class _Reader:
    """Turns nodes into values and remembers their lines."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.lines: dict[Place, int] = {}
        self._seen: set[int] = set()

    def read(self, node: yaml.Node, place: Place) -> object:
        line = node.start_mark.line + 1
        self.lines.setdefault(place, line)
        if id(node) in self._seen:
            raise ConfigError(f"{self.path}:{line}: anchors and aliases (& and *) are not read here: write it out.")
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, place)
        if isinstance(node, yaml.SequenceNode):
            return [self.read(item, (*place, index)) for index, item in enumerate(node.value)]
        return None if node.tag.endswith(":null") else str(node.value)

    def _mapping(self, node: yaml.MappingNode, place: Place) -> dict[str, object]:
        values: dict[str, object] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                raise ConfigError(f"{self.path}:{line}: a key must be a plain word.")
            key = str(key_node.value)
            if key in values:
                first = self.lines[(*place, key)]
                raise ConfigError(f"{self.path}:{line}: {key!r} stands here a second time (first in line {first}).")
            self.lines[(*place, key)] = line
            values[key] = self.read(value_node, (*place, key))
        return values
