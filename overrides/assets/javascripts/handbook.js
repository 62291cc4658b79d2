// The frame of a page: light or dark, the menu of a narrow screen, and small things.
(function () {
  "use strict";

  var body = document.body;
  var element = document.getElementById("handbook-words");
  var words = element ? JSON.parse(element.textContent) : {};

  function each(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }

  // -- light or dark: one button for Material's radio buttons

  each(".hb-palette", function (form) {
    var button = form.querySelector("button");
    var inputs = Array.prototype.slice.call(form.querySelectorAll("input"));
    function position() {
      var scheme = body.getAttribute("data-md-color-scheme");
      return Math.max(0, inputs.findIndex(function (input) {
        return input.getAttribute("data-md-color-scheme") === scheme;
      }));
    }
    function show() {
      var label = inputs[position()].getAttribute("aria-label");
      button.title = label;
      button.setAttribute("aria-label", label);
    }
    button.addEventListener("click", function () {
      inputs[(position() + 1) % inputs.length].click();
    });
    button.addEventListener("keydown", function (event) {
      // Material's form takes Enter for itself, which would switch there and back.
      if (event.key === "Enter") event.stopPropagation();
    });
    new MutationObserver(show).observe(body, { attributes: true, attributeFilter: ["data-md-color-scheme"] });
    button.hidden = false;
    show();
  });

  // -- the menu of a narrow screen: Material opens it by a label, which no key reaches; a button takes its place

  var drawer = document.getElementById("__drawer");
  each("label.hb-menu", function (label) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = label.className;
    button.title = label.title;
    button.append.apply(button, Array.prototype.slice.call(label.childNodes));
    label.replaceWith(button);

    function show() {
      button.setAttribute("aria-expanded", String(drawer.checked));
    }
    function set(open) {
      drawer.checked = open;
      drawer.dispatchEvent(new Event("change"));
    }
    button.addEventListener("click", function () {
      set(!drawer.checked);
      var here = drawer.checked && document.querySelector(".hb-nav [aria-current]");
      if (here) focusOnce(here, 40);
    });
    // It takes the focus only when it is in sight, and how soon that is the device decides.
    function focusOnce(link, tries) {
      link.focus({ preventScroll: true });
      if (document.activeElement !== link && drawer.checked && tries) setTimeout(focusOnce, 30, link, tries - 1);
    }
    drawer.addEventListener("change", show);
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !drawer.checked) return;
      set(false);
      button.focus();
    });
    each(".hb-nav", function (menu) {
      menu.addEventListener("focusout", function (event) {
        if (drawer.checked && event.relatedTarget && !menu.contains(event.relatedTarget)) set(false);
      });
    });
    show();
  });

  // -- a menu longer than its room: the page that is open stands in the middle of it, unless it is in sight anyway

  each(".hb-nav [aria-current]", function (link) {
    var box = link.closest(".md-sidebar__scrollwrap");
    new ResizeObserver(function (entries, observer) {
      var below = link.getBoundingClientRect().bottom - box.getBoundingClientRect().top;
      if (box.scrollHeight <= box.clientHeight) return;
      observer.disconnect(); // once: from here on the reader scrolls it
      if (below > box.clientHeight) box.scrollTop = below - box.clientHeight / 2;
    }).observe(box);
  });

  // -- sources that open below the window: it comes to where they are

  document.addEventListener("toggle", function (event) {
    var details = event.target;
    if (details.matches(".hb-sources[open]")) details.lastElementChild.scrollIntoView({ block: "nearest" });
  }, true);

  // -- small things

  each(".hb-contents a", function (link) {
    link.addEventListener("click", function () {
      link.closest("details").open = false;
    });
  });

  each(".headerlink", function (link) {
    if (words["theme.permalink"]) link.title = words["theme.permalink"];
  });

  each("[data-hb-locale]", function (link) {
    var wanted = (navigator.languages || [navigator.language]).map(localeOf).find(Boolean);
    if (link.dataset.hbLocale === wanted) link.classList.add("hb-suggested");
  });

  function localeOf(tag) {
    var lower = String(tag).toLowerCase();
    if (/^zh\b.*\b(hant|tw|hk|mo)\b/.test(lower)) return "zh-Hant";
    if (/^zh\b/.test(lower)) return "zh-Hans";
    return /^en\b/.test(lower) ? "en" : undefined;
  }
})();
