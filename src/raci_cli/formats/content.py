"""What the first bytes of a file say about it, whatever its name is."""

from __future__ import annotations

from enum import Enum, auto

from raci_cli.errors import UnreadableFileError

ZIP = b"PK\x03\x04"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The container of .xls, and of everything that Office encrypts."""

_EMPTY_ZIP = b"PK\x05\x06"
_OTHERS = (
    (b"%PDF", "a PDF", "Export the sheet as .xlsx from where the PDF was made."),
    (b"\x89PNG", "a picture", "Give the workbook that it shows."),
    (b"\xff\xd8\xff", "a picture", "Give the workbook that it shows."),
    (b"GIF8", "a picture", "Give the workbook that it shows."),
    (b"{\\rtf", "a text document (RTF)", "Copy its table into a workbook."),
    (b"\x1f\x8b", "a compressed file (gzip)", "Unpack it first."),
    (b"7z\xbc\xaf", "a compressed file (7z)", "Unpack it first."),
    (b"Rar!", "a compressed file (RAR)", "Unpack it first."),
    (b"\x09\x00\x04\x00", "a workbook of a very old Excel", "Open it in Excel or LibreOffice and save it as .xlsx."),
    (b"\x09\x02\x06\x00", "a workbook of a very old Excel", "Open it in Excel or LibreOffice and save it as .xlsx."),
    (b"\x09\x04\x06\x00", "a workbook of a very old Excel", "Open it in Excel or LibreOffice and save it as .xlsx."),
)
_WEB_PAGE = (b"<!doctype html", b"<html", b"<head", b"<body", b"<table", b"<meta", b"<div", b"<style")
_WIDE_TEXT = (b"\xff\xfe", b"\xfe\xff")
_HEAD = 4096


class Content(Enum):
    """The two kinds of files that can be read."""

    WORKBOOK = auto()
    TEXT = auto()


def look(data: bytes, path: str, *, text_expected: bool) -> Content:
    """Whether this is a workbook or a text; `text_expected` by its name, so that markup at its start is part of it.

    Raises:
        UnreadableFileError: it is neither; the message says what it is.
    """
    if not data or data.isspace():
        raise UnreadableFileError(f"{path} is empty.")
    if data.startswith((ZIP, COMPOUND, _EMPTY_ZIP)):
        return Content.WORKBOOK
    if not data.strip(b"\x00"):
        raise UnreadableFileError(f"{path} is damaged: it holds nothing but zero bytes. Restore it from a backup.")
    for magic, kind, way_out in _OTHERS:
        if data.startswith(magic):
            raise UnreadableFileError(f"{path} is {kind}, not a workbook or a text table. {way_out}")
    if not text_expected:
        _refuse_binary(data[:_HEAD], path)
        _refuse_markup(data[:_HEAD], path)
    return Content.TEXT


def _refuse_binary(head: bytes, path: str) -> None:
    if b"\x00" in head and not head.startswith(_WIDE_TEXT):
        raise UnreadableFileError(f"{path} is not a workbook, or it is damaged. Open it in the program it came from.")


def _refuse_markup(head: bytes, path: str) -> None:
    head = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").lower()
    way_out = "Open it in Excel or LibreOffice and save it as .xlsx."
    if head.startswith(_WEB_PAGE) or (head.startswith(b"<?xml") and b"<html" in head):
        raise UnreadableFileError(f"{path} is a web page saved under the name of a workbook. {way_out}")
    if head.startswith(b"<?xml") and b"urn:schemas-microsoft-com:office:spreadsheet" in head:
        raise UnreadableFileError(f"{path} is an XML spreadsheet of the year 2003. {way_out}")
    if head.startswith(b"<?xml"):
        raise UnreadableFileError(f"{path} is an XML file, not a workbook. {way_out}")
    if head.startswith(b"mime-version:"):
        raise UnreadableFileError(f"{path} is a web archive saved under the name of a workbook. {way_out}")
