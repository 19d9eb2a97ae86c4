"""Bring the catalogues of labels in line with the templates and the code; what is translated stays.

.venv/bin/python scripts/messages.py          `make messages`
.venv/bin/python scripts/messages.py it       also begins `templates/locales/it.po`
"""

import io
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract, extract_python
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from interviewkit.language import CATALOGUES
from interviewkit.models.base import ENGLISH

ROOT = Path(__file__).resolve().parent.parent
LOCALES = ROOT / "templates" / CATALOGUES
SOURCES: Mapping[str, Callable[..., Any]] = {
    "templates/**/*.html": babel_extract,
    "interviewkit/**/*.py": extract_python,
}
"""Where messages are, and what finds them there."""

OPTIONS: dict[str, Any] = {
    "newstyle_gettext": "true",
    "trimmed": "true",
    "trim_blocks": "true",
    "lstrip_blocks": "true",
    "silent": "false",
}
"""As interviewkit/html.py reads templates; one that cannot be read is an error, not skipped."""

ENGLISH_COMMENT = """\
# The English labels of every document, each translated by itself.
# To add a language, or to reword labels: docs/translating.md. `make messages` writes this file.
"""
OTHER_COMMENT = "# {name} labels of every document. `make messages` keeps this file in order.\n"
HEADER = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""


@dataclass(frozen=True)
class Found:
    """A message in a file (its path in the tree), with what translators are told about it."""

    file: str
    id: str | tuple[str, ...]
    context: str | None
    comments: tuple[str, ...]


def main() -> None:
    """Write every catalogue of the tree, and those of the languages on the command line."""
    LOCALES.mkdir(exist_ok=True)
    languages = {path.stem for path in LOCALES.glob("*.po")} | {ENGLISH, *sys.argv[1:]}
    found = tuple(find_messages(ROOT))
    for language in sorted(languages):
        path = LOCALES / f"{language}.po"
        catalogue = update_catalogue(language, found, path.read_bytes() if path.exists() else b"")
        path.write_bytes(catalogue_text(catalogue))
        print(f"{path.relative_to(ROOT)}: {len(catalogue)} messages, {untranslated(catalogue)} untranslated")


def find_messages(root: Path) -> Iterator[Found]:
    """Every message of templates and code, file by file and from top to bottom."""
    for pattern, method in SOURCES.items():
        for path in sorted(root.glob(pattern)):
            file = path.relative_to(root).as_posix()
            with path.open("rb") as source:
                messages = _extract(method, source)
            for _, message, comments, context in messages:
                yield Found(file, message, context, tuple(comments))


def _extract(method: Callable[..., Any], source: IO[bytes]) -> list[tuple[Any, ...]]:
    tags = ["translators:"]
    return list(
        extract(method, cast("Any", source), comment_tags=tags, options=OPTIONS, strip_comment_tags=True)
    )


def update_catalogue(language: str, found: Iterable[Found], old: bytes) -> Catalog:
    """A language's catalogue of exactly these messages, translated as in the old one, nothing guessed."""
    known = read_po(io.BytesIO(old), locale=language, abort_invalid=True)
    catalogue = Catalog(locale=language)
    for each in found:
        previous = known.get(each.id, each.context)
        kept = previous if previous and previous.id == each.id and not previous.fuzzy else None
        catalogue.add(
            each.id,
            each.id if language == ENGLISH else kept.string if kept else None,
            locations=[(each.file, 0)],
            auto_comments=each.comments,
            user_comments=kept.user_comments if kept else (),
            context=each.context,
        )
    return catalogue


def catalogue_text(catalogue: Catalog) -> bytes:
    """The catalogue as a file, the same wherever and whenever it is written: no dates, no line numbers."""
    name = str(catalogue.locale_identifier)
    comment, lines = ENGLISH_COMMENT, ""
    if name != ENGLISH:
        # English goes without: it is copied to begin a language, whose plurals are then the language's own.
        comment = OTHER_COMMENT.format(name=catalogue.locale.english_name if catalogue.locale else name)
        lines = f'"Language: {name}\\n"\n"Plural-Forms: {catalogue.plural_forms}\\n"\n'
    body = io.BytesIO()
    write_po(body, catalogue, width=0, omit_header=True, include_lineno=False)
    return f"{comment}{HEADER}{lines}\n".encode() + body.getvalue()


def untranslated(catalogue: Catalog) -> int:
    """How many messages lack a translation, or one of its plural forms."""
    return sum(1 for message in catalogue if message.id and not _is_translated(message))


def _is_translated(message: Message) -> bool:
    return all(message.string) if isinstance(message.string, list | tuple) else bool(message.string)


if __name__ == "__main__":
    main()
