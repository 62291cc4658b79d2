"""The lines of a page in the order of reading: runs of one column or one table each, and their right margins.

The order of the file is believed, for most programs write in the order of reading, with one correction: nothing comes
before what stands above it in the same column.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.read.formats.pdf_page import Line, extent
from generator.read.formats.rows import is_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.read.formats.pdf_page import Box, Page, Run

_MOST_RUNS = 400
"""Runs on a page above which the order of the file stands."""
_WRAPPED_LABEL = 4
"""Characters that a line has at most of a label that goes over several lines."""
_COLUMN = 10
"""Letters' widths that a line of a column has at least; a label has fewer."""


def runs_of(lines: Iterable[Line]) -> list[Run]:
    """Divide the lines of a page where the file goes back up, on to another column, into or out of a table."""
    runs: list[Run] = []
    left = right = 0.0
    for line in lines:
        if runs and _is_below(runs[-1][-1], line, left, right):
            runs[-1].append(line)
            left, right = min(left, line.left), max(right, line.right)
            continue
        if runs and 0 < (label := _label_lines(runs[-1], line)) < len(runs[-1]):
            runs.append(runs[-1][-label:])
            del runs[-2][-label:]
        runs.append([line])
        left, right = line.left, line.right
    for run in runs:
        _find_stretched(run)
    return [part for run in runs for part in _columns(run)]


def _is_below(last: Line, line: Line, left: float, right: float) -> bool:
    """Tell whether a line goes on in a run that ends with `last` and reaches from `left` to `right`."""
    if last.box is None and line.box is None:
        return line.base < last.base - 0.35 * last.size and line.left < right and line.right > left
    if last.box is None or line.box is None:
        return False
    return not (_holds(last.box, line.box) or _holds(line.box, last.box))


def _holds(outer: Box, inner: Box) -> bool:
    within = outer[0] <= inner[0] and outer[1] <= inner[1] and outer[2] >= inner[2] and outer[3] >= inner[3]
    return within and outer != inner


def _find_stretched(run: Run) -> None:
    """Find the lines whose words were moved apart to end at the right margin: their gaps are equal."""
    edge = max(line.right for line in run)
    for line in run:
        gaps = [two.left - one.right for one, two in pairwise(line.pieces)]
        seen = [gap for gap in gaps if gap > 0.2 * line.size]
        line.stretched = len(seen) > 1 and max(seen) < 1.2 * min(seen) and line.right > edge - 0.3 * line.size


def _columns(run: Run) -> list[Run]:
    """Divide a run that goes line by line across two columns of running text."""
    parted = [(line, line.fields()) for line in run]
    both = [fields for _, fields in parted if len(fields) == 2]
    if len(both) < 3 or 2 * len(both) < len(run):
        return [run]
    start, stop = max(one[-1].right for one, _ in both), min(two[0].left for _, two in both)
    widths = sorted(min(one[-1].right - one[0].left, two[-1].right - two[0].left) for one, two in both)
    if stop - start < run[0].size or widths[len(widths) // 2] < _COLUMN * run[0].size:
        return [run]
    parts: tuple[Run, Run, Run, Run] = ([], [], [], [])
    above, left, right, below = parts
    for line, fields in parted:
        if len(fields) == 2:
            left.append(Line(fields[0]))
            right.append(Line(fields[1]))
        elif left and line.right <= stop:
            left.append(line)
        elif right and line.left >= start:
            right.append(line)
        else:
            (below if left else above).append(line)
    return [part for part in parts if part]


def in_order(runs: list[Run]) -> list[Run]:
    """Order runs as the file has them, but none before another that stands above it in the same column."""
    if not 1 < len(runs) <= _MOST_RUNS:
        return runs
    boxes = [extent(run) for run in runs]
    waiting = [{j for j, other in enumerate(boxes) if j != i and _is_above(other, box)} for i, box in enumerate(boxes)]
    order: list[int] = []
    left = list(range(len(runs)))
    while left:
        free = next((i for i in left if not waiting[i]), left[0])
        left.remove(free)
        order.append(free)
        for others in waiting:
            others.discard(free)
    return [runs[i] for i in order]


def _is_above(one: Box, other: Box) -> bool:
    """Tell whether a box ends above the other one and shares some of its width."""
    shared = min(one[2], other[2]) - max(one[0], other[0])
    return one[1] >= other[3] - 3 and shared > 0.2 * min(one[2] - one[0], other[2] - other[0])


# -- labels beside what they name --------------------------------------------------------------------------------------


def _label_lines(run: Run, line: Line) -> int:
    """Return how many of the last lines of a run may be the label of what begins to their right, and no lower."""
    last, best = run[-1], 0
    if last.box is not None or line.box is not None or line.base < last.base - last.size:
        return 0
    for count, above in enumerate(reversed(run[-_WRAPPED_LABEL:]), 1):
        if abs(above.left - last.left) > last.size or abs(above.size - last.size) > 1 or above.right >= line.left:
            break
        if count > 1 and (above.base - run[1 - count].base > 1.8 * above.size or len(above.text) > _WRAPPED_LABEL):
            break
        if _is_label(run[-count:]):
            best = count
        if len(above.text) > _WRAPPED_LABEL:
            break
    return best


def labelled(runs: Sequence[Run]) -> Iterator[tuple[Run, Run | None]]:
    """Yield the runs, a label together with the run beside it, as far down as that stays beside."""
    waiting = list(reversed(runs))
    while waiting:
        run = waiting.pop()
        beside = _beside(run, waiting[-1]) if waiting else 0
        if not beside:
            yield run, None
            continue
        value = waiting.pop()
        if beside < len(value):
            waiting.append(value[beside:])
        yield run, value[:beside]


def _beside(label: Run, value: Run) -> int:
    """Return how many lines of a run a label beside it names: they stand around its middle."""
    edge = max(line.right for line in label)
    if label[0].box is not None or value[0].box is not None or value[0].left <= edge or not _is_label(label):
        return 0
    count = next((at for at, line in enumerate(value) if line.left < edge), len(value))
    off = label[0].top + label[-1].base - value[0].top - value[count - 1].base
    return count if abs(off) <= 3 * label[0].size else 0


def _is_label(lines: Sequence[Line]) -> bool:
    single = all(len(line.fields()) == 1 for line in lines)
    return single and len(lines) <= _WRAPPED_LABEL and is_label(["".join(line.text for line in lines)])


# -- right margins -----------------------------------------------------------------------------------------------------

_FULL_LINES = 3
"""Full lines that tell a margin."""
_NARROWEST = 12
"""Letters' widths of the narrowest column whose margin is told by its full lines alone."""


def find_margins(pages: Sequence[Page], runs: Sequence[Sequence[Run]]) -> None:
    """Give every line the right margin that it had, where that can be told.

    The walls of a cell tell it, or a right margin as wide as the left one that a line comes near to, or full lines.
    """
    shown = [line for of_page in runs for run in of_page for line in run]
    left = min((line.left for line in shown if line.box is None), default=0.0)
    _limit_cells([line for line in shown if line.box is not None])
    columns: defaultdict[int, list[Line]] = defaultdict(list)
    for page, of_page in zip(pages, runs, strict=True):
        boxes = [extent(run) for run in of_page]
        for run, box in zip(of_page, boxes, strict=True):
            if run[0].box is not None:
                continue
            beside = [other[0] for other in boxes if other[0] > box[2] and other[1] < box[3] and other[3] > box[1]]
            margin = page.width - left
            if beside:  # columns are as wide as the last one
                margin += box[0] - max(beside)
            if not _limit_near(run, margin):
                columns[round(box[0] / (2 * run[0].size))] += run
    for lines in columns.values():
        edge = max(line.right for line in lines)
        full = sum(line.right > edge - 1.3 * line.size for line in lines)
        if full >= _FULL_LINES and edge - min(line.left for line in lines) >= _NARROWEST * lines[0].size:
            _limit(lines, edge)


def _limit_cells(lines: Sequence[Line]) -> None:
    """Take as much room inside the right wall of a cell as there is inside the left one."""
    lefts: dict[Box | None, float] = {}
    for line in lines:
        lefts[line.box] = min(line.left, lefts.get(line.box, line.left))
    for line in lines:
        if line.box is not None:
            line.limit = line.box[2] - min(lefts[line.box] - line.box[0], line.size)


def _limit_near(run: Run, margin: float) -> bool:
    """Give a run its right margin if it has lines that come near to where that is expected."""
    size = run[0].size
    within = [line.right for line in run if line.right <= margin + size]
    if not within or max(within) < margin - 2.5 * size:
        return False
    full = sum(right > max(within) - 0.6 * size for right in within)
    _limit(run, max(within) if full >= _FULL_LINES else margin)
    return True


def _limit(lines: Iterable[Line], limit: float) -> None:
    for line in lines:
        line.limit = limit
