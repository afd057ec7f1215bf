"""Workbooks (.xlsx, .xlsm, .xlsb, .xls, .ods): what must be checked before calamine may read them, and the reader."""

from raci_cli.formats.workbooks.reader import read

__all__ = ["read"]
