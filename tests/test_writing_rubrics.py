"""docs/writing-rubrics.md: what it shows can be used as it stands."""

import re
from collections.abc import Callable
from pathlib import Path

from built_in import JOB_TASKS, PRINCIPLES, anchors_of
from conftest import Outcome

from interviewkit.loading import validate
from interviewkit.models.competency import Competency
from interviewkit.models.question import Question
from interviewkit.yaml_source import compose_yaml

PAGE = (Path(__file__).parents[1] / "docs/writing-rubrics.md").read_text(encoding="utf-8")
COMPETENCY, QUESTION, ROLE = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


def test_the_competency_is_one() -> None:
    competency = validate(Competency, compose_yaml(COMPETENCY, "hand-over.yaml")).value
    assert set(competency.principles) <= set(PRINCIPLES)
    assert max(len(anchor.split()) for anchor in anchors_of(competency)) <= 22


def test_the_question_is_one() -> None:
    item = re.sub(r"^(  - |    )", "", QUESTION, flags=re.MULTILINE)
    question = validate(Question, compose_yaml(item, "question.yaml")).value
    assert set(question.job_tasks) <= set(JOB_TASKS)
    assert question.ask.startswith("Tell me about one time ")


def test_the_role_is_shown_as_the_page_says(interviewkit: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "roles").mkdir()
    (tmp_path / "roles/ai-engineer-search.yaml").write_text(ROLE, encoding="utf-8")
    shown = interviewkit("show", "ai-engineer-search", "--rubrics", ".")
    assert (shown.code, shown.err) == (0, "")
    assert "AI engineer, search (ai-engineer-search)" in shown.out
    assert "Software engineering (software-engineering) · 24 %" in shown.out
    assert "Domain understanding (domain-understanding) · 8 %" in shown.out
