"""Write requirements-dev.txt: the newest versions that fit pyproject.toml, as a fresh environment got them."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

HEADER = (
    "# Exact versions of everything a developer needs, written by `make lock`; pyproject.toml says what is asked for.\n"
)


def lock() -> str:
    """The lines of the lock file, one `name==version` each."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder) / ("Scripts" if sys.platform == "win32" else "bin") / "python"
        _pip(python, "install", "--upgrade", "pip")
        _pip(python, "install", "--group", "dev", "--editable", ".")
        return HEADER + _pip(python, "freeze", "--exclude-editable")


def _pip(python: Path, *arguments: str) -> str:
    command = [str(python), "-m", "pip", "--quiet", "--quiet", "--no-input", "--disable-pip-version-check", *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603 - our own words


if __name__ == "__main__":
    Path("requirements-dev.txt").write_text(lock(), encoding="utf-8")
