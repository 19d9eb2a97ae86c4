"""Files to start from: an opening with every key explained, and a copy of the library to edit."""

import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Template

from interviewkit.builtin import builtin_folder
from interviewkit.errors import OutputError
from interviewkit.models.role import Role
from interviewkit.project import PROJECT_FILE

OPENING_TEXT = """\
# An opening for: $name. Change what differs, delete what you do not need, then run
#   interviewkit build THIS_FILE
# To use a line that starts with `#`, delete its `# `.

$head
# id: ai-engineer-2026            # the kit's folder; the name of this file if absent
organisation:
  name: Your organisation
  # logo: logo.svg                # SVG or PNG beside this file
  # colour: "#0b5d6b"             # for rules on the page; in quotes
$country
# language: de                    # of the kit; en if absent
# contact: hiring@example.org     # whom candidates write to
team:
  mission: What the team is there for, in one sentence.
  # domain: medical record processing
  # product: the claims assistant
  technology: core                # core: technology is the product; enabler: it serves another business
  stage: scaling                  # finding_fit, scaling, optimising
  loop: inner                     # inner: the team's daily work; outer: what sets it apart outside
# form: B                         # the parallel question set, e.g. for a second try
# dates:                          # printed on the check-list
#   opens: 2026-11-23
#   calibration: 2026-11-30       # the panel practises rating together
#   interviews: 2026-12-02
#   debrief: 2026-12-04
#   decision: 2026-12-07          # the scorecards' retention runs from here
panel:                            # who runs which interview; see the stages with: interviewkit show $role
$stages
#   - {name: Interviewer 5, id: five, stages: [$stage]}      # an id tells people of one name apart
# candidates:                     # a scorecard per candidate and interviewer; the id goes into file names
#   - {id: C-001, name: Name on the sheet}
#   - {id: C-002, name: Łucja Świątek, name_language: pl}    # for screen readers: the name is Polish
#   - {id: C-003}
# changes:                        # what differs from the role's rubric; for ids: interviewkit show $role
#   weights: {$first: 30}      # the others keep their proportions
#   # all of them: {$weights}
#   bars: {$first: 4}
#   stages: {$stage: {minutes: 75}}      # also: competencies, interviewer
#   drop_stages: []               # interviews that do not take place
#   add_stages: []                # further interviews, written as in the role's file
#   questions:
#     drop: []                    # questions that are not asked
#     add: {}                     # INTERVIEW: [QUESTION], asked in any case
#     replace: {}                 # QUESTION: ANOTHER ONE
"""
"""The starter, in which `$name` and the like are filled from the role."""

COPIED = ("rubrics", "templates")
COMMENT_COLUMN = 33


def starter_opening(role: Role, seniority: str, countries: tuple[str, ...]) -> str:
    """A commented opening file for a role; it builds as it is."""
    stages = "\n".join(
        f"  - {{name: Interviewer {number}, stages: [{stage.id}]}}"
        for number, stage in enumerate(role.plan, start=1)
    )
    weights = ", ".join(f"{name}: {entry.weight}" for name, entry in role.competencies.items())
    head = {
        f"role: {role.id}": "see: interviewkit roles",
        f"seniority: {seniority}": ", ".join(entry.value for entry in role.seniorities),
        f"title: {json.dumps(role.name, ensure_ascii=False)}": "as in your advertisement",
    }
    known = ", ".join(countries)
    country = {f"country: {_default_country(countries)}": f"paper, retention, what not to ask: {known}"}
    first, stage = next(iter(role.competencies)), role.plan[0].id
    return Template(OPENING_TEXT).substitute(
        name=role.name,
        role=role.id,
        head=_lines(head),
        country=_lines(country),
        stages=stages,
        stage=stage,
        first=first,
        weights=weights,
    )


def _lines(commented: Mapping[str, str]) -> str:
    """Lines, each with its comment in the column of the others."""
    return "\n".join(f"{text:<{COMMENT_COLUMN}} # {comment}" for text, comment in commented.items())


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
    (folder / PROJECT_FILE).write_text(
        text + "rubrics: rubrics\ntemplates: templates\nlanguage: en    # of the files in rubrics\n",
        encoding="utf-8",
    )
    yield f"wrote {folder / PROJECT_FILE}; edit what differs, and run interviewkit in {folder}"


def _reason(error: OSError) -> str:
    """Why, in a few words; a copied folder tells it of each file, and the first is enough."""
    return str(error.args[0][0][2]) if isinstance(error, shutil.Error) else error.strerror or str(error)
