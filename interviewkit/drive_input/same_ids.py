"""Ids of candidates that stand twice: in one opening, or in two for what seem to be two people."""

import unicodedata
from collections.abc import Iterable

import yaml

from interviewkit.drive_input.drafts import Draft, is_file_id
from interviewkit.drive_input.known import shown
from interviewkit.drive_input.places import scalar
from interviewkit.drive_input.roster import folded_name
from interviewkit.problems import Code, Problem


def check_same_ids(drafts: Iterable[Draft]) -> None:
    """Add a problem to the openings that have one id twice, or for another name than another opening."""
    named: dict[str, tuple[Draft, int, str]] = {}
    for draft in drafts:
        own: dict[str, tuple[int, str]] = {}
        for position, node in enumerate(draft.items("candidates")):
            given, name = scalar(node, "id") or "", _folded(node)
            key = given.casefold()
            if not is_file_id(given):
                continue
            if key in own:
                _stands_twice(draft, position, own[key][0], is_one=len({name, own[key][1]} - {""}) < 2)  # noqa: PLR2004 two names
                continue
            own[key] = (position, name)
            if name and named.setdefault(key, (draft, position, name))[2] != name:
                _has_two_names(draft, position, given, named[key])


def _folded(node: yaml.Node) -> str:
    return folded_name(unicodedata.normalize("NFC", scalar(node, "name") or ""))


def _stands_twice(draft: Draft, position: int, first: int, *, is_one: bool) -> None:
    if draft.source is None:
        return
    node = draft.items("candidates")[position]
    first_place = draft.source.locate(("candidates", first, "id"))
    place = draft.source.locate(("candidates", position, "id"))
    message = f"the candidate `{shown(scalar(node, 'id') or '')}` stands here a second time"
    hint = "delete one of the two" if is_one else "delete one, or correct its id if these are two people"
    problem = Problem(place, Code.DUPLICATE_ID, f"{message} (first at {first_place})", hint)
    draft.problems.append(problem)


def _has_two_names(draft: Draft, position: int, given: str, first: tuple[Draft, int, str]) -> None:
    """Neither opening can know whose id it is; both fail."""
    other, other_position, _ = first
    if draft.source is None or other.source is None:
        return
    place = draft.source.locate(("candidates", position, "name"))
    other_place = other.source.locate(("candidates", other_position, "name"))
    message = f"the candidate `{shown(given)}` has another name at {other_place}"
    hint = "correct the id if these are two people, else write the name in the same way"
    problem = Problem(place, Code.DUPLICATE_ID, message, hint)
    draft.problems.append(problem)
    other.problems.append(problem)
