"""Finds the figures of a Chinese or English text: comparator, number, unit, and what they measure.

A figure is a number that says how much, how many, how long or how often. List marks, dates, versions, phone and house
numbers, names such as 618 or B2C are none. The text is read once from left to right; around each number only a window
of fixed length is looked at, so that the time grows with the length of the text and with nothing else.
"""

from generator.figures.figure import Change, Figure, Lack, Language, Op, Period
from generator.figures.parity import alike, family, parity, strays
from generator.figures.reader import figures
from generator.figures.shown import render

__all__ = [
    "Change",
    "Figure",
    "Lack",
    "Language",
    "Op",
    "Period",
    "alike",
    "family",
    "figures",
    "parity",
    "render",
    "strays",
]
