// Other readings of a query that finds too little: its words spelled right, or as what they sound like.
(function (search) {
  "use strict";

  const { mendSpelling, replaced, soundEdits } = search;

  /** The query with one part after the other replaced by what it sounds as, and with all of them that go together. */
  function mendSound(home, text) {
    const edits = soundEdits(home, text).sort((a, b) => b.quality - a.quality);
    const together = [];
    for (const edit of edits) if (together.every((other) => edit.end <= other.start || other.end <= edit.start)) together.push(edit);
    const apply = (some) => ({
      text: some.sort((a, b) => b.start - a.start).reduce((mended, { start, end, han }) => replaced(mended, start, end, han), text),
      quality: Math.min(...some.map((edit) => edit.quality)),
    });
    return [...(together.length > 1 ? [apply(together)] : []), ...edits.map((edit) => apply([edit]))];
  }

  /** Other readings of a query that a locale can offer, the likeliest first. */
  function mend(home, text) {
    const best = new Map();
    for (const { text: mended, quality } of [mendSpelling(home, text), ...mendSound(home, text)].filter(Boolean)) {
      best.set(mended, Math.max(best.get(mended) || 0, quality));
    }
    return Array.from(best, ([mended, quality]) => ({ text: mended, quality }))
      .sort((a, b) => b.quality - a.quality)
      .slice(0, 5);
  }

  Object.assign(search, { mend });
})(window.handbook.searching);
