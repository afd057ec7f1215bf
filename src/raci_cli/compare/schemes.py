"""The scheme that copies have in common."""

from __future__ import annotations

from collections.abc import Iterable

from raci_cli.errors import ComparisonError
from raci_cli.model import Matrix, Scheme
from raci_cli.suggest import quoted


def common_scheme(matrices: Iterable[tuple[str, Matrix]]) -> Scheme:
    """The widest scheme of some named matrices, which must have all letters of the others in the same parts.

    A copy of a RASCI matrix in which nobody is Supportive reads as RACI: that is no contradiction.

    Raises:
        ComparisonError: A letter means different things to two of them.
    """
    named = sorted(matrices, key=lambda pair: (-len(pair[1].scheme.letters), pair[1].scheme.name, pair[0]))
    name, widest = named[0][0], named[0][1].scheme
    for other, matrix in named[1:]:
        if not _within(matrix.scheme, widest):
            raise ComparisonError(
                f"{quoted(other)} uses the scheme {_said(matrix.scheme)}, {quoted(name)} uses {_said(widest)}: their"
                " letters do not mean the same. Compare only copies"
                " of one scheme, or name the scheme of the misread one with --scheme."
            )
    return widest


def _within(scheme: Scheme, widest: Scheme) -> bool:
    parts = ("responsible", "accountable", "consulted", "informed")
    same_parts = all(getattr(scheme, part) == getattr(widest, part) for part in parts)
    return same_parts and set(scheme.alphabet) <= set(widest.alphabet)


def _said(scheme: Scheme) -> str:
    return f"{scheme.name.upper()} ({scheme.alphabet})"
