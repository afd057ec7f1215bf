r"""Characters that a reader cannot see, or that change how the rest is shown, spelled out as `\u202e`.

A terminal takes some of them for orders, and a bidirectional override makes a text read as another one. What belongs to
writing stays: letters of every direction, joiners inside emoji and in Persian or Indic words.
"""

from __future__ import annotations

import re

HIDDEN = (
    "\x7f-\x9f"  # control characters beyond ASCII's first ones: U+009B is `ESC [` to a terminal
    "\xad\u200b\u2060-\u2065\ufeff"  # takes no room
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # changes the direction of what follows
    "\u2028\u2029"  # ends a line in some programs
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"  # no characters at all: XML and UTF-8 refuse them
)
"""For a character class; the control characters up to U+001F are not among them, for each format has its own way."""

STRAY_JOINER = "(?<![^\x00-\x7f\u200c\u200d])[\u200c\u200d]|\u200d(?![^\x00-\x7f])"
"""A joiner with nothing to join: in front of it stands plain ASCII or nothing, or behind U+200D does."""

_ANY = re.compile(f"[{HIDDEN}]|{STRAY_JOINER}")


def spelled_out(text: str) -> str:
    """The text with its hidden characters spelled out; line ends and other control characters of ASCII are left."""
    return text if text.isascii() and "\x7f" not in text else _ANY.sub(lambda match: escape(match[0]), text)


def escape(character: str) -> str:
    r"""`\u202e`, as JSON and YAML read it."""
    return f"\\u{ord(character):04x}"
