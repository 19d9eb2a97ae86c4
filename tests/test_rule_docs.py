"""docs/rules.md is what its script writes from the rules."""

import re
import runpy
from pathlib import Path

from interviewkit.lint.registry import all_rules

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs/rules.md").read_text(encoding="utf-8")


def test_the_page_is_what_its_script_writes() -> None:
    assert runpy.run_path(str(ROOT / "scripts/rules.py"))["page"]() == PAGE, "run `make rules`"


def test_every_rule_has_a_place_that_its_family_links_to() -> None:
    headings = re.findall(r"^##+ (.+)$", PAGE, re.MULTILINE)
    anchors = {heading.lower().replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", PAGE)) <= anchors
    assert [heading for heading in headings if heading.startswith("IK")] == [
        f"{rule.code} {rule.name}" for rule in all_rules()
    ]
