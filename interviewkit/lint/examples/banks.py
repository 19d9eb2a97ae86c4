"""Banks and work samples for the examples of rules, as short as they can be."""

from typing import Any

import yaml

from interviewkit.lint.rule import FileExample

_LISTEN_FOR = {
    "levels_1_2": "Tells what happened to others.",
    "level_3": "Tells what they did themselves.",
    "levels_4_5": "Tells what they did, and what others have done since.",
}
_SENIORITIES = ["early_career", "mid", "senior", "staff"]
_LEVELS = {f"level_{level}": f"Names {level} of the causes on the pages." for level in range(1, 6)}


def question(name: str, parallel: str, **changes: Any) -> dict[str, Any]:
    """A question of a bank, with what is to be different in it; form A unless `form` says B."""
    usual = {
        "id": name,
        "kind": "behavioural",
        "form": "A",
        "parallel": parallel,
        "seniorities": _SENIORITIES,
        "minutes": 10,
        "job_tasks": ["reproduce-results"],
        "ask": f"Tell me about one time the {name} of your results came out wrong.",
        "follow_ups": ["What did you do about it?", "How did the work go on?"],
        "probes": ["Who noticed it?", "What had you expected?", "Which part was yours?"],
        "listen_for": _LISTEN_FOR,
    }
    return {**usual, **changes}


def bank(*questions: dict[str, Any], competency: str = "delivery") -> FileExample:
    """A folder of rubrics with one bank. Where no parallel is among the questions, one is added."""
    names = {each["id"] for each in questions}
    added = [
        question(each["parallel"], each["id"], form="B")
        for each in questions
        if each["parallel"] not in names
    ]
    return _file("questions", competency, {"competency": competency, "questions": [*questions, *added]})


def work_sample(name: str = "slow-answers", parallel: str = "slow-answers-b", **changes: Any) -> FileExample:
    """A folder of rubrics with one work sample of 45 minutes; of form B if its name says so."""
    usual = {
        "id": name,
        "title": "Answers that came late",
        "form": "B" if name.endswith("-b") else "A",
        "parallel": parallel,
        "seniorities": _SENIORITIES,
        "job_tasks": ["trace-and-replay-agent-runs"],
        "brief": "A library’s assistant has answered late since Monday. The exhibit shows one run of it.",
        "tasks": ["Say what makes the run late, and point to the lines that show it."],
        "steps": [{"what": "Read the exhibit, then answer.", "minutes": 45}],
        "exhibits": [{"id": "a", "title": "Exhibit A", "kind": "log", "text": "10:00:01 run 7 took 40 s"}],
        "notes": {
            "how_to_run": ["Hand over the page and stay silent for five minutes."],
            "what_is_in_it": ["One call takes most of the time."],
            "follow_ups": ["What did you rule out?", "What would you change first?"],
        },
        "levels": [
            {"competency": each, "levels": _LEVELS}
            for each in ("critical-thinking", "software-engineering", "ai-and-data-literacy")
        ],
    }
    return _file("work_samples", name, {**usual, **changes})


def _file(folder: str, name: str, data: dict[str, Any]) -> FileExample:
    plain = {key: list(value) if isinstance(value, tuple) else value for key, value in data.items()}
    text = yaml.safe_dump(plain, sort_keys=False, allow_unicode=True, width=100)
    return FileExample({f"{folder}/{name}.yaml": text})
