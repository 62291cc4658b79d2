"""A reader's visit: a browser page that notes what it asked for and what went wrong, and ways to go on from it."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, ConsoleMessage, Locator, Page

Scheme = Literal["light", "dark"]

OVERFLOWING = """() => {
  const room = innerWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  const wide = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > room + 1);
  return [document.documentElement.scrollWidth + " > " + room, ...wide.slice(0, 5).map(
    (one) => one.tagName + "." + one.className + " " + Math.round(one.getBoundingClientRect().right))];
}"""
"""What is wider than the window; nothing where the page does not scroll sideways."""
LINK_TO = """url => [...document.querySelectorAll("a[href]")].find(
  (one) => one.href.split("#")[0] === url && one.checkVisibility() && one.getClientRects().length)"""
"""The first link to an address that can be seen."""
SHOWN_OWNS = """() => [...document.querySelectorAll("article :is(.hb-own, .hb-text:has(+ .hb-other))")]
  .filter((one) => one.checkVisibility() && one.getClientRects().length).map((one) => one.textContent)"""
"""The texts that stand in both languages and can be seen in that of the page."""
SHOWN_OTHERS = """() => [...document.querySelectorAll("article .hb-other")]
  .filter((one) => one.checkVisibility() && one.getClientRects().length).map((one) => one.lang)"""
"""The languages of the texts in the other language that can be seen."""


class Visit:
    """One page of a browser on one site."""

    def __init__(self, page: Page, root: str) -> None:
        self.page = page
        self.root = root.rstrip("/") + "/"
        self.faults: list[str] = []
        page.on("request", lambda request: self._asked(request.url))
        page.on("requestfailed", lambda request: self._failed(request.url, request.failure))
        page.on("response", lambda response: self._answered(response.status, response.url))
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("console", self._said)

    def _asked(self, url: str) -> None:
        if not url.startswith((self.root, "data:", "blob:")):
            self.faults.append(f"left the host: {url}")

    def _failed(self, url: str, why: str | None) -> None:
        if why != "net::ERR_ABORTED":  # a reader who leaves a page breaks off what it was still asking for
            self.faults.append(f"failed: {url} {why}")

    def _answered(self, status: int, url: str) -> None:
        if status >= 400:
            self.faults.append(f"{status}: {url}")

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.faults.append(f"console: {message.text}")

    def go(self, url: str) -> None:
        """Open an address of the site by name."""
        self.page.goto(self.root + url)

    @property
    def here(self) -> str:
        """The address of the page, from the root of the site, without its anchor."""
        return urlsplit(self.page.url.removeprefix(self.root)).path

    @property
    def anchor(self) -> str:
        """The anchor in the address."""
        return self.page.url.partition("#")[2]

    def follow(self, url: str) -> None:
        """Click a link on the page, the first that can be seen, that leads to a page of the site."""
        link = self.page.evaluate_handle(LINK_TO, self.root + url).as_element()
        assert link is not None, f"{self.here} has no link to {url} that can be seen"
        link.click()
        # Without what the page itself adds to its address: the languages shown.
        self.page.wait_for_url(
            lambda now: now.partition("#")[0].partition("?")[0] == (self.root + url).partition("?")[0]
        )

    def switch_language(self, locale: str) -> None:
        """Change the language as a reader does, by the switch in the header."""
        link = self.language_link(locale)
        self.page.locator("header details:has(a[hreflang]) summary").click()
        link.click()
        self.page.wait_for_url(lambda now: now.startswith(f"{self.root}{locale}/"))

    def language_link(self, locale: str) -> Locator:
        """The link of the language switch to a locale."""
        return self.page.locator(f"header a[hreflang='{locale}']")

    def showing(self, state: str) -> Locator:
        """The position of the switch that shows this language (`one`), `both`, or the `other` one."""
        return self.page.locator(f"header .hb-show input[value='{state}']")

    def show(self, state: str) -> None:
        """Choose which languages the page shows."""
        self.showing(state).check()

    @property
    def owns(self) -> list[str]:
        """Each text of the items that can be seen, of those that stand in the other language too."""
        found: list[str] = self.page.evaluate(SHOWN_OWNS)
        return found

    @property
    def others(self) -> list[str]:
        """The language of each text in the other language that can be seen."""
        found: list[str] = self.page.evaluate(SHOWN_OTHERS)
        return found

    @property
    def overflowing(self) -> list[str]:
        """What makes the page scroll sideways."""
        found: list[str] = self.page.evaluate(OVERFLOWING)
        return found

    def search(self, query: str) -> list[dict[str, str]]:
        """Search by the published function."""
        found: list[dict[str, str]] = self.page.evaluate("query => window.handbook.search(query, {limit: 10})", query)
        return found

    def tab_through(self, most: int = 60) -> Iterator[Locator]:
        """Press Tab from the top of the page, and yield what has the focus each time, until it comes round."""
        for _ in range(most):
            self.page.keyboard.press("Tab")
            focused = self.page.locator("*:focus")
            if focused.count() == 0:
                return
            yield focused

    def tab_to(self, selector: str, most: int = 400) -> Locator:
        """Press Tab from where the focus is until it is on what a selector names."""
        for focused in self.tab_through(most):
            if focused.evaluate("(one, selector) => one.matches(selector)", selector):
                assert focused.evaluate("one => one.matches(':focus-visible') && one.checkVisibility()"), selector
                return focused
        raise AssertionError(f"Tab never came to {selector} on {self.here}")


@contextmanager
def visit(
    browser: Browser, root: str, width: int = 1280, scheme: Scheme = "light", *, still: bool = False
) -> Iterator[Visit]:
    """Visit a site in a window of its own, with nothing remembered; on leaving, nothing may have gone wrong.

    `still`: the reader asked for little motion, so that nothing is met halfway between two colours.
    """
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        locale="en-GB",
        reduced_motion="reduce" if still else "no-preference",
    )
    try:
        guest = Visit(context.new_page(), root)
        yield guest
        guest.page.wait_for_load_state("networkidle")
        assert not guest.faults, guest.faults
    finally:
        context.close()


@contextmanager
def touching(browser: Browser, width: int = 320) -> Iterator[Page]:
    """Open a page on a phone with a touch screen.

    It is left only from a page at rest: closing it while what a tap led to still came has once kept a browser for ever.
    """
    context = browser.new_context(viewport={"width": width, "height": 700}, has_touch=True)
    page = context.new_page()
    yield page
    page.wait_for_load_state("networkidle")
    page.goto("about:blank")
    context.close()


@contextmanager
def served(folder: Path, handler: type[SimpleHTTPRequestHandler] | None = None) -> Iterator[str]:
    """Serve a folder on this machine alone, and yield its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler or Quiet, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


class Quiet(SimpleHTTPRequestHandler):
    """A plain server that says nothing and has a page for what is not there."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer for what is not there with the site's own page, as a web server is set up to: of the folder first."""
        folders = (Path(self.directory) / self.path.split("/")[1], Path(self.directory))
        page = next((f / "404.html" for f in folders if (f / "404.html").is_file()), None)
        if code != HTTPStatus.NOT_FOUND or page is None:
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - its name in the library
        """Say nothing: requests are checked by what asks for them."""
