"""Random matrices for hypothesis: everything the model can hold, with names as odd as people make them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import strategies as st

from raci_cli.model import NOTHING, Activity, Assignment, Matrix, Phase, Role, Scheme, Section
from raci_cli.model.schemes import SCHEMES

ODD_NAMES = (
    "On",
    "No",
    "null",
    "~",
    "y",
    "1.10",
    "007",
    "1e5",
    "0x1F",
    "12:30",
    "2024-01-01",
    "2024-01-01 10:00:00",
    "1.2 Plan",
    "-",
    "- item",
    "? key",
    "=SUM(A1)",
    "+1",
    "@home",
    "#1",
    "R & D",
    "R: the one who does it",
    "a # no comment",
    "it's",
    '"quoted"',
    "back\\slash",
    "pipe | bar",
    "two\nlines",
    "carriage\r\nreturn",
    "tab\there",
    "trailing ",
    " leading",
    "{flow}",
    "[define]",
    "a, b",
    "*star*",
    "__under__",
    "`code`",
    "<b>bold</b>",
    "&amp;",
    "[red]x[/]",
    ":smile:",
    "::error::",
    "---",
    "...",
    "%TAG",
    "!tag",
    "&anchor",
    "*alias",
    "<<",
    "Überprüfung",
    "Проверка",
    "检查",
    "בדיקה",
    "اختبار",
    "👩‍💻 developer",
    "\u202egnidaelsim",
    "no\u00a0break",
    "\u2028line separator",
    "\x1b[31mred",
    "nul\x00",
    "\ufeffmark",
    "x" * 1200,
)

names = st.sampled_from(ODD_NAMES) | st.text(max_size=12) | st.text("abc XYZ,.-:'", min_size=1, max_size=20)
"""Any text at all, the dangerous ones often."""

plain_names = st.text("abcdefghijklmnopqrstuvwxyzABCDEFG", min_size=3, max_size=8).map("Do {}".format)
"""Names that every format keeps as they are."""

_SYMBOLS = "RACISDVOPQLNx"


@st.composite
def own_schemes(draw: st.DrawFn) -> Scheme:
    """Schemes that raci does not know by name; also ones that only seem to be known."""
    letters = draw(st.lists(st.sampled_from(_SYMBOLS), min_size=1, max_size=6, unique=True))
    meanings = [draw(names) for _ in letters]
    part = st.sampled_from(["", *letters])
    return Scheme(
        name=draw(st.sampled_from(sorted(SCHEMES)) | names),
        letters=tuple(zip(letters, meanings, strict=True)),
        responsible=draw(part),
        accountable=draw(part),
        consulted=draw(part),
        informed=draw(part),
        note=draw(names),
    )


schemes = st.sampled_from(sorted(SCHEMES)).map(SCHEMES.__getitem__) | own_schemes()


@st.composite
def roles(draw: st.DrawFn, texts: st.SearchStrategy[str] = names) -> tuple[Role, ...]:
    """Roles with distinct labels; some share their name and are told apart by a key."""
    found: dict[str, Role] = {}
    seen: Counter[str] = Counter()
    for name in draw(st.lists(texts, max_size=6)):
        seen[name] += 1
        key = f"{name} ({seen[name]})" if seen[name] > 1 else ""
        role = Role(name, draw(st.just("") | texts), draw(st.booleans()), key)
        found.setdefault(role.label, role)
    return tuple(found.values())


@st.composite
def phases(draw: st.DrawFn, texts: st.SearchStrategy[str] = names) -> tuple[Phase, ...]:
    """Phases with and without sections, in any order; a nameless phase only to hold sections."""
    found = []
    for name in draw(st.lists(texts, max_size=4, unique=True)):
        sections = draw(st.lists(texts.filter(bool), max_size=3, unique=True))
        if name or sections:
            found.append(Phase(name, tuple(map(Section, sections))))
    return tuple(found)


@st.composite
def assignments(draw: st.DrawFn, count: int, scheme: Scheme) -> tuple[Assignment, ...]:
    """Letters, pairs of letters, and an explicit nothing, for some of the roles."""
    cell = st.sets(st.sampled_from(scheme.alphabet), min_size=1, max_size=3).map(
        lambda letters: scheme.ordered("".join(sorted(letters)))
    )
    held = draw(st.lists(st.none() | st.just(NOTHING) | cell, min_size=count, max_size=count))
    return tuple(Assignment(role, letters) for role, letters in enumerate(held) if letters)


@st.composite
def matrices(
    draw: st.DrawFn,
    texts: st.SearchStrategy[str] = names,
    schemes: st.SearchStrategy[Scheme] = schemes,
) -> Matrix:
    """Matrices that keep the model's promises: activities in any order over phases and sections, and without any."""
    scheme, who, journey = draw(schemes), draw(roles(texts)), draw(phases(texts))
    places = [("", "")]
    for phase in journey:
        places += [(phase.name, ""), *((phase.name, section.name) for section in phase.sections)]
    field = st.just("") | texts
    activity = st.builds(
        Activity,
        name=texts,
        assignments=assignments(len(who), scheme),
        id=field,
        description=field,
        due=field,
        moment_of_truth=field,
        four_eyes=st.booleans(),
        system=field,
        automated=st.booleans(),
    )
    activities = [
        each._replace(phase=phase, section=section)
        for each in draw(st.lists(activity, max_size=6))
        for phase, section in [draw(st.sampled_from(places))]
    ]
    return Matrix(
        roles=who,
        activities=tuple(activities),
        scheme=scheme,
        phases=journey,
        title=draw(field),
        segment=draw(field),
        strategy=draw(field),
        leader=draw(field),
        date=draw(field),
        version=draw(field),
    )


def without_places(matrix: Matrix) -> Matrix:
    """The matrix with no assignment knowing its cell: everywhere else the model leaves places out when it compares."""
    return replace(
        matrix,
        activities=tuple(
            activity._replace(assignments=tuple(cell._replace(row=0, column=0) for cell in activity.assignments))
            for activity in matrix.activities
        ),
    )
