"""Words that the readers of lists know: where a sentence cannot end, and where one begins."""


def words(text: str) -> frozenset[str]:
    """The words of a text, each once."""
    return frozenset(text.split())


def parts(text: str) -> tuple[str, ...]:
    """What stands between commas."""
    return tuple(" ".join(part.split()) for part in text.split(","))


OPEN_ENDED = words(
    """
    a an the and or but nor if of to into onto from with without for than as because whose your our
    their his my its is are was were am be been being do does did has have had having will would can
    could should shall may might must you're they're we're i'm very how what's that which who whether
    while
    """
)
"""A sentence does not end with these."""

QUESTION_WORDS = words(
    "how what which who whom whose why where when tell describe explain name list walk give"
)
"""Questions and tasks begin with these …"""

AUXILIARIES = words("do does did are is was were have has had will would can could should may")
"""… or with these, which also go on after a question word."""

SUBJECTS = words("you he she they we i")

COMPOUND = words(
    """
    self non co pre post ex full part well high low long short two three four five six hard must on off
    in cross multi open close real end time day year user data right left single half re anti
    """
)
"""A word of these keeps its hyphen at the end of a line: `self-` and `aware`."""
