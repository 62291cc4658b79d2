"""What a site is told about itself from outside: where it will stand, and how its files came to be."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from generator.history import History

_ADDRESS = re.compile(r"https?://[^/\s\"'<>?#\\][^\s\"'<>?#\\]*")


def is_address(text: str) -> bool:
    """Tell whether a text is the whole address of a site, to which a path can be added.

    >>> [is_address(text) for text in ("https://a.example/b", "javascript://a", "https://a/?b", "http://[")]
    [True, False, False, False]
    """
    if not _ADDRESS.fullmatch(text):
        return False
    try:
        return bool(urlsplit(text).hostname)
    except ValueError:
        return False


def wrong_address(variable: str, said: str) -> str:
    """Return what is wrong with an address that a variable of the environment gives; nothing where it is empty.

    >>> wrong_address("SITE_URL", "a.example"), wrong_address("SITE_URL", " ")
    ('SITE_URL is `a.example`. Write the whole address, without `?` or `#`: https://handbook.example/', '')
    """
    said = said.strip()
    if not said or is_address(said):
        return ""
    return f"{variable} is `{said}`. Write the whole address, without `?` or `#`: https://handbook.example/"


@dataclass(frozen=True, slots=True)
class Publication:
    """Where the site will stand. The empty one is a site that may stand anywhere, a folder on a disk among them."""

    site: str = ""
    """The address of its root, with a slash at the end."""
    history: History = field(default_factory=History)
    """The changes of the content folder."""

    @classmethod
    def at(cls, address: str, history: History | None = None) -> Publication:
        """Return the publication at an address as people write it: with or without slashes at the end, or too many.

        >>> Publication.at(" https://handbook.example//ops// ").site, Publication.at("https://a.example").site
        ('https://handbook.example/ops/', 'https://a.example/')
        >>> Publication.at("https://handbook.example/ops").address("en/index.html"), Publication.at("").address("x")
        ('https://handbook.example/ops/en/index.html', '')
        """
        scheme, _, rest = address.strip().partition("://")
        site = f"{scheme}://{re.sub('/+', '/', rest).rstrip('/')}/" if rest else ""
        return cls(site, history or History())

    def address(self, path: str) -> str:
        """Return the full address of a path from the root of the site; empty where nobody knows it."""
        return self.site + path if self.site else ""
