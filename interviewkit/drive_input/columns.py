"""The sheets of a drive's workbook and their columns: what is read, what the empty workbook explains."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """A column of a sheet: its heading, where its value goes in the opening or row, what to write in it.

    `key` is a path in the YAML that the row stands for (`organisation.name`), empty where the reader has a
    use of its own for the column. `others` are headings that people write for it.
    """

    name: str
    key: str
    help: str
    required: bool = False
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class SheetKind:
    """A sheet: its name, what a row is, its columns."""

    name: str
    row: str
    columns: tuple[Column, ...]
    required: bool = True
    others: tuple[str, ...] = ()

    def column(self, name: str) -> Column:
        """The column with this heading."""
        return next(column for column in self.columns if column.name == name)


OPENINGS = SheetKind(
    "openings",
    "one opening",
    (
        Column(
            "opening",
            "id",
            "Short id: names the kit's folder, such as ai-engineer-claims.",
            required=True,
            others=("id", "opening id"),
        ),
        Column(
            "file", "", "An opening file beside the workbook, instead of or under the columns to the right."
        ),
        Column("role", "role", "Id of the role; `interviewkit roles` lists them."),
        Column("seniority", "seniority", "early_career, mid, senior or staff."),
        Column(
            "title", "title", "What candidates see the position called.", others=("job title", "position")
        ),
        Column(
            "organisation", "organisation.name", "Whose opening it is.", others=("organization", "company")
        ),
        Column("colour", "organisation.colour", "Six digits with #, such as #0b5d6b.", others=("color",)),
        Column("logo", "organisation.logo", "SVG or PNG file beside the workbook."),
        Column("country", "country", "GB, US, US-CA, DE, FR, … : paper size, retention, what not to ask."),
        Column("language", "language", "Language of the kit: en, de or fr."),
        Column(
            "mission", "team.mission", "One sentence: what the team is there for.", others=("team mission",)
        ),
        Column("domain", "team.domain", "For example: medical record processing."),
        Column("product", "team.product", "For example: the claims assistant."),
        Column(
            "technology", "team.technology", "core (technology is the product) or enabler (it serves one)."
        ),
        Column("team_stage", "team.stage", "finding_fit, scaling or optimising."),
        Column("loop", "team.loop", "inner or outer."),
        Column("contact", "contact", "Whom candidates write to."),
        Column("form", "form", "A or B: the parallel set of questions."),
        Column("opens", "dates.opens", "Day."),
        Column("calibration", "dates.calibration", "Day on which the panel practises rating."),
        Column("interviews", "dates.interviews", "First day of interviews."),
        Column("debrief", "dates.debrief", "Day."),
        Column("decision", "dates.decision", "Day; retention runs from here."),
    ),
    others=("opening", "positions", "jobs"),
)

CANDIDATES = SheetKind(
    "candidates",
    "one candidate for one opening",
    (
        Column(
            "candidate",
            "id",
            "Id of the person, such as C-014: it names files, the name never does.",
            required=True,
            others=("id", "candidate id"),
        ),
        Column(
            "name", "name", "As the person writes it, in any script.", others=("full name", "candidate name")
        ),
        Column(
            "name_language", "name_language", "Language of the name, such as pl: screen readers say it right."
        ),
        Column(
            "opening",
            "opening",
            "Id of the opening; may be empty where there is but one.",
            others=("opening id", "position"),
        ),
    ),
    others=("candidate", "applicants", "people"),
)

PANEL = SheetKind(
    "panel",
    "one interviewer for one opening",
    (
        Column(
            "opening",
            "opening",
            "Id of the opening; may be empty where there is but one.",
            others=("opening id", "position"),
        ),
        Column(
            "interviewer",
            "name",
            "Name of the interviewer.",
            required=True,
            others=("name", "interviewer name"),
        ),
        Column("interviewer_id", "id", "For file names; made from the name if empty.", others=("id",)),
        Column("name_language", "name_language", "Language of the name, such as pl."),
        Column(
            "stages",
            "stages",
            "Ids of the interviews they run, with commas between them.",
            required=True,
            others=("stage", "interviews"),
        ),
    ),
    required=False,
    others=("interviewers", "panels"),
)

SCHEDULE = SheetKind(
    "schedule",
    "one meeting of a candidate and an interviewer",
    (
        Column("date", "date", "Day of the interview.", required=True, others=("day",)),
        Column("start", "start", "Time of day in the room, such as 10:30.", others=("time", "start time")),
        Column("room", "room", "Room or link, 40 characters at most.", others=("place", "location")),
        Column(
            "opening",
            "opening",
            "Id of the opening; may be empty where the candidate is seen for but one.",
            others=("opening id", "position"),
        ),
        Column("candidate", "candidate", "Id of the candidate.", required=True, others=("candidate id",)),
        Column(
            "stage",
            "stage",
            "Id of the interview, such as work-sample.",
            required=True,
            others=("interview",),
        ),
        Column(
            "interviewer",
            "interviewer",
            "Name of the interviewer, as in the panel.",
            required=True,
            others=("interviewer name",),
        ),
    ),
    required=False,
    others=("timetable", "appointments"),
)

DRIVE = SheetKind(
    "drive",
    "one setting: its name, its value",
    (
        Column(
            "setting",
            "",
            "drive, title, paper, or a column of `openings` whose value all openings share.",
            required=True,
            others=("key", "name"),
        ),
        Column("value", "", "The value.", required=True),
    ),
    required=False,
    others=("settings", "defaults"),
)

SHEETS = (DRIVE, OPENINGS, CANDIDATES, PANEL, SCHEDULE)
