// Which languages a page shows: its own, both, or the other one. The device remembers it, and the address carries it.
(function () {
  "use strict";

  const KEY = "handbook.languages";
  const root = document.documentElement;
  const group = document.querySelector(".hb-show");
  if (!group) return;

  // "one", "both" or "other": main.html has set it, from the address or from the device, before the page was painted.
  const shown = () => root.dataset.hbLanguages || "one";

  function remember(state) {
    try {
      localStorage.setItem(KEY, state);
    } catch (error) {
      // Storage may be closed to us (private window, file://): the choice then holds for this page.
    }
  }

  function name(state) {
    const address = new URL(location.href);
    if (state === "one") address.searchParams.delete("show");
    else address.searchParams.set("show", state);
    try {
      history.replaceState(history.state, "", address.href);
    } catch (error) {
      // Some browsers keep the address of a page from a folder as it is.
    }
  }

  // What the address names, while it is in sight.
  function jumpedTo() {
    const named = document.querySelector("article :target");
    const box = named && named.getBoundingClientRect();
    return box && box.bottom > 0 && box.top < innerHeight ? named : null;
  }

  function atReadingHeight() {
    const top = document.elementsFromPoint(innerWidth / 2, innerHeight / 4).find((one) => one.closest("article *"));
    return top && (top.closest(".hb-item, :is(h1, h2, h3)[id], tr, li") || top);
  }

  // The page grows or shrinks by half: what was being read stays where it was on the screen.
  function keepingPlace(change) {
    const place = jumpedTo() || atReadingHeight();
    const before = place && place.getBoundingClientRect().top;
    change();
    if (place && scrollY > 0) scrollBy({ top: place.getBoundingClientRect().top - before, behavior: "instant" });
  }

  group.addEventListener("change", (event) => {
    const state = event.target.value;
    keepingPlace(() => {
      root.dataset.hbLanguages = state;
      follow();
    });
    remember(state);
    name(state);
  });
  group.querySelector(`[value="${shown()}"]`).checked = true;
  group.hidden = false;
  if (new URL(location.href).searchParams.has("show")) remember(shown());
  name(shown()); // what the device remembers stands in the address too, to be sent on

  // -- the contents list and the name of the page follow what is shown

  const entries = Array.from(document.querySelectorAll(".md-nav--secondary a[href^='#'], .hb-contents a[href^='#']"), (link) => {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const other = heading && heading.querySelector(":scope > .hb-other");
    const label = link.querySelector(".md-ellipsis") || link;
    const number = (/^\d+\. /.exec(label.textContent) || [""])[0];
    return other && { label, own: label.textContent, other: number + other.textContent, lang: other.lang };
  }).filter(Boolean);
  const titled = document.querySelector("article h1 > .hb-other");
  const ownTitle = document.title;
  const otherTitle = titled && ownTitle.replace(/^.*?(?= · |$)/, titled.textContent);

  function follow() {
    const other = shown() === "other";
    entries.forEach((entry) => {
      entry.label.textContent = other ? entry.other : entry.own;
      if (other) entry.label.lang = entry.lang;
      else entry.label.removeAttribute("lang");
    });
    if (otherTitle) document.title = other ? otherTitle : ownTitle;
  }
  follow();

  // -- the language menu keeps the section; a language chosen there by its name is the one to be read

  const headings = Array.from(document.querySelectorAll(".md-typeset :is(h2, h3)[id]"));

  // The section that is being read: the one in the address while it is in sight, else the last heading above the fold.
  function section() {
    if (jumpedTo()) return location.hash;
    if (scrollY === 0) return "";
    const inSight = headings.filter((heading) => heading.getClientRects().length);
    const above = inSight.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3).pop();
    return above ? "#" + above.id : "";
  }

  const family = (tag) => tag.split("-")[0];
  document.querySelectorAll("a.md-select__link[hreflang]").forEach((link) => {
    link.addEventListener("click", () => {
      link.hash = section();
      if (shown() === "other" && family(link.hreflang) !== family(root.lang)) remember("one");
    });
  });
})();
