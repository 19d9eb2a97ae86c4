"""Documents that are printed together because they look alike: what they share is laid out once.

A blank sheet and the masters of its interview differ in a few places only: people write there, or words
stand there. One page with places to write is laid out for all of them.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from interviewkit.builtin import builtin_folder
from interviewkit.models.sheet import MASTER_ID, Sheet
from interviewkit.personalise.master import SlotKind, keeps_to_slots, make_master
from interviewkit.personalise.sheet import personalised
from interviewkit.printing import (
    LaidOut,
    PrintedDocument,
    PrintJob,
    lay_out,
    page_of,
    print_document,
)

_PLACE = re.compile(
    r'<input type="text" id="field\.(\w+)(?:@\d+)?"[^>]*>|<span\b[^>]*\bdata-slot="(\w+)"[^>]*>.*?</span>',
    re.DOTALL,
)
"""A place to write, or words in its place, each with the name of the slot."""


def print_group(group: Sequence[PrintJob]) -> tuple[PrintedDocument, ...]:
    """The documents printed in their order; raises InputError like `print_document`."""
    sheets = [job.document.sheet for job in group if job.document.sheet]
    ours = all(job.assets.folders == (builtin_folder("templates"),) for job in group)
    if ours and len(sheets) == len(group) and all(each.is_master or not each.candidate for each in sheets):
        try:
            return _print_sheets(group, sheets)
        except ValueError:
            pass
    return tuple(map(print_document, group))


def _print_sheets(group: Sequence[PrintJob], sheets: Sequence[Sheet]) -> tuple[PrintedDocument, ...]:
    """Blank sheets and masters of one interview, laid out once; ValueError where their pages differ.

    *Why of our own templates alone*: in a user's, words may need more room than the place to write them.
    """
    document = group[0].document
    blank = Sheet(id=MASTER_ID, stage=sheets[0].stage, candidate=None, interviewer=None)
    context = {**document.context, "sheet": blank}
    shared = lay_out(replace(group[0], document=replace(document, context=context, sheet=blank)))
    if not keeps_to_slots(shared.html):
        raise ValueError("the sheet shows its id outside the slots")
    return tuple(
        _master(shared, job, sheet) if sheet.is_master else _blank(shared, job, sheet)
        for job, sheet in zip(group, sheets, strict=True)
    )


def _blank(shared: LaidOut, job: PrintJob, sheet: Sheet) -> PrintedDocument:
    """The blank sheet: the shared page with an id."""
    master = make_master(shared.finished.data, shared.rendered.anchors)
    data = personalised(master, {}, job.shared["digest"], sheet.id)
    pdf = replace(shared.finished, data=data)
    return PrintedDocument(job.document, pdf, shared.rendered.warnings)


def _master(shared: LaidOut, job: PrintJob, sheet: Sheet) -> PrintedDocument:
    """A master: the shared page without the places in which its sheets have words."""
    of_slots = {
        SlotKind.CANDIDATE: sheet.candidate,
        SlotKind.INTERVIEWER: sheet.interviewer,
        SlotKind.DATE: sheet.meeting,
    }
    known = [kind for kind, words in of_slots.items() if words is not None]
    if _without(known, page_of(job)) != _without(known, shared.html):
        raise ValueError("the pages differ outside the slots")
    master = make_master(shared.finished.data, shared.rendered.anchors, known)
    own = tuple(field for field in shared.finished.fields if field.name not in known)
    pdf = replace(shared.finished, fields=own)
    return PrintedDocument(job.document, pdf, shared.rendered.warnings, master)


def _without(known: Sequence[str], html: str) -> str:
    """The page without these slots, whether people write there or words stand there."""
    return _PLACE.sub(lambda place: "" if (place[1] or place[2]) in known else place[0], html)
