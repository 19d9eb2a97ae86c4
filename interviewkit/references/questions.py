"""Question banks: known job tasks, ids used once, and pairs that are really parallel."""

from collections import Counter
from collections.abc import Iterator

from interviewkit.loading import Loaded
from interviewkit.models.question import Question, QuestionBank
from interviewkit.problems import Code, Problem, did_you_mean
from interviewkit.references.ids import Named, double_ids, listed, misnamed_file, unknown_ids
from interviewkit.rubric import Rubric

_SAME_IN_BOTH = ("kind", "minutes", "seniorities")


def question_problems(rubric: Rubric) -> Iterator[Problem]:
    """Every reference in the role's banks that does not hold."""
    tasks = frozenset(task.id for task in rubric.job_tasks.value.job_tasks)
    owner: dict[str, str] = {}
    for competency, bank in rubric.banks.items():
        yield from misnamed_file(bank, bank.value.competency, "competency")
        questions = bank.value.questions
        count = Counter(question.id for question in questions)
        ids: Named = [(question.id, ("questions", n, "id")) for n, question in enumerate(questions)]
        yield from double_ids(bank, "question", ids)
        for n, question in enumerate(questions):
            named = listed(question.job_tasks, "questions", n, "job_tasks")
            yield from unknown_ids(bank, "job task", named, tasks)
            if count[question.id] == 1 and count[question.parallel] <= 1:
                yield from _pair_problems(bank, n, question)
            if owner.setdefault(question.id, competency) != competency:
                message = f"the question `{question.id}` also stands in `{owner[question.id]}.yaml`"
                path = ("questions", n, "id")
                yield bank.problem(Code.DUPLICATE_ID, path, message, "give each its own id")


def _pair_problems(bank: Loaded[QuestionBank], n: int, question: Question) -> Iterator[Problem]:
    by_id = {entry.id: entry for entry in bank.value.questions}
    path = ("questions", n, "parallel")
    twin = by_id.get(question.parallel)
    if twin is None:
        message = f"`{question.id}` names `{question.parallel}` as its parallel, which is not in this bank"
        yield bank.problem(Code.UNKNOWN_ID, path, message, did_you_mean(question.parallel, by_id))
        return
    if twin.parallel != question.id or twin.form == question.form:
        message = f"`{question.id}` and `{twin.id}` must name each other, one in form A and one in form B"
        yield bank.problem(Code.NOT_PARALLEL, path, message, "correct `parallel` and `form` of both")
        return
    for name in _SAME_IN_BOTH:
        if getattr(twin, name) != getattr(question, name) and question.form.value == "A":
            message = f"`{question.id}` and its parallel `{twin.id}` differ in `{name}`"
            yield bank.problem(Code.NOT_PARALLEL, ("questions", n, name), message, "make the two the same")
