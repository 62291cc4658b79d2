"""English headings and labels: what a line opens, told by its wording and by its shape.

A heading is put together from few words: what stands before its noun says whose or how much, the noun says what the
list holds. So nouns are listed, not headings. Nothing here is taken from one text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.segment.blocks import SectionType

_BEFORE = (
    r"(?:(?:the|your|our|my|job|role|position|post|key|main|core|primary|principal|general|specific|major|essential|"
    r"minimum|min\.?|basic|preferred|required|desired|desirable|additional|other|typical|day[- ]to[- ]day|daily|weekly|"
    r"technical|professional|personal|physical|academic|educational|special|common|critical|ideal|necessary|legal|"
    r"work(?:ing|place)?|employee|company|staff|team|career|language|computer|soft|hard|functional|operational|"
    r"management|supervisory|leadership|customer|safety|and|of|for|in|&|/|,|-) ?)*"
)
_NOUNS: dict[SectionType, str] = {
    "requirement": "requirements?|qualifications?|skills?(?:et)?|competenc(?:e|ies|y)|attributes?|criteria|experience|"
    "education|"
    "eligibility|abilit(?:y|ies)|knowledge|demands?|credentials?|certifi(?:cates?|cations?)|licen[cs](?:e|es|ure|ing)|"
    "expertise|prerequisites?|must[- ]haves?|nice[- ]to[- ]haves?|good[- ]to[- ]haves?|background check|person "
    "specification|"
    "qualities|traits|characteristics|candidate(?: profile)?|languages?|training required|pluses|bonus points|"
    "profile required",
    "responsibility": "responsibilit(?:y|ies)|dut(?:y|ies)|functions?|tasks?|accountabilit(?:y|ies)|activities|"
    "deliverables|"
    "role purpose|scope of (?:work|role)|job (?:content|scope)|assignments?|mandate|mission|remit|what the job "
    "involves",
    "step": "steps?|procedures?|workflow|instructions?|checklist|how it works|(?:opening|closing|daily) routine",
    "fact": "benefits?|perks?|pay|salary|salaries|compensation|remuneration|rewards?|package|wages?|hours|schedules?|"
    "shifts?|"
    "rota|location|locations|offer|conditions|terms|holidays?|leave|overview|summary|background|introduction|purpose|"
    "description of the (?:team|company|organi[sz]ation)|details|information|indicators?|kpis?|metrics?|targets?|"
    "measures?|ladder|path|progression|levels?|grade|job grade|results|achievements|values|culture|mission statement|"
    "reporting(?: lines?| relationships?)?|reports to|supervision|contract|travel|start date|process|environment|"
    "recruitment process|equipment|tools|resources|notes?|remarks|disclaimer|specialt(?:y|ies)|titles?|history|"
    "contract days",
}
_PHRASES: dict[SectionType, str] = {
    "requirement": "(?:who|what) (?:you are|we(?: a|'?)re (?:looking for|after|seeking))|who we(?: a|"
    "')re (?:looking for|"
    "after)|about you|"
    "(?:what )?you(?:'ll| will|'d| should| would| must)? (?:also )?(?:bring(?: to .{2,30})?|have|need|possess|"
    "be|offer)|"
    "you(?: a|'?)re|you(?:'ve| have) got|what you(?: will|'ll) (?:need|bring)|what (?:we(?: a|')re looking for|"
    "we (?:expect|need|look for|ask)).{0,20}|"
    "what (?:good|great|success) looks like(?: in .{2,30})?|what it takes|we(?:'d| would) (?:love|like) (?:you "
    ")?to (?:have|see|hear).{0,30}|"
    "the (?:ideal|successful|right) (?:candidate|person|applicant|fit)(?: (?:will|should|must)(?: (?:have|"
    "be))?| has| is)?|"
    "is this you|you(?:'ll| will| might| may| could| would)? (?:(?:be )?an? (?:good|great|perfect|right|strong) (?:fit|match)|fit).{0,20}|(?:you )?must be able to|to (?:succeed|be "
    "successful|qualify|be considered).{0,40}|"
    "it(?:'s| is|(?:'d| would) be) (?:a plus|an advantage|nice|great|a bonus)(?: if.{0,20})?|(?:bonus|extra|"
    "plus)(?: points?)?(?: for| if.{0,20})?|preferred|required|"
    "desirable|essential|education (?:and|&) experience|working with us you.{0,20}|applicants (?:must|should|"
    "need).{0,20}",
    "responsibility": "what (?:will )?you(?:'ll| will)? (?:do|be (?:doing|working on|responsible for)|own|"
    "work on)(?: .{2,20})?|"
    "(?:in )?(?:this|the|your) (?:role|job|position|post)"
    "(?:,? you(?:'ll| will)(?: (?:be|also|have to))?| (?:involves|includes|entails|at a glance))?|(?:as (?:an?|"
    "our) .{2,40},? )?you(?:'ll| will)(?: (?:also|be|be responsible for))?|"
    "the (?:role|job|work|position)|your (?:role|day|days|week|typical day|mission|impact|work)|a (?:typical "
    ")?day in the life.{0,30}|"
    "how you(?:'ll| will) (?:spend your (?:time|day)|contribute|make an? (?:impact|difference))|(?:you (?:are|"
    "will be)|(?:is )?)responsible for|"
    "job description|role description|day[- ]to[- ]day|on a (?:typical|normal) day|duties include|"
    "responsibilities include|what needs doing",
    "step": "(?:the |our )?(?:hiring|interview|recruitment|selection|application) process|how we (?:hire|interview|recruit)|(?:step by step|how to "
    "(?!apply)\\w+(?: \\w+){0,4})|before (?:opening|closing|the shift|you start)|after closing|at closing|in "
    "an emergency",
    "fact": "what we(?:'ll| will|(?: can)?) (?:offer|give|provide|do for you).{0,20}|what(?:'s| is) in it for you|what "
    "you(?:'ll| will)? get(?: in return| from us| out of it)?|we(?:'ll| will| can)? (?:have|give you|provide)|why .{2,40}|how we work|"
    "what (?:you|they|we) (?:don't|won't|do not|will not) .{2,20}|who we are|about .{2,40}|(?:our|the) "
    "(?:story|company|team|school|hotel|stack|tech stack)|we offer|in return(?:,? (?:we|you).{0,20})?|"
    "next steps?|career (?:ladder|path|"
    "progression).{0,20}|"
    "you(?:'re| are) not responsible for|(?:what (?:this role|it) is not|out of scope|not in scope)|pay (?:and|"
    "&) .{2,20}|good to know|where you(?:'ll| will) work|"
    "(?:additional|other|further|supplemental|practical|key) (?:pay|information|details|facts|notes)|job type|"
    "working (?:conditions|environment|pattern|days|week)",
}
_BY_NOUN = tuple(
    (
        kind,
        re.compile(
            rf"{_BEFORE}(?:{nouns})(?: (?:of|for|in|include|required|needed|offered|provided)\b.{{0,30}})?",
            re.IGNORECASE,
        ),
    )
    for kind, nouns in _NOUNS.items()
)
_BY_PHRASE = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _PHRASES.items())
_LAST_NOUNS: dict[SectionType, str] = {
    "responsibility": "responsibilit(?:y|ies)|duties|accountabilities|functions|tasks",
    "requirement": "requirements?|qualifications?|skills|abilities|competenc(?:ies|e)|experience|criteria|"
    "certifications?|demands",
    "fact": "benefits|perks|compensation|indicators|kpis|metrics|ladder|conditions|grade|schedule",
    "step": "procedures?|steps|workflow|checklist",
}
_LAST_NOUN = tuple((kind, re.compile(rf"(?:.*\b)?(?:{nouns})", re.IGNORECASE)) for kind, nouns in _LAST_NOUNS.items())
_NUMBERED = re.compile(r"(?:\d{1,2}[.)]|[IVX]{1,4}[.)]|[A-H][.)]|section \d{1,2}:?)\s+(?=[A-Z])", re.IGNORECASE)
_ASIDE = re.compile(r"(?<=[A-Za-z])\s*[(（][^()（）]{1,80}[)）]\Z")
_DRESS = " \t#*_:：?•[]【】=~"
_WORD = re.compile(r"[A-Za-z]")
_HAN = re.compile("[\u3400-\u9fff]")
_LONGEST = 64
_CAPITALS = re.compile(r"[A-Z][A-Z&/,'’() \-–]{2,59}")
_SENTENCE = re.compile(r"[.;!]\s|[.;!]\Z")


def plain_heading(text: str) -> str:
    """Return the words of a heading without its number and what it is dressed with."""
    words = _ASIDE.sub("", text.strip(_DRESS), count=1).replace("’", "'").strip(_DRESS)
    return _NUMBERED.sub("", words, count=1).strip(_DRESS)


def english_section(text: str) -> SectionType | None:
    """Say what the items under an English heading are, by its words; None where they do not say.

    >>> english_section("Minimum Qualifications"), english_section("What you'll do"), english_section("KPIs")
    ('requirement', 'responsibility', 'fact')
    >>> english_section("Treasurer duties and responsibilities"), english_section("Sailing in the bay")
    ('responsibility', None)
    """
    words = plain_heading(text)
    if not words or len(words) > _LONGEST or _HAN.search(words):
        return None
    for patterns in (_BY_PHRASE, _BY_NOUN, _LAST_NOUN):
        for kind, pattern in patterns:
            if pattern.fullmatch(words):
                return kind
    return None


def is_english_heading(line: str) -> bool:
    """Tell whether a line alone is a heading: known words dressed as one, or capitals throughout.

    >>> [is_english_heading(line) for line in ("PHYSICAL DEMANDS", "1. DUTIES", "What you'll do", "We pay benefits.")]
    [True, True, True, False]
    """
    words = line.strip()
    plain = plain_heading(words)
    if not plain or len(plain) > _LONGEST or _HAN.search(words) or _SENTENCE.search(plain):
        return False
    if not plain[:1].isupper() and not words.endswith(":"):
        return False
    return english_section(words) is not None and (
        words.endswith((":", "?"))
        or words.startswith("#")
        or any(pattern.fullmatch(plain) for _, pattern in _BY_PHRASE)
        or plain.isupper()
        or _titled(plain)
    )


def is_capitals(line: str) -> bool:
    """Tell whether a line is set in capitals, a word of four letters at least among them.

    >>> is_capitals("ESSENTIAL FUNCTIONS"), is_capitals("HR & IT"), is_capitals("MAIN ROOM 24")
    (True, False, False)
    """
    words = plain_heading(line)
    return _CAPITALS.fullmatch(words) is not None and max(map(len, re.findall("[A-Z]+", words))) > 3


def in_title_case(line: str) -> bool:
    """Tell whether a line of two to seven words is set as a heading is, every word that carries meaning capitalised.

    >>> in_title_case("Number of Visits"), in_title_case("Number of visits"), in_title_case("Meet Ada.")
    (True, False, False)
    """
    words = line.strip().rstrip(":").split()
    return (
        2 <= len(words) <= 7
        and _TITLE_CASE.fullmatch(line.strip().rstrip(":")) is not None
        and all(word[0].isupper() for word in words if len(word) > 3 or word is words[0])
    )


_TITLE_CASE = re.compile(r"[A-Z][A-Za-z'’&/() -]{3,59}")


def _titled(words: str) -> bool:
    """Tell whether the words that carry the meaning begin with capitals, or there is only one."""
    main = [word for word in re.findall(r"[A-Za-z][\w'-]*", words) if len(word) > 3]
    return sum(word[0].isupper() for word in main) * 2 >= len(main) if main else words.isupper()


# -- labels ------------------------------------------------------------------------------------------------------------

_LABEL_NOUNS: dict[SectionType, str] = {
    "fact": "location|place of work|work (?:location|site|place)|based(?: in)?|headquarters|hq|office|city|country|"
    "region|campus|"
    "salary(?: range| band)?|pay(?: (?:range|rate|band|grade|scale))?|rate of pay|hourly (?:rate|pay)|wage|"
    "compensation|stipend|remuneration|package|"
    "grade|band|level|hours(?: of work)?|working (?:hours|pattern|days)|schedule|shifts?|work (?:schedule|"
    "hours|week)|rota|days|"
    "contract(?: (?:type|length|duration|term))?|job type|employment(?: (?:type|status))?|type(?: of "
    "(?:employment|contract))?|term|tenure|duration|length|fte|flsa(?: status)?|"
    "reports? to|reporting to|line manager|manager|supervisor|direct reports|responsible to|responsible for|team size|"
    "department|division|team|unit|faculty|school|(?:role |job )?start(?:ing)?(?: date)?|number of (?:posts|"
    "positions|openings|contract days)|openings|vacancies|headcount|"
    "benefits|bonus|holiday|annual leave|travel|remote|visa|relocation|probation(?: period)?|job family|"
    "seniority(?: level)?|industry",
    "requirement": "(?:min\\.?|minimum|required|preferred)? ?(?:qualifications?|education(?: level)?|experience|"
    "degree)|"
    "languages?|licen[cs]es?|certifications?|"
    "skills|age|eligibility|clearance|driving licen[cs]e",
}
LABELS_EN: dict[SectionType, re.Pattern[str]] = {
    kind: re.compile(rf"\W{{0,3}}(?:{nouns})\s*[:：]\s*(?=\S)", re.IGNORECASE) for kind, nouns in _LABEL_NOUNS.items()
}
_LABEL_ALONE = re.compile(rf"(?:{'|'.join(_LABEL_NOUNS.values())})\s*(?P<colon>[:：])?", re.IGNORECASE)
_OWN_LINE = re.compile(r"(?P<label>[A-Z][A-Za-z /&'’.-]{1,30})[:：]")
_VALUE = 80


def is_label(line: str) -> bool:
    """Tell whether a line is a label whose value may stand on the line below it.

    >>> is_label("Salary:"), is_label("Min. Experience"), is_label("Fun")
    (True, True, False)
    """
    return len(line) <= 32 and line[:1].isupper() and _LABEL_ALONE.fullmatch(line.strip()) is not None


def values(texts: list[str]) -> set[int]:
    """Return which of the lines `texts` are the value of the label on the line above.

    A label with a colon takes the next line if that is short and no label or entry; one without a colon only among
    others of its kind, label and value in turn.

    >>> sorted(values(["Grade:", "6", "Hours:", "37 a week", "Duties:", "- Open the shop"]))
    [1, 3]
    """
    found: set[int] = set()
    bare: list[int] = []
    for index in range(len(texts) - 1):
        line, below = texts[index].strip(), texts[index + 1].strip()
        deeper = len(texts[index + 1]) - len(below) > len(texts[index]) - len(line)
        if index in found or deeper or not is_label(line) or not _is_value(below):
            continue
        if line.endswith((":", "：")):
            if not (index + 2 < len(texts) and _is_entry(texts[index + 2])):
                found.add(index + 1)
        elif not line.isupper() or len(line) < 4:
            bare.append(index)
    for place in bare:
        near = [other for other in bare if other != place and abs(other - place) <= 8]
        if near and place not in found and place + 1 not in bare:
            found.add(place + 1)
    return found


_ENTRY = re.compile(r"[-*•·●○▪◦\ue000-\uf8ff]|\(?\w{1,2}[.)]\s")


def _is_entry(line: str) -> bool:
    return _ENTRY.match(line.strip()) is not None


def _is_value(line: str) -> bool:
    return (
        0 < len(line) <= _VALUE
        and not line.endswith((":", "："))
        and not _is_entry(line)
        and not (is_label(line) and not _WORD.fullmatch(line))
        and not is_english_heading(line)
        and _HAN.search(line) is None
    )
