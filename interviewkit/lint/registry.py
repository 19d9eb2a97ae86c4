"""Every rule, found by looking into `interviewkit/lint/rules/`: one file, one rule."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from interviewkit.lint import rules
from interviewkit.lint.rule import Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """The rules by code."""
    names = (f"{rules.__name__}.{module.name}" for module in iter_modules(rules.__path__))
    return tuple(sorted((import_module(name).RULE for name in names), key=lambda rule: rule.code))


def rule_of(code: str) -> Rule | None:
    """The rule with this code, if there is one."""
    return next((rule for rule in all_rules() if rule.code == code), None)
