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
    labels = [folded(role.label) for role in comparison.roles]
    votes = sorted(
        sorted([labels[role], letters] for role, letters in vote.letters) for vote in comparison.rows[row].votes
    )
    text = json.dumps(votes, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()[:16]
