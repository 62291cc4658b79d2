// The index of one locale, and how much a record that it finds is worth to a query.
(function (search) {
  "use strict";

  const { HAN, addFolds, bare, figures, fold, pieces, readQuery, readRoles, readSounds } = search;

  const FIELDS = { title: 6, section: 4, aliases: 5, context: 2, text: 1 };
  const SAME_NAME = 2.2; // the query is the name of the record
  const SAME_ALIAS = 1.8;
  const NAME_STARTS = 1.25;
  const PAGE_BEFORE_ITEM = 1.15;
  // What tells about the handbook comes after what the handbook tells.
  const KINDS = { guide: 0.4, guides: 0.4, source: 0.4, sources: 0.4, status: 0.4 };
  const FIGURE_ASKED = 1.8; // the query asks how much or when, and the record says so in figures
  const UNIT_ASKED = 2.5; // it asks so in the unit of that figure
  const ROLE_ASKED = 1.5; // the query asks who, and the record is a role
  const PREFIX_VALUE = 0.9; // what a word found by its first letters counts for in the coverage

  /** A promise of the index, made in slices so that typing goes on while a large handbook is read. */
  function buildIndex(locale, data) {
    addFolds(data.fold);
    const vocabulary = new Map();
    const terms = (text) =>
      pieces(fold(text).text).map((piece) => {
        if (piece.word || piece.stem || piece.joined) vocabulary.set(piece.term, (vocabulary.get(piece.term) || 0) + 1);
        return piece.term;
      });
    const index = new window.MiniSearch({
      idField: "number",
      fields: Object.keys(FIELDS),
      tokenize: terms,
      processTerm: (term) => term,
      extractField: (entry, field) => entry[field],
    });
    const records = data.records.map((row) => Object.fromEntries(data.columns.map((column, i) => [column, row[i]])));
    for (const record of records) record.url = locale + "/" + record.id.replace(/#|$/, ".html$&");
    const pages = new Map(records.filter((record) => !record.id.includes("#")).map((record) => [record.id, record.title]));
    // An item without a heading carries its page's title, and is not what that title names.
    const named = (record) => Boolean(record.section) || pages.get(record.id.split("#")[0]) !== record.title || !record.id.includes("#");
    const isItem = (record) => Boolean(record.section) || !named(record);
    // The heading of a section: it has neither a text nor a kind of its own.
    const isHeading = (record) => Boolean(record.section) && !record.text && !record.part;
    const filled = index.addAllAsync(
      records.map((record, number) => ({
        number,
        title: isItem(record) ? null : record.title,
        section: record.section || null,
        context: isItem(record) ? [record.title, record.part].join("\n") : null,
        aliases: record.aliases.length ? record.aliases.join("\n") : null,
        text: record.text || null,
      })),
      { chunkSize: 250 }
    );
    const home = {
      locale,
      index,
      vocabulary,
      records,
      items: records.map(isItem),
      headings: records.map(isHeading),
      titles: records.map((record) => (isItem(record) ? bare(record.title) : "")),
      names: records.map((record) => (named(record) ? bare(record.section || record.title) : "")),
      aliases: records.map((record) => record.aliases.map(bare)),
      byId: new Map(records.map((record, number) => [record.id, number])),
      roles: readRoles(records),
      figured: new Map(),
      sounds: readSounds(data),
    };
    return filled.then(() => home);
  }

  /** The figures that an item sets, with their unit or comparator; a case only tells what was reached. */
  function figuresSet(home, number) {
    if (!home.figured.has(number)) {
      const { kind, part, text } = home.records[number];
      home.figured.set(number, part && kind !== "case" ? figures(fold(text).text).filter((figure) => !figure.plain) : []);
    }
    return home.figured.get(number);
  }

  /** How much more a record counts that the query calls by its name: 复盘, or with its page's: 店铺管家职责. */
  function nameWorth(home, number, whole) {
    const [name, title, aliases] = [home.names[number], home.titles[number], home.aliases[number]];
    const called = [whole];
    if (title && whole.startsWith(title)) called.push(whole.slice(title.length));
    if (title && whole.endsWith(title)) called.push(whole.slice(0, -title.length));
    if (called.some((one) => one && one === name)) return SAME_NAME;
    if (called.some((one) => one && aliases.includes(one))) return SAME_ALIAS;
    return whole.length > 1 && name.startsWith(whole) ? NAME_STARTS : 1;
  }

  /** A section has no words but its heading: a query is for it that names both the heading and the page. */
  function namesBoth(match) {
    const fields = new Set(Object.values(match).flat());
    return fields.has("context") && (fields.has("section") || fields.has("aliases"));
  }

  /** Look a folded query up: number of a record -> its score and how well each cell of the query is covered. */
  function lookUp(home, text, asks) {
    const query = readQuery(text, home.vocabulary);
    const list = Array.from(query.terms.values());
    const hits = new Map();
    if (list.length === 0) return { query, hits };
    const found = home.index.search(text, {
      tokenize: () => list.map((entry) => entry.term),
      processTerm: (term) => term,
      prefix: (term) => Boolean(query.terms.get(term).prefix),
      fuzzy: false, // mend() corrects the spelling with a measure that knows swapped letters
      boost: FIELDS,
      boostTerm: (term) => query.terms.get(term).value,
    });
    const whole = bare(text);
    for (const result of found) {
      if (home.headings[result.id] && !namesBoth(result.match)) continue;
      const covered = new Float32Array(query.cells.length);
      for (const term of result.queryTerms) {
        const entry = query.terms.get(term);
        const value = term in result.match || HAN.test(term) ? entry.value : entry.value * PREFIX_VALUE;
        for (const cell of entry.cells) covered[cell] = Math.max(covered[cell], value);
      }
      const record = home.records[result.id];
      let worth = (home.items[result.id] ? 1 : PAGE_BEFORE_ITEM) * (KINDS[record.kind] || 1);
      const set = asks.figure ? figuresSet(home, result.id) : [];
      const named = nameWorth(home, result.id, whole);
      // Whoever asks how long a complaint may take hardly wants the term; but when a stage is, its page says.
      worth *= asks.figure && set.length === 0 && record.kind !== "stage" ? Math.min(named, NAME_STARTS) : named;
      if (set.length) worth *= FIGURE_ASKED;
      if (set.some((figure) => figure.value === figure.number + asks.unit)) worth *= UNIT_ASKED;
      if (asks.who && record.kind === "role" && !home.items[result.id]) worth *= ROLE_ASKED;
      hits.set(result.id, { score: result.score * worth, covered, terms: new Set(Object.keys(result.match)) });
    }
    return { query, hits };
  }

  function coverage(query, covered) {
    let sum = 0;
    query.cells.forEach((cell, i) => (sum += cell.weight * covered[i]));
    return query.weight ? sum / query.weight : 0;
  }

  Object.assign(search, { KINDS, buildIndex, coverage, lookUp });
})(window.handbook.searching);
