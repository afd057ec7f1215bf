"""What every generated file should hold, by its path."""

from __future__ import annotations

from pathlib import Path

from cogapp import Cog

from tools.docs import rules
from tools.docs.picture import COMMANDS, picture
from tools.docs.shown import output

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


def generated() -> dict[Path, str]:
    """Every generated file with the text that it should hold now."""
    texts = {DOCS / "rules" / name: text for name, text in rules.pages().items()}
    texts |= {DOCS / "images" / f"{name}.svg": picture(command) for name, command in COMMANDS.items()}
    texts[ROOT / "templates" / "schema" / "template.json"] = output("raci schema template")
    return texts | {path: _with_outputs(path) for path in _written_by_hand()}


def outdated() -> list[Path]:
    """The files that are missing, hold something else, or describe a rule that is no more."""
    texts = generated()
    gone = [path for path in (DOCS / "rules").glob("*.md") if path not in texts]
    return gone + [path for path, text in texts.items() if not path.exists() or path.read_text("utf-8") != text]


def _written_by_hand() -> list[Path]:
    """Pages of prose; what commands print stands in them between marks."""
    return [ROOT / "README.md", ROOT / "examples" / "README.md", *sorted(DOCS.glob("*.md"))]


def _with_outputs(path: Path) -> str:
    text: str = Cog().process_string(path.read_text("utf-8"), path.name)
    return text
