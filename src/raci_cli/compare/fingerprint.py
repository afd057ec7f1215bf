"""A short text that stays the same as long as the votes about an activity do."""

from __future__ import annotations

import hashlib
import json

from raci_cli.model.comparison import Comparison
from raci_cli.rules.names import folded


def fingerprint(comparison: Comparison, row: int) -> str:
    """Of the votes about one row: who has them does not matter, nor does their order or how files store them.

    Saving a file anew or under another name changes nothing; a vote that is new, gone or different does, and so does
    a role that is renamed.
    """
    votes = sorted(
        sorted([_name(comparison, role), letters] for role, letters in vote.letters)
        for vote in comparison.rows[row].votes
    )
    text = json.dumps(votes, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()[:16]


def _name(comparison: Comparison, role: int) -> str:
    """Of the names that copies have for a role the first: the one in the result changes with the size of the copies."""
    places = zip(comparison.copies, comparison.roles[role].indexes, strict=True)
    return min(folded(copy.matrix.roles[index].label) for copy, index in places if index is not None)
