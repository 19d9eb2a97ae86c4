"""`drive.pdf`: the page of a whole hiring drive."""

import hashlib

from interviewkit.assets import FolderAssets
from interviewkit.drive_report.measures import Measures
from interviewkit.drive_report.report import drive_context
from interviewkit.errors import InputError, RefusedUrlError
from interviewkit.finishing import finish_pdf
from interviewkit.html import open_templates, render_html
from interviewkit.language import Language
from interviewkit.models.drive_outcome import DriveOutcome
from interviewkit.models.jurisdiction import Paper
from interviewkit.pdf import render_pdf
from interviewkit.problems import Code, Location, Problem

TEMPLATE = "drive.html"


def print_drive(
    outcome: DriveOutcome, measures: Measures, language: Language, paper: Paper, assets: FolderAssets
) -> bytes:
    """The finished PDF, the same bytes for the same outcome.

    Raises InputError where a template is at fault, OutputError where WeasyPrint cannot work.
    """
    environment = open_templates(assets.folders, language)
    html = render_html(environment, TEMPLATE, drive_context(outcome, measures, language, paper))
    try:
        rendered = render_pdf(html, assets, hashlib.sha256(html.encode()).digest()[:16])
    except RefusedUrlError as error:
        message, hint = f"the document asks for {error}", "only files in the templates folder can be loaded"
        raise InputError([Problem(Location(TEMPLATE), Code.TEMPLATE, message, hint)]) from None
    return finish_pdf(rendered, is_sheet=False).data
