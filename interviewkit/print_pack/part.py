"""A sheet on its way into a pack, and where it lies there."""

from collections.abc import Iterator
from dataclasses import dataclass

from pikepdf import Dictionary, Name, Object, Page, Pdf


@dataclass(frozen=True)
class Part:
    """One sheet of a pack: a finished PDF of ours, with what is unique to this copy.

    `title` is its bookmark, `prefix` (`[A-Za-z0-9_-]`) stands before its fields and destinations, `label`
    before its page numbers (`S3-1`). With `one_sided`, the back of every page stays blank.
    """

    title: str
    data: bytes
    prefix: str
    label: str
    one_sided: bool = False


@dataclass(frozen=True)
class Placed:
    """A part whose pages are in the pack: its own file, its pages there, and where its keys to tags start."""

    part: Part
    source: Pdf
    pages: tuple[Page, ...]
    first_key: int

    def renamed(self, name: object) -> str:
        """A name of the part, as it is called in the pack."""
        return f"{self.part.prefix}.{name}"


def tree_leaves(tree: Dictionary | Object, key: str) -> Iterator[tuple[Object, Object]]:
    """Keys and values of a number tree (`/Nums`) or name tree (`/Names`), in order."""
    for kid in tree.get("/Kids", ()):
        yield from tree_leaves(kid, key)
    flat = list(tree.get(key, ()))
    yield from zip(flat[::2], flat[1::2], strict=True)


def objects_of_type(source: Pdf, kind: Name) -> Iterator[Dictionary]:
    """All dictionaries of a file that say they are of this type."""
    return (each for each in source.objects if isinstance(each, Dictionary) and each.get("/Type") == kind)
