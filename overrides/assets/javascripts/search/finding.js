/*
 * From what was typed to what is shown, one way:
 *
 *   fold -> essence -> scan -> terms -> look up (MiniSearch) -> coverage -> mend (spelling, sound) -> sister locales
 *        -> results, the closest where none is full
 *
 * Index and query pass the same `fold` and `pieces`.
 */
(function (search) {
  "use strict";

  const { HAN, KINDS, buildIndex, comparison, contents, coverage, essence, excerpt, asksFor, fold, load, lookUp, mend, pageLocale, ready, root } = search;

  const ENOUGH = 0.75; // coverage of the query from which no other way of finding is tried
  const FULL = 0.6; // coverage below which the best there is is called the closest
  const FAIR = { short: 0.5, long: 0.3 }; // coverage below which a result is shown only where there is no better one
  const SHORT = 6; // weight up to which a query is short
  const COVERAGE_POWER = 1.5;
  const LONGEST = 200; // letters of a query that are read: a question is shorter, and a page pasted by mistake takes seconds
  // A reader looks in her own locale first, then where the script of her words is at home.
  const LOCALES = { han: ["zh-Hans", "zh-Hant", "en"], other: ["en", "zh-Hans", "zh-Hant"] };

  /** The best way each record of a locale was found: id -> `{score, worth, terms, covered}`. */
  function searchLocale(home, text, asks) {
    const best = new Map();
    const gather = (reading, quality) => {
      const { query, hits } = lookUp(home, reading, asks);
      for (const [number, hit] of hits) {
        const worth = coverage(query, hit.covered) * quality;
        const score = hit.score * Math.pow(worth, COVERAGE_POWER);
        const { id } = home.records[number];
        const held = best.get(id);
        if (!held || held.score < score) {
          best.set(id, { id, score, raw: hit.score, worth, terms: hit.terms, covered: reading === text ? hit.covered : null, home });
        }
      }
      return query;
    };
    const query = gather(text, 1);
    if (mostCovered(best) < ENOUGH) for (const { text: reading, quality } of mend(home, text)) gather(reading, quality);
    return { query, best };
  }

  const kindWorth = ({ id, home }) => KINDS[home.records[home.byId.get(id)].kind] || 1;
  const mostCovered = (best) => Math.max(0, ...Array.from(best.values(), (hit) => hit.worth));

  /**
   * Find in the reader's locale, and where that covers too little of the query, in its sisters: `{results, closest, more}`.
   *
   * `closest` says that too much of the query is in none of them, `more` that there are more than `limit`.
   */
  function find(query, limit) {
    const locale = pageLocale();
    return loadLocale(locale).then((own) => {
      const asked = fold(query.slice(0, LONGEST)).text;
      const text = essence(asked);
      if (!/[a-z\d\u3400-\u9fff]/.test(text)) return { results: [], closest: false, more: false };
      const asks = asksFor(asked);
      const { query: read, best } = searchLocale(own, text, asks);
      const sisters = LOCALES[HAN.test(text) ? "han" : "other"].filter((other) => other !== locale);
      let compared = comparison(own, own, asked);
      const next = () => {
        if (sisters.length === 0 || mostCovered(best) >= ENOUGH) return Promise.resolve();
        return loadLocale(sisters.shift()).then((sister) => {
          mergeSister(best, read, searchLocale(sister, text, asks).best, locale);
          compared = compared || comparison(own, sister, asked);
          return next();
        }, next); // a sister that cannot be had is no reason to show nothing
      };
      return next().then(() => shown(best, read, own, limit, compared));
    });
  }

  /** A record found in both languages has found what either covers: 商家 onboarding. */
  function mergeSister(best, query, others, locale) {
    const language = (name) => name.split("-")[0];
    for (const other of others.values()) {
      const foreign = language(other.home.locale) !== language(locale);
      const held = best.get(other.id);
      if (!held) {
        best.set(other.id, Object.assign(other, { foreign }));
        continue;
      }
      if (held.covered && other.covered && held.covered.length === other.covered.length) {
        held.covered = held.covered.map((value, i) => Math.max(value, other.covered[i]));
        held.raw += other.raw;
        held.worth = Math.max(held.worth, coverage(query, held.covered));
        held.score = Math.max(held.score, held.raw * Math.pow(held.worth, COVERAGE_POWER));
      }
      if (other.score > held.score) {
        Object.assign(held, { score: other.score, foreign: foreign && other.worth > held.worth, worth: Math.max(other.worth, held.worth) });
      }
    }
  }

  /** Put what tells about the handbook behind the best of what covers as much of the query and is the handbook itself. */
  function standBack(hits) {
    const handbook = hits.filter((hit) => kindWorth(hit) === 1);
    for (const hit of hits) {
      if (kindWorth(hit) === 1) continue;
      const before = handbook.filter((other) => other.worth >= hit.worth);
      if (before.length) hit.score = Math.min(hit.score, 0.99 * Math.max(...before.map((other) => other.score)));
    }
  }

  /** What a result is and where it found the query: 所需资料 · 竞品月销量. */
  const told = ({ record, excerpt: text }) => [record.part, text].filter(Boolean).join(" · ");

  /** The results in the order and form in which they are shown: `{record, href, told, terms, locale, foreign}`. */
  function shown(best, query, own, limit, compared) {
    const most = mostCovered(best);
    const fair = query.weight <= SHORT ? FAIR.short : FAIR.long;
    const closest = most < FULL && !compared;
    const hits = Array.from(best.values());
    standBack(hits);
    // A guide that holds all of the query is no reason to leave out what holds half of it.
    const least = Math.max(most < fair ? 0 : fair, 0.55 * Math.max(0, ...hits.map((hit) => hit.worth * kindWorth(hit))));
    const results = hits
      .filter((hit) => hit.worth > 0 && hit.worth >= least && !(compared && hit.id === compared.record.id))
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .map((hit) => {
        const number = own.byId.get(hit.id);
        const home = number === undefined ? hit.home : own;
        const record = home.records[home.byId.get(hit.id)];
        const terms = hit.home === home ? hit.terms : new Set();
        return { record, terms, locale: home.locale, foreign: Boolean(hit.foreign), excerpt: excerpt(record.text || contents(home, record), terms) };
      });
    const all = [...(compared ? [compared] : []), ...results].slice(0, limit);
    return { results: all.map((result) => Object.assign(result, { href: new URL(result.record.url, root).href, told: told(result) })), closest, more: (compared ? 1 : 0) + results.length > limit };
  }

  // --------------------------------------------------------------------------------------------------------- loading

  const homes = new Map();

  function loadLocale(locale) {
    return load(`assets/search/${locale}.js`)
      .then(() => {
        if (!homes.has(locale)) homes.set(locale, buildIndex(locale, window.handbookSearchData[locale]));
        return homes.get(locale);
      })
      .then((home) => {
        ready.add(locale);
        return home;
      });
  }

  Object.assign(search, { find, loadLocale });
})(window.handbook.searching);
