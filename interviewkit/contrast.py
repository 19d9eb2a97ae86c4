"""Is a colour dark enough for white paper? Contrast as WCAG 2 defines it, in colour and printed in grey."""

from collections.abc import Iterator

from interviewkit.loading import Loaded
from interviewkit.models.opening import Opening
from interviewkit.problems import Code, Problem

LINEAR_BELOW = 0.04045
"""Up to here, a channel (0 to 1) of sRGB is proportional to light."""

ENOUGH = 4.5
"""Contrast that text needs (WCAG 2.2, success criterion 1.4.3)."""

JUST_TOO_LITTLE = 4.4
"""What a contrast of 4.46 is shown as, so that nobody reads that it has 4.5 and needs 4.5."""

Channels = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""


def colour_problems(opening: Loaded[Opening]) -> Iterator[Problem]:
    """The organisation's colour, where it is too light to be read on white paper."""
    colour = opening.value.organisation.colour
    if colour and contrast_on_white(colour) < ENOUGH:
        shown = min(round(contrast_on_white(colour), 1), JUST_TOO_LITTLE)
        in_grey = " when printed in grey" if _contrast(_channels(colour)) >= ENOUGH else ""
        message = f"`{colour}` has a contrast of {shown}:1 on white{in_grey} and needs {ENOUGH}:1"
        hint = f"`{darkened(colour)}` is the nearest that has it"
        yield opening.problem(Code.COLOUR, ("organisation", "colour"), message, hint)


def contrast_on_white(colour: str) -> float:
    """The contrast (1 to 21) of a colour such as `#0b5d6b` on white, in colour or in grey: the lower one."""
    channels = _channels(colour)
    return min(_contrast(channels), _contrast(_grey(channels)))


def darkened(colour: str) -> str:
    """The lightest colour of the same hue, at most as colourful, that has enough contrast on white."""
    steps = (_hexadecimal(channels) for channels in _darker(_channels(colour)))
    return next(step for step in steps if contrast_on_white(step) >= ENOUGH)


def _darker(channels: Channels) -> Iterator[Channels]:
    """The colour, then ever darker ones, down to black.

    *Why*: what all three channels lose alike changes neither the hue nor their distance. Where one has
    nothing left to lose, the others shrink in proportion, which keeps the hue.
    """
    least, most = min(channels), max(channels)
    for top in range(most, -1, -1):
        lost = most - top
        if lost <= least:
            yield _each(channel - lost for channel in channels)
        else:
            yield _each((channel - least) * top / (most - least) for channel in channels)


def _each(values: Iterator[float]) -> Channels:
    red, green, blue = (round(value) for value in values)
    return red, green, blue


def _channels(colour: str) -> Channels:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue


def _hexadecimal(channels: Channels) -> str:
    return f"#{bytes(channels).hex()}"


def _grey(channels: Channels) -> Channels:
    """What a printer without colours makes of it: luma after ITU-R BT.601."""
    red, green, blue = channels
    luma = round(0.299 * red + 0.587 * green + 0.114 * blue)
    return luma, luma, luma


def _contrast(channels: Channels) -> float:
    red, green, blue = (_linear(channel / 255) for channel in channels)
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return 1.05 / (luminance + 0.05)


def _linear(value: float) -> float:
    """A channel (0 to 1) as light."""
    return value / 12.92 if value <= LINEAR_BELOW else ((value + 0.055) / 1.055) ** 2.4
