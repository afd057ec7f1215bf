r"""Texts out of a workbook are data: the one place that keeps every target from interpreting them.

Characters that a reader cannot see, or that change how the rest is shown, come out as `\n`, `\t` or `\u001b` in every
output format. What a target would take as an instruction is escaped in the target's own way.
"""

from __future__ import annotations

import re

from raci_cli.formats.hidden import HIDDEN, STRAY_JOINER, escape

_COMMAND = "::(?=[A-Za-z])|##(?=\\[)"
"""How a line in a CI log gives GitHub's runner an order."""
_UNSAFE = re.compile(f"[\x00-\x1f{HIDDEN}]|{_COMMAND}|{STRAY_JOINER}")
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


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

    return escaped(visible(text))


def _spelled(match: re.Match[str]) -> str:
    character = match[0][0]
    return _SHORT.get(character, escape(character)) + match[0][1:]
