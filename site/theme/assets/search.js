/* 页内检索。索引是一组小脚本，只取所查词语的那几个；双击打开（file://）和放在服务器上都能用。
   查询的折叠与切分同 generator/hanzi/folding.py，散列同 generator/pages/site_index.py。 */
"use strict";
var gongwenSearch = (function () {
  var PANEL_HITS = 6, PAGE_HITS = 20, MOST_READ = 40, HITS_OF_ONE = 3, SNIPPET = 90, WAIT = 150;
  var NUMBER_MARK = "№", NUMBER_BONUS = 100000, PHRASE_BONUS = 10000, TITLE_BONUS = 20000;
  var CJK = "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{323af}々〇";
  var PIECES = new RegExp("([" + CJK + "]+)|\\d+(?:\\.\\d+)*|(?:(?![" + CJK + "])\\p{L})+", "gu");
  var KEPT = new RegExp("[" + CJK + "\\p{L}\\p{N}]", "u");
  var OPEN = "[〔\\[【(﹝「<〈]", CLOSE = "[〕\\]】)﹞」>〉]";
  var BRACKETED = new RegExp("([\\u4e00-\\u9fff]{1,14})\\s*" + OPEN + "\\s*((?:19|20)\\d{2})\\s*年?\\s*" + CLOSE + "\\s*第?\\s*(\\d{1,5})");
  var BARE = /([\u4e00-\u9fff]{1,14}?)\s*((?:19|20)\d{2})\s*[-年\/—]?\s*第?\s*(\d{1,5})\s*号?$/;
  var ORDER = /([\u4e00-\u9fff]{2,14}?)令\s*第?\s*(\d{1,4})\s*号/;

  var base = window.gongwenBase || ".";
  var parts = {}, loads = {}, settings = null, simple = null;

  /* --- 取脚本 --- */
  function load(path) {
    if (!loads[path]) {
      loads[path] = new Promise(function (done, failed) {
        var script = document.createElement("script");
        script.src = base + "/index/" + path;
        script.onload = done;
        script.onerror = function () { delete loads[path]; failed(new Error(path)); };
        document.head.appendChild(script);
      });
    }
    return loads[path];
  }
  function part(name) {
    return load(settings.version + "/" + name + ".js").then(function () { return parts[name]; });
  }
  function ready() {
    return settings ? Promise.resolve() : load("start.js");
  }

  /* --- 折叠与切分 --- */
  function foldCharacter(character) {
    var folded = character.normalize("NFKC").toLowerCase();
    if (!simple) { return folded; }
    return Array.from(folded).map(function (one) { return simple[one] || one; }).join("");
  }
  function fold(text) {
    return Array.from(text).map(foldCharacter).join("").replace(/\s+/g, " ");
  }
  function tokens(text) {
    var found = [];
    (text.match(PIECES) || []).forEach(function (piece) {
      var characters = Array.from(piece);
      if (!new RegExp("^[" + CJK + "]", "u").test(piece) || characters.length === 1) { found.push(piece); return; }
      for (var i = 0; i + 1 < characters.length; i++) { found.push(characters[i] + characters[i + 1]); }
    });
    return Array.from(new Set(found));
  }
  function bare(text) {
    return Array.from(text).map(foldCharacter).join("").split("").filter(function (c) { return KEPT.test(c) || /[\ud800-\udfff]/.test(c); }).join("");
  }
  function numberKey(text) {
    var match = BRACKETED.exec(text) || BARE.exec(text.trim());
    if (match) { return NUMBER_MARK + match[1] + "|" + match[2] + "|" + Number(match[3]); }
    match = ORDER.exec(text);
    return match ? NUMBER_MARK + match[1] + "|令|" + Number(match[2]) : "";
  }
  function hashOf(key) {
    var value = 2166136261;
    for (var i = 0; i < key.length; i++) { value = Math.imul(value ^ key.charCodeAt(i), 16777619) >>> 0; }
    return value >>> 0;
  }

  /* --- 查 --- */
  function chunk(key) {
    return part("p" + (hashOf(key) % settings.shards)).then(function (shard) {
      return Object.prototype.hasOwnProperty.call(shard, key) ? shard[key] : null;
    });
  }
  function postings(token) {
    return chunk(token).then(function (first) {
      if (!first) { return []; }
      var rest = [];
      for (var i = 1; i < first[0]; i++) { rest.push(chunk(token + "\n" + i)); }
      return Promise.all(rest).then(function (others) {
        return [first].concat(others).reduce(function (all, one) {
          for (var i = 1, hit = 0; i < one.length; i += 2) { hit += one[i]; all.push([hit, one[i + 1]]); }
          return all;
        }, []);
      });
    });
  }
  function find(query) {
    return ready().then(function () { return lookUp(fold(query)); }).then(function (result) {
      if (result.missing && !simple) {
        return part("t2s").then(function (table) {
          simple = {};
          for (var i = 0; i < table.length; i += 2) { simple[table[i]] = table[i + 1]; }
          return lookUp(fold(query));
        });
      }
      return result;
    });
  }
  function lookUp(folded) {
    var wanted = tokens(folded), key = numberKey(folded);
    return Promise.all(wanted.map(postings).concat(key ? [postings(key)] : [])).then(function (lists) {
      var named = key ? lists.pop() : [];
      var scores = new Map(), counts = new Map();
      lists.forEach(function (list) {
        list.forEach(function (pair) {
          scores.set(pair[0], (scores.get(pair[0]) || 0) + pair[1]);
          counts.set(pair[0], (counts.get(pair[0]) || 0) + 1);
        });
      });
      named.forEach(function (pair) { scores.set(pair[0], NUMBER_BONUS); counts.set(pair[0], wanted.length); });
      var all = Array.from(scores.keys());
      var whole = all.filter(function (hit) { return counts.get(hit) === wanted.length; });
      var hits = (whole.length ? whole : all).sort(function (a, b) { return scores.get(b) - scores.get(a) || a - b; });
      return { words: folded.split(" ").filter(Boolean), hits: hits, scores: scores, whole: whole.length > 0,
        missing: lists.some(function (list) { return !list.length; }) };
    });
  }
  function read(hit) {
    return part("h" + Math.floor(hit / settings.perShard)).then(function (shard) {
      var row = shard[1][hit % settings.perShard], page = shard[0][row[0]];
      return { hit: hit, url: page[0], title: page[1], kind: page[2], status: page[3], tone: page[4], number: page[5],
        anchor: row[1], heading: row[2], text: row[3] };
    });
  }
  /* 词语连着出现的排在前面，在题名里出现的再往前。 */
  function ranked(result) {
    return Promise.all(result.hits.slice(0, MOST_READ).map(read)).then(function (rows) {
      var words = result.words.map(bare).filter(Boolean);
      rows.forEach(function (row) {
        var title = bare(row.title), text = bare(row.heading + row.text);
        row.score = result.scores.get(row.hit) +
          (words.every(function (word) { return (title + text).indexOf(word) >= 0; }) ? PHRASE_BONUS : 0) +
          (!row.anchor && words.every(function (word) { return title.indexOf(word) >= 0; }) ? TITLE_BONUS : 0);
      });
      return spread(rows.sort(function (a, b) { return b.score - a.score || a.hit - b.hit; }));
    });
  }
  /* 一份文件先出最像的几处，其余排到后面，免得一份占满。 */
  function spread(rows) {
    var seen = {}, early = [], late = [];
    rows.forEach(function (row) {
      seen[row.url] = (seen[row.url] || 0) + 1;
      (seen[row.url] <= HITS_OF_ONE ? early : late).push(row);
    });
    return early.concat(late);
  }

  /* --- 显示：一律用 textContent，记录里的文字不会变成标记 --- */
  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) { made.className = className; }
    if (text) { made.textContent = text; }
    return made;
  }
  function places(text, words) {
    var folded = "", origin = [];
    Array.from(text).reduce(function (place, character) {
      var one = foldCharacter(character);
      for (var i = 0; i < one.length; i++) { origin.push(place); }
      folded += one;
      return place + character.length;
    }, 0);
    origin.push(text.length);
    var found = [];
    var pieces = words.reduce(function (all, word) {
      return all.concat(folded.indexOf(word) >= 0 ? [word] : tokens(word));
    }, []);
    pieces.forEach(function (word) {
      for (var at = folded.indexOf(word); word && at >= 0; at = folded.indexOf(word, at + word.length)) {
        found.push([origin[at], origin[at + word.length], word]);
      }
    });
    return found;
  }
  function marked(target, text, words, limit) {
    var found = places(text, words);
    var start = limit && found.length ? richest(found, limit) : 0;
    var end = limit ? Math.min(text.length, start + limit) : text.length;
    var flags = [];
    found.forEach(function (span) { for (var i = span[0]; i < span[1]; i++) { flags[i] = true; } });
    if (start > 0) { target.appendChild(document.createTextNode("…")); }
    for (var i = start; i < end;) {
      var flag = !!flags[i], from = i;
      while (i < end && !!flags[i] === flag) { i++; }
      target.appendChild(flag ? element("mark", "", text.slice(from, i)) : document.createTextNode(text.slice(from, i)));
    }
    if (end < text.length) { target.appendChild(document.createTextNode("…")); }
  }
  /* 从哪里摘：摘出的一段里不同的词最多，一样多时取靠前的。 */
  function richest(found, limit) {
    var best = 0, most = 0;
    found.slice().sort(function (a, b) { return a[0] - b[0]; }).forEach(function (span) {
      var start = Math.max(0, Math.floor(span[0] - limit / 3)), inside = new Set();
      found.forEach(function (other) {
        if (other[0] >= start && other[1] <= start + limit) { inside.add(other[2]); }
      });
      if (inside.size > most) { most = inside.size; best = start; }
    });
    return best;
  }
  function hitElement(row, words) {
    var link = element("a", "hit");
    link.href = base + "/" + row.url + (row.anchor ? "#" + encodeURIComponent(row.anchor) : "");
    var title = element("span", "hit-title");
    marked(title, row.title, words, 0);
    link.appendChild(title);
    if (row.number) {
      var number = element("span", "hit-number");
      marked(number, "（" + row.number + "）", words, 0);
      link.appendChild(number);
    }
    link.appendChild(document.createTextNode(" "));
    link.appendChild(element("span", "badge", row.kind));
    if (row.status) {
      link.appendChild(document.createTextNode(" "));
      link.appendChild(element("span", "badge badge-" + row.tone, row.status));
    }
    if (row.heading) {
      var heading = element("span", "hit-heading");
      marked(heading, row.heading, words, 0);
      link.appendChild(heading);
    }
    if (row.text) {
      var text = element("span", "hit-text");
      marked(text, row.text, words, SNIPPET);
      link.appendChild(text);
    }
    return link;
  }
  function show(box, query, result, rows, limit) {
    box.textContent = "";
    if (!rows.length) {
      box.appendChild(element("p", "search-state", "没有找到“" + query + "”。可换一个说法、减少几个字，或只写发文字号里的年份和序号。"));
      return;
    }
    var note = result.whole ? "找到 " + result.hits.length + " 处" : "没有一处含有全部词语，以下含有其中一部分";
    box.appendChild(element("p", "search-state", note));
    rows.slice(0, limit).forEach(function (row) { box.appendChild(hitElement(row, result.words)); });
  }

  /* --- 检索框 --- */
  function attach(form) {
    var input = form.querySelector("input"), onPage = form.dataset.search === "page";
    var box = onPage ? form.nextElementSibling : form.querySelector(".search-results");
    var timer = 0, latest = 0, limit = onPage ? PAGE_HITS : PANEL_HITS;
    /* 没有可查的字：刚清空的框不出声，其余（按了检索，或只有标点、空格）都说一句。 */
    function run(asked) {
      var query = input.value.trim(), turn = ++latest;
      if (onPage) { remember(query); }
      if (!tokens(fold(query)).length) {
        box.textContent = "";
        if (asked || input.value) { box.appendChild(element("p", "search-state", "请输入要查的词语或文号")); }
        return;
      }
      find(query).then(function (result) {
        return ranked(result).then(function (rows) {
          if (turn !== latest) { return; }
          show(box, query, result, rows, limit);
          if (rows.length > limit) { more(query, result, rows); }
        });
      }).catch(function () {
        if (turn === latest) {
          box.textContent = "";
          box.appendChild(element("p", "search-state", "索引读不出来。请确认站点文件夹是完整的（其中有 index 文件夹）。"));
        }
      });
    }
    function more(query, result, rows) {
      if (onPage) {
        var button = element("button", "search-more", "再看 " + (rows.length - limit) + " 处");
        button.type = "button";
        button.addEventListener("click", function () { show(box, query, result, rows, rows.length); });
        box.appendChild(button);
        return;
      }
      var link = element("a", "search-more", "全部结果");
      link.href = form.getAttribute("action") + "?q=" + encodeURIComponent(query);
      box.appendChild(link);
    }
    function remember(query) {
      try {
        history.replaceState(null, "", query ? "?q=" + encodeURIComponent(query) : location.pathname);
      } catch (refused) { /* 有的浏览器在 file:// 下不许改地址，检索照常 */ }
    }
    input.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(run, WAIT, false); });
    form.addEventListener("submit", function (event) {
      if (onPage) { event.preventDefault(); clearTimeout(timer); run(true); }
    });
    form.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && !onPage) { box.textContent = ""; }
    });
    document.addEventListener("click", function (event) {
      if (!onPage && !form.contains(event.target)) { box.textContent = ""; }
    });
    var given = onPage ? new URLSearchParams(location.search).get("q") : null;
    if (given !== null) { input.value = given; run(true); }
  }
  function startUp() {
    document.querySelectorAll("form[data-search]").forEach(attach);
  }
  if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", startUp); } else { startUp(); }

  return {
    start: function (given) { settings = given; },
    register: function (name, content) { parts[name] = content; },
    find: find
  };
})();
