"""The check that a build runs before it prints anything."""

from interviewkit.errors import InputError
from interviewkit.inputs import Inputs
from interviewkit.library import Library
from interviewkit.lint.checking import CheckRequest, check_gathered
from interviewkit.lint.finding import Finding
from interviewkit.lint.rule import Severity
from interviewkit.lint.sources.openings import gather_inputs
from interviewkit.models.kit import Kit


class CheckError(InputError):
    """The checker found errors: `findings` holds them and the warnings beside them."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(())
        self.findings = findings

    def __reduce__(self) -> tuple[type["CheckError"], tuple[object, ...]]:
        """So that it comes whole out of a worker process."""
        return type(self), (self.findings,)

    def __str__(self) -> str:
        return "\n".join(str(finding) for finding in self.findings)


def checked(inputs: Inputs, kit: Kit, library: Library) -> tuple[Finding, ...]:
    """The warnings of an opening and of the user's own rubrics behind it; raises CheckError at an error."""
    findings = check_gathered(CheckRequest(library), [gather_inputs(inputs, kit)])
    grave = tuple(finding for finding in findings if finding.severity is not Severity.INFO)
    if any(finding.severity is Severity.ERROR for finding in grave):
        raise CheckError(grave)
    return grave
