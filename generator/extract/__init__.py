"""Types and pairs the items of a divided text, and keeps the account of every character: postings, drafts, ledger."""

from generator.extract.drafts import commented, comments, draft
from generator.extract.ingest import Ingested, ingest
from generator.extract.items import Item, PostingOut
from generator.extract.ledgers import dump_ledger
from generator.extract.succession import with_retired

__all__ = ["Ingested", "Item", "PostingOut", "commented", "comments", "draft", "dump_ledger", "ingest", "with_retired"]
