"""Train the checker's classifier on labelled/train*.csv, the rules' examples and the built-in rubrics.

`make train` writes interviewkit/lint/learned/weights.tsv; the same examples, lexicons and rules give the
same file. Thresholds come from predictions for writers whose texts the model has not seen (leave one writer
out). The frozen test set is never read here.
"""

import csv
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from interviewkit.builtin import builtin_folder
from interviewkit.library import open_library
from interviewkit.lint.learned.features import FOUND, FOUND_MORE, features_of
from interviewkit.lint.learned.model import ANCHOR_LIMIT, BIAS, FOUND_LIMIT, KINDS, THRESHOLD, WEIGHTS
from interviewkit.lint.lists.reader import guess_field
from interviewkit.lint.registry import all_rules
from interviewkit.lint.rule import TextRule
from interviewkit.lint.sources.rubric_files import gather_rubrics
from interviewkit.lint.text.item import Field, TextItem
from interviewkit.lint.text.lexicons import load_matcher
from interviewkit.lint.text.reading import Reading
from interviewkit.problems import Location

Features = dict[str, float]

ROOT = Path(__file__).resolve().parent.parent
LABELLED = ROOT / "labelled"

SEEN = "train.csv"
"""What the authors of the rules have read: the rules do better on it than on anything else."""

CLASSES = ("good", *KINDS)
POOR = frozenset(
    (
        *("algorithm_puzzle", "brain_teaser", "trivia", "take_home", "whiteboard", "cliche", "stress"),
        *("leading", "closed", "double_barrelled", "hypothetical", "answer_given_away"),
    )
)
VAGUE = frozenset(("vague_anchor",))
USUAL = "w"
"""Writers of sets like the frozen one begin with this; the others were asked for look-alikes above all."""

FALSE_ALARMS = 0.0125
FALSE_ALARMS_ANCHORS = 0.012
STRENGTH = 2.0
LEAST_TEXTS = 3
LEAST_WEIGHT = 0.08

EXAMPLES, LIBRARY = "<examples>", "<rubrics>"
WEIGHT = {EXAMPLES: 6.0, LIBRARY: 0.5}


@dataclass(frozen=True)
class Labelled:
    """A text with its class (position in CLASSES) and who wrote it.

    `blind` is true where the rules' authors had not read it: only there do the rules' findings count.
    """

    item: TextItem
    kind: int
    writer: str
    blind: bool = False


def main() -> None:
    """Train, choose thresholds, write the weights, and say what was found."""
    texts = [*labelled(sorted(LABELLED.glob("train*.csv"))), *_examples(), *_own_texts()]
    rows = features(texts)
    kinds = np.array([each.kind for each in texts])
    weights = np.array([WEIGHT.get(each.writer, 1.0) for each in texts])
    margins = _unseen_margins(rows, kinds > 0, weights, texts)
    usual = np.array([each.writer.startswith(USUAL) for each in texts]) & np.isfinite(margins)
    anchors = np.array([each.item.field is Field.ANCHOR for each in texts])
    found = np.array([FOUND in row or FOUND_MORE in row for row in rows])
    bad = kinds > 0
    limits = _limits(margins, bad, found, usual & ~anchors)
    limit_anchors = _limit(margins[usual & anchors & ~bad], FALSE_ALARMS_ANCHORS)
    count = _write(
        rows, kinds, weights, {THRESHOLD: limits[0], FOUND_LIMIT: limits[1], ANCHOR_LIMIT: limit_anchors}
    )
    flagged = margins >= np.where(anchors, limit_anchors, np.where(found, limits[1], limits[0]))
    print(f"{len(texts)} texts, {count} weights in {WEIGHTS.relative_to(ROOT)}; of unseen writers’ texts:")
    groups = {"bad": usual & bad & ~anchors, "vague": usual & bad & anchors, "good": usual & ~bad & ~anchors}
    groups |= {"good anchors": usual & ~bad & anchors, "hard good": np.isfinite(margins) & ~usual & ~bad}
    for name, group in groups.items():
        print(f"  {name}: {flagged[group].mean():.1%} of {group.sum()} flagged")


def labelled(paths: Iterable[Path]) -> Iterator[Labelled]:
    """The texts of labelled sets, each also with its field as it would be guessed in a plain list."""
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                item = TextItem(row["text"], Field(row["field"]), Location(path.name))
                text = Labelled(item, _kind(row["label"], row["family"]), row["writer"], path.name != SEEN)
                yield text
                guessed = guess_field(row["text"])
                if guessed is not item.field:
                    yield replace(text, item=replace(item, field=guessed))


def _kind(label: str, family: str) -> int:
    if label == "good":
        return 0
    name = "poor" if family in POOR else "vague" if family in VAGUE else "unfair"
    return CLASSES.index(name)


def _examples() -> Iterator[Labelled]:
    """The examples of the rules about texts."""
    kinds = {"IK2": "vague", "IK3": "poor", "IK4": "unfair", "IK5": "unfair"}
    for rule in all_rules():
        if isinstance(rule, TextRule) and rule.is_opinion:
            kind = CLASSES.index(kinds[rule.code[:3]])
            for example in rule.bad:
                yield Labelled(TextItem(example.text, example.field, Location(rule.code)), kind, EXAMPLES)
            for example in rule.good:
                yield Labelled(TextItem(example.text, example.field, Location(rule.code)), 0, EXAMPLES)


def _own_texts() -> Iterator[Labelled]:
    """The texts of the built-in rubrics: good ones, written by us."""
    gathered = gather_rubrics(builtin_folder("rubrics"), open_library(), plans=False)
    yield from (Labelled(item, 0, LIBRARY, blind=True) for item in gathered.texts)


def features(texts: Iterable[Labelled]) -> list[Features]:
    """The features of each text; the rules' findings are among them where their authors had not read it."""
    matcher = load_matcher(open_library())
    rules = [each for each in all_rules() if isinstance(each, TextRule) and each.is_opinion]
    found = []
    for text in texts:
        reading = Reading(text.item, matcher)
        fit = [rule for rule in rules if text.blind and text.item.field in rule.fields]
        codes = [rule.code for rule in fit if next(iter(rule.check(reading)), None) is not None]
        found.append({name: 1.0 for name, _ in features_of(reading, codes)})
    return found


def _model() -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, max_iter=300, random_state=0)


def _unseen_margins(
    rows: list[Features], bad: np.ndarray, weights: np.ndarray, texts: list[Labelled]
) -> np.ndarray:
    """By how much each blind text leans to the bad, by a model that has not seen its writer."""
    margins = np.full(len(rows), math.nan)
    for writer in sorted({each.writer for each in texts if each.blind} - {LIBRARY}):
        unseen = np.array([each.writer == writer for each in texts])
        vectors = DictVectorizer()
        known = vectors.fit_transform([row for row, skip in zip(rows, unseen, strict=True) if not skip])
        asked = vectors.transform([row for row, take in zip(rows, unseen, strict=True) if take])
        margins[unseen] = _model().fit(known, bad[~unseen], weights[~unseen]).decision_function(asked)
    return margins


def _limits(
    margins: np.ndarray, bad: np.ndarray, found: np.ndarray, among: np.ndarray
) -> tuple[float, float]:
    """The limits, without and with a rule's finding, that flag most bad texts at so many false alarms."""
    steps = np.arange(-3.0, 6.0, 0.25)
    best = (-1.0, 0.0, 0.0)
    for without, with_one in product(steps, steps):
        flagged = margins >= np.where(found, with_one, without)
        if flagged[among & ~bad].mean() <= FALSE_ALARMS:
            best = max(best, (float(flagged[among & bad].mean()), float(without), float(with_one)))
    return best[1], best[2]


def _limit(margins: np.ndarray, share: float) -> float:
    """The margin that this share of good texts reaches."""
    return round(float(np.quantile(margins, 1 - share)), 2)


def _write(rows: list[Features], kinds: np.ndarray, weights: np.ndarray, limits: dict[str, float]) -> int:
    """Two models in one table: good or bad, from all texts; and which kind of bad, from the bad ones."""
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(rows)
    bad = kinds > 0
    model = _model().fit(matrix, bad, weights)
    kind = _model().fit(matrix[bad], kinds[bad])
    columns = np.column_stack((model.coef_[0], *kind.coef_))
    texts = np.asarray((matrix > 0).sum(axis=0)).ravel()
    kept = (texts >= LEAST_TEXTS) & (np.abs(model.coef_[0]) >= LEAST_WEIGHT)
    lines = [
        "# Weights of the checker's classifier, written by scripts/train_classifier.py; not edited by hand.",
        f"# A row: a feature, its weight towards bad, and among the bad towards {', '.join(KINDS)}.",
        _line(BIAS, [*model.intercept_, *kind.intercept_]),
        *(_line(name, [limit]) for name, limit in limits.items()),
        *sorted(_line(vectors.feature_names_[n], columns[n]) for n in np.flatnonzero(kept)),
    ]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return int(kept.sum())


def _line(name: str, numbers: Iterable[float]) -> str:
    return "\t".join((name, *(f"{number:.2f}" for number in numbers)))


if __name__ == "__main__":
    main()
