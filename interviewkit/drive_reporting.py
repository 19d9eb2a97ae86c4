"""What `interviewkit drive` prints: plain lines or one JSON object, built without touching a stream."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from interviewkit.drive_run.request import DriveReport
from interviewkit.models.drive_outcome import OpeningOutcome, OpeningStatus

LISTED = 10
"""So many files or openings are named; of the others there is only the number."""

NARROWEST = 12
"""The first column is at least so wide, even where the table is then wider than the page."""

GAP = "  "

_WOULD = {
    OpeningStatus.BUILT: "would be built",
    OpeningStatus.UNCHANGED: "unchanged",
    OpeningStatus.FAILED: "would fail",
}

Row = tuple[str, ...]


def drive_lines(report: DriveReport, width: int) -> Iterator[str]:
    """What a drive did, for standard output: the table, the files worth a word, what to open first.

    One line if there was nothing to do. `width` is that of the page, in characters. Why an opening failed is
    said by `failure_lines`.
    """
    if report.unchanged and not report.failed:
        yield f"{report.out} is up to date: {_openings(report)}, {_sheets(report)}"
        yield from _file_lines(report)
        return
    run = "dry run, nothing was written" if report.dry_run else f"run {report.outcome.run}"
    yield f"{report.outcome.title}: {run}"
    yield from _table(_rows(report), width)
    yield _sum(report)
    yield from _file_lines(report)
    yield from _first_files(report)


def failure_lines(report: DriveReport) -> Iterator[str]:
    """What is wrong, for standard error: rows that belong to no opening, then why openings failed.

    Openings that failed for the same reasons share them.
    """
    yield from report.problems
    failed: dict[tuple[str, ...], list[str]] = {}
    for opening in report.outcome.openings:
        if opening.reasons:
            failed.setdefault(opening.reasons, []).append(opening.opening)
    for reasons, openings in failed.items():
        yield f"{_WOULD[OpeningStatus.FAILED] if report.dry_run else 'failed'}: {', '.join(_some(openings))}"
        yield from reasons
    if report.failed and not report.dry_run:
        yield "mend this and run the same command again; what is finished is not made twice"


def drive_json(report: DriveReport) -> str:
    """All of it as one JSON object, every file named; openings as in the outcome, without their pictures."""
    outcome = report.outcome
    content = {
        "drive": outcome.drive,
        "run": outcome.run,
        "out": report.out,
        "dry_run": report.dry_run,
        "unchanged": report.unchanged,
        "failed": report.failed,
        "made": report.made,
        "openings": [opening.model_dump(mode="json", exclude={"picture"}) for opening in outcome.openings],
        "problems": report.problems,
        "warnings": report.warnings,
        "kept": report.kept,
        "stale": report.stale,
        "pruned": report.pruned,
        "delta": report.delta,
    }
    return json.dumps(content)


# --- the table -------------------------------------------------------------------------------------------


def _rows(report: DriveReport) -> list[Row]:
    made = "to make" if report.dry_run else "made"
    heading = ("opening", "status", "candidates", "sheets", made, "kit")
    return [heading, *(_row(opening, dry_run=report.dry_run) for opening in report.outcome.openings)]


def _row(each: OpeningOutcome, *, dry_run: bool) -> Row:
    numbers = (str(each.candidates), str(each.sheets), str(each.made))
    return each.opening, _status(each.status, dry_run=dry_run), *numbers, each.kit_digest


def _status(status: OpeningStatus, *, dry_run: bool) -> str:
    return _WOULD[status] if dry_run else status.value


def _table(rows: Sequence[Row], width: int) -> Iterator[str]:
    """Aligned columns; an id that is too long has a line to itself, so that it can be copied whole."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    others = sum(widths[1:]) + len(GAP) * (len(widths) - 1)
    room = min(widths[0], max(NARROWEST, width - others))
    for first, status, *numbers, kit in rows:
        if len(first) > room:
            yield first
        cells = [("" if len(first) > room else first).ljust(room), status.ljust(widths[1])]
        cells += [number.rjust(size) for number, size in zip(numbers, widths[2:-1], strict=True)]
        yield GAP.join([*cells, kit]).rstrip()


def _sum(report: DriveReport) -> str:
    statuses = Counter(each.status for each in report.outcome.openings)
    parts = [f"{statuses[each]} {_status(each, dry_run=report.dry_run)}" for each in _WOULD if statuses[each]]
    openings = f"{_openings(report)} ({', '.join(parts)})" if parts else _openings(report)
    made = sum(each.made for each in report.outcome.openings)
    would = "would be " if report.dry_run else ""
    files = f"{_number(report.made, 'file')} {would}written to {report.out}"
    return f"{openings}, {_sheets(report)} ({made} {would}made), {files}"


def _openings(report: DriveReport) -> str:
    return _number(len(report.outcome.openings), "opening")


def _sheets(report: DriveReport) -> str:
    return _number(sum(each.sheets for each in report.outcome.openings), "sheet")


def _number(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


# --- the files -------------------------------------------------------------------------------------------


def _file_lines(report: DriveReport) -> Iterator[str]:
    """Files that were kept, removed, are stale, and packs of what is new."""
    would = "would be " if report.dry_run else ""
    told = {*report.kept, *report.pruned}
    stale = [name for name in report.stale if name not in told]
    yield from _listed(f"filled in or changed by you, {would}kept:", report.kept)
    yield from _listed(f"belongs to nothing in the drive any more, {would}removed:", report.pruned)
    yield from _listed("belongs to nothing in the drive any more; --prune removes it:", stale)
    yield from _listed("packs of what is new:", report.delta)


def _listed(heading: str, names: Sequence[str]) -> Iterator[str]:
    if names:
        yield heading
        yield from (f"  {name}" for name in _some(names))


def _some(names: Sequence[str]) -> Iterable[str]:
    """The first names, and how many more there are."""
    more = len(names) - LISTED
    return names if more <= 0 else (*names[:LISTED], f"and {more} more")


def _first_files(report: DriveReport) -> Iterator[str]:
    """What to open first, if there is any of it."""
    built = any(each.status is not OpeningStatus.FAILED for each in report.outcome.openings)
    if built and not report.dry_run:
        folder = report.out.rstrip("/")
        if report.first:
            yield f"open first: {folder}/{report.first}"
        if report.then:
            yield f"then print: {folder}/{report.then}"
