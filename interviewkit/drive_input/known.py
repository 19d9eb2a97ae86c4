"""Words that are known, looked up without regard to capitals, and hints that stay cheap for many."""

from collections.abc import Iterable, Iterator

from interviewkit.problems import did_you_mean

MAX_SEARCHES = 50
"""Finding a word like another takes milliseconds among thousands: a file full of mistakes gets so many."""

SHOWN_LENGTH = 60


def shown(text: str) -> str:
    """The text for a message."""
    return text if len(text) <= SHOWN_LENGTH else f"{text[:SHOWN_LENGTH]}…"


class Known:
    """Ids or names, each looked up without regard to capitals."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._names: dict[str, str] = {}
        self._hints: dict[str, str] = {}
        for name in names:
            self.add(name)

    def __len__(self) -> int:
        return len(self._names)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names.values())

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._names

    def add(self, name: str) -> None:
        """Know this name too; of two that differ in capitals, the first is kept."""
        self._names.setdefault(name.casefold(), name)

    def find(self, name: str) -> str | None:
        """The name as it is known."""
        return self._names.get(name.casefold())

    def hint(self, word: str) -> str:
        """What was probably meant."""
        if word not in self._hints and len(self._hints) >= MAX_SEARCHES:
            return "check how it is written"
        return self._hints.setdefault(word, did_you_mean(word, self._names.values()))
