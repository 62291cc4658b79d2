"""Two or three roles side by side: chosen by keyboard, kept in the address, readable without a script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from generator.model.derive import Derived
from generator.pipeline import build
from tests.site.support.visits import Visit, visit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from tests.site.support.project import Site

pytestmark = pytest.mark.browser

COMPARE, TABLE, LIST = "en/compare.html", "table.hb-compare", ".hb-compare-roles"


@pytest.fixture
def guest(browser: Browser, built_site: Site) -> Iterator[Visit]:
    with visit(browser, built_site.out.as_uri()) as guest:
        yield guest


@pytest.fixture(scope="module")
def derived(built_site: Site) -> Derived:
    content = build.check(built_site.project / "content").content
    assert content is not None
    return Derived(content)


@pytest.fixture(scope="module")
def pair(derived: Derived) -> tuple[str, str]:
    """Two roles that share a stage, each with one that the other has no part in, and both with requirements."""
    stages = {role: set(found) for role, found in derived.stages_of_role.items()}
    having = [role for role in stages if derived.content.roles[role].record.requirements]
    return next(
        (one, other)
        for one in having
        for other in having
        if stages[one] & stages[other] and stages[one] - stages[other] and stages[other] - stages[one]
    )


def names(guest: Visit) -> list[str]:
    texts = guest.page.locator(f"{TABLE} thead th a").all_inner_texts()
    return [text.strip() for text in texts]


def test_roles_are_chosen_by_keyboard_and_stand_in_the_address(guest: Visit, derived: Derived) -> None:
    roles = derived.content.roles
    guest.go(COMPARE)
    expect(guest.page.locator(TABLE)).to_have_count(0)
    first, second = guest.page.get_by_label("First role"), guest.page.get_by_label("Second role")
    first.focus()
    guest.page.keyboard.press("ArrowDown")
    chosen = first.input_value()
    assert chosen in roles
    expect(guest.page.get_by_role("status")).to_have_text("Choose one more role.")
    guest.page.keyboard.press("Tab")
    expect(second).to_be_focused()
    guest.page.keyboard.press("ArrowDown")
    also = second.input_value()
    assert also in roles
    assert also != chosen  # the first one's role cannot be chosen again
    assert names(guest) == [roles[role].record.title.en for role in (chosen, also)]
    expect(guest.page.locator(LIST)).to_be_hidden()
    assert guest.page.url == f"{guest.root}{COMPARE}?roles={chosen},{also}"

    guest.page.get_by_role("button", name="Start again").focus()
    guest.page.keyboard.press("Enter")
    expect(first).to_be_focused()
    expect(guest.page.locator(LIST)).to_be_visible()
    expect(guest.page.locator(TABLE)).to_be_hidden()
    assert guest.page.url == guest.root + COMPARE


def test_a_shared_address_shows_the_same_in_each_language(guest: Visit, derived: Derived) -> None:
    three = list(derived.content.roles)[2:5]
    guest.go(f"{COMPARE}?roles={','.join(three)}")
    titles = [derived.content.roles[role].record.title for role in three]
    assert names(guest) == [title.en for title in titles]
    guest.switch_language("zh-Hans")
    assert names(guest) == [title.zh for title in titles]
    guest.show("both")
    others = guest.page.locator(f"{TABLE} thead .hb-other").all_inner_texts()
    assert others == [title.en for title in titles]


def test_an_address_with_strange_roles_shows_those_it_knows(guest: Visit, derived: Derived) -> None:
    role = next(iter(derived.content.roles))
    guest.go(f"{COMPARE}?roles=constructor,{role},%3Cimg%20src=x%3E,{role},nobody")
    assert names(guest) == [derived.content.roles[role].record.title.en]
    status = guest.page.get_by_role("status")
    expect(status).to_have_text(re.compile(r"^Choose one more role\. Roles in the address that are not shown: 3\."))
    expect(guest.page).to_have_url(f"{guest.root}{COMPARE}?roles={role}")
    assert guest.page.locator(f"{TABLE} img").count() == 0


def test_what_both_have_is_marked_and_nothing_else(guest: Visit, derived: Derived, pair: tuple[str, str]) -> None:
    guest.go(f"{COMPARE}?roles={','.join(pair)}")
    common = set.intersection(*(set(derived.stages_of_role[role]) for role in pair))
    row = guest.page.locator(f"{TABLE} tbody tr").filter(has=guest.page.get_by_role("rowheader", name="Stages"))
    for number, role in enumerate(pair):
        items = row.locator("td").nth(number).locator("li")
        marked = items.evaluate_all("all => all.map((one) => [one.dataset.key, one.innerText.includes('In common')])")
        assert dict(marked) == {stage: stage in common for stage in derived.stages_of_role[role]}


def test_requirements_that_read_the_same_are_marked(guest: Visit, derived: Derived) -> None:
    said: dict[str, list[str]] = {}
    for role, entry in derived.content.roles.items():
        for requirement in entry.record.requirements:
            said.setdefault(requirement.text.en or "", []).append(role)
    text, roles = next((text, roles) for text, roles in said.items() if len(set(roles)) > 1)
    guest.go(f"{COMPARE}?roles={roles[0]},{roles[1]}")
    items = guest.page.locator(f"{TABLE} td li").filter(has=guest.page.get_by_text(text, exact=True))
    expect(items).to_have_count(2)
    for item in items.all():
        expect(item.locator(".hb-shared-mark")).to_be_visible()


def test_the_same_kind_of_requirement_stands_in_one_row(guest: Visit, derived: Derived, pair: tuple[str, str]) -> None:
    guest.go(f"{COMPARE}?roles={','.join(pair)}")
    kinds = {q.kind for role in pair for q in derived.content.roles[role].record.requirements}
    rows = guest.page.locator(f"{TABLE} tbody tr").filter(has_text="Requirements:")
    expect(rows).to_have_count(len(kinds))
    for kind in kinds:
        row = rows.filter(has=guest.page.locator("th", has_text=kind[:4].capitalize()))
        for number, role in enumerate(pair):
            wanted = [q for q in derived.content.roles[role].record.requirements if q.kind == kind]
            expect(row.locator("td").nth(number).locator("li")).to_have_count(len(wanted))


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("languages", ["one", "both"])
def test_three_roles_fit_any_screen(
    browser: Browser, built_site: Site, derived: Derived, width: int, languages: str
) -> None:
    with visit(browser, built_site.out.as_uri(), width) as guest:
        guest.go(f"{COMPARE}?roles={','.join(list(derived.content.roles)[:3])}")
        guest.page.evaluate("said => { document.documentElement.dataset.hbLanguages = said }", languages)
        assert guest.overflowing == []
        lefts = (
            guest.page.locator(f"{TABLE} tbody tr")
            .first.locator("td")
            .evaluate_all("all => all.map((one) => one.getBoundingClientRect().left)")
        )
        assert len(set(lefts)) == (3 if width == 1280 else 1)  # beside each other, or one under another


def test_without_a_script_each_role_can_be_opened(browser: Browser, built_site: Site, derived: Derived) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.goto(f"{built_site.out.as_uri()}/{COMPARE}?roles=anything")
    expect(page.locator("form.hb-compare-form")).to_be_hidden()
    blocks = page.locator(f"{LIST} > details")
    assert blocks.count() == len(derived.content.roles)
    blocks.first.locator("summary").click()
    role = next(iter(derived.content.roles.values())).record
    expect(blocks.first.locator("[data-hb-aspect=duties] li")).to_have_count(len(role.duties))
    expect(blocks.first.locator("[data-hb-aspect=duties] li").first).to_be_visible()
    context.close()


def test_the_roles_and_the_home_page_lead_to_the_pages_across(guest: Visit) -> None:
    for url in ("en/index.html", "en/roles/index.html"):
        for target in (COMPARE, "en/matrix.html"):
            guest.go(url)
            guest.follow(target)
