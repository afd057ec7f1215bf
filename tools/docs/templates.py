"""What docs/templates.md tells from the templates themselves: their sizes, where they differ, what was completed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from raci_cli.files.read import load_template
from raci_cli.model import Activity, Matrix
from raci_cli.segments import Template
from raci_cli.shipped import shipped
from tools.examples.source import load

SEGMENTS = ("enterprise", "mid-market", "smb")
PUBLISHED = {"enterprise": "enterprise", "handoff-chapters": "chapters"}
"""Templates that begin from a published chart, and the example that holds its facts, faults included."""

Cell = tuple[str, str]
"""A role and its letters."""


class Completion(NamedTuple):
    """An activity of a published chart that the template says otherwise."""

    phase: str
    activity: str
    published: str
    """The letters from left to right."""
    here: str
    what: str


def template(name: str) -> Template:
    """One that comes with raci."""
    return load_template(str(shipped("templates") / f"{name}.yaml"))


def completions(name: str) -> Iterator[Completion]:
    """Every activity of a published chart whose letters are not the template's, in order."""
    matrix = template(name).matrix
    for phase, activity, letters in _published(PUBLISHED[name]):
        here = next(each for each in matrix.activities if (each.phase, each.name) == (phase, activity))
        cells = _cells(here, matrix)
        if [_sorted(text) for text in letters] != [_sorted(text) for _, text in cells]:
            yield Completion(
                phase,
                activity,
                _line(letters),
                _line([text for _, text in cells]),
                "; ".join(_changes(list(letters), cells)),
            )


def completions_table(name: str) -> str:
    """All completions of a template as a Markdown table."""
    lines = ["| phase | activity | published | here | what is different |", "|---|---|---|---|---|"]
    lines += [f"| {' | '.join(completion)} |" for completion in completions(name)]
    return "\n".join(lines)


def owners_table() -> str:
    """The activities that all segments have and not all give to the same role, with who answers for them in each."""
    matrices = [template(name).matrix for name in SEGMENTS]
    lines = [f"| activity | {' | '.join(SEGMENTS)} |", f"|---|{'---|' * len(SEGMENTS)}"]
    for activity in matrices[0].activities:
        owners = [_owner(activity.id, matrix) for matrix in matrices]
        if all(owners) and len(set(owners)) == len(owners):
            lines.append(f"| {activity.name} | {' | '.join(owners)} |")
    return "\n".join(lines)


def moments_table() -> str:
    """The moments of truth of each template."""
    lines = ["| template | moment of truth | why |", "|---|---|---|"]
    for name in (*SEGMENTS, "handoff-chapters"):
        moments = (activity for activity in template(name).matrix.activities if activity.moment_of_truth)
        lines += [f"| {name} | {activity.name} | {activity.moment_of_truth} |" for activity in moments]
    return "\n".join(lines)


def _published(example: str) -> Iterator[tuple[str, str, Sequence[str]]]:
    """Phase, activity and letters from left to right."""
    facts = load(example)
    phase = ""
    for line in facts.lines:
        if line.kind == "phase":
            phase = line.name
        elif line.kind == "activity":
            yield phase, line.name, [line.letters[role] for role, _ in facts.roles if role in line.letters]


def _cells(activity: Activity, matrix: Matrix) -> list[Cell]:
    return [(matrix.roles[cell.role].label, cell.letters) for cell in activity.assignments]


def _owner(identity: str, matrix: Matrix) -> str:
    activity = next((each for each in matrix.activities if each.id == identity), None)
    holders = matrix.role_labels(activity.holders(matrix.scheme.accountable)) if activity else []
    return holders[0] if holders else ""


def _sorted(letters: str) -> str:
    return "".join(sorted(letters))


def _line(letters: Sequence[str]) -> str:
    return " ".join("/".join(sorted(text, reverse=True)) for text in letters)


def _changes(published: Sequence[str], cells: Sequence[Cell]) -> Iterator[str]:
    """In words; letters that stand in the same order are the same ones."""
    pairs = _paired(published, cells)
    taken = {number for number, _ in pairs}
    left = [letter for number, letter in enumerate(published) if number not in taken]
    kept = {cell: published[number] for number, cell in pairs}
    for index, (role, letters) in enumerate(cells):
        if index in kept:
            for letter in set(letters) - set(kept[index]):
                yield f"{role} is also {letter}"
        elif left:
            yield f"{role} is {letters} instead of {left.pop(0)}"
        else:
            yield f"{role} is {letters}"
    yield from (f"{letter} is left out" for letter in left)


def _paired(published: Sequence[str], cells: Sequence[Cell]) -> list[tuple[int, int]]:
    """The longest run of published letters that the cells hold in the same order, as pairs of indexes."""
    best: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for number in range(len(published), -1, -1):
        for index in range(len(cells), -1, -1):
            if number == len(published) or index == len(cells):
                best[number, index] = []
                continue
            options = [best[number + 1, index], best[number, index + 1]]
            if set(published[number]) <= set(cells[index][1]):
                options.append([(number, index), *best[number + 1, index + 1]])
            best[number, index] = max(options, key=len)
    return best[0, 0]
