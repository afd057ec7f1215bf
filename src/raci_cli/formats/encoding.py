"""Bytes of a text file -> text: the encoding is found out, nothing else is changed."""

from __future__ import annotations

import codecs
import re
from itertools import pairwise

from raci_cli.errors import NoMatrixError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before utf-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 65536
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_JUNK_SHARE = 0.1
"""Control characters beyond this share mean that a file is no text."""


def decode(data: bytes, path: str) -> str:
    """The text of a file, without a byte order mark: UTF-8, UTF-16, UTF-32, else the Windows code page it looks like.

    Raises:
        NoMatrixError: the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_strict(data[len(mark) :], encoding), path)
    for guess in (_utf16_without_mark, lambda _: "utf-8", _code_page):
        encoding = guess(data)
        text = _strict(data, encoding) if encoding else None
        if text is not None:
            return _checked(text, path)
    return _checked(None, path)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _checked(text: str | None, path: str) -> str:
    if text is None or len(_CONTROL.findall(text, 0, _SAMPLE)) > _JUNK_SHARE * min(len(text), _SAMPLE):
        raise NoMatrixError(
            f"{path} is not a text file, or it is damaged. Save it again as UTF-8 text, or give the workbook itself."
        )
    return text


def _utf16_without_mark(data: bytes) -> str:
    """Spaces, digits, delimiters and line ends have a zero byte in UTF-16, always on the same side."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(data) % 2 or even + odd < len(sample) / 20 or (even and odd):
        return ""
    return "utf-16-be" if even else "utf-16-le"


def _code_page(data: bytes) -> str:
    """Western text has single accented letters among plain ones; Cyrillic text has whole words of high bytes.

    Counting neighbours does better on tables than a general detector: charset-normalizer 3.5 named the code page of
    one of ten short samples, this of nine.
    """
    sample = data[:_SAMPLE]
    high = sum(byte >= 0xC0 for byte in sample)
    pairs = sum(first >= 0xC0 and second >= 0xC0 for first, second in pairwise(sample))
    return "cp1251" if pairs * 2 > high else "cp1252"
