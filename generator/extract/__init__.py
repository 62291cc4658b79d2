"""Types and pairs the items of a divided text, and keeps the account of every character: postings, drafts, ledger."""

from generator.extract.details import private_details
from generator.extract.drafts import draft
from generator.extract.ingest import Ingested, Item, PostingOut, ingest
from generator.extract.ledgers import dump_ledger
from generator.extract.succession import with_retired

__all__ = ["Ingested", "Item", "PostingOut", "draft", "dump_ledger", "ingest", "private_details", "with_retired"]
