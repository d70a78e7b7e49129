/* 文号：先认年份和序号，索引里这一年这一号有哪些机关代字，再看所查的前面以哪一个结尾。 */
gongwenSearch.extend(function (inner) {
  "use strict";
  var OPENING = "〔［\\[【（(﹝「<〈＜｢〖﹙﹤", CLOSING = "〕］\\]】）)﹞」>〉＞｣〗﹚﹥", MARK = "№";
  var LOOSE = new RegExp("[" + OPENING + "]?((?:19|20)\\d\\d)[" + CLOSING + "]?年?" +
    "(?:(?:第|[-/— ]第?|(?<=\\D))(\\d{1,5})号?|(\\d{1,5})号)(?!\\d)", "g");
  var ORDER = /令?第?(\d{1,4})号?令|令第?(\d{1,4})号?/g;
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
      var before = folded.slice(taken, spot.from).trim(), rows = meant(spot, before);
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
      asked.rest = unique(rest.map(inner.telling).filter(Boolean));
    }
  }
  /* 写了机关的，取写全的那一个；令前面没写机关的，本库收有的才算，都没有收才看谁提到过。 */
  function meant(spot, before) {
    if (before || spot.key.charAt(0) !== "令") {
      return spot.rows.filter(function (row) { return row[0] && before.slice(-row[0].length) === row[0]; })
        .sort(function (a, b) { return b[0].length - a[0].length; }).slice(0, 1);
    }
    var kept = spot.rows.filter(function (row) { return row[1] >= 0; });
    return kept.length ? kept.concat(spot.rows.filter(function (row) { return !row[0]; })) : spot.rows;
  }
  /* 本文件先，引用它的条款随后；还有别的词时，只在这些里按词排。 */
  inner.Answer.prototype.byNumber = function () {
    var self = this, words = this.asked.rest.length;
    return Promise.all(this.asked.numbers.map(function (number) {
      return look("p", MARK + number.key).then(function (data) {
        var own = [], citing = data ? new inner.Posting(data).own : [];
        for (var i = 0; number.first >= 0 && i < (words ? number.count : 1); i++) { own.push(number.first + i); }
        return own.concat(citing);
      });
    })).then(function (groups) {
      var units = unique(inner.flat(groups)), order = new Map();
      var first = new Set(self.asked.numbers.map(function (number) { return number.first; }));
      units.forEach(function (unit, place) {
        order.set(unit, (first.has(unit) ? 1e6 : 0) + self.score(unit) - (words ? 0 : place * 1e-3));
      });
      return self.know(units.sort(function (a, b) { return order.get(b) - order.get(a) || a - b; }));
    }).then(function () { return self.found(); });
  };
});
