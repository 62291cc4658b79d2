"""Says what an English item is, by weighing the signs in its words: one score a type, the section's word among them.

Weights are whole and half points set by hand on labelled texts: two for a sign that alone decides an item, one for one
that only leans. A section's heading outweighs one sign of running prose and, for entries of a list, all of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.segment.blocks import SectionType, SourceKind

_VERBS = (
    "accept|achieve|act|adapt|address|adhere|administer|advise|aid|allocate|analy[sz]e|answer|apply|appraise|"
    "approve|arrange|assemble|assess|assign|assist|"
    "attend|audit|bake|balance|bill|book|brew|brief|bring|build|buy|calculate|call|capture|care|carry|cash|"
    "catalogue?|chair|champion|chart|chase|check|clean|clear|close|coach|"
    "code|collaborate|collect|communicate|compile|complete|comply|conduct|configure|consult|contribute|control|"
    "convert|cook|co-?ordinate|count|craft|create|cultivate|cut|"
    "debug|deal|define|delegate|deliver|demonstrate|deploy|deputi[sz]e|design|detect|develop|diagnose|direct|"
    "dispatch|dispense|display|distribute|document|draft|"
    "drive|edit|educate|employ|empty|encourage|enforce|engage|ensure|enter|escalate|escort|establish|estimate|"
    "evaluate|examine|execute|exercise|explain|explore|facilitate|"
    "feed|file|fill|find|finish|fix|follow|forecast|foster|fulfil+|gain|gather|generate|give|greet|grow|guide|"
    "hand|handle|help|hire|host|identify|implement|improve|inform|"
    "innovate|inspect|install|instruct|integrate|interact|interpret|interview|investigate|issue|join|keep|"
    "label|launch|lead|learn|liaise|listen|load|lock|log|look|maintain|make|"
    "manage|mark|meet|mentor|migrate|mix|model|monitor|mop|motivate|move|negotiate|note|notify|observe|obtain|"
    "offer|open|operate|optimi[sz]e|order|organi[sz]e|orient|oversee|own|pack|"
    "participate|partner|pass|patrol|perform|photograph|pick|place|plan|post|practi[cs]e|prepare|present|price|"
    "prioriti[sz]e|process|procure|produce|program|project|promote|"
    "protect|provide|publish|pull|push|put|raise|read|receive|recogni[sz]e|recommend|reconcile|record|recruit|"
    "reduce|refer|refine|register|reorder|repair|replace|"
    "reply|report|represent|research|resolve|respond|restock|review|rotate|route|run|scan|schedule|secure|see|"
    "select|sell|send|serve|set|shape|share|ship|show|sign|slice|sort|"
    "source|spot|staff|stage|stand|start|stay|steer|stock|store|streamline|strip|submit|supervise|supply|"
    "support|sweep|tag|take|talk|teach|tell|test|think|tidy|top|trace|track|train|"
    "translate|transport|travel|treat|triage|troubleshoot|turn|undertake|unload|update|upgrade|uphold|use|"
    "utili[sz]e|verify|visit|walk|wash|watch|weigh|welcome|work|wrap|write"
)
_BASE = rf"(?:{_VERBS})"
_FORMS = rf"(?:{_VERBS})(?:e?s)?"
_ING = r"[A-Za-z]{2,14}ing"
_ROLE = (
    r"(?:[\w-]+ ){0,3}(?:manager|lead|officer|assistant|coordinator|supervisor|treasurer|secretary|president|"
    r"chair|coach|analyst|engineer|developer|designer|nurse|"
    r"teacher|driver|clerk|host|hostess|chef|cook|technician|operator|agent|representative|specialist|"
    r"consultant|director|editor|writer|librarian|registrar|curator|"
    r"caretaker|porter|cleaner|guard|intern|apprentice|volunteer|associate|executive|administrator|advisor|"
    r"adviser|maintainer|moderator|role|position|post|job(?: ?holder)?|incumbent|postholder|successful "
    r"candidate)s?"
)
_TRAITS = (
    r"dedicated|passionate|skilled|motivated|experienced|qualified|reliable|enthusiastic|friendly|organi[sz]ed|"
    r"energetic|creative|talented|driven|positive|upbeat|"
    r"flexible|punctual|patient|honest|proactive|detail[- ]oriented|team[- ]oriented|hard[- ]?working|outgoing|"
    r"ambitious|curious|caring|kind|calm|confident|trustworthy|adaptable"
)
_FLAGS = re.IGNORECASE

_Sign = tuple[float, "re.Pattern[str]"]


def _signs(*rows: tuple[float, str]) -> tuple[_Sign, ...]:
    return tuple((weight, re.compile(words, _FLAGS)) for weight, words in rows)


_REQUIREMENT = _signs(
    (
        2.5,
        (
            r"\b(?:must|need to|needs to|have to|has to|required to|expected to) (?:be|have|hold|possess|pass|speak|"
            r"work|live|own|love|know|complete|wear|lift)\b"
        ),
    ),
    (
        2,
        (
            r"\A(?:must|should|candidates?|applicants?|the (?:ideal|successful|right) (?:candidate|person|applicant)|"
            r"ideally|preferably|previous|prior|proven|demonstrated|"
            r"strong|excellent|good|solid|basic|advanced|working|sound|fluent|fluency|proficien\w+|familiar\w*|"
            r"knowledge|understanding|ability|able|capable|willing\w*|comfortable|"
            r"experienced?|minimum|at least|current|valid|eligible|eligibility|interest|passion|desire|confident|bonus "
            r"points|no criminal|native|degree|bachelor|master|diploma|"
            r"high school|college|graduate|certified|licen[cs]ed)\b"
        ),
    ),
    (
        2,
        (
            r"\b(?:experience (?:in|with|of|as|working|using|on)|ability to|able to|knowledge of|understanding of|"
            r"proficien\w+ (?:in|with)|fluent in|familiar(?:ity)? with|"
            r"command of|comfortable with|background in|track record|right to work|willing(?:ness)? to|degree in)\b"
        ),
    ),
    (
        2,
        (
            r"\d\+? ?(?:years?|yrs?|months?)['’]?(?: of)? (?:[\w/-]+ ){0,5}experience|\b(?:one|two|three|four|five|"
            r"six|seven|eight|nine|ten) (?:or more )?years?\b.{0,30}\b(?:experience|in|of|as)\b|"
            r"\bexperience\b.{0,60}\d\+? ?years?"
        ),
    ),
    (
        1.5,
        (
            r"(?<!\w)(?:required|preferred|preferable|desirable|desired|essential|an asset|a plus|a must|an advantage|"
            r"advantageous|a bonus|useful|helpful|"
            r"welcome|nice to have|handy|come first|needed)\)?[.;]?\s*\Z|\((?:required|preferred|essential|"
            r"desirable)\)"
        ),
    ),
    (
        1.5,
        (
            r"\b(?:degree|bachelor|master['’]s|diploma|licen[cs]e|certificate|certification|qualification|gcses?|"
            r"a-levels?|cet-?[46]|ielts)\b"
        ),
    ),
    (
        1,
        (
            r"\b(?:skills?|experience|18 or over|over 18|aged? \d\d|years old|clean record|drug screen|clearance|"
            r"mindset|attitude|team player|people person|attention to detail|work ethic)\b"
        ),
    ),
    (1, rf"\b(?:{_TRAITS})\b"),
    (
        2,
        (
            rf"\b(?:we(?:['’]re| are)|we)? ?(?:looking for|seeking|after|want) (?:applicants?|candidates?|someone|"
            rf"somebody|people|a person|an? (?:{_TRAITS}))\b"
        ),
    ),
    (
        2,
        (
            r"\A(?:and |but )?you (?:are|have|hold|know|love|like|enjoy|can|speak|possess|bring|thrive|should|must|"
            r"need|understand|value)\b|\A(?:and |but )?you['’](?:re|ve) "
        ),
    ),
    (1.5, r"\bbe (?:kind|patient|polite|honest|flexible|punctual|available|able|willing|comfortable|over|aged)\b"),
    (
        1,
        (
            r"\b(?:should be|should have|would suit|in good (?:academic )?standing|in good health|speaks? (?:english|"
            r"spanish|french|german|mandarin|cantonese|japanese|fluent))\b"
        ),
    ),
)
_DUTY = _signs(
    (
        3,
        (
            rf"\A(?:[A-Z][\w /&-]{{0,24}}: |[A-Z][\w ]{{2,24}} [–-] )?(?:(?:also|and|then|please|always|never|do not|"
            rf"don['’]t|\w+ly),? (?:and \w+ly )?)?{_FORMS}\b(?! (?:is|are|was|were|will|skills?|experience|and "
            rf"conditions)\b)"
        ),
    ),
    (2, rf"\A(?:to|will|shall|helps?(?: to)?) (?:\w+ly )?{_BASE}\b"),
    (
        1.5,
        (
            rf"\A(?!during|according|working knowledge|including|being|having|willing|nothing|everything|anything|"
            rf"something|housing|training provided|parking|timing|looking for){_ING}\b(?! (?:is|are|skills?|"
            rf"experience)\b)"
        ),
    ),
    (
        2.5,
        (
            r"\byou(?:['’]ll| will| would| shall| are to)(?: also| then| usually| often| mainly| both)?(?: be)? "
            r"(?!be\b|have\b|receive\b|get\b|earn\b|enjoy\b|need\b|find\b|love\b|join\w*\b|report\b)(?:\w+ly "
            r")?[a-z]{2,}\b"
        ),
    ),
    (2.5, rf"\bwe ask you to {_BASE}\b"),
    (2, rf"\b(?:you|they) (?:also |then |will )?{_BASE}\b"),
    (2, rf"\A(?:s?he|he or she|she or he) (?:also |then |will )?{_FORMS}\b"),
    (
        2.5,
        (
            rf"\A(?:the|our|this|an?|each|every) {_ROLE} (?:(?:is|are|will be) (?:also |directly )?(?:responsible|in "
            rf"charge|accountable)|(?:(?:also|will|shall|may|then|helps?(?: to)?) )*(?!is\b|are\b|reports\b|offers?\b|"
            rf"makes? (?:sure|that))(?!exists\b){_FORMS})\b"
        ),
    ),
    (
        2.5,
        (
            r"\b(?:responsible for|in charge of|responsibilit(?:y|ies) (?:is|are|include)|duties (?:include|are|as)|"
            r"tasked with|accountable for)\b"
        ),
    ),
    (2.5, r"\b(?:other|related|additional|ad[- ]hoc) (?:\w+ )?(?:duties|tasks|projects)\b"),
    (
        1.5,
        (
            r"\A(?:record|book|time|house)-keeping|\A(?:preparation|management|maintenance|development|supervision|"
            r"coordination|organi[sz]ation|planning|administration|delivery|support|control) of\b"
        ),
    ),
    (1, r"\bas (?:needed|assigned|required|requested|necessary)\b"),
)
_FACT = _signs(
    (
        2,
        (
            r"[$£€¥]\s?\d|\d\s?(?:usd|gbp|eur|rmb|yuan|hkd)\b|\b(?:an|per) (?:hour|annum|week|month|year)\b|\bp\.a\.|"
            r"\bk\b per"
        ),
    ),
    (
        1.5,
        (
            r"\b(?:salary|pay|wage|bonus|insurance|pension|401\(?k\)?|paid (?:time|holiday|leave|vacation|sick)|"
            r"vacation|annual leave|discount|perks?|benefits?|allowance|stipend|overtime|equity|stock options|remote[- "
            r"]first|free lunch)\b"
        ),
    ),
    (
        1.5,
        (
            r"\b(?:full|part)[- ]time\b|\bpermanent\b|\bfixed[- ]term\b|\b(?:day|night|weekend|\d+ hour) shifts?\b|"
            r"\bmonday (?:to|through|-|–) (?:friday|saturday)\b|\bweekends?\b"
        ),
    ),
    (
        1.5,
        (
            r"\A(?:we(?: all)?|our|us)\b|\A(?:located|founded|established|based|headquartered) (?:in|by|near|at)\b|"
            r"\A(?:this (?:is|role|position|job|post|page|newly)|it is|there (?:is|are)|here|sometimes|however)\b"
        ),
    ),
    (
        1.5,
        (
            r"\A(?:the )?(?!ideal|successful|right|candidate|applicant)[\w’' &.-]{2,60}? (?:is|was|has been|are|were) "
            r"(?:an?|the|one|founded|based|located|part|home|shared|provided|paid|included|available|organi[sz]ed|"
            r"important|open|made up|usually|a grade)\b"
        ),
    ),
    (
        2.5,
        (
            r"\breport(?:s|ing)? (?:directly )?to\b(?! (?:the )?(?:guests|customers|police)\b)|\bjob grade\b|\bpay "
            r"scale\b|\bsits (?:in|within)\b"
        ),
    ),
    (
        1,
        (
            r"\b(?:will be (?:invited|contacted|paid|provided|given|offered)|can expect|keep in mind|you(?:['’]ll| "
            r"will| would)? (?:receive|get|earn|be paid|enjoy|be joining|be based|join)|we (?:offer|provide|pay|give|"
            r"cover|have))\b"
        ),
    ),
    (1, r"\bfounded in\b|\bsince (?:19|20)\d\d\b|\bin (?:19|20)\d\d\b"),
)
_STEP = _signs(
    (2, rf"\A(?:(?:then|next|first|finally|now|please|always|never|do not|don['’]t|\w+ly),? )?{_BASE}\b"),
    (1.5, r"\b(?:must|should|need to|is to be|are to be)\b"),
)
_ROW = re.compile(r"\s\|\s|\t")
_INTRODUCES = re.compile(
    r"about|overview|summary|introduction|background|the (?:role|job|position)|purpose|description", re.IGNORECASE
)
_LISTED, _PROSE, _PAGE, _OPENING = 4.0, 2.0, 1.0, 1.5
"""What a section weighs: for entries of a list, prose of a posting, prose of a page, and prose that opens a posting."""


def english_type(
    text: str, named: SectionType | None, kind: SourceKind, *, listed: bool, title: str = ""
) -> SectionType:
    """Return what an English item is; `named` is what the heading `title` above it says of its items.

    >>> english_type("Must be able to lift 20 kg", None, "posting", listed=True)
    'requirement'
    >>> english_type("Registers guests and hands out keys", None, "posting", listed=True)
    'responsibility'
    >>> english_type("We are a bakery of nine people.", "responsibility", "posting", listed=False)
    'fact'
    """
    if _ROW.search(text) and named != "step":
        return "fact"
    if named and listed:
        return named
    words = text.lstrip("\"'“‘([ ")
    if named == "step":
        return "step" if _weigh(words, _STEP) >= 1.5 else "fact"
    scores = weigh_english(text)
    if named:
        introduces = named == "responsibility" and _INTRODUCES.search(title) is not None
        ends = text.rstrip().endswith((".", "!", "?"))
        weight = _PROSE if kind == "posting" else _PAGE
        if introduces and ends:
            scores["fact"] += _OPENING
        else:
            scores[named] += weight if ends else _LISTED
    return max(scores, key=lambda one: (scores[one], one == named))


def weigh_english(text: str) -> dict[SectionType, float]:
    """Return what the signs in an English item sum up to, by type.

    >>> weigh_english("Count the float with a colleague")["responsibility"]
    3
    """
    words = text.lstrip("\"'“‘([ ")
    return {
        "responsibility": _weigh(words, _DUTY),
        "requirement": _weigh(words, _REQUIREMENT),
        "fact": _weigh(words, _FACT) + 0.5 * text.rstrip().endswith((".", "!", "?")) + 0.1,
    }


def _weigh(text: str, signs: Sequence[_Sign]) -> float:
    """Add up the weights of the signs that are there; beyond the two heaviest they add nothing."""
    found = sorted((weight for weight, pattern in signs if pattern.search(text)), reverse=True)
    return sum(found[:2])
