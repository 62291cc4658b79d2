"""Checks across files. Each is a function from content to problems; `CHECKS` is the list of them."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from generator.model.checks.citations import citations, stale_ledgers, uncovered_statements, wrong_dispositions
from generator.model.checks.figures import figures_of_both_languages, figures_of_data
from generator.model.checks.links import links_of_both_languages, prose_links, prose_markup, prose_pairs, unknown_links
from generator.model.checks.references import twin_ids, unknown_phases, unknown_references
from generator.model.checks.style import punctuation, spacing, titles
from generator.model.checks.terms import avoided_terms
from generator.model.checks.texts import missing_translations, unknown_units, wrong_locales

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.model.load import Content
    from generator.problems import Problem


def check_content(content: Content) -> list[Problem]:
    """Run every check and return the problems by place."""
    return sorted(set(chain.from_iterable(check(content) for check in CHECKS)))


CHECKS: tuple[Callable[[Content], Iterator[Problem]], ...] = (
    unknown_references,
    unknown_phases,
    unknown_links,
    prose_links,
    prose_markup,
    prose_pairs,
    twin_ids,
    missing_translations,
    unknown_units,
    wrong_locales,
    citations,
    stale_ledgers,
    wrong_dispositions,
    uncovered_statements,
    figures_of_both_languages,
    figures_of_data,
    links_of_both_languages,
    avoided_terms,
    punctuation,
    spacing,
    titles,
)
