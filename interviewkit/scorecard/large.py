"""The scorecard in large print: the same fields on as many pages as it takes.

Every length is in millimetres and counted before the page is laid out. A competency has a page for its
evidence and one for its rating, so that there is room for a large hand.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from interviewkit.language import Language
from interviewkit.models.jurisdiction import Paper
from interviewkit.models.kit import Kit, KitCompetency, KitStage
from interviewkit.scorecard.geometry import GEOMETRIES, Geometry, TypeSize
from interviewkit.scorecard.layout import LEAST_REASON, Slot
from interviewkit.scorecard.text_width import Weight, line_count, text_width
from interviewkit.scorecard.words import (
    bars,
    evidence_words,
    rate_words,
    retention_rule,
    rules,
    slot_labels,
    source_words,
)

TEXT = TypeSize(16, 7)
HEADING = TypeSize(20, 9)
PITCH = 12
"""From writing line to writing line."""
BOX = 5
BETWEEN = 3.6
"""Between two levels, and between parts of a page."""
SLOT = 12.5
CANDIDATE_SLOT = 14.5
TITLE_LENGTH = 90
"""Letters of a title for which the head has room."""


class Part(StrEnum):
    """What a page may hold; several may share one."""

    COVER = "cover"
    EVIDENCE = "evidence"
    RATING = "rating"
    CHOICES = "choices"
    REASON = "reason"


@dataclass(frozen=True)
class LargePage:
    """One page: its parts in order, its competency, its lines, the gap in mm from them to the boxes."""

    parts: tuple[Part, ...]
    competency: KitCompetency | None = None
    source: str = ""
    lines: int = 0
    gap: float = 0


@dataclass(frozen=True)
class LargeLayout:
    """Everything the template needs to know about lengths."""

    geometry: Geometry
    opening: str
    stage: str
    head: float
    pages: tuple[LargePage, ...]
    bars: str
    rules: tuple[str, ...]
    slots: Mapping[str, Slot]
    text: TypeSize = TEXT
    heading: TypeSize = HEADING
    pitch: float = PITCH
    box: float = BOX
    between: float = BETWEEN
    slot: float = SLOT
    candidate_slot: float = CANDIDATE_SLOT

    @property
    def anchor_left(self) -> float:
        """From the left of the text to an anchor: box, digit and the gaps around them."""
        return self.box + 3 * self.geometry.label_gap + text_width("5", self.text.size, Weight.BOLD)

    @property
    def choice_left(self) -> float:
        """From the left of the text to the words of a recommendation."""
        return self.box + 2 * self.geometry.label_gap


def lay_out_large(kit: Kit, stage: KitStage, paper: Paper, language: Language) -> LargeLayout:
    """The layout of a stage's scorecard in large print, the same for every candidate."""
    geometry = GEOMETRIES[paper]
    measured = _Measured(kit, stage, geometry, language)
    return LargeLayout(
        geometry=geometry,
        opening=_shown(kit.title),
        stage=_shown(stage.title),
        head=measured.head,
        pages=tuple(measured.pages()),
        bars=bars(kit.rated_in(stage), language),
        rules=(*rules(language), retention_rule(kit, language)),
        slots={
            name: Slot(label, text_width(label, TEXT.size) * 1.01 + 2 * geometry.label_gap)
            for name, label in slot_labels(language).items()
        },
    )


def _shown(title: str) -> str:
    return title if len(title) <= TITLE_LENGTH else f"{title[: TITLE_LENGTH - 1].rstrip()}…"


@dataclass(frozen=True)
class _Measured:
    """A scorecard measured in large print."""

    kit: Kit
    stage: KitStage
    geometry: Geometry
    language: Language

    @property
    def head(self) -> float:
        """Height of titles and the candidate's slot; between the corner marks, beside the QR code."""
        width = self.geometry.page_width - 2 * self.geometry.mark - 26
        titles = line_count(_shown(self.kit.title), TEXT.size, width / 1.01) * TEXT.line
        titles += line_count(_shown(self.stage.title), TEXT.size, width / 1.01, Weight.BOLD) * TEXT.line
        return max(self.geometry.head, titles + BETWEEN) + CANDIDATE_SLOT

    @property
    def body(self) -> float:
        """Height between head and foot."""
        return self.geometry.page_height - self.geometry.margin - self.head - self.geometry.mark - 2

    def pages(self) -> Iterator[LargePage]:
        yield LargePage((Part.COVER,))
        for competency in self.kit.rated_in(self.stage):
            yield from self._competency(competency)
        yield from self._recommendation()

    def _competency(self, competency: KitCompetency) -> Iterator[LargePage]:
        """A page to write the evidence, a page to rate it: a large hand needs the room."""
        source = source_words(self.stage, competency, self.language, quoted=True)
        evidence = self._heading(competency.name) + self._lines(evidence_words(source, self.language))
        yield LargePage((Part.EVIDENCE,), competency, source, int((self.body - evidence) / PITCH))
        rate = self._lines(rate_words(competency.definition, self.language))
        yield LargePage((Part.RATING,), competency, source, gap=rate + 2 * BETWEEN)

    def _recommendation(self) -> Iterator[LargePage]:
        width = self.geometry.width - BOX - 2 * self.geometry.label_gap
        choices = (
            self._heading("") + self._lines(bars(self.kit.rated_in(self.stage), self.language)) + BETWEEN
        )
        for entry in self.kit.scale.recommendations:
            choices += TEXT.line + self._lines(entry.meaning, width) + BETWEEN
        reason = self._heading("") + 2 * SLOT + self.geometry.clearance
        together = self.body - choices - reason
        if together >= LEAST_REASON * PITCH:
            yield LargePage((Part.CHOICES, Part.REASON), lines=int(together / PITCH))
        else:
            yield LargePage((Part.CHOICES,))
            yield LargePage((Part.REASON,), lines=int((self.body - reason) / PITCH))

    def _heading(self, text: str) -> float:
        lines = line_count(text, HEADING.size, self.geometry.width / 1.01, Weight.BOLD)
        return lines * HEADING.line + BETWEEN

    def _lines(self, text: str, width: float | None = None) -> float:
        """Height of a text, one per cent on the safe side."""
        return line_count(text, TEXT.size, (width or self.geometry.width) / 1.01) * TEXT.line
