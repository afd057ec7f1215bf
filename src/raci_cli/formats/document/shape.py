"""Whether a document has the shape of our form: the quick answer, which is yes for nearly every file.

`schema` tells the same shape to editors, and what is wrong to people; it brings in pydantic, which takes longer than
reading the file. A test holds the two together.
"""

from __future__ import annotations

from collections.abc import Callable

from raci_cli.formats.document.outline import Block, Items, Value

Fits = Callable[[Value], bool]

MOST_EXCUSES = 3
"""A template with more to excuse should rather be mended."""

_YES = frozenset({"true", "yes", "on", "t", "y", "1"})
_NO = frozenset({"false", "no", "off", "f", "n", "0"})


def text(block: Block, key: str) -> str:
    """The text under a key; empty where there is none."""
    value = block.get(key)
    return value if isinstance(value, str) else ""


def flag(block: Block, key: str) -> bool:
    """Whether the key is set to yes."""
    return text(block, key).casefold() in _YES


def _is_text(value: Value) -> bool:
    return value is None or isinstance(value, str)


def _is_word(value: Value) -> bool:
    return isinstance(value, str)


def _is_flag(value: Value) -> bool:
    return value is None or (isinstance(value, str) and value.casefold() in _YES | _NO)


def _is_version(value: Value) -> bool:
    return value == "1"


def _list_of(item: Fits, most: int = 0) -> Fits:
    def fits(value: Value) -> bool:
        return value is None or (
            isinstance(value, Items) and all(map(item, value)) and (not most or len(value) <= most)
        )

    return fits


def _given(item: Fits) -> Fits:
    return lambda value: value is not None and item(value)


def _by_name(item: Fits) -> Fits:
    def fits(value: Value) -> bool:
        return value is None or (isinstance(value, Block) and all(map(item, value.values())))

    return fits


class Shape:
    """The keys that a mapping may have, and what may stand under each; it must have the required ones."""

    def __init__(self, required: dict[str, Fits], optional: dict[str, Fits]) -> None:
        self.fields = required | optional
        self._required = required.keys()

    def __call__(self, value: Value) -> bool:
        """Whether a value has this shape."""
        return (
            isinstance(value, Block)
            and self._required <= value.keys() <= self.fields.keys()
            and all(self.fields[key](below) for key, below in value.items())
        )


_CHANGE: dict[str, Fits] = {
    "id": _is_text,
    "description": _is_text,
    "due": _is_text,
    "moment_of_truth": _is_text,
    "four_eyes": _is_flag,
    "system": _is_text,
    "automated": _is_flag,
}
ROLE = Shape({"name": _is_word}, {"group": _is_text, "automated": _is_flag, "key": _is_text})
CHANGE = Shape({}, _CHANGE)
ACTIVITY = Shape({"name": _is_word}, _CHANGE | {"letters": _by_name(_is_text)})
SECTION = Shape({"name": _is_word}, {"activities": _list_of(ACTIVITY)})
PHASE = Shape({"name": _is_word}, {"activities": _list_of(ACTIVITY), "sections": _list_of(SECTION)})
DROP = Shape({}, dict.fromkeys(("roles", "phases", "activities"), _list_of(_is_word)))
RENAME = Shape({}, dict.fromkeys(("roles", "phases", "activities"), _by_name(_is_word)))
EXCUSE = Shape({"code": _is_word, "reason": _is_word}, {"activity": _is_text, "role": _is_text})
_PARTS = ("responsible", "accountable", "consulted", "informed", "note")
SCHEME = Shape({"name": _is_word, "letters": _given(_by_name(_is_text))}, dict.fromkeys(_PARTS, _is_text))
_CHART: dict[str, Fits] = {
    "schema_version": _is_version,
    "title": _is_text,
    "segment": _is_text,
    "strategy": _is_text,
    "scheme": lambda value: _is_text(value) or SCHEME(value),
    "leader": _is_text,
    "date": _is_text,
    "version": _is_text,
    "activities": _list_of(ACTIVITY),
    "phases": _list_of(PHASE),
}
MATRIX = Shape({"roles": _given(_list_of(ROLE))}, _CHART)
TEMPLATE = Shape(
    {},
    _CHART
    | {
        "extends": _is_text,
        "abstract": _is_flag,
        "for_whom": _is_text,
        "roles": _list_of(ROLE),
        "does": _by_name(_is_word),
        "drop": lambda value: value is None or DROP(value),
        "rename": lambda value: value is None or RENAME(value),
        "before": _by_name(_is_word),
        "change": _by_name(CHANGE),
        "letters": _by_name(_by_name(_is_text)),
        "excused": _list_of(EXCUSE, MOST_EXCUSES),
    },
)
