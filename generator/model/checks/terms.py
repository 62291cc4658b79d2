"""Terms: no form that the glossary avoids."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.model.passages import Passages
from generator.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.load import Content

_HAN = re.compile(r"[\u3400-\u9fff]")


class _Avoided(NamedTuple):
    form: re.Pattern[str]
    right: dict[str, str]
    """What to write instead, by language."""


def avoided_terms(content: Content) -> Iterator[Problem]:
    """Find forms that the glossary avoids, but not within a longer name or alias of the glossary."""
    avoided, longer = _forms(content)
    if not avoided:
        return
    for passage in Passages(content):
        kept = [match.span() for form in longer for match in form.finditer(passage.words)]
        for form, right in avoided:
            for match in form.finditer(passage.words):
                if not any(start <= match.start() and match.end() <= end for start, end in kept):
                    message = f"The glossary avoids `{match[0]}`."
                    mend = f"Write {right['en' if passage.language == 'en' else 'zh']}."
                    yield Problem(passage.locate(match.start()), "avoided-term", message, mend)


def _forms(content: Content) -> tuple[list[_Avoided], list[re.Pattern[str]]]:
    """Return the avoided forms, and the names and aliases that hold one."""
    terms = [entry.record for entry in content.terms.values()]
    avoided = [
        (form, {"zh": term.name.zh, "en": term.name.en or term.name.zh}) for term in terms for form in term.avoid
    ]
    names = [name for t in terms for name in (t.name.zh, t.name.en, t.abbreviation, *t.aliases) if name is not None]
    longer = [name for name in names if any(form.lower() in name.lower() for form, _ in avoided)]
    return [_Avoided(_pattern(form), right) for form, right in avoided], [_pattern(name) for name in longer]


def _pattern(form: str) -> re.Pattern[str]:
    """Return what finds a form: hanzi anywhere; Latin letters as whole words in any case, spaced or hyphened."""
    if _HAN.search(form):
        return re.compile(re.escape(form))
    words = "[ -]".join(re.escape(word) for word in re.split("[ -]", form))
    return re.compile(rf"(?<![A-Za-z0-9]){words}s?(?![A-Za-z0-9])", re.IGNORECASE)
