"""What the paper could not show, found before anything is printed: languages, logos, names."""

from collections.abc import Iterable, Iterator, Sequence

from interviewkit.assets import LOGO_NAME, FolderAssets
from interviewkit.inputs import Inputs
from interviewkit.language import known_languages
from interviewkit.pdf import image_fault, unprintable_characters
from interviewkit.problems import Code, Location, Problem, did_you_mean

INSTALL = "install one (Debian, Ubuntu: fonts-noto-core, fonts-noto-cjk), or write it in Latin letters"


def language_problems(inputs: Inputs, assets: FolderAssets) -> Iterator[Problem]:
    """A language that no catalogue of labels is in."""
    code, known = inputs.opening.value.language, known_languages(assets.folders)
    if code not in known:
        message = f"there are no labels in the language `{code}`"
        hint = f"{did_you_mean(code, known)}; another one needs `locales/{code}.po` in your templates"
        yield inputs.opening.problem(Code.UNKNOWN_ID, ("language",), message, hint)


def logo_problems(inputs: Inputs, assets: FolderAssets) -> Iterator[Problem]:
    """A logo that cannot be drawn, or that would load something."""
    fault = image_fault(f"{assets.base_url}{LOGO_NAME}", assets) if inputs.logo else None
    if fault:
        hint = "give an SVG file that holds all it shows, or a PNG file"
        yield inputs.opening.problem(Code.LOGO, ("organisation", "logo"), f"the logo {fault}", hint)


def name_problems(inputs: Inputs, assets: FolderAssets) -> Iterator[Problem]:
    """Names that no font on this computer can show."""
    opening = inputs.opening
    names = [
        *((c.name, ("candidates", n, "name")) for n, c in enumerate(opening.value.candidates) if c.name),
        *((person.name, ("panel", n, "name")) for n, person in enumerate(opening.value.panel)),
        (opening.value.organisation.name, ("organisation", "name")),
        (opening.value.title, ("title",)),
    ]
    faults = _font_faults((name for name, _ in names), assets)
    for name, path in names:
        if name in faults:
            yield opening.problem(Code.NAME_NOT_PRINTABLE, path, faults[name], INSTALL)


def room_problems(rooms: Sequence[tuple[str, Location]], assets: FolderAssets) -> Iterator[Problem]:
    """Rooms, with where each of them stands, that no font on this computer can show."""
    faults = _font_faults((room for room, _ in rooms), assets) if rooms else {}
    for room, place in rooms:
        if room in faults:
            yield Problem(place, Code.NAME_NOT_PRINTABLE, faults[room], INSTALL)


def _font_faults(texts: Iterable[str], assets: FolderAssets) -> dict[str, str]:
    """What is wrong with the texts that no font can show."""
    stylesheet = assets.read(f"{assets.base_url}fonts.css").decode()
    unprintable = unprintable_characters(texts, stylesheet, assets)
    return {text: f"no font on this computer can show {_spelt(some)}" for text, some in unprintable.items()}


def _spelt(characters: str) -> str:
    return ", ".join(f"U+{ord(character):04X}" for character in characters[:5])
