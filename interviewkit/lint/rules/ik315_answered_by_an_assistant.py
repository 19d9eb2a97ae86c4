"""IK315: where assistants are left outside, ask what they could not have answered anyway."""

from collections.abc import Iterable, Iterator
from functools import cache

from interviewkit.lint.case import FileCase, PlanCase
from interviewkit.lint.checks.banks import asked_in_kit, place_of
from interviewkit.lint.checks.plan import in_kits
from interviewkit.lint.checks.question import listed
from interviewkit.lint.examples.banks import bank, question, work_sample
from interviewkit.lint.examples.files import opening, usual_role
from interviewkit.lint.rule import CaseFound, CaseRule, FileExample, Severity, Source
from interviewkit.lint.text.folding import fold
from interviewkit.lint.text.matcher import Matcher
from interviewkit.lint.text.words import words_of
from interviewkit.models.kit import Kit, KitStage
from interviewkit.models.question import QuestionKind
from interviewkit.models.work_sample import WorkSample

_KINDS = frozenset((QuestionKind.JOB_KNOWLEDGE, QuestionKind.SITUATIONAL))
_SHORT = 25
_PATTERNS = {
    "forbids": (
        "(no|without|nor) [an|any|your] (assistant|assistants|chatbot|chatbots|copilot|ai|llm|llms)",
        "(no|without) (internet|model|models|help|tools) [and|or] [no|any] (assistant|assistants|chatbot|ai)",
        "(assistant|assistants|chatbot|chatbots|ai|llms|copilot) [tools] (is|are) (not|forbidden|off|banned)",
        "(don't|may not|must not|cannot|not) (use|open|ask|consult) [an|any|your] (assistant|chatbot|ai|llm)",
    ),
    "recites": (
        "^(define|recite|enumerate)",
        "^(what is|what are|what does|what do) .. (mean|stand for|difference|types|kinds|advantages)",
        "^(explain|describe|list|name|give) .. (difference|differences|advantages|types|kinds|principles)",
        "^(explain|describe) (what|how) .. (is|are|means|works|work)",
        "^(what is|what are) (a|an)",
    ),
}
_OWN = listed(
    "your you've you'd yours our this these those above below exhibit exhibits page pages table log"
    " trace line"
    " lines row rows brief draft case cases who whom colleague manager customer customers users staff team"
)


@cache
def _matcher() -> Matcher:
    return Matcher(_PATTERNS)


def _groups(text: str) -> frozenset[str]:
    return frozenset(hit.group for hit in _matcher().hits(words_of(fold(text).text)))


def _forbids(texts: Iterable[str]) -> bool:
    return any("forbids" in _groups(text) for text in texts)


def _needs_nothing(text: str) -> bool:
    """Can it be answered without anything of the candidate's, of this case, of these pages?"""
    words = [word.text for word in words_of(fold(text).text)]
    particular = any(word in _OWN or word[0].isdigit() for word in words)
    return len(words) <= _SHORT and not particular


def _leaves_assistants_out(stage: KitStage) -> bool:
    sample = stage.work_sample
    texts = (sample.brief, *sample.notes.how_to_run) if sample else ()
    return _forbids((stage.purpose, *texts))


def _plan(case: PlanCase) -> Iterator[CaseFound]:
    def look(kit: Kit) -> Iterator[CaseFound]:
        forbidding = {stage.id for stage in kit.stages if _leaves_assistants_out(stage)}
        for stage, each in asked_in_kit(kit):
            if stage.id in forbidding and each.kind in _KINDS and _needs_nothing(each.ask):
                place = place_of(case, stage, each, "ask")
                yield CaseFound(place, f"`{each.id}` needs nothing that an assistant does not know")

    return in_kits(case, look)


def _file(case: FileCase) -> Iterator[CaseFound]:
    """The tasks of a work sample that is done without an assistant."""
    sample = case.loaded.value
    if not isinstance(sample, WorkSample) or not _forbids((sample.brief, *sample.notes.how_to_run)):
        return
    for position, task in enumerate(sample.tasks):
        if "recites" in _groups(task) and _needs_nothing(task):
            place = case.loaded.locate("tasks", position)
            yield CaseFound(
                place, "this task needs nothing of the pages, and an assistant answers it at once"
            )


_ALONE = "A library’s assistant answers late. Work with pen and paper; no internet, no assistant."
_CACHES = "How would you decide between a cache and an index?"
_LETTERS = (
    "Staff wait 40 seconds for an answer, and 3 of 4 questions came before. What would you change first?"
)


def _asked(ask: str) -> FileExample:
    """A role whose interview with a work sample, done without an assistant, also asks this."""
    usual = usual_role(minutes=90).files["roles/example.yaml"]
    text = usual.replace(
        "work_sample: agent-run", "work_sample: agent-run, prefer: [first], kinds: [situational]"
    )
    changes = {"kind": "situational", "job_tasks": ["trace-and-replay-agent-runs"], "ask": ask}
    own = bank(
        question("first", "second", **changes),
        question("second", "first", form="B", **{**changes, "ask": ask.replace("How", "By what means")}),
        question("third", "fourth", job_tasks=["design-evaluations"]),
        competency="ai-and-data-literacy",
    )
    return FileExample({"roles/example.yaml": text, **own.files})


RULE = CaseRule(
    code="IK315",
    name="answered-by-an-assistant",
    severity=Severity.WARNING,
    message="an assistant is not allowed, and would have answered this",
    hint="ask about the pages, the numbers or an episode of the candidate’s own; or allow the assistant",
    why=(
        "What a model answers in a second is looked up in the job, too. Without the model the question"
        " measures memory; with it, next to nothing."
    ),
    source=Source(principle="job-relevant-questions"),
    plan=_plan,
    file=_file,
    bad=(
        _asked(_CACHES),
        work_sample(brief=_ALONE, tasks=("Define precision and recall.",)),
        work_sample(brief=_ALONE, tasks=("Explain the difference between a process and a thread.",)),
    ),
    good=(
        _asked(_LETTERS),
        work_sample(brief=_ALONE),
        work_sample(tasks=("Explain how retrieval works to a new volunteer.",)),
        opening(),
    ),
)
