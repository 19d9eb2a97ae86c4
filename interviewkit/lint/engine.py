"""Runs the rules: texts one by one, plans, files, documents and records as cases."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from interviewkit.lint.case import DocumentCase, FileCase, PlanCase, RecordCase
from interviewkit.lint.finding import Finding
from interviewkit.lint.law import Law
from interviewkit.lint.learned.model import Verdict, verdict_of
from interviewkit.lint.learned.verdicts import resemblance, weighed
from interviewkit.lint.rule import CaseFound, CaseRule, LearnedRule, Rule, Severity, TextFound, TextRule
from interviewkit.lint.sources.gathered import Case
from interviewkit.lint.text.item import Field, TextItem
from interviewkit.lint.text.matcher import Matcher
from interviewkit.lint.text.reading import Reading
from interviewkit.models.principle import Principle
from interviewkit.models.principle import Source as PrincipleSource
from interviewkit.problems import Location

_CHECKS: dict[type, str] = {
    PlanCase: "plan",
    FileCase: "file",
    DocumentCase: "document",
    RecordCase: "records",
}


FEWEST_WORDS = 4
"""A name of three words says too little for the classifier to be heard alone."""


@dataclass(frozen=True)
class Checker:
    """All rules, with the words, principles and laws they need; findings of `selected` codes are reported.

    Every rule about texts is asked in any case: what the others find is part of how sure the checker is.
    """

    rules: tuple[Rule, ...]
    matcher: Matcher
    law: Law
    principles: dict[str, Principle]
    selected: frozenset[str] | None = None

    @cached_property
    def _text_rules(self) -> dict[Field, list[TextRule]]:
        rules = [rule for rule in self.rules if isinstance(rule, TextRule)]
        return {field: [rule for rule in rules if field in rule.fields] for field in Field}

    def check_text(self, item: TextItem) -> list[Finding]:
        """The findings of one text."""
        reading = Reading(item, self.matcher)
        found = [(rule, each) for rule in self._asked_about(reading) for each in rule.check(reading)]
        codes = dict.fromkeys(rule.code for rule, _ in found if rule.is_opinion)
        verdict = verdict_of(reading, codes)
        findings = [self._of_text(rule, each, reading, verdict) for rule, each in found]
        grave = any(each.severity is not Severity.INFO for each in findings)
        if verdict.margin >= 0 and reading.count >= FEWEST_WORDS and not grave:
            findings.extend(self._resembling(reading, verdict))
        return [finding for finding in findings if self._reports(finding.code)]

    def _asked_about(self, reading: Reading) -> Iterator[TextRule]:
        for rule in self._text_rules[reading.item.field]:
            if not (rule.topics and rule.topics.isdisjoint(reading.topics)):
                yield rule

    def _resembling(self, reading: Reading, verdict: Verdict) -> Iterator[Finding]:
        for rule in self.rules:
            if isinstance(rule, LearnedRule) and rule.kind == verdict.kind:
                found = resemblance(reading, verdict, rule.message)
                yield self._finding(rule, self._place(found, reading), found.message, "")

    def _reports(self, code: str) -> bool:
        return self.selected is None or code in self.selected

    def check_case(self, case: Case) -> Iterator[Finding]:
        """The findings of a plan, a file, a document or a folder's records."""
        name = _CHECKS[type(case)]
        for rule in self.rules:
            if not isinstance(rule, CaseRule) or not self._reports(rule.code):
                continue
            check: Callable[[Any], Iterable[CaseFound]] | None = getattr(rule, name)
            if check is not None:
                for found in check(case):
                    yield self._finding(rule, found.location, found.message, found.hint)

    def _of_text(self, rule: TextRule, found: TextFound, reading: Reading, verdict: Verdict) -> Finding:
        message = found.message or rule.message
        if found.hit is not None:
            message = f"{message}: “{reading.said(found.hit)}”"
        finding = self._finding(rule, self._place(found, reading), message, found.hint)
        return replace(finding, severity=weighed(finding.severity, verdict)) if rule.weighed else finding

    @staticmethod
    def _place(found: TextFound, reading: Reading) -> Location:
        hit = found.hit or found.place
        return reading.item.location if hit is None else reading.item.place(reading.column(hit))

    def _finding(self, rule: Rule, location: Location, message: str, hint: str) -> Finding:
        severity, source = rule.severity, cited(rule, self.principles)
        if isinstance(rule, TextRule) and rule.law:
            basis = self.law.basis(rule.code)
            if basis is None:
                severity = min(severity, Severity.WARNING, key=_WEIGHT.__getitem__)
            else:
                severity = min(severity, basis.severity, key=_WEIGHT.__getitem__)
                hint = hint or basis.hint
                source = "; ".join(part for part in (basis.source, source) if part)
        return Finding(location, rule.code, rule.name, severity, message, hint or rule.hint, source)


_WEIGHT = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


def cited(rule: Rule, principles: dict[str, Principle]) -> str:
    """A rule's own source in words: the principle with document and timestamps, the text with its day."""
    parts = []
    principle = principles.get(rule.source.principle)
    if principle is not None:
        places = "; ".join(f"{each.document} {_place(each)}" for each in principle.sources)
        parts.append(f"principle `{principle.id}` ({places})")
    if rule.source.text:
        day = f" (as of {rule.source.as_of})" if rule.source.as_of else ""
        parts.append(f"{rule.source.text}{day}")
    return "; ".join(parts)


def _place(source: PrincipleSource) -> str:
    return ", ".join(source.timestamps) or source.section or ""
