"""An opening's kit before it is printed: composed, checked, with digests and what templates are given."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from interviewkit.assets import FolderAssets
from interviewkit.compose.kit import compose_kit
from interviewkit.digest import digest_of, digest_of_files, short_digest
from interviewkit.documents import Look, shared_context
from interviewkit.errors import InputError, ProblemLog
from interviewkit.inputs import Inputs
from interviewkit.language import LanguageSource
from interviewkit.library import Library
from interviewkit.lint.finding import Finding
from interviewkit.lint.opening_check import checked
from interviewkit.models.jurisdiction import Paper
from interviewkit.models.kit import Kit
from interviewkit.models.opening import Candidate
from interviewkit.preflight import print_problems, print_test_of
from interviewkit.print_options import PrintOptions, program_versions
from interviewkit.print_test import PrintFaults, try_on_paper
from interviewkit.problems import Code, Location, Problem
from interviewkit.record import KitDigests, kit_digest_parts


@dataclass(frozen=True)
class Prepared:
    """A kit about to be printed; plain data, for whoever prints it in another process."""

    opening_id: str
    kit: Kit
    candidates: tuple[Candidate, ...]
    digests: KitDigests
    paper: Paper
    large_print: bool
    language: LanguageSource
    assets: FolderAssets
    shared: Mapping[str, Any]
    warnings: tuple[str, ...]
    remarks: tuple[Finding, ...] = ()

    @property
    def look(self) -> Look:
        """How the kit's documents are set."""
        return Look(self.language.opened(self.assets.folders), self.paper, self.large_print)


def prepare(inputs: Inputs, library: Library, options: PrintOptions) -> Prepared:
    """Compose and check an opening; raises InputError with everything that is wrong."""
    return with_remarks(composed(inputs, options), inputs, library, options)


def composed(inputs: Inputs, options: PrintOptions) -> Prepared:
    """An opening's kit before the checker has read it; raises InputError where nobody can make such a kit."""
    kit = compose_kit(inputs.rubric, inputs.opening, inputs.jurisdiction.value, inputs.opening_id)
    paper = options.paper or kit.jurisdiction.paper
    digests = _digests(inputs, options, paper)
    language = LanguageSource(kit.language, kit.jurisdiction.code)
    assets = FolderAssets(options.layers.templates, inputs.logo)
    look = Look(language.opened(assets.folders), paper, options.large_print)
    shared = shared_context(
        kit,
        digests.kit,
        look,
        inputs.fallback_texts,
        has_logo=inputs.logo is not None,
        unchecked=options.unchecked,
    )
    return Prepared(
        opening_id=inputs.opening_id,
        kit=kit,
        candidates=inputs.opening.value.candidates,
        digests=digests,
        paper=paper,
        large_print=options.large_print,
        language=language,
        assets=assets,
        shared=shared,
        warnings=tuple(f"warning: {problem}" for problem in inputs.warnings),
    )


def with_remarks(prepared: Prepared, inputs: Inputs, library: Library, options: PrintOptions) -> Prepared:
    """The kit with what the checker remarks, where the user wants it checked; raises CheckError."""
    if options.unchecked:
        return prepared
    remarks = checked(inputs, prepared.kit, library)
    return replace(prepared, remarks=remarks, warnings=(*prepared.warnings, *map(str, remarks)))


def check_before_printing(inputs: Inputs, assets: FolderAssets) -> None:
    """Raises InputError where a label, the logo or a name cannot be printed; it asks the fonts."""
    refuse_unprintable(inputs, assets, try_on_paper(print_test_of(inputs, assets)))


def refuse_unprintable(inputs: Inputs, assets: FolderAssets, faults: PrintFaults) -> None:
    """Raises InputError where a label, or what was tried on paper, cannot be printed."""
    log = ProblemLog()
    log.add(print_problems(inputs, assets, faults))
    log.stop_if_any()


def _digests(inputs: Inputs, options: PrintOptions, paper: Paper) -> KitDigests:
    """What the kit measures with, what documents depend on, and what all files do."""
    kit = short_digest(kit_digest_parts(inputs, _template_digests(options.layers.templates)))
    look = [paper.value, options.large_print, options.keep_html, options.unchecked]
    documents = digest_of([kit, dict(inputs.fallback_texts), look, program_versions()])
    candidates = [candidate.model_dump(mode="json") for candidate in inputs.opening.value.candidates]
    return KitDigests(kit, documents, digest_of([documents, candidates]))


def _template_digests(folders: Iterable[Path]) -> list[str]:
    try:
        return [digest_of_files(folder) for folder in folders]
    except OSError as error:
        message = f"cannot be read ({error.strerror})"
        place = Location(str(error.filename))
        raise InputError([Problem(place, Code.FILE_UNREADABLE, message, "check its permissions")]) from None
