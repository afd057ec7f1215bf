"""raci: read, check and keep RACI responsibility matrices in spreadsheet files."""

__version__ = "0.1.0"
