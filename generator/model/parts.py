"""What part each role has in each stage: its duties there, and the steps that name it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.model import records as r
    from generator.model.load import Content

RACI = ("responsible", "accountable", "consulted", "informed")
"""The parts that a step gives roles: fields of `Step`, in order, each known by its first letter in every language."""


@dataclass(frozen=True, slots=True)
class Part:
    """One role in one stage."""

    duties: tuple[r.Duty, ...]
    steps: Mapping[str, tuple[r.Step, ...]]
    """For each of `RACI` that the role has in the stage, the steps that say so."""


def parts_given(stages: Iterable[r.Stage]) -> tuple[str, ...]:
    """Return which of `RACI` the steps of some stages give to a role."""
    steps = [step for stage in stages for step in stage.steps]
    return tuple(name for name in RACI if any(getattr(step, name) for step in steps))


def parts(content: Content) -> Mapping[tuple[str, str], Part]:
    """Return for each role and stage (`process/stage`) that have to do with each other what the part is."""
    duties: dict[tuple[str, str], list[r.Duty]] = defaultdict(list)
    for role, entry in content.roles.items():
        for duty in entry.record.duties:
            for stage in dict.fromkeys(duty.stages):
                duties[role, stage].append(duty)
    steps: dict[tuple[str, str], dict[str, list[r.Step]]] = defaultdict(lambda: defaultdict(list))
    for full, _, stage_record in content.stages():
        for step in stage_record.steps:
            for name in RACI:
                for role in dict.fromkeys(getattr(step, name)):
                    steps[role, full][name].append(step)
    found = {}
    for key in dict.fromkeys((*duties, *steps)):
        named = steps.get(key, {})
        found[key] = Part(tuple(duties.get(key, ())), {name: tuple(named[name]) for name in RACI if name in named})
    return found
