"""Whether a text or a logo can be printed: nobody can tell without laying it out."""

from collections.abc import Mapping
from dataclasses import dataclass

from interviewkit.assets import LOGO_NAME, FolderAssets
from interviewkit.pdf import image_fault, unprintable_characters


@dataclass(frozen=True)
class PrintTest:
    """Texts, and whether there is a logo, to be tried with the fonts of these assets."""

    texts: tuple[str, ...]
    assets: FolderAssets
    has_logo: bool = False


@dataclass(frozen=True)
class PrintFaults:
    """The texts that cannot be printed, with the letters that no font has; what is wrong with the logo."""

    texts: Mapping[str, str]
    logo: str | None


def try_on_paper(test: PrintTest) -> PrintFaults:
    """What of it cannot be printed on this computer."""
    assets = test.assets
    logo = image_fault(f"{assets.base_url}{LOGO_NAME}", assets) if test.has_logo else None
    stylesheet = assets.read(f"{assets.base_url}fonts.css").decode()
    return PrintFaults(unprintable_characters(test.texts, stylesheet, assets), logo)
