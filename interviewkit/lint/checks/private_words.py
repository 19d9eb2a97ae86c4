"""The small words that say whose something is: pronouns, `have`, `be`, and what may stand between."""


def _set(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


YOU = _set("you your yours yourself you're you've you'd you'll u ur")

CANDIDATE = _set("candidate candidates applicant applicants interviewee interviewees hire hires recruit")

SOMEBODY = _set(
    "person persons people individual someone somebody anyone anybody nobody everyone everybody",
)

THEY = _set("she he they she's he's they're they've who who's those people women men employees mothers")
"""Somebody of whom the text has spoken: the candidate, unless it speaks of customers."""

PEOPLE = (
    YOU
    | CANDIDATE
    | SOMEBODY
    | THEY
    | _set(
        "candidate's candidates' applicant's applicants' him her his hers them their staff worker workers",
        "employee woman man lady ladies guy guys girl girls mother mum mums mom moms father fathers dad dads",
        "parents",
    )
)

OWNER = _set("your ur yours candidate's candidates' applicant's applicants' interviewee's person's hire's")

THEIR = _set("his her their")

BE = _set("be am is are was were been being become becomes becoming became isn't aren't wasn't weren't ain't")

HOLDS = BE | _set(
    "have has had having got gotten get gets getting want wants wanting expect expects expecting plan plans",
    "planning intend intends hope hopes hoping raise raising leave leaving need needs support supporting",
    "juggle juggling considering you're you've she's he's they're they've",
)
"""What stands between somebody and what is theirs."""

IS = BE | _set("if whether")
"""What stands before somebody of whom something is said: `are you …`, `whether she …`."""

HAS = _set("have has had")

LIGHT = BE | _set(
    "already currently presently possibly actually legally officially happen happens perhaps even ever to",
    "have having got a an the any some no more many few two three four one other another own very too so",
    "still just only really maybe also both all enough several small young younger youngest little big",
    "large old older oldest eldest new current present future first second last next real exact full good",
    "nice lovely dear late ex former previous legal wider immediate entire whole close extended elderly",
    "home private personal dependent lucky happily newly long term serious steady regular and or nor plus",
    "with of for by chance sort kind kinds number about not in either always this that such quite rather",
)
"""What may stand between an owner and what is owned: `your two lovely …`."""

TAIL = _set(
    "soon yet early at already now currently or and if in within before after next by someday eventually",
    "anytime these when as then some one this later maybe again from around because since right during",
    "while though but with too either anymore altogether completely fully entirely",
)
"""What may follow where a clause ends."""

ROLES = _set(
    "engineer engineers developer developers scientist scientists analyst analysts manager managers owner",
    "owners lead leads architect architects designer designers team teams role roles rota job jobs position",
    "post vacancy facing centre center entry engineering relations department specialist specialists",
    "administrator consultant researcher officer director operator clerk level work",
)
"""What a system's word may be part of without a system being meant: `data engineer`, `customer-facing`."""

FORM = _set(
    "to out of points marks stars yes no or tick from y n score rate rating too very candidate candidate's"
)
"""What belongs to a scale or a box on a form, not to what is asked."""

UNITS = _set(
    "ms s sec seconds second minutes minute min mins hours hour days day weeks week months month percent per",
    "people users customers requests tokens lines files tests tickets tables models tb gb mb kb km kg cm",
    "pages points degrees calls questions items rows cases documents slides times words characters nodes",
    "services members engineers developers reports teams projects countries k m million thousand hundred",
    "employees euros pounds dollars eur usd gbp",
)
"""What a number counts that is no age."""
