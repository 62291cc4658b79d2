"""`handbook new`: a record to fill in, valid but for what only a person can say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.model.records import ID_PATTERN

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.load import Content

_ROLE = """\
# A role. Every text is in two languages; quote a text that holds a comma, a colon or a quotation mark.
title: {{zh: 岗位名称, en: Name of the role}}
family: {family}
# organisation: an id from handbook.yaml
summary: {{zh: 一句话说明这个岗位。, en: Say in one sentence what the role is for.}}
duties:
  - id: first-duty # lower-case English words joined by hyphens; it becomes an address
    title: {{zh: 职责名称, en: Name of the duty}}
    text: {{zh: 动词开头，写清做什么。, en: Start with a verb and say what is done.}}
    # stages: [process/stage]
    # from: ["source#1"] - the statements that the duty rests on; drafts/ shows their numbers
requirements:
  - id: first-requirement
    kind: skill # experience, education, skill, knowledge, language or trait
    level: must # or preferred
    text: {{zh: 要求, en: What is asked for}}
# measures:
#   - metric: an-id-from-metrics.yaml
#     threshold: {{op: "<=", value: 5, unit: minute}} # op: < <= = >= > between; units stand in interface.yaml
#     when: {{zh: 在什么条件下, en: Under which condition}}
# tools:
#   - {{id: first-tool, name: {{zh: 工具, en: Tool}}, use: {{zh: 用途, en: What for}}}}
# works_with:
#   - {{role: another-role, on: {{zh: 协作的事, en: On what}}}}
"""

_STAGE = """\
  - id: {stage}
    title: {{zh: 阶段名称, en: Name of the stage}}
    purpose: {{zh: 为了什么, en: What it is for}}
    # timing: {{zh: 什么时候, en: When}}
    steps:
      - id: first-step
        text: {{zh: 动词开头，写清做什么。, en: Start with a verb and say what is done.}}
        # responsible: [role]
        # from: ["source#1"]
"""

_PROCESS = """\
# A process: its stages in order.
title: {{zh: 流程名称, en: Name of the process}}
kind: chain # cycle, chain or lifecycle
summary: {{zh: 一句话说明这个流程。, en: Say in one sentence what the process does.}}
stages:
"""

_TERM = """\
  - id: {term}
    name: {{zh: 术语, en: Term}}
    definition: {{zh: 一句话解释。, en: Explain it in one sentence.}}
    # abbreviation: ABC
    # aliases: [other words people search for]
    # avoid: [forms not to use]
"""


_CASE = """\
# A case: what was done once, and what came of it. The pages of its roles and stages link to it.
title: {{zh: 案例名称, en: Name of the case}}
summary: {{zh: 一句话说明做了什么。, en: Say in one sentence what was done.}}
# organisation: an id from handbook.yaml
roles: [{role}]
# stages: [process/stage]
context:
  - id: first-cause # lower-case English words joined by hyphens; it becomes an address
    text: {{zh: 为什么做。, en: Say why it was done.}}
    # from: ["source#1"]
actions:
  - id: first-action
    text: {{zh: 动词开头，写清做了什么。, en: Start with a verb and say what was done.}}
    # from: ["source#1"]
results:
  - id: first-result
    text: {{zh: 写清结果。, en: Say what came of it.}}
    # metric: an-id-from-metrics.yaml
    # threshold: {{op: "=", value: 5, unit: "%"}} # the figure that was reached; units stand in interface.yaml
    # from: ["source#1"]
"""


class ScaffoldError(Exception):
    """A record cannot be made; the message says why, and what to do."""


def scaffold(kind: str, record_id: str, content: Content, folder: Path) -> tuple[Path, str, bool]:
    """Return a file, a text for it, and whether to make the file of it (True) or to paste it at its end (False).

    A file that is there already is a person's: nothing is written into it. Raises ScaffoldError.
    """
    process, _, stage = record_id.partition("/")
    for part in (process, stage) if kind == "stage" else (record_id,):
        if not re.fullmatch(ID_PATTERN, part):
            form = "process/stage, such as loan-cycle/checkout" if kind == "stage" else "such as head-librarian"
            raise ScaffoldError(f"`{record_id}` is no id: write lower-case English words joined by hyphens, {form}.")
    if kind == "term":
        if record_id in content.terms:
            raise ScaffoldError(f"There is a term `{record_id}` already: {content.terms[record_id].place()}.")
        file = folder / "glossary.yaml"
        text = _TERM.format(term=record_id)
        return (file, text, False) if file.exists() else (file, f"terms:\n{text}", True)
    if kind == "stage":
        file = folder / "processes" / f"{process}.yaml"
        if any(full == record_id for full, _, _ in content.stages()):
            raise ScaffoldError(f"There is a stage `{record_id}` already, in {file}.")
        text = _STAGE.format(stage=stage)
        return (file, text, False) if file.exists() else (file, _PROCESS.format() + text, True)
    file = folder / f"{kind}s" / f"{record_id}.yaml"
    if file.exists():
        raise ScaffoldError(f"There is a {kind} `{record_id}` already: {file}.")
    if kind == "case":
        return file, _CASE.format(role=next(iter(content.roles), "a-role")), True
    families = content.handbook.record.families
    return file, _ROLE.format(family=families[0].id if families else "a-family"), True
