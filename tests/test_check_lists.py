"""Plain lists: what is read as a text, where it stands, and what it is for."""

import csv
import time
from collections import Counter
from pathlib import Path

import pytest

from interviewkit.lint.lists.reader import guess_field, list_items
from interviewkit.lint.text.item import Field, TextItem

DEV = Path(__file__).parent.parent / "labelled/train.csv"


def shown(text: str, suffix: str) -> list[str]:
    """The items, one line each: place, field (`!` where it is sure), `~` where joined or changed, text."""
    return [_line(item) for item in list_items("list", text, suffix)]


def _line(item: TextItem) -> str:
    place, sure = item.location, "!" if item.sure else ""
    return f"{place.line}:{place.column} {item.field.value}{sure} {'' if item.exact else '~'}{item.text}"


PLAIN = {
    "one per line; comments and empty lines are none": (
        "# Monday\n\nHow old are you?\n  \nTell me about a bug.\n",
        ["3:1 question How old are you?", "5:1 question Tell me about a bug."],
    ),
    "bullets and numbers are taken off": (
        "- a?\n* b?\n• c?\n1. d?\n12) e?\n(a) f?\nQ3: g?\nQuestion 4: h?\n  - [ ] i?\n-j?\n1.2. k?\n",
        [
            "1:3 question a?",
            "2:3 question b?",
            "3:3 question c?",
            "4:4 question d?",
            "5:5 question e?",
            "6:5 question f?",
            "7:5 question g?",
            "8:13 question h?",
            "9:9 question i?",
            "10:2 question j?",
            "11:6 question k?",
        ],
    ),
    "a suppression is no text": (
        "How old?  # check: ignore[IK403] quoted\nWhy C# and F#?",
        ["1:1 question How old?", "2:1 question Why C# and F#?"],
    ),
    "a sentence goes on in the next line": (
        "Tell me about a time you\nmissed a date.\nDo you have\nChildren?\n",
        ["1:1 question ~Tell me about a time you missed a date.", "3:1 question ~Do you have Children?"],
    ),
    "… below a bullet, after a comma, over a comment": (
        "- Given what you know now,\n  Would you do it again?\n- How old\n# really\n  are you?\n",
        ["1:3 question ~Given what you know now, Would you do it again?", "3:3 question ~How old are you?"],
    ),
    "a hyphen at the end of a line breaks a word": (
        "Any plans for a preg-\nnancy?\nAny plans for a preg\u00ad\nnancy?\nAre you self-\nemployed?\n",
        [
            "1:1 question ~Any plans for a pregnancy?",
            "3:1 question ~Any plans for a pregnancy?",
            "5:1 question ~Are you self-employed?",
        ],
    ),
    "small letters and capitals hide no sentence": (
        "how old\nare you\n\nHOW OLD\nARE YOU?\n\nhow old are you\nwhere were you born\n",
        [
            "1:1 question ~how old are you",
            "4:1 question ~HOW OLD ARE YOU?",
            "7:1 question how old are you",
            "8:1 question where were you born",
        ],
    ),
    "two sentences are two texts": (
        "How old are you?\nand why?\nNames a check.\nPython\nSQL\n",
        [
            "1:1 question How old are you?",
            "2:1 question and why?",
            "3:1 anchor Names a check.",
            "4:1 criterion Python",
            "5:1 criterion SQL",
        ],
    ),
    "a label says what stands below": (
        "Do not ask:\n- How old are you?\n\nRequirements:\n- Explains a trade-off to anybody.\n",
        ["4:1 sheet Requirements:", "5:3 criterion Explains a trade-off to anybody."],
    ),
    "levels are anchors": (
        (
            "Level 3: Names two checks.\n4 - Names three.\n5 = Outstanding\n"
            "3 - Why Python?\nScore 2 (weak): None\n"
        ),
        [
            "1:10 anchor! Names two checks.",
            "2:5 anchor! Names three.",
            "3:5 anchor! Outstanding",
            "4:1 question 3 - Why Python?",
            "5:17 anchor! None",
        ],
    ),
    "any line end counts, a form feed does not": (
        "a?\r\nb?\r\fc?",
        ["1:1 question a?", "2:1 question b?", "3:2 question c?"],
    ),
}

MARKDOWN = {
    "blocks without their markup": (
        (
            "# Our *questions*\n\nWhat is **your** plan\nfor `main.py`?\n\n"
            "> Quoted?\n\n1. Q1: See [this](http://x.example/age)?\n"
        ),
        [
            "1:3 criterion ~Our questions",
            "3:1 question ~What is your plan for main.py?",
            "6:3 question Quoted?",
            "8:8 question ~See this?",
        ],
    ),
    "code, comments and the head are skipped": (
        (
            "---\ntitle: How old?\n---\n```\nHow old?\n```\n<!-- How\nold? -->\n"
            "- Why? <!-- check: ignore[IK1] x -->\n"
        ),
        ["9:3 question Why?"],
    ),
    "HTML hides nothing": ("<div>How <b>old</b>\nare you?</div>\n", ["1:6 question ~How old are you?"]),
    "nothing below a heading that forbids": (
        (
            "# A\n## What not to ask\n- How old?\n### Never\nMarried?\n"
            "## Don’t ask\nKids?\n# Illegal questions\nFrom?\n# B\nWhy?\n"
        ),
        ["1:3 criterion A", "10:3 criterion B", "11:1 question Why?"],
    ),
    "nor in a list below a label that forbids": (
        "Avoid these:\n\n- How old?\n  - Really?\n\n**Don't ask**\n\n1. Kids?\n\nWhy?\n",
        ["10:1 question Why?"],
    ),
    "cells of a table, by the names of its columns": (
        (
            "| Question | Don't ask | Level 1 | 3 – good |\n|---|---|---|---|\n"
            "| Why? | Kids? | Names<br>none | Names two |\n"
        ),
        [
            "1:3 sheet! Question",
            "1:26 sheet! Level 1",
            "1:36 sheet! 3 – good",
            "3:3 question! Why?",
            "3:18 anchor! ~Names none",
            "3:34 anchor! Names two",
        ],
    ),
    "a table with a level in each row": (
        "| Level | What it looks like |\n|---|---|\n| 3 | Two checks |\n",
        ["1:3 sheet! Level", "1:11 sheet! What it looks like", "3:7 anchor! Two checks"],
    ),
    "lines that are sentences are texts of their own": (
        "Why?\nHow old are you?\nDate of birth: ____\nPhoto: ____\n",
        [
            "1:1 question Why?",
            "2:1 question How old are you?",
            "3:1 sheet Date of birth: ____",
            "4:1 sheet Photo: ____",
        ],
    ),
    "a heading says what stands below": (
        "## Interviewer notes\n- Python\n### Level 4\nTwo checks\n## Follow-ups\n- Did it work?\n",
        [
            "1:4 criterion Interviewer notes",
            "2:3 note Python",
            "3:5 criterion Level 4",
            "4:1 anchor Two checks",
            "5:4 criterion Follow-ups",
            "6:3 follow_up Did it work?",
        ],
    ),
}

CSV = {
    "columns by their names, a row's field, a byte order mark": (
        (
            "\ufefftext,label,Field\nHow old?,bad,question\nNames two,good,anchor\n"
            "Find out,bad,note\nTesting,,\n"
        ),
        ["2:1 question! How old?", "3:1 anchor! Names two", "4:1 note! Find out", "5:1 criterion Testing"],
    ),
    "quoted cells, with physical lines": (
        'id;Interview question;Note\n;"Why; and ""how""\nso?";Ask x\n;"Kids?";"a" # check: ignore[IK401] x\n',
        ['2:3 question! ~Why; and "how" so?', "3:6 note! Ask x", "4:3 question! Kids?", "4:11 note! a"],
    ),
    "a list in one cell": (
        'question,notes\nWhy?,"1. Ask x.\n2. Rate y."\n',
        ["2:1 question! Why?", "2:10 note! Ask x.", "3:4 note! Rate y."],
    ),
    "anchors beside a level": (
        "competency\tlevel\ttext\nTesting\t3\tTwo checks\nTesting\tsenior\tWhy?\n",
        ["2:1 criterion! Testing", "2:11 anchor! Two checks", "3:1 criterion! Testing", "3:16 question Why?"],
    ),
    "levels as columns": (
        "Competency,1,2,3\nTesting,none,one check,two checks\n",
        ["2:1 criterion! Testing", "2:9 anchor! none", "2:14 anchor! one check", "2:24 anchor! two checks"],
    ),
    "no header: every cell that holds words": (
        "How old?,3\nKids?,4\n",
        ["1:1 question How old?", "2:1 question Kids?"],
    ),
    "no header: a cell may name the field": (
        "Names two checks of it,anchor\n",
        ["1:1 anchor! Names two checks of it"],
    ),
    "commas that nobody quoted": (
        "How old, roughly, are you?\nWhy, if at all, Python?\n",
        ["1:1 question How old, roughly, are you?", "2:1 question Why, if at all, Python?"],
    ),
    "… in the last column": ("id,question\n1,Why, and how?\n", ["2:3 question! Why, and how?"]),
    "a quote that is never closed": (
        'question\n"Why?\nHow?\n',
        ['2:1 question! "Why?', "3:1 question! How?"],
    ),
    "a single column of labels": ("field_label\nPhoto\n", ["2:1 sheet! Photo"]),
    "nothing": ("", []),
}


@pytest.mark.parametrize("name", PLAIN)
def test_plain_text(name: str) -> None:
    text, expected = PLAIN[name]
    assert shown(text, ".txt") == expected


@pytest.mark.parametrize("name", MARKDOWN)
def test_markdown(name: str) -> None:
    text, expected = MARKDOWN[name]
    assert shown(text, ".md") == expected


@pytest.mark.parametrize("name", CSV)
def test_csv(name: str) -> None:
    text, expected = CSV[name]
    assert shown(text, ".csv") == expected


GUESSES = {
    "Have you any children": Field.QUESTION,
    "Given an array of integers, return the two that add up to ten.": Field.QUESTION,
    "Your service is down and the log is empty: write the query.": Field.QUESTION,
    "If you were a tree, which one?": Field.QUESTION,
    "Find out whether the candidate plans a family.": Field.NOTE,
    "Have them code on paper.": Field.NOTE,
    "Never ask about health.": Field.NOTE,
    "If the answer stays general, ask: “What did you do?”": Field.NOTE,
    "Prefer candidates who started early.": Field.NOTE,
    "Never checks the output.": Field.ANCHOR,
    "Usually does this.": Field.ANCHOR,
    "Meets expectations": Field.ANCHOR,
    "Told the team the same day.": Field.ANCHOR,
    "When the data change, says what is lost.": Field.ANCHOR,
    "Candidate’s age: ____": Field.SHEET,
    "Date of birth (dd/mm/yyyy):": Field.SHEET,
    "Rating: 1 2 3 4 5, not assessed": Field.SHEET,
    "Degree from a leading university": Field.CRITERION,
    "Must speak Dutch.": Field.CRITERION,
    "": Field.CRITERION,
    "…": Field.CRITERION,
}


@pytest.mark.parametrize("text", GUESSES)
def test_a_field_is_guessed(text: str) -> None:
    assert guess_field(text) is GUESSES[text]


def test_guesses_are_right_for_questions_and_anchors() -> None:
    rows = list(csv.DictReader(DEV.read_text(encoding="utf-8").splitlines()))
    right = Counter(row["field"] for row in rows if guess_field(row["text"]).value == row["field"])
    total = Counter(row["field"] for row in rows)
    assert right["question"] >= 0.97 * total["question"]
    assert right["anchor"] >= 0.97 * total["anchor"]


HOSTILE = (
    '"',
    '""',
    " ",
    "- ",
    "> ",
    "*",
    "`",
    "[",
    "](",
    "<!--",
    "<a ",
    "|a\n|-\n",
    "1.1.",
    "Level 3 (",
    "a-\n",
    "how\n",
)


@pytest.mark.parametrize("suffix", [".txt", ".md", ".csv"])
def test_no_text_takes_long(suffix: str) -> None:
    for piece in HOSTILE:
        text = piece * (10_000 // len(piece))
        begun = time.process_time()
        list(list_items("list", text, suffix))
        assert time.process_time() - begun < 2, piece
