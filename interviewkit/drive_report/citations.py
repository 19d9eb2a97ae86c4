"""The principles that the team picture rests on, with the places that they come from."""

from collections.abc import Iterable
from dataclasses import dataclass
from string import ascii_uppercase

from interviewkit.models.principle import Principle, Source

CITED = ("diversified-team", "skill-budget", "inner-and-outer-loops")
"""Why a team is hired together, why no bar is 5 everywhere, and why the columns stand in two groups."""


@dataclass(frozen=True)
class CitedPlace:
    """Where a principle stands: the letter of a document, then the place in it, nothing where it has none."""

    letter: str
    place: str


@dataclass(frozen=True)
class CitedPrinciple:
    """A principle in its own words, and its places."""

    name: str
    statement: str
    places: tuple[CitedPlace, ...]


@dataclass(frozen=True)
class Citations:
    """Principles in the order of `CITED`, and the documents by letter."""

    principles: tuple[CitedPrinciple, ...]
    documents: tuple[tuple[str, str], ...]


def citations(principles: Iterable[Principle]) -> Citations:
    """Those of the library's principles that the page cites; a library may lack some."""
    known = {principle.id: principle for principle in principles}
    cited = [known[name] for name in CITED if name in known]
    documents = sorted({source.document for principle in cited for source in principle.sources})
    letters = {document: _letter(number) for number, document in enumerate(documents)}
    return Citations(
        tuple(
            CitedPrinciple(
                each.name,
                each.statement,
                tuple(CitedPlace(letters[source.document], _place(source)) for source in each.sources),
            )
            for each in cited
        ),
        tuple((letter, document) for document, letter in letters.items()),
    )


def _letter(number: int) -> str:
    """A to Z, then A1."""
    turn, place = divmod(number, len(ascii_uppercase))
    return f"{ascii_uppercase[place]}{turn or ''}"


def _place(source: Source) -> str:
    """Minutes and seconds in a recording, or the heading in a text."""
    times = ", ".join(time[3:8] if time.startswith("00:") else time[:8] for time in source.timestamps)
    return " ".join(filter(None, (source.section, times)))
