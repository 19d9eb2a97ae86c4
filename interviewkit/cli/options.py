"""Arguments and options that several commands share."""

from pathlib import Path

import click

FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)

rubrics_option = click.option(
    "--rubrics", type=FOLDER, metavar="DIR", help="Your own rubrics; a file there replaces the built-in one."
)
seniority_option = click.option("--seniority", metavar="S", help="early_career, mid, senior or staff.")


def known(word: str, words: tuple[str, ...], what: str) -> str:
    """The word, or a usage error (exit code 2) that names the closest one."""
    from interviewkit.problems import did_you_mean

    if word not in words:
        raise click.UsageError(f"there is no {what} `{word}`; {did_you_mean(word, words)}")
    return word
