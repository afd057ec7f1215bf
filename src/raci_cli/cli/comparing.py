"""What diff, workshop and merge begin with: read the copies, say what is odd about them, and compare."""

from __future__ import annotations

from collections import Counter
from operator import attrgetter
from typing import TYPE_CHECKING

from raci_cli.cli.terminal import tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from raci_cli.compare import Aliases, Claim
    from raci_cli.config import Config
    from raci_cli.files.copies import Loaded
    from raci_cli.model.comparison import Comparison, Copy

_MOST_UNREAD = 3
_NAMED = attrgetter("name", "phase")


def tell_notes(loaded: Loaded) -> None:
    """Say on standard error what a person should know about the copies."""
    for note in (*loaded.notes, *_unread(loaded.copies)):
        tell(f"note: {note}")


def _unread(copies: Iterable[Copy]) -> Iterator[str]:
    """What copies say that is not read, cells without letters first: whoever wrote it has no vote by it."""
    from raci_cli.model import RemarkKind
    from raci_cli.rules.wording import counted, listed, quoted, spot

    for copy in copies:
        source = copy.matrix.source
        odd = [remark for remark in source.remarks if remark.kind is RemarkKind.UNKNOWN]
        if odd:
            shown = [f"{quoted(cell.text)}{spot(cell)}" for cell in odd[:_MOST_UNREAD]]
            more = [f"{len(odd) - _MOST_UNREAD} more"] if len(odd) > _MOST_UNREAD else []
            cells = counted(len(odd), "cell holds", "cells hold")
            yield f"{source.path}: {cells} something else than letters, which counts as blank: {listed(shown + more)}."
        yield from (f"{source.path}: {sentence}" for sentence in source.left_out)


def compared(loaded: Loaded) -> Comparison:
    """The copies (and base) laid beside each other, with the aliases of their raci.yaml.

    Raises:
        ComparisonError: they cannot be compared.
    """
    from raci_cli.compare import compare

    found = compare(loaded.copies, base=loaded.base, aliases=aliases(loaded.config))
    _tell_repeated(found)
    return found


def _tell_repeated(comparison: Comparison) -> None:
    """Say which names stand more than once: nobody can tell for sure which of them belong together."""
    from raci_cli.reports.escape import visible
    from raci_cli.rules.wording import listed

    there = [list(map(_NAMED, matrix.activities)) for _, matrix in comparison.copies]
    there += [[(role.name, role.group) for role in matrix.roles] for _, matrix in comparison.copies]
    times = [Counter(names) for names in there if len(set(names)) < len(names)]
    repeated = [f"“{visible(name)}”" for counts in times for (name, _), count in counts.items() if count > 1]
    if repeated:
        names = listed([*dict.fromkeys(repeated)])
        tell(f"note: Copies have {names} more than once: the first is taken for the first, and so on.")


def tell_doubts(comparison: Comparison) -> None:
    """Say that some names may mean the same, before people settle twice what is one thing."""
    from raci_cli.reports.escape import visible
    from raci_cli.rules.wording import counted

    if found := comparison.doubtful:
        first = f"“{visible(found[0].name)}” and “{visible(found[0].other)}”"
        rest = f", and {counted(len(found) - 1, 'more pair', 'more pairs')}" if len(found) > 1 else ""
        tell(f"note: Perhaps the same, and taken for different: {first}{rest}. raci diff says how to join them.")


def aliases(config: Config) -> Aliases:
    """What a raci.yaml settles about names."""
    from raci_cli.compare import Aliases

    return Aliases(config.role_aliases, config.activity_aliases, config.phase_aliases)


def claimed(comparison: Comparison, config: Config) -> tuple[Claim, ...]:
    """Where leaders' words about their own roles and the words of the others do not fit.

    Whose a role is, raci.yaml says, else a group that is called like a leader. Leaders in raci.yaml who filled in none
    of these copies are passed over.

    Raises:
        UsageError: raci.yaml gives a leader a role that no copy has.
    """
    from raci_cli.compare import claims
    from raci_cli.errors import UsageError
    from raci_cli.rules.names import folded

    here = {folded(leader) for leader in comparison.leaders}
    own = {leader: roles for leader, roles in config.leaders.items() if folded(leader) in here}
    if config.leaders and not own:
        tell(f"note: none of the leaders in {config.path} filled in one of these copies.")
    try:
        return claims(comparison, own or None)
    except UsageError as error:
        raise UsageError(f"{config.path}: {error}") from error
