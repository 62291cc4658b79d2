"""The built site, page by page: addresses, languages, menus, links, and nothing from another host."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
import yaml

from generator.render.anchors import FRAME
from generator.render.sections import MOST
from generator.site.styles import TOGETHER
from tests.site.support.html import Element, Page, read_page
from tests.site.support.project import (
    LOCALES,
    OTHER_HOST,
    ROOT,
    Site,
    add_role,
    build_site,
    copy_project,
    html_files,
    resolve,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MENU = "md-sidebar--primary"
CSS_URL = re.compile(r"""url\(\s*["']?([^"')]*)|@import\s+["']([^"']+)""")
CSS_COMMENT = re.compile(r"/\*.*?\*/", re.S)
JS_COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'`])//[^\n]*", re.S)
FOLLOWED, ASKED_FOR = ("href",), ("src", "srcset", "poster", "data", "action", "background")
NOT_LOADED = {"canonical", "alternate", "prev", "next", "author", "license"}
OUTSIDE = ("data:", "mailto:", "tel:", "blob:")


# -- which pages there are ----------------------------------------------------------------------------------------


def test_the_site_builds_without_a_fault(built_site: Site) -> None:
    assert built_site.built.faults == (), built_site.built.output


def test_the_pages_are_those_of_the_manifest(built_site: Site) -> None:
    assert html_files(built_site.out) == {*built_site.listed, "404.html"}


@pytest.mark.parametrize(
    ("folder", "address"), [("roles", "roles"), ("processes", "processes"), ("sources", "sources")]
)
def test_each_record_has_a_page_in_each_locale(built_site: Site, folder: str, address: str) -> None:
    records = [file.stem for file in (built_site.project / "content" / folder).glob("*.yaml")]
    assert records
    wanted = {f"{locale}/{address}/{record}.html" for locale in LOCALES for record in records}
    assert wanted - set(built_site.pages) == set()


def test_nothing_of_the_workshop_is_published(built_site: Site) -> None:
    odd = [f for f in built_site.out.rglob("*") if f.name.startswith(".") or f.suffix in {".md", ".part", ".yaml"}]
    assert odd == []


# -- languages ----------------------------------------------------------------------------------------------------


def test_each_page_is_in_the_language_of_its_locale(built_site: Site) -> None:
    assert {url: page.lang for url, locale, page in built_site.of_locales if page.lang != locale} == {}
    assert built_site.pages["index.html"].lang in LOCALES
    assert built_site.pages["404.html"].lang in LOCALES


def test_scripts_get_the_words_of_the_page_s_locale(built_site: Site) -> None:
    for url, locale, page in built_site.of_locales:
        (words,) = page.tree.all("script", id="handbook-words")
        assert json.loads(words.text) == built_site.manifest["locales"][locale]["words"], url


def test_no_key_is_printed_in_place_of_its_word(built_site: Site) -> None:
    keys = set(built_site.manifest["locales"]["en"]["words"])
    shown = {
        (url, value)
        for url, page in built_site.pages.items()
        for element in page.tree
        for value in (element.get("aria-label"), element.get("title"), *element.children)
        if isinstance(value, str) and value.strip() in keys
    }
    assert shown == set()


def test_each_page_names_its_twins_in_all_locales(built_site: Site) -> None:
    for url, _, page in built_site.of_locales:
        links = [link for link in page.tree.all("link") if link.get("hreflang")]
        found = {link.get("hreflang"): resolve(link.get("href"), url)[0] for link in links}
        assert found == {**twins(url), "x-default": "index.html"}, url
        assert set(found.values()) <= set(built_site.pages), url


def test_the_language_switch_leads_to_the_same_page(built_site: Site) -> None:
    for url, locale, page in built_site.of_locales:
        links = [link for link in header_links(page) if link.get("hreflang")]
        assert {link.get("hreflang"): resolve(link.get("href"), url)[0] for link in links} == twins(url), url
        assert [link.get("hreflang") for link in links if link.get("aria-current")] == [locale], url
        assert all(link.get("lang") == link.get("hreflang") for link in links), url


def test_the_chooser_leads_to_the_home_of_each_locale(built_site: Site) -> None:
    links = [link for link in built_site.pages["index.html"].article.all("a") if link.get("hreflang")]
    assert {link.get("hreflang"): link.get("href") for link in links} == {x: f"{x}/index.html" for x in LOCALES}


def test_the_other_language_is_marked_as_such(built_site: Site) -> None:
    for url, locale, page in built_site.of_locales:
        others = {element.get("lang") for element in page.tree.all(klass="hb-other")}
        assert others <= ({"zh-Hans"} if locale == "en" else {"en"}), url
    assert built_site.pages[built_site.first("role", "en")].tree.all(klass="hb-other")


def test_the_same_page_has_the_same_anchors_in_all_locales(built_site: Site) -> None:
    for url in built_site.listed:
        if url.startswith("en/"):
            here = anchors_of_items(built_site.pages[url])
            assert here, url
            for twin in twins(url).values():
                assert anchors_of_items(built_site.pages[twin]) == here, twin


def test_an_untranslated_text_shows_its_chinese_marked_so(library: Path, built_site: Site, tmp_path: Path) -> None:
    """One text of the small handbook has no English; its Chinese stands on the English page, and only there alone."""
    assert built_site.built.faults == ()
    site = build_site(copy_project(tmp_path / "project", library), tmp_path / "site")
    assert site.built.faults == (), site.built.output
    text = "回答读者的问题。"
    (english,) = innermost(site.pages["en/roles/librarian.html"].article, text)
    assert english.get("lang") == "zh-Hans"
    (mark,) = english.all(klass="hb-untranslated")
    assert mark.get("lang") == "en"
    (chinese,) = innermost(site.pages["zh-Hans/roles/librarian.html"].article, text)
    assert chinese.get("lang") == ""
    assert chinese.all(klass="hb-untranslated") == []


def test_hostile_names_stay_text_all_around_the_page(library: Path, tmp_path: Path) -> None:
    """MkDocs escapes nothing of a title or a description; the head, the menu, the header and the footer print them."""
    project = copy_project(tmp_path / "project", library)
    text = "</title></script>\"'><b id=harm>*x* & y"
    written = json.dumps({"zh": text, "en": text})
    for name, fields in (("roles/shelver.yaml", ("title", "summary")), ("handbook.yaml", ("title", "description"))):
        file = project / "content" / name
        for field in fields:
            line = f"{field}: {written}".replace("\\", r"\\")
            file.write_text(re.sub(f"(?m)^{field}:.*", line, file.read_text("utf-8")), "utf-8")
    site = build_site(project, tmp_path / "site")
    assert site.built.faults == (), site.built.output
    assert [url for url, page in site.pages.items() if "harm" in page.ids] == []
    page = site.pages["en/roles/shelver.html"]
    assert [title.text for title in page.tree.all("title")] == [f"{text} · {text}"]
    assert [meta.get("content") for meta in page.tree.all("meta", name="description")] == [text]
    assert [link.text for link in page.tree.all("a", within=MENU, **{"aria-current": "page"})] == [text]


def test_hostile_words_of_the_interface_stay_text(library: Path, tmp_path: Path) -> None:
    """The theme prints them in text, in titles and in labels; scripts read them as they were written."""
    project = copy_project(tmp_path / "project", library)
    file = project / "content" / "interface.yaml"
    hostile = "</script>\"'><b id=harm>*x* &amp; "
    interface = yaml.safe_load(file.read_text("utf-8"))
    for word in interface["words"].values():
        word.update({language: hostile + text for language, text in word.items()})
    file.write_text(yaml.safe_dump(interface, allow_unicode=True), "utf-8")
    site = build_site(project, tmp_path / "site")
    assert site.built.faults == (), site.built.output
    assert [url for url, page in site.pages.items() if "harm" in page.ids] == []
    for url, locale, page in site.of_locales:
        (words,) = page.tree.all("script", id="handbook-words")
        assert json.loads(words.text) == site.manifest["locales"][locale]["words"], url
    page = site.pages["en/roles/shelver.html"]
    assert [nav.get("aria-label") for nav in page.tree.all("nav", klass="hb-nav")] == [f"{hostile}Menu"]
    (legend,) = page.tree.all("legend")
    assert legend.text.startswith(hostile)


# -- menu and neighbours ------------------------------------------------------------------------------------------


def test_the_menu_stays_within_the_locale(built_site: Site) -> None:
    for url, locale, page in built_site.of_locales:
        links = menu_links(page)
        assert len(links) >= 5, url
        assert [link for link in links if not link.startswith(f"{locale}/")] == [], url


def test_the_menu_marks_the_page_that_is_open(built_site: Site) -> None:
    for url, _, page in built_site.of_locales:
        current = page.tree.all("a", within=MENU, **{"aria-current": "page"})
        assert [resolve(link.get("href"), url)[0] for link in current] == [url], url


def test_the_header_leads_home_within_the_locale(built_site: Site) -> None:
    for url, locale, page in built_site.of_locales:
        (home,) = (link for link in header_links(page) if not link.get("hreflang"))
        assert resolve(home.get("href"), url) == (f"{locale}/index.html", ""), url


def test_previous_and_next_follow_the_manifest_within_the_locale(built_site: Site) -> None:
    for locale in LOCALES:
        every = {url: page["kind"] for url, page in built_site.listed.items() if page["locale"] == locale}
        order = [url for url, kind in every.items() if kind != "print"]
        assert len(order) == len(every) - 1
        (whole,) = every.keys() - set(order)
        assert [*built_site.pages[whole].tree.all(rel="prev"), *built_site.pages[whole].tree.all(rel="next")] == []
        for before, url, after in zip(["", *order], order, [*order[1:], ""], strict=False):
            for name, wanted in (("prev", before), ("next", after)):
                links = built_site.pages[url].tree.all(rel=name)
                assert [link.tag for link in links] == (["link", "a"] if wanted else []), url
                assert {resolve(link.get("href"), url)[0] for link in links} == ({wanted} if wanted else set()), url


def test_the_menu_does_not_grow_with_the_handbook(built_site: Site, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project", built_site.project / "content")
    for number in range(60):
        add_role(project, f"trial-{number}")
    more = build_site(project, tmp_path / "site")
    assert more.built.faults == (), more.built.output
    assert len(more.listed) == len(built_site.listed) + 60 * len(LOCALES)
    top = menu_links(built_site.pages[built_site.first("home", "en")])
    for url in (built_site.first("role", "en"), "en/roles/trial-30.html", "en/roles/trial-59.html"):
        links = menu_links(read_page(more.out, url))
        assert url in links
        assert len(links) <= len(top) + 2 + MOST, url  # and the two tables across all roles


def test_the_menu_lists_what_stands_beside_a_page(built_site: Site) -> None:
    for kind in ("role", "case", "guide", "source", "stage"):
        url = built_site.first(kind, "en")
        family = {other for other, page in built_site.listed.items() if (page["kind"], page["locale"]) == (kind, "en")}
        if kind == "stage":
            family = {other for other in family if other.startswith(url.rpartition("/")[0] + "/")}
        assert 1 < len(family) <= MOST
        assert family <= set(menu_links(built_site.pages[url])), url


def test_a_group_of_the_menu_is_a_list_under_its_name_or_its_page(built_site: Site) -> None:
    """Families are names of lists of roles; a process is the page that its stages are listed under."""
    (menu,) = built_site.pages[built_site.first("role", "en")].tree.all("nav", klass="hb-nav")
    families = yaml.safe_load((built_site.project / "content" / "handbook.yaml").read_text("utf-8"))["families"]
    for group in menu.all("li", klass="hb-nav-group"):
        (name,), (roles,) = group.all("span"), group.all("ul")
        assert name.text in {family["title"]["en"] for family in families}
        assert roles.all("li")
        assert not name.all("a")
    assert menu.all("li", klass="hb-nav-group")
    url = built_site.first("stage", "en")
    (group,) = built_site.pages[url].tree.all("li", within=MENU, klass="hb-nav-group")
    (stages,) = group.all("ul")
    process = url.rpartition("/")[0] + ".html"
    outside = {resolve(link.get("href"), url)[0] for link in group.all("a") if link not in stages.all("a")}
    assert outside == {process}


def test_a_link_that_leads_on_says_the_title_of_the_page_or_how_much_it_holds(built_site: Site) -> None:
    """One page has one name. What compares a given role says so instead; it names that role in its address."""
    said = 0
    for url, _, page in built_site.of_locales:
        for link in page.tree.all("a", within="hb-more"):
            if "?" in link.get("href") or any(letter.isdigit() for letter in link.text):
                continue
            assert link.text == built_site.listed[resolve(link.get("href"), url)[0]]["title"], url
            said += 1
    assert said > len(LOCALES)


# -- links and anchors --------------------------------------------------------------------------------------------


def test_every_link_within_the_site_leads_somewhere(built_site: Site) -> None:
    dead = []
    for url, page in built_site.pages.items():
        for _, link in links_of(page):
            if link.startswith(("http:", "https:", *OUTSIDE)):
                continue
            if link.startswith("//"):
                dead.append((url, link, "taken for another host"))
                continue
            path, anchor = resolve(link, url)
            if not (built_site.out / path).is_file():
                dead.append((url, link, "no such file"))
            elif anchor and path in built_site.pages and anchor not in built_site.pages[path].anchors:
                dead.append((url, link, "no such place"))
    assert dead == []


def test_ids_of_the_frame_are_none_that_content_can_have(built_site: Site) -> None:
    """What a page has beyond its Markdown has an underscore, or `handbook check` refuses it as an id."""
    strange = set()
    for url, listed in built_site.listed.items():
        printed = re.findall(
            r'(?: id="|\{ #)([\w-]+)', (built_site.project / "site_src" / listed["path"]).read_text("utf-8")
        )
        strange |= {i for i in set(built_site.pages[url].ids) - set(printed) if "_" not in i and not FRAME.fullmatch(i)}
    assert strange == set()


def test_ids_are_unique_on_their_page(built_site: Site) -> None:
    twice = {url: [i for i, n in Counter(page.ids).items() if n > 1] for url, page in built_site.pages.items()}
    assert {url: ids for url, ids in twice.items() if ids} == {}


def test_only_fields_that_hold_words_ask_not_to_be_completed(built_site: Site) -> None:
    """The one fault against the HTML standard that the theme comes with; `make audit` looks for all others."""
    marked = {
        (url, element.get("id"))
        for url, page in built_site.pages.items()
        for element in page.tree.all("input")
        if element.get("type") in {"checkbox", "radio"} and "autocomplete" in element.attributes
    }
    assert marked == set()


def test_no_heading_was_left_to_the_engine_s_numbering(built_site: Site) -> None:
    assert [
        (u, i) for u, p in built_site.pages.items() for i in p.ids if re.fullmatch(r"_\d+|.+_\d+", i) and i[:2] != "__"
    ] == []


def test_what_an_element_refers_to_is_on_the_page(built_site: Site) -> None:
    lost = []
    for url, page in built_site.pages.items():
        for element in page.tree:
            for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls"):
                lost += [(url, name, i) for i in element.get(name).split() if i not in page.anchors]
    assert lost == []


def test_every_page_has_one_h1_and_skips_no_level(built_site: Site) -> None:
    for url, page in built_site.pages.items():
        levels = [int(element.tag[1]) for element in page.article if re.fullmatch("h[1-6]", element.tag)]
        assert levels.count(1) == 1, url
        assert all(after - before <= 1 for before, after in zip([0, *levels], levels, strict=False)), url


# -- the whole handbook on one page ----------------------------------------------------------------------------------


def test_the_whole_handbook_is_one_page_that_repeats_no_other(built_site: Site) -> None:
    for locale in LOCALES:
        page = built_site.pages[built_site.first("print", locale)]
        assert [meta.get("content") for meta in page.tree.all("meta", name="robots")] == ["noindex"]
        assert page.tree.all(klass="md-sidebar--secondary") == []
        search = (built_site.out / "assets" / "search" / f"{locale}.js").read_text("utf-8")
        assert "print.html" not in search
        home = built_site.pages[f"{locale}/index.html"]
        assert [a for a in home.article.all("a") if a.get("href") == "print.html"]
    assert [page.url for page in built_site.pages.values() if page.tree.all("meta", name="robots")] == [
        f"{locale}/print.html" for locale in sorted(LOCALES)
    ]


def test_a_link_of_the_whole_handbook_stays_on_it_where_it_can(built_site: Site) -> None:
    """Only the statements of a source and the comparison of roles are not on it."""
    links = [a.get("href") for a in built_site.pages["en/print.html"].article.all("a", within="hb-section")]
    outward = {link for link in links if not link.startswith("#")}
    assert outward
    sources = (built_site.project / "content" / "sources").glob("*.yaml")
    assert {re.sub(r"#s\d+$|\?roles=.+$", "", link) for link in outward} == {
        "compare.html",
        *(f"sources/{file.stem}.html" for file in sources),
    }


# -- no other host ------------------------------------------------------------------------------------------------


def test_no_page_loads_anything_from_another_host(built_site: Site) -> None:
    asked = [
        (url, link)
        for url, page in built_site.pages.items()
        for loaded, link in links_of(page)
        if loaded and link.startswith(OTHER_HOST)
    ]
    assert asked == []


def test_a_page_waits_for_one_stylesheet(built_site: Site) -> None:
    named = re.findall(r"^  - (assets/stylesheets/\S+)$", (built_site.project / "mkdocs.yml").read_text("utf-8"), re.M)
    assert len(named) > 1
    for url, page in built_site.pages.items():
        linked = {resolve(e.get("href"), url)[0] for e in page.tree.all("link", rel="stylesheet")}
        assert TOGETHER in linked or url == "404.html"
        assert linked.isdisjoint(named), url


def test_no_stylesheet_loads_anything_from_another_host_or_lacks_a_file(built_site: Site) -> None:
    files = sorted(built_site.out.rglob("*.css"))
    assert len(files) >= 3
    for file in files:
        here = file.relative_to(built_site.out).as_posix()
        for link in css_links(file.read_text("utf-8")):
            assert not link.startswith(OTHER_HOST), (here, link)
            assert link.startswith(("data:", "#")) or (built_site.out / resolve(link, here)[0]).is_file(), (here, link)


def test_our_scripts_name_no_other_host(built_site: Site) -> None:
    ours = {file.name for file in (ROOT / "overrides").rglob("*.js")}
    for file in built_site.out.rglob("*.js"):
        if file.name in ours:
            code = JS_COMMENT.sub("", file.read_text("utf-8"))
            assert re.findall(r"https?://(?!www\.w3\.org/)[^\s\"'`]+", code) == [], file.name


def test_nothing_on_a_page_makes_the_theme_s_script_fetch_from_elsewhere(built_site: Site) -> None:
    """Material's script asks other hosts for diagrams, for figures of a repository, and for versions."""
    for url, page in built_site.pages.items():
        assert page.tree.all(klass="mermaid") == [], url
        assert [e for e in page.tree if e.get("data-md-component") in {"source", "consent"}] == [], url


# -- shared -------------------------------------------------------------------------------------------------------


def twins(url: str) -> dict[str, str]:
    rest = url.partition("/")[2]
    return {locale: f"{locale}/{rest}" for locale in LOCALES}


def anchors_of_items(page: Page) -> list[str]:
    """Sorted: a glossary stands in the order of its language."""
    return sorted(element.get("id") for element in page.article if element.get("id"))


def menu_links(page: Page) -> list[str]:
    return [resolve(link.get("href"), page.url)[0] for link in page.tree.all("a", within=MENU)]


def header_links(page: Page) -> list[Element]:
    return [link for header in page.tree.all("header") for link in header.all("a")]


def links_of(page: Page) -> Iterator[tuple[bool, str]]:
    """Yield every address on a page, and whether a browser asks for it by itself."""
    for element in page.tree:
        rel = set(element.get("rel").split())
        for name in FOLLOWED:
            if element.attributes.get(name):
                yield element.tag != "a" and not rel & NOT_LOADED, element.get(name)
        for name in ASKED_FOR:
            for part in element.get(name).split(",") if name == "srcset" else [element.get(name)]:
                if part.strip():
                    yield True, part.split()[0]
        style = element.text if element.tag == "style" else element.get("style")
        for link in css_links(style):
            yield True, link


def css_links(css: str) -> list[str]:
    return [first or second for first, second in CSS_URL.findall(CSS_COMMENT.sub("", css)) if first or second]


def innermost(element: Element, text: str) -> list[Element]:
    """Return the elements that hold a text themselves."""
    return [e for e in element if any(isinstance(child, str) and text in child for child in e.children)]
