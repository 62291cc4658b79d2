// Filters a list or a table: `<form data-hb-filter="selector of the items">` with a text field and selects.
//
// A select marked `data-hb-facet` looks for its value among those of the item's attribute `data-<name>`; the text field
// for each of its words in what the item says in both languages and in its `data-words`.
(function () {
  "use strict";

  var address = window.handbook.address;

  function list(scope, selector) {
    return Array.prototype.slice.call(scope.querySelectorAll(selector));
  }

  function fold(text) {
    return text.normalize("NFKC").toLowerCase();
  }

  list(document, "form[data-hb-filter]").forEach(function (form) {
    var items = list(document, form.dataset.hbFilter);
    var text = form.elements.q;
    var facets = list(form, "select[data-hb-facet]");
    var drawer = form.querySelector("details");
    var wide = window.matchMedia("(min-width: 45em)"); // as in tables.css
    var status = form.querySelector("[data-hb-count]");
    var reset = form.querySelector("button[type='reset']");
    var none = form.nextElementSibling;
    var alike = fold;
    var said = say();

    function say() {
      return items.map(function (item) {
        return alike(item.textContent + " " + (item.dataset.words || ""));
      });
    }

    function matches(item, index) {
      return facets.every(function (facet) {
        return !facet.value || (item.getAttribute("data-" + facet.name) || "").split(" ").indexOf(facet.value) >= 0;
      }) && alike(text.value).split(/\s+/).every(function (word) {
        return said[index].indexOf(word) >= 0;
      });
    }

    function show() {
      var shown = 0;
      items.forEach(function (item, index) {
        item.hidden = !matches(item, index);
        if (!item.hidden) shown += 1;
      });
      list(document, "[data-hb-group]").forEach(hideEmptyGroup);
      status.textContent = status.dataset.hbCount.replace("{shown}", shown).replace("{total}", items.length);
      none.hidden = shown > 0;
      reset.hidden = !isSet();
      if (shown === 0 && alike === fold && /[\u3400-\u9fff]/.test(text.value)) lookInBothScripts();
    }

    // Nothing is found by words as they are: perhaps they are typed in the other Chinese script. The search can tell.
    function lookInBothScripts() {
      var searching = window.handbook.searching;
      searching.prepare().then(function () {
        alike = function (words) { return searching.fold(words).text; };
        said = say();
        show();
      }, function () {}); // what it needs cannot be had: the words stay as they are
    }

    // A group of which no item is shown goes, and with it its place in the contents list.
    function hideEmptyGroup(group) {
      var heading = group.querySelector("h2");
      group.hidden = !group.querySelector(form.dataset.hbFilter + ":not([hidden])");
      if (!heading) return;
      list(document, "nav a[href='#" + heading.id + "'], .hb-contents a[href='#" + heading.id + "']").forEach(function (link) {
        link.parentElement.hidden = group.hidden;
      });
    }

    // On a narrow screen the choices are out of the way until they are wanted, or one of them is made.
    function foldFacets() {
      if (drawer) drawer.open = wide.matches || facets.some(function (facet) { return facet.value; });
    }

    function isSet() {
      return Boolean(text.value.trim()) || facets.some(function (facet) { return facet.value; });
    }

    function remember() {
      var values = { q: text.value.trim() };
      facets.forEach(function (facet) { values[facet.name] = facet.value; });
      address.set(values);
    }

    function changed() {
      show();
      remember();
    }

    function recall() {
      text.value = address.get("q");
      facets.forEach(function (facet) {
        facet.value = address.get(facet.name);
        if (facet.selectedIndex < 0) facet.value = "";
      });
    }

    text.addEventListener("input", changed);
    facets.forEach(function (facet) { facet.addEventListener("change", changed); });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("reset", function () {
      setTimeout(function () { // the fields are empty only after the event
        changed();
        text.focus();
      });
    });
    none.querySelector("button").addEventListener("click", function () { form.reset(); });

    recall();
    foldFacets();
    wide.addEventListener("change", foldFacets);
    form.hidden = false;
    show();
  });
})();
