"""Which items lie in which print pack of a drive, and in which order.

*Why this order*: a pile is used from the top, in the order of the appointments. The guide lies before its
first interview; each candidate's work sample lies on the scorecard that it belongs to; blank scorecards, for
a spoilt sheet or a late candidate, lie at the bottom. A cover on top says all that.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from interviewkit.documents import SCORECARD_PAGES
from interviewkit.drive_packs.covers import CoverWriter
from interviewkit.drive_packs.models import (
    CardItem,
    DocumentItem,
    DriveOpening,
    DrivePack,
    Item,
    PageCounts,
    Since,
)
from interviewkit.drive_packs.piles import Pile, piles_of
from interviewkit.drive_packs.splitting import Bundle, part_path, split
from interviewkit.drive_packs.titles import Titles
from interviewkit.drive_packs.visits import Visit, visits_of
from interviewkit.language import Language
from interviewkit.print_pack.plan import BLANK_SCORECARDS, FOLDER


def plan_packs(
    drive: str,
    openings: Sequence[DriveOpening],
    pages: PageCounts,
    language: Language,
    since: Since | None = None,
) -> tuple[DrivePack, ...]:
    """The packs of a drive: per interviewer, per interview that nobody is named for, and per day.

    `drive` is the drive's title. With `since`, the same packs with the named sheets alone; a guide, and what
    comes with it, only where its pack had none of that interview's scorecards before. Only covers name
    candidates.
    """
    piles = tuple(piles_of(visits_of(openings), language))
    folder = f"{FOLDER}/since-run-{since.run}" if since else FOLDER
    taken = {f"{folder}/{pile.path}" for pile in piles}
    titles = Titles(language, several=len(openings) > 1)
    packs: list[DrivePack] = []
    for pile in piles:
        sorter = _Sorter(pile, pages, titles, since)
        writer = CoverWriter(pile, language, drive, since.run if since else 0)
        for number, part in enumerate(sorter.parts(writer), start=1):
            packs.append(replace(part, path=part_path(f"{folder}/{pile.path}", number, taken)))
    return tuple(packs)


def _labelled(items: Iterable[Item]) -> Iterator[Item]:
    """The items of a part with their labels: `S3`, the third scorecard."""
    kinds: Counter[str] = Counter()
    for item in items:
        kinds[item.label] += 1
        yield replace(item, label=f"{item.label}{kinds[item.label]}")


@dataclass(frozen=True)
class _Sorter:
    """A pile on the table, about to be sorted."""

    pile: Pile
    pages: PageCounts
    titles: Titles
    since: Since | None

    @cached_property
    def chosen(self) -> tuple[Visit, ...]:
        """The visits whose scorecards are printed."""
        chosen = self.since
        return tuple(each for each in self.pile.visits if chosen is None or each.sheet.id in chosen.sheets)

    def parts(self, writer: CoverWriter) -> Iterator[DrivePack]:
        """The pile as packs, which do not know their paths yet."""
        language = self.titles.language
        title = self.titles.pack(self.pile.owner, [visit.opening.title for visit in self.chosen])
        known = {visit.card: visit for visit in self.chosen}
        bundles = list(split(self.bundles()))
        for number, bundle in enumerate(bundles, start=1):
            items = tuple(_labelled(bundle.items))
            visits = [known[item.opening, item.sheet] for item in items if isinstance(item, CardItem)]
            cover = writer.cover(visits, items, bundle.paper, number if len(bundles) > 1 else 0)
            name = f"{title} ({number})" if number > 1 else title
            yield DrivePack("", name, cover, items, language.code, language.gettext("blank"))

    def bundles(self) -> Iterator[Bundle]:
        """Guide, work samples and scorecard of each visit, then the blank scorecards."""
        given = self._given_before()
        started: dict[tuple[str, str], Visit] = {}
        for visit in self.chosen:
            items: list[Item] = []
            if _use(visit) not in given:
                given.add(_use(visit))
                started.setdefault(visit.interview, visit)
                items += self._guide(visit)
            items += self._candidates_own(visit)
            yield Bundle((*items, self.titles.card(visit, self.pile)), self._paper(visit, items))
        for visit in started.values():
            for number in range(1, BLANK_SCORECARDS + 1):
                yield Bundle((self.titles.blank(visit, number),), self._card_paper(visit))

    def _given_before(self) -> set[tuple[object, ...]]:
        """What the guides in this pile were printed for before: uses that have a scorecard not chosen now."""
        chosen = {visit.card for visit in self.chosen}
        return {_use(visit) for visit in self.pile.visits if visit.card not in chosen}

    def _guide(self, visit: Visit) -> Iterator[DocumentItem]:
        yield self.titles.guide(visit, self.pile)
        if visit.stage.work_sample:
            yield self.titles.own_sample(visit, visit.stage.work_sample, self.pile)

    def _candidates_own(self, visit: Visit) -> Iterator[DocumentItem]:
        if visit.stage.work_sample:
            yield self.titles.candidates_sample(visit, visit.stage.work_sample, self.pile)

    def _paper(self, visit: Visit, before: Iterable[Item]) -> int:
        """Sheets of paper of a visit's scorecard and the documents before it."""
        documents = (item for item in before if isinstance(item, DocumentItem))
        return self._card_paper(visit) + sum(self._document_paper(item) for item in documents)

    def _card_paper(self, visit: Visit) -> int:
        return _sheets(self.pages.cards.get(visit.interview, SCORECARD_PAGES))

    def _document_paper(self, item: DocumentItem) -> int:
        pages = self.pages.documents[item.opening, item.path]
        return pages if item.one_sided else _sheets(pages)


def _use(visit: Visit) -> tuple[object, ...]:
    """Whoever shares this needs the guide once: one interviewer's interviews of one kind."""
    return (*visit.interview, visit.person)


def _sheets(pages: int) -> int:
    """Sheets of paper for so many pages on both sides."""
    return -(-pages // 2)
