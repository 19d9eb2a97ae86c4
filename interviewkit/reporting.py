"""What the commands print: plain lines, built without touching a stream."""

from collections.abc import Iterable, Iterator

from interviewkit.build import BuildReport
from interviewkit.models.role import Role


def build_lines(report: BuildReport) -> Iterator[str]:
    """What was written and what to open first."""
    if report.up_to_date:
        yield f"{report.folder} is up to date (kit {report.digest})"
        yield f"open first: {report.folder / 'brief.pdf'}"
        return
    pdfs = sum(name.endswith(".pdf") for name in report.files)
    yield f"{report.folder}: {pdfs} PDFs, kit {report.digest}, structure {report.kit.structure_score}/15"
    for name, purpose in _summary(report):
        yield f"  {name:<24}{purpose}"
    for name in report.kept:
        yield f"  {name} is your changed file, kept"
    yield f"open first: {report.folder / 'brief.pdf'}"


def _summary(report: BuildReport) -> Iterator[tuple[str, str]]:
    cards = [name for name in report.files if name.startswith("scorecards/") and name.endswith(".pdf")]
    blank = [name for name in cards if name.count("/") == 1]
    named = f" and {len(cards) - len(blank)} for candidates" if len(cards) > len(blank) else ""
    yield "brief.pdf", "the plan, for recruiter and hiring manager"
    yield "candidate.pdf", "mail this to every candidate"
    yield "guides/", "the interview guides, one per interview"
    yield "scorecards/", f"{len(blank)} blank{named}; print on both sides, or fill them in a viewer"
    samples = sum(name.startswith("work-samples/") and name.endswith(".pdf") for name in report.files)
    if samples:
        yield "work-samples/", f"{samples} to hand to the candidate in the interview"
    yield "debrief.pdf", "for the panel, when all scorecards are in"
    yield "print-packs/", "everything one interviewer needs, to print on both sides"
    yield "print-pack.pdf", "all of it in one file"
    yield "kit.json", "for machines"


def role_lines(roles: Iterable[Role]) -> Iterator[str]:
    """One line per role: id, name, seniorities."""
    for role in roles:
        yield f"{role.id:<24}{role.name:<32}{', '.join(entry.value for entry in role.seniorities)}"
