"""The driver of the repairs. The tuple `RULES` is the design: which damage is mended, and in which order.

A new rule is one function in `generator.clean.repairs` and one line here. Every rule takes the text and returns
edits; none sees the raw text, none keeps a state, and each takes away some of what it looks for, so the chain comes
to rest.
"""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.clean import repairs
from generator.clean.edits import Alignment, Edit, Step, apply
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

    @property
    def manual(self) -> str:
        """What the damage looks like, where it comes from, what the rule refuses to touch."""
        return inspect.getdoc(self.find) or ""


RULES: tuple[Rule, ...] = (
    Rule("invisible", repairs.invisible, "a character that shows nothing and breaks words apart"),
    Rule("lost-byte", repairs.lost_byte, "a byte lost in GBK shifted the characters after it"),
    Rule("radical", repairs.radical, "a radical or look-alike that a PDF put in place of the ideograph"),
    Rule("pinyin-gloss", repairs.pinyin_gloss, "a pronunciation that a web page printed after a character"),
    Rule("stray-traditional", repairs.stray_traditional, "a Traditional character in a Simplified text"),
    Rule("width", repairs.width, "ASCII punctuation in Chinese text"),
)


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
        lengths = [len(self.raw)]
        for step in self.steps:
            lengths.append(lengths[-1] + sum(len(e.replacement) - (e.end - e.start) for e in step.edits))
        for number, step in enumerate(self.steps):
            back = Alignment(len(self.raw), lengths[number], self.steps[:number])
            for edit in step.edits:
                span = back.raw(Span(edit.start, edit.end))
                yield Repair(span, step.rule, span.of(self.raw), edit.replacement, reasons.get(step.rule, ""))

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
    """Run the rules over `text` until a whole pass changes nothing.

    >>> clean("職務(wù)說明:一").text
    '職務說明：一'
    """
    raw = text
    steps: list[Step] = []
    changed = True
    while changed:
        changed = False
        for rule in rules:
            edits = rule.find(text)
            if not edits:
                continue
            changed = True
            steps.append(Step(rule.name, tuple(edits)))
            text = apply(text, edits)
    alignment = Alignment(len(raw), len(text), steps)
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
