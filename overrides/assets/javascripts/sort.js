// Sorts a table by its columns: `<table data-hb-sort>`, the sortable ones named by `data-key` of their heading.
//
// A cell sorts by its numbers (`data-order="3 0.5"`), else by its first element: the text in the reader's language. Where
// the headings are out of sight, `<select name="sort">` does the same.
(function () {
  "use strict";

  var address = window.handbook.address;

  function list(scope, selector) {
    return Array.prototype.slice.call(scope.querySelectorAll(selector));
  }

  list(document, "table[data-hb-sort]").forEach(function (table) {
    var body = table.tBodies[0];
    var rows = Array.prototype.slice.call(body.rows);
    var headings = list(table, "thead th[data-key]");
    var choice = document.querySelector("select[name='sort']");
    var collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

    function key(row, column) {
      var cell = row.cells[column];
      if (cell.dataset.order) return cell.dataset.order.split(" ").map(Number);
      var first = cell.firstElementChild;
      return first ? first.textContent.trim() : "";
    }

    // The other way round only the last number is turned: figures of one unit stay together, and units in their order.
    function compare(one, other, sign) {
      if (typeof one === "string") return sign * collator.compare(one, other);
      return one.reduce(function (found, value, index) {
        return found || (value - other[index]) * (index === one.length - 1 ? sign : 1);
      }, 0);
    }

    // By `name`, the other way round by `-name`, and as the handbook has it by nothing. Empty cells come last.
    function sort(by) {
      var descending = by.charAt(0) === "-";
      var name = descending ? by.slice(1) : by;
      var heading = headings.find(function (one) { return one.dataset.key === name; });
      var sorted = rows.map(function (row, index) {
        return { row: row, index: index, key: heading ? key(row, heading.cellIndex) : "" };
      });
      if (heading) {
        sorted.sort(function (one, other) {
          if (!one.key.length || !other.key.length) return other.key.length - one.key.length || one.index - other.index;
          return compare(one.key, other.key, descending ? -1 : 1) || one.index - other.index;
        });
      }
      sorted.forEach(function (entry) { body.appendChild(entry.row); });
      headings.forEach(function (one) {
        if (one === heading) one.setAttribute("aria-sort", descending ? "descending" : "ascending");
        else one.removeAttribute("aria-sort");
      });
      choice.value = heading ? by : "";
      address.set({ sort: choice.value });
    }

    headings.forEach(function (heading) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "hb-sort";
      button.append.apply(button, Array.prototype.slice.call(heading.childNodes));
      heading.appendChild(button);
      button.addEventListener("click", function () {
        var now = heading.getAttribute("aria-sort");
        sort(now === "ascending" ? "-" + heading.dataset.key : now === "descending" ? "" : heading.dataset.key);
      });
    });
    choice.addEventListener("change", function () { sort(choice.value); });
    choice.form.addEventListener("reset", function () { sort(""); });
    if (address.get("sort")) sort(address.get("sort"));
  });
})();
