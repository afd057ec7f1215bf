"""Where templates are: by their names in one or several folders."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from raci_cli.errors import UnreadableFileError, UsageError
from raci_cli.formats import SUFFIXES
from raci_cli.suggest import did_you_mean, quoted


def names_in(folders: Iterable[Path], suffixes: frozenset[str] = SUFFIXES) -> dict[str, Path]:
    """The templates of some folders by name, in order; of two with one name the first counts.

    Raises:
        UnreadableFileError: a folder is missing or may not be looked into.
    """
    found: dict[str, Path] = {}
    for folder in folders:
        try:
            entries = sorted(folder.iterdir())
        except OSError as error:
            raise UnreadableFileError(f"{folder}: the templates there cannot be read: {error.strerror}.") from error
        for path in entries:
            if path.suffix.lower() in suffixes and not path.name.startswith((".", "~$")) and path.is_file():
                found.setdefault(path.stem, path)
    return found


def located(name: str, folders: Iterable[Path]) -> Path:
    """The file of the template with a name.

    Raises:
        UsageError: there is none; the message suggests the nearest.
        UnreadableFileError: a folder is missing or may not be looked into.
    """
    known = names_in(folders)
    by_fold = {each.casefold(): path for each, path in known.items()}
    if path := known.get(name) or by_fold.get(name.casefold()):
        return path
    raise UsageError(f"There is no template {quoted(name)}.{did_you_mean(name, known)}")
