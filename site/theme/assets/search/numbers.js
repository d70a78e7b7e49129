/* 文号：先认年份和序号，索引里这一年这一号有哪些机关代字，再看所查的前面以哪一个结尾；
   还写了条次、别的词、引号里的话时，只留合得上的条款。 */
gongwenSearch.extend(function (inner) {
  "use strict";
  var OPENING = "〔［\\[【（(﹝「<〈＜｢〖﹙﹤", CLOSING = "〕］\\]】）)﹞」>〉＞｣〗﹚﹥", MARK = "№";
  var LOOSE = new RegExp("[" + OPENING + "]?((?:19|20)\\d\\d)[" + CLOSING + "]?年?" +
    "(?:(?:第|[-/— ]第?|(?<=\\D))(\\d{1,5})号?|(\\d{1,5})号)(?!\\d)", "g");
  var ORDER = /令?第?(\d{1,4})号?令|令第?(\d{1,4})号?/g;
  var DIGITS = "零一二三四五六七八九", COUNT = "([一二三四五六七八九十百零〇]{1,7})", MOST_READ = 48;
  var STEP = new RegExp("^(?:第" + COUNT + "(编|章|节|条)|第?" + COUNT + "(?:部分|、|(?=\\())|第?\\(" + COUNT +
    "\\)?[项款]?|第" + COUNT + "[项款])");
  var look = inner.look, unique = inner.unique;

  inner.readNumbers = function (asked) {
    var folded = asked.folded, spots = [];
    function collect(form, keyOf) {
      var match;
      form.lastIndex = 0;
      while ((match = form.exec(folded))) { spots.push({ from: match.index, to: match.index + match[0].length, key: keyOf(match) }); }
    }
    collect(LOOSE, function (match) { return match[1] + "|" + Number(match[2] || match[3]); });
    collect(ORDER, function (match) { return "令|" + Number(match[1] || match[2]); });
    return Promise.all(spots.map(function (spot) {
      return look("n", spot.key).then(function (rows) { spot.rows = rows ? JSON.parse(rows) : []; });
    })).then(function () {
      settleNumbers(asked, spots);
      return asked;
    });
  };
  function settleNumbers(asked, spots) {
    var folded = asked.folded, rest = [], taken = 0;
    spots.sort(function (a, b) { return a.from - b.from || b.to - a.to; }).forEach(function (spot) {
      if (spot.from < taken) { return; }
      var before = folded.slice(taken, spot.from).trim(), rows = meant(spot, before, isAlone(spot, folded));
      if (!rows.length) { asked.unknown = asked.unknown || spot.rows.length > 0; return; }
      var code = before ? rows[0][0] : "";
      rest.push(before.slice(0, before.length - code.length));
      rows.forEach(function (row) {
        asked.numbers.push({ key: row[0] + "|" + spot.key, first: row[1], count: row[2],
          printed: row[3] || code + folded.slice(spot.from, spot.to) });
      });
      taken = spot.to;
    });
    if (asked.numbers.length) {
      rest.push(folded.slice(taken));
      asked.rest = unique(apart(rest, asked.rest).map(inner.telling).filter(Boolean).map(inChinese));
    }
  }
  /* 折叠时汉字之间的空格去掉了，原来分开写的词仍旧分开。 */
  function apart(texts, words) {
    return words.reduce(function (parts, word) {
      return inner.flat(parts.map(function (part) {
        var at = part.indexOf(word);
        return at < 0 ? [part] : [part.slice(0, at), word, part.slice(at + word.length)];
      }));
    }, texts);
  }
  /* 只写了年份和序号：本库收有的都算。 */
  function isAlone(spot, folded) {
    return spot.from === 0 && spot.to === folded.length && spot.key.charAt(0) !== "令";
  }
  /* 写了机关的，取写全的那一个；令前面没写机关的，本库收有的才算，都没有收才看谁提到过。 */
  function meant(spot, before, alone) {
    if (alone) { return spot.rows.filter(function (row) { return row[1] >= 0; }); }
    if (before || spot.key.charAt(0) !== "令") {
      return spot.rows.filter(function (row) { return row[0] && before.slice(-row[0].length) === row[0]; })
        .sort(function (a, b) { return b[0].length - a[0].length; }).slice(0, 1);
    }
    var kept = spot.rows.filter(function (row) { return row[1] >= 0; });
    return kept.length ? kept.concat(spot.rows.filter(function (row) { return !row[0]; })) : spot.rows;
  }
  /* --- 条次：第二十四条、第24条、第三部分（四）、三（四） --- */
  function chinese(number) {
    var hundreds = Math.floor(number / 100), tens = Math.floor(number / 10) % 10, ones = number % 10, text = "";
    if (hundreds) { text = DIGITS[hundreds] + "百" + (!tens && ones ? "零" : ""); }
    if (tens) { text += (tens > 1 || hundreds ? DIGITS[tens] : "") + "十"; }
    return text + (ones ? DIGITS[ones] : "");
  }
  function inChinese(word) {
    return word.replace(/^第?(\d{1,3})(?=条|章|节|部分)/, function (all, number) { return "第" + chinese(Number(number)); })
      .replace(new RegExp("^" + COUNT + "(?=条)"), "第$1");
  }
  /* 一个词开头的条次：条文或标题以什么开头，一层一项。 */
  function placeIn(word) {
    var starts = [], rest = word, match;
    while ((match = STEP.exec(rest))) {
      starts.push(match[1] ? "第" + match[1] + match[2] : match[3] ? match[3] + "、" : match[4] ? "(" + match[4] + ")" : "");
      rest = rest.slice(match[0].length);
    }
    return { starts: starts.filter(Boolean), told: word.slice(0, word.length - rest.length), rest: inner.telling(rest) };
  }
  function isAt(hit, starts) {
    var texts = hit.path.concat(hit.lines).map(inner.fold), at = 0;
    return starts.every(function (start) {
      while (at < texts.length && texts[at].indexOf(start) !== 0) { at++; }
      return at++ < texts.length;
    });
  }
  function holds(texts, word) {
    return texts.some(function (text) { return inner.fold(text).indexOf(word) >= 0; });
  }

  /* 只有文号：本文件先，写出这个文号的条款随后，再是本文件其余各条。 */
  inner.Answer.prototype.byNumber = function () {
    var self = this, own = new Set(), heads = [];
    this.found = function () { return counted(self, own, heads); };
    return Promise.all(this.asked.numbers.map(function (number) {
      return look("p", MARK + number.key).then(function (data) {
        if (number.first >= 0) { heads.push(number.first); }
        for (var i = 0; number.first >= 0 && i < number.count; i++) { own.add(number.first + i); }
        return data ? new inner.Posting(data).own : [];
      });
    })).then(function (citing) {
      var units = unique(heads.concat(inner.flat(citing), Array.from(own)));
      if (!self.asked.rest.length && !self.asked.exact.length) { return self.know(units); }
      return within(self, units, own, heads).then(function (left) {
        self.whole = left.length > 0 || self.asked.exact.length > 0;
        return self.know(self.whole ? left : units);
      });
    }).then(function () { return self.found(); });
  };
  /* 数的是条款：整份的那一处不算。 */
  function counted(answer, own, heads) {
    var found = inner.Answer.prototype.found.call(answer);
    var clauses = answer.units.filter(function (unit) { return heads.indexOf(unit) < 0; });
    found.own = clauses.filter(function (unit) { return own.has(unit); }).length;
    found.citing = clauses.length - found.own;
    found.kept = heads.length > 0;
    found.number = answer.asked.numbers.filter(function (number) { return number.first >= 0; })
      .map(function (number) { return number.printed; }).join("、") || found.number;
    return found;
  }
  /* 题名、文号、时效里已有的词不再要求；条次要么就是那一条，要么文字里写着它。 */
  function within(answer, units, own, heads) {
    return Promise.all(heads.map(inner.readUnit)).then(function (records) {
      var about = records.map(function (hit) { return inner.fold(hit.title + hit.number + hit.status); });
      var starts = [], told = [], words = [];
      answer.asked.rest.forEach(function (word) {
        var place = placeIn(word);
        if (place.starts.length) { starts = starts.concat(place.starts); told.push(place.told); word = place.rest; }
        if (word && !holds(about, word)) { words.push(word); }
      });
      return likely(answer, words.concat(answer.asked.exact), units).then(function (left) {
        return Promise.all(left.map(inner.readUnit));
      }).then(function (hits) {
        var at = new Set(hits.filter(function (hit) { return starts.length && own.has(hit.unit) && isAt(hit, starts); }));
        return sorted(answer, own, at, hits.filter(function (hit) {
          var around = [hit.title].concat(hit.path, hit.lines);
          return (at.has(hit) || told.every(function (word) { return holds(hit.lines, word); })) &&
            words.every(function (word) { return holds(around, word); }) &&
            answer.asked.exact.every(function (phrase) { return holds(hit.lines, phrase); });
        }));
      });
    });
  }
  function sorted(answer, own, at, hits) {
    function rank(hit) { return (at.has(hit) ? 2e6 : own.has(hit.unit) ? 1e6 : 0) + (at.has(hit) ? 0 : answer.score(hit.unit)); }
    return hits.sort(function (a, b) { return rank(b) - rank(a) || a.unit - b.unit; }).map(function (hit) { return hit.unit; });
  }
  /* 太多就先照字组的命中挑一遍，再读。 */
  function likely(answer, terms, units) {
    return units.length > MOST_READ && terms.length ? answer.call("holding", [terms, units]) : Promise.resolve(units);
  }
});
