"""Kits of the built-in role: what holds for every opening, and what an opening may change."""

import datetime
import re
from collections import Counter
from functools import cache
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import pytest

from interviewkit.compose.kit import compose_kit
from interviewkit.compose.stages import keyed_panel
from interviewkit.compose.structure import structure_components
from interviewkit.compose.weights import applied_shifts, shifted_weights
from interviewkit.errors import InputError
from interviewkit.inputs import load_inputs
from interviewkit.library import open_library
from interviewkit.loading import Loaded, load, validate
from interviewkit.models.jurisdiction import Jurisdiction
from interviewkit.models.kit import Kit, KitStage, SlotKind
from interviewkit.models.opening import Interviewer, Opening
from interviewkit.models.question import Form
from interviewkit.models.scale import Seniority
from interviewkit.models.team import TeamLoop, TeamStage, Technology
from interviewkit.references.opening import opening_problems
from interviewkit.rubric import Rubric, load_rubric
from interviewkit.yaml_source import compose_yaml

OPENING = """\
role: ai-engineer
seniority: {seniority}
title: AI Engineer
organisation: {{name: Example Health}}
country: GB
form: {form}
team: {{mission: Decide well., technology: {technology}, stage: {stage}, loop: {loop}}}
"""
Facts = tuple[str, str, str, str, str]
PLAIN: Facts = ("mid", "A", "core", "scaling", "inner")


@cache
def rubric_of(role: str) -> Rubric:
    return load_rubric(open_library(), role)


@cache
def country() -> Jurisdiction:
    library = open_library()
    return load(Jurisdiction, library.find("jurisdictions/GB.yaml")).value


def opening_of(facts: Facts = PLAIN, more: str = "") -> Loaded[Opening]:
    names = ("seniority", "form", "technology", "stage", "loop")
    text = OPENING.format(**dict(zip(names, facts, strict=True))) + more
    opening = validate(Opening, compose_yaml(text, "opening.yaml"))
    assert list(opening_problems(opening, rubric_of("ai-engineer"))) == []
    return opening


@cache
def kit_of(facts: Facts = PLAIN, more: str = "") -> Kit:
    return compose_kit(rubric_of("ai-engineer"), opening_of(facts, more), country(), "opening")


def problems_of(more: str, facts: Facts = PLAIN) -> list[str]:
    with pytest.raises(InputError) as caught:
        kit_of(facts, more)
    return str(caught.value).splitlines()


def asked(kit: Kit) -> dict[str, tuple[str, ...]]:
    return {stage.id: tuple(question.id for question in stage.questions) for stage in kit.stages}


# --- every opening: seniority, form, and what the team says of itself -----------------------------------

TEAMS = [
    (technology.value, stage.value, loop.value)
    for technology, stage, loop in product(Technology, TeamStage, TeamLoop)
]
ALL: tuple[Facts, ...] = tuple(
    (seniority.value, form.value, *team) for seniority in Seniority for form in Form for team in TEAMS
)
everywhere = pytest.mark.parametrize("facts", ALL, ids="-".join)


def test_there_are_96_openings() -> None:
    assert len(ALL) == 96


@everywhere
def test_the_minutes_of_every_interview_add_up_without_a_gap(facts: Facts) -> None:
    for stage in kit_of(facts).stages:
        assert stage.time_plan[0].start == 0
        assert all(one.start + one.minutes == two.start for one, two in pairwise(stage.time_plan))
        assert stage.time_plan[-1].start + stage.time_plan[-1].minutes == stage.minutes
        assert min(slot.minutes for slot in stage.time_plan) > 0


@everywhere
def test_every_question_and_work_sample_has_its_minutes(facts: Facts) -> None:
    for stage in kit_of(facts).stages:
        slots = [slot for slot in stage.time_plan if slot.kind is SlotKind.QUESTION]
        assert [(slot.question, slot.minutes) for slot in slots] == [
            (question.id, question.minutes) for question in stage.questions
        ]
        sampled = [slot.minutes for slot in stage.time_plan if slot.kind is SlotKind.WORK_SAMPLE]
        assert sampled == ([stage.work_sample.minutes] if stage.work_sample else [])


@everywhere
def test_the_slot_of_a_question_names_its_competency_and_the_others_say_nothing(facts: Facts) -> None:
    kit = kit_of(facts)
    for stage in kit.stages:
        named = {slot.question: (slot.competency, slot.label) for slot in stage.time_plan if slot.question}
        assert named == {
            question.id: (question.competency, kit.competency(question.competency).name)
            for question in stage.questions
        }
        others = [slot for slot in stage.time_plan if slot.kind is not SlotKind.QUESTION]
        assert {(slot.question, slot.competency, slot.label) for slot in others} == {(None, None, "")}


@everywhere
def test_every_question_samples_the_job_and_suits_the_opening(facts: Facts) -> None:
    kit = kit_of(facts)
    tasks = {task.id for task in kit.job_tasks}
    for question in (question for stage in kit.stages for question in stage.questions):
        assert tasks & set(question.job_tasks)
        assert question.form is kit.form
        assert kit.seniority in question.seniorities


@everywhere
def test_nothing_is_asked_twice(facts: Facts) -> None:
    kit = kit_of(facts)
    used = [question for questions in asked(kit).values() for question in questions]
    used += [stage.work_sample.id for stage in kit.stages if stage.work_sample]
    assert Counter(used).most_common(1)[0][1] == 1


@everywhere
def test_every_competency_is_rated_and_the_heaviest_by_two_people(facts: Facts) -> None:
    kit = kit_of(facts)
    rated = Counter(name for stage in kit.stages for name in stage.rated)
    assert set(rated) == {entry.id for entry in kit.competencies}
    assert all(rated[entry.id] >= 2 for entry in kit.competencies[:3])
    assert {row.competency: row.raters for row in kit.coverage} == rated


@everywhere
def test_a_sheet_holds_five_and_all_that_it_rates_has_evidence(facts: Facts) -> None:
    for stage in kit_of(facts).stages:
        sampled = stage.work_sample.competencies if stage.work_sample else ()
        evidence = {*sampled, *(question.competency for question in stage.questions)}
        assert 1 <= len(stage.rated) <= 5
        assert set(stage.rated) <= evidence
        assert {question.competency for question in stage.questions} <= set(stage.rated)


@everywhere
def test_weights_are_the_roles_moved_by_the_shifts(facts: Facts) -> None:
    kit, role = kit_of(facts), rubric_of("ai-engineer").role.value
    weights = {entry.id: entry.weight for entry in kit.competencies}
    assert weights == shifted_weights(role, applied_shifts(role, kit.team))
    assert sum(weights.values()) == 100
    assert list(weights.values()) == sorted(weights.values(), reverse=True)


@everywhere
def test_software_engineering_weighs_as_much_as_ai_expertise(facts: Facts) -> None:
    weights = {entry.id: entry.weight for entry in kit_of(facts).competencies}
    assert weights["software-engineering"] >= weights["ai-and-data-literacy"] + weights["evaluation-design"]


@everywhere
def test_bars_are_the_roles_for_the_seniority(facts: Facts) -> None:
    kit, role = kit_of(facts), rubric_of("ai-engineer").role.value
    bars = {name: entry.bars.at(kit.seniority) for name, entry in role.competencies.items()}
    assert {entry.id: entry.bar for entry in kit.competencies} == bars


def shape(stage: KitStage) -> tuple[object, ...]:
    """What form A and form B of an interview have in common."""
    questions = tuple((each.competency, each.kind, each.minutes) for each in stage.questions)
    slots = tuple((slot.kind, slot.start, slot.minutes, slot.label) for slot in stage.time_plan)
    sample = stage.work_sample and (stage.work_sample.competencies, stage.work_sample.minutes)
    return (stage.id, stage.minutes, stage.rated, questions, slots, sample)


@pytest.mark.parametrize("facts", [facts for facts in ALL if facts[1] == "A"], ids="-".join)
def test_form_b_is_form_a_with_other_questions(facts: Facts) -> None:
    form_a, form_b = kit_of(facts), kit_of((facts[0], "B", *facts[2:]))
    assert [shape(stage) for stage in form_b.stages] == [shape(stage) for stage in form_a.stages]
    for one, two in zip(form_a.stages, form_b.stages, strict=True):
        assert [question.parallel for question in one.questions] == [
            question.id for question in two.questions
        ]
        if one.work_sample:
            assert two.work_sample
            assert one.work_sample.parallel == two.work_sample.id != one.work_sample.id
    questions = [{each for ids in asked(kit).values() for each in ids} for kit in (form_a, form_b)]
    assert not questions[0] & questions[1]


# --- weights and bars that an opening sets ---------------------------------------------------------------


def weights_of(kit: Kit) -> dict[str, int]:
    return {entry.id: entry.weight for entry in kit.competencies}


def test_a_weight_that_is_set_stays_and_the_others_keep_their_proportions() -> None:
    before = weights_of(kit_of())
    after = weights_of(kit_of(more="changes: {weights: {software-engineering: 40}}\n"))
    assert after["software-engineering"] == 40
    assert sum(after.values()) == 100
    scale = 60 / (100 - before["software-engineering"])
    others = [name for name in before if name != "software-engineering"]
    assert all(abs(after[name] - before[name] * scale) < 1 for name in others)


def test_all_weights_may_be_set() -> None:
    wanted = dict(zip(sorted(weights_of(kit_of())), (30, 20, 6, 12, 8, 8, 8, 8), strict=True))
    assert weights_of(kit_of(more=f"changes: {{weights: {wanted}}}\n".replace("'", ""))) == wanted


def test_bars_that_are_set_replace_the_roles() -> None:
    before = {entry.id: entry.bar for entry in kit_of().competencies}
    after = {
        entry.id: entry.bar for entry in kit_of(more="changes: {bars: {interface-design: 5}}\n").competencies
    }
    assert after == before | {"interface-design": 5}


# --- questions that an opening adds, drops, replaces -----------------------------------------------------

FIRST = "se-change-others-rely-on"
"""The first question of the engineering interview, unless an opening says otherwise."""


def test_the_first_question_is_asked_when_nothing_is_said() -> None:
    assert FIRST in asked(kit_of())["engineering"]


def test_an_added_question_is_asked_where_it_was_added() -> None:
    more = "changes: {questions: {add: {engineering: [se-someone-took-over]}}}\n"
    assert "se-someone-took-over" in asked(kit_of(more=more))["engineering"]


def test_an_added_question_may_be_of_a_kind_that_its_interview_does_not_ask() -> None:
    changed = "stages: {work-sample: {minutes: 75}}, questions: {add: {work-sample: [ct-checked-a-claim]}}"
    assert asked(kit_of(more=f"changes: {{{changed}}}\n"))["work-sample"] == ("ct-checked-a-claim",)


def test_a_dropped_question_is_not_asked_and_another_one_is() -> None:
    kit = kit_of(more=f"changes: {{questions: {{drop: [{FIRST}]}}}}\n")
    assert all(FIRST not in questions for questions in asked(kit).values())
    assert any(question.competency == "software-engineering" for question in kit.stages[0].questions)


def test_a_replacement_is_asked_where_the_replaced_question_was() -> None:
    before = asked(kit_of())["engineering"]
    after = asked(kit_of(more=f"changes: {{questions: {{replace: {{{FIRST}: se-someone-took-over}}}}}}\n"))
    assert after["engineering"] == tuple("se-someone-took-over" if each == FIRST else each for each in before)


def test_several_replacements_each_take_the_place_of_their_own() -> None:
    swaps = {FIRST: "se-someone-took-over", "du-field-new-to-me": "du-relied-on-expert"}
    more = f"changes: {{questions: {{replace: {swaps}}}}}\n".replace("'", "")
    before, after = asked(kit_of()), asked(kit_of(more=more))
    assert after == {
        stage: tuple(swaps.get(question, question) for question in questions)
        for stage, questions in before.items()
    }


# --- interviews that an opening drops, adds, changes -----------------------------------------------------

TALK = """\
changes:
  drop_stages: [working-together]
  add_stages:
    - id: domain-talk
      title: The domain
      purpose: Finds out how the candidate learns a domain from its people.
      interviewer: a domain expert
      minutes: 50
      competencies: [domain-understanding, human-facing-communication, hands-on-learning]
  stages: {domain-talk: {minutes: 55, interviewer: a nurse}}
panel:
  - {name: Ada, stages: [domain-talk, engineering]}
"""


def test_an_interview_may_take_the_place_of_another() -> None:
    kit = kit_of(more=TALK)
    assert [stage.id for stage in kit.stages] == [
        "engineering",
        "work-sample",
        "evaluation-design",
        "domain-talk",
    ]
    talk = kit.stages[-1]
    assert (talk.minutes, talk.interviewer, talk.panel[0].name) == (55, "a nurse", "Ada")
    assert set(talk.rated) >= {"domain-understanding", "human-facing-communication"}
    assert {row.competency for row in kit.coverage} == {entry.id for entry in kit.competencies}


def test_an_added_interview_may_have_a_work_sample_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "opening.yaml"
    more = "changes:\n  drop_stages: [evaluation-design]\n  add_stages:\n    - "
    stage = next(each for each in rubric_of("ai-engineer").role.value.plan if each.id == "evaluation-design")
    added = stage.model_copy(update={"id": "measure"}).model_dump_json(exclude_none=True)
    text = OPENING.format(seniority="mid", form="B", technology="core", stage="scaling", loop="inner")
    path.write_text(f"{text}{more}{added}\n", encoding="utf-8")
    inputs = load_inputs(path, open_library())
    kit = compose_kit(inputs.rubric, inputs.opening, inputs.jurisdiction.value, inputs.opening_id)
    sample = kit.stages[-1].work_sample
    assert sample
    assert (kit.stages[-1].id, sample.id, sample.form) == ("measure", "claims-assistant-evaluation-b", Form.B)


def test_a_longer_interview_asks_more_of_what_it_rates() -> None:
    kit = kit_of(more="changes: {stages: {working-together: {minutes: 90}}}\n")
    before = {stage.id: stage for stage in kit_of().stages}
    after = {stage.id: stage for stage in kit.stages}
    assert after["working-together"].minutes == 90
    assert len(after["working-together"].questions) > len(before["working-together"].questions)


@pytest.mark.parametrize("stage", ["engineering", "work-sample", "evaluation-design", "working-together"])
def test_the_minutes_that_would_do_are_enough_and_one_less_is_not(stage: str) -> None:
    def minutes(count: int) -> str:
        return f"changes: {{stages: {{{stage}: {{minutes: {count}}}}}}}\n"

    (line,) = problems_of(minutes(15))
    assert line.startswith(f"opening.yaml:8:{len('changes: {stages: {') + len(stage) + 3}: IK030 ")
    said = re.search(r"(\d+) minutes in all would do", line)
    assert said, line
    least = int(said[1])
    assert f"{least} minutes in all would do" in problems_of(minutes(least - 1))[0]
    kit = kit_of(more=minutes(least))
    assert next(each for each in kit.stages if each.id == stage).minutes == least


# --- the panel -------------------------------------------------------------------------------------------

ONE = "{name: Ada, stages: [engineering, work-sample, evaluation-design, working-together]}"


def test_one_person_cannot_rate_the_heaviest_alone() -> None:
    lines = problems_of(f"panel: [{ONE}]\n")
    assert [line.split("`")[1] for line in lines] == [
        "critical-thinking",
        "evaluation-design",
        "software-engineering",
    ]
    assert all("opening.yaml:8:8: IK030" in line and "one interviewer only" in line for line in lines)


def test_a_second_person_in_the_same_interviews_is_a_second_rater() -> None:
    kit = kit_of(more=f"panel: [{ONE}, {{name: Bo, stages: [work-sample, evaluation-design]}}]\n")
    raters = {row.competency: row.raters for row in kit.coverage}
    assert [raters[entry.id] for entry in kit.competencies[:3]] == [2, 2, 2]
    assert raters["domain-understanding"] == 1
    assert [person.name for person in kit.stages[1].panel] == ["Ada", "Bo"]


def test_two_people_in_one_interview_are_two_raters() -> None:
    more = "panel: [{name: Ada, stages: [engineering]}, {name: Bo, stages: [engineering]}]\n"
    raters = {row.competency: row.raters for row in kit_of(more=more).coverage}
    assert raters["interface-design"] == 2


@pytest.mark.parametrize(
    ("people", "keys"),
    [
        ([("Ada Lovelace", None)], ["ada-lovelace"]),
        ([("Łucja Świątek", None), ("Zoë O’Neill-Ğ", None)], ["lucja-swiatek", "zoe-oneill-g"]),
        ([("محمد علي", None)], ["mhmd-ly"]),
        ([("王小明", None)], ["wang-xiao-ming"]),
        ([("🙂", None), ("!!!", None)], ["interviewer", "interviewer-2"]),
        ([("Ada", None), ("Ada", None), ("Ada", None)], ["ada", "ada-2", "ada-3"]),
        ([("Ada", None), ("Ada", "second")], ["ada", "second"]),
        ([("Ada", None), ("Bo", "ada")], ["ada-1", "ada"]),
        ([("Ada", None), ("Ada", None), ("Bo", "ada-2")], ["ada", "ada-3", "ada-2"]),
        ([("Ada", None), ("Ada 3", None), ("Ada", None)], ["ada", "ada-3", "ada-4"]),
        ([("Bo", "X1"), ("x1", None)], ["X1", "x1-2"]),
        ([("Ada " * 30, None)], ["ada-ada-ada-ada-ada-ada-ada-ada-ada-ada-ada-ada"]),
    ],
)
def test_interviewers_have_keys_of_their_own(people: list[tuple[str, str | None]], keys: list[str]) -> None:
    panel = tuple(Interviewer(name=name, id=key, stages=("engineering",)) for name, key in people)
    assert [person.key for person, _ in keyed_panel(panel)] == keys


# --- the structure score ---------------------------------------------------------------------------------

PANEL = """\
panel:
  - {name: Ada, stages: [engineering]}
  - {name: Bo, stages: [work-sample]}
  - {name: Cy, stages: [%s]}
"""


@pytest.mark.parametrize(
    ("more", "unmet"),
    [
        ("", {12, 14}),
        ("dates: {calibration: 2026-11-30}\n", {12}),
        (PANEL % "evaluation-design, working-together", {14}),
        (PANEL % "evaluation-design", {12, 14}),
    ],
    ids=["bare", "calibrated", "named", "one not named"],
)
def test_the_components_of_structure_that_a_kit_has(more: str, unmet: set[int]) -> None:
    kit = kit_of(more=more)
    assert [part.number for part in kit.structure] == list(range(1, 16))
    assert {part.number for part in kit.structure if not part.met} == unmet
    assert kit.structure_score == 15 - len(unmet)


@pytest.mark.parametrize(
    ("interview", "unmet"),
    [
        ({}, {4, 5, 11}),
        ({"minutes": 120}, {4, 5, 11}),
        ({"minutes": 120, "questions": kit_of().stages[0].questions * 2}, {4, 11}),
        ({"time_plan": ()}, {4, 5, 7, 11}),
        ({"rated": ("software-engineering",)}, {4, 5, 8, 11}),
    ],
    ids=["one interview", "long enough", "enough questions", "no time for the candidate", "one rating"],
)
def test_one_interview_alone_has_less_structure(interview: dict[str, Any], unmet: set[int]) -> None:
    kit = kit_of(more=PANEL % "evaluation-design")
    stage = kit.stages[0].model_copy(update=interview)
    found = structure_components(kit.competencies, (stage,), 12, Form.A, datetime.date(2026, 11, 30))
    assert {part.number for part in found if not part.met} == unmet


def test_a_component_of_structure_says_what_it_was_counted_from() -> None:
    found = {part.number: part.facts for part in kit_of().structure if part.facts}
    assert found == {
        1: {"job_tasks": 12},
        2: {"form": "A"},
        4: {"work_samples": 2, "behavioural_questions": 5, "situational_questions": 2},
        5: {"asked": 9, "minutes": 225, "least_asked": 8, "least_minutes": 120},
        8: {"ratings": 13, "interviews": 4},
        9: {"competencies": 8},
        11: {"people": 4, "unnamed": 4},
        12: {"unnamed": 4},
    }


# --- dates and words -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("decision", "months", "until"),
    [
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2026-12-07", 12, "2027-12-07"),
        ("2026-12-31", 1, "2027-01-31"),
        ("2026-11-30", 1, "2026-12-30"),
        ("2026-12-01", 120, "2036-12-01"),
        ("2026-03-31", 1, "2026-04-30"),
        ("2199-12-31", 120, "2209-12-31"),
    ],
)
def test_sheets_are_kept_for_whole_months(decision: str, months: int, until: str) -> None:
    opening = opening_of(more=f"dates: {{decision: {decision}}}\n")
    retention = country().retention.model_copy(update={"months": months})
    place = country().model_copy(update={"retention": retention})
    kit = compose_kit(rubric_of("ai-engineer"), opening, place, "opening")
    assert kit.retention_until == datetime.date.fromisoformat(until)


def test_without_a_decision_there_is_no_last_day() -> None:
    assert kit_of().retention_until is None


def words_of(kit: Kit) -> str:
    return "\n".join(question.model_dump_json() for stage in kit.stages for question in stage.questions)


SLOTTED = "changes: {questions: {add: {working-together: [du-two-hours-a-week]}}}\n"


def test_slots_are_filled_with_the_teams_words() -> None:
    opening = opening_of(more=SLOTTED).value
    team = opening.team.model_copy(update={"domain": "claims {product}", "product": "the {assistant}"})
    loaded = Loaded(opening.model_copy(update={"team": team}), compose_yaml("a: b", "opening.yaml"))
    words = words_of(compose_kit(rubric_of("ai-engineer"), loaded, country(), "opening"))
    assert "{domain}" not in words
    assert "claims {product}" in words, "the team's own words are not looked into"
    assert "the {assistant}" in words


def test_slots_have_words_when_the_team_gives_none() -> None:
    words = words_of(kit_of(more=SLOTTED))
    assert "{" not in words.replace('{"', "")
    assert "the product's domain" in words


@pytest.mark.parametrize("form", ["A", "B"])
@pytest.mark.parametrize("seniority", [each.value for each in Seniority])
def test_no_slot_of_any_question_stays_open(seniority: str, form: str) -> None:
    kits = [kit_of((seniority, form, *team)) for team in TEAMS]
    texts = [stage.model_dump_json() for kit in kits for stage in kit.stages]
    assert not any("{domain}" in text or "{product}" in text for text in texts)


def test_the_same_opening_gives_the_same_kit() -> None:
    opening = opening_of(more=TALK)
    kits = [compose_kit(rubric_of("ai-engineer"), opening, country(), "opening") for _ in range(2)]
    assert kits[0] == kits[1]


def test_candidates_play_no_part() -> None:
    assert kit_of(more="candidates: [{id: C-1, name: Ada}]\n") == kit_of()
