"""The driver of the repairs. The tuple `RULES` is the design: which damage is mended, and in which order.

A new rule is one function in `generator.clean.repairs` and one line here. Every rule takes the text and returns
edits; none sees the raw text, none keeps a state, and each takes away some of what it looks for, so the chain comes
to rest. Most rules find all they ever will the first time; each names the rules after whose edits it may find more.
"""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.clean import repairs
from generator.clean.edits import Alignment, Edit, Shifts, Step, apply
from generator.clean.markup import markup
from generator.clean.paging import paging
from generator.places import LineIndex, Span
from generator.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass(frozen=True, slots=True)
class Rule:
    """A named repair; `reason` is what a writer is told, the function's docstring is its page of the manual."""

    name: str
    find: Callable[[str], list[Edit]]
    reason: str
    woken_by: frozenset[str] | None = None
    """The rules whose edits can give this one new work, None for all; after those of others it need not look again."""

    @property
    def manual(self) -> str:
        """What the damage looks like, where it comes from, what the rule refuses to touch."""
        return inspect.getdoc(self.find) or ""


_EVERY = frozenset(
    {"invisible", "markup", "lost-byte", "radical", "pinyin-gloss", "stray-traditional", "full-width", "width"}
)
# A mended byte and an entity bring characters of any kind; the other rules put ideographs for ideographs, or
# full-width signs.
_NEW_CHARACTERS = frozenset({"markup", "lost-byte", "radical"})

RULES: tuple[Rule, ...] = (
    Rule(
        "invisible", repairs.invisible, "a character that shows nothing and breaks words apart", frozenset({"markup"})
    ),
    Rule("markup", markup, "a sign of Markdown or HTML that a reader was not meant to see", _EVERY),
    Rule("lost-byte", repairs.lost_byte, "a byte lost in GBK shifted the characters after it"),
    Rule(
        "radical",
        repairs.radical,
        "a radical or look-alike that a PDF put in place of the ideograph",
        frozenset({"markup", "lost-byte"}),
    ),
    Rule(
        "pinyin-gloss",
        repairs.pinyin_gloss,
        "a pronunciation that a web page printed after a character",
        _NEW_CHARACTERS | {"invisible", "full-width"},
    ),
    Rule(
        "stray-traditional",
        repairs.stray_traditional,
        "a Traditional character in a Simplified text",
        _NEW_CHARACTERS,
    ),
    Rule("full-width", repairs.full_width, "full-width letters and digits", _NEW_CHARACTERS),
    Rule("width", repairs.width, "ASCII punctuation in Chinese text"),
    Rule("paging", paging, "a number that a page or a site put into running text"),
)

MOST_PASSES = 30
"""No damage that was ever seen takes ten; a text in which each mend brings one more to light was made to do harm."""


@dataclass(frozen=True, slots=True)
class Repair:
    """One change as a writer is told of it: the stretch of raw text, what stood there, what stands there now."""

    span: Span
    rule: str
    before: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A repaired text with all that was done to it. `suspects` are stretches of `text` that no rule dared to mend."""

    raw: str
    text: str
    steps: tuple[Step, ...]
    alignment: Alignment
    suspects: tuple[Span, ...] = ()

    def repairs(self) -> Iterator[Repair]:
        """Yield every change with its place in the raw text, step by step; neighbours of one rule are kept apart."""
        reasons = {rule.name: rule.reason for rule in RULES}
        size = len(self.raw)
        shifts: list[Shifts] = []
        for step in self.steps:
            back = Alignment(len(self.raw), size, shifts)
            reason = reasons.get(step.rule, "")
            for edit in step.edits:
                span = back.raw(Span(edit.start, edit.end))
                yield Repair(span, step.rule, span.of(self.raw), edit.replacement, reason)
            shifts.append(Shifts(step.edits))
            size += shifts[-1].growth

    def problems(self, path: str) -> list[Problem]:
        """Return a `byte-lost` problem for each stretch that looks damaged and was left."""
        if not self.suspects:
            return []
        lines = LineIndex(self.raw)
        found = []
        for span in self.suspects:
            raw = self.alignment.raw(span)
            message = f"`{raw.of(self.raw)}` looks shifted by a lost byte."
            found.append(Problem(lines.location(path, raw.start), "byte-lost", message, "Compare it with its page."))
        return found


def clean(text: str, rules: tuple[Rule, ...] = RULES) -> Cleaned:
    """Run the rules over `text` until none finds anything.

    >>> clean("職務(wù)說明:一").text
    '職務說明：一'
    """
    raw = text
    steps: list[Step] = []
    awake = {rule.name for rule in rules}
    for _ in range(MOST_PASSES):
        for rule in rules:
            if rule.name not in awake:
                continue
            awake.remove(rule.name)
            edits = rule.find(text)
            if edits:
                steps.append(Step(rule.name, tuple(edits)))
                text = apply(text, edits)
                awake |= {other.name for other in rules if other.woken_by is None or rule.name in other.woken_by}
        if not awake:
            break
    alignment = Alignment(len(raw), len(text), [Shifts(step.edits) for step in steps])
    return Cleaned(raw, text, tuple(steps), alignment, tuple(repairs.lost_byte_suspects(text)))


def explain(cleaned: Cleaned, path: str) -> list[str]:
    """Return every repair as one line: `path:line:column rule: before → after (reason)`, in the order of the text."""
    lines = LineIndex(cleaned.raw)
    ordered = sorted(cleaned.repairs(), key=lambda repair: repair.span)
    return [
        f"{lines.location(path, r.span.start)} {r.rule}: {_visible(r.before)} → {_visible(r.after)} ({r.reason})"
        for r in ordered
    ]


def _visible(text: str) -> str:
    """Show a stretch on one line, with characters that print nothing spelled out."""
    if not text:
        return "nothing"
    return "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in text)
