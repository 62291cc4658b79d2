// What a query asks for: the words that matter, each with a weight, and what finds them.
(function (search) {
  "use strict";

  const { HAN, UNITS, figures, pieces } = search;

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

  /** What kind of answer a folded query asks for: a figure, in which unit if it says so, a role. */
  function asksFor(folded) {
    const unit = UNITS.find(([, forms]) => new RegExp(`(?:几|多少)(?:${forms})|\\bhow many (?:${forms})\\b`).test(folded));
    return { figure: ASKS_FIGURE.test(folded), unit: unit ? unit[0] : null, who: ASKS_WHO.test(folded) };
  }

  Object.assign(search, { ASKS_COMPARISON, EMPTY_WORDS, asksFor, essence, readQuery });
})(window.handbook.searching);
