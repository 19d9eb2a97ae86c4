"""Mistakes as values: where, which, what, and the next step."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum

USUAL = {"junior": "early_career", "uk": "GB"}
"""Words that people write for known ones that are spelt quite differently."""

MANY = 12
"""As many known words fit a message."""


@dataclass(frozen=True, order=True)
class Location:
    """A place in a file; line and column count from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Code(Enum):
    """Every mistake has one code; a code never changes its meaning."""

    FILE_MISSING = ("IK001", "the file does not exist")
    FILE_UNREADABLE = ("IK002", "the file cannot be read: a folder, a device, or no permission")
    FILE_TOO_LARGE = ("IK003", "the file is too large: 1 MiB of YAML, 16 MiB of anything else")
    NOT_UTF8 = ("IK004", "the file is not UTF-8 text")
    YAML_SYNTAX = ("IK005", "the file is not YAML")
    TOO_DEEP = ("IK006", "lists and mappings are nested more than 50 deep")
    TOO_MANY_ALIASES = ("IK007", "aliases expand to more than 10,000 nodes, or contain themselves")
    EMPTY_FILE = ("IK008", "the file holds no data")
    WRONG_SHAPE = ("IK009", "a list, a mapping or a single value stands where another belongs")
    DUPLICATE_KEY = ("IK010", "a mapping has the same key twice")
    MISSING_KEY = ("IK011", "a required key is missing")
    UNKNOWN_KEY = ("IK012", "a key is not known here")
    WRONG_VALUE = ("IK013", "a value is not one that can stand here")
    YAML_TAG = ("IK014", "a YAML tag asks for something other than plain data")
    UNKNOWN_ID = ("IK020", "an id refers to something that does not exist")
    DUPLICATE_ID = ("IK021", "an id is used twice")
    WEIGHTS = ("IK022", "weights do not sum to 100, or a shift takes one below 1")
    FILE_NAME = ("IK023", "the id in a rubric file is not the file's name")
    NOT_PARALLEL = ("IK024", "two questions or work samples that stand in for each other differ")
    NOT_JOB_RELEVANT = ("IK025", "a question samples none of the role's job tasks")
    NO_SUCH_SENIORITY = ("IK026", "the role has no bar for this seniority")
    NOT_IN_FORM = ("IK027", "a question belongs to the other form or another seniority")
    PLAN = ("IK030", "no interview plan can keep every constraint")
    NAME_NOT_PRINTABLE = ("IK040", "no available font can show a name")
    LOGO = ("IK041", "the logo cannot be used")
    COLOUR = ("IK042", "the organisation's colour is too light for white paper")
    TEMPLATE = ("IK050", "a template cannot be rendered")
    SHEET_OVERFULL = ("IK051", "a document does not fit the pages it may have")
    INK = ("IK052", "a box on a sheet is not printed where the kit's record says")
    NOT_TRANSLATED = ("IK060", "a text is not given in the kit's language (the kit is built all the same)")
    SUPPRESSION_EMPTY = ("IK070", "a suppression names no rule or gives no reason, and does not count")
    SUPPRESSION_UNUSED = ("IK071", "a suppression covers no finding (a warning)")
    NOTHING_TO_CHECK = ("IK072", "a path holds nothing that the checker reads")
    NOT_A_TEXT = ("IK061", "a translation changes something that is not a text of its original")
    NOT_A_WORKBOOK = ("IK080", "a file is no drive: no YAML, no workbook, no .csv files in a folder or .zip")
    NO_SHEET = ("IK081", "a sheet is missing, or two sheets are read as the same one")
    NO_COLUMN = ("IK082", "a column is missing, misspelt, or stands twice")
    CELL = ("IK083", "a cell has an error, a formula without a value, or a value that may mean two things")
    TOO_MANY_ROWS = ("IK084", "a sheet has more than 100,000 rows, or a part of the file more than 64 MiB")
    APPOINTMENT = ("IK085", "a row of the schedule stands twice, or has someone in two places at once")
    RESERVED_NAME = ("IK086", "an opening has the name of a folder or file that every drive writes")

    def __init__(self, number: str, meaning: str) -> None:
        self.number = number
        self.meaning = meaning


@dataclass(frozen=True)
class Problem:
    """One mistake in the input, printed as one line."""

    location: Location
    code: Code
    message: str
    hint: str = ""

    def __str__(self) -> str:
        text = f"{self.location}: {self.code.number} {self.message}"
        return one_line(f"{text}; {self.hint}" if self.hint else text)


def one_line(text: str) -> str:
    """The text with every control character shown as an escape, so that it stays on one line."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def sorted_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems by file, line and column, each once."""
    return tuple(sorted(set(problems), key=lambda p: (p.location, p.code.number, p.message, p.hint)))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the closest known word, or all of them where none is close."""
    names = sorted(known)
    folded = {name.casefold(): name for name in names}
    close = get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    usual = USUAL.get(word.casefold())
    if usual in names:
        return f"did you mean `{usual}`?"
    if close:
        return f"did you mean `{folded[close[0]]}`?"
    if not names:
        return "there is none yet"
    shown = ", ".join(f"`{name}`" for name in names[:MANY])
    return f"known: {shown}{', …' if len(names) > MANY else ''}"
