"""Every built-in role prints its kit, on both papers and in both forms, and each document has its length.

Scorecards are printed role by role in `test_scorecard.py`, work samples in `test_doc_work_sample.py`.
"""

from io import BytesIO
from pathlib import Path

import pytest
from built_in import ROLES
from pypdf import PdfReader

from interviewkit.documents import documents_of
from interviewkit.inputs import load_inputs
from interviewkit.kit_printing import jobs_for
from interviewkit.library import Library
from interviewkit.preparing import Prepared, prepare
from interviewkit.print_options import PrintOptions
from interviewkit.printing import print_document
from interviewkit.project import find_layers

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
}
"""Document or folder to how many pages it may have (DESIGN.md §4)."""

OF_A_FORM = ("guides",)
"""What differs from form to form; the others are printed once."""


@pytest.mark.parametrize("form", COUNTRIES)
@pytest.mark.parametrize("name", ROLES)
def test_a_role_prints_its_kit(name: str, form: str, tmp_path: Path) -> None:
    role = ROLES[name]
    prepared = prepared_kit(tmp_path, name, form)
    assert prepared.warnings == ()
    printed = printed_documents(prepared, OF_A_FORM if form == "B" else tuple(PAGES))
    assert sum(path.startswith("guides/") for path in printed) == len(role.plan)
    lengths = {path: len(document.pages) for path, document in printed.items()}
    wrong = {place: pages for place, pages in lengths.items() if pages not in PAGES[place.split("/")[0]]}
    assert wrong == {}
    for stage in role.plan:
        if stage.work_sample and stage.work_sample not in TWO_PAGES_TO_RUN:
            pages = [page.extract_text() for page in printed[f"guides/{stage.id}.pdf"].pages]
            running = [n for n, page in enumerate(pages) if "From handing over" in page]
            asking = [n for n, page in enumerate(pages) if "Then ask" in page]
            assert running == asking, f"{stage.work_sample}: the follow-ups stand on another page"


def prepared_kit(folder: Path, name: str, form: str) -> Prepared:
    """The kit of a role as its file asks for it, before it is printed."""
    role = ROLES[name]
    text = OPENING.format(
        role=name,
        name=role.name,
        seniority=role.seniorities[-1 if form == "A" else 0].value,
        country=COUNTRIES[form],
        form=form,
    )
    opening = folder / "opening.yaml"
    opening.write_text(text, encoding="utf-8")
    layers = find_layers(None, None, folder)
    library = Library(layers.rubrics)
    return prepare(load_inputs(opening, library), library, PrintOptions(layers))


def printed_documents(prepared: Prepared, wanted: tuple[str, ...]) -> dict[str, PdfReader]:
    """The documents that stand at these places of the kit, by path."""
    documents = documents_of(prepared.kit, (), prepared.look)
    jobs = jobs_for(prepared, (each for each in documents if each.path.split("/")[0] in wanted))
    return {job.document.path: PdfReader(BytesIO(print_document(job).pdf.data)) for job in jobs}


TWO_PAGES_TO_RUN = {"customer-trial"}
"""The interviewer speaks for somebody else there, in fixed words."""
