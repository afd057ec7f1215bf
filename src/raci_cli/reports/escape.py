r"""Texts out of a workbook are data: the one place that keeps every target from interpreting them.

Characters that a reader cannot see, or that change how the rest is shown, come out as `\n`, `\t` or `\u001b` in every
output format. What a target would take as an instruction is escaped in the target's own way.
"""

from __future__ import annotations

import re

_HIDDEN = (
    "\x00-\x1f\x7f-\x9f"  # control characters; the escape sequences of a terminal begin with one
    "\xad\u200b\u2060-\u2065\ufeff"  # takes no room
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # changes the direction of what follows
    "\u2028\u2029"  # ends a line in some programs
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"  # no characters at all: XML and UTF-8 refuse them
)
_COMMAND = "::(?=[A-Za-z])|##(?=\\[)"
"""How a line in a CI log gives GitHub's runner an order."""
_LONE_JOINER = "(?<!\\S)\u200d|\u200d(?!\\S)"
"""It joins the parts of an emoji; alone it swallows what it meets."""
_UNSAFE = re.compile(f"[{_HIDDEN}]|{_COMMAND}|{_LONE_JOINER}")
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}

_JOINED = re.compile(r"[@#:](?=\\?[\w/])|\bwww(?=\.)")
_NO_JOIN = "&#8203;"
"""A space without width, as an entity: after it GitHub sees no mention, issue number, emoji code or address."""


def visible(text: str) -> str:
    """The text with everything hidden spelled out, on one line. Doing it twice changes nothing more."""
    return _UNSAFE.sub(_spelled, text)


def json_text(document: str) -> str:
    """A JSON document whose strings hide nothing from someone who reads it on a screen; it stays the same document."""
    return "\n".join(visible(line) for line in document.split("\n"))


def github_message(text: str) -> str:
    """For the message of a GitHub annotation."""
    return visible(text).replace("%", "%25")


def github_property(text: str) -> str:
    """For a property (`file=`, `title=`) of a GitHub annotation."""
    return github_message(text).replace(":", "%3A").replace(",", "%2C")


def sarif_message(text: str) -> str:
    """For a plain text message of SARIF, in which `[text](address)` would be a link."""
    return visible(text).replace("](", "\\](")


def xml(text: str) -> str:
    """For an attribute or the text of an XML 1.0 element."""
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(character, entity)
    return visible(text)


def markdown(text: str) -> str:
    """For running text or a table cell in GitHub's Markdown: no markup, HTML, mention, link or emoji code works."""
    from raci_cli.formats.tables.markdown_text import escaped  # noqa: PLC0415 - the text on a screen needs none of it

    return _JOINED.sub(rf"\g<0>{_NO_JOIN}", escaped(visible(text)))


def _spelled(match: re.Match[str]) -> str:
    character = match[0][0]
    return _SHORT.get(character, f"\\u{ord(character):04x}") + match[0][1:]
