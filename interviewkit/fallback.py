"""Texts that are printed in another language than the kit's, because nobody has translated them yet."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from interviewkit.compose.questions import fill_slots
from interviewkit.library import Library
from interviewkit.loading import Loaded
from interviewkit.models.jurisdiction import Jurisdiction
from interviewkit.models.opening import Opening
from interviewkit.models.question import Question
from interviewkit.models.team import Team
from interviewkit.problems import Code, Location, Problem, sorted_problems
from interviewkit.rubric import Rubric
from interviewkit.wording import TextPath, texts_in

SHOWN = 3
"""As many missing texts are named; the rest are counted."""


@dataclass(frozen=True)
class Fallback:
    """What a kit prints in another language: `texts` to their languages, and a problem for each file."""

    texts: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class _Text:
    path: TextPath
    words: str
    file: str
    language: str


def find_fallback(
    opening: Opening, rubric: Rubric, jurisdiction: Loaded[Jurisdiction], library: Library
) -> Fallback:
    """The texts that a kit prints in another language; of questions also as they read with slots filled.

    The library is the one that the files were loaded from.
    """
    found = _find((*rubric.files(opening.form), jurisdiction), library.in_language(opening.language))
    filled = {
        words: found.texts[text]
        for question in rubric.questions.values()
        for text, words in _filled(question, opening.team)
        if text in found.texts
    }
    return replace(found, texts={**found.texts, **filled})


def _filled(question: Question, team: Team) -> Iterator[tuple[str, str]]:
    """Every text of a question, as it is and with its slots filled."""
    names = set(Question.model_fields)
    filled = fill_slots(question, "", team).model_dump(include=names)
    return zip(_strings(question.model_dump(include=names)), _strings(filled), strict=True)


def _strings(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict | tuple):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from _strings(inner)


def _find(files: Iterable[Loaded[Any]], library: Library) -> Fallback:
    found: dict[str, str] = {}
    native: set[str] = set()
    problems: list[Problem] = []
    for loaded in files:
        texts = list(_texts(loaded, library))
        foreign = [text for text in texts if text.language != library.target]
        found |= {text.words: text.language for text in foreign}
        native |= {text.words for text in texts if text.language == library.target}
        problems += _problems(texts, foreign, library)
    kept = {words: language for words, language in found.items() if words not in native}
    return Fallback(kept, sorted_problems(problems))


def _texts(loaded: Loaded[Any], library: Library) -> Iterator[_Text]:
    source, language_of = loaded.source, cache(library.language_of)
    for path, node in texts_in(type(loaded.value), source.root):
        file, words = source.owners.get(node, source.name), str(node.value).strip()
        if any(letter.isalpha() for letter in words):
            yield _Text(path, words, file, language_of(file))


def _problems(texts: list[_Text], foreign: list[_Text], library: Library) -> Iterator[Problem]:
    """One problem for each file that has foreign texts."""
    known = frozenset(text.path for text in texts if text.language == library.target)
    for name in sorted({text.file for text in foreign}):
        missing = [text.path for text in foreign if text.file == name]
        translation = library.translation_of(library.file_of(name))
        is_begun = any(text.file == str(translation) for text in texts)
        own = language_name(library.language_of(name))
        what = f"for {_listed(missing, known)}" if is_begun else "at all"
        message = f"no {language_name(str(library.target))} text {what}"
        step = "add it" if translation else f"write `{library.translated_name(library.file_of(name))}`"
        place = Location(str(translation or name))
        yield Problem(place, Code.NOT_TRANSLATED, message, f"the {own} one is printed; {step}")


def _listed(missing: list[TextPath], known: frozenset[TextPath]) -> str:
    """The missing texts in words; where everything below a key is missing, only the key."""
    names = list(dict.fromkeys(_shortest(path, known) for path in missing))
    shown = [f"`{'.'.join(name).replace('.[', '[')}`" for name in names[:SHOWN]]
    more = len(names) - len(shown)
    if more:
        return f"{', '.join(shown)} and {more} more"
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))


def _shortest(path: TextPath, known: frozenset[TextPath]) -> TextPath:
    """The path up to the first key below which nothing is known."""
    lengths = range(1, len(path) + 1)
    ends = (n for n in lengths if not any(other[:n] == path[:n] for other in known))
    return path[: next(ends, len(path))]


def language_name(code: str) -> str:
    """The English name of a language: `de` is German."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale(code).english_name or f"`{code}`"
    except (UnknownLocaleError, ValueError):
        return f"`{code}`"
