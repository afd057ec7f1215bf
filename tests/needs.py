"""What some tests need beside Python: a test skips where it is missing, and fails where everything is to be there."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

ROOT = Path(__file__).parent.parent
PROGRAMS = os.pathsep.join([str(ROOT / "node_modules" / ".bin"), os.environ.get("PATH", "")])


def program(name: str) -> str:
    """The path of a program, from npm or the machine."""
    found = shutil.which(name, path=PROGRAMS)
    return found or missing(f"{name} is not installed (.ci/run installs it)")


def corpus() -> Path:
    """The folder with real matrices, which lies beside the repository."""
    folder = ROOT.parent / "shared" / "corpus"
    return folder if folder.is_dir() else missing(f"there is no corpus at {folder}")


def missing(reason: str) -> NoReturn:
    """Skip the test, or fail it where RACI_REQUIRE_ALL says that nothing may be missing."""
    if os.environ.get("RACI_REQUIRE_ALL") == "1":
        pytest.fail(reason)
    pytest.skip(reason)
