// What a term or a metric means, beside a link to it: on pointing, on focus, on the first tap. The second tap follows.
(function () {
  "use strict";

  const LINKS = "a[data-hb-define]";
  const POINTING = 150; // ms: a pointer that only passes over shows nothing
  const LEAVING = 300; // ms: time to move the pointer onto the definition
  const ROOM = 8; // px to the edge of the window

  if (!document.querySelector(LINKS)) return;

  const meta = (name) => (document.querySelector(`meta[name="${name}"]`) || {}).content;
  const element = document.getElementById("handbook-words");
  const words = element ? JSON.parse(element.textContent) : {};
  const locales = Array.from(document.querySelectorAll("link[hreflang]"), (link) => link.hreflang);

  const tip = document.createElement("div");
  tip.className = "hb-tip";
  tip.id = "hb-tip";
  tip.setAttribute("role", "tooltip");
  tip.hidden = true;
  document.body.append(tip);

  let wanted = null; // the link that is pointed at, focused or tapped
  let shown = null; // the link whose definition is on the screen
  let timer = 0;
  let pointer = "";

  // -- the definitions of a language, loaded once, by a script tag: that works from a folder too

  const loading = {};

  function load(locale) {
    loading[locale] = loading[locale] || new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${meta("handbook-root") || "."}/assets/terms/${locale}.js`;
      script.onload = () => resolve(window.handbook.terms[locale]);
      script.onerror = reject;
      document.head.append(script);
    });
    return loading[locale];
  }

  /** The language of the text that a link stands in, where the handbook has it. */
  function localeOf(link) {
    const lang = link.closest("[lang]").lang;
    return link.closest("article [lang]") && locales.includes(lang) ? lang : meta("handbook-locale");
  }

  function definition(link) {
    return load(localeOf(link)).then((terms) => terms[link.dataset.hbDefine]);
  }

  // -- on the screen and away

  function hide() {
    clearTimeout(timer);
    wanted = null;
    if (!shown) return;
    shown.removeAttribute("aria-describedby");
    shown = null;
    tip.hidden = true;
  }

  function show(link, hint) {
    clearTimeout(timer);
    wanted = link;
    return definition(link).then((found) => {
      if (!found || wanted !== link) return;
      if (shown && shown !== link) shown.removeAttribute("aria-describedby");
      const [name, text] = ["strong", "span"].map((tag, place) => {
        const part = document.createElement(tag);
        part.textContent = found[place];
        return part;
      });
      tip.replaceChildren(name, text);
      tip.lang = localeOf(link);
      if (hint) {
        const more = document.createElement("small");
        more.textContent = hint;
        more.lang = document.documentElement.lang;
        tip.append(more);
      }
      tip.hidden = false;
      place(link);
      link.setAttribute("aria-describedby", tip.id);
      shown = link;
    });
  }

  function place(link) {
    const at = link.getBoundingClientRect();
    const first = link.getClientRects()[0] || at;
    tip.style.left = tip.style.top = "0";
    const size = tip.getBoundingClientRect();
    const left = Math.max(ROOM, Math.min(first.left, document.documentElement.clientWidth - size.width - ROOM));
    const fits = at.bottom + size.height + ROOM < innerHeight || at.top < size.height + ROOM;
    tip.style.left = `${left + scrollX}px`;
    tip.style.top = `${(fits ? at.bottom + 4 : at.top - size.height - 4) + scrollY}px`;
  }

  const linkOf = (target) => target.closest && target.closest(LINKS);
  const silent = () => {}; // no definition: the link leads to the glossary all the same

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const link = linkOf(event.target);
    if (link && link !== shown) {
      clearTimeout(timer);
      timer = setTimeout(() => show(link).catch(silent), POINTING);
    } else if (link || tip.contains(event.target)) {
      clearTimeout(timer);
    }
  });
  document.addEventListener("pointerout", (event) => {
    if (event.pointerType === "touch" || !(linkOf(event.target) || tip.contains(event.target))) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!shown || shown !== document.activeElement || !shown.matches(":focus-visible")) hide();
    }, LEAVING);
  });

  document.addEventListener("focusin", (event) => {
    const link = linkOf(event.target);
    if (link && link.matches(":focus-visible")) show(link).catch(silent);
  });
  document.addEventListener("focusout", (event) => {
    if (linkOf(event.target)) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });

  document.addEventListener("pointerdown", (event) => {
    pointer = event.pointerType;
    if (pointer === "touch" && shown && linkOf(event.target) !== shown && !tip.contains(event.target)) hide();
  });
  document.addEventListener("click", (event) => {
    const link = linkOf(event.target);
    if (!link || link === shown || pointer !== "touch" || event.detail === 0) return;
    event.preventDefault();
    const follow = () => location.assign(link.href);
    show(link, words["theme.term-again"]).then(() => shown === link || follow(), follow);
  });
})();
