"""What the packs and their items are called: interviews, ids and times, never a candidate's name."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from babel.dates import format_time

from interviewkit.drive_packs.models import CardItem, DocumentItem
from interviewkit.drive_packs.piles import Pile
from interviewkit.drive_packs.visits import Visit
from interviewkit.language import Language
from interviewkit.models.work_sample import WorkSample


@dataclass(frozen=True)
class Titles:
    """The words of a drive's packs; with `several` openings, guides tell which one they are for."""

    language: Language
    several: bool

    def pack(self, owner: str, openings: Sequence[str]) -> str:
        """The title of a pack: `Print pack: Ada Example – Builder (+2)` where it is for three openings."""
        distinct = list(dict.fromkeys(openings))
        more = f" (+{len(distinct) - 1})" if len(distinct) > 1 else ""
        title = self.language.gettext("Print pack: {owner} – {opening}")
        return title.format(owner=owner, opening="".join([*distinct[:1], more]))

    def guide(self, visit: Visit, pile: Pile) -> DocumentItem:
        """The guide of a visit's interview."""
        title = self.language.gettext("Guide: {interview}").format(interview=visit.stage.title)
        opening = f", {visit.opening.title}" if self.several else ""
        return self._document(visit, pile, f"guides/{visit.stage.id}.pdf", f"{title}{opening}", "G")

    def own_sample(self, visit: Visit, sample: WorkSample, pile: Pile) -> DocumentItem:
        """The interviewer's own copy of the work sample."""
        return self._sample(visit, sample, pile, self.language.gettext("for the interviewer"))

    def candidates_sample(self, visit: Visit, sample: WorkSample, pile: Pile) -> DocumentItem:
        """The candidate's copy of the work sample."""
        return self._sample(visit, sample, pile, visit.candidate)

    def card(self, visit: Visit, pile: Pile) -> CardItem:
        """The scorecard: interview, candidate, and when and where as far as the pile does not say it."""
        meeting = self._time_and_room(visit) if pile.is_day else self._meeting(visit)
        title = ", ".join(part for part in (visit.stage.title, visit.candidate, meeting) if part)
        whose = _whose(visit, pile)
        return CardItem(visit.opening.id, visit.sheet.id, f"{title}{whose}", "S", self._group(visit, pile))

    def blank(self, visit: Visit, number: int) -> DocumentItem:
        """A blank scorecard of the visit's interview."""
        card = self.language.gettext("Scorecard: {interview}").format(interview=visit.stage.title)
        opening = f", {visit.opening.title}" if self.several else ""
        title = f"{card}{opening}, {self.language.gettext('blank')} {number}"
        return DocumentItem(visit.opening.id, f"scorecards/{visit.stage.id}.pdf", title, "S")

    def _sample(self, visit: Visit, sample: WorkSample, pile: Pile, whose: str) -> DocumentItem:
        """One-sided: a candidate lays the exhibits side by side, and writes on their backs."""
        title = self.language.gettext("Work sample: {title}").format(title=sample.title)
        item = self._document(visit, pile, f"work-samples/{sample.id}.pdf", f"{title}, {whose}", "W")
        return DocumentItem(item.opening, item.path, item.title, item.label, one_sided=True, group=item.group)

    def _document(self, visit: Visit, pile: Pile, path: str, title: str, letter: str) -> DocumentItem:
        title = f"{title}{_whose(visit, pile)}"
        return DocumentItem(visit.opening.id, path, title, letter, group=self._group(visit, pile))

    def _group(self, visit: Visit, pile: Pile) -> str:
        """The time that a day's items stand under."""
        meeting = visit.sheet.meeting
        return self._time(meeting.start) if pile.is_day and meeting and meeting.start else ""

    def _meeting(self, visit: Visit) -> str:
        return self.language.meeting(visit.sheet.meeting) if visit.sheet.meeting else ""

    def _time_and_room(self, visit: Visit) -> str:
        meeting = visit.sheet.meeting
        time = self._time(meeting.start) if meeting and meeting.start else ""
        return ", ".join(part for part in (time, meeting.room if meeting else None) if part)

    def _time(self, time: datetime.time) -> str:
        return format_time(time, "short", locale=self.language.locale)


def _whose(visit: Visit, pile: Pile) -> str:
    """In a day's pile, the interviewer."""
    return f" – {visit.person.name}" if pile.is_day and visit.person else ""
