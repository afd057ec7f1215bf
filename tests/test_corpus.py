"""Reading real matrices, measured: the floor rises as recognition improves, and never falls."""

from __future__ import annotations

import re
import subprocess
import sys

from needs import corpus

LEAST_EXACT = 68
"""Files read exactly: every activity, role and letter."""
LEAST_F1 = 0.999
LEAST_PHASES = 0.99


def test_real_matrices_are_read_as_well_as_before() -> None:
    folder = corpus()
    done = subprocess.run(
        [
            *(sys.executable, folder / "score.py", "--files", folder / "files", "--truth", folder / "truth"),
            *("--list", folder / "truth" / "dev.txt"),
            *("--command", f"{sys.executable} -m raci_cli convert {{file}} --to long-csv"),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    summary = done.stdout.splitlines()[-1]
    found = re.search(r"exact (\d+)/(\d+) .*micro F1 ([\d.]+), not readable 0, phase (\d+)/(\d+)", summary)
    assert found, summary
    exact, files, f1, phases, triples = (float(number) for number in found.groups())
    assert exact >= LEAST_EXACT, done.stdout
    assert files >= LEAST_EXACT
    assert f1 >= LEAST_F1
    assert phases >= LEAST_PHASES * triples
