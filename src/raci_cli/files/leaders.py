"""What the copies of a comparison are called: by their leaders, else by their files."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from raci_cli.suggest import quoted

_WORD = re.compile(r"[^\W_]+")


def leader_names(
    copies: Sequence[tuple[str, str]], given: Mapping[str, str] | None = None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A different name for each copy (path, leader in its title block), and notes about names that were ambiguous.

    `given` names win, by path. Where several copies name one leader, they are called by their files; what is still
    equal then is numbered.
    """
    given = given or {}
    files = _file_names([path for path, _ in copies])
    wanted = [given.get(path) or _tidy(leader) or file for (path, leader), file in zip(copies, files, strict=True)]
    times = Counter(map(_fold, wanted))
    names = [
        file if times[_fold(name)] > 1 and path not in given else name
        for (path, _), name, file in zip(copies, wanted, files, strict=True)
    ]
    return tuple(_numbered(names)), tuple(_notes(wanted, names))


def _notes(wanted: Sequence[str], names: Sequence[str]) -> Iterable[str]:
    """One note for each leader whose name could not be used."""
    dropped = [name for name, used in zip(wanted, names, strict=True) if name != used]
    leaders = {_fold(name): name for name in dropped}
    for fold, leader in leaders.items():
        count = sum(_fold(name) == fold for name in wanted)
        yield f"{count} copies say {quoted(leader)} filled them in: they are called by their files; --as names them."


def _tidy(name: str) -> str:
    return " ".join(name.split())


def _fold(name: str) -> str:
    return _tidy(name).casefold()


def _file_names(paths: Sequence[str]) -> list[str]:
    """Each file's name without the words that all begin or end with; with its folders where names alone are equal.

    Whole where a mere number would be left of one: `copy 1` is a name for people, `1` is not.
    """
    stems = [_WORD.findall(Path(path).stem) for path in paths]
    if len(set(map(tuple, stems))) < len(stems):
        stems = [_WORD.findall(str(Path(path).with_suffix(""))) for path in paths]
    first, last = _shared(stems), _shared([words[::-1] for words in stems])
    short = [words[first : len(words) - last] for words in stems]
    if len(stems) == 1 or any(all(map(str.isdigit, words)) for words in short):
        short = stems
    return [" ".join(words) or path for words, path in zip(short, paths, strict=True)]


def _shared(lists: Sequence[Sequence[str]]) -> int:
    """How many first words all have in common."""
    shared = 0
    for words in zip(*lists, strict=False):
        if len({word.casefold() for word in words}) > 1:
            break
        shared += 1
    return shared


def _numbered(names: Sequence[str]) -> Iterable[str]:
    """The names, with a number behind what is there already."""
    taken: set[str] = set()
    for name in names:
        number, different = 1, name
        while _fold(different) in taken:
            number += 1
            different = f"{name} ({number})"
        taken.add(_fold(different))
        yield different
