"""The sheet that tells people what the letters mean and how to fill the matrix in."""

from __future__ import annotations

from collections.abc import Mapping

from raci_cli.model import Matrix, Scheme
from raci_cli.workbook import form
from raci_cli.workbook.book import Book
from raci_cli.workbook.guidance import candidate, checking, parts_of, steps
from raci_cli.workbook.page import Page
from raci_cli.workbook.palette import letter_colours

_NAME = "Legend & instructions"
_WIDTHS = (28, 24, 20, 94)


def add(book: Book, matrix: Matrix, duties: Mapping[str, str]) -> None:
    """Add the legend of a matrix."""
    page = Page(book.add_sheet(_NAME, form.LEGEND), _WIDTHS)
    page.title(_NAME)
    _write_letters(page, matrix.scheme)
    page.chapter("Five steps")
    for number, text in enumerate(steps(matrix.scheme), start=1):
        page.told(f"Step {number}", text)
    page.chapter("What the check says")
    for verdict, meaning in checking(matrix.scheme):
        page.told(verdict, meaning)
    _write_moments(page, matrix)
    _write_duties(page, matrix, duties)


def _write_letters(page: Page, scheme: Scheme) -> None:
    page.chapter("What the letters mean")
    page.headings([*form.LETTER_HEADINGS, "A good candidate"])
    colours = letter_colours(scheme)
    for letter, meaning in scheme.letters:
        page.row([letter, meaning, ", ".join(parts_of(letter, scheme)), candidate(letter, scheme)])
        look = page.sheet.book.variant("table letter", bg_color=colours[letter].fill, font_color=colours[letter].ink)
        page.sheet.write_string(page.next_row - 1, 0, letter, look)
    page.row([form.SCHEME, scheme.name])
    if scheme.note:
        page.told(form.NOTE, scheme.note)


def _write_moments(page: Page, matrix: Matrix) -> None:
    moments = [activity for activity in matrix.activities if activity.moment_of_truth]
    if moments:
        page.chapter(f"{form.SIGN} Moments of truth: the few activities that decide the relationship")
    for activity in moments:
        page.told(activity.name, activity.moment_of_truth)


def _write_duties(page: Page, matrix: Matrix, duties: Mapping[str, str]) -> None:
    told = [(role, duties[role.label]) for role in matrix.roles if duties.get(role.label)]
    if told:
        page.chapter("What the roles do")
        page.headings(["Role", "Group", "", "What it does"])
    for role, duty in told:
        page.row([role.name, role.group, "software" if role.automated else "", duty])
