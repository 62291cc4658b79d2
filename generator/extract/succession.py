"""What became of numbers whose statements are gone from a source: each is retired with the statement nearest to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.ledger import Ledger, Retired

if TYPE_CHECKING:
    from generator.ledger import Statement


def with_retired(ledger: Ledger, previous: Ledger | None) -> Ledger:
    """Return `ledger` with every number that `previous` had and it has not, and the successor of each.

    The successor is a statement that came new with this ingest, in the same language where there is one, whose place is
    nearest; places are compared as shares of their texts' lengths, for an edit further up moves all that follows. Where
    nothing came new, a number has no successor. A retired number stays retired, and never passes to another statement.
    """
    if previous is None:
        return ledger
    here = {statement.n for statement in ledger.statements}
    before = {statement.n for statement in previous.statements}
    fresh = [statement for statement in ledger.statements if statement.n not in before]
    gone = [statement for statement in previous.statements if statement.n not in here]
    scale = ledger.characters / max(previous.characters, 1)
    successors = {statement.n: _nearest(statement, fresh, scale) for statement in gone}
    old = {r.n: _latest(r.successor, successors) for r in previous.retired if r.n not in here}
    retired = tuple(Retired(n=n, successor=successor) for n, successor in sorted({**old, **successors}.items()))
    return ledger.model_copy(update={"retired": retired})


def _nearest(gone: Statement, fresh: list[Statement], scale: float) -> int | None:
    same = [statement for statement in fresh if (statement.lang == "en") == (gone.lang == "en")]
    middle = sum(gone.span) / 2 * scale
    found = min(same or fresh, key=lambda statement: abs(sum(statement.span) / 2 - middle), default=None)
    return found.n if found else None


def _latest(successor: int | None, successors: dict[int, int | None]) -> int | None:
    """Return the successor of a successor that is gone in its turn."""
    return successors.get(successor, successor) if successor is not None else None
