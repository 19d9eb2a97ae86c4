"""What a pack's cover says, gathered from its visits and items: each scorecard, or a summary of too many."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from babel.dates import format_date, format_time

from interviewkit.drive_packs.cover import COVER_PAPER, Cover, CoverGroup, CoverRow
from interviewkit.drive_packs.cover_size import MOST_SUMS, shape_of
from interviewkit.drive_packs.models import DocumentItem, Item
from interviewkit.drive_packs.piles import Pile
from interviewkit.drive_packs.visits import Visit
from interviewkit.language import Language

TitleOf = Callable[[Visit], str]
"""What visits that stand under one title share."""


@dataclass(frozen=True)
class CoverWriter:
    """The covers of a pile's packs; `drive` is the drive's title, `since` a run or 0."""

    pile: Pile
    language: Language
    drive: str
    since: int = 0

    def cover(self, visits: Sequence[Visit], items: Sequence[Item], paper: int, part: int) -> Cover:
        """The cover of a part (0 where the pile has one) with these visits, items and sheets of paper."""
        kinds = Counter(item.label[0] for item in items)
        known = {visit.opening.id: visit.opening for visit in self.pile.visits}
        openings = [known[name] for name in dict.fromkeys(item.opening for item in items)]
        several = len(openings) > 1
        cover = Cover(
            bookmark=self.language.gettext("Contents"),
            label="C1",
            owner=self.pile.owner,
            part=part,
            drive=self.drive,
            opening="" if several else openings[0].title,
            since=self.since,
            is_day=self.pile.is_day,
            is_dated=any(visit.sheet.meeting for visit in visits),
            paper=openings[0].paper,
            sheets=COVER_PAPER + paper,
            guides=kinds["G"],
            samples=kinds["W"],
            blanks=sum(isinstance(item, DocumentItem) and item.label[0] == "S" for item in items),
            whole=_summed("", visits),
            groups=(),
        )
        return self._filled(cover, visits) if visits else cover

    def _filled(self, cover: Cover, visits: Sequence[Visit]) -> Cover:
        """The cover with every scorecard where there is room, else the finest summary that has room."""
        several = not cover.opening
        rows = {visit.card: self._row(visit, several=several) for visit in visits}
        groups = (
            replace(_summed(title, own), rows=tuple(rows[visit.card] for visit in own))
            for title, own in _runs(visits, self._heading(visits))
        )
        listed = replace(cover, groups=tuple(groups))
        shape = shape_of(listed)
        if shape:
            return replace(listed, shape=shape)
        sums = (
            tuple(_summed(title, own) for title, own in _runs(visits, title_of))
            for title_of in self._summaries(several=several)
        )
        return replace(cover, groups=next(each for each in sums if len(each) <= MOST_SUMS[cover.paper]))

    def _row(self, visit: Visit, *, several: bool) -> CoverRow:
        candidate, meeting = visit.sheet.candidate, visit.sheet.meeting
        return CoverRow(
            sheet=visit.sheet.id,
            candidate=visit.candidate,
            name=(candidate.name if candidate else "") or "",
            name_language=(candidate.name_language if candidate else "") or "",
            interview=visit.stage.title,
            opening=visit.opening.title if several else "",
            interviewer=visit.person.name if visit.person and self.pile.is_day else "",
            time=self._time(visit),
            room=(meeting.room if meeting else "") or "",
        )

    def _heading(self, visits: Sequence[Visit]) -> TitleOf:
        """The title above rows: the day, if there are any and the pile is not of one."""
        if self.pile.is_day or not any(visit.sheet.meeting for visit in visits):
            return lambda _: ""
        return lambda visit: self._day(visit) or self.language.gettext("No date yet")

    def _summaries(self, *, several: bool) -> tuple[TitleOf, ...]:
        """What to sum up by, the finest first: times or days; interviews that have no day; all in one."""
        if self.pile.is_day:
            missing = self.language.gettext("No time yet")
            return lambda visit: self._time(visit) or missing, lambda visit: self._hour(visit) or missing

        def interview(visit: Visit) -> str:
            return f"{visit.stage.title}, {visit.opening.title}" if several else visit.stage.title

        return lambda visit: self._day(visit) or interview(visit), lambda _: ""

    def _day(self, visit: Visit) -> str:
        meeting = visit.sheet.meeting
        return format_date(meeting.date, "full", self.language.locale) if meeting else ""

    def _time(self, visit: Visit) -> str:
        start = visit.sheet.meeting.start if visit.sheet.meeting else None
        return format_time(start, "short", locale=self.language.locale) if start else ""

    def _hour(self, visit: Visit) -> str:
        """The hour in which it starts: `10:00–10:59`."""
        start = visit.sheet.meeting.start if visit.sheet.meeting else None
        if start is None:
            return ""
        ends = (start.replace(minute=minute, second=0) for minute in (0, 59))
        return "–".join(format_time(end, "short", locale=self.language.locale) for end in ends)


def _runs(visits: Sequence[Visit], title_of: TitleOf) -> Iterator[tuple[str, list[Visit]]]:
    """Visits that lie one after the other and have one title."""
    return ((title, list(own)) for title, own in groupby(visits, title_of))


def _summed(title: str, visits: Sequence[Visit]) -> CoverGroup:
    candidates = {visit.candidate for visit in visits}
    first, last = (visits[place].sheet.id if visits else "" for place in (0, -1))
    return CoverGroup(title, len(visits), len(candidates), first, last)
