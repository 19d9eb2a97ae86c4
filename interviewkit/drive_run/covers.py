"""The covers of print packs, laid out by the workers: many in one go, before the packs are made."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from interviewkit.drive_packs.cover import Cover
from interviewkit.drive_packs.cover_pages import CoverPress, lay_out_covers
from interviewkit.workers import Failure, Workers, chunked

COVERS_IN_A_JOB = 25
"""So many covers at most are laid out in one go; a go costs as much as a few covers."""

_Numbered = tuple[int, Cover]


@dataclass(frozen=True)
class CoversJob:
    """Covers of one size of paper."""

    press: CoverPress
    covers: tuple[Cover, ...]


def print_covers(covers: Sequence[Cover], press: CoverPress, workers: Workers) -> list[bytes | Failure]:
    """Each cover as a PDF of one page, or why there is none, in the order of the covers."""
    chunks = list(_chunks(covers, workers.jobs))
    jobs = (CoversJob(press, tuple(cover for _, cover in chunk)) for chunk in chunks)
    found: dict[int, bytes | Failure] = {}
    for chunk, result in zip(chunks, workers.attempt(lay_out_covers_of, jobs), strict=True):
        for place, (number, _) in enumerate(chunk):
            found[number] = result if isinstance(result, Failure) else result[place]
    return [found[number] for number in range(len(covers))]


def lay_out_covers_of(job: CoversJob) -> list[bytes]:
    """The job's covers, each as a PDF."""
    return lay_out_covers(job.covers, job.press)


def _chunks(covers: Sequence[Cover], workers: int) -> Iterator[Sequence[_Numbered]]:
    """The covers of each size of paper with their places, so that all workers have some."""
    size = min(COVERS_IN_A_JOB, -(-len(covers) // workers))
    by_paper: dict[str, list[_Numbered]] = {}
    for number, cover in enumerate(covers):
        by_paper.setdefault(cover.paper, []).append((number, cover))
    return (chunk for some in by_paper.values() for chunk in chunked(some, size))
