"""Laws that every output keeps, whatever stands in the workbook: nothing is hidden, interpreted or lost."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import NASTY, matrix, report

from raci_cli.model import (
    Activity,
    Assignment,
    Check,
    Failure,
    Finding,
    Location,
    Matrix,
    Phase,
    Report,
    Role,
    Severity,
)
from raci_cli.model.schemes import RACI
from raci_cli.reports import REPORTS, SHOWS, Style, render_report, render_show
from raci_cli.reports.escape import markdown, visible

HIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
COMMAND = re.compile(r"^\s*::[A-Za-z]|##\[", re.MULTILINE)
PIPE = re.compile(r"(?<!\\)\|")

hostile = st.lists(
    st.one_of(
        st.text(max_size=12),
        st.sampled_from(
            (*NASTY, "\x1b[2J", "\n", "\r\n", "\x00", "::error::", "##[group]", "|", "](", "%0A", "\ud800")
        ),
    ),
    max_size=4,
).map("".join)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    place = Location(
        draw(hostile) or "x", draw(st.none() | hostile), draw(st.integers(0, 99)), draw(st.integers(0, 99))
    )
    findings = draw(
        st.lists(
            st.builds(
                Finding,
                st.sampled_from(("RACI001", "RACI101", "RACI205")),
                st.just("a-name"),
                st.sampled_from(Severity),
                hostile,
                hostile,
                st.just(place),
                hostile,
                hostile,
                hostile,
            ),
            max_size=4,
        )
    )
    check = Check(place, draw(hostile), "raci", 3, 4, 4, 2, tuple(findings), (draw(hostile),), (draw(hostile),), 1)
    return Report((check,), (Failure(draw(hostile), draw(hostile)),), (draw(hostile),), (draw(hostile),))


@st.composite
def matrices(draw: st.DrawFn) -> Matrix:
    roles = tuple(
        Role(name, draw(hostile), key=f"{name} ({number})") for number, name in enumerate(draw(st.lists(hostile)))
    )
    phases = draw(st.lists(hostile.filter(bool), max_size=2, unique=True))
    activities = tuple(
        Activity(
            draw(hostile),
            tuple(Assignment(index, draw(st.sampled_from(("R", "RA", "CI", "-")))) for index in range(len(roles))),
            draw(st.sampled_from(["", *phases])),
        )
        for _ in range(draw(st.integers(0, 3)))
    )
    return Matrix(roles, activities, RACI, tuple(map(Phase, phases)), draw(hostile), draw(hostile))


@given(reports(), st.sampled_from(sorted(REPORTS)), st.booleans())
def test_no_report_hides_anything_or_gives_a_runner_an_order(some: Report, name: str, verbose: bool) -> None:
    text = render_report(name, some, Style(verbose=verbose))
    assert not HIDDEN.search(text)
    assert name == "github" or not COMMAND.search(text)
    text.encode()


@given(matrices(), st.sampled_from(sorted(SHOWS)), st.integers(40, 200))
def test_no_view_hides_anything_or_gives_a_runner_an_order(some: Matrix, name: str, width: int) -> None:
    text = render_show(name, [some], Style(width), explain=True)
    assert not HIDDEN.search(text.replace("\t", "") if name == "plain" else text)
    assert not COMMAND.search(text)
    text.encode()


@given(reports())
def test_json_gives_back_every_text_as_it_was(some: Report) -> None:
    document = json.loads(render_report("json", some, Style()))
    given_texts = [(f.message, f.advice, f.activity, f.role, f.phase) for f in some.findings]
    assert [
        (f["message"], f["advice"], f["activity"], f["role"], f["phase"])
        for one in document["matrices"]
        for f in one["findings"]
    ] == given_texts
    assert document["matrices"][0]["path"] == some.checks[0].location.path


@given(reports())
def test_junit_is_xml_and_counts_right(some: Report) -> None:
    root = ET.fromstring(render_report("junit", some, Style()))
    failures = [element.get("message") for element in root.iter("failure")]
    assert failures == [visible(f.message) for f in some.findings if f.severity is not Severity.INFO]
    assert int(root.get("failures", "")) == len(failures)
    assert int(root.get("tests", "")) == len(list(root.iter("testcase")))


@given(reports())
def test_sarif_addresses_are_relative_and_decode_to_the_path(some: Report) -> None:
    run = json.loads(render_report("sarif", some, Style()))["runs"][0]
    assert [result["ruleId"] for result in run["results"]] == [finding.code for finding in some.findings]
    for result in run["results"]:
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"(file://)?[\w./~%-]*", uri)
        path = some.checks[0].location.path.replace("\\", "/")
        assert unquote(uri, errors="surrogatepass").endswith(path.removeprefix("./"))


@given(reports())
def test_github_writes_one_annotation_a_line(some: Report) -> None:
    lines = render_report("github", some, Style()).splitlines()
    assert len(lines) == len(some.findings) + len(some.failures) + len(list(some.told))
    for line in lines:
        level, _, rest = line.removeprefix("::").partition(" ")
        properties, _, _ = rest.partition("::")
        assert level in ("error", "warning", "notice")
        assert [part.partition("=")[0] for part in properties.split(",")] in (["title", "file"], ["title"])
        assert not re.search("%(?!25|3A|2C)", line)


@given(reports())
def test_markdown_tables_keep_their_columns(some: Report) -> None:
    tables = re.split(r"\n\n", render_report("markdown", some, Style()))
    for table in tables:
        if table.startswith("| "):
            assert len({len(PIPE.findall(row.replace("\\\\", ""))) for row in table.strip().split("\n")}) == 1


@given(hostile)
def test_what_is_visible_stays_as_it_is(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@given(hostile)
def test_markdown_leaves_no_markup(text: str) -> None:
    assert not re.search(
        r"(?<!\\)[`*_\[\]|~$<]|@\w|#\d|:\w", markdown(text).replace("\\\\", " ").replace("&#8203;", "&")
    )


@pytest.mark.parametrize("name", REPORTS)
def test_every_finding_appears(name: str) -> None:
    text = render_report(name, report(), Style(1000, verbose=True))
    for finding in report().findings:
        assert finding.code in text
        assert finding.location.a1 in text or f'"startLine": {finding.location.row}' in text
    assert "Save it again." in text
    assert text.count("Something is wrong with “30-day call”") >= 2


@pytest.mark.parametrize("name", [name for name in REPORTS if name != "concise"])
def test_every_note_appears(name: str) -> None:
    text = render_report(name, report(), Style(1000))
    assert "mean something else" in text
    assert "excused nothing in this run" in text


def test_infos_are_counted_and_listed_only_when_asked_for() -> None:
    short, long = (render_report("text", report(), Style(verbose=verbose)) for verbose in (False, True))
    assert "2 remarks not shown" in short
    assert "AA6" not in short
    assert "AA6" in long


def test_plain_does_not_depend_on_width_or_colour() -> None:
    views = {render_show("plain", [matrix()], Style(width, colour)) for width in (20, 300) for colour in (True, False)}
    assert len(views) == 1
