"""Whether a text lets a machine rate people: who does what to whom, in one sentence.

The words stand in the lexicon `machine`: machines, what they do, the candidates and their papers.
"""

from collections.abc import Iterator

from interviewkit.lint.checks.close import inside, near, overlap
from interviewkit.lint.text.item import ASKED, Field
from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import Reading

REACH = 8
"""So many words may stand between the machine and what it does, or that and whom it does it to."""
CLOSE = 4
"""So many words may stand between `rated` and `by a model`."""
DENIED = 5
"""So many words before what is denied a denial stands."""
HUMAN_LINK = frozenset(("on", "how", "whether", "while", "their", "for", "when", "in"))
"""Words after which the machine is what candidates work with: `assessed on their work with an assistant`."""
TELLS = frozenset((Field.NOTE, Field.CRITERION, Field.SHEET))


def rated_by_machine(reading: Reading) -> Iterator[Hit]:
    """The places where a machine rates, ranks, filters or rejects people."""
    if not _tells(reading):
        return
    for hit in (*_named(reading), *_done(reading)):
        if (
            not _denied(reading, hit)
            and not _is_product(reading, hit)
            and not reading.words[hit.start].quoted
        ):
            yield hit


def _tells(reading: Reading) -> bool:
    """Is it an instruction or a criterion, or may be one: a text of a plain list that asks nobody?"""
    item = reading.item
    return item.field in TELLS or (not item.sure and reading.questions == 0 and not _addresses(reading))


def _addresses(reading: Reading) -> bool:
    """Is a candidate addressed as `you`?"""
    return reading.item.field in ASKED and any(word.text in {"you", "your"} for word in reading.words)


def _named(reading: Reading) -> Iterator[Hit]:
    """What names the thing itself: emotion recognition, weights learned from hires, an AI score."""
    yield from reading.hits("machine.direct")
    for hit in reading.hits("machine.learned"):
        if not near(reading, hit, "machine.settled"):
            yield hit
    for hit in reading.hits("machine.label"):
        if reading.item.field is Field.SHEET or near(reading, hit, "machine.people", "machine.setting"):
            yield hit
    for hit in reading.hits("machine.act", "machine.owned"):
        if near(reading, hit, "machine.people"):
            yield hit


def _done(reading: Reading) -> Iterator[Hit]:
    """The machines that do something to candidates in the sentence they stand in."""
    for group in ("machine.machine", "machine.weak"):
        for machine in reading.hits(group):
            if inside(reading, machine, "machine.model_answer"):
                continue
            verbs = [each for each in near(reading, machine, "machine.rates") if not overlap(machine, each)]
            people = [each for each in near(reading, machine, "machine.people") if not overlap(machine, each)]
            strong = group == "machine.machine"
            if any(_does(reading, machine, verb, people, strong=strong) for verb in verbs):
                yield machine


def _does(reading: Reading, machine: Hit, verb: Hit, people: list[Hit], *, strong: bool) -> bool:
    others = [each for each in people if not overlap(each, verb)]
    if _follows(machine, verb):
        return (
            any(_follows(verb, each) for each in others)
            or (strong and _is_fed(reading, machine, others))
            or (
                strong
                and inside(reading, machine, "machine.hands")
                and bool(near(reading, machine, "machine.setting"))
            )
            or any(
                _follows(machine, each) and _follows(each, verb) for each in others if _is_noun(reading, verb)
            )
        )
    if _follows(verb, machine):
        done_to = [each for each in others if _follows(each, verb) or _follows(verb, each)]
        told = all(reading.words[max(0, each.start - 2)].text == "to" for each in done_to)
        return _is_given(reading, machine, verb, others) or (not told and _is_means(reading, machine, verb))
    return False


def _is_fed(reading: Reading, machine: Hit, people: list[Hit]) -> bool:
    """Do the candidates' papers go into the machine: `run the transcripts through an LLM`?"""
    return _stands_before(reading, machine, "machine.channel") and any(
        _follows(each, machine) for each in people
    )


def _is_noun(reading: Reading, verb: Hit) -> bool:
    """Is it a thing that the machine gives, as in `gives every candidate a score`?"""
    return inside(reading, verb, "machine.noun")


def _is_given(reading: Reading, machine: Hit, verb: Hit, people: list[Hit]) -> bool:
    """`the level that the assistant proposed for the candidate`."""
    gives = any(0 <= hit.start - machine.end <= 1 for hit in near(reading, machine, "machine.gives"))
    return gives and machine.start - verb.end < CLOSE and any(_follows(machine, each) for each in people)


def _is_means(reading: Reading, machine: Hit, verb: Hit) -> bool:
    """`ranked by an algorithm`, `a profile made by AI`; not `assessed on their work with an assistant`."""
    if _stands_before(reading, machine, "machine.made_by"):
        return True
    between = [word.text for word in reading.words[verb.end : machine.start]]
    adverb = reading.words[machine.start].text in {"automatically", "algorithmically"}
    linked = adverb or _stands_before(reading, machine, "machine.channel")
    return linked and len(between) <= CLOSE and HUMAN_LINK.isdisjoint(between)


def _stands_before(reading: Reading, machine: Hit, group: str) -> bool:
    return any(0 <= machine.start - hit.end <= 1 for hit in near(reading, machine, group))


def _follows(first: Hit, second: Hit) -> bool:
    return 0 <= second.start - first.end <= REACH


def _denied(reading: Reading, hit: Hit) -> bool:
    """Is it said not to happen: a denial shortly before the machine, or right behind it?"""
    return any(
        0 <= hit.start - each.end <= DENIED or 0 <= each.start - hit.end < CLOSE
        for each in near(reading, hit, "machine.denies")
        if not overlap(each, hit) and not inside(reading, each, "machine.setting")
    )


def _is_product(reading: Reading, hit: Hit) -> bool:
    """Is it about what a team builds, how the candidate deals with models, or plain adding up?"""
    return bool(near(reading, hit, "machine.product", "machine.about_them", "machine.sums"))
