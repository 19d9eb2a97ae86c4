"""What the paper could not show, found before anything is handed out: languages, logos, names."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from interviewkit.assets import FolderAssets
from interviewkit.inputs import Inputs
from interviewkit.language import known_languages
from interviewkit.print_test import PrintFaults, PrintTest, try_on_paper
from interviewkit.problems import Code, Location, Problem, did_you_mean

INSTALL = "install one (Debian, Ubuntu: fonts-noto-core, fonts-noto-cjk), or write it in Latin letters"


def print_test_of(inputs: Inputs, assets: FolderAssets) -> PrintTest:
    """What has to be tried on paper before an opening is printed."""
    names = dict.fromkeys(name for name, _ in _names(inputs))
    return PrintTest(tuple(names), assets, has_logo=inputs.logo is not None)


def print_problems(inputs: Inputs, assets: FolderAssets, faults: PrintFaults) -> Iterator[Problem]:
    """Why an opening cannot be printed, after its names and its logo were tried."""
    yield from language_problems(inputs, assets)
    if faults.logo:
        hint = "give an SVG file that holds all it shows, or a PNG file"
        message = f"the logo {faults.logo}"
        yield inputs.opening.problem(Code.LOGO, ("organisation", "logo"), message, hint)
    for name, path in _names(inputs):
        if name in faults.texts:
            message = _unprintable(faults.texts, name)
            yield inputs.opening.problem(Code.NAME_NOT_PRINTABLE, path, message, INSTALL)


def language_problems(inputs: Inputs, assets: FolderAssets) -> Iterator[Problem]:
    """A language that no catalogue of labels is in."""
    code, known = inputs.opening.value.language, known_languages(assets.folders)
    if code not in known:
        message = f"there are no labels in the language `{code}`"
        hint = f"{did_you_mean(code, known)}; another one needs `locales/{code}.po` in your templates"
        yield inputs.opening.problem(Code.UNKNOWN_ID, ("language",), message, hint)


def room_problems(rooms: Sequence[tuple[str, Location]], assets: FolderAssets) -> Iterator[Problem]:
    """Rooms, with where each of them stands, that no font on this computer can show."""
    if not rooms:
        return
    faults = try_on_paper(PrintTest(tuple(dict.fromkeys(room for room, _ in rooms)), assets))
    for room, place in rooms:
        if room in faults.texts:
            yield Problem(place, Code.NAME_NOT_PRINTABLE, _unprintable(faults.texts, room), INSTALL)


def _names(inputs: Inputs) -> Iterable[tuple[str, tuple[str | int, ...]]]:
    """Everything that people choose the letters of, with where it stands."""
    opening = inputs.opening.value
    return [
        *((c.name, ("candidates", n, "name")) for n, c in enumerate(opening.candidates) if c.name),
        *((person.name, ("panel", n, "name")) for n, person in enumerate(opening.panel)),
        (opening.organisation.name, ("organisation", "name")),
        (opening.title, ("title",)),
    ]


def _unprintable(faults: Mapping[str, str], text: str) -> str:
    letters = ", ".join(f"U+{ord(character):04X}" for character in faults[text][:5])
    return f"no font on this computer can show {letters}"
