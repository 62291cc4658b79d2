// What a query sounds as: pinyin that was typed, first letters of syllables, hanzi of the same sound.
(function (search) {
  "use strict";

  const { distance, fold, pieces } = search;

  /** Runs of hanzi in names with a syllable for each, and the sound of each common hanzi. */
  function readSounds(data) {
    const runs = new Map();
    for (const [name, spelled] of Object.entries(data.pinyin)) {
      const text = fold(name).text;
      const syllables = spelled.split(" ");
      if ((text.match(/[\u3400-\u9fff]/g) || []).length !== syllables.length) continue;
      let next = 0;
      for (const match of text.matchAll(/[\u3400-\u9fff]+/g)) {
        const toned = syllables.slice(next, (next += match[0].length));
        const held = runs.get(match[0]);
        if (held) held.count += 1;
        else runs.set(match[0], { han: match[0], toned, plain: toned.map(toneless), count: 1 });
      }
    }
    const ofChar = new Map();
    for (const [sound, chars] of Object.entries(data.sounds)) for (const char of chars) ofChar.set(char, sound);
    return { runs: Array.from(runs.values()), ofChar };
  }

  // ü is typed as v, and as u by those who were never told.
  const toneless = (syllable) => syllable.replace(/[1-5]$/, "").replace(/v/g, "u");
  const blurred = (letters) => letters.replace(/([zcs])h/g, "$1").replace(/([ei])ng/g, "$1n");

  /** What the names hold that sounds as these letters: hanzi -> quality. */
  function soundsAs(runs, letters) {
    const typed = letters.replace(/ü|v/g, "u");
    const found = new Map();
    const keep = (han, quality) => found.set(han, Math.max(found.get(han) || 0, quality));
    if (typed.length < 3) return found;
    for (const run of runs) {
      for (let start = 0; start < run.han.length; start += 1) {
        let rest = typed;
        let i = start;
        while (rest && i < run.han.length && rest.startsWith(run.plain[i])) rest = rest.slice(run.plain[i++].length);
        const whole = !rest;
        if (rest && i < run.han.length && i > start && run.plain[i].startsWith(rest)) {
          rest = "";
          i += 1;
        }
        if (rest || (i - start < 2 && run.han.length > 1)) continue;
        keep(run.han.slice(start, i), (whole ? 0.95 : 0.85) + (i - start === run.han.length ? 0.03 : 0));
      }
    }
    if (found.size || typed.length < 5) return found;
    const limit = typed.length < 6 ? 0 : typed.length < 10 ? 1 : 2;
    for (const run of runs) {
      for (let start = 0; start < run.han.length; start += 1) {
        let joined = run.plain[start];
        for (let end = start + 2; end <= run.han.length && joined.length <= typed.length + limit; end += 1) {
          joined += run.plain[end - 1];
          const far = distance(blurred(typed), blurred(joined), limit);
          if (far <= limit) keep(run.han.slice(start, end), 0.85 - 0.1 * far);
        }
      }
    }
    return found;
  }

  /** First letters of the syllables of a whole name: dxl for 动销率. */
  function initialsAs(runs, letters) {
    const found = new Map();
    if (letters.length < 3) return found;
    for (const run of runs) {
      if (run.han.length === letters.length && run.plain.every((syllable, i) => syllable[0] === letters[i])) found.set(run.han, 0.8);
    }
    return found;
  }

  /**
   * What the names hold that sounds as a stretch of these hanzi: `{start, end, han, quality}`.
   *
   * Two hanzi are too little to go by sound alone (埋点 and 卖点 differ by a tone): one of them must be the same and the
   * other have the same tone. Three and more may differ in tone.
   */
  function homophones(sounds, typed) {
    const found = [];
    const toned = Array.from(typed, (char) => sounds.ofChar.get(char) || "");
    const plain = toned.map(toneless);
    const likeness = (i, run, j) => {
      if (typed[i] === run.han[j]) return 1;
      if (!toned[i]) return 0;
      if (toned[i] === run.toned[j]) return 0.9;
      if (plain[i] === run.plain[j]) return 0.75;
      return blurred(plain[i]) === blurred(run.plain[j]) ? 0.6 : 0;
    };
    for (const run of sounds.runs) {
      for (let shift = 1 - typed.length; shift < run.han.length; shift += 1) {
        let start = Math.max(0, -shift);
        const stop = Math.min(typed.length, run.han.length - shift);
        let sum = 0;
        for (let i = start; i <= stop; i += 1) {
          const like = i < stop ? likeness(i, run, i + shift) : 0;
          if (like) {
            sum += like;
            continue;
          }
          const length = i - start;
          const mean = sum / length;
          const han = run.han.slice(start + shift, i + shift);
          if (length > 1 && sum < length && mean >= (length > 2 ? 0.7 : 0.94)) {
            found.push({ start, end: i, han, quality: 0.95 * mean + 0.005 * Math.min(length, 8) });
          }
          start = i + 1;
          sum = 0;
        }
      }
      // A wrong hanzi in the middle of three leaves no two together that could be found.
      if (run.han.length !== 3) continue;
      for (let i = 0; i + 3 <= typed.length; i += 1) {
        if (typed[i] === run.han[0] && typed[i + 2] === run.han[2]) found.push({ start: i, end: i + 3, han: run.han, quality: 0.65 });
      }
    }
    return found;
  }

  /** What parts of the query sound as: `{start, end, han, quality}`. */
  function soundEdits(home, text) {
    const { runs } = home.sounds;
    const edits = [];
    if (runs.length === 0) return edits;
    const words = pieces(text).filter((piece) => piece.word && /^[a-z]+$/.test(piece.term));
    for (let size = Math.min(words.length, 8); size > 0; size -= 1) {
      let hit = false;
      for (let i = 0; i + size <= words.length; i += 1) {
        const some = words.slice(i, i + size);
        const [start, end] = [some[0].start, some[size - 1].end];
        if (!/^[a-zü' ]+$/.test(text.slice(start, end))) continue;
        const letters = some.map((piece) => piece.term).join("");
        let found = soundsAs(runs, letters);
        if (found.size === 0 && size === 1) found = initialsAs(runs, letters);
        for (const [han, quality] of found) edits.push({ start, end, han, quality });
        hit = hit || found.size > 0;
      }
      if (hit) break;
    }
    for (const match of text.matchAll(/[\u3400-\u9fff]{2,}/g)) {
      for (const { start, end, han, quality } of homophones(home.sounds, match[0])) {
        edits.push({ start: match.index + start, end: match.index + end, han, quality });
      }
    }
    return edits;
  }

  Object.assign(search, { readSounds, soundEdits });
})(window.handbook.searching);
