"""Why a text is no YAML, in words for people who did not know that they were writing any."""

from __future__ import annotations

_UNCLOSED = "a bracket or a quotation mark is opened and not closed"
_INDENTED = "this line does not fit the lines above it; look how far they are indented"
_QUOTE = "a text that begins with {} must stand in quotation marks"
_TAB = "a tab stands where only spaces may; indent with spaces"
_REASONS = (
    (
        "mapping values are not allowed",
        "a second colon, or a line indented too far; put a text with a colon in quotation marks",
    ),
    ("expected ',' or", _UNCLOSED),
    ("end of stream", _UNCLOSED),
    ("expected node content", _UNCLOSED),
    ("expected the node content", _UNCLOSED),
    ("expected key", _INDENTED),
    ("block end", _INDENTED),
    ("'-' indicator", _INDENTED),
    ("expected ':'", "a key without a colon behind it"),
    ("alphabetic or numeric", _QUOTE.format("* or &")),
)
"""What the library's words contain, and what people can make of it."""


def reason(problem: str, at: str) -> str:
    """What is wrong, from the library's own words and the text from the place that it names."""
    if "cannot start any token" in problem:
        return _TAB if at[:1] == "\t" else _QUOTE.format(at[:1])
    found = (ours for theirs, ours in _REASONS if theirs in problem)
    return next(found, "look at indentation, colons, brackets and quotation marks there")
