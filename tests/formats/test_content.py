"""What a file is, its content says; what is no matrix file gets one clear sentence."""

from __future__ import annotations

import pytest
from books import FOUR_CELLS, compound, ods, ods_row, xls, xlsb, xlsx, zipped

from raci_cli.errors import NoMatrixError, RaciError, UnreadableFileError
from raci_cli.formats import SUFFIXES, read
from raci_cli.model import Grid

TEXTS = [["Activity", "Lead"], ["Kickoff", "R"]]
BY_PLACE = {(row, column): text for row, texts in enumerate(TEXTS) for column, text in enumerate(texts)}
WORKBOOKS = {
    "plan.xlsx": xlsx(FOUR_CELLS),
    "plan.xlsm": xlsx(FOUR_CELLS),
    "plan.xlsb": xlsb(BY_PLACE),
    "plan.xls": xls(BY_PLACE),
    "plan.ods": ods("".join(ods_row(*texts) for texts in TEXTS)),
}


def texts(data: bytes, path: str) -> list[list[str]]:
    content = read(data, path)
    assert isinstance(content, tuple)
    (grid,) = content
    assert isinstance(grid, Grid)
    return [list(row) for row in grid.rows]


def refusal(data: bytes, path: str) -> str:
    with pytest.raises(RaciError) as caught:
        read(data, path)
    return str(caught.value)


@pytest.mark.parametrize("data", [b"", bytes(5000), b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", bytes(range(256)) * 20])
@pytest.mark.parametrize(("name", "kind"), [("plan.csv", NoMatrixError), ("plan.xlsx", UnreadableFileError)])
def test_what_is_no_text_is_no_matrix_and_what_is_no_workbook_is_damaged(
    data: bytes, name: str, kind: type[RaciError]
) -> None:
    """In a folder the former is passed over; the latter may be somebody's lost work."""
    with pytest.raises(kind):
        read(data, name)


@pytest.mark.parametrize("name", WORKBOOKS)
def test_every_kind_of_workbook_is_read(name: str) -> None:
    assert texts(WORKBOOKS[name], name) == TEXTS


@pytest.mark.parametrize("name", WORKBOOKS)
@pytest.mark.parametrize("wrong", ["plan.xlsx", "plan.xls", "plan.ods", "plan.csv", "plan.md", "stdin", "plan.dat"])
def test_a_workbook_is_read_under_any_name(name: str, wrong: str) -> None:
    assert texts(WORKBOOKS[name], wrong) == TEXTS


def test_text_under_the_name_of_a_workbook_is_read() -> None:
    assert texts(b"Activity\tLead\nKickoff\tR\n", "export.xls") == TEXTS
    assert texts("Activity\tLead\nKickoff\tR\n".encode("utf-16"), "export.xls") == TEXTS


@pytest.mark.parametrize(
    "text",
    [
        "Activity,Lead\nKickoff,R\n",
        "| Activity | Lead |\n|---|---|\n| Kickoff | R |\n",
        "|===\n|Activity |Lead\n\n|Kickoff |R\n|===",
    ],
)
def test_standard_input_has_no_suffix_and_is_recognised(text: str) -> None:
    assert texts(text.encode(), "stdin") == TEXTS


@pytest.mark.parametrize("data", [b"", b"\n", b" \r\n\t"])
@pytest.mark.parametrize("name", ["plan.xlsx", "plan.xls", "plan.csv", "plan.md", "plan.yaml", "plan.json", "stdin"])
def test_an_empty_file_is_called_empty(data: bytes, name: str) -> None:
    assert refusal(data, name) == f"{name} is empty."


def test_an_unknown_suffix_is_answered_with_those_that_are_read() -> None:
    message = refusal(b"Activity,Lead\n", "plan.pages")
    assert message.startswith("plan.pages: raci does not read .pages files.")
    assert all(suffix in message for suffix in SUFFIXES)


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (
            b"<html><body><table><tr><td>R</td></tr></table></body></html>",
            "plan.xls",
            "a web page saved under the name",
        ),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE HTML><p>", "plan.xlsx", "a web page saved under the name"),
        ("<HTML><table>".encode("utf-16"), "plan.xls", "a web page saved under the name"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "plan.xls", "a web archive"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "plan.xls", "2003"),
        (b'<?xml version="1.0"?><plan/>', "plan.xlsx", "an XML file"),
        (b"%PDF-1.7\n", "plan.xlsx", "a PDF"),
        (b"\x89PNG\r\n\x1a\n", "plan.xlsx", "a picture"),
        (b"\xff\xd8\xff\xe0", "plan.xlsx", "a picture"),
        (b"{\\rtf1", "plan.xls", "a text document"),
        (b"\x1f\x8b\x08", "plan.xlsx.gz", "a compressed file"),
        (bytes(5000), "plan.xlsx", "nothing but zero bytes"),
        (bytes(range(256)) * 20, "plan.xlsx", "is not a workbook, or it is damaged"),
        (zipped({"word/document.xml": "<w/>"}), "plan.docx", "a Word document"),
        (zipped({"word/document.xml": "<w/>"}), "plan.xlsx", "a Word document"),
        (zipped({"ppt/presentation.xml": "<p/>"}), "plan.xlsx", "a PowerPoint presentation"),
        (zipped({"Index/Document.iwa": b"1"}), "plan.xlsx", "an Apple Numbers"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "plan.ods", "no spreadsheet"),
        (zipped({"notes.txt": "R"}), "plan.xlsx", "a zip archive without a workbook"),
        (zipped({}), "plan.xlsx", "a zip archive without a workbook"),
        (compound({"WordDocument": b"R"}), "plan.xls", "an old Office file, but no workbook"),
    ],
)
def test_what_is_no_workbook_is_called_by_its_name(data: bytes, name: str, expected: str) -> None:
    message = refusal(data, name)
    assert message.startswith(name)
    assert expected in message


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (compound({"EncryptionInfo": b"\x04\x00", "EncryptedPackage": b"secret"}), "plan.xlsx"),
        (xls({(0, 0): "R"}, protected=True), "plan.xls"),
        (ods("", more={"META-INF/manifest.xml": "<manifest:encryption-data/>"}), "plan.ods"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "encrypted-package": b"1"}), "plan.ods"),
    ],
)
def test_a_protected_workbook_is_refused_with_the_way_out(data: bytes, name: str) -> None:
    assert refusal(data, name) == f"{name} is password-protected: save a copy without the password."


@pytest.mark.parametrize("name", WORKBOOKS)
@pytest.mark.parametrize("share", [0.02, 0.3, 0.6])
def test_a_workbook_cut_short_is_called_damaged(name: str, share: float) -> None:
    data = WORKBOOKS[name][: int(len(WORKBOOKS[name]) * share)]
    assert "damaged" in refusal(data, name)


def test_the_walk_considers_every_kind_that_is_read() -> None:
    assert {
        *(".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv"),
        *(".md", ".markdown", ".adoc", ".asciidoc", ".yaml", ".yml", ".json"),
    } == SUFFIXES
