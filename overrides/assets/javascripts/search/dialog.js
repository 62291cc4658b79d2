// The dialog that asks and shows the search, and what opens it: the button, Ctrl-K, a slash.
(function (search) {
  "use strict";

  const { pageLocale, ready } = search;

  const DIALOG_LIMIT = 30;
  const PAUSE = 120; // milliseconds without a key before the dialog searches

  let words = null;
  function word(key, values) {
    if (!words) {
      const element = document.getElementById("handbook-words");
      words = element ? JSON.parse(element.textContent) : {};
    }
    return (words[key] || "").replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }

  /** A text with what the query found in <mark>; always text, never markup. */
  function marked(text, terms) {
    const parts = [];
    let place = 0;
    for (const [start, end] of search.marks(text, terms)) {
      parts.push(text.slice(place, start), make("mark", {}, text.slice(start, end)));
      place = end;
    }
    parts.push(text.slice(place));
    return parts;
  }

  let dialog = null;

  function buildDialog() {
    const input = make("input", {
      class: "handbook-search__input",
      type: "text",
      role: "combobox",
      inputmode: "search",
      enterkeyhint: "go",
      autocomplete: "off",
      autocapitalize: "off",
      autocorrect: "off",
      spellcheck: "false",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": "handbook-search-results",
      "aria-describedby": "handbook-search-hint",
      "aria-label": word("search.label"),
      placeholder: word("search.placeholder"),
    });
    const close = make("button", { class: "handbook-search__close", type: "button", "aria-label": word("search.close") }, make("span", { "aria-hidden": "true" }, "×"));
    const status = make("p", { class: "handbook-search__status", role: "status" });
    const hint = make("p", { class: "handbook-search__hint", id: "handbook-search-hint" }, word("search.hint"));
    const list = make("div", { class: "handbook-search__results", id: "handbook-search-results", role: "listbox", "aria-label": word("search.label") });
    const body = make("div", { class: "handbook-search__body" }, status, hint, list);
    const element = make("dialog", { class: "handbook-search__dialog", "aria-label": word("search.label") });
    element.append(make("div", { class: "handbook-search__panel" }, make("div", { class: "handbook-search__bar" }, input, close), body));
    list.hidden = true;

    let active = -1;
    let asked = 0; // the number of the newest question; an older answer is not shown
    let timer = 0;
    let pending = null;
    let composing = false;

    const options = () => Array.from(list.querySelectorAll('[role="option"]'));

    function activate(number, scroll) {
      const all = options();
      active = all.length ? (number + all.length) % all.length : -1;
      all.forEach((option, i) => option.setAttribute("aria-selected", String(i === active)));
      if (active < 0) input.removeAttribute("aria-activedescendant");
      else {
        input.setAttribute("aria-activedescendant", all[active].id);
        if (scroll) all[active].scrollIntoView({ block: "nearest" });
      }
    }

    function show(results) {
      const groups = new Map();
      for (const result of results) {
        const kind = word("search.kind." + result.record.kind) || word("search.kind.page") || result.record.kind;
        groups.set(kind, [...(groups.get(kind) || []), result]);
      }
      let number = 0;
      list.replaceChildren(
        ...Array.from(groups, ([kind, members], i) => {
          const heading = make("div", { class: "handbook-search__kind", id: "handbook-search-kind-" + i, role: "presentation" }, kind);
          return make(
            "div",
            { role: "group", "aria-labelledby": heading.id },
            heading,
            ...members.map((result) => option(result, number++))
          );
        })
      );
      list.hidden = results.length === 0;
      input.setAttribute("aria-expanded", String(results.length > 0));
      body.scrollTop = 0;
      activate(0, false);
    }

    function option(result, number) {
      const { record, terms, locale, foreign } = result;
      const link = make("a", {
        class: "handbook-search__option",
        id: "handbook-search-option-" + number,
        role: "option",
        tabindex: "-1",
        href: result.href,
        "aria-selected": "false",
      });
      if (locale !== pageLocale()) link.lang = locale;
      link.append(make("span", { class: "handbook-search__title" }, ...marked(record.section || record.title, terms)));
      if (record.section) link.append(make("span", { class: "handbook-search__section" }, ...marked(record.title, terms)));
      if (result.told) link.append(make("span", { class: "handbook-search__excerpt" }, ...marked(result.told, terms)));
      if (foreign) link.append(make("span", { class: "handbook-search__foreign", lang: document.documentElement.lang }, word("search.other-language")));
      return link;
    }

    function ask() {
      clearTimeout(timer);
      const query = input.value.trim();
      const mine = ++asked;
      hint.hidden = query !== "";
      element.dataset.state = query ? "loading" : "empty";
      if (!query) {
        status.textContent = "";
        show([]);
        pending = null;
        return;
      }
      // What was found last stays until the new is there; only data that is on its way is worth a word.
      const waiting = ready.has(pageLocale()) ? 0 : setTimeout(() => mine === asked && (status.textContent = word("search.loading")), 200);
      pending = search
        .ask(query, DIALOG_LIMIT)
        .then(
          ({ results, closest, more }) => {
            if (mine !== asked) return;
            show(results);
            element.dataset.state = results.length ? "results" : "none";
            const said = results.length ? (closest ? "search.closest" : more ? "search.first" : "search.count") : "search.none";
            status.textContent = word(said, { count: results.length, query });
          },
          (error) => {
            if (mine !== asked) return;
            show([]);
            element.dataset.state = "failed";
            status.textContent = word("search.failed");
            window.console.error(error);
          }
        )
        .then(() => clearTimeout(waiting));
    }

    function askSoon() {
      if (composing) return;
      asked += 1; // what is on its way answers an older question
      pending = null;
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE);
      element.dataset.state = "loading";
    }

    function go() {
      if (element.dataset.state === "loading" && !pending) ask();
      Promise.resolve(pending).then(() => {
        const chosen = options()[active];
        if (element.open && chosen) chosen.click();
      });
    }

    input.addEventListener("compositionstart", () => (composing = true));
    input.addEventListener("compositionend", () => {
      composing = false;
      askSoon();
    });
    input.addEventListener("input", askSoon);
    input.addEventListener("keydown", (event) => {
      if (composing || event.isComposing || event.keyCode === 229) return;
      if (event.key === "ArrowDown") activate(active + 1, true);
      else if (event.key === "ArrowUp") activate(active - 1, true);
      else if (event.key === "Enter") go();
      else return;
      event.preventDefault();
    });
    // Shortcuts of the page below (n, p, …) are not meant while the dialog is open.
    element.addEventListener("keydown", (event) => event.stopPropagation());
    list.addEventListener("mousemove", (event) => {
      const over = options().indexOf(event.target.closest('[role="option"]'));
      if (over >= 0 && over !== active) activate(over, false);
    });
    list.addEventListener("click", (event) => {
      if (event.target.closest('[role="option"]') && !(event.ctrlKey || event.metaKey || event.shiftKey)) element.close();
    });
    close.addEventListener("click", () => element.close());
    element.addEventListener("click", (event) => event.target === element && element.close());

    document.body.append(element);
    element.dataset.state = "empty";
    return { element, input };
  }

  function open() {
    if (!dialog || !dialog.element.isConnected) {
      words = null;
      dialog = buildDialog();
    }
    if (!dialog.element.open) dialog.element.showModal(); // closing gives the focus back to where it was
    dialog.input.focus();
    dialog.input.select();
    search.prepare().catch(() => {}); // ahead of the first key; a failure is told when something is asked
  }

  const editable = (element) => Boolean(element.closest && element.closest('input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable=""], [contenteditable="true"]'));

  document.addEventListener("click", (event) => {
    if (event.target.closest && event.target.closest("[data-handbook-search]")) open();
  });
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    const command = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "k";
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !editable(event.target);
    if (!command && !slash) return;
    event.preventDefault();
    open();
  });
})(window.handbook.searching);
