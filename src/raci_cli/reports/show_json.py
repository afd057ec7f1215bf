"""`raci show` for programs: always one object. `show_document` says what each field means."""

from __future__ import annotations

import json
from collections.abc import Sequence

from raci_cli.formats.document.writing import document_of
from raci_cli.model import Matrix
from raci_cli.reports.escape import json_text
from raci_cli.reports.style import Style


def render(matrices: Sequence[Matrix], _style: Style, *, explain: bool = False) -> str:
    """All matrices with where they stand; if asked for, each with the explanation of how it was read."""
    shown = {"schema_version": 1, "matrices": [_matrix(matrix, explain=explain) for matrix in matrices]}
    return json_text(json.dumps(shown, ensure_ascii=False, indent=2)) + "\n"


def _matrix(matrix: Matrix, *, explain: bool) -> dict[str, object]:
    return {
        "path": matrix.source.path,
        "sheet": matrix.source.sheet,
        "explanation": list(matrix.source.explanation) if explain else [],
        "matrix": document_of(matrix),
    }
