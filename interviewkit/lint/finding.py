"""What the checker reports: one finding, with the place, the rule, the next step and the source."""

from dataclasses import dataclass

from interviewkit.lint.rule import Severity
from interviewkit.problems import Location, one_line


@dataclass(frozen=True, order=True)
class Finding:
    """One finding. `source` names the law or principle with its date; `name` is the rule's, in kebab-case."""

    location: Location
    code: str
    name: str
    severity: Severity
    message: str
    hint: str
    source: str

    def __str__(self) -> str:
        text = f"{self.location}: {self.code} {self.severity.value}: {self.message}"
        return one_line(f"{text}; {self.hint}" if self.hint else text)

    def as_json(self) -> dict[str, str | int]:
        """The finding with the keys that `check --format json` promises."""
        return {
            "path": self.location.path,
            "line": self.location.line,
            "column": self.location.column,
            "code": self.code,
            "name": self.name,
            "severity": self.severity.value,
            "message": self.message,
            "hint": self.hint,
            "source": self.source,
        }
