"""A matrix from a pipe table, so that a test shows its whole input.

    title: Customer success
    Activity                 | Sales: Account Manager | CRM (automated)
    # Onboarding
    Kickoff meeting          | R/A                    | i
    ## Training
    Grant access (four eyes) | (A)                    | -

Lines `key: value` before the heading set a field of the matrix, its `scheme` by name, `sheet: hidden`, or
`outside: rows 5 to 7` for rows of two letters each below the matrix. In headings,
`Group: Role` and `(automated)`; after an activity, `(four eyes)` or `(moment of truth)`; `#` begins a phase and `##` a
section. Cells hold letters, `-` for an explicit "no part", or anything else, which becomes a remark as it does when a
workbook is read. The address of a cell is its place in the table: the heading is row 1, activities stand in column A.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from raci_cli.model import (
    NOTHING,
    Activity,
    Assignment,
    Check,
    Matrix,
    Outside,
    Phase,
    Remark,
    RemarkKind,
    Role,
    Scheme,
    Section,
    Source,
)
from raci_cli.model.schemes import SCHEMES

_SETTING = re.compile(r"(title|segment|strategy|leader|date|scheme|sheet|outside): (.*)")
_LOOKALIKES = str.maketrans("АВСІЅРΑΙΡ", "ABCISPAIP")  # Cyrillic and Greek


def matrix(table: str, *, scheme: Scheme | None = None, path: str = "plan.xlsx", sheet: str | None = "RACI") -> Matrix:
    """The matrix that a pipe table shows; the module tells how it is written."""
    lines = textwrap.dedent(table).strip("\n").splitlines()
    settings: dict[str, str] = {}
    while match := _SETTING.fullmatch(lines[0].strip()):
        settings[match[1]] = match[2]
        lines.pop(0)
    scheme = scheme or SCHEMES[settings.pop("scheme", "raci")]
    hidden = settings.pop("sheet", "") == "hidden"
    roles = tuple(_roles(lines[0]))
    activities, phases, remarks = _body(lines[1:], scheme)
    rows = [int(number) for number in re.findall(r"\d+", settings.pop("outside", ""))]
    outside = (Outside(rows[0], 2, rows[-1], 2 * (rows[-1] - rows[0] + 1)),) if rows else ()
    source = Source(path, sheet, "grid", hidden, remarks, outside=outside)
    return Matrix(roles, activities, scheme, phases, source=source, **settings)


def codes(result: Check) -> list[str]:
    """The findings of a check, each as cell and code: `A3 RACI101`."""
    return [f"{finding.location.a1} {finding.code}".strip() for finding in result.findings]


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


def _roles(heading: str) -> Iterator[Role]:
    known: Counter[str] = Counter()
    for column, cell in enumerate(_cells(heading)[1:], start=2):
        text, automated = _flag(cell, "(automated)")
        group, _, name = text.rpartition(": ")
        known[name] += 1
        key = f"{name} ({known[name]})" if known[name] > 1 else ""
        yield Role(name, group, automated, key, row=1, column=column)


def _body(lines: list[str], scheme: Scheme) -> tuple[tuple[Activity, ...], tuple[Phase, ...], tuple[Remark, ...]]:
    activities: list[Activity] = []
    phases: list[Phase] = []
    remarks: list[Remark] = []
    phase = section = ""
    for row, line in enumerate(lines, start=2):
        if line.startswith("## "):
            section = line[3:].strip()
            phases[-1] = replace(phases[-1], sections=(*phases[-1].sections, Section(section, row=row, column=1)))
        elif line.startswith("# "):
            phase, section = line[2:].strip(), ""
            phases.append(Phase(phase, row=row, column=1))
        elif line.strip():
            text, *cells = _cells(line)
            text, four_eyes = _flag(text, "(four eyes)")
            name, moment = _flag(text, "(moment of truth)")
            assignments = []
            for role, cell in enumerate(cells):
                letters, kind = _read(cell, scheme)
                if letters:
                    assignments.append(Assignment(role, letters, row, role + 2))
                if kind:
                    remarks.append(Remark(kind, cell, letters, len(activities), role, row, role + 2))
            activities.append(
                Activity(
                    name,
                    tuple(assignments),
                    phase,
                    section,
                    moment_of_truth="It decides." if moment else "",
                    four_eyes=four_eyes,
                    row=row,
                    column=1,
                )
            )
    return tuple(activities), tuple(phases), tuple(remarks)


def _flag(text: str, flag: str) -> tuple[str, bool]:
    return text.removesuffix(flag).strip(), text.endswith(flag)


def _read(cell: str, scheme: Scheme) -> tuple[str, RemarkKind | None]:
    """The letters of a cell, and what there is to say about it: a small reader of its own, independent of ours."""
    if cell in ("", NOTHING):
        return cell, None
    latin = unicodedata.normalize("NFKC", cell).translate(_LOOKALIKES)
    letters = re.sub(r"[\s/,()?]", "", latin).upper()
    if not letters or not set(letters) <= set(scheme.alphabet):
        return "", RemarkKind.UNKNOWN
    if latin != cell:
        return scheme.ordered(letters), RemarkKind.LOOKALIKE
    tidy = re.fullmatch(r"[A-Z](/?[A-Z])*", cell)
    return scheme.ordered(letters), None if tidy else RemarkKind.UNTIDY
