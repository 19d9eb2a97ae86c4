"""What measurements share: the folder that they write to, the prepared drive, the plain loop's time."""

import shutil
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks.drives import prepared_drive
from benchmarks.rivals import Sample, plain_loop
from interviewkit.drive_run.prepared import PreparedOpening

WORKERS = 2
"""So many make our sheets and packs, whatever the machine has."""


@dataclass
class Bench:
    """A run of the benchmarks: where it writes, how often it repeats, how many candidates its drive has."""

    folder: Path
    runs: int
    candidates: int

    def empty(self, name: str) -> Path:
        """An empty folder of this name."""
        place = self.folder / name
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        return place

    @cached_property
    def opening(self) -> PreparedOpening:
        """The drive's opening, prepared once."""
        return prepared_drive(self.folder / "prepared", self.candidates)

    @cached_property
    def loop(self) -> Sample:
        """A plain loop over a sample of the drive's sheets, measured once."""
        return plain_loop(self.opening, self.empty("loop"))

    @property
    def loop_seconds(self) -> float:
        """What a plain loop would take for all sheets."""
        return self.loop.each * len(self.opening.sheets)

    @property
    def packs(self) -> Path:
        """Where `packs` leaves the last packs that it made."""
        return self.folder / "packs"
