"""A template document of ours -> Layer: what it says, with the lines, before anything is put together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from raci_cli.errors import UnreadableFileError
from raci_cli.formats.document.assembly import (
    activity_of,
    blocks,
    check_shape,
    items_of,
    phases_of,
    roles_of,
    scheme_of,
    spots_of,
)
from raci_cli.formats.document.layer import (
    Cell,
    Change,
    Layer,
    Lettering,
    Mention,
    Names,
    Order,
    Renaming,
    Renamings,
)
from raci_cli.formats.document.outline import Block
from raci_cli.formats.document.shape import TEMPLATE, flag, text
from raci_cli.model import Excuse

_FACTS = ("title", "segment", "strategy", "leader", "date", "version", "for_whom")
_FLAGS = frozenset({"four_eyes", "automated"})


def layered(root: Block, path: str) -> Layer:
    """The layer of a document.

    Raises:
        UnreadableFileError: the document does not fit the form, or contradicts itself.
    """
    check_shape(root, path, TEMPLATE)
    spots = list(spots_of(root))
    return Layer(
        path=path,
        name=PurePath(path).stem,
        extends=Mention(text(root, "extends"), root.lines["extends"]) if text(root, "extends") else None,
        abstract=flag(root, "abstract"),
        facts={name: text(root, name) for name in _FACTS if text(root, name)},
        scheme=scheme_of(root, path) if root.get("scheme") else None,
        scheme_line=root.lines.get("scheme", 0),
        roles=roles_of(root, path),
        phases=phases_of(spots),
        activities=tuple(
            (activity_of(block, spot, line), tuple(_cells(block.get("letters"))))
            for spot in spots
            for block, line in blocks(spot.block, "activities")
        ),
        does=tuple((Mention(role, line), str(duty)) for role, duty, line in _pairs(root, "does")),
        drop=_drop(_block(root, "drop")),
        rename=_rename(_block(root, "rename")),
        before=tuple(Order(Mention(name, line), str(other)) for name, other, line in _pairs(root, "before")),
        change=tuple(Change(Mention(name, line), _fields(own)) for name, own, line in _pairs(root, "change")),
        letters=tuple(
            Lettering(Mention(name, line), tuple(_cells(own))) for name, own, line in _pairs(root, "letters")
        ),
        excused=tuple(_excuses(root, path)),
    )


def _block(root: Block, key: str) -> Block:
    value = root.get(key)
    return value if isinstance(value, Block) else Block()


def _pairs(root: Block, key: str) -> Iterator[tuple[str, object, int]]:
    """What stands under a key, with the lines."""
    block = _block(root, key)
    for name, value in block.items():
        yield name, value, block.lines[name]


def _cells(letters: object) -> Iterator[Cell]:
    if isinstance(letters, Block):
        for role, written in letters.items():
            yield Cell(role, str(written or ""), letters.lines[role])


def _drop(block: Block) -> Names:
    def mentions(key: str) -> tuple[Mention, ...]:
        items = items_of(block, key)
        return tuple(Mention(str(name), line) for name, line in zip(items, items.lines, strict=True))

    return Names(*(mentions(key) for key in Names._fields))


def _rename(block: Block) -> Renamings:
    def renamings(key: str) -> tuple[Renaming, ...]:
        return tuple(Renaming(Mention(old, line), str(new)) for old, new, line in _pairs(block, key))

    return Renamings(*(renamings(key) for key in Renamings._fields))


def _fields(change: object) -> dict[str, str | bool]:
    """As the model has them: what is taken away is empty or false there."""
    block = change if isinstance(change, Block) else Block()
    return {name: flag(block, name) if name in _FLAGS else text(block, name) for name in block}


def _excuses(root: Block, path: str) -> Iterator[Excuse]:
    for block, line in blocks(root, "excused"):
        about = text(block, "activity"), text(block, "role")
        excuse = Excuse(text(block, "code"), text(block, "reason"), *about, line)
        if not any(about) or not excuse.reason.strip():
            raise UnreadableFileError(
                f"{path}:{line}: an excuse names an activity or a role, and the reason why the finding is all right."
            )
        yield excuse
