"""Hostile texts of 100,000 characters, and a program that reads each with everything the checker has.

The program limits its own CPU time, in seconds (`python hostile_texts.py 90`), and prints what it does.
"""

import gc
import importlib
import itertools
import pkgutil
import re
import resource
import sys
from collections.abc import Iterator

from interviewkit import lint
from interviewkit.builtin import builtin_folder
from interviewkit.library import open_library
from interviewkit.lint.engine import Checker
from interviewkit.lint.law import Law
from interviewkit.lint.lists.reader import LIST_SUFFIXES, list_items
from interviewkit.lint.registry import all_rules
from interviewkit.lint.text.item import Field, TextItem
from interviewkit.lint.text.lexicons import load_matcher
from interviewkit.problems import Location

LENGTH = 100_000


def repeated(unit: str) -> str:
    return (unit * (LENGTH // len(unit) + 1))[:LENGTH]


TEXTS = {
    name: repeated(unit)
    for name, unit in {
        "one word": "a",
        "a word without vowels": "bcdfg",
        "one-letter words": "a ",
        "question words": "do you ",
        "questions": "why? what? how? ",
        "a topic": "children ",
        "a pattern's beginning": "are you planning to ",
        "beginnings of sentences": "do you. have you. are you. ",
        "what stands before gaps": "start your plan have how many ",
        "punctuation": "?!.;:",
        "question marks": "?",
        "quotes": '"',
        "quoted words": '“do you” "children" ',
        "apostrophes": "a'b ",
        "half open quotes": 'you "are ',
        "brackets": "([",
        "commas": "and, or, ",
        "slashes": "he/she/",
        "hyphens": "a-",
        "spaces": " ",
        "tabs": "\t",
        "lines": "\n",
        "lines of one letter": "a\n",
        "bullets": "- ",
        "numbering": "1.",
        "levels": "Level 1: ",
        "lines of levels": "Level 1: tests it\n",
        "marks to combine": "e\u0301\u0302",
        "soft hyphens": "\u00ad",
        "digits": "1",
        "numbers": "1 2 3 years of ",
        "ranges": "1-5/10 out of ",
        "mixed scripts": "hоw оld аrе уоu 你好 שלום ",
        "full width": "Ｄｏ ｙｏｕ ",
        "ligatures": "ﬁﬂ ",
        "underscores": "_",
        "stars": "*a",
        "emphasis": "**a* ",
        "links": "[a](",
        "backticks": "`",
        "tables": "|a",
        "quotations": ">",
        "comments": "<!-- ",
        "suppressions": "# check: ignore[IK401] ",
        "cells": 'a,"b',
        "doubled quotes": '""',
    }.items()
}


def own_words() -> Iterator[tuple[str, str]]:
    """For each lexicon the words of its patterns, one after the other."""
    for path in sorted((builtin_folder("rubrics") / "lexicon").glob("*.yaml")):
        words = re.findall(r"[a-z']+", path.read_text(encoding="utf-8"))
        yield f"words of {path.stem}", repeated(f"{' '.join(words)} ")[: LENGTH // 10]


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern that a module of the checker names."""
    for module in pkgutil.walk_packages(lint.__path__, f"{lint.__name__}."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern):
                yield f"{module.name}.{name}", value


def checker() -> Checker:
    return Checker(all_rules(), load_matcher(open_library()), Law(()), {})


def at_work(*on: str) -> None:
    sys.stdout.write(f"{' '.join(on)}\n")
    sys.stdout.flush()


def main() -> None:
    seconds = int(sys.argv[1])
    gc.disable()  # as the command does
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    for where, pattern in patterns():
        for name, text in TEXTS.items():
            at_work(where, name)
            pattern.search(text)
    check = checker()
    fields = itertools.cycle(Field)
    for name, text in (*TEXTS.items(), *own_words()):
        at_work("rules", name)
        check.check_text(TextItem(text, next(fields), Location("list.txt")))
    for name, text in TEXTS.items():
        for suffix in LIST_SUFFIXES:
            at_work(suffix, name)
            list(list_items("list", text, suffix))


if __name__ == "__main__":
    main()
