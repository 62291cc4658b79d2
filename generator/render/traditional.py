"""zh-Hant: OpenCC per string, then the corrections of `content/traditional.yaml`.

Strings are converted before they reach a template: OpenCC rewrites addresses and code as readily as prose.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.chinese import convert

if TYPE_CHECKING:
    from generator.model.records import Traditional


class Traditionalizer:
    """Converts Simplified texts by one profile and one table of corrections."""

    def __init__(self, rules: Traditional) -> None:
        self._profile = rules.profile
        self._right = {correction.wrong: correction.right for correction in rules.corrections}
        longest_first = sorted(self._right, key=len, reverse=True)
        self._wrong = re.compile("|".join(map(re.escape, longest_first))) if longest_first else None

    def __call__(self, text: str) -> str:
        """Return the Traditional form of a Simplified text. Corrections are made in one pass, the longest first."""
        converted = convert(text, self._profile)
        if self._wrong is None:
            return converted
        return self._wrong.sub(lambda match: self._right[match[0]], converted)
