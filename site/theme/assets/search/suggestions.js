/* 建议：名称的拼音首字母和全拼、别名、易混的词、繁体写法，以及相近的文号。
   名称表由 generator/site_index/suggestions.py 写成小块，打到哪里取哪一块。 */
(function (search) {
  "use strict";
  var MOST = 6, NUMBERS_PER_CHUNK = 32, NEAREST = 6;
  var SILENT = /[^\p{L}\p{N}]/gu;
  var NUMBER = /([\u4e00-\u9fff]{1,10}?)(?:((?:19|20)\d\d)年?第?(\d{1,5})号?|令第?(\d{1,4})号?)$/;
  /* 记不全的：没有写年份，只有机关和号。 */
  var LOOSE = /([\u4e00-\u9fff]{2,10}?)第?()(\d{1,5})号?令?$/, DIGITS = "〇一二三四五六七八九";

  function bare(text) { return Array.from(search.fold(text).replace(SILENT, "")).slice(0, 40).join(""); }
  function start() { return search.load("g"); }
  function lookUp(key) {
    return start().then(function (about) {
      return search.load("g" + (search.hashOf(key) % about.parts));
    }).then(function (part) {
      return Object.prototype.hasOwnProperty.call(part, key) ? part[key] : null;
    });
  }
  /* 顺着打出的字往下找，直到一块里装得下的名称。 */
  function rowsUnder(typed) {
    function descend(key) {
      return lookUp(key).then(function (node) {
        if (!node) { return []; }
        var shared = node[0], deeper = node[1], rows = node[2];
        if (deeper && typed.length > shared.length && typed.indexOf(shared) === 0) {
          return descend(shared + Array.from(typed.slice(shared.length))[0]);
        }
        return rows.filter(function (row) { return row[0].indexOf(typed) === 0; });
      });
    }
    return typed ? descend(Array.from(typed)[0]) : Promise.resolve([]);
  }
  /* 词表里“错”的一方，连同不算错的前后文。 */
  function confusedIn(folded, about) {
    var offers = [];
    about.confused.forEach(function (entry) {
      var at = folded.indexOf(entry[0]);
      if (at < 0) { return; }
      var before = folded.slice(0, at), after = folded.slice(at + entry[0].length);
      var rightly = entry[2].some(function (word) { return before.endsWith(word); }) ||
        entry[3].some(function (word) { return after.indexOf(word) === 0; });
      if (rightly) { return; }
      entry[1].forEach(function (right) {
        offers.push({ words: before + right + after, why: "与“" + entry[0] + "”易混" });
      });
    });
    return offers;
  }
  function traditional(typed) {
    var plain = typed.normalize("NFKC").toLowerCase().replace(SILENT, ""), folded = bare(typed);
    return plain.length <= 40 && folded !== plain ? [{ words: search.fold(typed).trim(), why: "简体写法" }] : [];
  }
  function named(typed) {
    var words = typed.trim().split(/\s+/), last = words.pop(), before = words.length ? words.join(" ") + " " : "";
    return rowsUnder(bare(last)).then(function (rows) {
      return rows.filter(function (row) { return !(before && row[3]); }).map(function (row) {
        return { words: before + row[1], why: row[2], url: row[3] };
      });
    });
  }
  /* 打出的字 → 建议，每条是要查的话（words），或一页的题名和地址（url）。
     先查再要建议：繁简对照查的时候已经取了，也不耽误先出结果。 */
  function suggest(typed) {
    var query = typed.trim();
    if (!query) { return Promise.resolve([]); }
    return start().then(function (about) {
      return named(query).then(function (rows) {
        var folded = search.fold(query).trim();
        return unique(confusedIn(folded, about).concat(traditional(query), rows), query).slice(0, MOST);
      });
    });
  }
  function unique(offers, typed) {
    var seen = {};
    return offers.filter(function (offer) {
      var key = offer.words + "\n" + (offer.url || "");
      var again = seen[key] || (!offer.url && offer.words === typed);
      seen[key] = true;
      return !again;
    });
  }

  /* 查不到的文号：同一机关同一年的前后几号，同一号的别的年份。 */
  function nearest(query) {
    var bared = inDigits(search.fold(query).replace(SILENT, "")), match = NUMBER.exec(bared) || LOOSE.exec(bared);
    if (!match) { return Promise.resolve([]); }
    var year = Number(match[2] || 0), serial = Number(match[3] || match[4]);
    return rowsNear(match[1], year, serial).then(function (rows) {
      rows.sort(function (a, b) {
        return (a[0] === year ? 0 : 1) - (b[0] === year ? 0 : 1) ||
          Math.abs(a[1] - serial) - Math.abs(b[1] - serial) || Math.abs(a[0] - year) - Math.abs(b[0] - year);
      });
      return unique(rows.map(function (row) {
        var why = row[1] === serial ? "同一机关同一号" : row[0] === year && year ? "同一机关同一年" : "同一机关";
        return { words: row[2], why: why, url: row[3] };
      }), "").slice(0, NEAREST);
    });
  }

  /* 十四号 → 14号。 */
  function inDigits(text) {
    return text.replace(/([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)号?$/, function (all, tens, ten, ones) {
      if (!(tens + ten + ones) || (tens && !ten)) { return all; }
      return String(10 * (ten ? DIGITS.indexOf(tens) || 1 : 0) + Math.max(0, DIGITS.indexOf(ones)));
    });
  }

  /* 机关代字前面可能还有别的字：从长到短试，试到有为止。 */
  function rowsNear(run, year, serial) {
    var chunk = Math.floor(serial / NUMBERS_PER_CHUNK), keys = ["№" + run + "||" + serial];
    [chunk - 1, chunk, chunk + 1].forEach(function (one) {
      if (one >= 0) { keys.push("№" + run + "|" + year + "|" + one); }
    });
    return Promise.all(keys.map(lookUp)).then(function (found) {
      var rows = found.reduce(function (all, one) { return all.concat(one || []); }, []);
      return rows.length ? rows : lookUp("№" + run);
    }).then(function (rows) {
      return (rows && rows.length) || run.length < 2 ? rows || [] : rowsNear(run.slice(1), year, serial);
    });
  }

  search.isNumber = function (query) { return NUMBER.test(search.fold(query).replace(SILENT, "")); };
  search.suggest = suggest;
  search.nearest = nearest;
})(gongwenSearch);
