"""The exit codes, and the two exceptions that end a command."""

from collections.abc import Callable, Iterable
from enum import IntEnum
from typing import TypeVar

from interviewkit.problems import Problem, sorted_problems

ValueT = TypeVar("ValueT")


class ExitCode(IntEnum):
    """What the shell is told."""

    OK = 0
    INPUT = 1
    USAGE = 2
    OUTPUT = 3
    INTERRUPTED = 130


class InputError(Exception):
    """The input has problems; all that were found travel together."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted_problems(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def __reduce__(self) -> tuple[type["InputError"], tuple[object, ...]]:
        """So that it comes whole out of a worker process."""
        return type(self), (self.problems,)


class OutputError(Exception):
    """Rendering or writing is not possible; the message says what to do next."""


class RefusedUrlError(Exception):
    """A document asked for something outside the packaged assets."""


class ProblemLog:
    """Collects the problems of several steps, so that all are shown together."""

    def __init__(self) -> None:
        self._problems: list[Problem] = []

    def add(self, problems: Iterable[Problem]) -> None:
        """Keep these problems."""
        self._problems.extend(problems)

    def attempt(self, action: Callable[[], ValueT]) -> ValueT | None:
        """The action's value, or None with its problems kept."""
        try:
            return action()
        except InputError as error:
            self.add(error.problems)
            return None

    def stop_if_any(self) -> None:
        """Raise InputError with everything kept so far, if there is anything."""
        if self._problems:
            raise InputError(self._problems)
