"""Which law a finding rests on: the entries of `rubrics/jurisdictions/` that name the rule's code."""

from dataclasses import dataclass

from interviewkit.lint.rule import Severity
from interviewkit.models.jurisdiction import DoNotAsk, Jurisdiction

_BY_SEVERITY = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


@dataclass(frozen=True)
class LegalBasis:
    """How a rule applies in the countries that are checked for."""

    severity: Severity
    hint: str
    source: str


@dataclass(frozen=True)
class Law:
    """The countries to check for, in the order in which they are named.

    `named` is false where nobody named any and all are checked for: then no country's wording is proposed.
    """

    countries: tuple[Jurisdiction, ...]
    named: bool = True

    def basis(self, code: str) -> LegalBasis | None:
        """The strictest severity, what to ask instead in the first country that says so, and every source.

        None where no country names the rule: then it is poor practice, not law.
        """
        entries = [
            (country, entry)
            for country in self.countries
            for entry in country.do_not_ask
            if code in entry.checks
        ]
        if not entries:
            return None
        severity = max((Severity(entry.severity) for _, entry in entries), key=_BY_SEVERITY.__getitem__)
        sources = "; ".join(f"{country.code}: {_cited(entry)}" for country, entry in entries)
        return LegalBasis(severity, entries[0][1].instead if self.named else "", sources)


def _cited(entry: DoNotAsk) -> str:
    return f"{entry.source.name} (as of {entry.source.as_of}, {entry.source.confidence.replace('_', ' ')})"
