"""The words of a scorecard that are put together, not taken from the rubric as they are."""

from collections.abc import Mapping, Sequence

from interviewkit.language import Language
from interviewkit.models.kit import Kit, KitCompetency, KitStage
from interviewkit.models.sheet import MASTER_ID

PLAIN = {"b": "", "end": ""}
"""Stands for bold type where a text is measured: the template prints the same message with `<b>`."""


def rules(language: Language) -> tuple[str, ...]:
    """What every interviewer is told on the sheet itself."""
    _ = language.gettext
    return (
        _("Write what was said or done, then tick one level."),
        _("Rate before you talk to anyone."),
        _("Only job-related evidence: the candidate may read this."),
        _("Wrong tick: fill that box completely, mark the right one."),
        _("Hand this sheet in the same day."),
    )


def slot_labels(language: Language) -> dict[str, str]:
    """The labels of the slots in head and foot, by the name of their field."""
    _ = language.gettext
    return {
        "candidate": _("Candidate"),
        "interviewer": _("Interviewer"),
        "date": _("Date"),
        "finished": _("Sheet finished at"),
        "signature": _("Signature"),
    }


def kept_until(kit: Kit, language: Language) -> str:
    """Until when a sheet is kept, in the few words that its foot has room for."""
    if kit.retention_until:
        return language.gettext("destroy after %(date)s") % {"date": language.short_date(kit.retention_until)}
    months, ngettext = kit.jurisdiction.retention.months, language.ngettext
    words = ngettext(
        "destroy %(n)s month after the decision", "destroy %(n)s months after the decision", months
    )
    return words % {"n": months}


def retention_rule(kit: Kit, language: Language) -> str:
    """Until when a sheet is kept, as a sentence among its rules."""
    if kit.retention_until:
        words = language.gettext("Destroy this sheet after %(date)s.")
        return words % {"date": language.short_date(kit.retention_until)}
    months, ngettext = kit.jurisdiction.retention.months, language.ngettext
    words = ngettext(
        "Destroy this sheet %(n)s month after the decision.",
        "Destroy this sheet %(n)s months after the decision.",
        months,
    )
    return words % {"n": months}


def foot_words(digest: str, kept: str, language: Language, *, named: bool) -> str:
    """What the foot of a sheet says before the number of its page; `named` with what the document is."""
    ids = language.gettext("sheet %(sheet)s · kit %(kit)s") % {"sheet": MASTER_ID, "kit": digest}
    return " · ".join((*([language.gettext("Scorecard")] if named else ()), ids, kept))


def legend(kit: Kit, language: Language) -> str:
    """The scale in words, as the legend prints it."""
    levels = ", ".join(f"{level.level} {level.name}" for level in kit.scale.levels)
    words = {"levels": levels, "when": kit.scale.not_assessed, **PLAIN}
    return language.gettext("Levels: %(levels)s. %(b)sNot assessed:%(end)s %(when)s") % words


def evidence_words(source: str, language: Language) -> str:
    """The line above the evidence."""
    return language.gettext("%(b)sEvidence%(end)s from %(source)s") % {"source": source, **PLAIN}


def rate_words(definition: str, language: Language) -> str:
    """The line above the boxes."""
    return language.gettext("%(b)sRate:%(end)s %(definition)s") % {"definition": definition, **PLAIN}


def bars(rated: Sequence[KitCompetency], language: Language) -> str:
    """Bars, weights and must-haves; printed after the ratings, so that they colour none."""
    _ = language.gettext
    required = _("%(competency)s %(bar)s (must-have, weight %(percent)s)")
    usual = _("%(competency)s %(bar)s (weight %(percent)s)")
    named = [
        (required if entry.must_have else usual)
        % {"competency": entry.name, "bar": entry.bar, "percent": language.percent(entry.weight)}
        for entry in rated
    ]
    rules = [_("Leave out what was not assessed; where two boxes fit, tick the stronger one.")]
    if any(entry.must_have for entry in rated):
        rules.append(_("A must-have below its bar: no offer."))
    return " ".join((_("Bars: %(bars)s.") % {"bars": language.listed(named)}, *rules))


def source_words(stage: KitStage, competency: KitCompetency, language: Language, *, quoted: bool) -> str:
    """Where the evidence for a competency comes from: work sample, questions by number in the guide."""
    numbers = [n for n, asked in enumerate(stage.questions, start=1) if asked.competency == competency.id]
    sampled = stage.work_sample is not None and competency.id in stage.work_sample.competencies
    parts = [_sample_words(stage, language, quoted=quoted)] if sampled else []
    if numbers:
        ask = _shortened(stage.questions[numbers[0] - 1].ask, 76) if quoted and not sampled else ""
        parts.append(_question_words(numbers, ask, language, quoted=quoted))
    return language.listed(parts) if parts else language.gettext("the whole interview")


def _sample_words(stage: KitStage, language: Language, *, quoted: bool) -> str:
    if not quoted or stage.work_sample is None:
        return language.gettext("work sample")
    return language.gettext("work sample: %(title)s (its levels are in the guide)") % {
        "title": _shortened(stage.work_sample.title, 80)
    }


def _question_words(numbers: Sequence[int], ask: str, language: Language, *, quoted: bool) -> str:
    words: Mapping[str, object] = {"numbers": ", ".join(map(str, numbers)), "ask": ask}
    count, ngettext = len(numbers), language.ngettext
    if ask:
        message = ngettext(
            "question %(numbers)s of the guide: “%(ask)s”",
            "questions %(numbers)s of the guide: “%(ask)s”",
            count,
        )
    elif quoted:
        message = ngettext("question %(numbers)s of the guide", "questions %(numbers)s of the guide", count)
    else:
        message = ngettext("question %(numbers)s", "questions %(numbers)s", count)
    return message % words


def _shortened(text: str, length: int) -> str:
    """The text, cut after a word with an ellipsis where it is longer than `length`."""
    return text if len(text) <= length else f"{text[: length - 1].rsplit(' ', 1)[0].rstrip('.,;:')}…"
