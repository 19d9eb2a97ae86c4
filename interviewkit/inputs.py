"""Everything one kit is made from, loaded and checked: opening, rubric, country, logo."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from interviewkit.contrast import colour_problems
from interviewkit.errors import ProblemLog
from interviewkit.fallback import Fallback, find_fallback
from interviewkit.library import Library
from interviewkit.loading import Loaded, validate
from interviewkit.logo import read_logo
from interviewkit.models.base import COUNTRY_PATTERN
from interviewkit.models.jurisdiction import Jurisdiction
from interviewkit.models.opening import Opening
from interviewkit.problems import Code, Problem, did_you_mean
from interviewkit.references import rubric_problems
from interviewkit.references.ids import misnamed_file
from interviewkit.references.opening import opening_problems
from interviewkit.rubric import Rubric, load_rubric
from interviewkit.slug import opening_slug
from interviewkit.yaml_source import YamlSource, read_yaml


@dataclass(frozen=True)
class Inputs:
    """What the kit of one opening is made from; every reference in it holds."""

    opening: Loaded[Opening]
    opening_id: str
    rubric: Rubric
    jurisdiction: Loaded[Jurisdiction]
    logo: bytes | None
    fallback: Fallback

    @property
    def fallback_texts(self) -> Mapping[str, str]:
        """Texts that the kit prints in another language than its own, each with that language."""
        return self.fallback.texts

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What should be better and does not stop the kit: a problem for each file not fully translated."""
        return self.fallback.problems


def load_inputs(path: Path, library: Library) -> Inputs:
    """Load an opening and all it refers to; raises InputError with everything that is wrong."""
    return inputs_of(read_opening(read_yaml(path), library), path, library)


def inputs_of(opening: Loaded[Opening], path: Path, library: Library) -> Inputs:
    """All that an opening refers to; its logo lies beside `path`. Raises InputError with every mistake."""
    log = ProblemLog()
    library = library.in_language(opening.value.language)
    country = opening.value.country
    jurisdiction = log.attempt(lambda: library.load(Jurisdiction, f"jurisdictions/{country}.yaml"))
    rubric = log.attempt(lambda: load_rubric(library, opening.value.role, opening))
    logo = log.attempt(lambda: read_logo(opening, path.parent))
    log.add(colour_problems(opening))
    if jurisdiction is not None:
        log.add(misnamed_file(jurisdiction, jurisdiction.value.code, "code"))
    if rubric is not None:
        log.add(rubric_problems(rubric))
        log.add(opening_problems(opening, rubric))
    log.stop_if_any()
    if rubric is None or jurisdiction is None:
        raise AssertionError("what is not loaded has a problem")
    fallback = find_fallback(opening.value, rubric, jurisdiction, library)
    return Inputs(opening, opening_slug(opening, path), rubric, jurisdiction, logo, fallback)


def read_opening(source: YamlSource, library: Library) -> Loaded[Opening]:
    """The opening; raises InputError with an unknown role or country beside the mistakes of its schema."""
    log = ProblemLog()
    opening = log.attempt(lambda: validate(Opening, source))
    log.add(_unknown_names(source, library))
    log.stop_if_any()
    if opening is None:
        raise AssertionError("what is not loaded has a problem")
    return opening


def _unknown_names(source: YamlSource, library: Library) -> list[Problem]:
    data = source.data if isinstance(source.data, dict) else {}
    problems = []
    for key, folder, what in (
        ("role", "roles", "role"),
        ("country", "jurisdictions", "data for the country"),
    ):
        name, known = data.get(key), library.ids(folder)
        if isinstance(name, str) and name.strip() and name.strip() not in known:
            message = f"there is no {what} `{name}`"
            hint = did_you_mean(name.partition("-")[0] if key == "country" else name, known)
            if re.fullmatch(COUNTRY_PATTERN, name) and hint.startswith("known"):
                hint = f"{hint}; another one needs `jurisdictions/{name}.yaml` in your rubrics"
            problems.append(Problem(source.locate((key,)), Code.UNKNOWN_ID, message, hint))
    return problems
