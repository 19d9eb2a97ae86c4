"""Rubrics in several languages: translations beside the originals, and what is printed without one."""

import re
from collections.abc import Callable, Iterator
from dataclasses import astuple
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from interviewkit.builtin import builtin_folder
from interviewkit.compose.kit import compose_kit
from interviewkit.fallback import language_name
from interviewkit.inputs import Inputs, load_inputs
from interviewkit.library import Library
from interviewkit.models.competency import Competency
from interviewkit.translation import translated
from interviewkit.yaml_source import compose_yaml

Run = Callable[..., Any]
Write = Callable[..., Path]
Place = tuple[str | int, ...]

TESTS = Path(__file__).parent
SMALL = TESTS / "small_rubrics"
BUILT_IN = builtin_folder("rubrics")
CASES = yaml.safe_load((TESTS / "bad" / "translations.yaml").read_text(encoding="utf-8"))
MARKER = re.compile("⟨.⟩")
GERMAN = "language: de\n"


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


# --- mistakes --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_every_mistake_of_a_translation_is_one_line_in_its_file(
    case: dict[str, str], interviewkit: Run, small: Write, tmp_path: Path
) -> None:
    small(GERMAN)
    places = {}
    for match in MARKER.finditer(case["text"]):
        before = MARKER.sub("", case["text"][: match.start()])
        column = len(before) - before.rfind("\n")
        places[match[0]] = f"rubrics/{case['file']}:{before.count(chr(10)) + 1}:{column}"
    write(tmp_path / "rubrics", {case["file"]: MARKER.sub("", case["text"])})
    lines = [line.split(" ", 1) for line in case["problems"].splitlines()]
    expected = "".join(f"{places[place]}: {words}\n" for place, words in lines)
    assert astuple(interviewkit("build", "opening.yaml", "--rubrics", "rubrics")) == (1, "", expected)


def test_mistakes_of_a_file_and_of_its_translation_are_shown_together(
    interviewkit: Run, small: Write, tmp_path: Path
) -> None:
    small(GERMAN)
    original = (SMALL / "competencies/building.yaml").read_text(encoding="utf-8")
    files = {
        "competencies/building.yaml": original.replace("  level_5:", "  level_7:"),
        "competencies/building.de.yaml": "id: building\n",
    }
    write(tmp_path / "rubrics", files)
    assert interviewkit("build", "opening.yaml", "--rubrics", "rubrics").err == (
        "rubrics/competencies/building.de.yaml:1:1: IK061 `id` is not a text; "
        "a translation changes texts only; remove it\n"
        "rubrics/competencies/building.yaml:10:3: IK012 `anchors.level_7` is not known here; "
        "did you mean `level_5`?\n"
    )


# --- texts that are missing ------------------------------------------------------------------------------

WHOLE = """\
name: Bauen
definition: Bauen, so weit man es sieht.
anchors:
  level_1: Sagt es.
  level_2: Zeigt es.
  level_3: Zeigt Eigenes.
  level_4: Nennt es vorab.
  level_5: Ändert es.
signals:
  weak: [Spricht nur von anderen., Nennt kein Ergebnis., Weiß den eigenen Teil nicht.]
  strong: [Nennt das Ergebnis., 'Sagt, was anders würde.', 'Sagt, wer es genutzt hat.']
"""
WRITE = "the English one is printed; write"
ADD_IT = "the English one is printed; add it"
MISSING = {
    "all of it": ("competencies/building.de.yaml", WHOLE, None),
    "empty values": (
        "competencies/building.de.yaml",
        "name:\ndefinition: ~\nanchors:\nsignals: {weak: , strong: }\n",
        "no German text at all; the English one is printed; add it",
    ),
    "one left out": (
        "competencies/building.de.yaml",
        WHOLE.replace("name: Bauen\n", ""),
        "no German text for `name`; the English one is printed; add it",
    ),
    "two left out": (
        "competencies/building.de.yaml",
        re.sub(r"  weak: .*\n", "", WHOLE).replace("  level_3: Zeigt Eigenes.\n", ""),
        "no German text for `anchors.level_3` and `signals.weak`; the English one is printed; add it",
    ),
    "everything below a key is named by the key": (
        "competencies/building.de.yaml",
        "name: Bauen\n",
        "no German text for `definition`, `anchors` and `signals`; the English one is printed; add it",
    ),
    "many left out": (
        "work_samples/fault.de.yaml",
        "title: Finde den Fehler\nexhibits: [{id: log, title: Das Protokoll}]\n",
        "no German text for `brief`, `tasks`, `steps` and 5 more; the English one is printed; add it",
    ),
    "an entry without an id stays in its place": (
        "work_samples/fault.de.yaml",
        "steps: [{}, {what: Erklären.}]\n",
        f"no German text for `title`, `brief`, `tasks` and 4 more; {ADD_IT}",
    ),
    "entries by their ids": (
        "job_tasks.de.yaml",
        "job_tasks:\n"
        + "".join(f"  - {{id: task-{n}, statement: Tut {n}.}}\n" for n in ("one", "two", "six")),
        "no German text for `job_tasks[three]`, `job_tasks[four]`, `job_tasks[five]` and 2 more; ".replace(
            "[", "[task-"
        )
        + ADD_IT,
    ),
}


LABELS = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


def inputs_of(opening: Path, mine: Path | None = None, language: str = "en") -> Inputs:
    folders = [SMALL, BUILT_IN] if mine is None else [mine, SMALL, BUILT_IN]
    return load_inputs(opening, Library(tuple(folders), language))


def warnings_of(inputs: Inputs, folder: Path) -> list[str]:
    """The lines for the files that the small rubrics give, with folders by short names."""
    lines = [
        str(problem).replace(str(folder), "mine").replace(str(SMALL), "small") for problem in inputs.warnings
    ]
    return [line for line in lines if not line.startswith(str(BUILT_IN))]


@pytest.mark.parametrize(("file", "text", "words"), MISSING.values(), ids=MISSING)
def test_missing_texts_are_named_in_one_line(
    file: str, text: str, words: str | None, small: Write, tmp_path: Path
) -> None:
    write(tmp_path / "mine", {file: text})
    lines = warnings_of(inputs_of(small(GERMAN), tmp_path / "mine"), tmp_path / "mine")
    original = file.replace(".de.", ".")
    found = [line for line in lines if line.startswith((f"mine/{file}:", f"small/{original}:"))]
    assert found == ([f"mine/{file}:1:1: IK060 {words}"] if words else [])


def test_every_file_that_nobody_has_translated_is_named_once(small: Write, tmp_path: Path) -> None:
    names = [
        "competencies/building",
        "competencies/checking",
        "competencies/explaining",
        "job_tasks",
        "principles",
        "questions/building",
        "questions/checking",
        "questions/explaining",
        "roles/small",
        "work_samples/fault",  # not fault-b: this kit asks form A
    ]
    assert warnings_of(inputs_of(small(GERMAN)), tmp_path) == [
        f"small/{name}.yaml:1:1: IK060 no German text at all; {WRITE} `{name}.de.yaml`" for name in names
    ]


def test_a_kit_in_the_rubrics_language_lacks_nothing(small: Write) -> None:
    inputs = inputs_of(small())
    assert (inputs.warnings, inputs.fallback_texts) == ((), {})


def test_missing_texts_are_warnings_and_the_kit_is_built(
    interviewkit: Run, small: Write, tmp_path: Path
) -> None:
    small(GERMAN)
    write(tmp_path / "mine", {"competencies/building.de.yaml": "name: Bauen\n"})
    write(tmp_path / "labels", {"locales/de.po": LABELS})
    for _ in ("built", "up to date"):
        outcome = interviewkit("build", "opening.yaml", "--rubrics", "mine", "--templates", "labels")
        assert outcome.code == 0
        lines = [line for line in outcome.err.splitlines() if " IK060 " in line]
        assert lines == sorted(lines)
        found = next(line for line in lines if line.startswith("warning: mine/competencies/building.de.yaml"))
        assert found.endswith(
            f":1:1: IK060 no German text for `definition`, `anchors` and `signals`; {ADD_IT}"
        )
        assert all(" IK060 no German text " in line for line in lines)


@pytest.mark.parametrize(
    ("code", "name"), [("de", "German"), ("gsw", "Swiss German"), ("xx", "`xx`"), ("qaa", "`qaa`")]
)
def test_languages_have_names(code: str, name: str) -> None:
    assert language_name(code) == name


# --- which file is read ----------------------------------------------------------------------------------

BUILDING = (SMALL / "competencies/building.yaml").read_text(encoding="utf-8")


def test_a_translation_belongs_to_the_files_of_its_folder_and_of_those_below(
    small: Write, tmp_path: Path
) -> None:
    """What a lower folder translates is another text than the one that took its place."""
    upper, lower = tmp_path / "upper", tmp_path / "lower"
    write(lower, {"competencies/building.de.yaml": "name: Bauen\n", "competencies/checking.yaml": BUILDING})
    write(lower, {"competencies/checking.yaml": (SMALL / "competencies/checking.yaml").read_text("utf-8")})
    write(lower, {"competencies/checking.de.yaml": "name: Prüfen\n"})
    write(upper, {"competencies/checking.yaml": BUILDING.replace("id: building", "id: checking")})
    inputs = load_inputs(small(GERMAN), Library((upper, lower, SMALL, BUILT_IN)))
    names = {name: loaded.value.name for name, loaded in inputs.rubric.competencies.items()}
    assert names == {"building": "Bauen", "checking": "Building", "explaining": "Explaining"}


def test_the_first_translation_wins(small: Write, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        write(tmp_path / folder, {"competencies/building.de.yaml": f"name: Bauen {folder}\n"})
    library = Library((tmp_path / "one", tmp_path / "two", SMALL, BUILT_IN))
    assert load_inputs(small(GERMAN), library).rubric.competencies["building"].value.name == "Bauen one"


def test_a_translation_is_no_rubric_of_its_own(interviewkit: Run, tmp_path: Path) -> None:
    write(
        tmp_path / "mine",
        {"roles/ai-engineer.pl.yaml": "name: Inżynier AI\n", "roles/ai-engineer.x.yaml": "!"},
    )
    assert interviewkit("roles", "--rubrics", "mine").out == interviewkit("roles").out
    assert Library((tmp_path / "mine", BUILT_IN)).ids("competencies") == Library((BUILT_IN,)).ids(
        "competencies"
    )


def test_a_teams_own_rubrics_may_be_in_another_language(small: Write, tmp_path: Path) -> None:
    """German originals need no translation for a German kit, and an English one for an English kit."""
    mine = tmp_path / "mine"
    write(mine, {"competencies/building.yaml": "id: building\nprinciples: [show-it]\n" + WHOLE})
    write(mine, {"competencies/building.de.yaml": "name: Nie gelesen\n"})
    whole = inputs_of(small(GERMAN), mine, language="de")
    assert whole.rubric.competencies["building"].value.name == "Bauen"
    assert whole.fallback_texts.keys() & {"Bauen", "Building", "Checking"} == set()
    english = inputs_of(small(), mine, language="de")
    lines = [line for line in warnings_of(english, mine) if line.startswith("mine/")]
    hint = "the German one is printed; write `competencies/building.en.yaml`"
    assert lines == [f"mine/competencies/building.yaml:1:1: IK060 no English text at all; {hint}"]
    assert english.fallback_texts["Bauen"] == "de"
    write(mine, {"competencies/building.en.yaml": "name: Making\n"})
    assert inputs_of(small(), mine, language="de").rubric.competencies["building"].value.name == "Making"


def test_the_project_file_says_what_the_teams_rubrics_are_written_in(tmp_path: Path) -> None:
    from interviewkit.project import find_layers

    write(tmp_path, {"interviewkit.yaml": "rubrics: ours\nlanguage: de\n", "ours/scale.yaml": "levels: []\n"})
    layers = find_layers(None, None, tmp_path)
    assert (layers.language, layers.rubrics[0]) == ("de", tmp_path / "ours")
    assert find_layers(None, None, tmp_path / "ours").language == "en"


CHILD = (
    "id: mine\nextends: small\nname: My role\npotential: [{origin: A course, look_for: A piece of work.}]\n"
)


def test_a_role_that_extends_another_takes_over_its_translation(small: Write, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    write(
        mine, {"roles/mine.yaml": CHILD, "roles/small.de.yaml": "mission: Baut kleine Dinge.\nname: Klein\n"}
    )
    opening = small(base=small(GERMAN).read_text(encoding="utf-8").replace("role: small", "role: mine"))

    def lines() -> list[str]:
        return [line for line in warnings_of(inputs_of(opening, mine), mine) if "/roles/" in line]

    role = inputs_of(opening, mine).rubric.role
    assert (role.value.name, role.value.mission) == ("My role", "Baut kleine Dinge.")
    assert role.locate("mission") == role.source.locate(("mission",))
    assert role.locate("mission").path == str(mine / "roles/small.de.yaml")
    assert lines() == [
        f"mine/roles/mine.yaml:1:1: IK060 no German text at all; {WRITE} `roles/mine.de.yaml`",
        f"mine/roles/small.de.yaml:1:1: IK060 no German text for `shifts` and `plan`; {ADD_IT}",
    ]
    write(mine, {"roles/mine.de.yaml": "name: Meine Rolle\nshifts: [{because: Menschen zählen mehr.}]\n"})
    assert inputs_of(opening, mine).rubric.role.value.name == "Meine Rolle"
    assert lines() == [
        f"mine/roles/mine.de.yaml:1:1: IK060 no German text for `potential`; {ADD_IT}",
        f"mine/roles/small.de.yaml:1:1: IK060 no German text for `plan`; {ADD_IT}",
    ]


# --- what the templates are told -------------------------------------------------------------------------


def test_the_kit_knows_which_of_its_texts_are_in_another_language(small: Write, tmp_path: Path) -> None:
    text = small(GERMAN).read_text(encoding="utf-8").replace("can check.", "can check., domain: Akten")
    translations = {
        "competencies/building.de.yaml": WHOLE,
        "competencies/checking.de.yaml": "name: Checking\n",
        "questions/checking.de.yaml": "questions: [{id: checking-a, probes: [Was noch?, Wer?, Wie?]}]\n",
    }
    write(tmp_path / "mine", translations)
    inputs = inputs_of(small(base=text), tmp_path / "mine")
    texts = inputs.fallback_texts
    assert set(texts.values()) == {"en"}
    ask = "Tell me about one time your {} mattered for {{product}} or in {{domain}} (form A)."
    for words in (ask.format("checking"), "Explaining", "Find the fault, form A", "Great Britain", "eleven"):
        assert words in texts, words
    filled = ask.format("checking").format(product="the product", domain="Akten")
    assert filled in texts
    for words in ("Building", "Bauen", "Checking", "Was noch?", "3", "small.txt", "show-it"):
        assert words not in texts, words
    kit = compose_kit(inputs.rubric, inputs.opening, inputs.jurisdiction.value, inputs.opening_id)
    asked = [question.ask for stage in kit.stages for question in stage.questions]
    assert asked
    assert all(words in texts for words in asked)


def test_names_and_kits_carry_their_languages(small: Write) -> None:
    text = small().read_text(encoding="utf-8").replace("Ada Example,", "Łucja Świątek, name_language: pl,")
    inputs = inputs_of(small("candidates: [{id: C-1, name: Zoë, name_language: fr}]\n", base=text))
    kit = compose_kit(inputs.rubric, inputs.opening, inputs.jurisdiction.value, inputs.opening_id)
    assert kit.language == "en"
    assert [(person.name, person.name_language) for person in kit.stages[0].panel] == [
        ("Łucja Świątek", "pl")
    ]
    assert inputs.opening.value.candidates[0].name_language == "fr"


# --- what comes with the program -------------------------------------------------------------------------

OPENING = """\
role: ai-engineer
seniority: senior
title: AI Engineer
organisation: {{name: Example Health}}
country: {country}
language: {language}
team: {{mission: Akten prüfen.}}
"""
TRANSLATED = [("DE", "de"), ("FR", "fr")]
TEXT_KEYS = """
    name definition weak strong mission because title purpose interviewer origin look_for meaning not_assessed
    statement topic instead adjustments candidate_rights level_1 level_2 level_3 level_4 level_5
"""


def built_in(country: str, language: str, folder: Path) -> Inputs:
    path = folder / f"{language}.yaml"
    path.write_text(OPENING.format(country=country, language=language), encoding="utf-8")
    return load_inputs(path, Library((BUILT_IN,)))


def leaves(part: Any, *path: str | int) -> Iterator[tuple[Place, Any]]:
    if isinstance(part, dict | list):
        for key, inner in part.items() if isinstance(part, dict) else enumerate(part):
            yield from leaves(inner, *path, key)
    else:
        yield path, part


def data_of(inputs: Inputs) -> dict[Place, Any]:
    """Every value of every file, by the file's number and the path in it."""
    files = (*inputs.rubric.files(inputs.opening.value.form), inputs.jurisdiction)
    return dict(leaves([loaded.value.model_dump(mode="json") for loaded in files]))


@pytest.mark.parametrize(("country", "language"), TRANSLATED)
def test_the_translations_that_come_along_change_texts_and_leave_none_out(
    country: str, language: str, tmp_path: Path
) -> None:
    english, other = built_in(country, "en", tmp_path), built_in(country, language, tmp_path)
    before, after = data_of(english), data_of(other)
    assert before.keys() == after.keys()
    changed = [path for path, value in after.items() if value != before[path]]
    assert len(changed) > 180
    assert {next(key for key in reversed(path) if isinstance(key, str)) for path in changed} <= set(
        TEXT_KEYS.split()
    )
    files = {str(Path(problem.location.path).relative_to(BUILT_IN)) for problem in other.warnings}
    whole = {name for name in files if not name.startswith(("questions/", "work_samples/"))}
    assert whole == {"job_tasks.yaml", "principles.yaml"}


@pytest.mark.parametrize("path", sorted(BUILT_IN.rglob("*.??.yaml")), ids=lambda path: path.name)
def test_translations_are_typeset_in_their_language(path: Path) -> None:
    """Quotation marks, and the narrow spaces that French puts before double signs."""
    wrong = {
        ".de": r"[‚'«»\"”]| [;:?!]",
        ".fr": r"[“”„'\"]|[ \w][;?!]|« | »|[ \w]:\s|…\.",
    }[path.with_suffix("").suffix]
    for place, text in leaves(yaml.safe_load(path.read_text(encoding="utf-8"))):
        assert not re.search(wrong, str(text)), (place, text)


@pytest.mark.parametrize("path", sorted(BUILT_IN.glob("competencies/*.??.yaml")), ids=lambda path: path.name)
def test_translated_anchors_are_as_short_as_the_scorecard_needs_them(path: Path) -> None:
    anchors = yaml.safe_load(path.read_text(encoding="utf-8"))["anchors"]
    assert len(set(anchors.values())) == 5
    assert {text for text in anchors.values() if len(text) > 150 or len(text.split()) > 24} == set()


# --- any translation -------------------------------------------------------------------------------------

TEXT_PLACES = [place for place, _ in leaves(yaml.safe_load(BUILDING)) if place[0] not in {"id", "principles"}]
WORDS = st.text("abcäé", min_size=1, max_size=8)


def put(tree: Any, path: Place, value: str) -> None:
    for part in path[:-1]:
        tree = tree[part]
    tree[path[-1]] = value


@settings(deadline=None, max_examples=60)
@given(st.dictionaries(st.sampled_from([place for place in TEXT_PLACES if len(place) < 3]), WORDS))
def test_exactly_what_is_translated_changes_and_is_located_in_its_file(given_texts: dict[Place, str]) -> None:
    original, expected = compose_yaml(BUILDING, "original"), yaml.safe_load(BUILDING)
    translation: dict[str, Any] = {"anchors": {}}
    for place, words in given_texts.items():
        put(translation, place, words)
        put(expected, place, words)
    whole = translated(Competency, original, compose_yaml(yaml.safe_dump(translation), "translation"))
    assert whole.data == expected
    for place in TEXT_PLACES:
        assert whole.locate(place).path == ("translation" if place in given_texts else "original")
