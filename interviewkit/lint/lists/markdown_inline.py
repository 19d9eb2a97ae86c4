"""Markdown's markup within a line taken away: emphasis, code, links, comments; what is left has its line."""

import re
from collections.abc import Iterator

from markdown_it.token import Token

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TAG = re.compile(r"<[a-zA-Z/][^<>]{0,500}>")
_BREAK = re.compile(r"<br[ /]{0,2}>", re.IGNORECASE)
_UNSEEN = re.compile(r"<(?:script|style)\b", re.IGNORECASE)


def segments(token: Token) -> list[tuple[str, int]]:
    """The plain text of an inline token, cut at its line breaks; lines count from 0."""
    number = token.map[0] if token.map else 0
    found, held = [], ""
    for part in _parts(token.children or []):
        if part in {"\n", "<br>"}:
            found.append((held, number))
            number += part == "\n"
            held = ""
        else:
            held += part
    return [*found, (held, number)]


def plain_text(token: Token) -> str:
    """The plain text of an inline token on one line."""
    return " ".join(text.strip() for text, _ in segments(token)).strip()


def _parts(children: list[Token]) -> Iterator[str]:
    r"""The texts; `\n` for a line break of the file, `<br>` for one that is written as HTML."""
    target = False
    for child in children:
        if child.type in {"softbreak", "hardbreak"}:
            yield "\n"
        elif child.type == "html_inline":
            if _BREAK.fullmatch(child.content):
                yield "<br>"
        elif child.type in {"link_open", "link_close"}:
            target = child.type == "link_open" and child.info == "auto"
        elif not target:
            yield child.content


def is_bold(token: Token) -> bool:
    """Is all of it bold, as a heading that is none?"""
    kinds = [child.type for child in token.children or [] if child.content or child.type != "text"]
    return (
        len(kinds) > 1
        and kinds[0] == "strong_open"
        and kinds[-1] == "strong_close"
        and kinds.count("strong_open") == 1
    )


def html_lines(content: str) -> list[str]:
    """The lines of a block of HTML without comments and tags; none of a script or a style sheet."""
    if _UNSEEN.match(content.lstrip(" \t")):
        return []
    shown = _COMMENT.sub(lambda match: "\n" * match.group().count("\n"), content)
    return [" ".join(_TAG.sub("", line).split()) for line in shown.split("\n")]
