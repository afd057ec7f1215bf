"""The baseline: a file that lists findings known already, so that only new ones count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from raci_cli.config.paths import relative
from raci_cli.errors import ConfigError
from raci_cli.model import Check

SCHEMA_VERSION = 1

Known = Mapping[str, Mapping[str, int]]
"""By sheet (the empty string where a file has none), how often each fingerprint occurs."""


class Baseline(NamedTuple):
    """The known findings of many files."""

    path: str
    files: Mapping[str, Known]
    """By the file's path from the baseline's folder, with `/`."""

    def known(self, path: str) -> Known:
        """The known findings of one file."""
        return self.files.get(relative(path, self.path), {})


def baseline_text(checks: Iterable[Check], path: str) -> str:
    """What a baseline at `path` must hold so that all findings of these checks count as known."""
    import json  # noqa: PLC0415 - 4 ms that a call without baseline need not wait

    files: dict[str, dict[str, Counter[str]]] = {}
    for check in checks:
        if check.findings:
            sheets = files.setdefault(relative(check.location.path, path), {})
            counts = sheets.setdefault(check.location.sheet or "", Counter())
            counts.update(finding.fingerprint for finding in check.findings)
    content = {"schema_version": SCHEMA_VERSION, "files": files}
    return json.dumps(content, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def read_baseline(path: str) -> Baseline:
    """Read a baseline.

    Raises:
        ConfigError: it is missing or no baseline.
    """
    import json  # noqa: PLC0415 - 4 ms that a call without baseline need not wait

    try:
        content = json.loads(Path(path).read_bytes())
    except OSError as error:
        raise ConfigError(
            f"{path}: the baseline cannot be read: {error.strerror}. Make one with --write-baseline {path}."
        ) from error
    except (ValueError, RecursionError) as error:
        line = f":{error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise ConfigError(
            f"{path}{line}: this is no baseline: raci did not write this, or it was changed. {_REMEDY}"
        ) from error
    if not _is_baseline(content):
        raise ConfigError(f"{path}: this is no baseline that this version of raci reads. {_REMEDY}")
    return Baseline(path, content["files"])


_REMEDY = "Make a new one with --write-baseline."


def _is_baseline(content: object) -> bool:
    match content:
        case {"schema_version": 1, "files": dict(files)}:
            sheets = [known for known in files.values() if isinstance(known, dict)]
            counts = [count for known in sheets for count in known.values() if isinstance(count, dict)]
            return (
                len(sheets) == len(files)
                and len(counts) == sum(len(known) for known in sheets)
                and all(type(number) is int for count in counts for number in count.values())
            )
    return False
