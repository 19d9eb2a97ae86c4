"""Labels of a form: does one ask for personal data?"""

from interviewkit.lint.checks.near import forbidden, quoted
from interviewkit.lint.checks.pedigree import innocent
from interviewkit.lint.text.item import ASKED, Field
from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import Reading

LONGEST = 16
"""A label with what may be ticked has no more words."""

BARE = 2
"""So many words may stand beside a label that has nothing to fill in (`Candidate’s date of birth`)."""

_BLANKS = ("__", "..", "[ ", "[]", "( )", "☐", "□", "▢", "/_", "_/")


def personal_data_hit(reading: Reading) -> Hit | None:
    """The first label that asks for personal data."""
    if (
        reading.count > LONGEST
        or reading.item.field is Field.ANCHOR
        or (reading.asks and reading.item.field in ASKED)
    ):
        return None
    for hit in reading.hits("personaldata.paste", "personaldata.titles", "personaldata.label"):
        if (
            _is_label(reading, hit)
            and not innocent(reading, hit, "personaldata")
            and not _excused(reading, hit)
        ):
            return hit
    return None


def _excused(reading: Reading, hit: Hit) -> bool:
    return quoted(reading, hit) or forbidden(reading, hit)


def _is_label(reading: Reading, hit: Hit) -> bool:
    if hit.group == "personaldata.paste":
        return reading.item.field not in ASKED or _to_fill(reading)
    if _to_fill(reading) or reading.text.rstrip().endswith(":") or _before_colon(reading, hit):
        return True
    if hit.group == "personaldata.titles" or reading.item.field not in {Field.CRITERION, Field.SHEET}:
        return False
    return _bare(reading)


def _to_fill(reading: Reading) -> bool:
    """Is there a blank to fill in, or something to tick?"""
    return any(blank in reading.text for blank in _BLANKS) or reading.has("personaldata.fill")


def _before_colon(reading: Reading, hit: Hit) -> bool:
    """Does the hit, with little else, stand before the first colon?"""
    here = reading.words[hit.start].sentence
    label = [word for word in reading.words if word.sentence == here]
    return ":" in label[-1].mark and len(label) - (hit.end - hit.start) <= BARE


def _bare(reading: Reading) -> bool:
    """Does the text consist of labels, and of whose they are?"""
    groups = ("personaldata.label", "personaldata.person")
    named = {place for hit in reading.hits(*groups) for place in range(hit.start, hit.end)}
    light = {"and", "or", "of", "the", "please", "only", "required"}
    other = [n for n, word in enumerate(reading.words) if n not in named and word.text not in light]
    return len(other) < BARE and len(named) > len(other)
