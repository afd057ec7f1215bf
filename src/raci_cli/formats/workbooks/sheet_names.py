"""Which part of an .xlsx or .xlsb archive is which sheet; asked only when a message must name one."""

from __future__ import annotations

import posixpath
import struct
from xml.etree import ElementTree as ET

from raci_cli.errors import UnreadableFileError
from raci_cli.formats.workbooks.archive import Archive
from raci_cli.formats.workbooks.xlsb import bundled_sheets

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


def sheet_names(archive: Archive) -> dict[str, str]:
    """The names of the sheets by the archive's parts that hold them.

    Raises:
        UnreadableFileError: the list of sheets is damaged.
    """
    try:
        if "xl/workbook.bin" in archive.members:
            return _joined(archive, "xl/_rels/workbook.bin.rels", bundled_sheets(archive.part("xl/workbook.bin")))
        return _joined(archive, "xl/_rels/workbook.xml.rels", _listed(archive.part("xl/workbook.xml")))
    except (ET.ParseError, struct.error, UnicodeDecodeError) as error:
        raise UnreadableFileError(f"{archive.path} is damaged: its list of sheets cannot be read.") from error


def _listed(xml: bytes) -> dict[str, str]:
    """Names by relation id."""
    return {
        element.get(_RELATION) or element.get(_STRICT_RELATION) or "": element.get("name") or ""
        for element in ET.fromstring(xml).iter()  # noqa: S314 - entities were refused before
        if element.tag.endswith("}sheet")
    }


def _joined(archive: Archive, relations: str, names: dict[str, str]) -> dict[str, str]:
    targets = {
        element.get("Id") or "": posixpath.normpath(posixpath.join("/xl", element.get("Target") or "")).lstrip("/")
        for element in ET.fromstring(archive.part(relations)).iter()  # noqa: S314 - entities were refused before
        if element.tag.endswith("}Relationship")
    }
    return {targets[key]: name for key, name in names.items() if key in targets}
