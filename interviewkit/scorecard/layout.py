"""How a scorecard fills its two pages: how its texts are set, and how many lines there are to write on.

Every length is in millimetres and counted before the page is laid out. The height that texts and boxes leave
becomes whole evidence lines; where that is not enough the texts are set closer, then there are fewer lines,
but never less than three. The clearances are those that people with a pen and scanners need: 8 mm between
writing and boxes, 8.47 mm from line to line.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from interviewkit.language import Language
from interviewkit.models.jurisdiction import Paper
from interviewkit.models.kit import Kit, KitCompetency, KitStage
from interviewkit.models.scale import LEVELS
from interviewkit.models.sheet import MASTER_ID
from interviewkit.scorecard.geometry import GEOMETRIES, SETTINGS, Geometry, Setting, TypeSize
from interviewkit.scorecard.text_width import Weight, line_count, text_width
from interviewkit.scorecard.words import (
    bars,
    evidence_words,
    foot_words,
    kept_until,
    legend,
    rate_words,
    rules,
    slot_labels,
    source_words,
)
from interviewkit.units import POINTS_PER_MM

LEAST_LINES, LEAST_REASON, MOST_REASON, USUAL_REASON = 3, 3, 12, 5
ENOUGH_LINES = 6
"""Evidence gets so many lines before the reason gets more than its least."""
ID_ADVANCE, DIGEST_LETTERS, FOOT_SPACE = 0.6, 12, 6
"""In the foot: advance of a letter of an id, letters of a kit's digest, mm before the number of the page."""
ON_FRONT = (0, 1, 1, 2, 2, 3)
"""Of so many competencies, how many stand on the front; the recommendation shares the back."""


@dataclass(frozen=True)
class RatingBlock:
    """A competency on the sheet: its evidence lines, the gap in mm to its boxes, the space below it in mm."""

    competency: KitCompetency
    source: str
    lines: int
    gap: float
    below: float


@dataclass(frozen=True)
class Slot:
    """A line in head or foot: its label and the width in mm that the label takes."""

    label: str
    width: float


@dataclass(frozen=True)
class ScorecardLayout:
    """Everything the template needs to know about lengths."""

    geometry: Geometry
    setting: Setting
    strip_height: float
    choices_height: float
    bars: str
    front: tuple[RatingBlock, ...]
    back: tuple[RatingBlock, ...]
    reason_lines: int
    rules: tuple[str, ...]
    slots: Mapping[str, "Slot"]
    kept: str
    named_in_foot: bool


def lay_out_scorecard(kit: Kit, stage: KitStage, paper: Paper, language: Language) -> ScorecardLayout:
    """The layout of a stage's scorecard, the same for every candidate; at most five competencies."""
    geometry = GEOMETRIES[paper]
    measured = [_Measured(kit, stage, geometry, language, setting) for setting in SETTINGS]
    chosen = next((sheet for sheet in measured if sheet.fits), measured[-1])
    rated, on_front, reason = chosen.rated, chosen.on_front, chosen.reason_lines
    return ScorecardLayout(
        geometry=geometry,
        setting=chosen.setting,
        strip_height=strip_height(kit, geometry, language),
        choices_height=choices_height(kit, geometry),
        bars=bars(rated, language),
        front=chosen.blocks(rated[:on_front], chosen.front_lines, chosen.front_room, 0),
        back=chosen.blocks(rated[on_front:], chosen.lines_on_back - reason, chosen.back_room, reason),
        reason_lines=reason,
        rules=rules(language),
        slots={
            name: Slot(label, text_width(label, geometry.fine.size) * 1.01 + geometry.label_gap)
            for name, label in slot_labels(language).items()
        },
        kept=kept_until(kit, language),
        named_in_foot=foot_width(kit, language, geometry) <= geometry.foot,
    )


def foot_width(kit: Kit, language: Language, geometry: Geometry) -> float:
    """What the foot needs: the document's name, ids in letters of one width, retention, number of the page.

    A foot that has less leaves out the name, which stands in the head as well.
    """
    size = geometry.fine.size
    kept = kept_until(kit, language)
    beside = foot_words("", "", language, named=True).replace(MASTER_ID, "")
    number = language.gettext("page %(page)s of %(pages)s") % {"page": 2, "pages": 2}
    ids = (len(MASTER_ID) + DIGEST_LETTERS) * ID_ADVANCE * size / POINTS_PER_MM
    words = text_width(beside, size) + text_width(kept, size, Weight.SEMIBOLD) + text_width(number, size)
    return words + ids + FOOT_SPACE


@dataclass(frozen=True)
class _Measured:
    """A sheet measured in one setting: the room that is left for lines on both pages."""

    kit: Kit
    stage: KitStage
    geometry: Geometry
    language: Language
    setting: Setting

    @property
    def rated(self) -> tuple[KitCompetency, ...]:
        return self.kit.rated_in(self.stage)

    @property
    def on_front(self) -> int:
        return ON_FRONT[len(self.rated)]

    @property
    def on_back(self) -> int:
        return len(self.rated) - self.on_front

    @property
    def front_room(self) -> float:
        strip = strip_height(self.kit, self.geometry, self.language) if self.setting.strip else 0
        return self._room(self.rated[: self.on_front]) - strip

    @property
    def back_room(self) -> float:
        geometry = self.geometry
        used = geometry.top + geometry.heading + choices_height(self.kit, geometry) + 1.8
        used += geometry.text.line * _lines(bars(self.rated, self.language), geometry.text, geometry.width)
        if self.setting.way == "roomy":
            used += geometry.text.line
        if not self.setting.strip:
            used += (
                _lines(legend(self.kit, self.language), geometry.text, geometry.width) * geometry.text.line
                + 2
            )
        return self._room(self.rated[self.on_front :]) - used

    def _room(self, competencies: Sequence[KitCompetency]) -> float:
        heights = sum(self.height_without_lines(competency) for competency in competencies)
        return self.geometry.body - self.geometry.reserve - heights

    @property
    def fits(self) -> bool:
        """Whether every competency gets the setting's lines, and the reason its least."""
        front = self.setting.lines * self.on_front * self.geometry.pitch
        back = (self.setting.lines * self.on_back + LEAST_REASON) * self.geometry.pitch
        return self.front_room >= front and self.back_room >= back

    @property
    def front_lines(self) -> int:
        return max(int(self.front_room / self.geometry.pitch), LEAST_LINES * self.on_front)

    @property
    def lines_on_back(self) -> int:
        return max(int(self.back_room / self.geometry.pitch), LEAST_LINES * self.on_back + LEAST_REASON)

    @property
    def reason_lines(self) -> int:
        if not self.on_back:
            return min(self.lines_on_back, MOST_REASON)
        left = self.lines_on_back - ENOUGH_LINES * self.on_back
        return max(LEAST_REASON, min(left, self.lines_on_back // (self.on_back + 1), USUAL_REASON))

    def height_without_lines(self, competency: KitCompetency) -> float:
        """A competency's height in mm without its evidence lines."""
        geometry, setting = self.geometry, self.setting
        column, anchor = setting.column(geometry), setting.anchor
        anchors = max(2, *(_lines(competency.anchors.at(level), anchor, column) for level in LEVELS))
        source = source_words(self.stage, competency, self.language, quoted=True)
        evidence = evidence_words(source, self.language)
        sourced = _lines(evidence, geometry.text, geometry.width) if setting.way == "roomy" else 0
        name = line_count(competency.name, 11.5, geometry.width, Weight.BOLD)
        return (
            geometry.top
            + name * geometry.heading
            + sourced * geometry.text.line
            + gap_before_boxes(competency, geometry, self.language)
            + geometry.box
            + geometry.label_gap
            + anchors * anchor.line
            + geometry.bottom
        )

    def blocks(
        self, competencies: Sequence[KitCompetency], lines: int, room: float, others: int
    ) -> tuple[RatingBlock, ...]:
        """The competencies of one page with their share of its lines; heavier ones get what does not divide.

        The height that is less than a line goes below the competencies (and the `others` lines' block).
        """
        if not competencies:
            return ()
        among = len(competencies) + (1 if others else 0)
        air = max(0.0, (room - (lines + others) * self.geometry.pitch) / among)
        share, left = divmod(lines, len(competencies))
        return tuple(
            RatingBlock(
                competency=competency,
                source=source_words(
                    self.stage, competency, self.language, quoted=self.setting.way == "roomy"
                ),
                lines=share + (1 if place < left else 0),
                gap=gap_before_boxes(competency, self.geometry, self.language),
                below=self.geometry.bottom + air,
            )
            for place, competency in enumerate(competencies)
        )


def _lines(text: str, size: TypeSize, width: float) -> int:
    """Lines that a text takes, one per cent on the safe side."""
    return line_count(text, size.size, width / 1.01)


def gap_before_boxes(competency: KitCompetency, geometry: Geometry, language: Language) -> float:
    """From the last writing line to the boxes; the definition stands there, where no pen has business."""
    definition = _lines(rate_words(competency.definition, language), geometry.text, geometry.width)
    return max(geometry.clearance, definition * geometry.text.line + 1.8)


def choices_height(kit: Kit, geometry: Geometry) -> float:
    """Height of the four recommendations."""
    heights = [geometry.box + geometry.clearance]
    for entry in kit.scale.recommendations:
        name_width = geometry.choice - geometry.box - geometry.label_gap
        name = line_count(entry.name, 9, name_width / 1.01, Weight.BOLD) * geometry.text.line + 0.45
        meaning = _lines(entry.meaning, geometry.fine, geometry.choice) * geometry.fine.line
        heights.append(max(geometry.box, name) + geometry.label_gap + meaning + geometry.label_gap)
    return max(heights)


def strip_height(kit: Kit, geometry: Geometry, language: Language) -> float:
    """Height of rules and legend side by side."""
    beside = sum(_lines(rule, geometry.text, geometry.rules_width) for rule in rules(language))
    lines = max(beside, _lines(legend(kit, language), geometry.text, geometry.legend_width))
    return lines * geometry.text.line + 2.6
