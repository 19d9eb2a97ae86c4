"""Names on paper: the packaged fonts show most of them, and what no font can show is said before printing."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont

from interviewkit.builtin import builtin_folder

Run = Callable[..., Any]
Write = Callable[..., Path]
FONTS = sorted((builtin_folder("templates") / "fonts").glob("*.ttf"))
NAMES = [
    "Łucja Świątek",
    "Žofie Dvořáková-Ñuñez",
    "Þórdís Ægisdóttir",
    "İlayda Çağlar Şahin",
    "Ἀλέξανδρος Παπαδόπουλος",
    "Дмитрий Ѓорѓиев Їжакевич",
    "Nguyễn Thị Thuỳ Dương",
    "Zoe\u0308 O’Brien–D\u2019Arcy",
]


@pytest.mark.parametrize("font", FONTS, ids=lambda path: path.stem)
def test_every_packaged_font_has_its_licence_and_its_permission_to_be_embedded(font: Path) -> None:
    family = font.stem.split("-")[0]
    assert (
        "SIL OPEN FONT LICENSE" in font.with_name(f"{family}-LICENSE.md").read_text(encoding="utf-8").upper()
    )
    with TTFont(font) as face:
        assert face["OS/2"].fsType in {0, 8}


@pytest.mark.parametrize(
    "font", [path for path in FONTS if "SourceSans3" in path.stem], ids=lambda path: path.stem
)
@pytest.mark.parametrize("name", NAMES)
def test_the_packaged_fonts_have_the_letters_of_the_name(font: Path, name: str) -> None:
    """In every weight: a name is bold in one place and upright in another."""
    with TTFont(font) as face:
        assert {letter for letter in name if ord(letter) not in face.getBestCmap()} == set()


def fonts_of(path: Path) -> set[str]:
    """The first word of every family that a PDF embeds: `Kit` is ours, see fonts.css."""
    with pikepdf.open(path) as pdf:
        fonts = [
            thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and "/FontName" in thing
        ]
        return {str(font.FontName).split("+")[-1].split("-")[0].strip("/") for font in fonts}


def test_names_are_shown_by_the_packaged_fonts_alone(interviewkit: Run, small: Write, tmp_path: Path) -> None:
    people = "".join(f"- {{id: C-{n}, name: '{name}'}}\n" for n, name in enumerate(NAMES))
    small(f"candidates:\n{people}")
    (tmp_path / "templates").mkdir()
    page = "{% extends 'base.html' %}{% block name %}Card{% endblock %}{% block content %}"
    name = "{% set name = sheet.candidate.name if sheet.candidate %}<h1>{{ name }}</h1><p>{{ name }}</p>"
    (tmp_path / "templates/scorecard.html").write_text(f"{page}{name}{{% endblock %}}")
    outcome = interviewkit("build", "opening.yaml", "--templates", "templates")
    assert (outcome.code, outcome.err) == (0, "")
    for n, name in enumerate(NAMES):
        card = tmp_path / f"output/opening/scorecards/C-{n}/only--ada-example.pdf"
        assert fonts_of(card) == {"Kit"}
        with pypdfium2.PdfDocument(card) as pdf:
            assert pdf[0].get_textpage().get_text_range().count(name) == 2


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("candidates: [{id: C-1, name: Ada}, {id: C-2, name: Ada X}]\n", "8:52"),
        ("candidates:\n- id: C-1\n  name: X\n", "10:9"),
        ("title: X Builder\n", "3:8"),
        ("organisation: {name: X Works}\n", "4:22"),
        ("panel: [{name: X, stages: [only]}]\n", "7:16"),
    ],
)
def test_a_name_that_no_font_can_show_is_a_problem_at_its_line(
    interviewkit: Run, small: Write, tmp_path: Path, line: str, place: str
) -> None:
    lines = small().read_text(encoding="utf-8").splitlines(keepends=True)
    key = line.split(":", maxsplit=1)[0]
    kept = [line if old.startswith(f"{key}:") else old for old in lines]
    text = "".join(kept if line in kept else [*kept, line])
    small(base=text.replace("X", "\U0010fffd"))
    outcome = interviewkit("build", "opening.yaml")
    said = f"opening.yaml:{place}: IK040 no font on this computer can show U+10FFFD; install one ("
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (1, "", 1)
    assert outcome.err.startswith(said)
    assert not (tmp_path / "output").exists()


def test_all_names_that_no_font_can_show_are_said_together_and_without_the_names(
    interviewkit: Run, small: Write
) -> None:
    small(
        "candidates:\n- {id: C-1, name: Łucja \U0010fffd}\n- {id: C-2, name: Ada}\n"
        "- {id: C-3, name: Świątek \U0010fffc\U0010fffd}\n"
    )
    outcome = interviewkit("build", "opening.yaml")
    assert [line.split(" ", 1)[0] for line in outcome.err.splitlines()] == [
        "opening.yaml:9:19:",
        "opening.yaml:11:19:",
    ]
    assert "can show U+10FFFC, U+10FFFD;" in outcome.err
    assert not {"Łucja", "Świątek", "Ada"} & set(outcome.err.split())


def test_a_previous_kit_stays_when_a_new_name_cannot_be_shown(
    interviewkit: Run, small: Write, tmp_path: Path
) -> None:
    small("candidates: [{id: C-1}]\n")
    interviewkit("build", "opening.yaml")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.pdf")}
    small("candidates: [{id: C-1}, {id: C-2, name: \U0010fffd}]\n")
    assert interviewkit("build", "opening.yaml").code == 1
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.pdf")} == before


def test_letters_that_are_drawn_as_nothing_are_no_mistake(interviewkit: Run, small: Write) -> None:
    """A soft hyphen, a joiner, marks of direction: no font needs a picture for them."""
    small('candidates: [{id: C-1, name: "Ada\\u00adExample \\u200d \\u200e\\ufeff"}]\n')
    outcome = interviewkit("build", "opening.yaml")
    assert (outcome.code, outcome.err) == (0, "")


def test_a_build_leaves_no_temporary_files(in_python: Run, small: Write, tmp_path: Path) -> None:
    small()
    (tmp_path / "temporary").mkdir()
    outcome = in_python("-m", "interviewkit", "build", "opening.yaml", TMPDIR=str(tmp_path / "temporary"))
    assert outcome.code == 0, outcome.err
    assert list((tmp_path / "temporary").iterdir()) == []
