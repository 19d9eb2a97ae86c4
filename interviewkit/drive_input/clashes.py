"""Rows of a schedule that cannot all take place: one meeting twice, or somebody in two places at once."""

from collections.abc import Hashable
from dataclasses import dataclass, field

from interviewkit.drive_input.drive import PlacedAppointment
from interviewkit.drive_input.roster import folded_name
from interviewkit.problems import Code, Location, Problem

NO_PLACE = frozenset(
    ("online", "remote", "video", "phone", "call", "zoom", "teams", "meet", "tba", "tbc", "tbd", "?", "-")
)
"""What people write where a room has no name: many meetings may be there at once."""


@dataclass
class Clashes:
    """The rows so far; a new one is held against them."""

    rows: dict[Hashable, tuple[PlacedAppointment, Location]] = field(default_factory=dict)
    busy: dict[Hashable, list[tuple[PlacedAppointment, Location]]] = field(default_factory=dict)

    def check(self, row: PlacedAppointment, place: Location) -> Problem | None:
        """What is wrong with the row beside the rows before it; a row without fault is remembered."""
        value = row.value
        who = (row.opening, value.candidate, value.stage, folded_name(value.interviewer))
        first = self.rows.get(who)
        if first is not None:
            return _second(row, place, *first)
        keys = self._keys(row)
        for what, key, column in keys:
            for other, other_place in self.busy.get(key, ())[:1]:
                if not _is_one_meeting(row, other, what):
                    return _clash(what, row, row.places.get(column, place), other_place)
        for _, key, _ in keys:
            self.busy.setdefault(key, []).append((row, place))
        self.rows[who] = (row, place)
        return None

    @staticmethod
    def _keys(row: PlacedAppointment) -> list[tuple[str, Hashable, str]]:
        """Who and what is taken at the row's time: how messages name it, its key, its column."""
        value = row.value
        if value.start is None:
            return []
        at = (value.date, value.start)
        keys: list[tuple[str, Hashable, str]] = [
            (f"`{value.interviewer}`", ("interviewer", folded_name(value.interviewer), at), "interviewer"),
            (f"`{value.candidate}`", ("candidate", value.candidate.casefold(), at), "candidate"),
        ]
        room = folded_name(value.room or "")
        if room and room not in NO_PLACE:
            keys.append((f"the room `{value.room}`", ("room", room, at), "room"))
        return keys


def _is_one_meeting(row: PlacedAppointment, other: PlacedAppointment, what: str) -> bool:
    """Do several interviewers see one candidate together?"""
    one, two = row.value, other.value
    is_same = (row.opening, one.candidate, one.stage) == (other.opening, two.candidate, two.stage)
    rooms = {folded_name(room) for room in (one.room, two.room) if room}
    return is_same and (len(rooms) < 2 or what.startswith("the room"))  # noqa: PLR2004 two rooms are two places


def _second(row: PlacedAppointment, place: Location, other: PlacedAppointment, first: Location) -> Problem:
    """The same people meet a second time for one interview: the row is there twice, or it was moved."""
    one, two = row.value, other.value
    if (one.date, one.start) == (two.date, two.start):
        message, hint = f"the row stands a second time (first at {first})", "delete one of the two"
        return Problem(place, Code.APPOINTMENT, message, hint)
    column = "start" if one.date == two.date else "date"
    message = f"`{one.candidate}` and `{one.interviewer}` have `{one.stage}` at another time, too ({first})"
    hint = "delete the row that no longer holds"
    return Problem(row.places.get(column, place), Code.APPOINTMENT, message, hint)


def _clash(what: str, row: PlacedAppointment, place: Location, other: Location) -> Problem:
    value = row.value
    time = f"{value.start:%H:%M}" if value.start else ""
    taken = "is taken twice" if what.startswith("the room") else "is in two places"
    message = f"{what} {taken} on {value.date} at {time} (the other is {other})"
    return Problem(place, Code.APPOINTMENT, message, "change one of the two rows")
