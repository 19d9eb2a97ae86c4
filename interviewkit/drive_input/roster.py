"""Who is seen and who interviews in an opening, as the schedule needs to know it."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import yaml

from interviewkit.drive_input.drafts import Draft
from interviewkit.drive_input.known import Known
from interviewkit.drive_input.places import scalar
from interviewkit.errors import InputError
from interviewkit.library import Library
from interviewkit.yaml_source import child_of, plain


@dataclass
class Roster:
    """An opening's candidates, its interviewers by stage, and its stages (None where they are not known)."""

    draft: Draft
    candidates: Known = field(default_factory=Known)
    runners: dict[str, Known] = field(default_factory=dict)
    stages: tuple[str, ...] | None = None


class Rosters:
    """The rosters of a drive; each role is read once."""

    def __init__(self, drafts: list[Draft], library: Library) -> None:
        self._library = library
        self._plans: dict[str, tuple[str, ...] | None] = {}
        self.all = [self._roster(draft) for draft in drafts]
        self.by_draft = {id(roster.draft): roster for roster in self.all}
        self.of_candidate: dict[str, list[Roster]] = {}
        for roster in self.all:
            for name in roster.candidates:
                self.of_candidate.setdefault(name.casefold(), []).append(roster)

    def _roster(self, draft: Draft) -> Roster:
        roster = Roster(draft)
        for node in draft.items("candidates"):
            name = scalar(node, "id")
            if name:
                roster.candidates.add(name)
        people = draft.items("panel")
        shared = _shared_names(people)
        for node in people:
            self._add_runner(roster, node, shared)
        roster.stages = self._stages_of(draft)
        return roster

    @staticmethod
    def _add_runner(roster: Roster, node: yaml.Node, shared: set[str]) -> None:
        """Each interviewer is known by name, or by id where two have one name."""
        name, own = scalar(node, "name"), scalar(node, "id")
        stages = child_of(node, "stages")
        if name is None or stages is None or not isinstance(stages[0], yaml.SequenceNode):
            return
        for stage in stages[0].value:
            known = roster.runners.setdefault(str(stage.value).strip(), Known())
            known.add(own if own and folded_name(name) in shared else name)

    def _stages_of(self, draft: Draft) -> tuple[str, ...] | None:
        """The interviews that take place, where role and opening can be read."""
        root = draft.source.root if draft.source else None
        role = scalar(root, "role") if root is not None else None
        if root is None or role is None:
            return None
        if role not in self._plans:
            self._plans[role] = self._plan(role)
        changes = child_of(root, "changes")
        data: Any = plain(changes[0]) if changes else {}
        plan = self._plans[role]
        if plan is None or not isinstance(data, dict):
            return None
        dropped, more = data.get("drop_stages") or (), data.get("add_stages") or ()
        added = (str(entry["id"]) for entry in more if isinstance(entry, dict) and "id" in entry)
        return (*(stage for stage in plan if stage not in dropped), *added)

    def _plan(self, role: str) -> tuple[str, ...] | None:
        if role not in self._library.ids("roles"):
            return None
        try:
            return tuple(stage.id for stage in self._library.role(role).value.plan)
        except InputError:
            return None


def _shared_names(people: list[yaml.Node]) -> set[str]:
    """Names that two people of a panel have."""
    names = [folded_name(scalar(node, "name") or "") for node in people]
    return {name for name, count in Counter(names).items() if count > 1}


def folded_name(name: str) -> str:
    """The name as it is compared."""
    return " ".join(name.casefold().split())
