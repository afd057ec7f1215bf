"""Copies -> Comparison."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice

from raci_cli.compare.align import align
from raci_cli.compare.joining import Aliases
from raci_cli.compare.ranking import rank
from raci_cli.compare.rows import compare_rows
from raci_cli.compare.schemes import common_scheme
from raci_cli.compare.summary import add_up
from raci_cli.errors import ComparisonError
from raci_cli.model import Matrix
from raci_cli.model.comparison import Alignment, Comparison, Copy
from raci_cli.suggest import quoted

_BASE = "the base"


def compare(copies: Sequence[Copy], *, base: Matrix | None = None, aliases: Aliases | None = None) -> Comparison:
    """Lay copies beside each other: what they mean alike, where they differ, how far they agree.

    The order of the copies decides about nothing but the order in which they are named.

    Args:
        copies: At least two; one will do where there is a base.
        base: The matrix that all copies began as, if there was one.
        aliases: What raci.yaml settles about names.

    Raises:
        ComparisonError: Too few copies, two of one leader, different schemes, or a copy that shares no activity.
    """
    _check_leaders(copies, base)
    named = [(copy.leader, copy.matrix) for copy in copies]
    scheme = common_scheme(named if base is None else [(_BASE, base), *named])
    alignment = align(copies, base, aliases)
    _check_common(alignment, copies)
    rows = compare_rows(alignment, copies, base, scheme)
    return Comparison(
        copies=tuple(copies),
        base=base,
        scheme=scheme,
        roles=alignment.roles,
        phases=alignment.phases,
        rows=rows,
        ranking=rank(rows, scheme),
        doubtful=alignment.doubtful,
        add_up=add_up,
    )


def _check_leaders(copies: Sequence[Copy], base: Matrix | None) -> None:
    if len(copies) + (base is not None) < 2:
        raise ComparisonError("There is nothing to compare with: give at least two copies, or one and a base.")
    leader, count = Counter(copy.leader for copy in copies).most_common(1)[0] if copies else ("", 0)
    if count > 1:
        raise ComparisonError(
            f"{count} copies are by {quoted(leader)}. Give each leader a name of their own, with --as NAME=FILE."
        )


def _check_common(alignment: Alignment, copies: Sequence[Copy]) -> None:
    """Every copy must share an activity and a role with another, or with the base."""
    for number, copy in enumerate(copies):
        for what, kind, items in (
            ("activity", "activities", alignment.activities),
            ("role", "roles", alignment.roles),
        ):
            if not any(
                item.indexes[number] is not None and (len(item.copies) > 1 or item.base is not None) for item in items
            ):
                raise ComparisonError(
                    f"The copy of {quoted(copy.leader)} shares no {what} with the others: there is nothing to compare."
                    " Check that it is a copy of the same matrix; names that only look different can be joined"
                    f" with aliases in raci.yaml{_suggestion(alignment, kind, number)}."
                )


def _suggestion(alignment: Alignment, kind: str, copy: int) -> str:
    """A few names of a copy that may be the same as others, as raci.yaml would have them."""
    doubtful = (each for each in alignment.doubtful if each.kind == kind and copy in each.copies + each.other_copies)
    aliases = ", ".join(each.alias for each in islice(doubtful, 3))
    return f", perhaps so: aliases: {{{kind}: {{{aliases}}}}}" if aliases else ""
