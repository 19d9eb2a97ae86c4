"""Which sheets lie in which print pack, and in which order.

*Why this order*: whoever stands at the printer hands out piles, and nobody should have to sort them. A pile
is used from the top: an interviewer reads the guide, lays out the work sample, then takes one scorecard
after the other; blank ones, for a spoilt sheet or a late candidate, lie at the bottom. The recruiter's own
pack runs as the day does: the brief and the candidates' pages before anybody comes, the interviewers' piles
one by one, the debriefs for the end.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from interviewkit.models.kit import Kit, KitInterviewer, KitStage
from interviewkit.models.sheet import Sheet
from interviewkit.models.work_sample import WorkSample

FOLDER = "print-packs"
WHOLE_KIT = "print-pack.pdf"
BLANK_SCORECARDS = 2
"""Blank scorecards per interview and interviewer: one to spoil, one for a candidate who is added late."""

Gettext = Callable[[str], str]


@dataclass(frozen=True)
class PackedSheet:
    """A document's place in a pack: its path in the kit, its bookmark, and what is unique to this copy.

    `prefix` stands before the copy's form fields; `label` before its page numbers. Where `one_sided` is set,
    the back of every page stays blank.
    """

    path: str
    title: str
    prefix: str
    label: str
    one_sided: bool = False


@dataclass(frozen=True)
class Pack:
    """One print job: path in the kit, title, sheets from top to bottom; `blank` names blank pages."""

    path: str
    title: str
    sheets: tuple[PackedSheet, ...]
    blank: str


@dataclass(frozen=True)
class _Copy:
    """One copy of a document before the copies of a pack are numbered; `letter` says what kind it is."""

    letter: str
    path: str
    name: str
    title: str
    one_sided: bool = False


def packs_of(kit: Kit, sheets: Sequence[Sheet], gettext: Gettext = str) -> tuple[Pack, ...]:
    """The packs of a kit: one per interviewer, one per interview that nobody is named for, and the whole kit.

    `gettext` gives the words in the kit's language. No title, path or prefix names a candidate.
    """
    return _Packer(kit, tuple(sheets), gettext).packs()


@dataclass(frozen=True)
class _Packer:
    """The kit on the table, about to be sorted into piles."""

    kit: Kit
    sheets: tuple[Sheet, ...]
    gettext: Gettext

    def packs(self) -> tuple[Pack, ...]:
        """Every pile by itself, then all of them in one."""
        piles = [(path, owner, tuple(copies)) for path, owner, copies in self._piles()]
        whole = (
            *self._before_the_day(),
            *(copy for _, _, copies in piles for copy in copies),
            *self._after_the_day(),
        )
        return (
            *(self._pack(path, owner, copies) for path, owner, copies in piles),
            self._pack(WHOLE_KIT, self.gettext("whole kit"), whole),
        )

    def _pack(self, path: str, owner: str, copies: Sequence[_Copy]) -> Pack:
        title = self.gettext("Print pack: {owner} – {opening}").format(owner=owner, opening=self.kit.title)
        return Pack(path, title, tuple(_numbered(copies)), self.gettext("blank"))

    @property
    def _candidates(self) -> tuple[str, ...]:
        """The candidates' ids in the order of the opening."""
        return tuple(dict.fromkeys(sheet.candidate.id for sheet in self.sheets if sheet.candidate))

    def _piles(self) -> Iterator[tuple[str, str, Iterable[_Copy]]]:
        """Path, owner and sheets of each pile, by the first interview of its owner."""
        met: set[str] = set()
        for stage in self.kit.stages:
            if not stage.panel:
                yield f"{FOLDER}/{self._stage_name(stage)}.pdf", stage.title, self._of_stage(stage, None)
            for person in stage.panel:
                if person.key not in met:
                    met.add(person.key)
                    yield f"{FOLDER}/{person.key}.pdf", person.name, self._of_person(person)

    def _stage_name(self, stage: KitStage) -> str:
        """The interview's id, told apart from every interviewer's key, in capitals as well."""
        keys = {person.key.casefold() for each in self.kit.stages for person in each.panel}
        name = stage.id
        while name in keys:
            name += "-interview"
        return name

    def _of_person(self, person: KitInterviewer) -> Iterator[_Copy]:
        for stage in self.kit.stages:
            if person in stage.panel:
                yield from self._of_stage(stage, person)

    def _of_stage(self, stage: KitStage, person: KitInterviewer | None) -> Iterator[_Copy]:
        """Guide, work samples, scorecards, blank scorecards: the order in which an interview needs them."""
        owner = f" – {person.name}" if person else ""
        guide = self.gettext("Guide: {interview}").format(interview=stage.title)
        yield _Copy("G", f"guides/{stage.id}.pdf", f"guide-{stage.id}", f"{guide}{owner}")
        if stage.work_sample:
            yield from self._work_samples(stage.work_sample, owner)
        mine = [sheet for sheet in self.sheets if sheet.stage == stage.id and sheet.interviewer == person]
        for sheet in mine:
            if sheet.candidate:
                yield self._scorecard(stage, sheet, f"{sheet.candidate.id}{owner}")
        blank = next(sheet for sheet in self.sheets if sheet.stage == stage.id and not sheet.candidate)
        for number in range(1, BLANK_SCORECARDS + 1):
            yield self._scorecard(stage, blank, f"{self.gettext('blank')} {number}{owner}")

    def _scorecard(self, stage: KitStage, sheet: Sheet, whose: str) -> _Copy:
        title = self.gettext("Scorecard: {interview}").format(interview=stage.title)
        return _Copy("S", sheet.path, sheet.id, f"{title}, {whose}")

    def _work_samples(self, sample: WorkSample, owner: str) -> Iterator[_Copy]:
        """The interviewer's own copy and one per candidate, one if there are none yet.

        They are one-sided: a candidate lays the exhibits side by side, and writes on their backs.
        """
        title = self.gettext("Work sample: {title}").format(title=sample.title)
        own = self.gettext("for the interviewer")
        some = self.gettext("for the candidate")
        for whose in (own, *(self._candidates or (some,))):
            name = f"work-sample-{sample.id}"
            yield _Copy(
                "W", f"work-samples/{sample.id}.pdf", name, f"{title}, {whose}{owner}", one_sided=True
            )

    def _before_the_day(self) -> Iterator[_Copy]:
        yield _Copy("B", "brief.pdf", "brief", self.gettext("Brief"))
        yield from self._for_each_candidate("C", "candidate", self.gettext("Page for the candidate"))

    def _after_the_day(self) -> Iterator[_Copy]:
        yield from self._for_each_candidate("D", "debrief", self.gettext("Debrief"))

    def _for_each_candidate(self, letter: str, name: str, title: str) -> Iterator[_Copy]:
        """A copy per candidate, one if there are none yet."""
        for candidate in self._candidates or ("",):
            yield _Copy(letter, f"{name}.pdf", name, f"{title}, {candidate}" if candidate else title)


def _numbered(copies: Sequence[_Copy]) -> Iterator[PackedSheet]:
    """The copies with their labels (`S3`: the third scorecard) and prefixes.

    A document that lies in the pack once keeps its own name, so that fields of a candidate's scorecard are
    called by its sheet id; several copies are numbered after an underscore, which no rubric id has.
    """
    wanted = Counter(copy.name for copy in copies)
    kinds: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for copy in copies:
        kinds[copy.letter] += 1
        names[copy.name] += 1
        prefix = copy.name if wanted[copy.name] == 1 else f"{copy.name}_{names[copy.name]}"
        yield PackedSheet(copy.path, copy.title, prefix, f"{copy.letter}{kinds[copy.letter]}", copy.one_sided)
