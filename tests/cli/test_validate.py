"""`raci validate`: what comes out where, and with which exit code."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from shell import CLEAN, FAULTY, UNFINISHED, Run, process, write


def codes(out: str) -> list[str]:
    """Code and cell of each finding in a JSON report."""
    return [f"{each['code']} {each['cell']}" for each in findings(out)]


def checked(out: str) -> list[str]:
    return [check["path"] for check in json.loads(out)["matrices"]]


def findings(out: str) -> list[dict[str, str]]:
    return [finding for check in json.loads(out)["matrices"] for finding in check["findings"]]


def test_a_clean_file_is_fine(raci: Run) -> None:
    code, out, err = raci("validate", write("plan.csv"))
    assert (code, err) == (0, "")
    assert "all in order" in out


def test_a_finding_is_answered_with_1_on_standard_output(raci: Run) -> None:
    code, out, err = raci("validate", write("plan.csv", FAULTY))
    assert (code, err) == (1, "")
    assert "RACI101" in out


@pytest.mark.parametrize(("fail_on", "expected"), [("error", 0), ("warning", 0), ("info", 1), ("never", 0)])
def test_fail_on_draws_the_line(raci: Run, fail_on: str, expected: int) -> None:
    only_a_remark = write("plan.csv")
    assert raci("validate", only_a_remark, "--fail-on", fail_on).code == expected


def test_never_fails_not_even_on_errors(raci: Run) -> None:
    assert raci("validate", write("plan.csv", FAULTY), "--fail-on", "never").code == 0


def test_every_output_format_comes_out_on_standard_output(raci: Run) -> None:
    write("plan.csv", FAULTY)
    for name in ("text", "concise", "json", "github", "sarif", "junit", "markdown"):
        code, out, err = raci("validate", "plan.csv", "--output-format", name)
        assert (code, err) == (1, ""), name
        assert "RACI101" in out, name


def test_select_and_ignore_take_codes_names_families_and_commas(raci: Run) -> None:
    write("plan.csv", UNFINISHED)

    def found(*arguments: str) -> list[str]:
        return codes(raci("validate", "plan.csv", "--output-format", "json", *arguments).out)

    assert found("--select", "RACI100,RACI205") == ["RACI205 D1", "RACI100 A3"]
    assert found("--select", "RACI100", "--select", "role-only-watches") == ["RACI205 D1", "RACI100 A3"]
    assert found("--select", "RACI1,RACI2", "--ignore", "RACI205,RACI110") == ["RACI100 A3"]


def test_the_profile_decides_what_is_an_error(raci: Run) -> None:
    write("plan.csv", UNFINISHED)
    assert raci("validate", "plan.csv").code == 1
    assert raci("validate", "plan.csv", "--profile", "draft").code == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--profile", "strikt"], "Did you mean 'strict'?"),
        (["--output-format", "jason"], "Did you mean 'json'?"),
        (["--fail-on", "erorr"], "Did you mean 'error'?"),
        (["--layout", "gird"], "Did you mean 'grid'?"),
        (["--select", "RACI9"], "RACI9"),
        (["--activity-column", "1"], "--activity-column takes the name of a column, such as B, not '1'."),
        (["--activity-column", "XFE"], "--activity-column takes the name of a column"),
        (["--activity-column", "b1"], "--activity-column takes the name of a column"),
        (["--activity-column", "XFD"], "Column XFD cannot hold the activities: the last column of plan.csv is D."),
        (["--activity-column", "aa"], "Column AA cannot hold the activities"),
        (["--header-row", "99"], "Row 99 cannot hold the headings: the last row of plan.csv is 3."),
        (["--header-row", "0"], "--header-row takes a whole number from 1 on, not '0'."),
        (["--header-row", "9" * 5000], "--header-row takes a whole number"),
        (["--jobs", "-3"], "--jobs takes a whole number from 1 on, not '-3'."),
        (["--ignore", "no-acountable"], "no-accountable"),
        (["--color", "red"], "--color takes auto, always, never"),
        (["-o", "report.doc"], ".sarif"),
        (["--jobs", "many"], "--jobs"),
        (["--sheet", "Nowhere"], "Nowhere"),
        (["--no-such-option"], "--no-such-option"),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, list) else "",
)
def test_what_does_not_exist_is_a_usage_error_with_a_way_out(raci: Run, arguments: list[str], sentence: str) -> None:
    write("plan.csv")
    code, out, err = raci("validate", "plan.csv", *arguments)
    assert (code, out) == (2, "")
    assert sentence in err


def test_one_bad_file_among_fifty_stops_none_of_the_others(raci: Run) -> None:
    for number in range(49):
        write(f"plans/plan{number:02}.csv", FAULTY)
    Path("plans/plan20b.xlsx").write_bytes(b"PK\x03\x04 and nothing more")
    code, out, err = raci("validate", "plans", "--output-format", "json")
    assert code == 2
    assert len(checked(out)) == 49
    assert "plan20b.xlsx" in err
    assert [failure["path"] for failure in json.loads(out)["failures"]] == [str(Path("plans/plan20b.xlsx"))]


def test_a_missing_file_does_not_stop_the_others(raci: Run) -> None:
    write("plan.csv", FAULTY)
    code, out, err = raci("validate", "plna.csv", "plan.csv")
    assert code == 2
    assert "RACI101" in out
    assert "Did you mean 'plan.csv'?" in err


def test_any_number_of_jobs_gives_the_same_report(raci: Run) -> None:
    for number in range(20):
        write(f"plans/plan{number:02}.csv", FAULTY if number % 3 else CLEAN)
    write("plans/broken.yaml", "roles: [")
    reports = [
        raci("validate", "plans", "--output-format", "json", "--jobs", jobs) for jobs in ("1", "2", "3", "99999")
    ]
    assert len(checked(reports[0].out)) == 20
    assert all(report == reports[0] for report in reports)


def test_a_repository_with_other_files_is_fine(raci: Run) -> None:
    write("README.md", "# Project\n\n| Command | Does |\n|---|---|\n| make | builds |\n")
    write("package.json", '{"name": "project", "dependencies": {"left-pad": "1.0.0"}}')
    write("mkdocs.yml", "site_name: docs\nemoji: !!python/name:material.emoji\n")
    write("tsconfig.json", '{\n  // strict\n  "strict": true,\n}')
    write("node_modules/pkg/plan.csv", FAULTY)
    write(".hidden/plan.csv", FAULTY)
    write(".plan.csv", FAULTY)
    write("~$plan.xlsx", "a lock file of Excel")
    write("deep/er/plan.csv")
    code, out, err = raci("validate", ".", "-v")
    assert (code, err) == (0, "")
    assert "all in order" in out
    assert "README.md" in out


def test_a_folder_without_a_matrix_is_trouble(raci: Run) -> None:
    Path("empty").mkdir()
    code, out, err = raci("validate", "empty")
    assert (code, out) == (2, "")
    assert "No matrix was found in empty" in err
    write("empty/README.md", "# Nothing\n")
    assert "1 file" in raci("validate", "empty").err


def test_a_file_named_by_hand_must_hold_a_matrix(raci: Run) -> None:
    write("README.md", "# Nothing\n")
    write("plan.csv")
    assert raci("validate", ".").code == 0
    code, _, err = raci("validate", ".", "README.md")
    assert code == 2
    assert "README.md" in err


def test_standard_input(raci: Run) -> None:
    code, out, err = process("validate", "-", "--output-format", "concise", stdin=FAULTY.encode())
    assert (code, err) == (1, "")
    assert "RACI101" in out
    named = process(
        "validate", "-", "--stdin-filename", "plans/x.csv", "--output-format", "concise", stdin=FAULTY.encode()
    )
    assert "plans/x.csv:A2: RACI101" in named.out
    empty = process("validate", "-")
    assert (empty.code, empty.out) == (2, "")
    assert raci("validate", "--help").code == 0


def test_output_goes_to_a_file_in_the_format_of_its_ending(raci: Run, folder: Path) -> None:
    write("plan.csv", FAULTY)
    code, out, err = raci("validate", "plan.csv", "-o", "report.json")
    assert (code, out, err) == (1, "", "wrote report.json\n")
    assert codes((folder / "report.json").read_text(encoding="utf-8"))[-1] == "RACI101 A2"


def test_a_file_is_replaced_only_when_told_so(raci: Run, folder: Path) -> None:
    write("plan.csv", FAULTY)
    report = folder / "report.txt"
    report.write_text("precious", encoding="utf-8")
    report.chmod(0o640)
    code, _, err = raci("validate", "plan.csv", "-o", "report.txt")
    assert code == 2
    assert "--force" in err
    assert report.read_text(encoding="utf-8") == "precious"
    assert raci("validate", "plan.csv", "-o", "report.txt", "--force").code == 1
    assert "RACI101" in report.read_text(encoding="utf-8")
    assert stat.S_IMODE(report.stat().st_mode) == 0o640


def test_a_report_never_replaces_what_raci_reads(raci: Run, folder: Path) -> None:
    write("folder/plan.csv")
    write("plan.md", "| Activity | Sales | Trainer |\n|---|---|---|\n| Kickoff | A | R |\n| Training | A | R |\n")
    write("raci.yaml", "baseline: known.json\n")
    write("known.json", '{"schema_version": 1, "files": {}}')
    (folder / "link.md").symlink_to("plan.md")
    before = {path: path.read_bytes() for path in folder.rglob("*.*")}
    for source, target in (
        ("plan.md", "plan.md"),
        ("plan.md", "link.md"),
        ("folder", "folder/plan.csv"),
        (".", str(folder / "folder/plan.csv")),
        (".", "raci.yaml"),
        ("plan.md", "known.json"),
        (".", "known.json"),
    ):
        code, out, err = raci("validate", source, "-o", target, "--force", "--output-format", "text")
        assert (code, out) == (2, ""), target
        assert err.startswith(f"error: {target} is a file that raci reads"), target
    assert raci("validate", "plan.md", "--write-baseline", "plan.md", "--force").code == 2
    assert raci("convert", "plan.md", "-o", "raci.yaml", "--force").code == 2
    assert {path: path.read_bytes() for path in folder.rglob("*.*")} == before


def test_standard_input_is_not_replaced_either(folder: Path) -> None:
    write("plan.csv")
    with (folder / "plan.csv").open() as stdin:
        done = subprocess.run(
            [sys.executable, "-m", "raci_cli", "validate", "-", "-o", "plan.csv", "--force", "--output-format", "text"],
            stdin=stdin,
            check=False,
        )
    assert done.returncode == 2
    assert (folder / "plan.csv").read_text(encoding="utf-8") == CLEAN


@pytest.mark.parametrize("name", ["report.json", "report.md", "report.txt"])
def test_earlier_results_in_the_folder_may_be_replaced(raci: Run, name: str) -> None:
    write("plan.csv", FAULTY)
    for _ in range(3):
        assert raci("validate", ".", "-o", name, "--force").code == 1
        assert raci("validate", ".", "--write-baseline", "known.json", "--force").code == 0


def test_github_also_writes_the_step_summary(raci: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = folder / "summary.md"
    summary.write_text("# Before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    write("plan.csv", FAULTY)
    code, out, _ = raci("validate", "plan.csv", "--output-format", "github")
    assert code == 1
    assert "\n::error title=raci (RACI101),file=plan.csv::" in out
    assert summary.read_text(encoding="utf-8").startswith("# Before\n")
    assert "RACI101" in summary.read_text(encoding="utf-8")


def test_a_step_summary_that_cannot_be_written_is_no_reason_to_fail(raci: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "no/such/folder")
    code, _, err = raci("validate", write("plan.csv"), "--output-format", "github")
    assert code == 0
    assert "no/such/folder" in err


def test_a_baseline_leaves_only_what_is_new(raci: Run) -> None:
    write("plans/plan.csv", FAULTY)
    code, out, err = raci("validate", "plans", "--write-baseline", "known.json")
    assert (code, out) == (0, "")
    assert "known.json" in err
    assert raci("validate", "plans", "--baseline", "known.json").code == 0
    write("plans/plan.csv", FAULTY + "Go-live,,R,\n")
    after = raci("validate", "plans", "--baseline", "known.json", "--output-format", "json", "--select", "RACI101")
    assert (after.code, codes(after.out)) == (1, ["RACI101 A4"])


def test_a_baseline_that_is_none_is_trouble(raci: Run) -> None:
    write("plan.csv")
    for name, text in (
        ("missing.json", None),
        ("wrong.json", "[]"),
        ("broken.json", "{"),
        ("odd.json", '{"files": 1}'),
    ):
        if text is not None:
            write(name, text)
        code, out, err = raci("validate", "plan.csv", "--baseline", name)
        assert (code, out) == (2, ""), name
        assert name in err
        assert "--write-baseline" in err


def test_a_baseline_is_not_written_over_another_file_unless_told_so(raci: Run) -> None:
    write("plan.csv", FAULTY)
    write("known.json", "precious")
    assert raci("validate", "plan.csv", "--write-baseline", "known.json").code == 2
    assert Path("known.json").read_text(encoding="utf-8") == "precious"
    assert raci("validate", "plan.csv", "--write-baseline", "known.json", "--force").code == 0


def test_the_environment_sets_options_that_flags_overrule(raci: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("plan.csv", UNFINISHED)
    monkeypatch.setenv("RACI_PROFILE", "draft")
    monkeypatch.setenv("RACI_OUTPUT_FORMAT", "concise")
    assert raci("validate", "plan.csv").code == 0
    assert "\nplan.csv:A3: RACI100 error" in raci("validate", "plan.csv", "--profile", "standard").out


@pytest.mark.parametrize(
    ("variable", "value", "says"),
    [
        ("RACI_PROFILE", "strikt", ("The environment variable RACI_PROFILE takes standard", "?")),
        ("RACI_FAIL_ON", "bad", ("The environment variable RACI_FAIL_ON takes error", "'bad'.")),
        ("RACI_JOBS", "many", ("The environment variable RACI_JOBS takes a whole number", "'many'.")),
        ("RACI_OUTPUT_FORMAT", "xml", ("The environment variable RACI_OUTPUT_FORMAT takes text", ".")),
        (
            "RACI_SELECT",
            "RACI101,RACI9",
            ("There is no rule 'RACI9'.", "The environment variable RACI_SELECT asks for it."),
        ),
        ("RACI_IGNORE", "foo", ("There is no rule 'foo'.", "The environment variable RACI_IGNORE asks for it.")),
        ("RACI_BASELINE", "old.json", ("old.json: ", "The environment variable RACI_BASELINE asks for it.")),
        ("RACI_CONFIG", "own.yaml", ("own.yaml: ", "The environment variable RACI_CONFIG asks for it.")),
    ],
)
def test_a_wrong_variable_of_the_environment_is_named(
    raci: Run, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, says: tuple[str, str]
) -> None:
    """It was blamed on an option that nobody had typed."""
    write("plan.csv")
    monkeypatch.setenv(variable, value)
    code, _, err = raci("validate", "plan.csv")
    assert code == 2
    assert err.startswith(f"error: {says[0]}")
    assert err.endswith(f"{says[1]}\n")


def test_a_wrong_option_is_not_blamed_on_the_environment(raci: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RACI_PROFILE", "draft")
    err = raci("validate", write("plan.csv"), "--profile", "strikt").err
    assert err.startswith("error: --profile takes standard")


def test_quiet_gives_findings_and_no_summary(raci: Run) -> None:
    assert raci("validate", write("plan.csv"), "-q").out == ""
    assert "% in order" not in raci("validate", write("bad.csv", FAULTY), "--quiet").out


def test_colour_only_when_asked_for(raci: Run) -> None:
    write("plan.csv", FAULTY)
    assert "\x1b" not in raci("validate", "plan.csv").out
    assert "\x1b" in raci("validate", "plan.csv", "--color", "always").out


def test_text_that_the_terminal_cannot_show_is_spelled_out() -> None:
    write("plan.csv", FAULTY.replace("Kickoff", "Größe 🚀"))
    code, out, err = process("validate", "plan.csv", env={"PYTHONIOENCODING": "ascii"})
    assert (code, err) == (1, "")
    assert "Gr\\xf6\\xdfe \\U0001f680" in out
    for name in ("json", "concise", "markdown", "github", "sarif", "junit"):
        machine = process("validate", "plan.csv", "--output-format", name, env={"PYTHONIOENCODING": "ascii"})
        assert "Größe 🚀 meeting" in machine.out


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437", "utf-8"])
def test_a_table_stays_a_table_in_every_encoding(encoding: str) -> None:
    environment = {"PYTHONIOENCODING": encoding}
    command = [sys.executable, "-m", "raci_cli", "show", write("plan.csv", CLEAN)]
    done = subprocess.run(command, capture_output=True, check=True, env={**os.environ, **environment})
    text = done.stdout.decode(encoding)
    assert "\\u" not in text
    assert re.search(r"Training +[|│]I +", text)


def test_the_nearest_raci_yaml_counts_for_each_file(raci: Run) -> None:
    write("raci.yaml", "files:\n  templates/*:\n    profile: draft\n")
    write("templates/plan.csv", UNFINISHED)
    assert raci("validate", ".").code == 0
    write("agreed/plan.csv", UNFINISHED)
    assert raci("validate", ".").code == 1
    write("agreed/raci.yaml", "ignore: {RACI100: later}\n")
    assert raci("validate", ".").code == 0
    assert raci("validate", ".", "--isolated").code == 1
    assert raci("validate", ".", "--config", "agreed/raci.yaml").code == 0


def test_a_broken_raci_yaml_is_trouble_before_anything_is_read(raci: Run) -> None:
    write("plan.csv", FAULTY)
    write("raci.yaml", "profile: strict\nprofile: draft\n")
    code, out, err = raci("validate", "plan.csv")
    assert (code, out) == (2, "")
    assert err.startswith("error: raci.yaml:2: ")
    missing = raci("validate", "plan.csv", "--config", "nowhere.yaml")
    assert (missing.code, missing.out) == (2, "")
    assert "nowhere.yaml" in missing.err


def test_an_expired_suppression_is_reported(raci: Run) -> None:
    write("plan.csv", FAULTY)
    suppression = "suppressions:\n  - {{code: RACI101, activity: Kickoff meeting, reason: soon, until: {}}}\n"
    write("raci.yaml", suppression.format("2999-12-31"))
    assert raci("validate", "plan.csv").code == 0
    write("raci.yaml", suppression.format("2001-01-01"))
    code, out, _ = raci("validate", "plan.csv")
    assert code == 1
    assert "2001-01-01" in out
    write("plan.csv", CLEAN)
    code, out, _ = raci("validate", "plan.csv")
    assert code == 0
    assert "for “Kickoff meeting”, which ended on 2001-01-01, excused nothing" in " ".join(out.split())


def test_nobody_reading_on_is_no_error() -> None:
    import subprocess  # noqa: PLC0415 - a pipe that is closed needs the shell
    import sys  # noqa: PLC0415

    for number in range(60):
        write(f"plans/plan{number}.csv", FAULTY)
    command = f"'{sys.executable}' -m raci_cli validate plans --output-format concise | head -n 1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, check=False)
    assert done.stderr == b""
    assert done.stdout.count(b"\n") == 1


def headline(out: str) -> str:
    """The line of the summary, from any format for people."""
    return next(
        line.strip("*.") for line in out.splitlines() if "activit" in line and ":" in line and "sheet" not in line
    )


def test_the_summary_names_files_that_could_not_be_checked(raci: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("plans/good.csv", CLEAN)
    Path("plans/bad.xlsx").write_bytes(b"PK\x03\x04 and nothing more")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    said = "2 activities: all in order, 1 file could not be checked"
    assert headline(raci("validate", "plans").out) == said
    assert headline(raci("validate", "plans", "--output-format", "markdown").out) == said
    assert json.loads(raci("validate", "plans", "--output-format", "json").out)["summary"]["headline"] == said
    raci("validate", "plans", "--output-format", "github")
    assert headline(Path("summary.md").read_text(encoding="utf-8")) == said


def test_a_matrix_without_activities_is_not_in_order(raci: Run) -> None:
    code, out, _ = raci("validate", write("plan.yaml", "roles: [{name: Trainer}]\nactivities: []\n"))
    assert code == 0
    assert "no activities yet, so nothing could be checked" in out
    assert "in order" not in out
    write("good.csv", CLEAN)
    assert headline(raci("validate", ".").out) == "2 activities: all in order, 1 matrix without activities"


@pytest.mark.parametrize(
    ("legend", "unchecked"),
    [
        ("R: Reviewer\nA: Author\nI: Informed", "who is accountable and who is responsible"),
        ("R: Responsible\nA: Assistant\nI: Informed", "who is accountable"),
    ],
)
def test_what_no_letter_says_is_not_called_in_order(raci: Run, legend: str, unchecked: str) -> None:
    write("plan.csv", f"Activity,Lead,Desk,Legal\nPlan,A,R,I\nBuild,R,A,I\nShip,R,,A\n\n{legend}\n")
    for name in ("text", "markdown", "json"):
        out = raci("validate", "plan.csv", "--output-format", name).out
        assert f"3 activities: no errors; not checked: {unchecked}" in out, name
        assert "all in order" not in out
    assert "100 % without errors" in raci("validate", "plan.csv").out


def test_rules_left_out_do_not_put_activities_in_order(raci: Run) -> None:
    write("plan.csv", FAULTY)
    for arguments in (["--ignore", "RACI101"], ["--select", "RACI2"]):
        code, out, _ = raci("validate", "plan.csv", "-v", *arguments)
        assert code == 0
        assert "2 activities: 1 in order, 1 without an accountable role" in out
        assert "RACI101. The 1 activity it would name is not counted as in order." in out


def test_none_in_order_has_a_reason(raci: Run) -> None:
    out = raci("validate", write("plan.csv", "Activity,PM,Dev,PM\nPlan,A,R,\nPlan,A,R,I\n")).out
    assert headline(out) == "2 activities: none in order, 1 listed twice, 1 role listed twice"


def test_warnings_alone_are_no_errors_and_not_good_order(raci: Run) -> None:
    out = raci("validate", write("plan.csv", "Activity,PM,Dev,Team X\nPlan,A,R,\nBuild,A,R,\n")).out
    assert headline(out) == "2 activities: no errors"
    assert "in order" not in out


def test_a_placeholder_in_a_text_file_has_its_line(raci: Run) -> None:
    write("plan.yaml", "roles: [{name: PM}]\nsegment: TBD\nactivities: [{name: Plan, letters: {PM: RA}}]\n")
    out = raci("validate", "plan.yaml", "--output-format", "concise", "--select", "RACI007").out
    assert out.startswith("plan.yaml:2: RACI007 warning: The segment still holds the placeholder “TBD”.")


def test_the_next_command_can_be_typed(raci: Run) -> None:
    write("-plan.csv")
    assert "raci show ./-plan.csv" in raci("validate", "--", "-plan.csv").out
    assert raci("show", "./-plan.csv").code == 0


def test_shares_are_rounded(raci: Run) -> None:
    assert "67 % in order" in raci("validate", write("plan.csv", UNFINISHED)).out
    many = "Activity,PM,Dev\n" + "".join(f"Step number {number},A,R\n" for number in range(300))
    assert "99 % in order" in raci("validate", write("many.csv", f"{many}Last of all,,R\n")).out


SUPPRESSION = "suppressions:\n  - {code: RACI101, activity: Kickof meeting, reason: settled in May}\n"
IDLE = "raci.yaml: the suppression of RACI101 for “Kickof meeting” excused nothing in this run."


def test_a_suppression_that_excuses_nothing_is_noted_once(raci: Run) -> None:
    write("raci.yaml", SUPPRESSION)
    write("one.csv", FAULTY)
    write("two.csv", FAULTY)
    code, out, _ = raci("validate", ".")
    assert code == 1
    assert " ".join(out.split()).count(IDLE) == 1
    assert IDLE in raci("validate", ".", "--output-format", "markdown").out
    assert json.loads(raci("validate", ".", "--output-format", "json", "--jobs", "2").out)["notes"][0].startswith(IDLE)


def test_a_suppression_is_not_noted_where_it_may_still_be_meant(raci: Run) -> None:
    write("raci.yaml", SUPPRESSION)
    write("one.csv", FAULTY)
    assert "excused nothing" not in raci("validate", ".", "--select", "RACI2").out
    Path("bad.xlsx").write_bytes(b"PK\x03\x04 and nothing more")
    assert "excused nothing" not in raci("validate", ".").out
    write("two.csv", FAULTY.replace("Kickoff", "Kickof"))
    Path("bad.xlsx").unlink()
    assert "excused nothing" not in raci("validate", ".").out


def test_a_report_and_a_baseline_are_not_written_at_once(raci: Run) -> None:
    write("plan.csv", FAULTY)
    code, out, err = raci("validate", "plan.csv", "-o", "r.json", "--write-baseline", "r.json")
    assert (code, out) == (2, "")
    assert "--write-baseline" in err
    assert not Path("r.json").exists()


def test_a_scheme_is_settled_by_name(raci: Run) -> None:
    write("plan.csv", "Activity,Lead,Desk,Legal\nPlan,A,R,I\nBuild,R,A,I\nShip,R,,A\n\nR: Reviewer\nA: Author\n")
    assert headline(raci("validate", "plan.csv", "--scheme", "raci").out) == "3 activities: all in order"
    code, out, err = raci("validate", ".", "--scheme", "rasic")
    assert (code, out) == (2, "")
    assert err.startswith("error: There is no scheme 'rasic'. Did you mean 'rasci'?")


def test_rows_come_in_the_order_of_the_sheet(raci: Run) -> None:
    write(
        "plan.yaml",
        "roles: [{name: PM}, {name: Dev}]\n"
        "phases:\n"
        "- {name: First, activities: [{name: Plan, letters: {PM: R}}]}\n"
        "- {name: '', activities: [{name: Between, letters: {PM: R}}]}\n"
        "- {name: Second, activities: [{name: Build, letters: {PM: R}}]}\n"
        "- {name: '', activities: [{name: Second, letters: {PM: R}}]}\n",
    )
    lines = raci("validate", "plan.yaml", "--select", "RACI101,RACI304").out.splitlines()
    found = [line for line in lines if line[:1].isalpha() or "Nobody" in line]
    assert [line.split("  ")[-1] for line in found if not line.startswith(("plan.yaml", "Next"))][:9] == [
        "First",
        "Nobody is Accountable (A) anywhere in the phase “First”.",
        "Nobody is Accountable (A) for “Plan”.",
        "Outside of the phases",
        "Nobody is Accountable (A) for “Between”.",
        "Second",
        "Nobody is Accountable (A) anywhere in the phase “Second”.",
        "Nobody is Accountable (A) for “Build”.",
        "Nobody is Accountable (A) for “Second”.",
    ]


def test_standard_input_is_called_by_its_name() -> None:
    assert process("validate", "-").err == "error: standard input is empty.\n"
    assert process("show", "-", stdin=b"hello").err.startswith("error: standard input holds no responsibility matrix")


@pytest.mark.parametrize("command", ["validate", "show"])
def test_a_closed_standard_input_is_a_sentence(command: str) -> None:
    closed = ["sh", "-c", f"{sys.executable} -m raci_cli {command} - <&-"]
    done = subprocess.run(closed, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("error: `-` reads a file from standard input, and none is coming")


def test_notes_stand_beside_the_lines_of_findings(raci: Run) -> None:
    write("raci.yaml", "suppressions:\n  - {code: RACI101, activity: Gone, reason: once}\n")
    outcome = raci("validate", write("plan.csv", FAULTY), "--output-format", "concise")
    assert "excused" not in outcome.out
    assert outcome.err.startswith("note: raci.yaml: the suppression of RACI101")
    assert not raci("validate", "plan.csv", "--output-format", "concise", "-q").err


def test_an_ending_in_common_makes_no_file_a_neighbour(raci: Run) -> None:
    write("plan.csv")
    assert raci("validate", "notes.csv").err == "error: notes.csv: there is no such file.\n"
    assert raci("validate", "plam.csv").err.endswith("Did you mean 'plan.csv'?\n")
