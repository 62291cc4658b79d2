// What of a folded text can be searched for: hanzi by twos, words and their stems, figures.
(function (search) {
  "use strict";

  const UNITS = [
    ["%", "%|percent|个?百分点"],
    ["h", "个?小时|hours?|hrs?|h"],
    ["min", "分钟|minutes?|mins?"],
    ["s", "秒|seconds?|secs?"],
    ["wd", "个?工作日|working days?|business days?"],
    ["d", "天|日|days?"],
    ["w", "周|个?星期|weeks?"],
    ["mo", "个?月|months?"],
    ["y", "年|years?|yrs?"],
    ["0k", "万|w"],
    ["x", "倍|times|x"],
    ["cny", "元|块|yuan|rmb|cny"],
  ];
  const BELOW = "不超过|不高于|最多|低于|小于|少于|不足|不到|less than|fewer than|lower than|no more than|at most|below|under|within|up to|<=|[≤≦⩽<]";
  const ABOVE = "不低于|不少于|至少|高于|大于|超过|多于|more than|greater than|higher than|at least|above|over|>=|[≥≧⩾>]";
  const BELOW_AFTER = "及?以内|之内|及?以下|内|or less|or fewer";
  const ABOVE_AFTER = "及?以上|or more|or above|\\+";
  const HAN_NUMBERS = "一二三四五六七八九";
  const WORD_NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split(" ");
  const UNIT = UNITS.map(([, forms]) => `(${forms})`).join("|");
  const FIGURE = new RegExp(
    `(?:(${BELOW})|(${ABOVE}))?(?:等于)?\\s*` +
      `(?:(\\d+(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)|([十两${HAN_NUMBERS}]{1,3})(?=${UNITS.map((unit) => unit[1]).join("|")})|\\b(${WORD_NUMBERS.join("|")})(?=[ -]))` +
      `(?:[ -]?(?:${UNIT})(?![a-z]))?(?:\\s?(?:(${BELOW_AFTER})|(${ABOVE_AFTER})))?`,
    "g"
  );
  const PIECE = /[\u3400-\u9fff]+|\d+(?:[.,]\d+)*(?![a-z\d])|[a-z\d]+(?:'[a-z]+)?/g;
  const JOINED = /[a-z\d]+(?:[-+/&._][a-z\d]+)+/g;
  const HAN = /[\u3400-\u9fff]/;
  const LATIN = /^[a-z]/;

  function hanNumber(text) {
    const digit = (char) => (char === "两" ? 2 : HAN_NUMBERS.indexOf(char) + 1);
    const ten = text.indexOf("十");
    if (ten < 0) return Array.from(text, digit).join("");
    return String((ten ? digit(text[0]) : 1) * 10 + (ten + 1 < text.length ? digit(text[ten + 1]) : 0));
  }

  /** Light stemming of English: what is cut matters less than that index and query are cut alike. */
  function stem(word) {
    if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
    let root = word;
    if (/ies$/.test(root) && root.length > 4) root = root.slice(0, -3) + "y";
    else if (/(?:ss|sh|ch|x)es$/.test(root)) root = root.slice(0, -2);
    else if (/[^su]s$/.test(root) && !/is$/.test(root)) root = root.slice(0, -1);
    const cut = root.replace(/(?:ing|ed)$/, "");
    if (cut !== root && cut.length > 2 && /[aeiouy]/.test(cut)) root = cut.replace(/([bdgmnprt])\1$/, "$1");
    return root.length > 4 ? root.replace(/e$/, "") : root;
  }

  /** What manager and management, analyst and analysis, optimize and optimise have in common. */
  function kin(word) {
    if (word.length < 5 || !/^[a-z]+$/.test(word)) return "";
    const cut = stem(word).replace(/iz/g, "is").replace(/yst$/, "ys").replace(/(?:ational|ations?|ators?|ements?|ments?|ances?|ions?|ers?|ors?|ists?|is|st|al)$/, "");
    return cut.length > 3 ? "~" + cut.replace(/ll$/, "l") : "";
  }

  /** Figures of a folded text: 低于5%, <5%, 24 hours, 三年. Numbers without unit and comparator are figures too. */
  function figures(text) {
    const found = [];
    for (const match of text.matchAll(FIGURE)) {
      const [whole, below, above, digits, han, word] = match;
      const number = digits ? digits.replace(/,/g, "") : han ? hanNumber(han) : String(WORD_NUMBERS.indexOf(word) + 1);
      const unit = UNITS.findIndex((_, i) => match[6 + i] !== undefined);
      const after = 6 + UNITS.length;
      if (unit < 0 && !digits) continue;
      const start = match.index;
      if (/[a-z\d]/.test(text[start - 1] || "") && /^[\da-z]/.test(whole)) continue;
      const end = start + whole.length;
      if (unit < 0 && /[a-z]/.test(text[end] || "")) continue;
      const value = unit < 0 ? number : number + UNITS[unit][0];
      const sign = below || match[after] ? "<" : above || match[after + 1] ? ">" : "";
      found.push({ start, end, number, value, sign, plain: value === number && !sign });
    }
    return found;
  }

  /**
   * A term that begins with a hanzi, with the hanzi spelled out in front of it in three signs of 32 kinds.
   *
   * MiniSearch keeps terms in a tree and looks through all branches of a node: 32 branches instead of some thousand
   * halve the time that the index takes.
   */
  function spread(term) {
    const code = term.charCodeAt(0);
    if (code < 0x3400) return term;
    return String.fromCharCode(0x2800 + (code >> 10), 0x2800 + ((code >> 5) & 31), 0x2800 + (code & 31)) + term;
  }

  /**
   * The searchable pieces of a folded text: `{term, start, end}`.
   *
   * Hanzi by twos, the last of a run also alone (so that one hanzi is found as the beginning of something); Latin words
   * as written and stemmed; sell-through and A/B also joined; where a digit or letter touches a hanzi, both together.
   */
  function pieces(text) {
    const found = [];
    const add = (term, start, end, more) => found.push(Object.assign({ term: spread(term), start, end }, more));
    let before = null;
    for (const match of text.matchAll(PIECE)) {
      const piece = match[0];
      const start = match.index;
      const end = start + piece.length;
      const han = HAN.test(piece[0]);
      if (han) {
        for (let i = start; i + 1 < end; i += 1) add(text.slice(i, i + 2), i, i + 2, { han: true });
        add(text[end - 1], end - 1, end, { last: true, alone: piece.length === 1, han: true });
      } else if (LATIN.test(piece) || /[a-z]/.test(piece)) {
        const word = piece.replace(/'s$/, "").replace(/'/g, "");
        add(word, start, end, { word: true });
        if (stem(word) !== word) add(stem(word), start, end, { stem: true });
        if (kin(word)) add(kin(word), start, end, { kin: true });
      } else {
        add(piece.replace(/,/g, ""), start, end, { number: true });
      }
      if (before && before.end === start && before.han !== han) {
        const left = before.han ? text[start - 1] : before.piece;
        const right = han ? piece[0] : piece;
        add(left + right, start - left.length, start + right.length, { edge: true });
      }
      before = { piece, end, han };
    }
    for (const match of text.matchAll(JOINED)) {
      const joined = match[0].replace(/[^a-z\d]/g, "");
      if (/[a-z]/.test(joined) && joined.length <= 24) add(joined, match.index, match.index + match[0].length, { joined: true });
    }
    for (const figure of figures(text)) {
      const { start, end, number, value, sign } = figure;
      if (value !== number) add(value, start, end, { figure: true });
      if (sign) add(sign + value, start, end, { figure: true });
      // 3 working days are days too, if less exactly so.
      if (/wd$/.test(value)) add(number + "d", start, end, { figure: true });
    }
    return found;
  }

  Object.assign(search, { HAN, LATIN, UNITS, figures, pieces, stem });
})(window.handbook.searching);
