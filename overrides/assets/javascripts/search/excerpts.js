// The part of a text to show of a result, and what in it the query found.
(function (search) {
  "use strict";

  const { HAN, fold, pieces } = search;

  const EXCERPT = { han: 70, other: 160 };

  /** Stretches of a text that a query found, as `[start, end]` in the text as written, merged and in order. */
  function marks(text, terms) {
    if (terms.size === 0) return [];
    const folded = fold(text);
    const stretches = pieces(folded.text)
      .filter((piece) => terms.has(piece.term))
      .map((piece) => [folded.from[piece.start], folded.from[piece.end]])
      .sort((a, b) => a[0] - b[0]);
    const merged = [];
    for (const [start, end] of stretches) {
      const last = merged[merged.length - 1];
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else merged.push([start, end]);
    }
    return merged;
  }

  /** What stands in a section, by title or text. */
  function contents(home, { id, section }) {
    const page = id.split("#")[0] + "#";
    const items = home.records.filter((record) => record.part === section && record.part && record.id.startsWith(page));
    return items.map((record) => record.section || record.text).join(" · ");
  }

  /** The part of a text where most of the query stands together. */
  function excerpt(text, terms) {
    const size = HAN.test(text) ? EXCERPT.han : EXCERPT.other;
    if (text.length <= size) return text;
    const found = marks(text, terms);
    let [from, most] = [0, 0];
    for (const [start] of found) {
      const within = found.filter(([left, right]) => left >= start && right <= start + size * 0.8);
      const length = within.reduce((sum, [left, right]) => sum + right - left, 0);
      if (length > most) [from, most] = [start, length];
    }
    let start = from < size * 0.6 ? 0 : from - Math.floor(size * 0.15);
    // Begin at a word, not inside it.
    if (start > 0) start = Math.min(from, start + (/^[a-z\d'-]+\s?/i.exec(text.slice(start)) || [""])[0].length);
    let end = Math.min(text.length, start + size);
    if (end < text.length) end -= (/\s[a-z\d'-]*$/i.exec(text.slice(start, end)) || [""])[0].length;
    return (start > 0 ? "…" : "") + text.slice(start, end).trim() + (end < text.length ? "…" : "");
  }

  Object.assign(search, { contents, excerpt, marks });
})(window.handbook.searching);
