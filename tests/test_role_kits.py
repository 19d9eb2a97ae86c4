"""Every built-in role builds its kit, on both papers and in both forms, and each document has its length."""

from collections.abc import Callable
from pathlib import Path

import pytest
from built_in import ROLES
from conftest import Outcome
from pypdf import PdfReader

OPENING = """\
role: {role}
seniority: {seniority}
title: {name}
organisation: {{name: Example Works}}
country: {country}
form: {form}
team: {{mission: Help tenants by letter in days., domain: tenants’ letters, product: the letter assistant}}
"""
COUNTRIES = {"A": "GB", "B": "US"}  # A4 and Letter
PAGES = {
    "brief.pdf": range(2, 5),
    "candidate.pdf": range(1, 3),
    "debrief.pdf": range(2, 3),
    "guides": range(4, 9),
    "scorecards": range(2, 3),
    "work-samples": range(1, 5),
}
"""Document or folder to how many pages it may have (DESIGN.md §4)."""


@pytest.mark.parametrize("form", COUNTRIES)
@pytest.mark.parametrize("name", ROLES)
def test_a_role_builds_its_kit(
    name: str, form: str, interviewkit: Callable[..., Outcome], tmp_path: Path
) -> None:
    role = ROLES[name]
    text = OPENING.format(
        role=name,
        name=role.name,
        seniority=role.seniorities[-1 if form == "A" else 0].value,
        country=COUNTRIES[form],
        form=form,
    )
    (tmp_path / "opening.yaml").write_text(text, encoding="utf-8")
    built = interviewkit("build", "opening.yaml")
    assert (built.code, built.err) == (0, "")
    kit = tmp_path / "output/opening"
    documents = [path for path in kit.rglob("*.pdf") if "print-pack" not in str(path.relative_to(kit))]
    assert len(list((kit / "scorecards").glob("*.pdf"))) == len(role.plan)
    assert len(list((kit / "work-samples").glob("*.pdf"))) == 2
    lengths = {path.relative_to(kit).as_posix(): len(PdfReader(path).pages) for path in documents}
    wrong = {place: pages for place, pages in lengths.items() if pages not in PAGES[place.split("/")[0]]}
    assert wrong == {}
    for stage in role.plan:
        if stage.work_sample and stage.work_sample not in TWO_PAGES_TO_RUN:
            pages = [page.extract_text() for page in PdfReader(kit / f"guides/{stage.id}.pdf").pages]
            running = [n for n, page in enumerate(pages) if "From handing over" in page]
            asking = [n for n, page in enumerate(pages) if "Then ask" in page]
            assert running == asking, f"{stage.work_sample}: the follow-ups stand on another page"


TWO_PAGES_TO_RUN = {"customer-trial"}
"""The interviewer speaks for somebody else there, in fixed words."""
