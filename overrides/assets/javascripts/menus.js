// What opens by itself, without a script: a script closes it by Escape, by a click elsewhere, and when the focus leaves it.
(function () {
  "use strict";

  const MENUS = "details.hb-language, details.hb-sources, details.hb-contents";
  const open = () => Array.from(document.querySelectorAll(MENUS)).filter((menu) => menu.open);

  function closeAllBut(target) {
    open().forEach((menu) => {
      if (!menu.contains(target)) menu.open = false;
    });
  }

  document.addEventListener("click", (event) => closeAllBut(event.target));
  document.addEventListener("focusin", (event) => closeAllBut(event.target));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    open().forEach((menu) => {
      if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
      menu.open = false;
    });
  });

  // On paper the sources of each item are written out.
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = Array.from(document.querySelectorAll("details.hb-sources:not([open])"));
    opened.forEach((menu) => {
      menu.open = true;
    });
  });
  window.addEventListener("afterprint", () => {
    opened.forEach((menu) => {
      menu.open = false;
    });
  });
})();
