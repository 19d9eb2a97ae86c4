"""Hostile texts of 100,000 characters, and a program that reads each with everything the checker has.

The program limits its own CPU time, in seconds: `python hostile_texts.py 90`. What it is at work on it prints.
"""

import importlib
import pkgutil
import re
import resource
import sys
from collections.abc import Iterator

from interviewkit import lint
from interviewkit.builtin import builtin_folder
from interviewkit.library import open_library
from interviewkit.lint.checking import CheckRequest, check_gathered
from interviewkit.lint.case import DocumentCase
from interviewkit.lint.engine import Checker
from interviewkit.lint.law import Law
from interviewkit.lint.lists.reader import LIST_SUFFIXES, list_items
from interviewkit.lint.registry import all_rules
from interviewkit.lint.sources.gathered import Gathered
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
        "ligatures": "ﷺﬁ",
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
        yield f"words of {path.stem}", repeated(f"{' '.join(words)} ")


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern that a module of the checker names."""
    for module in pkgutil.walk_packages(lint.__path__, f"{lint.__name__}."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern):
                yield f"{module.name}.{name}", value


def checker() -> Checker:
    return Checker(all_rules(), load_matcher(open_library()), Law(()), {})


def main() -> None:
    import time
    seconds = int(sys.argv[1])
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    library = open_library()
    check = checker()
    T=time.process_time()
    for name, text in TEXTS.items():
        for each, pattern in patterns():
            t=time.process_time()
            pattern.search(text); pattern.match(text); pattern.fullmatch(text)
            t=time.process_time()-t
            if t>.05: print(each,name,t)
    print("patterns", time.process_time()-T)
    T=time.process_time()
    for name, text in (*TEXTS.items(), *own_words()):
        for field in Field:
            t=time.process_time()
            check.check_text(TextItem(text, field, Location("x")))
            t=time.process_time()-t
            if t>.3: print(name,field,t)
    print("texts", time.process_time()-T)
    T=time.process_time()
    for name, text in TEXTS.items():
        for suffix in LIST_SUFFIXES:
            t=time.process_time()
            items = tuple(list_items("x", text, suffix))
            gathered = Gathered(sources={"x": text})
            t2=time.process_time()-t
            gathered.add(items, [DocumentCase("x", items)])
            check_gathered(CheckRequest(library), [gathered])
            t=time.process_time()-t
            if t>.5: print(name,suffix,t2,t,len(items))
    print("lists", time.process_time()-T)


if __name__ == "__main__":
    main()
