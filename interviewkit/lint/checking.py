"""`check`: paths in, findings out, with suppressions taken into account."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from interviewkit.errors import InputError
from interviewkit.library import Library
from interviewkit.lint.engine import Checker
from interviewkit.lint.finding import Finding
from interviewkit.lint.law import Law
from interviewkit.lint.registry import all_rules
from interviewkit.lint.rule import Rule, Severity
from interviewkit.lint.sources.gathered import Gathered
from interviewkit.lint.sources.targets import LIMIT, gather
from interviewkit.lint.suppression import Suppression, apply_suppressions, suppressions_in
from interviewkit.lint.text.lexicons import load_matcher
from interviewkit.models.jurisdiction import Jurisdiction
from interviewkit.models.principle import PrincipleList
from interviewkit.problems import Code, Problem
from interviewkit.yaml_source import read_text

PROBLEMS_PAGE = "docs/problems.md"

_REMARKS = frozenset((Code.SUPPRESSION_UNUSED, Code.NOT_TRANSLATED))
"""Problems that stop nothing."""


@dataclass(frozen=True)
class CheckRequest:
    """What to check: paths (none: the library itself), countries (none: the opening's, else all), rules.

    `select` and `ignore` are codes or their beginnings: `IK4` means the whole family.
    """

    library: Library
    paths: tuple[Path, ...] = ()
    countries: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that are looked for."""
        chosen = (rule for rule in all_rules() if not self.select or rule.code.startswith(self.select))
        return tuple(rule for rule in chosen if not rule.code.startswith(self.ignore))


def check(request: CheckRequest) -> list[Finding]:
    """Every finding, by file, line and column; raises InputError where the library itself cannot be read."""
    paths = request.paths or request.library.folders
    return check_gathered(request, [each for path in paths for each in gather(path, request.library)])


def check_gathered(request: CheckRequest, contents: Sequence[Gathered]) -> list[Finding]:
    """The findings of what was gathered, without those that a comment suppresses."""
    with _no_collector():
        return _check_gathered(request, contents)


@contextmanager
def _no_collector() -> Iterator[None]:
    """Pause the collector of circular garbage: a check leaves next to none, and is faster without it."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _check_gathered(request: CheckRequest, contents: Sequence[Gathered]) -> list[Finding]:
    rules, checkers = request.rules, _Checkers(request)
    findings: set[Finding] = set()
    for gathered in contents:
        checker = checkers.of(gathered.country)
        findings.update(of_problem(problem) for problem in gathered.problems)
        findings.update(found for text in gathered.texts for found in checker.check_text(text))
        findings.update(found for case in gathered.cases for found in checker.check_case(case))
    suppressions = [each for gathered in contents for each in _suppressions(gathered)]
    codes = frozenset(rule.code for rule in rules)
    left, problems = apply_suppressions(findings, dict.fromkeys(suppressions), codes)
    return sorted({*left, *(of_problem(problem) for problem in problems)})


class _Checkers:
    """A checker for each country, made once."""

    def __init__(self, request: CheckRequest) -> None:
        library = request.library
        self._request = request
        self._selected = frozenset(rule.code for rule in request.rules)
        self._matcher = load_matcher(library)
        principles = library.load(PrincipleList, "principles.yaml").value.principles
        self._principles = {principle.id: principle for principle in principles}
        self.of = cache(self._of)

    def _of(self, country: str | None) -> Checker:
        library = self._request.library
        named = self._request.countries or ((country,) if country else ())
        codes = named or library.ids("jurisdictions")
        countries = tuple(library.load(Jurisdiction, f"jurisdictions/{code}.yaml").value for code in codes)
        law = Law(countries, bool(named))
        return Checker(all_rules(), self._matcher, law, self._principles, self._selected)


def of_problem(problem: Problem) -> Finding:
    """A problem of loading or of suppressions as a finding."""
    severity = Severity.WARNING if problem.code in _REMARKS else Severity.ERROR
    name = problem.code.name.lower().replace("_", "-")
    source = f"{PROBLEMS_PAGE}: {problem.code.meaning}"
    return Finding(
        problem.location, problem.code.number, name, severity, problem.message, problem.hint, source
    )


def _suppressions(gathered: Gathered) -> Iterator[Suppression]:
    for name in dict.fromkeys(text.location.path for text in gathered.texts):
        if name in gathered.sources:
            yield from suppressions_in(name, gathered.sources[name])
        else:
            with suppress(InputError):
                yield from suppressions_in(name, read_text(Path(name), limit=LIMIT))


def stops(findings: Iterable[Finding], *, strict: bool) -> bool:
    """Is there an error among them, or, strictly, a warning?"""
    grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(finding.severity in grave for finding in findings)
