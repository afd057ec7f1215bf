"""`raci show` for `git diff`: one line for each activity, which depends on nothing but that activity.

A line names its phase, so that a hunk explains itself and a moved activity shows as moved. Holders stand behind their
letter and in alphabetical order, so that inserting or moving a row or a column leaves all other lines alone, and a
change of owner is a change in one place of one line (`git diff --word-diff` shows just the names).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from raci_cli.model import NOTHING, Activity, Matrix
from raci_cli.reports.escape import visible
from raci_cli.reports.outline import outline
from raci_cli.reports.style import Style


def render(matrices: Sequence[Matrix], _style: Style, *, explain: bool = False) -> str:
    """All matrices; what is not an activity stands in lines that begin with `#`. No path: git gives files passing ones.

    Tabs separate the activity from its holders, `R: Trainer`, and these from each other.
    """
    return "\n".join("".join(f"{line}\n" for line in _matrix(matrix, explain=explain)) for matrix in matrices)


def _matrix(matrix: Matrix, *, explain: bool) -> Iterator[str]:
    fields = (
        ("sheet", matrix.source.sheet or ""),
        ("title", matrix.title),
        ("segment", matrix.segment),
        ("strategy", matrix.strategy),
        ("leader", matrix.leader),
        ("date", matrix.date),
        ("version", matrix.version),
        ("scheme", matrix.scheme.name),
        *(("explanation", sentence) for sentence in (matrix.source.explanation if explain else ())),
    )
    yield from (f"# {name}: {visible(value)}" for name, value in fields if value)
    for role in matrix.roles:
        yield f"# role: {visible(' | '.join(filter(None, (role.group, role.label))))}"
    for part in outline(matrix):
        above = [name for name in (part.phase, part.section) if name]
        if not part.activities:
            yield f"# {'section' if part.section else 'phase'}: {visible(' | '.join(above))}"
        for activity in part.activities:
            name = visible(" | ".join(filter(None, (activity.phase, activity.section, activity.name))))
            yield "\t".join((name, *_holders(activity, matrix)))


def _holders(activity: Activity, matrix: Matrix) -> Iterator[str]:
    for letter in matrix.scheme.alphabet + NOTHING:
        if holders := activity.holders(letter):
            yield f"{letter}: {', '.join(sorted(map(visible, matrix.role_labels(holders))))}"
