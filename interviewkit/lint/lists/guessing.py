"""What a line of a plain list is for, guessed from its words.

A guess asks a few plain things in a fixed order: is it a label, does it tell interviewers what to do, does it
ask somebody, does it say what somebody does. What is none of these is a criterion.
"""

import re
from collections.abc import Callable

from interviewkit.lint.lists.guess_line import GuessLine
from interviewkit.lint.lists.guess_verbs import BASE_PAST, is_verb
from interviewkit.lint.lists.guess_words import (
    ADDRESSES,
    ADVERBS,
    AUXILIARIES,
    CLAUSE_TASKS,
    GRADE_PHRASES,
    GRADES,
    HAVE,
    INSTRUCTIONS,
    INVITED,
    INVITES,
    NEGATED,
    NOTE_PHRASES,
    OTHERS,
    PRONOUNS,
    RATED_PEOPLE,
    REPORTS,
    REQUIRED,
    SCENES,
    TASKS,
    THIRD,
    VERDICTS,
    WH_WORDS,
)
from interviewkit.lint.text.folding import fold
from interviewkit.lint.text.item import Field

_NUMBER = r"[0-9]{1,2}(?:/[0-9]{1,2})?(?:[ ]?\([^()]{1,30}\))?"
_LEVEL = re.compile(
    rf"""[ ]?(?:
        (?:level|score|rating|grade)[ ]?{_NUMBER}[ ]{{0,2}}[:=.–—-][ ]{{0,2}}(?=\S)
        | {_NUMBER}(?:[ ]{{0,2}}[:=]|[ ]{{1,2}}[–—-])[ ]{{1,2}}(?=[^\s\d])
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_BLANKS = ("___", "....", "……", "[ ]", "( )", "☐", "□")
LABEL = 8
"""A label has so many words at most."""
LONGEST = 400
"""So many characters decide; a longer text is guessed by its beginning and its end."""


def guess_field(text: str) -> Field:
    """The field of a text that stands alone."""
    prefix = level_prefix(text)
    if prefix:
        field = _guessed(text[prefix:])
        named = text[0].isalpha() and "?" not in text
        return Field.ANCHOR if named or field in {Field.ANCHOR, Field.CRITERION} else field
    return _guessed(text)


def level_prefix(text: str) -> int:
    """How long the level is that a text begins with: `Level 3: `, `3 - `, `4/5 = `; 0 for none."""
    match = _LEVEL.match(text)
    return match.end() if match else 0


def level_of(prefix: str) -> int | None:
    """The level in a prefix such as `Level 3: ` or `4/5 = `."""
    digits = "".join(char if char.isdecimal() else " " for char in prefix).split()
    return int(digits[0][:3]) if digits else None


def _guessed(text: str) -> Field:
    line = GuessLine(_shortened(fold(text).text.strip()))
    if not line.words:
        return Field.CRITERION
    return next((field for is_it, field in _GUESSES if is_it(line)), Field.CRITERION)


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST // 2]} {text[-LONGEST // 2 :]}"


def _is_label(line: GuessLine) -> bool:
    text = line.text
    if any(blank in text for blank in _BLANKS):
        return not line.asked
    head, colon, tail = text.partition(":")
    if not colon or "?" in text:
        return False
    named = len(head.split()) <= LABEL
    return named and (not tail.strip() or not any(char.isalpha() for char in tail) or _is_choice(tail))


def _is_choice(tail: str) -> bool:
    """Is it a row of choices: `yes / no`, `1 2 3 4 5, not assessed`, `low | high`?"""
    parts = re.split("[/|,]", tail)
    short = len(parts) > 1 and all(0 < len(part.split()) <= LABEL for part in parts)
    return short and ("," not in tail or not any(char.isalpha() for char in parts[0]))


_COMMANDS: dict[str, Callable[[str], bool]] = {
    "do": lambda second: second == "not",
    "have": lambda second: second not in PRONOUNS,
    "let": lambda second: second != "us",
    "tell": lambda second: second in OTHERS | RATED_PEOPLE | {"all", "each", "every", "people"},
    "find": lambda second: second in {"out", "whether"},
}
"""First words that are commands only before some second words: `have them …`, but `have you …`."""


def _is_command(line: GuessLine) -> bool:
    """Does it tell interviewers to do or not to do something?"""
    first, second = line.word(0), line.word(1)
    if line.asked and first not in REPORTS:
        return False
    if first == "never":
        return not is_verb(second, line.word(2))
    if line.asks_politely:
        return False
    if first in _COMMANDS:
        return _COMMANDS[first](second)
    if first in {"if", "when", "after", "once"}:
        return not line.says(INVITES) and not line.acts_later
    return first in INSTRUCTIONS or first in REPORTS or line.commands_later


def _is_question(line: GuessLine) -> bool:
    first, second = line.word(0), line.word(1)
    if line.asked:
        return not line.asked & (RATED_PEOPLE | THIRD) or (line.ends_asking and first not in REPORTS)
    if line.ends_asking and line.text[0] in "\"'":
        return True
    if line.known & RATED_PEOPLE and not (first in INVITED and line.known & ADDRESSES and not line.instructs):
        return False
    if line.says(INVITES) or first in INVITED or first in WH_WORDS or _inverts(first, second):
        return True
    return _sets_task(line) or _speaks_to(line)


def _inverts(first: str, second: str) -> bool:
    """Does it begin as a question that has lost its mark: `have you`, `is there`?"""
    return first in AUXILIARIES and (second in {"you", "your"} or (first not in HAVE and second in PRONOUNS))


def _sets_task(line: GuessLine) -> bool:
    """Does it, or a clause of it, tell somebody to make or solve something?"""
    begins = (f"{line.word(0)} {line.word(1)}", *line.clauses)
    return any(each in CLAUSE_TASKS or each in SCENES or each.partition(" ")[0] in TASKS for each in begins)


def _speaks_to(line: GuessLine) -> bool:
    """Does it speak to `you`, and not as a job advertisement does?"""
    if line.asks_politely:
        return True
    if line.words[0] in ADDRESSES or line.words[0] in VERDICTS:
        return False
    return bool(line.known & ADDRESSES) and not line.known & OTHERS and not line.known & REQUIRED


def _is_early_anchor(line: GuessLine) -> bool:
    """Is the first word a verb in the third person, so that a later `you` is somebody else's?"""
    first, second = line.words[0], line.word(1)
    return (
        not line.asked
        and first not in BASE_PAST
        and not line.start
        and bool(second)
        and is_verb(first, second)
    )


def _is_anchor(line: GuessLine) -> bool:
    if line.says(GRADE_PHRASES) or line.acts_later:
        return True
    place = next((n for n in range(4) if line.word(n) not in ADVERBS), 0)
    first, second = line.word(place), line.word(place + 1)
    return place > 0 or first in GRADES or first in NEGATED or bool(second and is_verb(first, second))


def _is_verdict(line: GuessLine) -> bool:
    """Is it a judgement without a verb, as in `A safe pair of hands`?"""
    return line.words[0] in VERDICTS and not line.known & REQUIRED


def _is_note(line: GuessLine) -> bool:
    return line.says(NOTE_PHRASES) or bool(line.known & OTHERS) or bool(line.known & RATED_PEOPLE)


_GUESSES = (
    (_is_label, Field.SHEET),
    (_is_command, Field.NOTE),
    (_is_early_anchor, Field.ANCHOR),
    (_is_question, Field.QUESTION),
    (_is_anchor, Field.ANCHOR),
    (_is_note, Field.NOTE),
    (_is_verdict, Field.ANCHOR),
)
