/* 在文字里找出所查的词并标出来；一律当作文字写进页面，记录里的文字不会变成标记。 */
(search => {
  "use strict";
  const QUERY_PART = /["“”]([^"“”]*)["“”]|([^\s"“”]+)/g;
  const HAN_OR_WORD = /[\p{L}\p{N}]/u;

  /* --- 页面上的小件 --- */
  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) { made.className = className; }
    if (text) { made.textContent = text; }
    return made;
  }
  function button(className, text, act) {
    const made = element("button", className, text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }
  /* 键盘走得到的链接。 */
  function link(className, address, text) {
    const made = element("a", className, text);
    made.href = address;
    made.dataset.item = "";
    return made;
  }

  /* --- 所查的词，和它们在文字里的各处 --- */
  /* 引号里的是一整句，其余按空格分开。partly：有的词没有连着的，它的片段也标。 */
  function wordsOf(query, partly) {
    const words = [];
    query.replace(QUERY_PART, (_, phrase, word) => {
      const quoted = phrase !== undefined, text = search.fold(quoted ? phrase : word).replace(/\s/g, "");
      if (text && (quoted || HAN_OR_WORD.test(text))) { words.push({ text, exact: quoted || !partly }); }
      return "";
    });
    return words;
  }
  /* 折叠后的文字，和每个字在原文里的位置；空格不算。 */
  function folded(text) {
    const origin = [];
    let plain = "", place = 0;
    for (const character of text) {
      const one = search.fold(character).replace(/\s/g, "");
      for (let i = 0; i < one.length; i++) { origin.push(place); }
      plain += one;
      place += character.length;
    }
    origin.push(text.length);
    return { plain, origin };
  }
  /* 词在文字里的各处：整个词连着的优先，没有才找它的片段。 */
  function places(text, words) {
    const { plain, origin } = folded(text), found = [];
    words.forEach(word => {
      const whole = plain.includes(word.text), partly = word.exact ? [] : search.tokens(word.text);
      (whole ? [word.text] : partly).forEach(piece => {
        for (let at = plain.indexOf(piece); at >= 0; at = plain.indexOf(piece, at + piece.length)) {
          found.push({ from: origin[at], to: endOf(origin, at + piece.length), word: piece, whole });
        }
      });
    });
    return found.sort((a, b) => a.from - b.from);
  }
  /* 折叠成几个字的一个字，只对上一部分也整个标。 */
  function endOf(origin, at) { return Math.max(origin[at], origin[at - 1] + 1); }

  /* --- 写进页面 --- */
  function mark(target, text, found, from, to) {
    let at = from;
    found.forEach(span => {
      const start = Math.max(span.from, at), end = Math.min(span.to, to);
      if (start >= end) { return; }
      target.append(text.slice(at, start), element("mark", "", text.slice(start, end)));
      at = end;
    });
    target.append(text.slice(at, to));
  }
  function marked(target, text, words) {
    mark(target, text, places(text, words), 0, text.length);
    return target;
  }
  /* 一处里最合适的一两句：含的词最多的一行，词没有齐再添一行。 */
  function snippet(target, lines, words, limit) {
    const rows = lines.map(text => ({ text, found: places(text, words) })), first = best(rows, []);
    if (!first) { clip(target, { text: lines[0] || "", found: [] }, limit); return; }
    const seen = first.found.map(span => span.word), second = best(rows.filter(row => row !== first), seen);
    clip(target, first, limit);
    if (second && words.length > 1) {
      target.append(" ");
      clip(target, second, Math.round(limit / 2));
    }
  }
  /* 新的词最多的一行；同一个词只算一次，连着的比片段重。 */
  function best(rows, seen) {
    let chosen = null, most = 0;
    rows.forEach(row => {
      const counted = new Set(seen);
      let worth = 0;
      row.found.forEach(({ word, whole }) => {
        if (!counted.has(word)) { counted.add(word); worth += whole ? 3 : 1; }
      });
      if (worth > most) { most = worth; chosen = row; }
    });
    return chosen;
  }
  function clip(target, { text, found }, limit) {
    const cut = text.length > limit && found.length;
    const start = cut ? sentenceStart(text, densest(found, limit).from, limit) : 0;
    const end = Math.min(text.length, start + limit);
    if (start > 0) { target.append("…"); }
    mark(target, text, found, start, end);
    if (end < text.length) { target.append("…"); }
  }
  /* 从哪个词摘起：往后一段里不同的词最多。 */
  function densest(found, limit) {
    let chosen = found[0], most = 0;
    found.forEach(span => {
      const inside = found.filter(({ from, to }) => from >= span.from && to <= span.from + limit * 0.75);
      const { size } = new Set(inside.map(({ word }) => word));
      if (size > most) { most = size; chosen = span; }
    });
    return chosen;
  }
  /* 句子的开头离得不远就从那里摘起。 */
  function sentenceStart(text, from, limit) {
    const earliest = Math.max(0, from - Math.round(limit * 0.45)), before = text.slice(earliest, from);
    if (earliest === 0) { return 0; }
    const stop = Math.max(...Array.from("。；！｜", sign => before.lastIndexOf(sign)));
    const start = stop < 0 ? before.lastIndexOf("，") : stop;
    return start >= 0 ? earliest + start + 1 : Math.max(0, from - Math.round(limit * 0.25));
  }

  search.base = window.gongwenBase || ".";
  Object.assign(search, { element, button, link, wordsOf, marked, snippet });
})(gongwenSearch);
