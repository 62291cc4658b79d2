"""Divides a repaired text into an ordered row of blocks that tile it: postings, headings, items, page chrome."""

from generator.segment.blocks import Block, Document, Posting, Section
from generator.segment.driver import segment

__all__ = ["Block", "Document", "Posting", "Section", "segment"]
