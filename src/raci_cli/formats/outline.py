"""YAML and JSON as plain values in which every scalar is its text, with the line of each value.

Nothing is resolved: a role called `On`, `No` or `1.10` keeps its name. What our form has no use for (anchors, tags,
a key twice, deep nesting) is not read but noted as a fault, because only a file that is meant for raci is to blame.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from raci_cli.errors import UnreadableFileError
from raci_cli.formats.suggest import quoted

_DEEPEST = 20
_HOPELESS = 100
"""So much deeper than that, the rest is not looked at: the YAML library takes minutes for thousands of levels."""
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_JSON_TOKEN = re.compile(r'[{}\[\]:,"]|[^\s{}\[\]:,"]+|\n')

Value = object
"""A Block, an Items, a str, or None for null."""


class Block(dict[str, Value]):
    """A mapping, and the line each of its keys stands on."""

    __slots__ = ("lines",)

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[str, int] = {}


class Items(list[Value]):
    """A sequence, and the line each of its items starts on."""

    __slots__ = ("lines",)

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[int] = []


class Fault(NamedTuple):
    """Something that our form does not know, and its line."""

    line: int
    message: str


class Outline(NamedTuple):
    """The documents of a file and what is odd about them."""

    documents: tuple[Value, ...]
    faults: tuple[Fault, ...]


class _Step(NamedTuple):
    """One step through a file: `{` and `[` open, `}` and `]` close, `=` is a scalar."""

    kind: str
    line: int
    text: str = ""
    is_null: bool = False


def read_yaml(text: str, path: str) -> Outline:
    """The values of a YAML file.

    Raises:
        UnreadableFileError: it is no YAML.
    """
    import yaml  # noqa: PLC0415 - costs 15 ms, and workbooks need none

    faults: list[Fault] = []
    try:
        return _built(_yaml_steps(text, faults), faults)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise UnreadableFileError(f"{path}:{line}: this cannot be read as YAML: {error.problem}.") from error
    except yaml.YAMLError as error:
        raise UnreadableFileError(f"{path}: this cannot be read as YAML: it holds characters YAML forbids.") from error


def read_json(text: str, path: str) -> Outline:
    """The values of a JSON file.

    Raises:
        UnreadableFileError: it is no JSON.
    """
    try:
        json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        raise UnreadableFileError(f"{path}:{error.lineno}: this cannot be read as JSON: {error.msg}.") from error
    except RecursionError as error:
        raise UnreadableFileError(f"{path}: this cannot be read as JSON: it is nested too deeply.") from error
    return _built(_json_steps(text), [])


def _yaml_steps(text: str, faults: list[Fault]) -> Iterator[_Step]:
    import yaml  # noqa: PLC0415 - see read_yaml

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
            yield _Step("=", line, event.value, is_null=event.implicit[0] and event.value in _NULLS)
        elif isinstance(event, yaml.AliasEvent):
            yield _Step("=", line, is_null=True)
        elif type(event) in brackets:
            yield _Step(brackets[type(event)], line)


def _json_steps(text: str) -> Iterator[_Step]:
    """The steps through a text that is known to be JSON."""
    decoder = json.JSONDecoder()
    line, at = 1, 0
    while token := _JSON_TOKEN.search(text, at):
        at = token.end()
        word = token[0]
        if word == "\n":
            line += 1
        elif word == '"':
            value, at = decoder.raw_decode(text, token.start())
            yield _Step("=", line, value)
        elif word in "{}[]":
            yield _Step(word, line)
        elif word not in ":,":
            yield _Step("=", line, word, is_null=word == "null")


def _built(steps: Iterator[_Step], faults: list[Fault]) -> Outline:
    builder = _Builder(faults)
    for step in steps:
        builder.take(step)
        if builder.too_deep > _HOPELESS:
            break
    return Outline(tuple(builder.documents), tuple(faults))


class _Builder:
    """Puts the steps together, without recursion; what lies deeper than any matrix is left out."""

    def __init__(self, faults: list[Fault]) -> None:
        self.documents: list[Value] = []
        self._faults = faults
        self._open: list[Block | Items] = []
        self._keys: list[str | None] = []
        """For each open mapping the key that waits for its value."""
        self.too_deep = 0

    def take(self, step: _Step) -> None:
        """Add what this step brings."""
        if self.too_deep:
            self.too_deep += {"=": 0, "{": 1, "[": 1}.get(step.kind, -1)
        elif step.kind in "}]":
            self._open.pop()
            self._keys.pop()
        elif step.kind == "=":
            self._put(None if step.is_null else step.text, step)
        elif len(self._open) == _DEEPEST:
            self._faults.append(Fault(step.line, "this is nested too deeply"))
            self._put(None, step)
            self.too_deep = 1
        else:
            value = Block() if step.kind == "{" else Items()
            self._put(value, step)
            self._open.append(value)
            self._keys.append(None)

    def _put(self, value: Value, step: _Step) -> None:
        """A value where the next one belongs: at the top, in a sequence, or as key or value of a mapping."""
        parent = self._open[-1] if self._open else None
        if parent is None:
            self.documents.append(value)
        elif isinstance(parent, Items):
            parent.append(value)
            parent.lines.append(step.line)
        elif (key := self._keys[-1]) is not None:
            parent[key] = value
            self._keys[-1] = None
        else:
            self._keys[-1] = step.text
            self._check_key(parent, step)
            parent.lines.setdefault(step.text, step.line)

    def _check_key(self, parent: Block, step: _Step) -> None:
        if step.kind != "=":
            self._faults.append(Fault(step.line, "a key must be plain text"))
        elif step.text in parent.lines:
            first = parent.lines[step.text]
            self._faults.append(
                Fault(step.line, f"{quoted(step.text)} stands here a second time (first in line {first})")
            )
