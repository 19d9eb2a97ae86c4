"""Verbs at the beginning of a line: what tells `Names a check` from `Names and dates`."""

from interviewkit.lint.lists.list_words import words

AFTER_VERB = words(
    """
    a an the no one two three four five some any all each every both either neither this that these
    those what how why when where which who whether if it its their his her them him themselves others
    another at only more most less few several many much little to on in into out up down back over
    under by for with without from about through between against before after as and but nothing
    anything something everything not early late well open real own clear simple rather just even first
    too very so towards
    """
)
"""What follows a verb rather than a plural noun."""

VERB_LIKE = words(
    """
    accepts achieves acts adapts adds adjusts admits agrees aligns allows analyses analyzes anticipates
    appears applies approaches approves argues asks assesses assumes attempts avoids balances begins
    blames breaks brings builds calculates calls carries catches changes checks chooses cites claims
    clarifies coaches collects comes communicates compares completes computes concludes confirms
    confuses connects considers consults contributes converts copies covers creates cuts deals debugs
    decides defends defines delegates delivers demonstrates deploys derives describes designs detects
    develops diagnoses digs discusses dismisses displays distinguishes documents does drafts draws
    drives drops encourages engages ensures estimates evaluates exceeds executes exhibits expects
    explains explores expresses fails falls finds finishes fixes focuses follows forgets forms frames
    gathers generates gets gives goes grasps groups guards guesses handles has helps hides identifies
    ignores implements improves includes influences informs insists integrates interprets introduces
    investigates invites involves isolates jumps justifies keeps knows lacks leads learns leaves lets
    leverages links lists listens locates loses maintains makes manages masks meets mentions mentors
    misses mixes models modifies moves names narrows needs notes notices observes offers omits opens
    operates orders organises organizes owns passes performs persists persuades picks plans plays points
    poses possesses predicts prefers prepares presents prevents prioritises prioritizes produces
    promotes proposes protects proves provides pushes puts quantifies questions quotes raises ranks
    reaches reacts reads realises realizes reasons recalls recognises recognizes recommends recovers
    reduces refers reflects refuses rejects relates relies removes repairs repeats replaces replies
    reports reproduces requests requires rereads reruns resists resolves responds restates retires
    reviews revises rewrites rolls runs says scales sees seeks seems selects sends separates sets
    settles shares shows simplifies sketches skips solves sorts speaks spends splits spots stands starts
    states stays steers stops stores structures struggles studies suggests summarises summarizes
    supports surfaces switches tailors takes talks teaches tells tends tests thinks ticks traces tracks
    trains treats tries trusts turns understands merges rates measures retries sums quantises quantizes
    quarantines restarts posts pairs redesigns redacts rephrases reframes recaps reorders replays logs
    labels escalates flags fetches caches batches benchmarks bundles cleans clears closes counts
    cross-checks cross debates deletes dives downloads elicits enlists enriches enumerates errs exposes
    extracts fills filters freezes funnels grants hedges highlights hints inspects instruments
    interrupts interviews iterates limits loads mirrors mutes negotiates nods normalises normalizes
    objects outlines overlooks overrides panics parses patches pays pins pivots ports praises profiles
    publishes pulls queries refactors releases remembers renames reuses routes samples sanitises
    sanitizes scans schedules scopes scripts searches shifts shields ships signs silences simulates
    speeds stages stubs stresses strips surveys swaps tags tallies targets tolerates touches tunes types
    undoes unpicks unifies upgrades warns wires wonders wraps cancels charges corrects delays
    differentiates enforces fires forces forgives hears heads hesitates imposes infers lands launches
    lowers marks narrates offloads opts overfits punishes quits rambles reassures re-plans replans
    rushes sacrifices saves scolds shrinks shrugs sits stalls stumbles suspects triages undersells votes
    waves updates uses validates verifies volunteers waits walks wants weighs withdraws works writes
    """
)

PAST = words(
    """
    told left spoke wrote brought went took kept led gave put felt heard blew knocked made found built
    ran set saw knew got came cut drew held lost met paid read said sent showed stood taught thought
    understood chose began broke caught fell forgot hid let rewrote
    """
)
"""Irregular past forms at the beginning of a line."""

BASE_PAST = words(
    """
    read put let run set cut
    """
)
"""Past forms that are base forms as well."""

NOT_VERBS = words(
    """
    graduates applicants candidates years skills degrees nationals citizens engineers developers people
    parents women men ladies references interests hobbies languages conservatives alumni speakers
    natives logos documents applications gaps publications breaks papers
    """
)

NOUN_LIKE = words("questions points notes tests documents reports works studies designs models plans plays")
"""Plural nouns that are verbs as well …"""

AFTER_NOUN = words("about like such from for in on that")
"""… before these."""

NOT_PAST = words(
    """
    educated experienced qualified trained certified skilled required preferred desired advanced
    dedicated motivated seasoned gifted talented unattached married published well-educated seed need
    speed established based wanted licensed licenced registered
    """
)


def is_verb(first: str, second: str) -> bool:
    """Is the first word a verb in the third person or the past, judging by the second?"""
    if first in NOUN_LIKE and second in AFTER_NOUN:
        return False
    if first in VERB_LIKE or first in PAST:
        return second not in {"of", "should", "are"}
    if first in NOT_VERBS or first in NOT_PAST:
        return False
    if first.endswith("s") and not first.endswith(("ss", "us", "is", "'s")):
        return second in AFTER_VERB
    return first.endswith("ed") and second in AFTER_VERB
