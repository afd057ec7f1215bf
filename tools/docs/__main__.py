"""Write the generated documentation: `python -m tools.docs`. With `--check` nothing is written; old files are named."""

from __future__ import annotations

import sys

from tools.docs.generated import ROOT, generated, outdated


def main(arguments: list[str]) -> int:
    """Write or check; 1 when something was found to be out of date."""
    if arguments == ["--check"]:
        old = outdated()
        for path in old:
            sys.stderr.write(f"{path.relative_to(ROOT)} is not up to date; run `make docs`.\n")
        return 1 if old else 0
    for path, text in generated().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
