// What a mistyped Latin word may have been.
(function (search) {
  "use strict";

  const { EMPTY_WORDS, pieces, stem } = search;

  /** Edit distance in which two swapped letters are one mistake; `limit + 1` as soon as it is certain to be more. */
  function distance(left, right, limit) {
    if (Math.abs(left.length - right.length) > limit) return limit + 1;
    let older = [];
    let old = Array.from({ length: right.length + 1 }, (_, i) => i);
    for (let i = 1; i <= left.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= right.length; j += 1) {
        const same = left[i - 1] === right[j - 1];
        row[j] = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
          row[j] = Math.min(row[j], older[j - 2] + 1);
        }
      }
      if (Math.min(...row) > limit) return limit + 1;
      older = old;
      old = row;
    }
    return old[right.length];
  }

  const replaced = (text, start, end, by) => text.slice(0, start) + by + text.slice(end);

  /** The query with each unknown Latin word replaced by the nearest known one, or null. */
  function mendSpelling(home, text) {
    let quality = 1;
    let mended = text;
    for (const piece of pieces(text).filter((one) => one.word).reverse()) {
      const word = piece.term;
      if (word.length < 4 || home.vocabulary.has(word) || home.vocabulary.has(stem(word))) continue;
      const known = Array.from(home.vocabulary.keys());
      if (known.some((term) => term.startsWith(word))) continue;
      const limit = word.length < 8 ? 1 : 2;
      let best = null;
      for (const term of known) {
        if ((term[0] !== word[0] && word.length < 6) || EMPTY_WORDS.has(term)) continue;
        const far = Math.min(
          distance(word, term, limit),
          // Still typing: the beginning of a longer word, mistyped, counts for a little less.
          word.length > 4 && term.length > word.length ? distance(word, term.slice(0, word.length), limit) + 0.5 : limit + 1
        );
        if (far <= limit && (!best || far < best.far || (far === best.far && home.vocabulary.get(term) > home.vocabulary.get(best.term)))) {
          best = { term, far };
        }
      }
      if (!best) continue;
      mended = replaced(mended, piece.start, piece.end, best.term);
      quality -= 0.12 * best.far;
    }
    return mended === text ? null : { text: mended, quality: Math.max(quality, 0.5) };
  }

  Object.assign(search, { distance, mendSpelling, replaced });
})(window.handbook.searching);
