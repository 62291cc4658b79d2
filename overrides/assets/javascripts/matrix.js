// Keeps the headings of the matrix in sight, and lights the column that the pointer or the focus is in; the row needs no
// script.
(function () {
  "use strict";

  Array.prototype.forEach.call(document.querySelectorAll("table.hb-matrix"), function (table) {
    var columns = table.querySelectorAll("col");
    var headings = table.tHead.rows[1].cells;
    var lit = 0;

    function light(column) {
      [lit, column].forEach(function (number) {
        if (!number) return;
        columns[number].classList.toggle("hb-lit", number === column);
        headings[number - 1].classList.toggle("hb-lit", number === column);
      });
      lit = column;
    }
    function find(event) {
      var cell = event.target.closest("td, th");
      if (!cell) return light(0);
      // The heading of the roles stands in both rows of the head, so a stage is one to the left there.
      light(cell.parentElement === table.tHead.rows[1] ? cell.cellIndex + 1 : cell.tagName === "TD" ? cell.cellIndex : 0);
    }
    var scroll = table.parentElement;
    function fit() {
      var wide = table.scrollWidth > scroll.parentElement.clientWidth;
      scroll.classList.toggle("hb-matrix-scroll--wide", wide);
      scroll.classList.toggle("hb-matrix-scroll--whole", !wide);
    }
    new ResizeObserver(fit).observe(scroll.parentElement);
    table.addEventListener("mouseover", find);
    table.addEventListener("focusin", find);
    table.addEventListener("mouseleave", function () { light(0); });
    table.addEventListener("focusout", function () { light(0); });
  });
})();
