// How a text is compared: without case, width and marks, and in Simplified characters.
(function (search) {
  "use strict";

  // The Traditional forms of those words, whether or not a text of the handbook holds them.
  const FOLDS_OF_QUESTIONS = "誰谁來来麼么時时幾几嗎吗為为樣样長长開开個个該该應应從从裡里們们問问請请關关沒没區区別别異异對对較较點点";

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

  Object.assign(search, { addFolds, fold, bare });
})(window.handbook.searching);
