"""Whatever stands in a file, the answer is data or problems at places in that file; merging loses nothing."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from interviewkit.compose.kit import compose_kit
from interviewkit.errors import ProblemLog
from interviewkit.library import open_library
from interviewkit.loading import load, validate
from interviewkit.models.jurisdiction import Jurisdiction
from interviewkit.models.opening import Opening
from interviewkit.models.question import Form
from interviewkit.models.scale import Seniority
from interviewkit.problems import Problem
from interviewkit.references.opening import opening_problems
from interviewkit.rubric import Rubric, load_rubric
from interviewkit.yaml_source import YamlSource, compose_yaml, read_yaml

NAME = "opening.yaml"
MINIMAL = (Path(__file__).parent / "minimal.yaml").read_text(encoding="utf-8")
OPENING = f"""\
{MINIMAL}panel:
  - {{name: Ada, stages: [engineering]}}
candidates:
  - {{id: C-1, name: Łucja}}
changes:
  weights: {{software-engineering: 30}}
"""
often = settings(deadline=None, max_examples=200)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("properties") / NAME


def problems_of(action: Callable[[], object]) -> list[Problem]:
    """The problems of the action; any other exception fails the test."""
    log = ProblemLog()
    log.attempt(action)
    return log._problems


def check(problems: list[Problem], text: str) -> None:
    """Every problem is one line, at a place of the file that an editor can go to."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff").split("\n")
    for problem in problems:
        assert str(problem).isprintable()
        assert problem.location.path == NAME
        assert 1 <= problem.location.line <= len(lines)
        assert 1 <= problem.location.column <= len(lines[problem.location.line - 1]) + 1


# --- any text --------------------------------------------------------------------------------------------

TOKENS = [
    *"-:,[]{}&*!|>'\"%@`#?\\~\n \t\r\u2028\x07é🙂",
    *("- ", ": ", "  ", "\n\n", "&a ", "*a", "!!str ", "---\n", "...\n", "<<: ", "\ufeff", "null", "C-1"),
    *("panel:", "role: ", "candidates:\n  - {id: ", "changes: {", "dates: {opens: ", "2026-02-30"),
]
soup = st.lists(st.sampled_from(TOKENS), max_size=20).map("".join)


@st.composite
def openings_with_slips(draw: st.DrawFn) -> str:
    """A good opening with a few stretches replaced by something else."""
    text = OPENING
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = start + draw(st.integers(0, 8))
        text = text[:start] + draw(soup | st.text(max_size=5)) + text[end:]
    return text


@often
@given(text=st.text() | soup | openings_with_slips())
def test_any_text_is_an_opening_or_has_problems_in_its_lines(text: str, file: Path) -> None:
    file.write_bytes(text.encode())
    check(problems_of(lambda: load(Opening, file, NAME)), text)


@often
@given(data=st.binary() | st.binary(max_size=8).map(lambda data: OPENING.encode() + data))
def test_any_bytes_are_yaml_or_have_problems_in_their_lines(data: bytes, file: Path) -> None:
    file.write_bytes(data)
    check(problems_of(lambda: read_yaml(file, NAME)), data.decode("utf-8", "replace"))


@often
@given(text=soup | openings_with_slips())
def test_line_ends_do_not_move_problems(text: str, file: Path) -> None:
    found = []
    for line_end in ("\n", "\r\n", "\r"):
        file.write_bytes(text.replace("\r", "").replace("\n", line_end).encode())
        found.append(problems_of(lambda: load(Opening, file, NAME)))
    assert found[0] == found[1] == found[2]


# --- any opening that the schema lets through ------------------------------------------------------------


@cache
def rubric() -> Rubric:
    return load_rubric(open_library(), "ai-engineer")


@cache
def country() -> Jurisdiction:
    library = open_library()
    return load(Jurisdiction, library.find("jurisdictions/GB.yaml")).value


def some(words: st.SearchStrategy[str], most: int = 3) -> st.SearchStrategy[list[str]]:
    return st.lists(words, max_size=most)


def mostly(words: Iterable[str], *slips: str) -> st.SearchStrategy[str]:
    """One of the words, now and then a slip."""
    return st.sampled_from([*sorted(words), *sorted(words), *slips])


STAGES = st.sampled_from([*(stage.id for stage in rubric().role.value.plan), "talk"])
COMPETENCIES = mostly(rubric().competencies, "juggling")
FITTING = [
    each.id
    for each in rubric().questions.values()
    if each.form is Form.A and Seniority.MID in each.seniorities
]
QUESTIONS = mostly(FITTING, "what-else", "se-replace-part-in-use", "se-wrong-for-a-while")
ADDED_STAGE = st.fixed_dictionaries(
    {
        "id": st.sampled_from(["talk", "talk", "engineering"]),
        "title": st.just("Talk"),
        "purpose": st.just("Talks."),
        "interviewer": st.just("anybody"),
        "minutes": st.integers(15, 120),
        "competencies": some(COMPETENCIES).filter(bool),
    },
    optional={
        "work_sample": st.sampled_from(["agent-run", "agent-run-b", "claims-assistant-evaluation"]),
        "prefer": some(QUESTIONS),
        "kinds": some(st.sampled_from(["behavioural", "situational", "work_sample"])).filter(bool),
    },
)
STAGE_CHANGE = st.fixed_dictionaries(
    {},
    optional={"minutes": st.integers(15, 120), "competencies": some(COMPETENCIES).filter(bool)},
)
CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "weights": st.dictionaries(COMPETENCIES, st.integers(1, 60), max_size=3),
        "bars": st.dictionaries(COMPETENCIES, st.integers(1, 5), max_size=3),
        "stages": st.dictionaries(STAGES, STAGE_CHANGE, max_size=2),
        "drop_stages": some(STAGES, 2),
        "add_stages": st.lists(ADDED_STAGE, max_size=2),
        "questions": st.fixed_dictionaries(
            {},
            optional={
                "add": st.dictionaries(STAGES, some(QUESTIONS), max_size=2),
                "drop": some(QUESTIONS, 5),
                "replace": st.dictionaries(QUESTIONS, QUESTIONS, max_size=2),
            },
        ),
    },
)
PERSON = st.fixed_dictionaries(
    {"name": st.sampled_from(["Ada", "ada", "Bo", "王小明"]), "stages": some(STAGES, 4).filter(bool)},
    optional={"id": st.sampled_from(["ada", "ADA", "bo-2"])},
)
MORE = st.fixed_dictionaries(
    {"changes": CHANGES},
    optional={"panel": st.lists(PERSON, max_size=4)},
)


@settings(deadline=None, max_examples=80)
@given(more=MORE)
def test_any_opening_is_a_kit_or_has_problems_in_its_lines(more: dict[str, Any]) -> None:
    text = OPENING.partition("panel:")[0] + yaml.safe_dump(more, allow_unicode=True)
    opening = validate(Opening, compose_yaml(text, NAME))
    problems = list(opening_problems(opening, rubric()))
    if not problems:
        log = ProblemLog()
        kit = log.attempt(lambda: compose_kit(rubric(), opening, country(), "opening"))
        problems = log._problems
        assert (kit is None) == bool(problems)
        assert kit is None or sum(entry.weight for entry in kit.competencies) == 100
    check(problems, text)


# --- merging (`extends:`) --------------------------------------------------------------------------------

Tree = Any
KEYS = st.sampled_from("ab")
WORDS = st.text("xyz", min_size=1, max_size=3)


def trees(*leaves: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    inner = st.recursive(
        st.one_of(*leaves, st.lists(WORDS, max_size=3)),
        lambda deeper: st.dictionaries(KEYS, deeper, max_size=4),
    )
    return st.dictionaries(KEYS, inner, min_size=1, max_size=4)


def source_of(tree: Tree, name: str) -> YamlSource:
    return compose_yaml(yaml.safe_dump(tree, sort_keys=False), name)


def merged(base: Tree, child: Tree) -> Tree:
    """What `extends:` promises: mappings merge, null deletes, all else replaces."""
    if not (isinstance(base, dict) and isinstance(child, dict)):
        return child
    both = {key: merged(base[key], child[key]) if key in base else child[key] for key in child}
    return {key: value for key, value in (base | both).items() if value is not None}


def leaves_of(tree: Tree, *path: str | int) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every word in the tree with its path."""
    if isinstance(tree, str):
        yield path, tree
    elif isinstance(tree, dict | list):
        pairs: Any = tree.items() if isinstance(tree, dict) else enumerate(tree)
        for key, value in pairs:
            yield from leaves_of(value, *path, key)


@settings(deadline=None, max_examples=60)
@given(trees(WORDS), trees(WORDS, st.none()))
def test_merging_loses_no_key_but_those_set_to_null(base: Tree, child: Tree) -> None:
    data = source_of(base, "base").extended_by(source_of(child, "child")).data
    assert data == merged(base, child)
    assert [key for key in data if key in base] == [key for key in base if key in data], "in its order"


def extended(named: list[tuple[str, Tree]]) -> YamlSource:
    """The last tree, which extends the one before it, and so on: nothing else holds on to any of them."""
    (name, tree), *others = reversed(named)
    source = source_of(tree, name)
    return extended(others[::-1]).extended_by(source) if others else source


@settings(deadline=None, max_examples=200)
@given(trees(WORDS), st.lists(trees(WORDS, st.none()), min_size=1, max_size=3))
def test_every_merged_word_is_located_where_it_is_written(base: Tree, children: list[Tree]) -> None:
    named = [(f"file {number}", tree) for number, tree in enumerate((base, *children))]
    lines = {name: yaml.safe_dump(tree, sort_keys=False).split("\n") for name, tree in named}
    whole = extended(named)
    for path, word in leaves_of(whole.data):
        place = whole.locate(path)
        line = lines[place.path][place.line - 1]
        assert line[place.column - 1 :].startswith(word)
