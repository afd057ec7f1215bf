"""The shared texts of an .xls, however they run on from record to record."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raci_cli.formats.workbooks.xls_texts import shared_sizes

texts = st.lists(st.text(alphabet="ab漢", max_size=40), max_size=12)


def records(shared: list[str], room: int, extra: int) -> list[bytes]:
    """A table of texts in records of about this many bytes, as Excel continues them: `extra` bytes follow each text."""
    done = [struct.pack("<II", len(shared), len(shared))]
    for text in shared:
        head = struct.pack("<HB", len(text), _wide(text) | 4 * bool(extra)) + struct.pack("<I", extra) * bool(extra)
        if len(done[-1]) + len(head) > room:  # a head stays whole
            done.append(b"")
        done[-1] += head
        _add_characters(done, text, room)
        for _ in range(extra):
            if len(done[-1]) >= room:
                done.append(b"")
            done[-1] += b"x"
    return done


def _add_characters(done: list[bytes], text: str, room: int) -> None:
    """A record that goes on with a text begins with how wide its characters are from there."""
    here = max(0, (room - len(done[-1])) // (1 + _wide(text)))
    done[-1] += text[:here].encode("utf-16-le" if _wide(text) else "latin-1")
    if rest := text[here:]:
        done.append(bytes([_wide(rest)]))
        _add_characters(done, rest, room)


def _wide(text: str) -> bool:
    return not text.isascii()


@given(texts, st.integers(12, 90), st.integers(0, 20))
def test_every_text_is_measured(shared: list[str], room: int, extra: int) -> None:
    assert list(shared_sizes(records(shared, room, extra))) == [3 * len(text) for text in shared]


@pytest.mark.parametrize("end", [b"\x05", b"\xff\xff\x00ab", b"\x05\x00\x08"])
def test_a_text_that_ends_before_its_time_is_an_error(end: bytes) -> None:
    with pytest.raises(struct.error):
        list(shared_sizes([bytes(8) + end]))
