"""IK205: one level asks for one thing."""

from collections.abc import Iterator

from interviewkit.lint.checks.anchors import wording_of
from interviewkit.lint.rule import Example, Severity, Source, TextFound, TextRule
from interviewkit.lint.text.item import Field
from interviewkit.lint.text.reading import Reading

KINDS = tuple(f"anchor_pairs.{kind}" for kind in ("making", "people", "speaking", "planning", "learning"))
JOINS = frozenset(("and", "plus", "also", "while", "but"))


def check(reading: Reading) -> Iterator[TextFound]:
    """A finding where general acts of two kinds are joined, and nothing ties the second to the first.

    *Why* so narrow: "finds the leak and tells the customer" is one act in two steps. Acts come apart for sure
    only where neither says on what in particular.
    """
    if not reading.item.sure:
        return
    wording = wording_of(reading)
    starts: dict[int, set[str]] = {}
    for hit in reading.hits(*KINDS):
        starts.setdefault(hit.start, set()).add(hit.group)
    ties = [hit.start for hit in reading.hits("anchor_pairs.tie")]
    first = starts.get(wording.main)
    if not first or any(wording.main < place for place in ties) or wording.counts["number"]:
        return
    for place, kinds in starts.items():
        before = reading.words[place - 1] if place else None
        joined = before is not None and (before.text in JOINS or before.mark in {",", ";"})
        if joined and place > wording.main and first.isdisjoint(kinds):
            found = next(hit for hit in reading.hits(*KINDS) if hit.start == place)
            yield TextFound(found)
            return


RULE = TextRule(
    code="IK205",
    name="double-barrelled-anchor",
    severity=Severity.WARNING,
    message="asks for two things, and somebody may do only one of them",
    hint="keep the act that belongs to this competency; give the other one an anchor where it is rated",
    why=(
        "Whoever does the one and not the other fits no level, so each interviewer decides which of the two"
        " counts."
    ),
    source=Source(
        principle="rigorous-evaluation",
        text="Campion, Palmer and Campion 1997, component 9 (anchored rating scales)",
        as_of="2026-11-20",
    ),
    weighed=False,
    fields=frozenset({Field.ANCHOR}),
    topics=frozenset({"anchor_pairs"}),
    check=check,
    bad=(
        Example("Writes tests for failure paths and mentors junior colleagues.", Field.ANCHOR),
        Example("Communicates progress to sponsors, and debugs production faults unaided.", Field.ANCHOR),
        Example("Designs data models and presents to customers.", Field.ANCHOR),
        Example("Plans releases; coaches new engineers.", Field.ANCHOR),
    ),
    good=(
        Example("Finds the leak and tells the customer what it changed.", Field.ANCHOR),
        Example("Writes a failing test, and explains by it what goes wrong.", Field.ANCHOR),
        Example("Builds a service so that others change it and roll it back.", Field.ANCHOR),
        Example("Plans the release and reports each day which part of it slipped.", Field.ANCHOR),
        Example("Designs and builds interfaces from callers’ tasks.", Field.ANCHOR),
    ),
)
