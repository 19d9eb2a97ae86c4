"""The organisation's logo: a small SVG or PNG file beside the opening, checked before anything is printed."""

from pathlib import Path

from interviewkit.errors import InputError
from interviewkit.loading import Loaded
from interviewkit.models.opening import Opening
from interviewkit.problems import Code

MAX_LOGO_BYTES = 1024 * 1024
_PNG = b"\x89PNG\r\n\x1a\n"


def read_logo(opening: Loaded[Opening], folder: Path) -> bytes | None:
    """The bytes of the opening's logo, None where it has none.

    Raises InputError where the file is not below `folder` (the opening's), is missing, too large, or neither
    SVG nor PNG.
    """
    name = opening.value.organisation.logo
    if name is None:
        return None

    def refusal(message: str, hint: str) -> InputError:
        return InputError([opening.problem(Code.LOGO, ("organisation", "logo"), f"the logo {message}", hint)])

    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise refusal("lies outside the opening's folder", "put it beside the opening file")
    if not path.is_file():
        raise refusal(f"`{name}` is not there", "put it beside the opening file")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise refusal(f"cannot be read ({error.strerror})", "check its permissions") from None
    if len(data) > MAX_LOGO_BYTES:
        raise refusal("is larger than 1 MiB", "give a smaller one")
    if not (data.startswith(_PNG) or b"<svg" in data[:4096]):
        raise refusal("is neither SVG nor PNG", "give an .svg or .png file")
    return data
