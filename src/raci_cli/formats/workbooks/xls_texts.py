"""How long the shared texts of an .xls are: each is kept once, and one may run on from a record into the next.

Source: [MS-XLS] 2.4.265 (SST) and 2.5.293 (XLUnicodeRichExtendedString).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

_HEAD = struct.Struct("<HB")
_WIDE, _EXTENDED, _RICH = 0x01, 0x04, 0x08
_COUNTS = 8
"""Bytes before the first text."""
_WIDEST = 3
"""Bytes of a character in UTF-8."""
_RUN = 4
"""Bytes of each run of characters that look alike."""


def shared_sizes(records: Sequence[bytes]) -> Iterator[int]:
    """The bytes that each text in a table of shared texts takes at most: one record, and those that continue it.

    Raises:
        struct.error: a text ends before its time.
    """
    pieces = _Pieces(records)
    pieces.skip(_COUNTS)
    while pieces.are_left():
        length, flags = _HEAD.unpack(pieces.take(_HEAD.size))
        runs = struct.unpack("<H", pieces.take(2))[0] if flags & _RICH else 0
        extra = struct.unpack("<I", pieces.take(4))[0] if flags & _EXTENDED else 0
        pieces.skip_characters(length, wide=bool(flags & _WIDE))
        pieces.skip(runs * _RUN + extra)
        yield length * _WIDEST


class _Pieces:
    """The content of some records, read from the first to the last."""

    def __init__(self, records: Sequence[bytes]) -> None:
        self._records = list(records[::-1])
        self._here, self._at = b"", 0

    def are_left(self) -> bool:
        """Whether anything comes, perhaps in the next record."""
        while self._records and self._at >= len(self._here):
            self._here, self._at = self._records.pop(), self._at - len(self._here)
        return self._at < len(self._here)

    def take(self, size: int) -> bytes:
        """The next bytes of one record; fewer at its end."""
        self._at += size
        return self._here[self._at - size : self._at]

    def skip(self, size: int) -> None:
        """Go on behind some bytes, of which any may stand in the next record."""
        self._at += size

    def skip_characters(self, length: int, *, wide: bool) -> None:
        """Go on behind some characters; a record that continues them begins with how wide they are from there."""
        while length:
            here = min(length, (len(self._here) - self._at) // (1 + wide))
            length -= here
            self._at += here * (1 + wide)
            if length and not self._records:
                raise struct.error("a text without end")
            if length:
                self._here, self._at = self._records.pop(), 1
                wide = bool(self._here[:1] and self._here[0] & _WIDE)
