// The page for addresses that are not there: of its languages, leave the one that the address or the browser names.
(function () {
  "use strict";

  function every(selector) {
    return Array.prototype.slice.call(document.querySelectorAll(selector));
  }

  function localeOf(tag) {
    var lower = String(tag).toLowerCase();
    if (/^zh\b.*\b(hant|tw|hk|mo)\b/.test(lower)) return "zh-Hant";
    return /^zh\b/.test(lower) ? "zh-Hans" : lower.split("-")[0];
  }

  var sections = every("section[data-hb-lost]");
  var known = sections.map(function (section) { return section.dataset.hbLost; });
  var asked = location.pathname.split("/").concat((navigator.languages || [navigator.language]).map(localeOf));
  var locale = asked.find(function (name) { return known.indexOf(name) >= 0; }) || known[0];

  every("[data-hb-lost]").forEach(function (element) {
    element.hidden = element.dataset.hbLost !== locale;
  });
  every(".hb-lost-search").forEach(function (button) { button.hidden = false; });

  // What stands around the page, and what the search reads, is in the first language so far.
  var handbook = JSON.parse(sections[known.indexOf(locale)].querySelector("script").textContent);
  var words = document.getElementById("handbook-words");
  if (words) words.textContent = JSON.stringify(handbook.words);
  document.documentElement.lang = locale;
  document.title = handbook.words["theme.not-found"] + " · " + handbook.title;
  every(".md-header__topic .md-ellipsis").forEach(function (element) { element.textContent = handbook.title; });
  every(".handbook-search__label").forEach(function (element) { element.textContent = handbook.words["search.label"]; });
  every("header [data-handbook-search]").forEach(function (element) { element.title = handbook.words["search.label"]; });
  every(".hb-palette input").forEach(function (input) {
    var scheme = input.dataset.mdColorScheme === "slate" ? "light" : "dark"; // what pressing leads to
    input.setAttribute("aria-label", handbook.words["theme." + scheme]);
  });
  every("header nav").forEach(function (nav) { nav.setAttribute("aria-label", handbook.title); });
  every(".md-top").forEach(function (button) { button.remove(); }); // a page this short needs no way to its top
  every("header .md-logo").forEach(function (link) {
    link.title = handbook.title;
    link.setAttribute("aria-label", handbook.title);
  });
})();
