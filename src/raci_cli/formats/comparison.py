"""A comparison that raci wrote as text: how it begins, so that nobody takes it for a copy that lies beside it."""

from __future__ import annotations

COMPARISON_MARK = "<!-- raci: comparison -->"
"""The first line in Markdown, where nobody sees it."""
COMPARISON_COLUMNS = ("phase", "section", "activity", "group", "role", "leader", "state", "letters")
"""The first line as CSV."""

_BEGINNINGS = (
    COMPARISON_MARK.encode(),
    ",".join(COMPARISON_COLUMNS).encode(),
    b'{\n  "schema_version": 1,\n  "same": ',
)


def is_comparison(data: bytes) -> bool:
    """Whether this is what `raci diff` writes as Markdown, CSV or JSON."""
    return data.startswith(_BEGINNINGS)
