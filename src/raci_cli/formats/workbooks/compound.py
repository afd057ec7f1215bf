"""The container around an old .xls and around everything Office encrypts: a small file system in a file.

Source: [MS-CFB] Compound File Binary File Format, sections 2.2 to 2.6.
"""

from __future__ import annotations

import struct

_FREE = 0xFFFFFFFA  # from here on, sector numbers are marks: free, end of chain, table
_ENTRY = 128
_SHORT_SECTOR = 64
_STREAM, _ROOT = 2, 5
_HEADER_TABLE = 109


class Compound:
    """The streams of a compound file.

    Raises:
        ValueError, struct.error: on construction or reading, when the file is damaged.
    """

    def __init__(self, data: bytes) -> None:
        shift = struct.unpack_from("<H", data, 30)[0]
        if shift not in (9, 12):
            raise ValueError("unknown sector size")
        self._data, self._size = data, 1 << shift
        first_entry, _, self._cutoff, first_short = struct.unpack_from("<4I", data, 48)
        self._next = self._table(self._table_sectors())
        entries = self._chain(first_entry)
        self._streams: dict[str, tuple[int, int]] = {}
        root = 0
        for offset in range(0, len(entries) - _ENTRY + 1, _ENTRY):
            name_length, kind = struct.unpack_from("<HB", entries, offset + 64)
            start, size = struct.unpack_from("<II", entries, offset + 116)
            name = entries[offset : offset + max(name_length - 2, 0)].decode("utf-16-le", errors="replace")
            if kind == _STREAM:
                self._streams[name.lower()] = (start, size)
            elif kind == _ROOT:
                root = start
        self._short_next = _numbers(self._chain(first_short))
        self._short_data = self._chain(root)

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._streams

    def stream(self, name: str) -> bytes:
        """The content of a stream."""
        start, size = self._streams[name.lower()]
        if size >= self._cutoff:
            return self._chain(start)[:size]
        pieces: list[bytes] = []
        for _ in range(size // _SHORT_SECTOR + 1):
            if start >= len(self._short_next):
                break
            pieces.append(self._short_data[start * _SHORT_SECTOR : (start + 1) * _SHORT_SECTOR])
            start = self._short_next[start]
        return b"".join(pieces)[:size]

    def _sector(self, number: int) -> bytes:
        return self._data[(number + 1) * self._size : (number + 2) * self._size]

    def _table_sectors(self) -> list[int]:
        """The sectors of the allocation table: 109 are named in the header, the others in a chain of their own."""
        numbers = list(struct.unpack_from(f"<{_HEADER_TABLE}I", self._data, 76))
        more = struct.unpack_from("<I", self._data, 68)[0]
        for _ in range(len(self._data) // self._size):
            if more >= _FREE:
                break
            *listed, more = _numbers(self._sector(more))
            numbers += listed
        return [number for number in numbers if number < _FREE]

    def _table(self, sectors: list[int]) -> tuple[int, ...]:
        if len(sectors) > len(self._data) // self._size:
            raise ValueError("more tables than sectors")
        return _numbers(b"".join(map(self._sector, sectors)))

    def _chain(self, number: int) -> bytes:
        pieces: list[bytes] = []
        while number < _FREE:
            if number >= len(self._next) or len(pieces) > len(self._next):
                raise ValueError("a chain of sectors leads nowhere")
            pieces.append(self._sector(number))
            number = self._next[number]
        return b"".join(pieces)


def _numbers(table: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(table) // 4}I", table[: len(table) // 4 * 4])
