/* 检索的引擎：只取所查字词的几份索引，排出最像的几处；文号在 numbers.js，核清和筛选在 exact.js，用到才取。
   索引是小脚本（file:// 下不许 fetch），由 generator/site_index 写出；编码、折叠、散列两边相同。 */
"use strict";
var gongwenSearch = (function () {
  var LONGEST_QUERY = 2000, BATCH = 10, FURTHER = 2, IN_A_ROW = 3, MOST_GRAMS = 64, MOST_FAILED = 12;
  var TITLE_BONUS = 3, TOGETHER = 0.5, UNKNOWN_SHARE = 0.5, LIKELY = 0.6, BODY_LEVELS = 60, CONTEXT_LEVELS = 30;
  var CJK = "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{323af}々〇";
  var PIECES = new RegExp("([" + CJK + "]+)|\\p{Nd}+(?:\\.\\p{Nd}+)*|(?:(?![" + CJK + "])[\\p{L}\\p{Nl}\\p{No}])+", "gu");
  var RUN = new RegExp("^[" + CJK + "]", "u");
  var SPACES = /[\s\x1c-\x1f\x85]+/g, INVISIBLE = /\p{Cf}/gu, ALNUM = /^[0-9A-Za-z]$/;
  var QUOTED = /"([^"]+)"|“([^“”]+)”|＂([^＂]+)＂|["“”＂]([^"“”＂]+)["“”＂]/g;
  var LIKE_NUMBER = /(?:19|20)\d\d\D{0,4}\d|令\D{0,2}\d|\d号?令/;

  var base = window.gongwenBase || ".";
  var parts = Object.create(null), loads = Object.create(null), settings = null, starting = null;
  var simple = new Map(), tables = new Set();

  /* --- 取脚本 --- */
  function fetchScript(path) {
    if (!loads[path]) {
      loads[path] = new Promise(function (done, failed) {
        var script = document.createElement("script");
        script.src = base + "/" + path;
        script.onload = function () { script.remove(); done(); };
        script.onerror = function () { script.remove(); delete loads[path]; failed(new Error(path)); };
        document.head.appendChild(script);
      });
    }
    return loads[path];
  }
  function ready() {
    if (settings) { return Promise.resolve(); }
    if (!starting) {
      starting = fetchScript("index/start.js?t=" + Date.now()).then(function () {
        if (!settings) { throw new Error("start.js"); }
      });
      starting.catch(function () { starting = null; });
    }
    return starting;
  }
  function load(name) {
    return ready().then(function () {
      if (name in parts) { return parts[name]; }
      var match = /^([a-z]+)(\d+)$/.exec(name);
      var path = match ? match[1] + "/" + Math.floor(match[2] / 1000) + "/" + match[2] : name;
      return fetchScript("index/" + path + ".js?v=" + settings.version).then(function () { return parts[name]; });
    });
  }
  function further(name) { return fetchScript("assets/search/" + name + ".js?v=" + settings.version); }
  function start(given) {
    settings = inner.settings = given;
    addPairs(given.merged);
  }

  /* --- 数的编码 --- */
  var VALUES = new Uint8Array(128);
  for (var code = 33, value = 0; code < 127; code++) {
    if ("\"&<\\".indexOf(String.fromCharCode(code)) < 0) { VALUES[code] = value++; }
  }
  function Numbers(text) { this.text = text; this.place = 0; }
  Numbers.prototype = {
    next: function () {
      var first = VALUES[this.text.charCodeAt(this.place++)];
      if (first < 60) { return first; }
      if (first < 84) { return 60 + (first - 60) * 90 + this.digits(1); }
      if (first < 89) { return 2220 + (first - 84) * 8100 + this.digits(2); }
      return 42720 + this.digits(4);
    },
    digits: function (count) {
      for (var value = 0; count; count--) { value = value * 90 + VALUES[this.text.charCodeAt(this.place++)]; }
      return value;
    },
    more: function () { return this.place < this.text.length; }
  };
  function hashOf(key) {
    var value = 2166136261;
    for (var i = 0; i < key.length; i++) { value = Math.imul(value ^ key.charCodeAt(i), 16777619) >>> 0; }
    return value;
  }
  function look(kind, key) {
    return load(kind + (hashOf(key) % settings[kind])).then(function (shard) {
      var numbers = new Numbers(shard);
      while (numbers.more()) {
        var length = numbers.next(), found = shard.substr(numbers.place, length) === key;
        numbers.place += length;
        length = numbers.next();
        if (found) { return shard.substr(numbers.place, length); }
        numbers.place += length;
      }
      return "";
    });
  }

  /* --- 折叠与切分 --- */
  function unique(list) { return Array.from(new Set(list)); }
  function flat(lists) { return [].concat.apply([], lists); }
  function addPairs(text) {
    var signs = Array.from(text);
    for (var i = 0; i + 1 < signs.length; i += 2) { simple.set(signs[i], signs[i + 1]); }
  }
  function foldSign(sign) {
    var plain = sign.normalize("NFKC").toLowerCase().replace(INVISIBLE, "");
    return Array.from(plain, function (one) { return simple.has(one) ? simple.get(one) : one; }).join("");
  }
  function fold(text) {
    return Array.from(text, foldSign).join("").replace(SPACES, function (gap, place, all) {
      return ALNUM.test(all.charAt(place - 1)) && ALNUM.test(all.charAt(place + gap.length)) ? " " : "";
    });
  }
  function pairs(text) {
    var signs = Array.from(text);
    return signs.length === 1 ? signs : signs.slice(1).map(function (one, place) { return signs[place] + one; });
  }
  function pieces(text) { return text.match(PIECES) || []; }
  /* 排序用的词：汉字两字一组，西文词和数字整个。 */
  function tokens(text) {
    return unique(flat(pieces(text).map(function (piece) { return RUN.test(piece) ? pairs(piece) : [piece]; })));
  }

  /* --- 读懂所查 --- */
  function parse(query) {
    var exact = [], text = String(query).slice(0, LONGEST_QUERY);
    var plain = text.replace(QUOTED, function (all, a, b, c, d) { exact.push(fold(a || b || c || d)); return " "; });
    var words = unique(plain.split(SPACES).map(fold).map(telling).filter(Boolean));
    return { exact: unique(exact.filter(Boolean)), rest: words, numbers: [], folded: fold(plain), text: fold(text) };
  }
  /* 去掉头尾的标点。 */
  function telling(word) {
    var found = pieces(word), last = found[found.length - 1];
    return last ? word.slice(word.indexOf(found[0]), word.lastIndexOf(last) + last.length) : "";
  }
  function understand(query) {
    var asked = parse(query);
    if (!LIKE_NUMBER.test(asked.folded)) { return Promise.resolve(asked); }
    return further("numbers").then(function () { return inner.readNumbers(asked); });
  }

  /* --- 一个字词的命中：最强的几百处，各有强弱 --- */
  function Posting(data) {
    var numbers = new Numbers(data), head = data ? numbers.next() : 0, count = data ? numbers.next() : 0;
    var level = this.level = new Map(), ids = [], weakest = BODY_LEVELS - 1;
    for (var i = 0, unit = 0; i < count; i++) { unit += numbers.next(); ids.push(unit); }
    ids.forEach(function (one, place) { level.set(one, VALUES[data.charCodeAt(numbers.place + place)]); });
    this.count = head >> 1;
    this.cut = head % 2 === 1;
    this.own = ids.filter(function (one) { return level.get(one) < BODY_LEVELS; });
    this.complete = this.own.length === this.count;
    this.full = this.complete ? this.own : null;
    this.rarity = Math.log(1 + (settings.units - this.count + 0.5) / (this.count + 0.5));
    this.own.forEach(function (one) { weakest = Math.min(weakest, level.get(one)); });
    this.floor = this.complete ? 0 : UNKNOWN_SHARE * strengthOf(weakest);
  }
  Posting.prototype = {
    score: function (unit) {
      var level = this.level.get(unit);
      return this.rarity * (level === undefined ? this.floor : strengthOf(level));
    },
    holds: function (unit) {
      if (!this.members) { this.members = new Set(this.full); }
      return this.members.has(unit);
    }
  };
  function strengthOf(level) {
    return level < BODY_LEVELS ? level / (BODY_LEVELS - 1) : (level - BODY_LEVELS) / (CONTEXT_LEVELS - 1);
  }
  function gather(asked) {
    var terms = asked.exact.concat(asked.rest), lists = new Map();
    asked.ranking = unique(flat(terms.map(tokens))).slice(0, MOST_GRAMS);
    terms = flat(terms.map(pairs));
    asked.unknown = asked.unknown || terms.length > MOST_GRAMS;
    return Promise.all(unique(terms.slice(0, MOST_GRAMS).concat(asked.ranking)).map(function (token) {
      return look("p", token).then(function (data) { lists.set(token, new Posting(data)); });
    })).then(function () { return lists; });
  }

  /* --- 查 --- */
  function find(query, filters) {
    return ready().then(function () { return understand(query); }).then(function (asked) {
      return gather(asked).then(function (lists) {
        var strange = missing(asked, lists);
        if (!strange.length) { return [asked, lists]; }
        return Promise.all(strange.map(function (block) {
          return load("s" + block).then(function (table) { addPairs(table); tables.add(block); });
        })).then(function () { return understand(query); }).then(function (again) {
          if (again.text === asked.text) { return [asked, lists]; }
          return gather(again).then(function (found) { return [again, found]; });
        });
      });
    }).then(function (both) { return new Answer(both[0], both[1], filters || {}).begin(); });
  }
  /* 索引里全是简体：索引里没有的字才可能是繁体，只取这几个字所在的对照表。 */
  function missing(asked, lists) {
    var known = "", strange = asked.unknown ? asked.text : "";
    lists.forEach(function (list, token) { if (list.level.size) { known += token; } else { strange += token; } });
    return unique(Array.from(strange).filter(function (sign) { return known.indexOf(sign) < 0; }).map(function (sign) {
      var code = sign.codePointAt(0);
      return code < 0x3400 || (code > 0x9fff && code < 0x10000) ? -1 : code < 0x10000 ? code >> 8 : 0;
    })).filter(function (block) { return block >= 0 && !tables.has(block); });
  }

  /* 一次查询。phrases 要在一行里连着，words 都要有；没有一处全有，有一部分就算（whole 为假）。
     sound：候选不会漏；checked：候选不必再读文字核对。 */
  function Answer(asked, lists, filters) {
    var alone = !asked.exact.length && asked.rest.length === 1;
    this.asked = asked; this.lists = lists; this.filters = filters;
    this.phrases = alone ? asked.rest : asked.exact;
    this.words = alone ? [] : asked.rest;
    this.whole = true; this.exact = false; this.settled = null;
    this.number = asked.numbers.length ? asked.numbers[0].printed : "";
    this.shown = [];
    this.reset([], true);
  }
  Answer.prototype = {
    reset: function (units, sound) {
      this.units = units; this.sound = sound; this.cursor = 0; this.count = 0;
      this.later = []; this.seen = new Map(); this.done = false; this.checked = false;
      this.rejected = new Set(); this.failed = 0;
    },
    begin: function () {
      var self = this, asked = this.asked;
      if (asked.numbers.length) { return this.byNumber(); }
      if (!asked.folded && !asked.exact.length) { return this.call("everyRecord"); }
      if (!this.phrases.length && !this.words.length) { return this.know([]).then(function () { return self.found(); }); }
      this.candidates();
      return this.filter().then(function () { return self.checked ? null : self.more(1); }).then(function () {
        if (self.shown.length || self.later.length || !self.whole) { return null; }
        if (self.narrowed() && self.unfiltered.length && !(self.checked && (self.sound || self.units.length))) { return self.settle(); }
        return self.unfiltered.length ? null : self.some();
      }).then(function () { return self.found(); });
    },
    /* exact.js 里的做法。 */
    call: function (name, given) {
      var self = this;
      return further("exact").then(function () { return self[name](given); });
    },
    /* 这些就是全部，不必再核。 */
    know: function (units) {
      this.units = this.unfiltered = units;
      this.checked = this.exact = true;
      this.settled = Promise.resolve();
      return this.filter();
    },
    found: function () {
      var self = this, left = this.units.length;
      return {
        hits: left ? Math.max(this.count, left - (this.checked ? 0 : this.rejected.size)) : 0,
        exact: this.exact, whole: this.whole, number: this.number, words: this.asked.exact.concat(this.asked.rest),
        read: function (from, count) {
          return self.more(from + count).then(function () { return self.shown.slice(from, from + count); });
        },
        settle: function () { return self.settle().then(function () { return self.found(); }); },
        units: function () {
          return self.settle().then(function () { return self.units.slice().sort(function (a, b) { return a - b; }); });
        },
        facets: function () { return self.settle().then(function () { return self.call("countFacets"); }); }
      };
    },
    settle: function () {
      if (!this.settled) { this.settled = this.call("settling"); }
      return this.settled;
    },
    narrowed: function () {
      var filters = this.filters;
      return Object.keys(filters).some(function (key) { return filters[key] && filters[key].length; });
    },
    filter: function () {
      this.unfiltered = this.units;
      return this.narrowed() ? this.call("narrow") : Promise.resolve();
    },

    /* --- 候选 --- */
    score: function (unit) {
      var sum = 0, lists = this.lists;
      this.asked.ranking.forEach(function (token) { sum += lists.get(token).score(unit); });
      return sum;
    },
    sort: function (units) {
      var self = this;
      return best(units, new Map(units.map(function (unit) { return [unit, self.score(unit)]; })));
    },
    strictLists: function () {
      var lists = this.lists;
      function all(terms, own) {
        return unique(flat(terms.map(pairs))).filter(function (token) { return lists.has(token); })
          .map(function (token) { return { token: token, list: lists.get(token), own: own }; });
      }
      return all(this.phrases, true).concat(all(this.words, false));
    },
    /* 少见的字组全在手上时，它的命中里才会有答案；都常见时，先看各表最强的那些。 */
    candidates: function () {
      var strict = this.strictLists(), complete = strict.filter(function (one) {
        return one.own ? one.list.full : one.list.complete && !one.list.cut;
      });
      function units(one) { return one.own ? one.list.full : Array.from(one.list.level.keys()); }
      function holds(one, unit) { return one.own ? one.list.holds(unit) : one.list.level.has(unit); }
      if (complete.length) {
        complete.sort(function (a, b) { return units(a).length - units(b).length; });
        this.reset(this.sort(units(complete[0]).filter(function (unit) {
          return complete.every(function (one) { return holds(one, unit); });
        })), true);
      } else {
        var worth = new Map(), rarities = 0;
        strict.forEach(function (one) {
          rarities += one.list.rarity;
          one.list.level.forEach(function (level, unit) {
            if (!one.own || level < BODY_LEVELS) { worth.set(unit, (worth.get(unit) || 0) + one.list.rarity); }
          });
        });
        this.reset(best(this.sort(Array.from(worth.keys())), worth), false);
        /* 各表最强的里面没有一处有一多半，就不必读了。 */
        this.failed = worth.get(this.units[0]) > rarities * LIKELY ? 0 : MOST_FAILED;
      }
      if (this.phrases.length === 1 && !this.words.length && pairs(this.phrases[0]).length === 1) {
        this.count = strict[0].list.count;
        this.checked = true;
        this.exact = this.sound || !this.narrowed();
        if (this.sound) { this.settled = Promise.resolve(); }
      }
    },
    /* 没有一处全有：引号里的仍须一字不差，引号外的有一部分就算。 */
    some: function () {
      var self = this, lists = this.lists, scores = new Map();
      if (this.asked.exact.length) {
        this.whole = !this.words.length;
        if (this.whole) { this.done = true; return this.know([]); }
        this.words = []; this.settled = null;
        this.candidates();
        return this.filter().then(function () { return self.checked ? null : self.more(1); });
      }
      return (this.narrowed() ? this.call("lengthen") : Promise.resolve()).then(function () {
        self.asked.ranking.forEach(function (token) {
          var list = lists.get(token);
          list.level.forEach(function (level, unit) {
            scores.set(unit, (scores.get(unit) || 0) + list.rarity * strengthOf(level));
          });
        });
        self.reset(best(Array.from(scores.keys()), scores), true);
        self.whole = self.exact = false;
        self.checked = true;
        self.settled = Promise.resolve();
        return self.filter();
      });
    },

    /* --- 读命中 --- */
    fits: function (hit) {
      var around = [hit.title].concat(hit.path, hit.lines);
      return this.phrases.every(function (phrase) { return holds(hit.lines, phrase); }) &&
        this.words.every(function (word) { return holds(around, word); });
    },
    /* 题名里有的，几个词连着的，往前。 */
    bonus: function (hit) {
      var words = this.asked.exact.concat(this.asked.rest), title = fold(hit.title);
      if (!words.length) { return 1; }
      var inTitle = !hit.anchor && words.every(function (word) { return title.indexOf(word) >= 0; });
      var text = title + fold(hit.path.join("")) + fold(hit.lines.join(""));
      var together = words.filter(function (word) { return text.indexOf(word) >= 0; }).length / words.length;
      return (1 + TOGETHER * together) * (inTitle ? TITLE_BONUS : 1);
    },
    more: function (wanted) {
      var self = this, left = this.units.length - this.cursor, tired = this.failed >= MOST_FAILED;
      function again() { return self.more(wanted); }
      if (this.done || this.shown.length >= wanted) { return Promise.resolve(); }
      if (this.checked ? !left && !this.sound && !this.settled : !this.sound && (!left || tired)) {
        return (this.checked ? this.settle() : this.call("deepen")).then(again);
      }
      if (!this.checked && tired && left > settings.few) { return this.call("deepen").then(again); }
      if (!left) {
        this.release();
        this.done = true;
        if (!this.checked && !this.narrowed()) { this.readThrough(); }
        return Promise.resolve();
      }
      var size = this.cursor ? Math.max(FURTHER, wanted - this.shown.length) : BATCH;
      var batch = this.units.slice(this.cursor, this.cursor + size);
      this.cursor += batch.length;
      return Promise.all(batch.map(readUnit)).then(function (hits) {
        self.take(hits);
        return again();
      });
    },
    /* 一份记录的几处之后，别的记录先排。 */
    take: function (hits) {
      var self = this, worth = new Map(), fitting = hits.filter(function (hit) {
        var fits = self.checked || self.fits(hit);
        if (!fits) { self.rejected.add(hit.unit); self.failed++; }
        return fits;
      });
      fitting.forEach(function (hit) { worth.set(hit, self.score(hit.unit) * self.bonus(hit)); });
      if (!this.number) { fitting.sort(function (a, b) { return worth.get(b) - worth.get(a) || a.unit - b.unit; }); }
      fitting.forEach(function (hit) {
        var seen = (self.seen.get(hit.record) || 0) + 1;
        self.seen.set(hit.record, seen);
        (seen > IN_A_ROW ? self.later : self.shown).push(hit);
      });
      if (this.later.length >= BATCH) { this.release(); this.seen.clear(); }
    },
    release: function () {
      this.shown = this.shown.concat(this.later);
      this.later = [];
    },
    /* 候选都读过了，留下的就是全部。 */
    readThrough: function () {
      var rejected = this.rejected;
      this.units = this.unfiltered = this.units.filter(function (unit) { return !rejected.has(unit); });
      this.rejected = new Set();
      this.checked = true;
      this.exact = this.sound || !this.words.length;
      this.settled = Promise.resolve();
    }
  };
  function best(units, worth) {
    return units.sort(function (a, b) { return worth.get(b) - worth.get(a); });
  }
  function readUnit(unit) {
    return load("t" + Math.floor(unit / settings.perText)).then(function (shard) {
      addPairs(shard[2]);
      var row = shard[1][unit % settings.perText], record = shard[0][row[0]];
      return { unit: unit, record: record[1], url: record[2], title: record[3], kind: record[4], number: record[5],
        status: record[6], tone: record[7], chain: record[8], anchor: row[1], path: row[2], lines: row[3] };
    });
  }
  function holds(lines, phrase) {
    return lines.some(function (line) { return fold(line).indexOf(phrase) >= 0; });
  }

  var inner = { settings: null, load: load, look: look, unique: unique, flat: flat, telling: telling, fold: fold, pairs: pairs, Numbers: Numbers,
    Posting: Posting, Answer: Answer, readUnit: readUnit, MOST_GRAMS: MOST_GRAMS };
  return { start: start, register: function (name, content) { parts[name] = content; }, load: load, find: find,
    fold: fold, tokens: tokens, hashOf: hashOf, extend: function (add) { add(inner); },
    suggest: function () { return Promise.resolve([]); } };
})();
