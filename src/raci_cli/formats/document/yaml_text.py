"""Plain values -> YAML that people like to read: block style, with roles and letters on one line each.

Faster than a general YAML writer by far (docs/performance.md), because every text is written either plain or as a
JSON string, and both are YAML.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

_ON_ONE_LINE = frozenset({"letters", "roles", "votes"})


def _plain(also: str) -> re.Pattern[str]:
    """Texts that need no quotation marks: words with harmless signs between them."""
    return re.compile(rf"[^\W_](?:[\w '&%!;()/.+={also}-]*[\w)%.+])?")


_PLAIN = _plain("")
_PLAIN_IN_BLOCK = _plain(",?")
_OTHER_TYPE = re.compile(
    r"(?:y|n|yes|no|on|off|true|false|null|[-+.\d][-+.,:\w]*)",  # also numbers and dates: no space in them
    re.IGNORECASE,
)
_LONGEST_KEY = 1_000
"""YAML wants longer keys marked with `?`."""


def yaml_text(document: Mapping[str, object]) -> str:
    """The document as YAML, one `key: value` a line."""
    return "\n".join(_lines(document, "")) + "\n"


def _lines(block: Mapping[str, object], margin: str) -> Iterator[str]:
    for key, value in block.items():
        if isinstance(value, list) and value:
            yield f"{margin}{key}:"
            for item in value:
                yield from _item(item, margin + "  ", flow=key in _ON_ONE_LINE)
        elif isinstance(value, dict) and key not in _ON_ONE_LINE:
            yield f"{margin}{key}:"
            yield from _lines(value, margin + "  ")
        else:
            yield f"{margin}{key}: {_text(value, _PLAIN_IN_BLOCK) if isinstance(value, str) else _flow(value)}"


def _item(item: Mapping[str, object], margin: str, *, flow: bool) -> Iterator[str]:
    if flow:
        yield f"{margin}- {_flow(item)}"
        return
    lines = _lines(item, margin + "  ")
    yield f"{margin}- {next(lines).lstrip(' ')}"
    yield from lines


def _flow(value: object) -> str:
    """A value on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_key(key)}: {_flow(below)}" for key, below in value.items()) + "}"
    if isinstance(value, str):
        return _text(value, _PLAIN)
    return json.dumps(value)  # true, false, a number, or an empty list


@lru_cache(maxsize=4096)
def _key(key: str) -> str:
    text = _text(key, _PLAIN)
    return text if len(text) < _LONGEST_KEY else f"? {text}"


@lru_cache(maxsize=4096)
def _text(text: str, plain: re.Pattern[str]) -> str:
    """A text as it is where no YAML reader can take it for anything else, otherwise in quotation marks."""
    if plain.fullmatch(text) and not _OTHER_TYPE.fullmatch(text):
        return text
    return "".join(map(_visible, json.dumps(text, ensure_ascii=False)))


def _visible(char: str) -> str:
    """The character, or its number where it is a control, a space of another width or turns the writing direction."""
    if char.isprintable():
        return char
    return f"\\u{ord(char):04x}" if ord(char) <= 0xFFFF else f"\\U{ord(char):08x}"
