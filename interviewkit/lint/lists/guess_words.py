"""Words that tell what a line is for; `guessing.py` says how they are used."""

from interviewkit.lint.lists.list_words import parts, words


def _phrases(text: str) -> tuple[str, ...]:
    """One phrase on a line, to be found between spaces."""
    return tuple(f" {line.strip()} " for line in text.strip().splitlines())


LEAD_INS = words(
    """
    please pls kindly now so ok okay well and but then also right just first next frankly honestly
    alright
    """
)
"""What stands before the word that matters."""

WH_WORDS = words(
    """
    how how's how'd what what's what'd which who who'd who's whom whose why why'd where where's whats
    """
)

AUXILIARIES = words(
    """
    do does did have has had are is was were will would can could should shall may might am don't
    doesn't didn't haven't hasn't aren't isn't wasn't weren't won't wouldn't can't couldn't shouldn't
    """
)

PRONOUNS = words(
    """
    you your he she they we i it this that these those the there a an any anyone someone everyone our
    """
)

ADDRESSES = words(
    """
    you your yours yourself you're you've you'd you'll
    """
)

INVITES = _phrases(
    """
    tell me
    tell us
    walk me
    walk us
    talk me
    talk us
    take me
    take us
    show me
    show us
    give me
    give us
    convince me
    convince us
    persuade me
    sell me
    sell us
    teach me
    paint me
    help me
    remind me
    surprise us
    surprise me
    change my mind
    for me
    for us
    let's have
    let's hear
    let's say
    i'd like
    i'd love
    we'd love
    we'd like
    i'm curious
    i am curious
    i was wondering
    your move
    be honest
    you would you'd
    what would you
    how would you
    """
)
"""Phrases that ask the person in the room for something."""

INVITED = words(
    """
    tell describe walk talk explain imagine suppose picture pretend consider assume implement reverse
    invert define recite given estimate sketch elaborate convince persuade
    """
)
"""First words that speak to the candidate."""

TASKS = words(
    """
    compute calculate code program solve sort traverse serialize serialise deserialize refactor derive
    prove sum recall recite define guess outline summarise summarize paraphrase spell translate
    improvise rewrite whiteboard design build draw list compare choose paint sell pitch state illustrate
    finish think share grab play
    """
)
"""First words of a task, where nobody else is spoken of."""

_TASK_VERBS = words(
    """
    write read find give take name pick show put say explain describe code build design program list
    draw rank choose return count print type add fix account match go look prioritise prioritize propose
    suggest get plan seat work state order
    """
)
_TASK_OBJECTS = words(
    "a an the me us it your one two three some any this that these all each every for out up down in as"
)
CLAUSE_TASKS = frozenset(f"{verb} {word}" for verb in _TASK_VERBS for word in _TASK_OBJECTS) - {
    "give all",
    "give each",
    "give every",
    "give the",
}
"""Beginnings of a task: `write a`, `find the`."""

SCENES = frozenset(
    parts(
        """
        here's, here is, here are, you have, you've got, you are, you're in, you wake, you've been, you
        get, you join, you inherit, your team, your manager, your model, your service, we're in, using
        this, using the, in this, in these, in front, looking at, say somebody, say someone, given, this
        notebook, this repo, this repository
        """
    )
)
"""Beginnings of a situation that the candidate is put in."""

REPORTS = words(
    """
    ask check note avoid probe establish verify confirm
    """
)
"""Commands that may report a question without asking it."""

HAVE = words(
    """
    has does did had would
    """
)
"""Auxiliaries that begin a statement without a subject as well: `Has it.`"""

NEGATED = words(
    """
    cannot can't doesn't didn't isn't hasn't does did is has was gets would not nearly answer answers
    nothing
    """
)
"""What stands before or instead of the verb of an anchor."""

INSTRUCTIONS = words(
    """
    ask check note rate score prefer probe listen watch mark reject see look gauge establish verify
    confirm assess record make ensure screen judge dig get pass discard strike skip insist trust count
    measure dock deduct subtract drop sift rattle interrupt mention seat jot remove leave keep let send
    offer put order hand bring slip save move vote ignore allow begin open shut turn treat warm lean
    scroll quote comment support follow stick press push remind inform announce thank greet introduce
    stop wait pause avoid exclude include weigh favour favor hire decline invite arrange book schedule
    collect split unplug shortlist downgrade upgrade run
    """
)
"""Verbs that tell interviewers what to do, at the beginning."""

RATED_PEOPLE = words(
    """
    candidate candidates candidate's applicant applicants applicant's interviewee interviewees
    interviewer interviewers
    """
)
"""People whom one does not speak to when one speaks of them so."""

OTHERS = words(
    """
    he's she's they're them him her he she anyone anybody nobody everybody everyone somebody
    """
)

THIRD = words(
    """
    them him he she they person guy fellow
    """
)
"""Whom a question that interviewers ask themselves is about."""

NOTE_PHRASES = _phrases(
    """
    do not
    don't
    we do
    we never
    we always
    we used
    off limits
    is no reason
    are banned
    is banned
    is not evidence
    move on
    not scored
    not rated
    the scorecard
    the interview
    each answer
    every answer
    the answer
    the notes
    your notes
    a point
    points for
    """
)

GRADES = words(
    """
    excellent outstanding exceptional poor weak average adequate satisfactory unsatisfactory
    insufficient inadequate strong good great very world expert competent basic advanced textbook
    natural safe positive confident smart creative mature bright solid mediocre superb acceptable
    unacceptable impressive unimpressive limited below above fair superior
    """
)
"""First words that grade somebody."""

GRADE_PHRASES = _phrases(
    """
    expectations
    the bar
    this level
    the level below
    the level above
    for the level
    out of ten
    you can tell
    you just know
    you notice
    you would put
    the competency
    this competency
    of the level
    for this level
    meets requirements
    meets the requirements
    level 1
    level 2
    level 3
    level 4
    level 5
    """
)

VERDICTS = words(
    "a an the one some something something's nothing somewhere neither more head right you'd full fine"
)
"""First words of a verdict without a verb: `A safe pair of hands.`"""

REQUIRED = words(
    """
    required requires must needed preferred mandatory essential desirable minimum least need wanted want
    degree licence license certificate years ideal ideally only
    """
)
"""Words of a requirement."""

ADVERBS = words(
    """
    usually always never often sometimes rarely consistently clearly frequently occasionally generally
    typically mostly seldom partly fully correctly quickly regularly barely hardly independently
    confidently effectively accurately actively proactively readily routinely reliably repeatedly
    immediately openly calmly carefully thoroughly mainly largely somewhat completely partially highly
    """
)
