"""The scorecards by Typst: one compiler for all, the words and lengths of an interview from a file."""

import json
import shutil
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import typst

from interviewkit.builtin import builtin_folder
from interviewkit.documents import layout_name, scorecard
from interviewkit.html import qr_svg
from interviewkit.models.kit import Kit
from interviewkit.models.sheet import MASTER_ID, Sheet
from interviewkit.preparing import Prepared
from interviewkit.scorecard.layout import RatingBlock, ScorecardLayout
from interviewkit.sheet_code import sheet_code

TEMPLATE = Path(__file__).with_name("scorecard.typ")


class TypstCards:
    """A Typst compiler that has the words of every interview of these sheets."""

    def __init__(self, prepared: Prepared, sheets: Iterable[Sheet], folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        main = folder / TEMPLATE.name
        shutil.copyfile(TEMPLATE, main)
        self._digest, self._language = prepared.digests.kit, prepared.look.language
        for name, sheet in {layout_name(sheet): sheet for sheet in sheets}.items():
            words = _words(prepared, sheet)
            (folder / f"{name}.json").write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")
        fonts = str(builtin_folder("templates") / "fonts")
        self._compiler = typst.Compiler(input=str(main), root=str(folder), font_paths=[fonts])

    def pdf(self, sheet: Sheet) -> bytes:
        """The sheet as PDF/UA-1, like the others' sheets."""
        candidate, person = sheet.candidate, sheet.interviewer
        inputs = {
            "stage": f"{layout_name(sheet)}.json",
            "candidate": f"{candidate.id} {candidate.name}" if candidate else "",
            "interviewer": person.name if person else "",
            "sheet": sheet.id,
            "front": self._code(sheet, 1),
            "back": self._code(sheet, 2),
        }
        data = self._compiler.compile(sys_inputs=inputs, format="pdf", pdf_standards=["ua-1"])
        if not isinstance(data, bytes):
            raise TypeError("Typst made no PDF")
        return data

    def _code(self, sheet: Sheet, page: int) -> str:
        return str(qr_svg(sheet_code(self._digest, sheet.id, page), "QR"))


def _words(prepared: Prepared, sheet: Sheet) -> dict[str, Any]:
    """What is the same on all sheets of an interview."""
    kit, look = prepared.kit, prepared.look
    context = scorecard(kit, sheet, look).context
    layout: ScorecardLayout = context["layout"]
    stage, gettext = context["stage"], look.language.gettext
    ids = gettext("sheet %(sheet)s · kit %(kit)s") % {"sheet": MASTER_ID, "kit": ""}
    return {
        "title": f"{gettext('Scorecard')}: {stage.title} – {kit.title}",
        "opening": f"{gettext('Scorecard')} · {kit.title} · {kit.organisation.name}",
        "stage": stage.title,
        "digest": prepared.digests.kit,
        "language": look.language.code,
        "qr": gettext("QR code: kit, sheet and page"),
        "foot": ids.split(MASTER_ID),
        "pages": [gettext("page %(page)s of %(pages)s") % {"page": page, "pages": 2} for page in (1, 2)],
        "apart": gettext("not assessed"),
        "evidence": ["Evidence", " from "],
        "rate": "Rate:",
        "recommendation": gettext("Recommendation"),
        "standing": gettext("yours alone, before the debrief"),
        "reason": ["Reason,", " from the evidence on this sheet"],
        **_scale(kit),
        **_lengths(layout),
    }


def _scale(kit: Kit) -> dict[str, Any]:
    return {
        "legend": ["Levels: ", "Not assessed:"],
        "levels": [(str(level.level), level.name) for level in kit.scale.levels],
        "not_assessed": kit.scale.not_assessed,
        "choices": [(entry.name, entry.meaning) for entry in kit.scale.recommendations],
    }


def _lengths(layout: ScorecardLayout) -> dict[str, Any]:
    geometry = layout.geometry
    counted = {name: getattr(geometry, name) for name in ("side", "who", "foot", "body", "choice")}
    return {
        "geometry": {**asdict(geometry), **counted},
        "strip": layout.setting.strip,
        "roomy": layout.setting.way == "roomy",
        "anchor": asdict(layout.setting.anchor),
        "column": layout.setting.column(geometry),
        "strip_height": layout.strip_height,
        "choices_height": layout.choices_height,
        "bars": layout.bars,
        "front": [_block(block) for block in layout.front],
        "back": [_block(block) for block in layout.back],
        "reason_lines": layout.reason_lines,
        "rules": layout.rules,
        "slots": {name: asdict(slot) for name, slot in layout.slots.items()},
        "kept": layout.kept,
    }


def _block(block: RatingBlock) -> dict[str, Any]:
    competency = block.competency
    return {
        "name": competency.name,
        "definition": competency.definition,
        "anchors": [competency.anchors.at(level) for level in range(1, 6)],
        "source": block.source,
        "lines": block.lines,
        "gap": block.gap,
        "below": block.below,
    }
