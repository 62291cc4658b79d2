"""Repairs of a raw text: named rules that return edits, run to a fixed point, with a way back to the raw text."""

from generator.clean.chain import RULES, Cleaned, Repair, Rule, clean, explain

__all__ = ["RULES", "Cleaned", "Repair", "Rule", "clean", "explain"]
