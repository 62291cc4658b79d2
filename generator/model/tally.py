"""What a handbook holds, in numbers, for a reviewer who asks whether all of it was looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.figures import figures, parity, strays
from generator.model import records as r
from generator.model.derive import Derived
from generator.model.passages import Passages
from generator.model.walk import walk

if TYPE_CHECKING:
    from generator.model.load import Content


@dataclass(frozen=True, slots=True)
class Tally:
    """The records by kind, and how far statements, translations and figures are in order."""

    records: tuple[tuple[str, int], ...]
    accounted: int
    statements: int
    untranslated: int
    agreeing: int
    """Texts that say the same figures in both languages, of `figured`, those that say any."""
    figured: int

    def __str__(self) -> str:
        """Return it as one line of words."""
        held = ", ".join(_counted(number, word) for word, number in self.records)
        return (
            f"{held}; {self.accounted:,} of {_counted(self.statements, 'statement')} accounted for; "
            f"{_counted(self.untranslated, 'translation')} missing; "
            f"figures agree in {self.agreeing:,} of {_counted(self.figured, 'text')}."
        )


def tally(content: Content) -> Tally:
    """Count what the handbook holds."""
    derived = Derived(content)
    coverage = [derived.coverage(source) for source in content.sources]
    texts = (value for _, entry in content.entries() for _, value in walk(entry.record) if isinstance(value, r.Text))
    figured = [(zh.words, en.words) for zh, en in Passages(content).pairs() if figures(zh.words) or figures(en.words)]
    return Tally(
        records=(
            ("role", len(content.roles)),
            ("stage", len(tuple(content.stages()))),
            ("case", len(content.cases)),
            ("metric", len(content.metrics)),
            ("term", len(content.terms)),
            ("guide", len(content.guides)),
            ("source", len(content.sources)),
        ),
        accounted=sum(each.cited + each.disposed for each in coverage),
        statements=sum(each.total for each in coverage),
        untranslated=sum(text.en is None for text in texts) + sum(g.en is None for g in content.guides.values()),
        agreeing=sum(not parity(*pair) and not strays(*pair) for pair in figured),
        figured=len(figured),
    )


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"
