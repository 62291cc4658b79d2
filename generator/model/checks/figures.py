"""Figures: the same in both languages, and in the data beside a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.figures import Figure, alike, family, figures, parity, strays
from generator.model import records as r
from generator.model.derive import Derived
from generator.model.passages import Passages
from generator.model.walk import LINK, walk
from generator.places import Span
from generator.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.load import Content


def figures_of_both_languages(content: Content) -> Iterator[Problem]:
    """Find figures, and numbers of names and dates, that stand in one language of a text only."""
    for zh, en in Passages(content).pairs():
        lacks = [
            (lack.missing_in, lack.figure.span, "numbers-differ" if lack.figure.worded else "figures-differ")
            for lack in parity(zh.words, en.words)
        ]
        lacks += [(language, span, "numbers-differ") for language, span in strays(zh.words, en.words)]
        for missing_in, span, code in lacks:
            there, here = (zh, "English") if missing_in == "en" else (en, "Chinese")
            message = f"`{span.of(there.words)}` does not stand in the {here}."
            yield Problem(there.locate(span.start), code, message, "Say it in both languages, or in neither.")


def figures_of_data(content: Content) -> Iterator[Problem]:
    """Find figures written as data whose text states others of that unit, and none that is said of the metric."""
    derived = Derived(content)
    for _, entry in content.entries():
        for path, item in walk(entry.record):
            if isinstance(item, (r.Measure, r.Result)) and item.threshold is not None:
                known = [item.threshold]
                if isinstance(item, r.Measure):  # a step from one threshold to the next names the next one
                    known += [figure.threshold for figure in derived.figures[item.metric] if figure.threshold]
                said = _unlike(item, [_as_figure(threshold) for threshold in known])
                if said is not None:
                    message = f"The figure is {_shown(item.threshold)}, and the {said}."
                    place = entry.place(*path, "threshold")
                    yield Problem(place, "figure-unlike-text", message, "Correct the one or the other.")


def _unlike(item: r.Measure | r.Result, known: Sequence[Figure]) -> str | None:
    """Return what the text says, where it says figures of the unit and they are none of the known ones."""
    texts = (item.text,) if isinstance(item, r.Result) else (item.when, item.then)
    for name, language in (("Chinese", "zh"), ("English", "en")):
        words = "\n".join(getattr(text, language) or "" for text in texts if text is not None)
        said = [
            f for f in figures(LINK.sub(lambda match: match[3] or "", words)) if family(f.unit) == family(known[0].unit)
        ]
        if said and not any(alike(figure, other) for figure in said for other in known):
            return f"{name} says " + ", ".join(f"`{figure.raw}`" for figure in said)
    return None


def _as_figure(data: r.Threshold) -> Figure:
    return Figure(Span(0, 0), "", data.op, data.value, data.to, data.unit)


def _shown(data: r.Threshold) -> str:
    return f"{data.value}{'' if data.to is None else f' to {data.to}'} {data.unit}"
