"""What the page of a drive takes from the library: names of competencies and principles, in its language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from interviewkit.library import Library
from interviewkit.models.competency import Competency
from interviewkit.models.principle import Principle, PrincipleList

PRINCIPLES = "principles.yaml"


@dataclass(frozen=True)
class Measures:
    """All competencies of the library by id, with their names, and all its principles.

    `fallback_texts` maps a text that is not in the page's language to the language that it is in.
    """

    competencies: Mapping[str, str]
    principles: tuple[Principle, ...] = ()
    fallback_texts: Mapping[str, str] = field(default_factory=dict)


def load_measures(library: Library, language: str) -> Measures:
    """The library's measures in a language, as far as they are translated; raises InputError."""
    wanted = library.in_language(language)
    names = {each: _competency(wanted, each).name for each in library.ids("competencies")}
    principles = wanted.load(PrincipleList, PRINCIPLES).value.principles
    return Measures(names, principles, dict(_foreign(library, language, names, principles)))


def _competency(library: Library, name: str) -> Competency:
    return library.load(Competency, f"competencies/{name}.yaml").value


def _foreign(
    library: Library, language: str, names: Mapping[str, str], principles: tuple[Principle, ...]
) -> Iterator[tuple[str, str]]:
    """Texts that read as in an original of another language: nobody has translated them."""
    for each, name in names.items():
        written_in = library.language_of(str(library.find(f"competencies/{each}.yaml")))
        if written_in != language and name == _competency(library, each).name:
            yield name, written_in
    written_in = library.language_of(str(library.find(PRINCIPLES)))
    if written_in != language:
        originals = library.load(PrincipleList, PRINCIPLES).value.principles
        known = {text for each in originals for text in _texts(each)}
        yield from ((text, written_in) for each in principles for text in _texts(each) if text in known)


def _texts(principle: Principle) -> tuple[str, ...]:
    return principle.name, principle.statement, principle.changes
