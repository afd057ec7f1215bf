"""Build every example workbook: `python -m tools.examples [FOLDER]` (the folder is examples/ if none is given)."""

from __future__ import annotations

import sys
from pathlib import Path

from tools.examples import source, worked
from tools.examples.draw import draw


def build(folder: Path) -> list[Path]:
    """Write every example into the folder and tell what was written."""
    paths = [folder / f"{name}.xlsx" for name in source.names()]
    for path in paths:
        draw(source.load(path.stem), path)
    return [*paths, *worked.build(folder)]


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("examples")
    for written in build(target):
        sys.stdout.write(f"{written}\n")
