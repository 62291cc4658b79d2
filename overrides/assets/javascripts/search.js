/*
 * The door to the search: `window.handbook.search(query, {limit})`.
 *
 * A page loads this and search/dialog.js, which is what a reader meets first. What finds anything stands in the other
 * files of search/, each of which gives the next what it needs through `window.handbook.searching`; they and the index
 * of a locale load by <script> when something is first sought, so a page opened from a folder searches as a served one
 * does, and nothing is asked of another host. Text of records enters the page as text only.
 */
(function () {
  "use strict";

  const HERE = "assets/javascripts/";
  // Each after those that it uses.
  const PARTS = ["vendor/minisearch.min.js"].concat(
    ["folding", "scanning", "question", "spelling", "sounds", "mending", "comparing", "excerpts", "ranking", "finding"].map((name) => `search/${name}.js`)
  );

  const meta = (name) => {
    const element = document.querySelector(`meta[name="${name}"]`);
    return element ? element.content : "";
  };
  // Read once: a page that is swapped in place keeps this script, and its address changes under it.
  const root = new URL((meta("handbook-root") || ".") + "/", document.baseURI).href;
  const pageLocale = () => meta("handbook-locale") || document.documentElement.lang || "zh-Hans";

  const scripts = new Map();

  /** A promise that a script of the site has run; one that could not be had is asked for again the next time. */
  function load(path) {
    if (!scripts.has(path)) {
      scripts.set(
        path,
        new Promise((resolve, reject) => {
          const element = document.createElement("script");
          element.src = root + path;
          element.async = false; // they come side by side, and run in the order they were asked for
          element.onload = () => resolve();
          element.onerror = () => {
            scripts.delete(path);
            element.remove();
            reject(new Error("Cannot load " + path));
          };
          document.head.append(element);
        })
      );
    }
    return scripts.get(path);
  }

  /** A promise of all that finds anything. Where one part is missing, the others ran without it: all run again. */
  function loadParts() {
    const paths = PARTS.map((name) => HERE + name);
    return Promise.all(paths.map(load)).catch((error) => {
      paths.forEach((path) => scripts.delete(path));
      throw error;
    });
  }

  window.handbook = window.handbook || {};
  const searching = (window.handbook.searching = {
    root,
    pageLocale,
    load,
    /** The locales whose index is there. */
    ready: new Set(),
    /** Load what the page's locale is searched with, ahead of the first question. */
    prepare: () => Promise.all([loadParts(), load(`assets/search/${pageLocale()}.js`)]).then(() => searching.loadLocale(pageLocale())),
    /** A promise of `{results, closest, more}`, as search/finding.js gives them. */
    ask: (query, limit) => loadParts().then(() => searching.find(query, limit)),
  });

  window.handbook.search = (query, { limit = 20 } = {}) =>
    searching.ask(String(query), limit).then(({ results }) => results.map(({ record, href, told }) => ({ title: record.title, url: href, section: record.section, excerpt: told })));
})();
