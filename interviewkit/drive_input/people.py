"""Candidates and interviewers of a drive's rows, given to their openings."""

import re
from collections.abc import Iterable

import yaml

from interviewkit.drive_input.drafts import ID_WORDS, Draft, Drafts, is_file_id
from interviewkit.drive_input.places import (
    mapping_node,
    scalar,
    sequence_node,
    with_value,
    without_key,
)
from interviewkit.drive_input.rows import DriveRow
from interviewkit.models.base import LINE_PATTERN
from interviewkit.problems import Code, Problem
from interviewkit.yaml_source import child_of

_LOST = re.compile("[?\ufffd]")


def assign_candidates(rows: Iterable[DriveRow], drafts: Drafts) -> list[Problem]:
    """Give each opening its candidates; what remains are the problems of rows without an opening."""
    stray: list[Problem] = []
    added: dict[int, list[yaml.Node]] = {}
    for row in rows:
        draft = _draft_of(row, drafts, stray)
        if draft is not None:
            problems = [*row.problems, *_candidate_problems(row)]
            draft.problems += problems
            if not problems:
                added.setdefault(id(draft), []).append(without_key(row.source.root, "opening"))
    for draft in drafts.all:
        nodes = added.get(id(draft), [])
        draft.set_items("candidates", [*draft.items("candidates"), *nodes], nodes)
    return stray


def _draft_of(row: DriveRow, drafts: Drafts, stray: list[Problem]) -> Draft | None:
    place = row.source.locate(("opening",))
    if any(problem.location == place for problem in row.problems):
        stray += row.problems
        return None
    found = drafts.of_row(row, scalar(row.source.root, "opening"))
    if isinstance(found, Problem):
        stray += [*row.problems, found]
        return None
    return found


def _candidate_problems(row: DriveRow) -> list[Problem]:
    """What is wrong with an id or a name; what is written may be a name and is not said."""
    problems = [*candidate_id_problems(row, "id"), *lost_letters_problems(row, "name")]
    name = scalar(row.source.root, "name")
    if name is not None and not re.match(LINE_PATTERN, name):
        message = "the name holds a line break or control character"
        place = row.source.locate(("name",))
        problems.append(Problem(place, Code.WRONG_VALUE, message, "write it again on one line"))
    return problems


def lost_letters_problems(row: DriveRow, key: str) -> list[Problem]:
    """What is wrong with a name in which `?` stands for letters; a `?` alone means nobody as yet."""
    name = scalar(row.source.root, key) or ""
    if not _LOST.search(name) or name == "?":
        return []
    message = "the name lost letters when the file was saved: it has `?` in their place"
    hint = "export it again from the original, as UTF-8 or as .xlsx"
    return [Problem(row.source.locate((key,)), Code.WRONG_VALUE, message, hint)]


def candidate_id_problems(row: DriveRow, key: str) -> list[Problem]:
    """What is wrong with the id of a candidate, unless it could not be read at all."""
    place, given = row.source.locate((key,)), scalar(row.source.root, key)
    found = child_of(row.source.root, key)
    is_text = found is None or isinstance(found[0], yaml.ScalarNode)
    if any(problem.location == place for problem in row.problems) or not is_text:
        return []
    if given is None:
        hint = "write the id of the person, such as `C-014`"
        return [Problem(place, Code.MISSING_KEY, "the id of the candidate is missing", hint)]
    if is_file_id(given):
        return []
    return [Problem(place, Code.WRONG_VALUE, "this is no id of a candidate", f"{ID_WORDS} `C-014`")]


def assign_panel(rows: Iterable[DriveRow], drafts: Drafts) -> list[Problem]:
    """Give each opening its panel; what remains are the problems of rows without an opening."""
    stray: list[Problem] = []
    added: dict[int, list[yaml.Node]] = {}
    for row in rows:
        draft = _draft_of(row, drafts, stray)
        if draft is not None:
            problems = [*row.problems, *lost_letters_problems(row, "name")]
            draft.problems += problems
            if not problems:
                added.setdefault(id(draft), []).append(without_key(row.source.root, "opening"))
    for draft in drafts.all:
        add_interviewers(draft, added.get(id(draft), []))
    return stray


def add_interviewers(draft: Draft, entries: list[yaml.Node]) -> None:
    """Add these entries to the panel; the stages of one person come together in one entry.

    Without an id, a name that two people have is nobody's: the checks of the opening say so.
    """
    if not entries:
        return
    panel = draft.items("panel")
    by_name: dict[str, list[int]] = {}
    for position, entry in enumerate(panel):
        by_name.setdefault(_name(entry), []).append(position)
    more: dict[int, list[yaml.Node]] = {}
    for entry in entries:
        same = [n for n in by_name.get(_name(entry), ()) if _may_be_one(panel[n], entry)]
        if len(same) == 1 and _name(entry):
            more.setdefault(same[0], []).append(entry)
        else:
            by_name.setdefault(_name(entry), []).append(len(panel))
            panel.append(entry)
    joined = [_joined(entry, more[n]) if n in more else entry for n, entry in enumerate(panel)]
    draft.set_items("panel", joined, [node for entry in entries for node in (entry, *_values(entry))])


def _values(entry: yaml.Node) -> list[yaml.Node]:
    """The nodes of an entry, which stay the same when it is joined with another."""
    return [*(value for _, value in entry.value if isinstance(value, yaml.ScalarNode)), *_stages(entry)]


def _name(entry: yaml.Node) -> str:
    return " ".join((scalar(entry, "name") or "").casefold().split())


def _may_be_one(one: yaml.Node, other: yaml.Node) -> bool:
    ids = {(scalar(node, "id") or "").casefold() for node in (one, other)} - {""}
    return len(ids) < 2  # noqa: PLR2004 two ids are two people


def _stages(entry: yaml.Node) -> list[yaml.Node]:
    found = child_of(entry, "stages")
    return list(found[0].value) if found and isinstance(found[0], yaml.SequenceNode) else []


def _joined(entry: yaml.Node, more: list[yaml.Node]) -> yaml.Node:
    """The entry with the stages of the others, and their id and language where it has none."""
    stages = [stage for each in (entry, *more) for stage in _stages(each)]
    mark = stages[0].start_mark if stages else entry.start_mark
    joined = with_value(entry, "stages", sequence_node(stages, mark))
    for key in ("id", "name_language"):
        found = next((child_of(each, key) for each in more if scalar(each, key)), None)
        if scalar(entry, key) is None and found is not None:
            joined = with_value(joined, key, found[0])
    return joined


def interviewer_entry(name: yaml.Node, stage: yaml.Node) -> yaml.Node:
    """An entry of the panel whose values stand in a row of the schedule."""
    stages = sequence_node([stage], stage.start_mark)
    return mapping_node([("name", name), ("stages", stages)], name.start_mark)
