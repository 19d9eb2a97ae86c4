"""Models to HTML with Jinja: sandboxed, autoescaped, nothing undefined."""

import datetime
import traceback
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
import segno
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup
from pydantic import BaseModel

from interviewkit.errors import InputError
from interviewkit.problems import Code, Location, Problem


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


def open_templates(folders: tuple[Path, ...]) -> jinja2.Environment:
    """The template environment over these folders; the first that has a file wins.

    One per process and place: a template is compiled once, and again when its file changes.
    """
    return _open_templates(folders, Path.cwd())


@cache
def _open_templates(folders: tuple[Path, ...], _relative_to: Path) -> jinja2.Environment:
    environment = _Sandbox(
        loader=_Loader([str(folder) for folder in folders]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["long_date"] = long_date
    environment.filters["paragraphs"] = paragraphs
    environment.filters["qr"] = qr_svg
    environment.filters["words"] = words
    return environment


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


def long_date(day: datetime.date | None, missing: str = "") -> str:
    """A date as people write it, without a locale: `23 November 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else missing


MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)


def words(value: object) -> str:
    """An id or an enumeration's value as words: `finding_fit` becomes `finding fit`."""
    return str(value).replace("_", " ").replace("-", " ")


def paragraphs(text: str) -> Markup:
    """Text with blank lines as escaped `<p>` elements."""
    parts = [part.strip() for part in text.split("\n\n") if part.strip()]
    return Markup("").join(Markup("<p>{}</p>").format(part) for part in parts)


def qr_svg(data: str) -> Markup:
    """A QR code (level M) as inline SVG that fills its container; the data must be ids only."""
    code = segno.make(data, error="m", micro=False)
    svg = code.svg_inline(
        border=4, dark="#000", light="#fff", omitsize=True, title="QR code: kit, sheet and page"
    )
    return Markup(svg)  # noqa: S704 — segno's own drawing, no text of a user
