/*
 * The search of the handbook: `window.handbook.search(query, {limit})`, and the dialog that shows the same.
 *
 * One way, from what was typed to what is shown:
 *
 *   fold -> essence -> scan -> terms -> look up (MiniSearch) -> coverage -> mend (spelling, sound) -> sister locales
 *        -> results, the closest where none is full -> dialog
 *
 * Index and query pass the same `fold` and `scan`. Everything loads by <script> on first use, so a page opened from a
 * folder searches as a served one does, and nothing is asked of another host. Text of records enters the page as text only.
 */
(function () {
  "use strict";

  // ------------------------------------------------------------------------------------------------ what can be tuned

  const FIELDS = { title: 6, section: 4, aliases: 5, context: 2, text: 1 };
  const ENOUGH = 0.75; // coverage of the query from which no other way of finding is tried
  const FULL = 0.6; // coverage below which the best there is is called the closest
  const FAIR = { short: 0.5, long: 0.3 }; // coverage below which a result is shown only where there is no better one
  const SHORT = 6; // weight up to which a query is short
  const COVERAGE_POWER = 1.5;
  const SAME_NAME = 2.2; // the query is the name of the record
  const SAME_ALIAS = 1.8;
  const NAME_STARTS = 1.25;
  const PAGE_BEFORE_ITEM = 1.15;
  // What tells about the handbook comes after what the handbook tells.
  const KINDS = { guide: 0.4, guides: 0.4, source: 0.4, sources: 0.4, status: 0.4 };
  const FIGURE_ASKED = 1.8; // the query asks how much or when, and the record says so in figures
  const ROLE_ASKED = 1.5; // the query asks who, and the record is a role
  const PREFIX_VALUE = 0.9; // what a word found by its first letters counts for in the coverage
  const EXCERPT = { han: 70, other: 160 };
  const DIALOG_LIMIT = 30;
  const PAUSE = 120; // milliseconds without a key before the dialog searches

  // A reader looks in her own locale first, then where the script of her words is at home.
  const LOCALES = { han: ["zh-Hans", "zh-Hant", "en"], other: ["en", "zh-Hans", "zh-Hant"] };

  // Words of a question that say nothing about what is sought, longer ones first; those of KEPT look like them, and stay.
  const KEPT = "第一次|一次性|目的|标的|的确|要求|要点|要素|重要|主要|必要|纪要|摘要|概要|简要|几乎";
  const EMPTY_HAN =
    "是什么意思|什么意思|有什么区别|(?:应该|需要|该|要)?做些?什么|(?:是|在|从)?什么时候(?:开始|可以|能|要|才)?做?|何时|(?:需要|要|得)?多(?:久|长时间|长)|一次" +
    "|为什么|怎么样|怎么做|怎么办|怎么|怎样|如何|是什么|有哪些|哪里|请问|想知道|有没有|是不是|能不能|要不要|是否|关于|应该|我们|(?:是|由)?谁来?(?:负责)?|[吗呢]$|的";
  // These stand between a verb and what it is done to: 备多少货 is about 备货.
  const EMPTY_BETWEEN = "多少|多大|什么|哪些|哪个|几个?(?=[\u3400-\u9fff])|需要|要";
  const EMPTY = new RegExp(`(${KEPT})|(${EMPTY_HAN})|${EMPTY_BETWEEN}`, "g");
  const EMPTY_WORDS = new Set(
    ("a an and any are at be been by can could did do does for from get had has have how i if in is it its many may me much must my not of on or our " +
      "shall should so that the their there they this to us was we were what when where which who whom whose versus vs why will with would you your").split(" ")
  );
  const EMPTY_PHRASE = /\bhow (?:big|far|fast|high|large|long|many|much|often|quickly|soon)\b|\bwhat time\b|\bwho (?:is|are) (?:responsible|accountable|in charge)\b/g;
  const ASKS_FIGURE = /多少|多久|多长|多大|多快|多高|几(?!乎)|什么时候|何时|\bwhen\b|\bwhat time\b|\bhow (?:big|far|fast|high|large|long|many|much|often|quickly|soon)\b/;
  const ASKS_WHO = /谁|哪个岗位|\bwho(?:m|se)?\b|\bwhich role\b/;
  const ASKS_COMPARISON = /区别|差别|差异|不同|对比|比较|相比|\b(?:vs|versus|differ|differences?|different|compared?|comparison)\b/;
  // The Traditional forms of those words, whether or not a text of the handbook holds them.
  const FOLDS_OF_QUESTIONS = "誰谁來来麼么時时幾几嗎吗為为樣样長长開开個个該该應应從从裡里們们問问請请關关沒没區区別别異异對对較较點点";

  // --------------------------------------------------------------------------------------------------- folding a text

  /** Fold maps of all loaded locales in one: a Traditional character to its Simplified one. */
  const simple = new Map([["’", "'"], ["‘", "'"], ["“", '"'], ["”", '"']]);
  let foldedChars = new Map();

  function addFolds(pairs) {
    const chars = Array.from(pairs);
    for (let i = 0; i + 1 < chars.length; i += 2) simple.set(chars[i], chars[i + 1]);
    foldedChars = new Map();
  }
  addFolds(FOLDS_OF_QUESTIONS);

  function foldChar(char) {
    let folded = foldedChars.get(char);
    if (folded === undefined) {
      folded = char.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize("NFKC").toLowerCase();
      folded = Array.from(folded, (one) => simple.get(one) || one).join("");
      foldedChars.set(char, folded);
    }
    return folded;
  }

  /** The text as it is compared, and for each of its characters the place in the text it came from. */
  function fold(text) {
    let folded = "";
    const from = [];
    let place = 0;
    for (const char of text) {
      const piece = foldChar(char);
      for (let i = 0; i < piece.length; i += 1) from.push(place);
      folded += piece;
      place += char.length;
    }
    from.push(text.length);
    return { text: folded, from };
  }

  const bare = (text) => fold(text).text.replace(/[^a-z0-9\u3400-\u9fff%<>+]/g, "");

  // ------------------------------------------------------------------------------------------------- scanning a text

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

  // ------------------------------------------------------------------------------------------------ reading a query

  /**
   * A query as cells (what has to be found, each with a weight) and terms (what finds cells, and how well).
   *
   * Cells are a hanzi, a word, a figure; 商家入驻 is covered by a text with 商家 and 入驻, whether or not they touch.
   */
  function readQuery(text, vocabulary) {
    const cells = [];
    const terms = new Map();
    const spans = figures(text).filter((figure) => !figure.plain);
    const inFigure = (place) => spans.some((span) => span.start <= place && place < span.end);

    for (const span of spans) cells.push({ start: span.start, end: span.end, weight: 3, han: false });
    const found = pieces(text);
    for (const piece of found) {
      if (inFigure(piece.start)) continue;
      if (piece.han && !piece.last) cells.push({ start: piece.start, end: piece.start + 1, weight: 1, han: true });
      if (piece.last) cells.push({ start: piece.start, end: piece.end, weight: 1, han: true });
      if (piece.word || piece.number) {
        cells.push({ start: piece.start, end: piece.end, weight: piece.end - piece.start < 2 ? 1 : 2, han: false });
      }
    }

    const add = (term, start, end, value, prefix) => {
      const held = terms.get(term) || { term, value, prefix, cells: new Set() };
      cells.forEach((cell, i) => {
        if (start <= cell.start && cell.end <= end) held.cells.add(i);
      });
      held.value = Math.max(held.value, value);
      terms.set(term, held);
    };
    for (const span of spans) {
      if (span.sign) add(span.sign + span.value, span.start, span.end, 1, false);
      if (span.value !== span.number) add(span.value, span.start, span.end, span.sign ? 0.8 : 1, false);
      if (/wd$/.test(span.value)) add(span.number + "d", span.start, span.end, 0.7, false);
      add(span.number, span.start, span.end, 0.3, false);
    }
    for (const piece of found) {
      if (piece.figure || (inFigure(piece.start) && inFigure(piece.end - 1))) continue;
      if (piece.last && !piece.alone) continue;
      add(piece.term, piece.start, piece.end, piece.kin ? 0.7 : 1, Boolean(piece.alone) || (piece.word && piece.end - piece.start > 1));
    }
    const words = found.filter((piece) => piece.word);
    for (let i = 0; i + 1 < words.length; i += 1) {
      const joined = words[i].term + words[i + 1].term;
      if (vocabulary.has(joined)) add(joined, words[i].start, words[i + 1].end, 1, false);
    }
    return { cells, terms, weight: cells.reduce((sum, cell) => sum + cell.weight, 0) };
  }

  /** Leave out the words of a question, unless nothing would be left. */
  function essence(text) {
    const short = text
      .replace(/\s+/g, " ")
      .replace(EMPTY, (words, kept, empty, place, whole) => {
        if (kept) return kept;
        return !empty && HAN.test(whole[place - 1] || "") && HAN.test(whole[place + words.length] || "") ? "" : " ";
      })
      .replace(EMPTY_PHRASE, " ")
      .replace(/[a-z]+(?![a-z\d'/&+-])/g, (word) => (EMPTY_WORDS.has(word) ? " " : word))
      .trim();
    return /[a-z\d\u3400-\u9fff]/.test(short) ? short : text.trim();
  }

  // ------------------------------------------------------------------------------------------- the index of one locale

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
        context: isItem(record) ? record.title : null,
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

  /** Whether a record is an item that sets a figure, with its unit or comparator; a case only tells what it reached. */
  function setsFigure(home, number) {
    if (!home.figured.has(number)) {
      const { kind, part, text } = home.records[number];
      home.figured.set(number, Boolean(part) && kind !== "case" && figures(fold(text).text).some((figure) => !figure.plain));
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
      const figured = asks.figure && setsFigure(home, result.id);
      const named = nameWorth(home, result.id, whole);
      // Whoever asks how long a complaint may take hardly wants the term.
      worth *= asks.figure && !figured ? Math.min(named, NAME_STARTS) : named;
      if (figured) worth *= FIGURE_ASKED;
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

  // ------------------------------------------------------------------------------------------------ mending a query

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

  // --------------------------------------------------------------------------------------------------------- finding

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
   * Find in the reader's locale, and where that covers too little of the query, in its sisters: `{results, closest}`.
   *
   * `closest` says that too much of the query is in none of them.
   */
  function find(query, limit) {
    const locale = pageLocale();
    return Promise.all([loadLocale(locale), loadEngine()]).then(([own]) => {
      const asked = fold(query).text;
      const text = essence(asked);
      if (!/[a-z\d\u3400-\u9fff]/.test(text)) return { results: [], closest: false };
      const asks = { figure: ASKS_FIGURE.test(asked), who: ASKS_WHO.test(asked) };
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
    return { results: [...(compared ? [compared] : []), ...results].slice(0, limit), closest };
  }

  // ------------------------------------------------------------------------------------------------ comparing roles

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

  // -------------------------------------------------------------------------------------------------------- excerpts

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

  // --------------------------------------------------------------------------------------------------------- loading

  const meta = (name) => {
    const element = document.querySelector(`meta[name="${name}"]`);
    return element ? element.content : "";
  };
  // Read once: a page that is swapped in place keeps this script, and its address changes under it.
  const root = new URL((meta("handbook-root") || ".") + "/", document.baseURI).href;
  const pageLocale = () => meta("handbook-locale") || document.documentElement.lang || "zh-Hans";

  const scripts = new Map();
  function loadScript(path) {
    if (!scripts.has(path)) {
      scripts.set(
        path,
        new Promise((resolve, reject) => {
          const element = document.createElement("script");
          element.src = root + path;
          element.onload = () => resolve();
          element.onerror = () => {
            scripts.delete(path); // the next search asks again
            element.remove();
            reject(new Error("Cannot load " + path));
          };
          document.head.append(element);
        })
      );
    }
    return scripts.get(path);
  }

  const loadEngine = () => loadScript("assets/javascripts/vendor/minisearch.min.js");
  const homes = new Map();
  const ready = new Set(); // the locales whose index is there
  function loadLocale(locale) {
    return Promise.all([loadEngine(), loadScript(`assets/search/${locale}.js`)])
      .then(() => {
        if (!homes.has(locale)) homes.set(locale, buildIndex(locale, window.handbookSearchData[locale]));
        return homes.get(locale);
      })
      .then((home) => {
        ready.add(locale);
        return home;
      });
  }

  const address = (record) => new URL(record.url, root).href;
  /** What a result is and where it found the query: 所需资料 · 竞品月销量. */
  const told = ({ record, excerpt: text }) => [record.part, text].filter(Boolean).join(" · ");

  window.handbook = window.handbook || {};
  window.handbook.search = (query, { limit = 20 } = {}) =>
    find(String(query), limit).then(({ results }) =>
      results.map((result) => ({ title: result.record.title, url: address(result.record), section: result.record.section, excerpt: told(result) }))
    );

  // ---------------------------------------------------------------------------------------------------------- dialog

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
    for (const [start, end] of marks(text, terms)) {
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
        href: address(record),
        "aria-selected": "false",
      });
      if (locale !== pageLocale()) link.lang = locale;
      link.append(make("span", { class: "handbook-search__title" }, ...marked(record.section || record.title, terms)));
      if (record.section) link.append(make("span", { class: "handbook-search__section" }, ...marked(record.title, terms)));
      if (told(result)) link.append(make("span", { class: "handbook-search__excerpt" }, ...marked(told(result), terms)));
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
      pending = find(query, DIALOG_LIMIT)
        .then(
          ({ results, closest }) => {
            if (mine !== asked) return;
            show(results);
            element.dataset.state = results.length ? "results" : "none";
            const said = results.length ? (closest ? "search.closest" : "search.count") : "search.none";
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
    loadLocale(pageLocale()).catch(() => {}); // ahead of the first key; a failure is told when something is asked
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
})();
