"""The form of a pack: every sheet's fields under the sheet's own name, so that no two fields are one."""

import re
from collections.abc import Mapping, Sequence
from itertools import chain, count

from pikepdf import Array, Dictionary, Object, Pdf, String

from interviewkit.print_pack.part import Placed

RESOURCES = ("/Font", "/ExtGState", "/ColorSpace")
"""What the appearance string of a field can name."""
DEFAULTS = ("/DA", "/Q")
"""What fields inherit from the form: appearance string and alignment."""

NAME = re.compile(r"/[^\s()<>\[\]{}/%]+")
"""A name in an appearance string: `/F1 10 Tf`."""


def join_forms(pack: Pdf, parts: Sequence[Placed]) -> None:
    """Give the pack one form: `rating.teamwork` of the part `S1` becomes `S1.rating.teamwork`.

    Appearances are not asked to be made anew (no /NeedAppearances): the parts bring theirs.
    """
    fields, resources = Array(), Dictionary({kind: Dictionary() for kind in RESOURCES})
    for part in parts:
        form = part.source.Root.get("/AcroForm")
        if form is not None and len(form.get("/Fields", ())):
            fields.append(_part_field(pack, part, form, resources))
    if len(fields):
        pack.Root.AcroForm = pack.make_indirect(Dictionary(Fields=fields, DR=resources))


def _part_field(pack: Pdf, part: Placed, form: Object, resources: Dictionary) -> Object:
    """The field without a value that holds all fields of a part."""
    copied = pack.copy_foreign(part.source.make_indirect(Dictionary({**form})))
    kids = Array([field for field in copied.Fields if "/Parent" not in field])
    node = pack.make_indirect(Dictionary(T=String(part.part.prefix), Kids=kids))
    for key in DEFAULTS:
        if key in copied:
            node[key] = copied[key]
    _rename_appearance(node, _add_resources(resources, copied.get("/DR", Dictionary())))
    for field in kids:
        field.Parent = node
    return node


def _add_resources(resources: Dictionary, brought: Object) -> dict[str, str]:
    """Add what a part's appearance strings name; returns each name with the one it now has."""
    entries = [(kind, name) for kind in RESOURCES for name in sorted(brought.get(kind, Dictionary()).keys())]
    names = {name: _fitting_name(resources, brought, name) for _, name in entries}
    for kind, name in entries:
        resources[kind][names[name]] = brought[kind][name]
    return names


def _fitting_name(resources: Dictionary, brought: Object, name: str) -> str:
    """The name, numbered where an earlier part calls something else by it."""
    held = [kind for kind in RESOURCES if name in brought.get(kind, ())]
    variants = chain((name,), (f"{name}_{number}" for number in count(2)))
    return next(
        variant
        for variant in variants
        if all(resources[kind].get(variant) in (None, brought[kind][name]) for kind in held)
    )


def _rename_appearance(field: Object, names: Mapping[str, str]) -> None:
    """Let the appearance strings of a field and its kids call fonts by their new names."""
    if "/DA" in field:
        field.DA = String(NAME.sub(lambda found: names.get(found[0], found[0]), str(field.DA)))
    for kid in field.get("/Kids", ()):
        _rename_appearance(kid, names)
