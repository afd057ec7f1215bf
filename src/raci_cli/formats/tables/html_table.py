"""HTML tables inside a text -> Grids, with the merged ranges they declare."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from raci_cli.formats.limits import MAX_HTML_TAGS, too_large
from raci_cli.formats.tables.canvas import Canvas, Cell
from raci_cli.model import Grid

_SPACE = re.compile(r"\s+")
_LINE_TAGS = frozenset({"br", "p", "li", "div"})


def read_html_tables(source: str, path: str, heading: str) -> list[Grid]:
    """Every table of a piece of HTML; a table inside a cell counts as text of that cell.

    Raises:
        NoMatrixError: more tags or cells than any matrix has.
    """
    if source.count("<") > MAX_HTML_TAGS:
        raise too_large(path, f"{MAX_HTML_TAGS:,} HTML tags")
    parser = _TableParser(path, heading)
    parser.feed(source)
    parser.close()
    parser.finish()
    return parser.grids


class _TableParser(HTMLParser):
    """Collects cells of the outermost tables; closing tags may be missing, as HTML allows."""

    def __init__(self, path: str, heading: str) -> None:
        super().__init__(convert_charrefs=True)
        self.grids: list[Grid] = []
        self._path = path
        self._heading = heading
        self._depth = 0
        self._canvas: Canvas | None = None
        self._in_row = False
        self._texts: list[str] | None = None
        self._span = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self._canvas = Canvas(self._path)
        elif self._depth == 1 and tag == "tr":
            self._start_row()
        elif self._depth == 1 and tag in {"td", "th"}:
            self._start_cell(dict(attrs))
        elif tag in _LINE_TAGS and self._texts:
            self._texts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "table" and self._depth:
            self._depth -= 1
            if not self._depth:
                self.finish()
        elif self._depth == 1 and tag in {"td", "th"}:
            self._end_cell()
        elif self._depth == 1 and tag == "tr":
            self._end_row()

    def handle_data(self, data: str) -> None:
        if self._texts is not None:
            self._texts.append(_SPACE.sub(" ", data))

    def finish(self) -> None:
        """Close the table that is open, if any."""
        self._end_row()
        if self._canvas:
            self.grids.append(self._canvas.grid(self._heading))
        self._canvas, self._depth = None, 0

    def _start_row(self) -> None:
        self._end_row()
        if self._canvas:
            self._canvas.start_row()
            self._in_row = True

    def _start_cell(self, attributes: dict[str, str | None]) -> None:
        self._end_cell()
        if not self._in_row:
            self._start_row()
        self._span = (_count(attributes.get("colspan")), _count(attributes.get("rowspan")))
        self._texts = []

    def _end_cell(self) -> None:
        if self._canvas and self._texts is not None:
            lines = "".join(self._texts).split("\n")
            text = "\n".join(line.strip() for line in lines).strip()
            self._canvas.add(Cell(text, *self._span))
        self._texts = None

    def _end_row(self) -> None:
        self._end_cell()
        self._in_row = False


def _count(value: str | None) -> int:
    """How far a cell reaches; what is no sensible number counts as one."""
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 6 else 1
