/* 在文字里找出所查的词并标出来；一律用 textContent，记录里的文字不会变成标记。 */
(function (search) {
  "use strict";
  var QUERY_PART = /["“”]([^"“”]*)["“”]|([^\s"“”]+)/g;
  var HAN_OR_WORD = /[\p{L}\p{N}]/u;

  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) { made.className = className; }
    if (text) { made.textContent = text; }
    return made;
  }
  /* 查询里的词：引号里的是一整句，其余按空格分开。
     partly：有的词没有连着的，它的片段也标。 */
  function wordsOf(query, partly) {
    var words = [];
    query.replace(QUERY_PART, function (_, phrase, word) {
      var quoted = phrase !== undefined, folded = search.fold(quoted ? phrase : word).replace(/\s/g, "");
      if (folded && (quoted || HAN_OR_WORD.test(folded))) { words.push({ text: folded, exact: quoted || !partly }); }
      return "";
    });
    return words;
  }
  /* 折叠后的文字，和每个字在原文里的位置；空格不算。 */
  function folded(text) {
    var plain = "", origin = [], place = 0;
    Array.from(text).forEach(function (character) {
      var one = search.fold(character).replace(/\s/g, "");
      for (var i = 0; i < one.length; i++) { origin.push(place); }
      plain += one;
      place += character.length;
    });
    origin.push(text.length);
    return { plain: plain, origin: origin };
  }
  /* 词在文字里的各处：整个词连着的优先，没有才找它的片段。 */
  function places(text, words) {
    var whole = folded(text), found = [];
    words.forEach(function (word) {
      var together = whole.plain.indexOf(word.text) >= 0;
      var pieces = together ? [word.text] : word.exact ? [] : search.tokens(word.text);
      pieces.forEach(function (piece) {
        for (var at = whole.plain.indexOf(piece); at >= 0; at = whole.plain.indexOf(piece, at + piece.length)) {
          found.push({ from: whole.origin[at], to: endOf(whole.origin, at + piece.length, text), word: piece, whole: together });
        }
      });
    });
    return found.sort(function (a, b) { return a.from - b.from; });
  }
  function endOf(origin, at, text) {
    var end = origin[at];
    return end === undefined ? text.length : Math.max(end, origin[at - 1] + 1);
  }
  function mark(target, text, found, from, to) {
    var at = from;
    found.forEach(function (span) {
      var start = Math.max(span.from, at), end = Math.min(span.to, to);
      if (start >= end) { return; }
      target.appendChild(document.createTextNode(text.slice(at, start)));
      target.appendChild(element("mark", "", text.slice(start, end)));
      at = end;
    });
    target.appendChild(document.createTextNode(text.slice(at, to)));
  }
  function marked(target, text, words) {
    mark(target, text, places(text, words), 0, text.length);
    return target;
  }
  /* 一处里最合适的一两句：含的词最多的一行，词没有齐再添一行。 */
  function snippet(target, lines, words, limit) {
    var rows = lines.map(function (line) { return { text: line, found: places(line, words) }; });
    var first = best(rows, {}), seen = {};
    if (!first) { return clip(target, { text: lines[0] || "", found: [] }, limit); }
    first.found.forEach(function (span) { seen[span.word] = true; });
    var second = best(rows.filter(function (row) { return row !== first; }), seen);
    clip(target, first, limit);
    if (second && words.length > 1) {
      target.appendChild(document.createTextNode(" "));
      clip(target, second, Math.round(limit / 2));
    }
  }
  function best(rows, seen) {
    var chosen = null, most = 0;
    rows.forEach(function (row) {
      var worth = 0, counted = {};
      row.found.forEach(function (span) {
        if (!seen[span.word] && !counted[span.word]) { counted[span.word] = true; worth += span.whole ? 3 : 1; }
      });
      if (worth > most) { most = worth; chosen = row; }
    });
    return chosen;
  }
  function clip(target, row, limit) {
    var start = 0;
    if (row.text.length > limit && row.found.length) {
      start = sentenceStart(row.text, densest(row.found, limit).from, limit);
    }
    var end = Math.min(row.text.length, start + limit);
    if (start > 0) { target.appendChild(document.createTextNode("…")); }
    mark(target, row.text, row.found, start, end);
    if (end < row.text.length) { target.appendChild(document.createTextNode("…")); }
  }
  /* 从哪个词摘起：往后一段里不同的词最多。 */
  function densest(found, limit) {
    var chosen = found[0], most = 0;
    found.forEach(function (span) {
      var inside = new Set();
      found.forEach(function (other) {
        if (other.from >= span.from && other.to <= span.from + limit * 0.75) { inside.add(other.word); }
      });
      if (inside.size > most) { most = inside.size; chosen = span; }
    });
    return chosen;
  }
  /* 句子的开头离得不远就从那里摘起。 */
  function sentenceStart(text, from, limit) {
    var earliest = Math.max(0, from - Math.round(limit * 0.45)), before = text.slice(earliest, from);
    if (earliest === 0) { return 0; }
    var stop = Math.max(before.lastIndexOf("。"), before.lastIndexOf("；"), before.lastIndexOf("！"), before.lastIndexOf("｜"));
    if (stop < 0) { stop = before.lastIndexOf("，"); }
    return stop >= 0 ? earliest + stop + 1 : Math.max(0, from - Math.round(limit * 0.25));
  }

  search.element = element;
  search.wordsOf = wordsOf;
  search.marked = marked;
  search.snippet = snippet;
})(gongwenSearch);
