"""The zip archive inside .xlsx, .xlsm, .xlsb and .ods, unpacked no further than its own word and our limits.

`ZipFile` finds the members; they are inflated here, because its `read` unpacks more than a member claims to hold and
then drops the rest in silence, where calamine would go on reading.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from raci_cli.errors import UnreadableFileError
from raci_cli.formats.limits import MAX_BYTES

_LOCAL_HEADER = 30
_ENCRYPTED = 1
_RAW_DEFLATE = -15


class Archive(NamedTuple):
    """The members of a zip archive; their names are distinct and their claimed sizes within the limit."""

    data: bytes
    path: str
    members: dict[str, zipfile.ZipInfo]

    def part(self, name: str) -> bytes:
        """One member, unpacked; nothing if there is no such member.

        Raises:
            UnreadableFileError: it holds more or less than it claims, or defines XML entities.
        """
        member = self.members.get(name)
        part = _unpacked(self.data, member, self.path) if member else b""
        if (
            b"!" in part and b"<!ENTITY" in part and name.lower().endswith((".xml", ".rels"))
        ):  # one byte is found at once
            raise UnreadableFileError(
                f"{self.path} is not opened: it holds XML that defines entities, which no spreadsheet program writes."
            )
        return part

    def parts(self) -> Iterator[tuple[str, bytes]]:
        """Every member in turn, unpacked."""
        for name in self.members:
            yield name, self.part(name)

    def with_parts(self, changed: dict[str, bytes]) -> bytes:
        """The archive as bytes, with some members replaced."""
        if not changed:
            return self.data
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as file:
            for name, part in self.parts():
                file.writestr(name, changed.get(name, part))
        return target.getvalue()


def open_archive(data: bytes, path: str) -> Archive:
    """The archive in some bytes.

    Raises:
        UnreadableFileError: it is damaged, larger than the limit or packed in a way that no workbook is.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            members = file.infolist()
    except (zipfile.BadZipFile, NotImplementedError, struct.error, ValueError, EOFError) as error:
        raise _damaged(path) from error
    by_name = {member.filename: member for member in members}
    if len(by_name) != len(members) or any(member.flag_bits & _ENCRYPTED for member in members):
        raise _damaged(path)
    if sum(member.file_size for member in members) > MAX_BYTES:
        raise UnreadableFileError(
            f"{path} unpacks to more than {MAX_BYTES // 1_000_000} MB, and no matrix needs that. "
            "Copy the sheet with the matrix into a new workbook."
        )
    return Archive(data, path, by_name)


def _unpacked(data: bytes, member: zipfile.ZipInfo, path: str) -> bytes:
    header = memoryview(data)[member.header_offset :][:_LOCAL_HEADER]
    if len(header) < _LOCAL_HEADER:
        raise _damaged(path)
    start = member.header_offset + _LOCAL_HEADER + sum(struct.unpack_from("<HH", header, 26))
    packed = memoryview(data)[start : start + member.compress_size]
    if member.compress_type == zipfile.ZIP_STORED:
        part, complete = bytes(packed), True
    elif member.compress_type == zipfile.ZIP_DEFLATED:
        part, complete = _inflated(packed, member.file_size, path)
    else:
        raise _damaged(path)
    if not complete or len(part) != member.file_size:
        raise _damaged(path)
    return part


def _inflated(packed: memoryview, size: int, path: str) -> tuple[bytes, bool]:
    """At most one byte more than there should be, and whether that was all."""
    inflater = zlib.decompressobj(_RAW_DEFLATE)
    try:
        return inflater.decompress(packed, size + 1), inflater.eof
    except zlib.error as error:
        raise _damaged(path) from error


def _damaged(path: str) -> UnreadableFileError:
    return UnreadableFileError(
        f"{path} is damaged, perhaps cut short on its way. "
        "Fetch it again, or open it in Excel or LibreOffice and save it."
    )
