"""Text in Markdown: what a reader sees of it, without emphasis, links, code marks and entities, and the way back."""

from __future__ import annotations

import html
import re

from raci_cli.formats.hidden import spelled_out

_TOKEN = re.compile(
    r"""
    (?P<escape>\\[!-/:-@\[-`{-~])
    | (?P<code>(?<!`)(?P<ticks>(?>`+))(?P<inside>(?s:.+?))(?<!`)(?P=ticks)(?!`))
    | (?P<wiki>\[\[(?P<page>[^\[\]]+)\]\])
    | (?P<link>!?\[(?P<label>[^\[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"]*")?\))
    | (?P<br><br\s*/?>)
    | (?P<address><(?:https?|mailto):[^<>\s]*>)
    | (?P<tag></?(?:a|abbr|b|center|code|del|div|em|font|i|img|input|ins|kbd|label|mark|p|s|small|span|strong|sub|sup|u)
        (?:\s[^<>]*)?/?>)
    | (?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,31});)
    | (?P<mark>\*+|_+|~~)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_INTERESTING = re.compile(r"[\\`\[<&*_~]")

_ACTIVE = re.compile(r"[\\`*_\[\]<|~$]|&(?=#?\w)")
_LINE_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_JOINED = re.compile(r"[@#:](?=\\?[\w/])|\bwww(?=\.)")
_NO_JOIN = "&#8203;"
"""A space without width, as an entity: after it GitHub sees no mention, issue number, emoji code or address."""
_CONTROL_PICTURES = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}


def plain_text(source: str) -> str:
    """The text of one cell or heading. `**A**/R` is `A/R`, `C*` stays: only marks that come in pairs go."""
    source = source.strip()
    if not _INTERESTING.search(source):
        return source
    parts: list[str] = []
    opened: dict[str, int] = {}
    end = 0
    for token in _TOKEN.finditer(source):
        parts.append(source[end : token.start()])
        end = token.end()
        if token["mark"]:
            _pair(source, token, parts, opened)
        else:
            parts.append(_shown(token))
    parts.append(source[end:])
    return "".join(parts).strip()


def escaped(text: str) -> str:
    """A text that Markdown shows as it is, in one line of source; control and hidden characters become visible.

    No markup, HTML, mention, link or emoji code in it works.
    """
    return "<br>".join(map(_escaped_line, _LINE_BREAK.split(text)))


def _escaped_line(line: str) -> str:
    shown = spelled_out(line.translate(_CONTROL_PICTURES))
    return _JOINED.sub(rf"\g<0>{_NO_JOIN}", _ACTIVE.sub(r"\\\g<0>", shown))


def _shown(token: re.Match[str]) -> str:
    match token.lastgroup:
        case "escape":
            return token[0][1:]
        case "code":
            return token["inside"].strip()
        case "link" | "wiki":
            return plain_text(re.split(r"\\?\|", token["page"])[-1] if token["page"] else token["label"])
        case "entity":
            return "" if token[0] == _NO_JOIN else html.unescape(token[0])
        case "address":
            return token[0][1:-1]
        case kind:
            return "\n" if kind == "br" else ""


def _pair(source: str, token: re.Match[str], parts: list[str], opened: dict[str, int]) -> None:
    """Append an emphasis mark, or take it away together with the one that opened it."""
    mark = token[0]
    before = source[token.start() - 1 : token.start()] or " "
    after = source[token.end() : token.end() + 1] or " "
    inside_word = mark.startswith("_") and before.isalnum() and after.isalnum()
    if mark in opened and not before.isspace() and not inside_word:
        start = opened[mark]
        parts[start] = ""
        for other in [other for other, place in opened.items() if place >= start]:
            del opened[other]
        return
    if not after.isspace() and not (mark.startswith("_") and before.isalnum()):
        opened[mark] = len(parts)
    parts.append(mark)
