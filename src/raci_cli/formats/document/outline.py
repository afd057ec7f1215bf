"""What YAML and JSON hold, as plain values in which every scalar is its text, with the line of each value.

Nothing is resolved: a role called `On`, `No` or `1.10` keeps its name. What our form has no use for (anchors, tags,
a key twice, deep nesting) is not read but noted as a fault, because only a file that is meant for raci is to blame.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from raci_cli.formats.limits import MAX_COLUMNS, MAX_ENTRIES, MAX_VALUES, too_large
from raci_cli.suggest import quoted

_DEEPEST = 20
_HOPELESS = 100
"""With so many levels more, faults or documents the rest is not looked at: thousands of levels take YAML minutes."""

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


class Step(NamedTuple):
    """One step through a file: `{` and `[` open, `}` and `]` close, `=` is a scalar."""

    kind: str
    line: int
    text: str = ""
    is_null: bool = False


def outline_of(steps: Iterator[Step], faults: list[Fault], path: str) -> Outline:
    """The documents that some steps lead through; what steps note among the faults meanwhile is part of it.

    Raises:
        NoMatrixError: they hold more than any matrix does.
    """
    builder = _Builder(faults, path)
    for count, step in enumerate(steps):
        if count == MAX_VALUES:
            raise too_large(path, f"{MAX_VALUES:,} keys and values")
        builder.take(step)
        if max(builder.too_deep, len(faults), len(builder.documents)) > _HOPELESS:
            break
    return Outline(tuple(builder.documents), tuple(sorted(faults)))


def line_of(root: Value, place: Iterable[int | str]) -> int:
    """The line of a place (the keys and indexes that lead there), or of the nearest thing around it."""
    value, line = root, 1
    for part in place:
        match value, part:
            case Block(), str() if part in value:
                line, value = value.lines[part], value[part]
            case Items(), int():
                line, value = value.lines[part], value[part]
            case _:
                pass  # pydantic names the form it tried, which is no part of the document
    return line


class _Builder:
    """Puts the steps together, without recursion; what lies deeper than any matrix is left out."""

    def __init__(self, faults: list[Fault], path: str) -> None:
        self.documents: list[Value] = []
        self._faults = faults
        self._path = path
        self._entries = 0
        """Of all sequences so far."""
        self._open: list[Block | Items] = []
        self._keys: list[str | None] = []
        """For each open mapping the key that waits for its value."""
        self.too_deep = 0

    def take(self, step: Step) -> None:
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

    def _put(self, value: Value, step: Step) -> None:
        """A value where the next one belongs: at the top, in a sequence, or as key or value of a mapping."""
        parent = self._open[-1] if self._open else None
        if parent is None:
            self.documents.append(value)
        elif isinstance(parent, Items):
            self._entries += 1
            if self._entries > MAX_ENTRIES:
                raise too_large(self._path, f"{MAX_ENTRIES:,} roles, phases and activities")
            parent.append(value)
            parent.lines.append(step.line)
        elif (key := self._keys[-1]) is not None:
            parent[key] = value
            self._keys[-1] = None
        else:
            self._keys[-1] = step.text
            self._check_key(parent, step)
            if len(parent.lines) >= MAX_COLUMNS:
                raise too_large(self._path, f"{MAX_COLUMNS:,} keys in one place")
            parent.lines.setdefault(step.text, step.line)

    def _check_key(self, parent: Block, step: Step) -> None:
        if step.kind != "=":
            self._faults.append(Fault(step.line, "a key must be plain text"))
        elif step.text in parent.lines:
            first = parent.lines[step.text]
            self._faults.append(
                Fault(step.line, f"{quoted(step.text)} stands here a second time (first in line {first})")
            )
