"""Files to start from: an opening with every key explained, and a copy of the library to edit."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from interviewkit.builtin import builtin_folder
from interviewkit.errors import OutputError
from interviewkit.models.role import Role
from interviewkit.project import PROJECT_FILE

COPIED = ("rubrics", "templates")


def starter_opening(role: Role, seniority: str, countries: tuple[str, ...]) -> str:
    """A commented opening file for a role; it builds as it is."""
    stages = "\n".join(
        f"  - {{name: Interviewer {number}, stages: [{stage.id}]}}"
        for number, stage in enumerate(role.plan, start=1)
    )
    known = ", ".join(countries)
    weights = ", ".join(f"{name}: {entry.weight}" for name, entry in role.competencies.items())
    return f"""\
# An opening for: {role.name}. Change what differs, delete what you do not need, then run
#   interviewkit build THIS_FILE
role: {role.id}                   # see: interviewkit roles
seniority: {seniority}                    # {", ".join(entry.value for entry in role.seniorities)}
title: {json.dumps(role.name, ensure_ascii=False)}              # as in your advertisement
organisation:
  name: Your organisation
  # logo: logo.svg                # SVG or PNG beside this file
  # colour: "#0b5d6b"             # for rules on the page; in quotes
country: {_default_country(countries)}                       # paper, retention, what not to ask: {known}
# contact: hiring@example.org     # whom candidates write to
team:
  mission: What the team is there for, in one sentence.
  # domain: medical record processing
  # product: the claims assistant
  technology: core                # core: technology is the product; enabler: it serves another business
  stage: scaling                  # finding_fit, scaling, optimising
  loop: inner                     # inner: the team's daily work; outer: what sets it apart outside
# form: B                         # the parallel question set, e.g. for a second try
# dates:                          # printed on the check-list; retention runs from the decision
#   calibration: 2026-11-30       # the panel practises rating together
#   interviews: 2026-12-02
#   debrief: 2026-12-04
#   decision: 2026-12-07
panel:                            # who runs which interview; see the stages with: interviewkit show {role.id}
{stages}
candidates: []                    # a scorecard per candidate and interview; the id goes into file names
#  - {{id: C-001, name: Name on the sheet}}
# changes:                        # what differs from the role's rubric
#   weights: {{{next(iter(role.competencies))}: 30}}      # the others keep their proportions
#   # all of them: {{{weights}}}
#   bars: {{{next(iter(role.competencies))}: 4}}
#   stages: {{{role.plan[0].id}: {{minutes: 75}}}}
#   questions: {{drop: [], add: {{}}, replace: {{}}}}
"""


def _default_country(countries: tuple[str, ...]) -> str:
    return "GB" if "GB" in countries else countries[0]


def copy_library(folder: Path) -> Iterator[str]:
    """Copy rubrics and templates into a folder that has neither; yields a line for each step.

    Raises OutputError where one is there already (nothing is copied then) or the folder cannot be written.
    """
    taken = [name for name in (*COPIED, PROJECT_FILE) if (folder / name).exists()]
    if taken:
        raise OutputError(f"{folder / taken[0]} is there already; name another folder")
    try:
        yield from _copy(folder)
    except BaseException as error:
        for name in COPIED:
            shutil.rmtree(folder / name, ignore_errors=True)
        if isinstance(error, OSError):
            raise OutputError(f"cannot write {folder}: {_reason(error)}; name another folder") from None
        raise


def _copy(folder: Path) -> Iterator[str]:
    folder.mkdir(parents=True, exist_ok=True)
    for name in COPIED:
        shutil.copytree(builtin_folder(name), folder / name)
        yield f"wrote {folder / name}"
    text = "# Run interviewkit in this folder and these come before the built-in ones.\n"
    (folder / PROJECT_FILE).write_text(text + "rubrics: rubrics\ntemplates: templates\n", encoding="utf-8")
    yield f"wrote {folder / PROJECT_FILE}"


def _reason(error: OSError) -> str:
    """Why, in a few words; a copied folder tells it of each file, and the first is enough."""
    return str(error.args[0][0][2]) if isinstance(error, shutil.Error) else error.strerror or str(error)
