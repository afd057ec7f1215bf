"""The other commands, and what all have in common."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import TypeAdapter
from shell import CLEAN, FAULTY, Run, process, write

import raci_cli
from raci_cli.__main__ import main
from raci_cli.reports.escape import visible
from raci_cli.reports.show_document import ShownDocument

TWO_TABLES = """\
# Onboarding

| Activity | Sales | Trainer | Customer |
|---|---|---|---|
| Kickoff meeting | A | R | C |
| Training | I | A | R |

# Renewal

| Activity | Lawyer | Success manager | Buyer |
|---|---|---|---|
| Offer | A/R | I | C |
| Contract | R | I | A |
"""
COMMANDS = ("new", "validate", "show", "convert", "diff", "workshop", "merge", "rules", "schema")


def test_the_version() -> None:
    assert process("--version") == (0, f"raci {raci_cli.__version__}\n", "")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_that_leads_with_an_example(raci: Run, command: str) -> None:
    code, out, err = raci(command, "-h")
    assert (code, err) == (0, "")
    assert f" raci {command} " in out.replace("\n", " ")
    assert command in raci("--help").out
    assert raci(command, "--help").out == out


def test_no_command_and_an_unknown_one_are_usage_errors(raci: Run) -> None:
    assert raci().code == 2
    code, out, err = raci("valdiate", "plan.csv")
    assert (code, out) == (2, "")
    assert err == "error: There is no command 'valdiate'. Did you mean 'validate'? `raci -h` lists them all.\n"
    assert raci("validate").code == 2


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("validate --profle strict x", "`raci validate` has no option '--profle'. Did you mean '--profile'?"),
        ("--nope", "`raci` has no option '--nope'."),
        ("validate -y x", "`raci validate` has no option '-y'."),
        ("validate", "`raci validate` needs a PATH: files, or folders to look through; `-` is standard input."),
        ("show a.xlsx b.xlsx", "`raci show` has no use for b.xlsx."),
        ("validate x --sheet", "--sheet needs a value behind it. `raci validate -h`"),
        ("validate --force=3 x", "--force takes no value."),
    ],
)
def test_a_mistyped_line_is_answered_with_one_calm_sentence(raci: Run, line: str, sentence: str) -> None:
    code, out, err = raci(*line.split())
    assert (code, out) == (2, "")
    assert err.startswith(f"error: {sentence}")
    assert err.count("\n") == 1
    assert err.endswith("-h` tells more.\n")


def test_show_prints_the_matrix(raci: Run) -> None:
    code, out, err = raci("show", write("plan.csv"))
    assert (code, err) == (0, "")
    assert "Kickoff meeting" in out
    assert "Trainer" in out


@pytest.mark.parametrize("name", ["text", "plain", "markdown", "json"])
def test_show_knows_its_output_formats(raci: Run, name: str) -> None:
    code, out, err = raci("show", write("plan.csv"), "--output-format", name)
    assert (code, err) == (0, "")
    assert "Kickoff meeting" in out


def test_show_explains_what_it_recognised(raci: Run) -> None:
    write("plan.csv")
    assert len(raci("show", "plan.csv", "--explain").out) > len(raci("show", "plan.csv").out)


def test_show_explains_why_nothing_was_recognised(raci: Run) -> None:
    code, out, err = raci("show", write("list.csv", "Name,City\nAnna,Oslo\nBen,Rome\n"), "--explain")
    assert (code, out) == (2, "")
    assert "list.csv" in err
    assert "--header-row" in err


def test_show_takes_a_sheet_of_several(raci: Run) -> None:
    write("plan.md", TWO_TABLES)
    both, second = raci("show", "plan.md"), raci("show", "plan.md", "--sheet", "table 2")
    assert "Kickoff meeting" in both.out
    assert "Contract" in both.out
    assert "Kickoff meeting" not in second.out
    code, out, err = raci("show", "plan.md", "--sheet", "table 9")
    assert (code, out) == (2, "")
    assert "table 1" in err


def test_show_reads_settings_and_flags_win(raci: Run) -> None:
    write("plan.csv", "Step,Task,Sales,Trainer\nFirst,Kickoff,A,R\nSecond,Training,R,A\nThird,Support,R,A\n")
    write("raci.yaml", "files: {plan.csv: {activity-column: A}}\n")
    assert [each.name for each in shown(raci)] == ["First", "Second", "Third"]
    assert [each.name for each in shown(raci, "--activity-column", "B")] == ["Kickoff", "Training", "Support"]


def shown(raci: Run, *arguments: str) -> tuple[raci_cli.Activity, ...]:
    write("shown.json", raci("convert", "plan.csv", "--to", "json", *arguments).out)
    return raci_cli.load("shown.json").activities


@pytest.mark.parametrize("suffix", ["yaml", "json", "csv", "md"])
def test_convert_writes_what_reads_back_the_same(raci: Run, suffix: str) -> None:
    write("plan.csv")
    code, out, err = raci("convert", "plan.csv", "-o", f"copy.{suffix}")
    assert (code, out, err) == (0, "", f"wrote copy.{suffix}\n")
    assert letters(f"copy.{suffix}") == letters("plan.csv")


def letters(path: str) -> dict[str, list[str]]:
    return {each.name: [cell.letters for cell in each.assignments] for each in raci_cli.load(path).activities}


def test_convert_writes_to_standard_output(raci: Run) -> None:
    write("plan.csv")
    code, out, err = raci("convert", "plan.csv", "--to", "long-csv")
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "sheet,phase,section,activity,group,role,letters,cell"
    assert raci("convert", "plan.csv", "--to", "long-csv", "-o", "-").out == out
    assert process("convert", "-", "--to", "long-csv", stdin=CLEAN.encode()).code == 0


def test_convert_needs_to_know_the_format(raci: Run) -> None:
    write("plan.csv")
    for arguments, sentence in (
        ([], "--to"),
        (["-o", "-"], "--to"),
        (["--to", "yml"], "Did you mean 'yaml'?"),
        (["-o", "plan.doc"], ".yaml"),
    ):
        code, out, err = raci("convert", "plan.csv", *arguments)
        assert (code, out) == (2, ""), arguments
        assert sentence in err


def test_convert_never_harms_a_file(raci: Run) -> None:
    write("plan.csv")
    Path("link.csv").symlink_to("plan.csv")
    write("other.csv", "precious")
    for output, arguments in (("plan.csv", ["--force"]), ("link.csv", ["--force"]), ("other.csv", [])):
        code, out, err = raci("convert", "plan.csv", "-o", output, *arguments)
        assert (code, out) == (2, ""), output
        assert output in err
    assert Path("plan.csv").read_text(encoding="utf-8") == CLEAN
    assert Path("other.csv").read_text(encoding="utf-8") == "precious"
    assert raci("convert", "plan.csv", "-o", "other.csv", "--force").code == 0
    assert raci("convert", "plan.csv", "-o", "no/such/folder.yaml").code == 2


def test_convert_wants_one_matrix_where_the_format_holds_one(raci: Run) -> None:
    write("plan.md", TWO_TABLES)
    code, out, err = raci("convert", "plan.md", "-o", "plan.yaml")
    assert (code, out) == (2, "")
    assert "table 1" in err
    assert "--sheet" in err
    assert not Path("plan.yaml").exists()
    assert raci("convert", "plan.md", "-o", "plan.yaml", "--sheet", "table 2").code == 0


def test_rules_lists_and_explains(raci: Run) -> None:
    code, out, err = raci("rules")
    assert (code, err) == (0, "")
    assert {"RACI001", "RACI101", "RACI304"} <= set(re.findall(r"RACI\d{3}", out))
    one = raci("rules", "RACI101")
    assert one.code == 0
    assert one.out == raci("rules", "no-accountable").out
    assert json.loads(raci("rules", "RACI101", "--output-format", "json").out)
    unknown = raci("rules", "RACI9999")
    assert (unknown.code, unknown.out) == (2, "")
    assert "raci rules" in unknown.err


@pytest.mark.parametrize("name", ["matrix", "template", "report", "comparison", "agenda", "decisions", "config"])
def test_schema_prints_a_json_schema(raci: Run, name: str) -> None:
    code, out, err = raci("schema", name)
    assert (code, err) == (0, "")
    assert json.loads(out)["$schema"].startswith("https://json-schema.org/")


def test_a_family_lists_its_rules(raci: Run) -> None:
    code, out, _ = raci("rules", "raci3")
    assert code == 0
    assert re.findall(r"RACI\d{3}", out) == ["RACI302", "RACI303", "RACI304"]


def test_an_unknown_schema_is_a_usage_error(raci: Run) -> None:
    code, out, err = raci("schema", "confg")
    assert (code, out) == (2, "")
    assert "Did you mean 'config'?" in err


@pytest.mark.parametrize("command", ["validate", "show", "convert"])
@pytest.mark.parametrize("suffix", ["csv", "xlsx", "xls", "ods", "yaml", "json", "md", "adoc", "exe", ""])
@pytest.mark.parametrize(
    "data", [b"", b"\x00\x01\x02\xff", b"PK\x03\x04", b"{", b"a: [", b"<html>", b"\xff\xfea"], ids=repr
)
def test_whatever_is_in_a_file_ends_in_a_sentence(raci: Run, command: str, suffix: str, data: bytes) -> None:
    Path(f"odd.{suffix}").write_bytes(data)
    code, out, err = raci(command, f"odd.{suffix}", *(["--to", "yaml"] if command == "convert" else []))
    assert (code, out) == (2, "")
    assert err.startswith("error: ")
    assert "bug" not in err


def test_paths_that_are_no_files(raci: Run) -> None:
    Path("folder").mkdir()
    for path, sentence in (("folder", "folder"), ("nothing.csv", "no such file"), ("no/where.csv", "no/where.csv")):
        code, out, err = raci("show", path)
        assert (code, out) == (2, "")
        assert sentence in err
    for path in ("x" * 300, "a\0b", "/dev/zero", "plan.csv/more"):
        for command in ("validate", "show", "convert"):
            code, _, err = raci(command, path, *(["--to", "csv"] if command == "convert" else []))
            assert code == 2
            assert "bug" not in err


def test_interrupting_is_130_and_a_bug_is_3(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("raci_cli.files.read.load", interrupted)
    assert main(["show", "plan.csv"]) == 130
    monkeypatch.setattr("raci_cli.files.read.load", broken)
    assert main(["show", "plan.csv"]) == 3
    err = capsys.readouterr().err
    assert "bug in raci" in err
    assert "RACI_DEBUG=1" in err
    assert "Traceback" not in err
    monkeypatch.setenv("RACI_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main(["show", "plan.csv"])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
@pytest.mark.parametrize(
    "command", ["validate plan.csv", "show plan.csv", "convert plan.csv --to yaml", "rules", "-h", "--version"]
)
def test_a_full_disk_is_a_sentence(command: str) -> None:
    write("plan.csv")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "raci_cli", *command.split()], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert done.stderr.decode() == "error: the result could not be written: No space left on device.\n"


@pytest.mark.skipif(os.name == "nt", reason="a shell of Unix closes the streams")
@pytest.mark.parametrize(("path", "code"), [("plan.csv", 0), ("nowhere.csv", 2)])
def test_closed_streams_leave_the_exit_code(path: str, code: int) -> None:
    write("plan.csv")
    for closed in (">&-", "2>&-", ">&- 2>&-"):
        shell = f"'{sys.executable}' -m raci_cli validate {path} {closed}"
        done = subprocess.run(["/bin/sh", "-c", shell], capture_output=True, check=False)
        assert (done.returncode, b"bug" in done.stderr) == (code, False), closed


def test_start_up_imports_only_what_a_call_needs() -> None:
    write("plan.csv", FAULTY)
    loaded = process("validate", "plan.csv", "--output-format", "concise", env={"PYTHONPROFILEIMPORTTIME": "1"}).err
    imported = {line.rpartition("|")[2].strip() for line in loaded.splitlines() if line.startswith("import time:")}
    assert "raci_cli.rules.catalogue" in imported
    heavy = {"pydantic", "yaml", "rich", "openpyxl", "xlsxwriter", "rapidfuzz", "multiprocessing", "concurrent.futures"}
    assert not imported & heavy


def test_show_gives_one_shape_of_json(raci: Run) -> None:
    write("one.csv")
    write("two.md", TWO_TABLES)
    one, two = (json.loads(raci("show", path, "--output-format", "json").out) for path in ("one.csv", "two.md"))
    for path, shown_, sheets in (("one.csv", one, [None]), ("two.md", two, ["table 1", "table 2"])):
        assert TypeAdapter(ShownDocument).validate_python(shown_)
        assert [(each["path"], each["sheet"], each["explanation"]) for each in shown_["matrices"]] == [
            (path, sheet, []) for sheet in sheets
        ]
    explained = json.loads(raci("show", "one.csv", "--output-format", "json", "--explain").out)["matrices"][0]
    assert any("Roles" in sentence for sentence in explained["explanation"])
    assert explained["matrix"] == json.loads(raci("convert", "one.csv", "--to", "json").out)


def test_show_explains_nothing_in_markdown(raci: Run) -> None:
    code, out, err = raci("show", write("plan.csv"), "--output-format", "markdown", "--explain")
    assert (code, out) == (2, "")
    assert "--explain goes with text, plain and json" in err


def test_rules_give_one_shape_of_json(raci: Run) -> None:
    for arguments, least in (([], 30), (["RACI1"], 5), (["RACI101"], 1)):
        listed = json.loads(raci("rules", "--output-format", "json", *arguments).out)
        assert listed["schema_version"] == 1
        assert len(listed["rules"]) >= least
        assert "RACI101" in [rule["code"] for rule in listed["rules"]]


def test_an_ending_that_tells_no_format_leads_to_the_option_where_there_is_one(raci: Run) -> None:
    assert "--to: xlsx, long-csv" in raci("convert", write("plan.csv"), "-o", "plan.txt").err
    assert "--to" not in raci("new", "--segment", "smb", "-o", "plan.txt").err


@pytest.mark.parametrize("name", ["gone\x1b[31m\n::error::x.csv", "prose\x1b[31m\n##[error]x.csv"])
def test_names_of_files_are_no_orders_to_the_terminal(raci: Run, name: str) -> None:
    write("prose\x1b[31m\n##[error]x.csv", "nothing here\n")
    for command in ("validate", "show", "diff"):
        outcome = raci(command, name)
        assert outcome.code == 2
        assert outcome.err.count("\n") == 1
        assert "\x1b" not in outcome.err
        assert not re.search(r"::error|##\[", outcome.err)
    outcome = raci("convert", write("plan.csv"), "-o", f"{name}.yaml")
    assert outcome.err == f"wrote {visible(name)}.yaml\n"


def test_convert_says_what_long_csv_has_no_line_for(raci: Run) -> None:
    write("plan.csv", "Activity,Sales,Trainer,Customer\nKickoff meeting,A,R,\nTraining,,,\nSupport,A,R,\n")
    outcome = raci("convert", "plan.csv", "--to", "long-csv")
    assert outcome.out.count("\n") == 5
    assert outcome.err.startswith("note: 1 activity and 1 role without letters stand in no line.")
    assert not raci("convert", write("full.csv"), "--to", "long-csv").err


def test_letters_that_were_left_out_are_told(raci: Run) -> None:
    """By show below the matrix, by convert beside it."""
    says = "Column D holds 3 letters, but has no heading, so it was left out."
    write("plan.csv", "Activity,Lead,Desk,\nKickoff,A,R,I\nImport,R,A,I\nTraining,A,R,C\n")
    assert f"Note: {says}" in raci("show", "plan.csv").out
    assert raci("convert", "plan.csv", "--to", "csv").err == f"note: plan.csv: {says}\n"
    assert raci("validate", "plan.csv", "--select", "RACI012").code == 1
