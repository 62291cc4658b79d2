"""Problems as values: a place, a code, what is wrong, how to mend it.

Every code stands once in `CODES` with its manual entry (`handbook explain CODE` prints it). Codes are published: they
are never renamed and never used for something else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from generator.places import Location

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of problem: its severity and its page of the manual."""

    id: str
    severity: Severity
    manual: str


_LIST = (
    # -- reading files --------------------------------------------------------------------------------------------
    Code("file-missing", "error", "A file that the handbook needs is not there. Create it, or correct the path."),
    Code("file-unreadable", "error", "The system would not let the file be read. Check its permissions."),
    Code("file-too-large", "error", "The file is larger than the limit. Split it, or keep the part that matters."),
    Code(
        "encoding-undecodable",
        "error",
        "The bytes are not text in UTF-8, UTF-16, GB18030 or Big5. The place is the first byte that fails: the message "
        "gives its offset. Save the file again as UTF-8.",
    ),
    Code("file-name", "warning", "A file stands among the records and is not read, for its name ends otherwise."),
    Code("text-empty", "warning", "The text holds nothing but white space, so nothing was made of it."),
    # -- YAML -----------------------------------------------------------------------------------------------------
    Code(
        "yaml-syntax",
        "error",
        "The file is not YAML. The usual causes: a text with a colon and a space, or one that starts with a quotation "
        "mark, `%`, `@` or `*`, and stands without quotation marks; indentation by tabs; a missing closing bracket.",
    ),
    Code("yaml-empty", "error", "The file holds no record. Fill it, or delete it."),
    Code("yaml-several-documents", "error", "A file holds one record. Take out the line `---`, or split the file."),
    Code("yaml-duplicate-key", "error", "The same field stands twice in one record. Keep one of them."),
    Code(
        "yaml-unsupported",
        "error",
        "Anchors (`&a`), aliases (`*a`), tags (`!x`) and keys that are not plain text are refused: content must say "
        "what it means in the place where it stands.",
    ),
    Code("yaml-too-deep", "error", "The record is nested far deeper than any record of a handbook. Flatten it."),
    # -- records --------------------------------------------------------------------------------------------------
    Code("unknown-field", "error", "No record of this kind has such a field. The message names the nearest one."),
    Code("missing-field", "error", "A field that every record of this kind must have is not there."),
    Code(
        "wrong-value", "error", "The value is not of the form that the field takes. The message says which form it is."
    ),
    Code(
        "id-form",
        "error",
        "Ids are lower-case English words and digits joined by hyphens (`head-librarian`): they become addresses.",
    ),
    Code("id-not-file-name", "error", "The id of a record is the name of its file. Rename the one or the other."),
    Code("twin-id", "error", "Two records of one kind, or two items of one list, have the same id. Rename one."),
    Code(
        "taken-id",
        "error",
        "An id makes an anchor that its page has already: that of a section, such as `duties` on the page of a role, "
        "of another item, or of the frame of every page. Or it makes the address of another page, as `index` does. "
        "Choose another id.",
    ),
    # -- across files ---------------------------------------------------------------------------------------------
    Code("unknown-reference", "error", "A record names one that does not exist. The message names the nearest."),
    Code("unknown-link", "error", "A `[[kind:id]]` link leads nowhere. Correct the id, or take the link out."),
    Code("unknown-unit", "error", "The unit of a figure stands not under `units` in `interface.yaml`. Add it there."),
    Code("unknown-citation", "error", "A citation names a statement that the ledger of its source does not hold."),
    Code("missing-citation", "warning", "An item says nothing about where it comes from. Add `from: [source#number]`."),
    Code(
        "missing-translation",
        "warning",
        "A text has no English. Pages show its Chinese, marked so. A release needs both languages.",
    ),
    Code(
        "headings-differ",
        "warning",
        "A page has other headings in English than in Chinese: another number of them, or other levels. The address of "
        "a section comes from its English heading, so the two must go together.",
    ),
    Code(
        "raw-html",
        "warning",
        "A page holds HTML. No tag passes: readers would see it as text. Say it in Markdown, or put it between "
        "backticks.",
    ),
    Code("missing-word", "error", "A page, the theme or a script prints a word that `interface.yaml` does not hold."),
    Code(
        "uncovered-statement",
        "warning",
        "Statements of a source are neither cited by an item nor set aside. Cite them by `from`, or name them under "
        "`dispositions` in the record of the source, with the reason in both languages: "
        "`{statements: [1, 2], not-for-handbook: {zh: …, en: …}}`.",
    ),
    Code(
        "wrong-disposition",
        "error",
        "A source sets a statement aside that its ledger does not hold, that an item cites, or that it sets aside "
        "twice. A statement is cited or set aside, never both.",
    ),
    # -- what texts say ---------------------------------------------------------------------------------------------
    Code(
        "figures-differ",
        "error",
        "A figure in digits stands in one language of a text and not in the other. The place is that of the figure. "
        "Units may differ where they say the same (24 小时, 1 day), and a number may be in words there (四个, four); "
        "comparators are not compared.",
    ),
    Code(
        "numbers-differ",
        "warning",
        "A figure in words, such as 两个 or `every week`, or the number of a name or a date stands in one language of "
        "a text and not in the other. Say it in both, or in neither.",
    ),
    Code(
        "figure-unlike-text",
        "warning",
        "An item has a figure as data and says figures of the same kind of unit in its text, and none of those is the "
        "figure. Correct the one or the other.",
    ),
    Code(
        "links-differ",
        "warning",
        "A text links to something in one language that it does not link to in the other. Link in both, where the word "
        "stands in each.",
    ),
    Code(
        "avoided-term",
        "warning",
        "A text uses a form that the glossary lists under `avoid`. The message names the term. Forms in Latin letters "
        "are found as whole words, their plurals too; a form within a longer name or alias of the glossary is none.",
    ),
    Code(
        "punctuation",
        "warning",
        "Chinese takes full-width punctuation and the quotation marks “ ” and ‘ ’; English takes ASCII punctuation, "
        "the quotation marks ‘ ’ and the apostrophe ’. Code and addresses are left alone, and so is a Chinese phrase "
        "that an English text quotes.",
    ),
    Code(
        "spacing",
        "warning",
        "In Chinese one space stands between hanzi and Latin letters, digits, % or °, none between two hanzi and none "
        "beside full-width punctuation. In a page, no text holds two spaces in a row. What counts is what readers see: "
        "of a link, its label.",
    ),
    Code(
        "title-form",
        "warning",
        "A title is a noun, not a sentence: at most 16 hanzi wide in Chinese, where two Latin characters are as wide "
        "as one hanzi, and 60 characters in English, without a full stop at its end.",
    ),
    Code("ledger-stale", "warning", "The ledger was made from another text than the one that the source record names."),
    # -- ingest: findings in raw texts ----------------------------------------------------------------------------
    Code(
        "file-format",
        "error",
        "Ingest reads .txt, .md, .html, .docx and .pdf. Save the text in one of these. What a file is, is told by the "
        "end of its name; one that holds something else is named anew first.",
    ),
    Code(
        "extraction-unavailable",
        "error",
        "The library that reads this format is not installed: web pages, Word documents and PDF files need the extra "
        "`formats`. Install it with `pip install 'role-handbook[formats]'`, or save the text as .txt.",
    ),
    Code(
        "file-broken",
        "error",
        "The file is damaged, cut short or not of the format that its name says. The message tells what failed. Get it "
        "again, or open it in the program it was made with and save it anew.",
    ),
    Code("file-encrypted", "error", "The file is protected by a password. Save it without one."),
    Code(
        "extraction-gave-up",
        "error",
        "Reading the file took more time or memory than any posting needs, or broke the reader, so it was stopped. The "
        "file may be damaged or made to do harm. Print it as PDF anew, or save its text as .txt.",
    ),
    Code(
        "text-in-pictures",
        "warning",
        "Pages of the PDF hold a picture and no text, as a scan does. If the pictures show text, it is not in the "
        "handbook: run text recognition (OCR) over the file, or type the text.",
    ),
    Code(
        "bytes-unreadable",
        "warning",
        "A few bytes of the file are no text in its encoding: one was lost, or the file was cut. The sign � stands for "
        "them. Compare the text with the page it came from.",
    ),
    Code(
        "page-furniture",
        "warning",
        "What stands around the text of a file was left out: headers, footers and page numbers of a document, or the "
        "menus, banners and footers that a web page declares. The message quotes it. If some of it belongs to the "
        "text, save the text as .txt.",
    ),
    Code(
        "private-detail",
        "warning",
        "The text names a person, or a way to reach one. The clause was dropped with the reason `private`: no "
        "statement, no draft and no `--json` repeats it. Leave it out of the handbook.",
    ),
    Code(
        "byte-lost",
        "warning",
        "A byte was lost when the text was saved in GBK, and the characters after it are shifted. What stood there "
        "cannot be told for certain, so the text was left as it is: compare it with the page it came from.",
    ),
    Code("text-truncated", "warning", "The text breaks off here. Get the rest from the page it came from, if you can."),
    Code("sentence-doubled", "warning", "Two neighbouring sentences say nearly the same. Both were kept."),
    Code(
        "pair-doubtful",
        "warning",
        "Chinese and English stand here in unequal numbers, so they were not paired; or they were paired and agree "
        "little. The message then gives the score, from 0 to 1, and what it rests on: figures, words, lengths.",
    ),
)

CODES: dict[str, Code] = {code.id: code for code in _LIST}


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding: where, which code, what is wrong (`message`) and how to mend it (`mend`)."""

    location: Location
    code: str
    message: str
    mend: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise ValueError(f"no such problem code: {self.code}")

    @property
    def severity(self) -> Severity:
        """`error` stops a build, `warning` does not."""
        return CODES[self.code].severity

    def __str__(self) -> str:
        """Return `path:line:column CODE severity: message mend` on one line."""
        return " ".join(f"{self.location} {self.code} {self.severity}: {self.message} {self.mend}".split())


def has_errors(problems: list[Problem] | tuple[Problem, ...]) -> bool:
    """Tell whether any of the problems stops a build."""
    return any(problem.severity == "error" for problem in problems)
