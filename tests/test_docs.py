"""The documentation tells what is: its links lead somewhere, its outputs are what the commands print today."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tools.docs.generated import outdated

ROOT = Path(__file__).parent.parent
PAGES = [*sorted(ROOT.glob("*.md")), ROOT / "examples" / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
ADDRESS = re.compile(r"https?://[^\s\"')>]+")


def test_everything_generated_is_up_to_date() -> None:
    assert outdated() == [], "run `make docs`"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_to_files_and_headings_that_are_there(page: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8"))

    assert [link for link in links if not ADDRESS.match(link) and not leads_somewhere(page, link)] == []


def leads_somewhere(page: Path, link: str) -> bool:
    name, _, heading = link.partition("#")
    target = (page.parent / name).resolve() if name else page
    return target.exists() and (not heading or heading in anchors(target))


def anchors(page: Path) -> set[str]:
    """The names of a page's headings, as forges make them: small letters, hyphens for blanks, no punctuation."""
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("picture", sorted((ROOT / "docs" / "images").glob("*.svg")), ids=lambda picture: picture.name)
def test_a_picture_loads_nothing_from_elsewhere(picture: Path) -> None:
    text = picture.read_text("utf-8")

    assert set(ADDRESS.findall(text)) == {"http://www.w3.org/2000/svg"}
    assert not re.search(r"@import|@font-face|url\((?!#)", text)


def test_every_command_is_documented() -> None:
    help_text = subprocess.run(
        [sys.executable, "-m", "raci_cli", "--help"],
        env={"TERM": "dumb", "NO_COLOR": "1", "COLUMNS": "100"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    commands = re.findall(r"^[│ ] (\w+)  ", help_text, re.MULTILINE)
    documentation = "\n".join(page.read_text("utf-8") for page in PAGES)

    assert "validate" in commands
    assert [command for command in commands if f"raci {command}" not in documentation] == []


def test_every_makefile_target_is_explained() -> None:
    targets = re.search(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    explained = (ROOT / "DEVELOPERS.md").read_text("utf-8")
    assert targets

    assert [target for target in targets[1].split() if f"`make {target}`" not in explained] == []
