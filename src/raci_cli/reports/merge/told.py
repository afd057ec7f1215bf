"""What `raci merge` tells, for every output format."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from raci_cli.model.decision import MergeResult


class Told(NamedTuple):
    """A merge, and what its command line said: the next command repeats it."""

    result: MergeResult
    copies: Sequence[str] = ()
    """Files and folders, as they were typed."""
    options: Sequence[tuple[str, str]] = ()
    """What any command about these copies has to be told, as it was typed: `("--base", "template.xlsx")`."""
    decisions: Sequence[str] = ()
    """Files with decisions that were read."""
    output: str = ""
    """Where the merged matrix stands; empty where none was written."""
    like: str = ""
    """The workbook whose look it has; such a file has no sheet Conflicts."""
    publish: str = ""
    """Where the matrix for everybody is to go, as long as it has not been written."""
    to_decide: str = ""
    """Where the open decisions stand, to be filled in by hand; empty where none were written."""
    taken: Collection[str] = ()
    """Names that files here have already."""
    everything: bool = False
    """Whether long lists are shown whole."""
