"""What the user asked of the printing, and the programs that do it: known before anything heavy is loaded."""

from dataclasses import dataclass
from functools import cache

from interviewkit import __version__
from interviewkit.builtin import PACKAGE
from interviewkit.digest import digest_of_files
from interviewkit.models.jurisdiction import Paper
from interviewkit.pdf import weasyprint_version
from interviewkit.project import Layers


@dataclass(frozen=True)
class PrintOptions:
    """How kits are made: where rubrics and templates are, and what the user asked for.

    `paper` None means the country's; `unchecked` is the reason why the checker shall not be asked, nothing
    where it shall.
    """

    layers: Layers
    paper: Paper | None = None
    large_print: bool = False
    keep_html: bool = False
    unchecked: str = ""


@cache
def program_versions() -> list[str]:
    """What tells one state of the programs from another, as this process found them."""
    return [__version__, weasyprint_version(), digest_of_files(PACKAGE, "*.py")]
