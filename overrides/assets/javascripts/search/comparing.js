// A query that sets roles against each other is answered by the page that compares them.
(function (search) {
  "use strict";

  const { ASKS_COMPARISON, LATIN, fold, replaced } = search;

  /** The roles by each name that is one role's alone, the longest name first. */
  function readRoles(records) {
    const roles = new Map();
    for (const record of records) {
      if (record.kind !== "role" || record.id.includes("#")) continue;
      for (const name of [record.title, ...record.aliases].map((one) => fold(one).text)) {
        roles.set(name, roles.has(name) && roles.get(name) !== record.id ? null : record.id);
      }
    }
    return Array.from(roles).filter(([, id]) => id).sort((a, b) => b[0].length - a[0].length);
  }

  /** The page that compares roles, opened at those that the query sets against each other by their names in `home`. */
  function comparison(own, home, text) {
    const page = own.records.find((record) => record.kind === "compare");
    if (!page || !ASKS_COMPARISON.test(text)) return null;
    let rest = text;
    const named = [];
    for (const [name, id] of home.roles) {
      const place = rest.indexOf(name);
      const touched = (char) => LATIN.test(name) && /[a-z]/.test(char || "");
      if (place < 0 || touched(rest[place - 1]) || touched(rest[place + name.length])) continue;
      rest = replaced(rest, place, place + name.length, "\n".repeat(name.length)); // a shorter name within it is not meant
      if (!named.some((role) => role.id === id) && own.byId.has(id)) named.push({ id, place });
    }
    if (named.length < 2) return null;
    const roles = named.sort((a, b) => a.place - b.place).slice(0, 3).map(({ id }) => own.records[own.byId.get(id)]);
    const record = Object.assign({}, page, {
      url: page.url + "?roles=" + roles.map((role) => role.id.split("/").pop()).join(","),
      section: roles.map((role) => role.title).join(" · "),
    });
    return { record, terms: new Set(), locale: own.locale, foreign: false, excerpt: page.text };
  }

  Object.assign(search, { comparison, readRoles });
})(window.handbook.searching);
