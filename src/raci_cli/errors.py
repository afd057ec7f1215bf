"""What can stop raci: every message is a sentence that names the place and the way out."""

from __future__ import annotations


class RaciError(Exception):
    """Something raci could not do. The command line prints the message and exits with 2.

    The first argument is the sentence; further ones are told below it, each on a line of its own.
    """

    def __str__(self) -> str:
        return "\n- ".join(map(str, self.args))


class UnreadableFileError(RaciError):
    """A file is missing, damaged, protected, too large or of a kind that raci does not read."""


class NoMatrixError(RaciError):
    """A file was read, and no sheet or table in it is a responsibility matrix."""


class UsageError(RaciError):
    """A sheet, rule, format or setting that does not exist was asked for."""


class ConfigError(RaciError):
    """raci.yaml (or a file given with --config) cannot be used as it is."""


class ComparisonError(RaciError):
    """Copies cannot be compared: too few, of different schemes, or with nothing in common."""


class OutputError(RaciError):
    """A result could not be written, or would have replaced a file without being told to."""
