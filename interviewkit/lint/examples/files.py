"""Files for the examples of rules: what a user would write, as short as it can be."""

from collections.abc import Iterable, Mapping

from interviewkit.lint.rule import FileExample
from interviewkit.models.jurisdiction import Paper
from interviewkit.models.kit_record import (
    KitRecord,
    KitVersions,
    RecordedCompetency,
    RecordedField,
    RecordedLayout,
    RecordedPage,
    RecordedSheet,
    RecordedStage,
)
from interviewkit.models.question import Form
from interviewkit.models.scale import Seniority

MISSION = "Turn medical records into decisions that a claims handler can check."
MM = 72 / 25.4
SOFTWARE = ("software-engineering",)
LEVELS = ("v1", "v2", "v3", "v4", "v5", "not_assessed")
AI_ENGINEER = (
    "software-engineering",
    "critical-thinking",
    "evaluation-design",
    "ai-and-data-literacy",
    "hands-on-learning",
    "interface-design",
    "human-facing-communication",
    "domain-understanding",
)
HEAVY = ("software-engineering", "critical-thinking", "ai-and-data-literacy")
"""What the work sample `agent-run` gives evidence for."""
THREE_PEOPLE = """\
panel:
  - {name: Interviewer One, stages: [engineering, working-together]}
  - {name: Interviewer Two, stages: [work-sample]}
  - {name: Interviewer Three, stages: [evaluation-design]}
"""
RECOMMENDATIONS = ("clearly_hire", "hire", "do_not_hire", "clearly_do_not_hire")


def role(more: str, *, extends: str = "ai-engineer") -> FileExample:
    """A role that starts from another one and says what differs."""
    return FileExample({"roles/example.yaml": f"id: example\nextends: {extends}\n{more}"})


def opening(more: str = "", *, role: str = "ai-engineer", mission: str = MISSION) -> FileExample:
    """An opening of a role, with more lines."""
    text = f"""\
role: {role}
seniority: senior
title: One of the team
organisation: {{name: Example Health}}
country: GB
team: {{mission: "{mission}"}}
"""
    return FileExample({"opening.yaml": text + more}, check="opening.yaml")


def small_role(weights: Mapping[str, int], *interviews: str, more: str = "") -> FileExample:
    """A role like the AI engineer's with these competencies and interviews only."""
    gone = [f"  {name}: null\n" for name in AI_ENGINEER if name not in weights]
    kept = [f"  {name}: {{weight: {weight}}}\n" for name, weight in weights.items()]
    plan = "".join(f"  - {each}\n" for each in interviews)
    return role(f"competencies:\n{''.join([*kept, *gone])}shifts: null\nplan:\n{plan}{more}")


def usual_role(
    light: str = "hands-on-learning", *, minutes: int = 60, sample: str = "agent-run"
) -> FileExample:
    """Such a role with two interviews: questions, then a work sample for the three heavy competencies."""
    return small_role(
        {**dict(zip(HEAVY, (40, 30, 20), strict=True)), light: 10},
        interview("work", *HEAVY, light),
        interview("run", *HEAVY, sample=sample, minutes=minutes),
    )


def interview(name: str, *competencies: str, sample: str = "", minutes: int = 60) -> str:
    """An interview of a role's plan on one line."""
    end = f", work_sample: {sample}" if sample else ""
    return (
        f"{{id: {name}, title: {name.capitalize()}, purpose: Sees and hears how they work.,"
        f" interviewer: an engineer, minutes: {minutes}, competencies: [{', '.join(competencies)}]{end}}}"
    )


def two_people(*stages: str) -> str:
    """A panel of two who run these interviews together."""
    named = ", ".join(stages)
    return "panel:\n" + "".join(
        f"  - {{name: Interviewer {number}, stages: [{named}]}}\n" for number in ("One", "Two")
    )


def competency(**anchors: str) -> FileExample:
    """A competency whose anchors are usual but for those given, such as `level_5`."""
    usual = (
        "Changes a line and looks.",
        "Reads the message, then changes a line.",
        "Narrows the fault down to a cause.",
        "Rules out a second cause.",
        "Leaves a check that finds the next one.",
    )
    named = {f"level_{level}": text for level, text in enumerate(usual, start=1)} | anchors
    text = "".join(f"  {key}: {value}\n" for key, value in named.items())
    return FileExample(
        {
            "competencies/debugging.yaml": "id: debugging\nname: Debugging\n"
            "definition: Finds the cause of a fault, and shows that it is the cause.\n"
            f"principles: [critical-thinking]\nanchors:\n{text}"
            "signals:\n"
            "  weak: [Tells of a tool., Tells of a team., Tells of a plan.]\n"
            "  strong: [Names the cause., Names the check., Names what was ruled out.]\n"
        }
    )


def sheet(text: str) -> FileExample:
    """A scorecard that a team already has, in Markdown."""
    return FileExample({"scorecard.md": text}, check="scorecard.md")


def level_list(*lines: str) -> FileExample:
    """A plain list that says what the levels of a scale stand for."""
    return FileExample({"levels.txt": "".join(f"{line}\n" for line in lines)}, check="levels.txt")


def records(*texts: str) -> FileExample:
    """The records of finished kits, each in a folder of its own."""
    return FileExample({f"kit-{number}/kit.json": text for number, text in enumerate(texts, start=1)})


def record(  # noqa: PLR0913
    *,
    digest: str = "0123456789ab",
    form: Form = Form.A,
    questions: tuple[str, ...] = ("se-changed-by-others",),
    rated: tuple[str, ...] = SOFTWARE,
    competencies: tuple[str, ...] = SOFTWARE,
    fields: Iterable[RecordedField] = (),
    candidate: str | None = "C-014",
) -> str:
    """The record of a kit with one interview and one scorecard, as the program writes it."""
    return KitRecord(
        opening="claims-assistant",
        role="ai-engineer",
        seniority=Seniority.SENIOR,
        form=form,
        paper=Paper.A4,
        language="en",
        large_print=False,
        kit_digest=digest,
        documents_digest="0" * 64,
        build_digest="0" * 64,
        versions=KitVersions(interviewkit="0.1.0", weasyprint="70.0"),
        structure_score=12,
        competencies=tuple(
            RecordedCompetency(competency=name, weight=100 // len(competencies), bar=3, must_have=False)
            for name in competencies
        ),
        stages=(
            RecordedStage(
                stage="engineering", minutes=60, questions=questions, work_sample=None, rated=rated
            ),
        ),
        layouts=(_layout(fields),),
        sheets=(_scorecard(candidate),),
        files=(),
    ).model_dump_json()


def _layout(fields: Iterable[RecordedField]) -> RecordedLayout:
    page = RecordedPage(page=1, size=(595.276, 841.89), marks=(), qr=None, fields=tuple(fields))
    return RecordedLayout(layout="engineering", stage="engineering", pages=(page,))


def _scorecard(candidate: str | None) -> RecordedSheet:
    return RecordedSheet(
        sheet="3XDHPD2E",
        path=f"scorecards/{candidate}/engineering.pdf" if candidate else "scorecards/engineering.pdf",
        sha256="0" * 64,
        stage="engineering",
        candidate=candidate,
        interviewer=None,
        layout="engineering",
    )


def lines(top: float, height: float, name: str = "software_engineering") -> RecordedField:
    """A writing area for evidence; millimetres from the top of the page."""
    rect = (36.0, top * MM, 559.0, (top + height) * MM)
    return RecordedField(name=f"evidence.{name}", kind="text", state=None, rect=rect)


def boxes(
    top: float, states: tuple[str, ...] = LEVELS, name: str = "software_engineering"
) -> list[RecordedField]:
    """The boxes of a rating, side by side; millimetres from the top of the page."""
    return _choice(f"rating.{name}", top, states)


def verdict(top: float) -> list[RecordedField]:
    """The boxes of the recommendation."""
    return _choice("recommendation", top, RECOMMENDATIONS)


def _choice(name: str, top: float, states: tuple[str, ...]) -> list[RecordedField]:
    return [
        RecordedField(
            name=name,
            kind="choice",
            state=state,
            rect=(36.0 + 80 * number, top * MM, 48.75 + 80 * number, (top + 4.5) * MM),
        )
        for number, state in enumerate(states)
    ]
