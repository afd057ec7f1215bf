"""What was typed -> what is meant, or a sentence with the nearest word that exists."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from raci_cli.errors import UsageError
from raci_cli.suggest import quoted

if TYPE_CHECKING:
    from raci_cli.config import Choices
    from raci_cli.layouts.overrides import Overrides


def choose_by_suffix(option: str, path: str, by_suffix: dict[str, str]) -> str:
    """The format that a file's ending stands for.

    Raises:
        UsageError: it stands for none.
    """
    suffix = Path(path).suffix.lower()
    if suffix in by_suffix:
        return by_suffix[suffix]
    raise UsageError(f"{path}: name the format with {option}, or use one of the endings {', '.join(by_suffix)}.")


def number(option: str, value: str) -> int:
    """A whole number from 1 to a billion; nothing is 0.

    Raises:
        UsageError: it is something else.
    """
    if not value:
        return 0
    if not re.fullmatch("[1-9][0-9]{0,8}", value):
        raise UsageError(f"{option} takes a whole number from 1 on, not {quoted(value)}.")
    return int(value)


def codes(options: Iterable[str]) -> tuple[str, ...]:
    """The rules that `--select` or `--ignore` name, with commas or several times.

    Raises:
        UsageError: one of them does not exist.
    """
    named = tuple(code for option in options for code in option.replace(",", " ").split())
    if named:
        from raci_cli.rules.catalogue import matching

        for code in named:
            matching(code)
    return named


def overrides(sheet: str, layout: str, header_row: str, activity_column: str, scheme: str) -> Overrides:
    """How the options of one run say that a sheet is to be read.

    Raises:
        UsageError: a layout, or a row or column of this name, does not exist.
    """
    from raci_cli.config import choose, column
    from raci_cli.layouts.overrides import LAYOUTS, Overrides

    return Overrides(
        sheet=sheet,
        layout=choose("--layout", layout, LAYOUTS) if layout else "",
        header_row=number("--header-row", header_row),
        activity_column=column("--activity-column", activity_column),
        scheme=scheme,
    )


def choices(
    read_as: Overrides, *, profile: str = "", select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> Choices:
    """What the options of one run ask for.

    Raises:
        UsageError: a profile or rule does not exist.
    """
    from raci_cli.config import Choices, choose
    from raci_cli.rules.settings import Profile

    return Choices(
        profile=Profile(choose("--profile", profile, [each.value for each in Profile])) if profile else None,
        select=codes(select),
        ignore=codes(ignore),
        overrides=read_as,
    )
