"""The lengths of a scorecard in mm, and the ways to set its texts."""

from dataclasses import dataclass

from interviewkit.models.jurisdiction import Paper


@dataclass(frozen=True)
class TypeSize:
    """A size in points and its line height in mm."""

    size: float
    line: float


@dataclass(frozen=True)
class Geometry:
    """The page and its parts in mm: text is never wider than both papers have.

    Head and foot lie between the corner marks (10 mm squares, 12 mm from the edges, quiet for 2 mm around).
    """

    page_width: float
    page_height: float
    margin: float = 12.7
    mark: float = 24
    width: float = 184.6
    head: float = 22.8
    pitch: float = 8.47
    clearance: float = 8.1
    box: float = 4.5
    label_gap: float = 1.6
    gutter: float = 2.2
    apart_width: float = 10.8
    apart_space: float = 4.6
    choice_gutter: float = 4
    top: float = 1.8
    heading: float = 4.8
    bottom: float = 1.2
    legend_width: float = 106
    reserve: float = 0.6
    text: TypeSize = TypeSize(8.5, 3.6)
    fine: TypeSize = TypeSize(8, 3.25)

    @property
    def side(self) -> float:
        """Left and right of the text."""
        return (self.page_width - self.width) / 2

    @property
    def rules_width(self) -> float:
        """Width of a rule's text, beside the legend and behind its bullet."""
        return self.width - self.legend_width - 4 - 3.4

    @property
    def who(self) -> float:
        """Width of the row for candidate, interviewer and date, beside the QR code."""
        return self.page_width - self.mark - 25 - self.side

    @property
    def foot(self) -> float:
        """Width of the foot, between the corner marks."""
        return self.page_width - 2 * (self.mark + 0.2)

    @property
    def body(self) -> float:
        """Height between head and foot."""
        return self.page_height - self.margin - self.head - self.mark

    @property
    def choice(self) -> float:
        """Width of one of the four recommendations."""
        return (self.width - 3 * self.choice_gutter) / 4

    @property
    def narrow_column(self) -> float:
        """Width of an anchor where "not assessed" has a column of its own."""
        return (self.width - self.apart_width - self.apart_space - 4 * self.gutter) / 5

    @property
    def wide_column(self) -> float:
        """Width of an anchor where the five share the whole width."""
        return (self.width - 4 * self.gutter) / 5


GEOMETRIES = {Paper.A4: Geometry(210, 297), Paper.LETTER: Geometry(215.9, 279.4)}


@dataclass(frozen=True)
class Setting:
    """One way to set a sheet; with `strip`, rules and legend stand at the top of the front.

    Without, the rules stand in the foot of the front and the legend at the top of the back.

    `roomy` quotes the question and has larger anchors, `dense` names the question beside the heading, `wide`
    moves "not assessed" from its own column to the end of the row of boxes.
    """

    way: str
    strip: bool
    lines: int

    @property
    def anchor(self) -> TypeSize:
        """The type of the anchors."""
        return {"roomy": TypeSize(8.5, 3.45), "dense": TypeSize(8, 3.25), "wide": TypeSize(8, 3.2)}[self.way]

    def column(self, geometry: Geometry) -> float:
        """Width of an anchor in mm."""
        return geometry.wide_column if self.way == "wide" else geometry.narrow_column


SETTINGS = (
    Setting("roomy", strip=True, lines=4),
    Setting("roomy", strip=False, lines=4),
    Setting("dense", strip=True, lines=4),
    Setting("dense", strip=False, lines=4),
    Setting("dense", strip=True, lines=3),
    Setting("dense", strip=False, lines=3),
    Setting("wide", strip=False, lines=3),
)
"""The first that leaves `lines` for every competency is used, else the last."""
