"""How names, numbers and places are written in messages."""

from __future__ import annotations

from collections.abc import Sequence

from raci_cli.model import Location, Placed

_LONGEST_NAME = 120
_LONGEST_LIST = 12


def quoted(name: str) -> str:
    """A name out of the sheet, verbatim in quotation marks; cut where it is a whole paragraph."""
    if not name.strip():
        return "(no name)"
    return f"“{name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + '…'}”"


def listed(names: Sequence[str]) -> str:
    """`Trainer, Developer and Project Manager`; from the 13th name on only how many more there are."""
    shown = list(names[:_LONGEST_LIST])
    if len(names) > _LONGEST_LIST:
        shown.append(f"{len(names) - _LONGEST_LIST} more")
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def counted(number: int, one: str, many: str) -> str:
    """`1 role`, `3 roles`."""
    return f"{number} {one if number == 1 else many}"


def choice(letters: str) -> str:
    """`R, A, C or I`."""
    return " or ".join([", ".join(letters[:-1]), letters[-1]] if len(letters) > 1 else letters)


def slashed(letters: str) -> str:
    """Letters as they are written in a workbook: `R/A`."""
    return "/".join(letters)


def spot(item: Placed) -> str:
    """Where on its sheet something stands, after a space: ` in C7`, ` in line 31`; empty where that is not known."""
    place = Location("", row=item.row, column=item.column)
    if place.a1:
        return f" in {place.a1}"
    return f" in line {place.row}" if place.row else ""
