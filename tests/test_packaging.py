"""What is installed is whole: templates, examples and the command, from a wheel and in a checkout alike."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
WHERE = (
    "import raci_cli, raci_cli.shipped as s; print(raci_cli.__file__, s.shipped('templates'), s.shipped('examples'))"
)
WIDELY_READ = ("plan.xlsx", "plans/emea/plan.xlsx", "plan.xlsm", "plan.xlsb", "plan.xls", "plan.ods", "plan.csv")
NOT_READ = ("~$plan.xlsx", "docs/~$plan.xlsx", "plan.docx", "plan.xlsx.bak", "csv")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-build-isolation", "--no-deps", "--wheel-dir", str(folder), str(ROOT))
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the unpacked wheel; the libraries come from the environment of the tests."""
    folder = tmp_path_factory.mktemp("installed")
    pip("install", "--no-deps", "--no-index", "--target", str(folder), str(wheel))
    return folder


def pip(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "pip", "--quiet", "--quiet", *arguments], check=True)


def python(*arguments: str, cwd: Path, path: Path | None = None) -> str:
    environment = os.environ | ({"PYTHONPATH": str(path)} if path else {})
    run = subprocess.run([sys.executable, *arguments], cwd=cwd, env=environment, capture_output=True, check=True)
    return run.stdout.decode()


def test_an_installed_wheel_finds_what_it_ships(installed: Path, tmp_path: Path) -> None:
    package, templates, examples = python("-c", WHERE, cwd=tmp_path, path=installed).split()

    assert Path(package).is_relative_to(installed)
    assert Path(templates) == installed / "raci_cli" / "templates"
    assert Path(examples) == installed / "raci_cli" / "examples"
    assert any(Path(templates).glob("*.yaml"))
    assert any(Path(examples).glob("*.xlsx"))


def test_a_checkout_finds_what_it_ships(tmp_path: Path) -> None:
    package, templates, examples = python("-c", WHERE, cwd=tmp_path).split()

    assert Path(package).parent == ROOT / "src" / "raci_cli"
    assert (Path(templates), Path(examples)) == (ROOT / "templates", ROOT / "examples")


def test_an_installed_wheel_checks_its_own_example(installed: Path, tmp_path: Path) -> None:
    example = installed / "raci_cli" / "examples" / "small.xlsx"

    printed = python(
        "-m", "raci_cli", "validate", str(example), "--output-format", "json", cwd=tmp_path, path=installed
    )

    assert json.loads(printed)["schema_version"] == 1


def test_an_installed_wheel_lists_its_templates_and_they_are_in_order(installed: Path, tmp_path: Path) -> None:
    templates = str(installed / "raci_cli" / "templates")
    strict = ("--profile", "strict", "--fail-on", "warning")

    listed = python("-m", "raci_cli", "new", "--list", cwd=tmp_path, path=installed)
    python("-m", "raci_cli", "validate", templates, *strict, cwd=tmp_path, path=installed)

    names = [line.split()[0] for line in listed.splitlines() if not line.startswith(" ")]
    assert names == ["enterprise", "handoff-chapters", "mid-market", "smb", "who-does-what"]


def test_a_checkout_lists_its_templates_and_they_are_in_order(tmp_path: Path) -> None:
    listed = python("-m", "raci_cli", "new", "--list", cwd=tmp_path)
    strict = ("--profile", "strict", "--fail-on", "warning")
    python("-m", "raci_cli", "validate", str(ROOT / "templates"), *strict, cwd=tmp_path)

    assert "enterprise" in listed


def test_the_wheel_holds_the_package_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()

    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"raci_cli"}
    assert "raci_cli/py.typed" in names
    assert not [name for name in names if "__pycache__" in name or name.endswith(".pyc")]
    assert [name for name in names if name.endswith("licenses/LICENSE")]


def test_the_wheel_brings_the_command(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (entry,) = (name for name in archive.namelist() if name.endswith("entry_points.txt"))

        assert "raci = raci_cli.__main__:command" in archive.read(entry).decode()


def test_every_dependency_is_locked_to_one_version_and_no_address_is_named() -> None:
    lines = (ROOT / "requirements-dev.txt").read_text("utf-8").splitlines()
    pins = [re.fullmatch(r"([\w.-]+)==[\w.+]+", line) for line in lines if not line.startswith("#")]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = project["project"]["dependencies"] + project["dependency-groups"]["dev"]

    assert all(pins)
    assert {plain(re.split(r"[<>=]", name)[0]) for name in wanted} <= {plain(pin[1]) for pin in pins if pin}


def plain(name: str) -> str:
    """Names of packages are equal whatever their case and hyphens."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_outside_judges_have_exact_versions() -> None:
    judges = json.loads((ROOT / "package.json").read_text("utf-8"))["devDependencies"]

    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in judges.values())


def test_the_pre_commit_hook_takes_the_files_that_raci_reads() -> None:
    text = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    files, exclude = (re.search(rf"^  {key}: (.+)$", text, re.MULTILINE) for key in ("files", "exclude"))
    assert files
    assert exclude

    taken = [
        name for name in (*WIDELY_READ, *NOT_READ) if re.search(files[1], name) and not re.search(exclude[1], name)
    ]

    assert taken == list(WIDELY_READ)
