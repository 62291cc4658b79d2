"""The thin door to MkDocs: renders `site_src/` first, then gives each page its locale's menu and language.

MkDocs 1 builds one site in one language. Here one build makes all locales: the pages come from `site_src/`, and what
the theme draws around a page (menu, interface language, neighbours) is set page by page, from the manifest.
"""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation, Section

from generator.pipeline import build
from generator.render.markup import escape
from generator.render.publication import Publication, wrong_address
from generator.render.write import read_manifest
from generator.site.menu import MenuGroup, SiteMap
from generator.site.styles import TOGETHER, together

if TYPE_CHECKING:
    from typing import Literal

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from generator.pipeline.build import Checked

log = logging.getLogger("mkdocs.plugins.handbook")

_NO_FIELD = re.compile(r'(<input class="md-toggle"[^>]*) autocomplete="off">')
"""Material's switches of the menu and the search: checkboxes, which take no `autocomplete`."""


class HandbookConfig(Config):  # type: ignore[no-untyped-call]
    """Options of the plugin in mkdocs.yml."""

    content = config_options.Type(str, default="content")
    """The folder that people write in, from the folder of mkdocs.yml."""


class HandbookPlugin(BasePlugin[HandbookConfig]):  # type: ignore[no-untyped-call]
    """Renders the handbook, and dresses each page in its locale."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember the command. Having this event, the plugin also outlives the rebuilds of a server."""
        self._serving = command == "serve"
        self._built_before = False

    # -- before the build -----------------------------------------------------------------------------------------

    def on_config(self, config: MkDocsConfig) -> None:
        """Render the content to `docs_dir`. On an error a build stops; a server keeps the last good site."""
        root = Path(config.config_file_path or "mkdocs.yml").parent
        self._content = root / self.config.content
        self._check_addresses(config)
        # A server has put its own address there, which is nobody else's.
        address = "" if getattr(self, "_serving", False) else config.site_url or ""
        checked, written = build.render(self._content, Path(config.docs_dir), address=address)
        for problem in checked.problems:
            if problem.severity == "error":
                log.error("%s", problem)
        self._report(checked)
        self._broken = [str(problem) for problem in checked.problems if problem.severity == "error"]
        if written is None and not (getattr(self, "_serving", False) and getattr(self, "_built_before", False)):
            raise PluginError("The content has errors, so no page was written. Mend them and build again.")
        if written is None:
            log.warning("The pages stay the last good ones until that is mended.")
        self._map = SiteMap(read_manifest(Path(config.docs_dir)))
        self._title = config.site_name

    @staticmethod
    def _check_addresses(config: MkDocsConfig) -> None:
        """Refuse what `handbook build` refuses, however the engine was started; write the addresses in one form."""
        site = (config.site_url or "").rstrip("/").strip()  # MkDocs has put a slash at its end
        repository = str(config.extra.get("repository") or "").strip()
        for variable, said in (("SITE_URL", site), ("REPO_URL", repository)):
            if wrong := wrong_address(variable, said):
                raise PluginError(wrong)
        config.site_url = Publication.at(site).site
        config.extra["repository"] = repository

    def _report(self, checked: Checked) -> None:
        warnings = sum(problem.severity == "warning" for problem in checked.problems)
        if warnings:
            log.info("%d warnings in the content; `handbook check` lists them.", warnings)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **_: Any) -> None:
        """Watch what people write, and not what is made of it: that would build everything twice."""
        server.unwatch(config.docs_dir)
        server.watch(str(self._content))
        for folder in config.theme.dirs:
            if Path(folder).is_relative_to(self._content.parent) and "site-packages" not in folder:
                server.watch(folder)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put the stylesheets that the configuration names together into one."""
        try:
            text = together(config.extra_css, config.theme.dirs)
        except FileNotFoundError as error:
            raise PluginError(f"There is no stylesheet {error}, which `extra_css` in mkdocs.yml names.") from None
        files.append(File.generated(config, TOGETHER, content=text))
        config.extra_css = [TOGETHER]
        return files

    # -- page by page ---------------------------------------------------------------------------------------------

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Link each page to its neighbours within its locale."""
        self._by_path: dict[str, Page] = {file.src_uri: file.page for file in files.documentation_pages() if file.page}
        for path, page in self._by_path.items():
            before, after = self._map.neighbours(path)
            page.previous_page = self._by_path.get(before) if before else None
            page.next_page = self._by_path.get(after) if after else None
        return nav

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        """Escape what people wrote, once for all templates: MkDocs prints the front matter as it is."""
        for page in self._by_path.values():
            for field in ("title", "description"):
                if field in page.meta:
                    page.meta[field] = escape(page.meta[field])

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: Page,
        config: MkDocsConfig,
        nav: Navigation,
    ) -> TemplateContext:
        """Set the menu, the language and the name of the site for one page."""
        path = page.file.src_uri
        self._dress(config, self._map.locale(path))
        context["nav"] = self._navigation(path)
        extra: dict[str, Any] = context  # type: ignore[assignment]
        extra |= self._words(self._map.locale(path))
        extra["handbook_problems"] = self._broken
        extra["handbook_serving"] = getattr(self, "_serving", False)
        return context

    def on_template_context(self, context: TemplateContext, *, template_name: str, config: MkDocsConfig) -> None:
        """Give pages outside the locales (404) the first locale's language, and the words of all."""
        if template_name.endswith(".html"):
            first = next(iter(self._map.locales), None)
            self._dress(config, first)
            extra: dict[str, Any] = context  # type: ignore[assignment]
            extra |= self._words(first)
            extra["handbook_locales"] = self._map.locales
            extra["handbook_problems"] = self._broken

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Take out what the theme writes against the HTML standard."""
        return _NO_FIELD.sub(r"\1>", output)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Do the same for pages outside the locales."""
        return _NO_FIELD.sub(r"\1>", output_content)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Leave the configuration as it was, and remember that there is a good site now."""
        self._dress(config, None)
        self._built_before = True

    # -- shared ---------------------------------------------------------------------------------------------------

    def _dress(self, config: MkDocsConfig, locale: str | None) -> None:
        config.theme["language"] = locale or "en"
        config.site_name = escape(self._map.locales[locale]["title"]) if locale else self._title

    def _words(self, locale: str | None) -> dict[str, dict[str, str]]:
        """Return the words of a locale as a template prints them, and as scripts read them."""
        known = self._map.locales
        words: dict[str, str] = known[locale or next(iter(known))]["words"] if known else {}
        return {"handbook_words": {key: escape(word) for key, word in words.items()}, "handbook_script_words": words}

    def _navigation(self, path: str) -> Navigation:
        """Build the menu of one page: the top level and what stands around the page, never everything."""
        items: list[Any] = []
        for entry in self._map.menu(path):
            top = self._by_path[entry.path]
            top.parent = None
            children = [child for group in entry.groups for child in self._lines(group)]
            items.append(_section(top.title or "", [top, *children]) if children else top)
        return Navigation(items, list(self._by_path.values()))

    def _lines(self, group: MenuGroup) -> list[Any]:
        """Return what a group puts under its section: its pages, or a section of them, nameless if a page heads it."""
        pages = [self._by_path[page] for page in group.pages if page in self._by_path]
        if group.label and pages:
            return [_section(escape(group.label), pages)]
        if group.head in self._by_path:
            head = self._by_path[group.head]
            return [_section("", [head, *pages])] if pages else [head]
        return pages


def _section(title: str, children: list[Any]) -> Section:
    section = Section(title, children)
    for child in children:
        child.parent = section
    section.active = True
    return section
