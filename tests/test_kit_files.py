"""The finished kit: where its files stand, what pages and machines are told, who is named."""

import hashlib
import json
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from jsonschema import Draft202012Validator

from interviewkit.builtin import builtin_folder
from interviewkit.documents import sheets_of
from interviewkit.html import qr_svg
from interviewkit.inputs import load_inputs
from interviewkit.library import Library, open_library
from interviewkit.models.kit_record import KitRecord, RecordedPage
from interviewkit.models.sheet import MASTER_ID
from interviewkit.models.work_sample import WorkSample
from interviewkit.preparing import composed
from interviewkit.print_options import PrintOptions
from interviewkit.project import find_layers
from interviewkit.record import Contents, kit_record
from interviewkit.units import Rect

Kits = dict[str, Path]
Run = Callable[..., Any]
Write = Callable[..., Path]
NAME = "Łucja Świątek"
STAGES = {
    "engineering": "interviewer-one",
    "work-sample": "interviewer-two",
    "evaluation-design": "interviewer-three",
    "working-together": "interviewer-four",
}
SAMPLES = ("agent-run", "claims-assistant-evaluation")
SIZES = {"a4": (595, 842), "letter": (612, 792)}
"""In points, rounded."""
PAGES = {
    "brief.pdf": (2, 4),
    "guides/": (4, 8),
    "scorecards/": (2, 2),
    "work-samples/": (1, 4),
    "candidate.pdf": (1, 2),
    "debrief.pdf": (2, 2),
}
PATHS = sorted(
    (
        "brief.pdf",
        "candidate.pdf",
        "debrief.pdf",
        *(f"guides/{stage}.pdf" for stage in STAGES),
        *(f"scorecards/{stage}.pdf" for stage in STAGES),
        *(
            f"scorecards/{who}/{stage}--{by}.pdf"
            for who in ("C-014", "C-015")
            for stage, by in STAGES.items()
        ),
        *(f"work-samples/{sample}.pdf" for sample in SAMPLES),
    )
)
PACKS = ["print-pack.pdf", *(f"print-packs/{by}.pdf" for by in sorted(STAGES.values()))]
BOTH = pytest.mark.parametrize("paper", ["a4", "letter"])


def record_of(kit: Path) -> Any:
    return json.loads((kit / "kit.json").read_text(encoding="utf-8"))


def texts_of(path: Path) -> list[str]:
    """The text of each page, with single spaces."""
    with pypdfium2.PdfDocument(path) as pdf:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in pdf]


# --- the documents ---------------------------------------------------------------------------------------


@BOTH
def test_every_document_is_at_its_place(demo_kits: Kits, paper: str) -> None:
    kit = demo_kits[paper]
    assert sorted(path.relative_to(kit).as_posix() for path in kit.rglob("*.pdf")) == sorted(PATHS + PACKS)
    others = [path for path in kit.rglob("*") if path.is_file() and path.suffix not in {".pdf", ".html"}]
    assert others == [kit / "kit.json"]
    assert not list(kit.parent.glob(".*"))


@BOTH
def test_every_document_has_the_pages_it_should_on_the_right_paper(demo_kits: Kits, paper: str) -> None:
    wrong = {}
    for path in PATHS:
        least, most = next(pages for start, pages in PAGES.items() if path.startswith(start))
        with pypdfium2.PdfDocument(demo_kits[paper] / path) as pdf:
            if not least <= len(pdf) <= most:
                wrong[path] = len(pdf)
            assert {tuple(round(side) for side in page.get_size()) for page in pdf} == {SIZES[paper]}, path
    assert wrong == {}


@BOTH
def test_every_page_carries_the_kit_digest_and_its_number(demo_kits: Kits, paper: str) -> None:
    digest = record_of(demo_kits[paper])["kit_digest"]
    for path in PATHS:
        pages = texts_of(demo_kits[paper] / path)
        for number, text in enumerate(pages, start=1):
            assert f"kit {digest}" in text, path
            assert re.findall(r"page (\d+) of (\d+)", text) == [(str(number), str(len(pages)))], path


def test_every_document_is_tagged_titled_and_accessible_and_brings_its_fonts(demo_kits: Kits) -> None:
    for path in PATHS:
        with pikepdf.open(demo_kits["a4"] / path) as pdf, pdf.open_metadata() as metadata:
            root = pdf.Root
            assert (str(root.Lang), bool(root.MarkInfo.Marked)) == ("en", True), path
            assert bool(root.StructTreeRoot.K), path
            assert bool(root.ViewerPreferences.DisplayDocTitle), path
            assert "Senior AI Engineer, claims assistant" in str(pdf.docinfo["/Title"]), path
            assert metadata["pdfuaid:part"] == "1", path
            assert str(root.Type) == "/Catalog"
            fonts = [thing for thing in pdf.objects if is_kind(thing, "/FontDescriptor")]
            assert fonts, path
            assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(font.keys()) for font in fonts), path


def is_kind(thing: Any, kind: str) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == kind


@pytest.mark.parametrize("stage", STAGES)
def test_a_guide_has_bookmarks(demo_kits: Kits, stage: str) -> None:
    with pikepdf.open(demo_kits["a4"] / f"guides/{stage}.pdf") as pdf, pdf.open_outline() as outline:
        entries = [item for root in outline.root for item in (root, *root.children)]
    assert len(entries) >= 5
    assert all(item.title.strip() for item in entries)


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_candidates_pages_hold_nothing_of_the_interviewers(demo_kits: Kits, sample: str) -> None:
    value = open_library().load(WorkSample, f"work_samples/{sample}.yaml").value
    notes = value.notes
    secrets = [*notes.how_to_run, *notes.what_is_in_it, *notes.hints, *notes.follow_ups]
    secrets += [level for entry in value.levels for level in entry.levels.model_dump().values()]
    for path in (f"work-samples/{sample}.pdf", "candidate.pdf"):
        text = "".join("".join(texts_of(demo_kits["a4"] / path)).split())
        assert [secret for secret in secrets if "".join(secret.split()) in text] == []


# --- what machines are told ------------------------------------------------------------------------------


@BOTH
def test_the_record_is_valid_and_its_digests_are_the_files(
    interviewkit: Run, demo_kits: Kits, paper: str
) -> None:
    record = record_of(demo_kits[paper])
    Draft202012Validator(json.loads(interviewkit("schema", "kit").out)).validate(record)
    found = {
        path.relative_to(demo_kits[paper]).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in demo_kits[paper].rglob("*")
        if path.is_file() and path.name != "kit.json"
    }
    assert {entry["path"]: entry["sha256"] for entry in record["files"]} == found
    assert (record["paper"], record["opening"]) == (paper, "claims-assistant")


@BOTH
def test_sheet_ids_are_unique_and_stand_on_their_own_sheet_only(demo_kits: Kits, paper: str) -> None:
    sheets = record_of(demo_kits[paper])["sheets"]
    ids = [sheet["sheet"] for sheet in sheets]
    assert len(set(ids)) == len(ids) == 12
    assert all(re.fullmatch("[A-Z2-7]{8}", name) for name in ids)
    for sheet in sheets:
        for text in texts_of(demo_kits[paper] / sheet["path"]):
            assert [name for name in ids if name in text] == [sheet["sheet"]]


@dataclass(frozen=True)
class Form:
    """What the record says of a sheet: its pages, and what is rated on it, as its fields call it."""

    pages: tuple[RecordedPage, ...]
    rated: tuple[str, ...]

    @property
    def places(self) -> list[tuple[str, int, Rect]]:
        """Field (a box of a choice with its state), page and rectangle, in the order of the record."""
        return [
            (".".join(filter(None, (field.name, field.state))), page.page, field.rect)
            for page in self.pages
            for field in page.fields
        ]


def forms_of(kits: Kits) -> Iterator[Form]:
    """Every sheet of every kit."""
    for kit in kits.values():
        record = KitRecord.model_validate_json((kit / "kit.json").read_bytes())
        rated = {stage.stage: stage.rated for stage in record.stages}
        for sheet in record.sheets:
            names = tuple(name.replace("-", "_") for name in rated[sheet.stage])
            yield Form(record.pages_of(sheet), names)


def test_a_sheet_has_these_fields_and_no_others(demo_kits: Kits) -> None:
    """No school, employer, age, photo or years: there is no place to write them."""
    head = {"candidate", "interviewer", "date", "finished", "signature", "reason"}
    states = ("v1", "v2", "v3", "v4", "v5", "not_assessed")
    for form in forms_of(demo_kits):
        rated = set(form.rated)
        names = {name for name, _, _ in form.places}
        choices = {name for name in names if name.startswith("recommendation.")}
        assert len(choices) == 4
        assert 1 <= len(rated) <= 5
        assert names - choices - head == {
            *(f"evidence.{name}" for name in rated),
            *(f"rating.{name}.{state}" for name in rated for state in states),
        }
        assert [page.page for page in form.pages] == [1, 2]


def test_the_record_of_a_sheet_is_of_its_blank_file(demo_kits: Kits) -> None:
    for kit in demo_kits.values():
        for sheet in record_of(kit)["sheets"]:
            assert sheet["sha256"] == hashlib.sha256((kit / sheet["path"]).read_bytes()).hexdigest()


def test_fields_lie_on_their_page_and_do_not_overlap(demo_kits: Kits) -> None:
    for form in forms_of(demo_kits):
        width, height = form.pages[0].size
        fields = [(page, *rect) for _, page, rect in form.places]
        assert all(0 < x1 < x2 < width and 0 < y1 < y2 < height for _, x1, y1, x2, y2 in fields)
        for n, (page, x1, y1, x2, y2) in enumerate(fields):
            for other, u1, v1, u2, v2 in fields[:n]:
                assert page != other or x2 <= u1 or u2 <= x1 or y2 <= v1 or v2 <= y1


def test_evidence_comes_before_the_boxes_and_the_recommendation_last(demo_kits: Kits) -> None:
    for form in forms_of(demo_kits):
        order = [name for name, _, _ in form.places]
        place = {name: (page, rect) for name, page, rect in form.places}
        rated = [name for name in order if name.startswith(("evidence.", "rating."))]
        for competency in form.rated:
            page, (_, _, _, bottom) = place[f"evidence.{competency}"]
            boxes = [name for name in rated if name.startswith(f"rating.{competency}.")]
            assert rated[rated.index(f"evidence.{competency}") + 1 :][:6] == boxes
            assert all(place[box][0] == page and place[box][1][1] >= bottom for box in boxes)
        lowest = max((place[name][0], place[name][1][3]) for name in rated)
        choices = [name for name in order if name.startswith("recommendation.")]
        assert all(order.index(name) > order.index(rated[-1]) for name in choices)
        assert all((place[name][0], place[name][1][1]) >= lowest for name in choices)


# --- who is named ----------------------------------------------------------------------------------------


def strings_in(path: Path) -> set[str]:
    """Every text string of a PDF outside of its pages: title, metadata, bookmarks, fields, tags."""
    found: set[str] = set()
    with pikepdf.open(path) as pdf:
        for thing in [pdf.trailer, *pdf.objects]:
            found |= set(strings_below(thing))
    return found


def strings_below(thing: Any) -> Iterator[str]:
    if isinstance(thing, pikepdf.String):
        yield str(thing)
    elif isinstance(thing, pikepdf.Stream) and thing.get("/Type") == "/Metadata":
        yield thing.read_bytes().decode()
    elif isinstance(thing, pikepdf.Array | pikepdf.Dictionary | pikepdf.Stream):
        holder = thing.stream_dict if isinstance(thing, pikepdf.Stream) else thing
        for part in holder if isinstance(holder, pikepdf.Array) else holder.as_dict().values():
            if not getattr(part, "is_indirect", False):
                yield from strings_below(part)


@BOTH
def test_a_candidate_is_named_on_their_own_sheets_and_nowhere_else(demo_kits: Kits, paper: str) -> None:
    own = {path for path in PATHS if path.startswith("scorecards/C-014/")}
    assert {path for path in PATHS if any(NAME in text for text in texts_of(demo_kits[paper] / path))} == own
    for path in sorted({*PATHS} - own):
        found = strings_in(demo_kits[paper] / path)
        assert any("claims assistant" in text for text in found), path
        assert [text for text in found if "ucja" in text] == [], path


@BOTH
def test_beside_the_page_a_name_is_but_read_aloud_and_only_on_pages_of_their_own_sheets(
    demo_kits: Kits, paper: str
) -> None:
    """A pack holds the candidate's sheets with their tags; its title, bookmarks and fields name nobody."""
    own = [path for path in PATHS if path.startswith("scorecards/C-014/")]
    ids = {entry["path"]: entry["sheet"] for entry in record_of(demo_kits[paper])["sheets"]}
    for path in (*own, *PACKS):
        texts = texts_of(demo_kits[paper] / path)
        named, aloud = strings_in(demo_kits[paper] / path), read_aloud(demo_kits[paper] / path)
        pages = {page for page, text in aloud if "ucja" in text}
        assert {text for text in named if "ucja" in text} == {f"C-014 {NAME}"}, path
        assert {text for page, text in aloud if page in pages and "ucja" in text} == {f"C-014 {NAME}"}
        assert pages == {page for page, text in enumerate(texts) if any(ids[card] in text for card in own)}
        assert pages, path


def read_aloud(path: Path) -> list[tuple[int, str]]:
    """The words that tags say instead of what is printed, each with its page (from 0)."""
    with pikepdf.open(path) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        elements = [
            thing for thing in pdf.objects if is_kind(thing, "/StructElem") and "/ActualText" in thing
        ]
        return [(pages[element.Pg.objgen], str(element.ActualText)) for element in elements]


@BOTH
def test_no_page_shows_what_sheets_are_laid_over(demo_kits: Kits, paper: str) -> None:
    for path in PATHS + PACKS:
        assert not any(MASTER_ID in text for text in texts_of(demo_kits[paper] / path)), path
        assert not any(MASTER_ID in text for _, text in read_aloud(demo_kits[paper] / path)), path
    assert MASTER_ID not in (demo_kits[paper] / "kit.json").read_text(encoding="utf-8")


@BOTH
def test_the_metadata_of_a_sheet_name_nobody(demo_kits: Kits, paper: str) -> None:
    for path in PATHS + PACKS:
        with pikepdf.open(demo_kits[paper] / path) as pdf:
            told = [str(value) for value in pdf.docinfo.as_dict().values()]
            told.append(pdf.Root.Metadata.read_bytes().decode())
        assert [text for text in told if "ucja" in text] == [], path


def test_the_record_and_the_file_names_name_no_candidate(demo_kits: Kits) -> None:
    for kit in demo_kits.values():
        text = (kit / "kit.json").read_text(encoding="utf-8")
        assert not re.search(r"ucja|wi.tek|\\u0141", text, re.IGNORECASE)
        assert not [path for path in kit.rglob("*") if re.search("ucja|tek$", path.name, re.IGNORECASE)]


def test_the_qr_code_of_every_page_holds_ids_only(demo_kits: Kits) -> None:
    for kit in demo_kits.values():
        record = record_of(kit)
        for sheet in record["sheets"]:
            with pypdfium2.PdfDocument(kit / sheet["path"]) as pdf:
                pages = [page.render(scale=2, grayscale=True).to_numpy() for page in pdf]
            codes = [[code.text for code in zxingcpp.read_barcodes(page)] for page in pages]
            ids = [f"IK1:{record['kit_digest']}:{sheet['sheet']}:{page}" for page in (1, 2)]
            assert codes == [[text] for text in ids], sheet["path"]


def test_html_is_kept_of_what_is_laid_out_and_names_nobody(demo_kits: Kits) -> None:
    """A candidate's sheet is laid over a page of nobody's: it has no HTML of its own."""
    laid_out = {path for path in PATHS if not path.startswith(("scorecards/C-014/", "scorecards/C-015/"))}
    for kit in demo_kits.values():
        html = {
            path.relative_to(kit).as_posix(): path.read_text(encoding="utf-8") for path in kit.rglob("*.html")
        }
        assert {path.replace(".html", ".pdf") for path in html} == laid_out
        assert [path for path, text in html.items() if "ucja" in text or "MASTER00" in text] == []


def test_the_commands_say_no_name(interviewkit: Run, small: Write) -> None:
    small(f"candidates: [{{id: C-1, name: {NAME}}}]\n")
    for _ in range(2):
        outcome = interviewkit("build", "opening.yaml")
        assert (outcome.code, outcome.err, "ucja" in outcome.out) == (0, "", False)
    small(f"candidates: [{{id: C-1, name: {NAME}}}, {{id: C-1, name: {NAME}}}]\n")
    outcome = interviewkit("build", "opening.yaml")
    assert (outcome.code, "ucja" in outcome.err) == (1, False)


# --- the kit digest --------------------------------------------------------------------------------------


@pytest.fixture
def digest(interviewkit: Run, small: Write, tmp_path: Path) -> Callable[..., str]:
    """Build the small opening with more lines and options; the kit digest, which its pages carry, too."""

    def build(more: str = "", *options: str) -> str:
        small(more)
        outcome = interviewkit("build", "opening.yaml", *options)
        assert outcome.code == 0, outcome.err
        (kit,) = (tmp_path / "output").iterdir()
        found = str(record_of(kit)["kit_digest"])
        assert all(found in texts_of(path)[0] for path in kit.rglob("*.pdf"))
        assert f"kit {found}" in outcome.out
        shutil.rmtree(kit)
        return found

    return build


def test_the_kit_digest_is_the_same_for_other_candidates_and_papers(digest: Callable[..., str]) -> None:
    first = digest()
    assert re.fullmatch("[0-9a-f]{12}", first)
    assert digest("candidates: [{id: C-1, name: Ada}]\n") == first
    assert digest("candidates: [{id: C-1, name: Bob}, {id: C-2}]\n", "--html") == first
    assert digest("# a remark\n") == first


def test_the_kit_digest_changes_with_opening_rubric_and_template(
    digest: Callable[..., str], tmp_path: Path
) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "rubrics").mkdir()
    found = [digest(), digest("contact: hiring@example.org\n"), digest("id: other\n")]
    found.append(digest("", "--templates", "templates"))
    (tmp_path / "templates/other.css").write_text("p {}")
    found.append(digest("", "--templates", "templates"))
    scale = (builtin_folder("rubrics") / "scale.yaml").read_text(encoding="utf-8")
    (tmp_path / "rubrics/scale.yaml").write_text(scale.replace("name: ", "name: My ", 1), encoding="utf-8")
    found.append(digest("", "--rubrics", "rubrics"))
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("suffix", [".DS_Store", "brief.html~", ".brief.html.swp"])
def test_files_that_editors_and_desktops_leave_do_not_change_the_kit(
    digest: Callable[..., str], tmp_path: Path, suffix: str
) -> None:
    (tmp_path / "templates").mkdir()
    before = digest("", "--templates", "templates")
    (tmp_path / "templates" / suffix).write_bytes(b"junk")
    assert digest("", "--templates", "templates") == before


@pytest.mark.parametrize("digest", ["840680346386", "01e5fe2d62e9"])
def test_a_code_has_29_modules_whatever_the_digest_is_made_of(digest: str) -> None:
    """The sheet's style is made for them: fewer would be printed smaller than `kit.json` says."""
    assert 'viewBox="0 0 37 37"' in qr_svg(f"IK1:{digest}:U4RIG4Y4:1", "QR code")


@pytest.mark.parametrize("at_once", [1, 5, 500])
def test_a_record_written_in_parts_is_written_as_in_one(
    at_once: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    layers = find_layers(None, None, tmp_path)
    library = Library(layers.rubrics, layers.language)
    kit = composed(
        load_inputs(builtin_folder("examples") / "claims-assistant.yaml", library), PrintOptions(layers)
    )
    sheets = sheets_of(kit.kit, kit.digests.kit, kit.candidates, kit.look)
    monkeypatch.setattr("interviewkit.record._SHEETS_AT_ONCE", at_once)
    for some in (sheets, ()):
        contents = Contents((), some, {sheet.path: "0" for sheet in some})
        data = kit_record(kit.kit, kit.digests, kit.look, contents)
        record = KitRecord.model_validate_json(data)
        assert [each.sheet for each in record.sheets] == [sheet.id for sheet in some]
        assert data.decode() == record.model_dump_json(indent=1) + "\n"
