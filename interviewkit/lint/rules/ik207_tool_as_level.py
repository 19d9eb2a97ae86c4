"""IK207: the name of a tool is not a level."""

from collections.abc import Iterator

from interviewkit.lint.checks.anchors import Head, is_quoted, wording_of
from interviewkit.lint.lists.list_words import words
from interviewkit.lint.rule import Example, Severity, Source, TextFound, TextRule
from interviewkit.lint.text.item import Field
from interviewkit.lint.text.matcher import Hit
from interviewkit.lint.text.reading import Reading

MOST_OTHERS = 6
"""With more other words than that, a text says what was done with the tool."""
SMALL = words("a an the and or of in with for to at on plus as such is has have had can level some")


def check(reading: Reading) -> Iterator[TextFound]:
    """A finding where knowing or using a named tool is all that is said."""
    wording = wording_of(reading)
    tools = [*reading.hits("anchor_tools.tool"), *_unknown_tools(reading)]
    if not tools or any(is_quoted(reading, hit) for hit in tools):
        return
    named = {place for hit in tools for place in range(hit.start, hit.end)}
    set_aside = named | {n for hit in reading.hits("anchor_tools.contact") for n in range(hit.start, hit.end)}
    others = [
        word.text
        for place, word in enumerate(reading.words)
        if place >= wording.begin
        and place not in set_aside
        and word.text not in SMALL
        and not word.text.isdigit()
    ]
    counts = wording.counts
    acts = wording.head is Head.ACT and wording.main not in set_aside
    told = acts or counts["acts"] or counts["detail"] > 1 or counts["quoted"]
    if not told and len(others) <= min(MOST_OTHERS, 2 * len(tools) + 1):
        yield TextFound(tools[0])


def _unknown_tools(reading: Reading) -> Iterator[Hit]:
    """Capitalised names straight after `uses`, `knows`, `experience with`, which no lexicon can list."""
    for contact in reading.hits("anchor_tools.contact"):
        place = contact.end
        if place < len(reading.words) and reading.words[place].text in {"in", "of", "with"}:
            place += 1
        if place < len(reading.words) and _is_name(reading, place):
            yield Hit("anchor_tools.tool", place, place + 1)


def _is_name(reading: Reading, place: int) -> bool:
    word = reading.words[place]
    offsets = reading.folded.offsets
    shown = reading.item.text[offsets[word.start] : offsets[word.start] + len(word.text)]
    capitals = sum(char.isupper() for char in shown)
    return len(shown) > 2 and 0 < capitals < len(shown) and not word.opens  # noqa: PLR2004


RULE = TextRule(
    code="IK207",
    name="tool-as-level",
    severity=Severity.WARNING,
    message="the level is the name of a tool",
    hint="say what is done with such a tool at this level, and let people use the one that they know",
    why=(
        "Having worked with a tool does not say how well, and most tools can be learned on the job. Whoever"
        " did the same with another one would be rated lower for it."
    ),
    source=Source(principle="hands-on-learning"),
    fields=frozenset({Field.ANCHOR}),
    topics=frozenset({"anchor_tools"}),
    check=check,
    bad=(
        Example("Knows PyTorch and Kubernetes.", Field.ANCHOR),
        Example("Has used LangChain in a project.", Field.ANCHOR),
        Example("Advanced SQL, some Spark.", Field.ANCHOR),
        Example("Hands-on with AWS, Terraform and Helm.", Field.ANCHOR),
        Example("Proficient in Frobnicator", Field.ANCHOR),
    ),
    good=(
        Example("Reads the Postgres query plan and names the missing index.", Field.ANCHOR),
        Example("Lists Kafka and Spark by name and cannot say what either solved.", Field.ANCHOR),
        Example("Moves a pandas job to SQL and compares the run times.", Field.ANCHOR),
        Example("Finds the commit that broke the build with git bisect.", Field.ANCHOR),
        Example("Says when a cron job would do instead of Airflow.", Field.ANCHOR),
    ),
)
