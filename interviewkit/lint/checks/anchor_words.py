"""Function words of English that tell what an anchor says, and how much each kind of word weighs.

Words of the work stand in the lexicon `anchor`; `checks_anchors` says how both are used.
"""

from interviewkit.lint.lists.list_words import words

SUBJECTS = words(
    """
    the a an candidate candidates applicant applicants interviewee they he she person individual
    engineer
    """
)
"""Who a text is about; it says nothing of what they do."""

ARTICLES = frozenset(("a", "an", "the"))
"""What stands behind these is no verb: `the finished article`."""

HELPERS = words(
    """
    can could will would may might must should does do did not cannot can't couldn't doesn't don't
    didn't won't wouldn't never also only even still just then fails failed fail tries tried try
    manages managed struggles struggled refuses refused begins began starts started to been at first
    by unable able
    """
)
"""What stands before the verb that matters."""

HAVING = words(
    """
    has have had hasn't haven't needs need needed
    """
)
"""Verbs of having: what is had decides."""

OBJECTS = words(
    """
    the a an whether which what who how one two three no each every their that it them both this
    these only for
    """
)
"""What follows a verb, and no noun that is spelt like it: `test the`, `answers a`."""

FRONTS = words(
    """
    when in if after before given asked once during on at under faced with for while shown
    """
)
"""How a clause begins that stands before the main one."""

DETAILS = words(
    """
    before after until when while where whether which whose who why how because without instead
    unless if against per each both every such so that than by then only into unprompted unasked
    unaided nothing none no nobody same what once twice whichever whatever first own what's
    """
)
"""Words of conditions, reasons and choices: whoever uses them says something in particular."""

NUMBERS = words(
    """
    two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty
    hundred thousand half third quarter double
    """
)
"""Numbers in words."""

NO_COUNT = words(
    """
    level a than top between least
    """
)
"""Before a number these say that it counts nothing seen: `level 3`, `top 10`."""

TIMES = words(
    """
    years year yrs yr or to
    """
)
"""Behind a number these say that it is a length of career or a range."""

BEFORE_VERB = words(
    """
    and or but then to not never yet who that which they it he she users people others cannot can't
    doesn't don't also without by before after when nor didn't only still later
    """
)
"""A verb may follow these; another word of the same spelling hardly does."""

AFTER_SUBJECT = words(
    """
    is are was were be been lacks lack lacked has have had felt feels seems seemed hangs remains
    falls fell looks sounds tends need needs
    """
)
"""Verbs that make the word before them a subject: `answers are`."""

VOICE = words(
    """
    you you'd you'll your we we'd we'll our us i i'd me one's panel room
    """
)
"""Raters who speak of themselves."""

PAST = words(
    """
    wrote told said sent found chose drew ran built cut set kept left put held heard saw read gave
    took went made brought spoke led began broke caught taught sat met rewrote rebuilt forgot
    withdrew spent sought
    """
)
"""Past forms that do not end in `ed`."""

NAMED_LEVELS = words(
    """
    level score rating grade
    """
)
"""How a level is called before its number."""

GRADES = words(
    """
    1 2 3 4 5 one two three four five
    """
)
"""Numbers of levels."""

MOST = {
    "acts": 2,
    "concrete": 3,
    "detail": 3,
    "number": 2,
    "quoted": 1,
    "adjective": 2,
    "either": 2,
    "adverb": 2,
    "manner": 1,
    "degree": 2,
    "quality": 2,
    "loose": 3,
    "verdict": 2,
    "impression": 2,
    "voice": 2,
    "grade": 2,
}
"""How often each kind counts at most: the tenth number proves no more than the second."""
WEIGHTS = {
    "acts": -0.8,
    "concrete": -1.5,
    "detail": -1.2,
    "number": -1.0,
    "quoted": -1.2,
    "long": -0.7,
    "short": 1.0,
    "adjective": 1.9,
    "either": 1.0,
    "adverb": 2.3,
    "manner": 0.6,
    "degree": 0.3,
    "quality": 1.4,
    "loose": 1.0,
    "verdict": 2.4,
    "impression": 2.0,
    "voice": 1.4,
    "grade": 0.3,
}
"""What each adds to vagueness.

*Why* these numbers: they were fitted to some 1,300 anchors of several authors, and rounded.
"""
