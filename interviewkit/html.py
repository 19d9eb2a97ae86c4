"""Models to HTML with Jinja: sandboxed, autoescaped, nothing undefined."""

import traceback
from collections.abc import Iterable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape
from pydantic import BaseModel

from interviewkit.errors import InputError
from interviewkit.language import Language
from interviewkit.problems import Code, Location, Problem
from interviewkit.qr import SIZE, dark_rectangles
from interviewkit.sheet_code import sheet_code


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, without the methods of every model: `parse_raw` unpickles, `parse_file` reads."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """A model's own fields, properties and methods; nothing that every model inherits."""
        if isinstance(obj, BaseModel) and hasattr(BaseModel, attr):
            return False
        return super().is_safe_attribute(obj, attr, value)


class _Loader(jinja2.FileSystemLoader):
    """Files below the template folders; a link that leads out of them is no template."""

    def get_source(self, environment: jinja2.Environment, template: str) -> Any:
        """The text of a template, its path, and whether that is still its text."""
        found = super().get_source(environment, template)
        place = Path(found[1]).resolve()
        if not any(place.is_relative_to(Path(folder).resolve()) for folder in self.searchpath):
            raise jinja2.TemplateNotFound(template)
        return found


def open_templates(folders: tuple[Path, ...], language: Language) -> jinja2.Environment:
    """The template environment over these folders, the first that has a file wins, with a language's words.

    One per process, place and language: a template is compiled once, and again when its file changes.
    """
    environment = _open_templates(folders, Path.cwd(), language.code, str(language.locale))
    _install_words(environment, language)
    return environment


@cache
def _open_templates(
    folders: tuple[Path, ...], _relative_to: Path, _language: str, _locale: str
) -> jinja2.Environment:
    environment = _Sandbox(
        loader=_Loader([str(folder) for folder in folders]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
        finalize=_with_language,
    )
    environment.policies["ext.i18n.trimmed"] = True
    environment.filters["paragraphs"] = paragraphs
    environment.filters["plain"] = escape
    environment.filters["person"] = person
    environment.filters["qr"] = qr_svg
    environment.filters["sheet_code"] = sheet_code
    return environment


def _install_words(environment: jinja2.Environment, language: Language) -> None:
    """The language's messages as `_`, `ngettext` and `{% trans %}`, its dates and numbers as filters."""
    install = environment.install_gettext_callables  # type: ignore[attr-defined]
    install(
        language.gettext,
        language.ngettext,
        newstyle=True,
        pgettext=language.pgettext,
        npgettext=language.npgettext,
    )
    environment.filters["long_date"] = language.long_date
    environment.filters["meeting"] = language.meeting
    environment.filters["percent"] = language.percent
    environment.filters["decimal"] = language.decimal
    environment.filters["listed"] = partial(_listed, language)


def _listed(language: Language, parts: Iterable[object], style: str = "standard") -> Markup:
    """Words in a row, of which some may be markup."""
    return Markup(language.listed((escape(part) for part in parts), style))  # noqa: S704 — parts are escaped


@jinja2.pass_context
def _with_language(context: jinja2.runtime.Context, value: Any) -> Any:
    """A text of the rubric that is printed in another language than the page says so.

    Wherever `{{ … }}` prints such a text as it is; in attributes and titles, `|plain` leaves it alone. A
    single word is no text: a cell of an exhibit may hold a word that is also the id of a field.
    """
    if type(value) is not str or " " not in value:
        return value
    code = context.get("fallback_texts", {}).get(value)
    return Markup('<span lang="{}">{}</span>').format(code, value) if code else value


def render_html(environment: jinja2.Environment, template: str, context: Mapping[str, Any]) -> str:
    """The template with the context; raises InputError at the template's line where it cannot be rendered."""
    try:
        return environment.get_template(template).render(context)
    except jinja2.TemplateNotFound as error:
        message = f"there is no template `{error.name}`"
        raise InputError([Problem(_place(template, error), Code.TEMPLATE, message)]) from None
    except jinja2.TemplateSyntaxError as error:
        place = Location(error.filename or template, error.lineno)
        raise InputError([Problem(place, Code.TEMPLATE, f"template syntax: {error.message}")]) from None
    except Exception as error:  # noqa: BLE001 — a template may fail in any way, its author wants the line
        message = f"the template fails: {type(error).__name__}: {error}"
        raise InputError([Problem(_place(template, error), Code.TEMPLATE, message)]) from None


def _place(template: str, error: Exception) -> Location:
    """The innermost line of a template that the error came through."""
    frames = traceback.extract_tb(error.__traceback__)
    return next(
        (
            Location(f.filename, f.lineno or 1)
            for f in reversed(frames)
            if f.filename.endswith((".html", ".css"))
        ),
        Location(template),
    )


def person(someone: Any) -> Markup:
    """Someone's name: any script keeps to itself, and its language is told where it is known."""
    language = getattr(someone, "name_language", None)
    attribute = Markup(' lang="{}"').format(language) if language else Markup("")
    return Markup("<bdi{}>{}</bdi>").format(attribute, someone.name)


@jinja2.pass_context
def paragraphs(context: jinja2.runtime.Context, text: str) -> Markup:
    """Text with blank lines as escaped `<p>` elements, each with its language where that is another one."""
    code = context.get("fallback_texts", {}).get(text)
    opening = Markup('<p lang="{}">').format(code) if code else Markup("<p>")
    parts = [part.strip() for part in text.split("\n\n") if part.strip()]
    return Markup("").join(opening + escape(part) + Markup("</p>") for part in parts)


def qr_svg(data: str, title: str, slot: str = "") -> Markup:
    """A QR code as inline SVG that fills its container; the data must be ids only. `slot`: on a master."""
    boxes = dark_rectangles(data)
    path = "".join(f"M{column} {row}h{width}v{height}h-{width}z" for column, row, width, height in boxes)
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"{slot}><title>{title}</title>'
        '<path fill="#000" d="{path}"/></svg>'
    )
    in_slot = Markup(' data-slot="{}"').format(slot) if slot else ""
    return Markup(svg).format(size=SIZE, slot=in_slot, title=title, path=path)  # noqa: S704 — it is ours
