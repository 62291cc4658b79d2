// Compares two or three roles: what the page holds of each is set side by side, an aspect in each row.
//
// The choice stands in the address as `?roles=a,b,c`. What several of the roles have, by `data-key`, is marked.
(function () {
  "use strict";

  var form = document.querySelector(".hb-compare-form");
  if (!form) return;
  var address = window.handbook.address;
  var selects = Array.prototype.slice.call(form.querySelectorAll("select"));
  var status = form.querySelector("[role='status']");
  var reset = form.querySelector("button[type='reset']");
  var list = document.querySelector(".hb-compare-roles");
  var target = document.querySelector(".hb-compared");
  var roles = {};
  Array.prototype.forEach.call(list.children, function (block) { roles[block.dataset.role] = block; });

  function make(tag, attributes, children) {
    var element = document.createElement(tag);
    Object.keys(attributes).forEach(function (name) { element.setAttribute(name, attributes[name]); });
    children.forEach(function (child) { element.append(child); });
    return element;
  }

  function copies(element) {
    return Array.prototype.map.call(element.childNodes, function (child) { return child.cloneNode(true); });
  }

  function aspect(id, name) {
    return roles[id].querySelector("[data-hb-aspect='" + name + "']");
  }

  // Marks what more than one cell has, and tells how many such things there are.
  function markShared(cells) {
    var marked = {};
    cells.forEach(function (cell) {
      Array.prototype.forEach.call(cell.querySelectorAll("[data-key]"), function (item) {
        var key = item.dataset.key;
        var holders = cells.filter(function (one) {
          return Array.prototype.some.call(one.querySelectorAll("[data-key]"), function (other) {
            return other.dataset.key === key;
          });
        });
        if (holders.length < 2) return;
        marked[key] = true;
        item.classList.add("hb-shared");
        item.append(" ", make("span", { class: "hb-chip hb-shared-mark" }, [target.dataset.shared]));
      });
    });
    return Object.keys(marked).length;
  }

  function row(name, ids) {
    var found = ids.map(function (id) { return aspect(id, name); });
    var first = found.find(Boolean);
    if (!first) return null;
    var cells = found.map(function (block, index) {
      var link = roles[ids[index]].querySelector(".hb-compare-name a");
      var label = (link.querySelector(".hb-own") || link).textContent;
      var other = (link.querySelector(".hb-other") || { textContent: label }).textContent;
      var nothing = make("span", { class: "hb-nofigure" }, [target.dataset.nothing]);
      return make("td", { "data-label": label, "data-label-other": other }, block ? copies(block.querySelector("dd")) : [nothing]);
    });
    var shared = ids.length > 1 ? markShared(cells) : 0;
    var heading = make("th", { scope: "row" }, copies(first.querySelector("dt")));
    return { element: make("tr", {}, [heading].concat(cells)), shared: shared };
  }

  function table(ids) {
    var rows = target.dataset.aspects.split(/\s+/).map(function (name) { return row(name, ids); }).filter(Boolean);
    var names = ids.map(function (id) {
      return make("th", { scope: "col" }, copies(roles[id].querySelector(".hb-compare-name")));
    });
    target.replaceChildren(make("table", { class: "hb-compare", "aria-label": target.dataset.table }, [
      make("thead", {}, [make("tr", {}, [make("td", {}, [])].concat(names))]),
      make("tbody", {}, rows.map(function (one) { return one.element; }))
    ]));
    target.firstElementChild.style.setProperty("--hb-compared", ids.length);
    return rows.reduce(function (sum, one) { return sum + one.shared; }, 0);
  }

  function show() {
    var ids = selects.map(function (select) { return select.value; }).filter(Boolean);
    selects.forEach(function (select) {
      Array.prototype.forEach.call(select.options, function (option) {
        option.disabled = Boolean(option.value) && option.value !== select.value && ids.indexOf(option.value) >= 0;
      });
    });
    var shared = ids.length ? table(ids) : 0;
    target.hidden = !ids.length;
    list.hidden = ids.length > 0;
    reset.hidden = !ids.length;
    status.textContent = ids.length < 2
      ? status.dataset[ids.length ? "one" : "none"]
      : status.dataset.some.replace("{count}", ids.length).replace("{shared}", shared);
    return ids;
  }

  function changed() {
    address.set({ roles: show().join(",") });
  }

  var named = address.get("roles").split(",").filter(function (id, index, all) {
    return id && all.indexOf(id) === index;
  });
  var asked = named.filter(function (id) {
    return Object.prototype.hasOwnProperty.call(roles, id);
  });
  selects.forEach(function (select, index) {
    select.value = asked[index] || "";
    select.addEventListener("change", changed);
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () {
    setTimeout(function () { // the fields are empty only after the event
      changed();
      selects[0].focus();
    });
  });
  form.hidden = false;
  var ids = show();
  if (ids.length < named.length) { // the address says from here on what is shown
    status.textContent += " " + status.dataset.left.replace("{count}", named.length - ids.length);
    address.set({ roles: ids.join(",") });
  }
})();
