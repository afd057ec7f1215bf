"""raci.yaml: what it may say, what it means for a file, and the sentence for what is wrong in it."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from raci_cli.config import Choices, Config, ConfigFinder, baseline_text, config_schema, read_baseline, read_config
from raci_cli.config.parse import parse
from raci_cli.errors import ConfigError
from raci_cli.layouts.overrides import Overrides
from raci_cli.model import Check, Finding, Location, Severity
from raci_cli.rules.settings import Profile, Settings, Suppression

EVERYTHING = """\
# yaml-language-server: $schema=raci.schema.json
profile: strict
select: [RACI1, role-unused]
ignore: {RACI109: everybody sits in one room}
severity:
  RACI101: warning
  several-responsible: {level: error, reason: we mean it}
thresholds: {most-responsible: 2, owns_share: 0.4}
aliases:
  roles: {AE: Account Executive, On: Onboarding manager}
  activities: {Kickoff: Kickoff meeting}
schemes:
  ours:
    letters: {L: Lead, h: Help}
    responsible: L
    note: Nobody is accountable here.
sheet: RACI
files:
  templates/*: {profile: draft, ignore: [RACI100]}
  "*.csv": {layout: transposed, header-row: 3, activity-column: B, scheme: ours, select: [RACI2]}
suppressions:
  - {code: RACI101, activity: Kickoff meeting, role: AE, reason: settled in May, until: 2030-05-31}
baseline: known.json
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def config(text: str, path: str = "raci.yaml") -> Config:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return read_config(path)


def settings_for(read: Config, path: str, asked: Choices | None = None) -> Settings:
    return read.settings(read.choices_for(path, asked or Choices()))


def test_everything_it_may_say() -> None:
    read = config(EVERYTHING, "team/raci.yaml")
    plain = settings_for(read, "team/plan.xlsx")
    assert plain.profile is Profile.STRICT
    assert plain.select == ("RACI1", "role-unused")
    assert plain.ignore == ("RACI109",)
    assert plain.severities == {"RACI101": Severity.WARNING, "RACI104": Severity.ERROR}
    assert (plain.thresholds.most_responsible, plain.thresholds.owns_share) == (2, 0.4)
    assert plain.suppressions == (
        Suppression("RACI101", "settled in May", "Kickoff meeting", "AE", dt.date(2030, 5, 31)),
    )
    assert read.role_aliases == {"AE": "Account Executive", "On": "Onboarding manager"}
    assert read.activity_aliases == {"Kickoff": "Kickoff meeting"}
    assert [(each.name, each.alphabet, each.responsible) for each in read.schemes] == [("ours", "LH", "L")]
    assert Path(read.baseline) == Path("team/known.json")


def test_the_last_pattern_that_fits_wins_and_an_ignore_adds() -> None:
    read = config(EVERYTHING, "team/raci.yaml")
    blank = settings_for(read, "team/templates/enterprise.xlsx")
    assert (blank.profile, blank.select) == (Profile.DRAFT, ("RACI1", "role-unused"))
    assert blank.ignore == ("RACI109", "RACI100")
    both = settings_for(read, "team/templates/enterprise.csv")
    assert (both.profile, both.select, both.ignore) == (Profile.DRAFT, ("RACI2",), ())
    overrides = read.choices_for("team/templates/enterprise.csv", Choices()).overrides
    assert overrides == Overrides("RACI", "transposed", 3, "B", "ours", read.schemes)
    assert settings_for(read, "other/templates/enterprise.xlsx").profile is Profile.STRICT


def test_a_pattern_may_be_written_as_windows_writes_paths() -> None:
    read = config("files:\n  'templates\\*.xlsx': {profile: draft}\n")
    assert settings_for(read, "templates/blank.xlsx").profile is Profile.DRAFT
    assert settings_for(read, "plans/blank.xlsx").profile is Profile.STANDARD


def test_what_is_asked_for_wins() -> None:
    read = config(EVERYTHING)
    asked = Choices(profile=Profile.STANDARD, ignore=("RACI2",), overrides=Overrides(sheet="Mine", header_row=7))
    chosen = read.choices_for("templates/x.csv", asked)
    assert read.settings(chosen).profile is Profile.STANDARD
    assert read.settings(chosen).ignore == ("RACI2",)
    assert (chosen.overrides.sheet, chosen.overrides.header_row, chosen.overrides.layout) == ("Mine", 7, "transposed")
    assert settings_for(read, "x.xlsx", Choices(select=("RACI109",))).ignore == ()


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "profile:\nignore:\n", "\ufeffprofile: strict\n"])
def test_an_empty_or_marked_file_is_fine(text: str) -> None:
    assert config(text).thresholds == Config().thresholds


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("profil: strict", 1, "Did you mean 'profile'?"),
        ("\nprofile: strikt", 2, "Did you mean 'strict'?"),
        ("selects: []", 1, "Did you mean 'select'?"),
        ("select: RACI1", 1, "a list"),
        ("select:\n  - RACI1\n  - RACI999", 3, "RACI999"),
        ("ignore:\n  RACI1: x\n  RACI777: y", 3, "RACI777"),
        ("severity:\n  RACI101: fatal", 2, "'error', 'warning' or 'info'"),
        ("severity:\n  RACI7: error", 2, "There is no rule 'RACI7'"),
        ("severity:\n  RACI101: [error]", 2, "a severity is error, warning or info"),
        ("severity: [RACI101]", 1, "'severity' should be keys with values"),
        ("severity:\n  RACI101: warn", 2, "'RACI101' should be 'error', 'warning' or 'info', not 'warn'. Did you mean"),
        ("ignore: [[RACI1]]", 1, "'ignore' should be a list of codes"),
        ("ignore: RACI1", 1, "'ignore' should be a list of codes, or codes with reasons"),
        ("header-row: 0", 1, "'header-row' should be a number from 1 on, not '0'."),
        ("header-row: 2.5", 1, "'header-row' should be a whole number, not '2.5'."),
        ("header-row: [5]", 1, "'header-row' should be a whole number."),
        ("sheet: [RACI]", 1, "'sheet' should be a text."),
        ("thresholds:\n  most: 3", 2, "most-responsible"),
        ("thresholds:\n  most-responsible: many", 2, "a whole number, not 'many'"),
        ("thresholds:\n  does-share: 70", 2, "a share between 0 and 1, such as 0.7, not '70'"),
        ("thresholds: 3", 1, "keys with values, as in `key: value`, not '3'"),
        ("suppressions:\n  - code: RACI101", 2, "'reason' is missing"),
        ("suppressions:\n  - {code: RACI101, reason: ' '}", 2, "reason"),
        ("suppressions:\n  - {code: RACI101, reason: x,\n     until: soon}", 3, "a date such as 2026-12-31"),
        ("suppressions: {code: RACI101}", 1, "a list"),
        ("scheme: rasic", 1, "Did you mean 'rasci'?"),
        ("files:\n  '*.csv':\n    scheme: ours", 3, "ours"),
        ("files:\n  '*.csv':\n    laiout: grid", 3, "Did you mean 'layout'?"),
        ("files:\n  '*.csv': {layout: gird}", 2, "Did you mean 'grid'?"),
        ("files:\n  '*.csv': {header-row: -1}", 2, "a number from 1 on, not '-1'"),
        ("activity-column: XFE", 1, "be the name of a column, such as B, not 'XFE'"),
        ("schemes:\n  x:\n    letters: {L: Lead}\n    responsible: Q", 2, "'Q'"),
        ("schemes:\n  x:\n    letters: {LL: Lead}", 3, "'LL' stands where the key should be one letter, such as R."),
        ("schemes:\n  x:\n    letters: {}", 3, "at least one letter with its meaning, as in `R: Responsible`."),
        ("schemes:\n  x:\n    letters: {R: }", 3, "'R' is empty; it should be a text."),
        ("schemes:\n  x:\n    letters: {r: Reads, R: Writes}", 3, "the letter 'R' stands here twice."),
        ("schemes:\n  x: [R]", 2, "'x' should be keys with values"),
        (
            "schemes:\n  raci:\n    letters: {R: Reads}",
            2,
            "raci has a scheme 'raci' of its own. Give yours another name.",
        ),
        ("aliases:\n  role: {}", 2, "Did you mean 'roles'?"),
        ("a: 1\nb: 2\na: 3", 3, "second time (first in line 1)"),
        ("files:\n  x:\n    layout: grid\n    layout: long", 4, "second time (first in line 3)"),
        ("suppressions:\n  - RACI101", 2, "each entry of 'suppressions' should be keys with values"),
        ("suppressions:\n  - {code: RACI101, reason: x, until: 2027-13-01}", 2, "a date such as 2026-12-31"),
        ("profile: [", 1, "a bracket or a quotation mark is opened and not closed."),
        ("profile: 'strict", 1, "a bracket or a quotation mark is opened and not closed."),
        ("files:\n\t'*.csv': {}", 2, "a tab stands where only spaces may; indent with spaces."),
        ("layout: @grid", 1, "a text that begins with @ must stand in quotation marks."),
        ("files:\n  *.csv: {profile: draft}", 2, "a text that begins with * or & must stand in quotation marks."),
        ("layout: grid: long", 1, "put a text with a colon in quotation marks."),
        ("select: [RACI1]\n ignore: [RACI2]", 2, "this cannot be read as YAML: "),
        ("profile: !!python/object:os.system x", 1, "tags"),
        ("- profile", 1, "profile: strict"),
        ("strict", 1, "profile: strict"),
        ("? [a, b]\n: c", 1, "plain text"),
        ("select: &codes [RACI1]\nignore: *codes", 1, "anchors"),
        ("a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]", 1, "anchors"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(ConfigError) as caught:
        config(text)
    assert str(caught.value).startswith(f"raci.yaml:{line}: ")
    assert words in str(caught.value)


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe\x00",
        b"a" * 1_000_001,
        b"profile: \x07",
        b"[" * 900_000,
        b"[" * 5000 + b"]" * 5000,
        b"profile: strict\n---\nprofile: draft\n",
    ],
    ids=["bytes", "size", "bell", "open", "deep", "twice"],
)
def test_what_is_no_text_of_settings_is_refused(data: bytes) -> None:
    Path("raci.yaml").write_bytes(data)
    with pytest.raises(ConfigError, match=r"raci\.yaml"):
        read_config("raci.yaml")


FOREIGN = ("Input should", "validation", "valid integer", "dictionary", "token", "expected", "pydantic")


@settings(max_examples=150, deadline=None)
@given(
    key=st.sampled_from(
        ["profile", "select", "ignore", "severity", "thresholds", "aliases", "schemes", "files", "sheet"]
    )
    | st.sampled_from(["header-row", "activity-column", "suppressions", "baseline", "scheme", "layout"]),
    value=st.recursive(
        st.sampled_from(["", "0", "-3", "x", "''", "2.5", "RACI1", "2027-13-01"]),
        lambda inner: (
            st.lists(inner).map(lambda each: f"[{', '.join(each)}]")
            | st.dictionaries(st.sampled_from(["RACI101", "roles", "letters", "level", "code", "x"]), inner).map(
                lambda each: f"{{{', '.join(f'{name}: {value}' for name, value in each.items())}}}"
            )
        ),
        max_leaves=6,
    ),
)
def test_no_foreign_words_reach_the_reader(key: str, value: str) -> None:
    told = refusal(f"{key}: {value}")
    assert not [word for word in FOREIGN if word in told]
    assert re.fullmatch(r"(raci\.yaml:1: .+[.?])?", told)


def refusal(text: str) -> str:
    """What is said about a raci.yaml; nothing if it is accepted."""
    try:
        parse(text, "raci.yaml")
    except ConfigError as error:
        return str(error)
    return ""


def test_a_family_has_a_severity_too() -> None:
    read = config("severity: {RACI1: info, no-accountable: error}")
    assert read.severities == {"RACI1": Severity.INFO, "RACI101": Severity.ERROR}


def test_a_missing_file_and_a_folder_are_refused() -> None:
    Path("folder").mkdir()
    for path in ("nowhere.yaml", "folder"):
        with pytest.raises(ConfigError, match=path):
            read_config(path)


def test_the_nearest_one_counts_and_nothing_is_merged() -> None:
    config("profile: strict\nignore: [RACI109]")
    config("profile: draft", "team/raci.yaml")
    Path("team/emea").mkdir()
    finder = ConfigFinder()
    assert finder.nearest("plan.xlsx").path == "raci.yaml"
    assert finder.nearest("team/emea/plan.xlsx").path == str(Path("team/raci.yaml"))
    assert settings_for(finder.nearest("team/plan.xlsx"), "team/plan.xlsx").ignore == ()


def test_the_schema_knows_every_setting_and_describes_what_is_read() -> None:
    schema = config_schema()
    written = {line.split(":")[0] for line in EVERYTHING.splitlines() if line[:1].isalpha()}
    assert written <= set(schema["properties"])
    assert schema["additionalProperties"] is False
    assert set(schema["$defs"].pop("ThresholdsDocument")["properties"]) >= {"most-responsible", "owns-share"}
    documents = [schema, *(each for each in schema["$defs"].values() if "properties" in each)]
    assert [name for each in documents for name, told in each["properties"].items() if "description" not in told] == []


def check(path: str, sheet: str | None, *activities: str) -> Check:
    location = Location(path, sheet)
    findings = tuple(
        Finding("RACI101", "no-accountable", Severity.ERROR, "m", "a", location, activity=each) for each in activities
    )
    return Check(location, "", "raci", 3, 3, 3, 0, findings)


def test_a_baseline_counts_findings_by_file_and_sheet() -> None:
    checks = [
        check("team/b.xlsx", "Two", "Kickoff", "Kickoff"),
        check("team/b.xlsx", "One", "Offer"),
        check("a.csv", None),
    ]
    Path("known").mkdir()
    Path("known/b.json").write_text(baseline_text(checks, "known/b.json"), encoding="utf-8")
    read = read_baseline("known/b.json")
    assert read.known(str(Path("team/b.xlsx").absolute())) == {
        "One": {"RACI101||Offer|": 1},
        "Two": {"RACI101||Kickoff|": 2},
    }
    assert read.known("a.csv") == {}


def test_a_baseline_does_not_depend_on_the_order_of_files() -> None:
    checks = [check("b.csv", None, "Offer", "Kickoff"), check("a.csv", None, "Kickoff")]
    text = baseline_text(checks, "known.json")
    assert text == baseline_text(reversed(checks), "known.json")
    assert json.loads(text)["schema_version"] == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"schema_version": 2, "files": {}}',
        '{"schema_version": 1, "files": []}',
        '{"schema_version": 1, "files": {"a": {"": {"x": "many"}}}}',
        "[" * 100_000,
    ],
)
def test_what_is_no_baseline_is_refused(text: str) -> None:
    Path("known.json").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"known\.json(:1)?: this is no baseline.* --write-baseline\.") as caught:
        read_baseline("known.json")
    assert not [word for word in ("Expecting", "codec", "char 0") if word in str(caught.value)]


def test_a_baseline_of_bytes_is_refused_in_plain_words() -> None:
    Path("known.json").write_bytes(b"PK\x03\x04\x8f")
    with pytest.raises(ConfigError, match="this is no baseline: raci did not write this, or it was changed"):
        read_baseline("known.json")
