"""Every rule of the checker: it explains itself, and its examples are flagged or left alone as it says."""

import datetime
import re
from collections import Counter
from pathlib import Path

import pytest
from built_in import LIBRARY, PRINCIPLES

from interviewkit.library import open_library
from interviewkit.lint import rules as rules_package
from interviewkit.lint.engine import Checker
from interviewkit.lint.finding import Finding
from interviewkit.lint.law import Law
from interviewkit.lint.registry import all_rules, rule_of
from interviewkit.lint.rule import CaseRule, Example, FileExample, LearnedRule, Rule, Severity, TextRule
from interviewkit.lint.rules.ik127_mission_missing_in_substance import STARTER
from interviewkit.lint.sources.targets import gather
from interviewkit.lint.text.item import TextItem
from interviewkit.lint.text.lexicons import load_matcher
from interviewkit.models.jurisdiction import Jurisdiction
from interviewkit.models.principle import Principle
from interviewkit.problems import Code, Location
from interviewkit.starter import OPENING_TEXT

RULES = all_rules()
TEXT_RULES = [rule for rule in RULES if isinstance(rule, TextRule | LearnedRule)]
CASE_RULES = [rule for rule in RULES if isinstance(rule, CaseRule)]
FILES = {path.stem: path for path in Path(str(rules_package.__path__[0])).glob("ik*.py")}
FEWEST_RULES = 60

each_rule = pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
each_text_rule = pytest.mark.parametrize("rule", TEXT_RULES, ids=[rule.code for rule in TEXT_RULES])


# --- what every rule says about itself --------------------------------------------------------------------


def test_there_are_so_many_rules() -> None:
    assert len(RULES) >= FEWEST_RULES


def test_codes_and_names_are_used_once() -> None:
    assert [code for code, times in Counter(rule.code for rule in RULES).items() if times > 1] == []
    assert [name for name, times in Counter(rule.name for rule in RULES).items() if times > 1] == []


def test_every_rule_has_a_file_of_its_code_and_name() -> None:
    assert set(FILES) == {f"{rule.code}_{rule.name}".lower().replace("-", "_") for rule in RULES}
    assert all(rule_of(rule.code) is rule for rule in RULES)


@each_rule
def test_a_rule_explains_itself(rule: Rule) -> None:
    assert re.fullmatch(r"IK[1-9][0-9]{2}", rule.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    assert not rule.message.endswith(".")
    assert len(rule.message.split()) >= 3
    assert rule.hint
    assert 1 <= len(re.findall(r"[.!?](?=[”’)]? |[”’)]?$)", rule.why)) <= 4


@each_rule
def test_a_rule_names_what_it_rests_on(rule: Rule) -> None:
    source = rule.source
    assert source.principle or source.text
    if source.principle:
        assert source.principle in PRINCIPLES
    if source.text:
        datetime.date.fromisoformat(source.as_of)


@each_text_rule
def test_a_rule_about_law_is_of_the_family_that_countries_may_name(rule: TextRule | LearnedRule) -> None:
    assert isinstance(rule, LearnedRule) or not rule.law or rule.code.startswith("IK4")


@each_rule
def test_a_rule_has_examples(rule: Rule) -> None:
    assert isinstance(rule, TextRule | LearnedRule | CaseRule)
    fewest = 2 if isinstance(rule, CaseRule) else 4
    assert min(len(rule.bad), len(rule.good)) >= fewest


@pytest.mark.parametrize("principle", PRINCIPLES.values(), ids=list(PRINCIPLES))
def test_a_principle_names_the_checks_that_see_to_it(principle: Principle) -> None:
    known = {rule.code for rule in RULES} | {code.number for code in Code}
    for line in principle.rules:
        codes = re.search(r" \[(IK\d{3}(?:, IK\d{3})*)\]$", line)
        assert codes, line
        assert set(codes[1].split(", ")) <= known, line


# --- texts ------------------------------------------------------------------------------------------------


COUNTRIES = tuple(
    LIBRARY.load(Jurisdiction, f"jurisdictions/{code}.yaml").value for code in LIBRARY.ids("jurisdictions")
)
MATCHER = load_matcher(LIBRARY)


def checker_of(*rules: Rule) -> Checker:
    """These rules, in the law of every country that is known."""
    return Checker(rules, MATCHER, Law(COUNTRIES), PRINCIPLES)


EVERYTHING = checker_of(*RULES)


def findings_in(example: Example) -> list[Finding]:
    item = TextItem(example.text, example.field, Location("example"), exact=True)
    return list(EVERYTHING.check_text(item))


@each_text_rule
def test_bad_texts_are_flagged(rule: TextRule | LearnedRule) -> None:
    """With at least a warning, but where the rule only remarks."""
    remarks = {Severity.INFO} if rule.severity is not Severity.INFO else set()
    missed = [
        each
        for each in rule.bad
        if rule.code not in {found.code for found in findings_in(each) if found.severity not in remarks}
    ]
    assert missed == []


@each_text_rule
def test_good_texts_are_left_alone(rule: TextRule | LearnedRule) -> None:
    flagged = [
        f"{each.field}: {found}"
        for each in rule.good
        for found in findings_in(each)
        if found.code == rule.code or found.severity is not Severity.INFO
    ]
    assert flagged == []


# --- plans, files, sheets and records ---------------------------------------------------------------------


CASES = [
    pytest.param(rule, kind, example, id=f"{rule.code}-{kind}-{number}")
    for rule in CASE_RULES
    for kind in ("bad", "good")
    for number, example in enumerate(getattr(rule, kind), start=1)
]


@pytest.mark.parametrize(("rule", "kind", "example"), CASES)
def test_examples_of_files(rule: CaseRule, kind: str, example: FileExample, tmp_path: Path) -> None:
    for name, text in example.files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    contents = list(gather(tmp_path / example.check, open_library((tmp_path,))))
    assert [str(problem) for each in contents for problem in each.problems] == []
    cases = [case for each in contents for case in each.cases]
    assert cases
    found = [each for case in cases for each in checker_of(rule).check_case(case)]
    assert bool(found) == (kind == "bad"), [str(each) for each in found]
    assert all(each.location.path.startswith(str(tmp_path)) for each in found)


def test_the_built_in_library_is_clean() -> None:
    found = [
        each
        for contents in gather(LIBRARY.folders[0], LIBRARY)
        for part in (
            *(EVERYTHING.check_text(text) for text in contents.texts),
            *(EVERYTHING.check_case(case) for case in contents.cases),
        )
        for each in part
    ]
    assert [str(each) for each in found if each.severity is not Severity.INFO] == []


def test_the_starter_of_an_opening_is_known_as_one() -> None:
    assert f"mission: {STARTER}" in OPENING_TEXT
