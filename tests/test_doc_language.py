"""A kit whose questions are not translated says so, to everyone who would be surprised."""

from pathlib import Path

import pytest

from interviewkit.builtin import builtin_folder
from interviewkit.compose.kit import compose_kit
from interviewkit.documents import Look, documents_of, shared_context
from interviewkit.html import open_templates, render_html
from interviewkit.inputs import load_inputs
from interviewkit.language import open_language
from interviewkit.library import open_library
from interviewkit.models.jurisdiction import Paper

TEMPLATES = (builtin_folder("templates"),)
EXAMPLE = (builtin_folder("examples") / "claims-assistant.yaml").read_text(encoding="utf-8")


def pages(opening: Path) -> dict[str, str]:
    """The HTML of brief, candidate page and one guide."""
    inputs = load_inputs(opening, open_library())
    kit = compose_kit(inputs.rubric, inputs.opening, inputs.jurisdiction.value, inputs.opening_id)
    look = Look(open_language(kit.language, kit.jurisdiction.code, TEMPLATES), Paper.A4)
    shared = shared_context(kit, "0" * 12, look, inputs.fallback_texts, has_logo=False)
    environment = open_templates(TEMPLATES, look.language)
    return {
        document.path: render_html(environment, document.template, {**shared, **document.context})
        for document in documents_of(kit, (), look)
        if document.path in {"brief.pdf", "candidate.pdf", "guides/engineering.pdf"}
    }


@pytest.mark.parametrize(
    ("language", "name"), [("de", "Englisch"), ("fr", "anglais"), ("en", "")], ids=["de", "fr", "en"]
)
def test_it_is_said_which_language_the_questions_are_in(tmp_path: Path, language: str, name: str) -> None:
    opening = tmp_path / "opening.yaml"
    opening.write_text(f"{EXAMPLE}language: {language}\n", encoding="utf-8")
    said = {path: name in html for path, html in pages(opening).items() if name}
    assert said == (
        {"brief.pdf": True, "candidate.pdf": True, "guides/engineering.pdf": True} if name else {}
    )
    if not name:
        assert not [path for path, html in pages(opening).items() if "not translated" in html]
