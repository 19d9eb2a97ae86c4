"""The interviews of an opening: the role's plan with the opening's changes, panel and work samples."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain, count

from slugify import slugify

from interviewkit.models.kit import KitInterviewer
from interviewkit.models.opening import Interviewer, Opening
from interviewkit.models.question import Form
from interviewkit.models.role import Role, Stage
from interviewkit.models.work_sample import WorkSample


@dataclass(frozen=True)
class StagePlan:
    """An interview before its questions are chosen: `question_minutes` may be negative when overfull."""

    stage: Stage
    work_sample: WorkSample | None
    panel: tuple[KitInterviewer, ...]

    @property
    def question_minutes(self) -> int:
        """Minutes left for questions."""
        stage = self.stage
        script = stage.opening_minutes + stage.candidate_minutes + stage.closing_minutes
        return stage.minutes - script - (self.work_sample.minutes if self.work_sample else 0)

    @property
    def given(self) -> frozenset[str]:
        """Competencies that the work sample gives evidence for and the interview may rate."""
        sampled = self.work_sample.competencies if self.work_sample else ()
        return frozenset(sampled) & frozenset(self.stage.competencies)

    @property
    def raters(self) -> frozenset[str]:
        """Keys of the distinct people who rate; an interview without a named person has one of its own."""
        return frozenset(person.key for person in self.panel) or frozenset(
            (f"the interviewer of {self.stage.id}",)
        )


def plan_stages(role: Role, opening: Opening, samples: Mapping[str, WorkSample]) -> tuple[StagePlan, ...]:
    """The interviews in order, with what the opening changes, who runs them and the form's work sample."""
    panel = keyed_panel(opening.panel)
    kept = [stage for stage in role.plan if stage.id not in opening.changes.drop_stages]
    return tuple(
        StagePlan(
            stage=_changed(stage, opening),
            work_sample=_sample_of_form(stage.work_sample, opening.form, samples),
            panel=tuple(person for person, stages in panel if stage.id in stages),
        )
        for stage in (*kept, *opening.changes.add_stages)
    )


def _changed(stage: Stage, opening: Opening) -> Stage:
    change = opening.changes.stages.get(stage.id)
    return stage.model_copy(update=change.model_dump(exclude_none=True)) if change else stage


def _sample_of_form(name: str | None, form: Form, samples: Mapping[str, WorkSample]) -> WorkSample | None:
    if name is None:
        return None
    sample = samples[name]
    return sample if sample.form is form else samples[sample.parallel]


def keyed_panel(panel: tuple[Interviewer, ...]) -> tuple[tuple[KitInterviewer, tuple[str, ...]], ...]:
    """The panel with distinct keys for file names: the given id, else the name in ASCII, else a number."""
    taken: set[str] = {person.id.casefold() for person in panel if person.id}
    keyed = []
    for number, person in enumerate(panel, start=1):
        key = person.id or _free_key(slugify(person.name, max_length=48) or "interviewer", number, taken)
        taken.add(key.casefold())
        entry = KitInterviewer(key=key, name=person.name, name_language=person.name_language)
        keyed.append((entry, person.stages))
    return tuple(keyed)


def _free_key(word: str, number: int, taken: set[str]) -> str:
    """The word, else the word with the first number from `number` on that nobody has."""
    numbered = (f"{word}-{n}" for n in count(number))
    return next(key for key in chain((word,), numbered) if key not in taken)
