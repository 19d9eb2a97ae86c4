"""Which table is which sheet: by its name, and what is said where only its headings tell."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches

from interviewkit.drive_input.columns import OPENINGS, SHEETS, SheetKind
from interviewkit.drive_input.headings import folded_heading, kind_by_headings, kind_of
from interviewkit.drive_input.refusals import refusal
from interviewkit.drive_input.tables import Table
from interviewkit.problems import Code, Location, Problem

CLOSE = 0.75
SHOWN_NAMES = 12


def sorted_tables(tables: list[Table]) -> tuple[dict[str, Table], list[Problem]]:
    """The tables by the names of their sheets; of two for one sheet, the one that has its very name."""
    found: dict[str, Table] = {}
    problems = []
    exact_first = sorted(tables, key=lambda t: kind_of(t.name) is None or t.name != _kind_name(t))
    for table in exact_first:
        name = _kind_name(table)
        if name in found:
            message = f"`{table.name}` and `{found[name].name}` are both read as `{name}`"
            hint = "rename or delete one of the two"
            problems.append(Problem(table.place, Code.NO_SHEET, message, hint))
        elif name:
            found[name] = table
    return found, problems


def _kind_name(table: Table) -> str:
    kind = kind_of(table.name)
    return kind.name if kind else ""


def refuse_missing(
    kind: SheetKind, place: Location | str, tables: Sequence[Table], found: Mapping[str, Table]
) -> None:
    """Raise InputError where a sheet is missing that a drive must have."""
    if kind.name in found:
        return
    others = [table for table in tables if not _kind_name(table)]
    likely = [table for table in others if _is_like(table, kind)]
    hint = "add it, empty where nobody is known yet"
    if kind is OPENINGS:
        likely = likely or list(tables)
        hint = "add `openings` with a row per opening"
    raise refusal(place, Code.NO_SHEET, f"there is no sheet `{kind.name}`", _hint(likely) or hint)


def _is_like(table: Table, kind: SheetKind) -> bool:
    return _nearly(table, [kind.name]) == kind.name or kind_by_headings(table.rows) is kind


def _hint(tables: Iterable[Table]) -> str:
    names = [f"`{table.name}`" for table in tables]
    return f"give one of these its name: {', '.join(names[:SHOWN_NAMES])}" if names else ""


def _nearly(table: Table, names: Sequence[str]) -> str:
    """The name of a sheet that the table's name is nearly."""
    return next(iter(get_close_matches(folded_heading(table.name), names, n=1, cutoff=CLOSE)), "")


def misnamed_tables(tables: list[Table], found: Mapping[str, Table]) -> Iterator[Problem]:
    """Tables that have nearly the name of a sheet that is not there, or its headings."""
    absent = [kind for kind in SHEETS if kind.name not in found]
    by_headings: dict[str, list[Table]] = {}
    for table in tables:
        if _kind_name(table):
            continue
        close = _nearly(table, [kind.name for kind in absent])
        kind = kind_by_headings(table.rows)
        if close:
            message, hint = f"the sheet `{table.name}` is not read", f"did you mean `{close}`?"
            yield Problem(table.place, Code.NO_SHEET, message, hint)
        elif kind in absent:
            by_headings.setdefault(kind.name, []).append(table)
    for name, likely in by_headings.items():
        yield Problem(likely[0].place, Code.NO_SHEET, f"there is no sheet `{name}`", _hint(likely))
