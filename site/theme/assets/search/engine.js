/* 检索的引擎：只取所查字词的那几份索引，先把最像的排出来，再把全部命中核到一字不差。
   索引各部分都是小脚本（浏览器在 file:// 下不许 fetch），由 generator/site_index 写出；
   折叠同 generator/hanzi/folding.py，编码同 generator/site_index/codec.py，散列同 site_index/shards.py。 */
"use strict";
var gongwenSearch = (function () {
  var LONGEST_QUERY = 2000, BATCH = 10, IN_A_ROW = 3, MOST_GRAMS = 64;
  var TITLE_BONUS = 3, TOGETHER = 0.5, UNKNOWN_SHARE = 0.5, MOST_FAILED = 8, FURTHER = 4;
  var BODY_LEVELS = 60, CONTEXT_LEVELS = 30, K1 = 1.2;
  var CJK = "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{323af}々〇";
  var PIECES = new RegExp("([" + CJK + "]+)|\\p{Nd}+(?:\\.\\p{Nd}+)*|(?:(?![" + CJK + "])[\\p{L}\\p{Nl}\\p{No}])+", "gu");
  var SPACES = /[\s\x1c-\x1f\x85]+/g, INVISIBLE = /\p{Cf}/gu, ALNUM = /^[0-9A-Za-z]$/;
  var QUOTED = /"([^"]+)"|“([^“”]+)”|＂([^＂]+)＂|["“”＂]([^"“”＂]+)["“”＂]/g;
  var OPENING = "〔［\\[【（(﹝「<〈＜｢〖﹙﹤", CLOSING = "〕］\\]】）)﹞」>〉＞｣〗﹚﹥", MARK = "№";
  var LOOSE = new RegExp("[" + OPENING + "]?((?:19|20)\\d\\d)[" + CLOSING + "]?年?" +
    "(?:(?:第|[-/— ]第?|(?<=\\D))(\\d{1,5})号?|(\\d{1,5})号)(?!\\d)", "g");
  var ORDER = /令?第?(\d{1,4})号?令|令第?(\d{1,4})号?/g;

  var base = window.gongwenBase || ".";
  var parts = Object.create(null), loads = Object.create(null), settings = null, starting = null;
  var simple = new Map(), simplified = new Set(), unitStarts = [];

  /* --- 取脚本 --- */
  function fetchScript(path) {
    if (!loads[path]) {
      loads[path] = new Promise(function (done, failed) {
        var script = document.createElement("script");
        script.src = base + "/index/" + path;
        script.onload = function () { script.remove(); done(); };
        script.onerror = function () { script.remove(); delete loads[path]; failed(new Error(path)); };
        document.head.appendChild(script);
      });
    }
    return loads[path];
  }
  function pathOf(name) {
    var match = /^([a-z]+)(\d+)$/.exec(name);
    return match ? match[1] + "/" + Math.floor(match[2] / 1000) + "/" + match[2] + ".js" : name + ".js";
  }
  function ready() {
    if (!starting) {
      starting = fetchScript("start.js?t=" + Date.now()).then(function () {
        if (!settings) { throw new Error("start.js"); }
      });
      starting.catch(function () { starting = null; });
    }
    return settings ? Promise.resolve() : starting;
  }
  function load(name) {
    return ready().then(function () {
      if (name in parts) { return parts[name]; }
      return fetchScript(pathOf(name) + "?v=" + settings.version).then(function () { return parts[name]; });
    });
  }
  function start(given) {
    settings = given;
    addPairs(given.merged);
    var first = 0;
    unitStarts = decode(given.blocks).map(function (count) { var begin = first; first += count; return begin; });
  }
  function register(name, content) { parts[name] = content; }

  /* --- 数的编码 --- */
  var ALPHABET = "", VALUES = new Uint8Array(128);
  for (var code = 33; code < 127; code++) {
    if ("\"&<\\".indexOf(String.fromCharCode(code)) < 0) { VALUES[code] = ALPHABET.length; ALPHABET += String.fromCharCode(code); }
  }
  function Numbers(text, place) { this.text = text; this.place = place || 0; }
  Numbers.prototype.next = function () {
    var first = VALUES[this.text.charCodeAt(this.place++)];
    if (first < 60) { return first; }
    if (first < 84) { return 60 + (first - 60) * 90 + this.digits(1); }
    if (first < 89) { return 2220 + (first - 84) * 8100 + this.digits(2); }
    return 42720 + this.digits(4);
  };
  Numbers.prototype.digits = function (count) {
    for (var value = 0; count; count--) { value = value * 90 + VALUES[this.text.charCodeAt(this.place++)]; }
    return value;
  };
  Numbers.prototype.more = function () { return this.place < this.text.length; };
  function decode(text) {
    var numbers = new Numbers(text), found = [];
    while (numbers.more()) { found.push(numbers.next()); }
    return found;
  }
  function running(steps) {
    for (var i = 1; i < steps.length; i++) { steps[i] += steps[i - 1]; }
    return steps;
  }
  function hashOf(key) {
    var value = 2166136261;
    for (var i = 0; i < key.length; i++) { value = Math.imul(value ^ key.charCodeAt(i), 16777619) >>> 0; }
    return value >>> 0;
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
  function addPairs(text) {
    var characters = Array.from(text);
    for (var i = 0; i + 1 < characters.length; i += 2) { simple.set(characters[i], characters[i + 1]); }
  }
  function foldCharacter(character) {
    var plain = character.normalize("NFKC").toLowerCase().replace(INVISIBLE, "");
    return Array.from(plain, function (one) { return simple.has(one) ? simple.get(one) : one; }).join("");
  }
  function fold(text) {
    return Array.from(text, foldCharacter).join("").replace(SPACES, function (gap, place, all) {
      return ALNUM.test(all.charAt(place - 1)) && ALNUM.test(all.charAt(place + gap.length)) ? " " : "";
    });
  }
  function pairs(text) {
    var characters = Array.from(text);
    if (characters.length === 1) { return characters; }
    return characters.slice(1).map(function (one, place) { return characters[place] + one; });
  }
  function unique(list) { return Array.from(new Set(list)); }
  function pieces(text) { return text.match(PIECES) || []; }
  var RUN = new RegExp("^[" + CJK + "]", "u");
  /* 排序用的词：汉字两字一组，西文词和数字整个。 */
  function tokens(text) {
    return unique([].concat.apply([], pieces(text).map(function (piece) {
      return RUN.test(piece) ? pairs(piece) : [piece];
    })));
  }

  /* --- 读懂所查 --- */
  function parse(query) {
    var exact = [], text = String(query).slice(0, LONGEST_QUERY);
    var plain = text.replace(QUOTED, function (all, a, b, c, d) { exact.push(fold(a || b || c || d)); return " "; });
    var words = plain.split(SPACES).map(fold).map(telling).filter(Boolean);
    return { exact: unique(exact.filter(Boolean)), words: unique(words), folded: fold(plain), text: fold(text) };
  }
  function telling(word) {
    var found = pieces(word);
    if (!found.length) { return ""; }
    var last = found[found.length - 1];
    return word.slice(word.indexOf(found[0]), word.lastIndexOf(last) + last.length);
  }
  function understand(query) {
    var asked = parse(query);
    return numbersIn(asked.folded).then(function (numbers) {
      asked.numbers = numbers.found;
      asked.rest = numbers.found.length ? unique(numbers.rest.map(telling).filter(Boolean)) : asked.words;
      asked.unknown = numbers.unknown;
      return asked;
    });
  }
  /* 文号：先认年份和序号，索引里这一年这一号有哪些机关代字，再看所查的前面以哪一个结尾。 */
  function numbersIn(folded) {
    var spots = [];
    collect(LOOSE, function (match) { return match[1] + "|" + Number(match[2] || match[3]); });
    collect(ORDER, function (match) { return "令|" + Number(match[1] || match[2]); });
    function collect(form, keyOf) {
      var match;
      form.lastIndex = 0;
      while ((match = form.exec(folded))) { spots.push({ from: match.index, to: match.index + match[0].length, key: keyOf(match) }); }
    }
    return Promise.all(spots.map(function (spot) {
      return look("n", spot.key).then(function (rows) { spot.rows = rows ? JSON.parse(rows) : []; return spot; });
    })).then(function () { return settleNumbers(folded, spots); });
  }
  function settleNumbers(folded, spots) {
    var found = [], rest = [], taken = 0, unknown = false;
    spots.sort(function (a, b) { return a.from - b.from || b.to - a.to; }).forEach(function (spot) {
      if (spot.from < taken) { return; }
      var before = folded.slice(taken, spot.from).trim();
      var fits = spot.rows.filter(function (row) {
        return spot.key.charAt(0) === "令" && !before ? true : row[0] && before.slice(-row[0].length) === row[0];
      }).sort(function (a, b) { return b[0].length - a[0].length; });
      if (!fits.length) { unknown = unknown || !!spot.rows.length; return; }
      rest.push(before.slice(0, before ? before.length - fits[0][0].length : 0));
      found.push({ key: fits[0][0] + "|" + spot.key, first: fits[0][1], count: fits[0][2],
        printed: fits[0][3] || folded.slice(spot.from - fits[0][0].length, spot.to) });
      taken = spot.to;
    });
    rest.push(folded.slice(taken));
    return { found: found, rest: rest, unknown: unknown };
  }

  /* --- 一个字词的命中 --- */
  function Posting(data) {
    var numbers = new Numbers(data), head = data ? numbers.next() : 0, count = data ? numbers.next() : 0;
    this.count = head >> 1;
    this.cut = head % 2 === 1;
    this.level = new Map();
    for (var i = 0, unit = 0, ids = []; i < count; i++) { unit += numbers.next(); ids.push(unit); }
    for (i = 0; i < count; i++) { this.level.set(ids[i], VALUES[data.charCodeAt(numbers.place + i)]); }
    this.own = ids.filter(function (one) { return this.level.get(one) < BODY_LEVELS; }, this);
    this.complete = this.own.length === this.count;
    this.full = this.complete ? this.own : null;
    this.rarity = Math.log(1 + (settings.units - this.count + 0.5) / (this.count + 0.5));
    var strengths = this.own.map(function (one) { return this.level.get(one); }, this);
    this.floor = this.complete ? 0 : UNKNOWN_SHARE * strengthOf(Math.min.apply(null, strengths.concat(BODY_LEVELS - 1)));
  }
  Posting.prototype.score = function (unit) {
    var level = this.level.get(unit);
    return this.rarity * (level === undefined ? this.floor : strengthOf(level));
  };
  function strengthOf(level) {
    return level < BODY_LEVELS ? level / (BODY_LEVELS - 1) : (level - BODY_LEVELS) / (CONTEXT_LEVELS - 1);
  }
  /* 全部命中，按序；表首之外的另取。 */
  Posting.prototype.everything = function (token) {
    var posting = this;
    if (posting.complete) { return Promise.resolve(posting.own); }
    if (!posting.all) {
      var rest = posting.count - posting.own.length, loading = [];
      for (var i = 0; i * settings.perRest < rest; i++) { loading.push(look("r", token + "\n" + i)); }
      posting.all = Promise.all(loading).then(function (chunks) {
        var units = [].concat.apply(posting.own.slice(), chunks.map(function (chunk) { return running(decode(chunk)); }));
        posting.full = units.sort(function (a, b) { return a - b; });
        return posting.full;
      });
    }
    return posting.all;
  };
  Posting.prototype.holds = function (unit) {
    if (!this.members) { this.members = new Set(this.full); }
    return this.members.has(unit);
  };
  function listsOf(wanted) {
    var lists = new Map();
    return Promise.all(wanted.map(function (token) {
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
          return load("s" + block).then(function (table) { addPairs(table); simplified.add(block); });
        })).then(function () { return understand(query); }).then(function (again) {
          if (again.text === asked.text) { return [asked, lists]; }
          return gather(again).then(function (found) { return [again, found]; });
        });
      });
    }).then(function (both) { return new Answer(both[0], both[1], filters || {}).begin(); });
  }
  /* 索引里全是简体，所以字组不在索引里，才可能是繁体：只取这几个字所在的对照表。 */
  function missing(asked, lists) {
    var tokens = Array.from(lists.keys()).filter(function (token) { return !lists.get(token).count; });
    var characters = Array.from(tokens.join("") + (asked.unknown ? asked.folded : ""));
    return unique(characters.map(blockOfCharacter)).filter(function (block) { return block >= 0 && !simplified.has(block); });
  }
  function blockOfCharacter(character) {
    var code = character.codePointAt(0);
    return code < 0x3400 || (code > 0x9fff && code < 0x10000) ? -1 : code < 0x10000 ? code >> 8 : 0;
  }
  function gather(asked) {
    var terms = asked.exact.concat(asked.rest);
    var wanted = [].concat.apply([], terms.map(pairs)).concat([].concat.apply([], terms.map(tokens)));
    asked.ranking = unique([].concat.apply([], terms.map(tokens))).slice(0, MOST_GRAMS);
    asked.pairs = unique([].concat.apply([], terms.map(pairs))).slice(0, MOST_GRAMS);
    return listsOf(unique(asked.pairs.concat(asked.ranking)));
  }

  /* 一次查询：阶段 strict 要每一个词都在，阶段 some 有一部分就算。 */
  function Answer(asked, lists, filters) {
    this.asked = asked; this.lists = lists; this.filters = filters;
    var alone = asked.exact.length === 0 && asked.rest.length === 1;
    this.phrases = alone ? asked.rest : asked.exact;
    this.words = alone ? [] : asked.rest;
    this.whole = true; this.exact = false; this.settled = null;
    this.reset([], true);
    this.number = asked.numbers.length ? asked.numbers[0].printed : "";
  }
  Answer.prototype.reset = function (units, sound) {
    this.units = units; this.sound = sound; this.cursor = 0;
    this.shown = this.shown || []; this.later = []; this.seen = new Map(); this.done = false; this.checked = false;
    this.rejected = new Set(); this.failed = 0;
  };
  Answer.prototype.begin = function () {
    var self = this;
    if (this.asked.numbers.length) { return this.byNumber(); }
    if (!this.asked.folded && !this.asked.exact.length) { return this.everyRecord(); }
    if (!this.phrases.length && !this.words.length) { this.unfiltered = []; this.done = true; this.settled = Promise.resolve(); this.exact = true; return this.found(); }
    this.candidates();
    return this.filter().then(function () {
      return self.checked ? null : self.more(1);
    }).then(function () {
      if (self.shown.length || self.later.length || !self.whole) { return null; }
      if (self.narrowed() && self.unfiltered.length && !self.checked) { return self.settle(); }
      return self.unfiltered.length ? null : self.some();
    }).then(function () { return self.found(); });
  };
  /* 不写词语：每条记录一处，照资料库的次序；筛选照样管用。 */
  Answer.prototype.everyRecord = function () {
    var self = this;
    return Promise.all(unitStarts.map(function (_, number) { return readBlock(number); })).then(function (blocks) {
      self.units = [].concat.apply([], blocks.map(function (block) { return block.starts; }));
      self.checked = self.exact = true;
      self.settled = Promise.resolve();
      return self.filter();
    }).then(function () { return self.found(); });
  };
  /* 文号：本文件先，引用它的条款随后；还有别的词时，只在这些里按词排。 */
  Answer.prototype.byNumber = function () {
    var self = this;
    return Promise.all(this.asked.numbers.map(function (number) {
      return look("p", MARK + number.key).then(function (data) {
        var own = [], citing = data ? new Posting(data).own : [];
        for (var i = 0; number.first >= 0 && i < (self.asked.rest.length ? number.count : 1); i++) { own.push(number.first + i); }
        return own.concat(citing);
      });
    })).then(function (groups) {
      var units = unique([].concat.apply([], groups)), order = new Map();
      var first = new Set(self.asked.numbers.map(function (number) { return number.first; }));
      units.forEach(function (unit, place) {
        order.set(unit, (first.has(unit) ? 1e6 : 0) + self.score(unit) - (self.asked.rest.length ? 0 : place * 1e-3));
      });
      self.units = units.sort(function (a, b) { return order.get(b) - order.get(a) || a - b; });
      self.checked = self.exact = true;
      self.settled = Promise.resolve();
      return self.filter();
    }).then(function () { return self.found(); });
  };
  Answer.prototype.found = function () {
    var self = this;
    return {
      hits: self.units.length === 0 ? 0 : Math.max(self.count || 0, self.units.length - (self.checked ? 0 : self.rejected.size)),
      exact: self.exact, whole: self.whole, number: self.number,
      words: self.asked.exact.concat(self.asked.rest),
      read: function (from, count) {
        return self.more(from + count).then(function () { return self.shown.slice(from, from + count); });
      },
      settle: function () { return self.settle().then(function () { return self.found(); }); },
      units: function () { return self.settle().then(function () { return self.units.slice().sort(function (a, b) { return a - b; }); }); },
      facets: function () { return self.settle().then(function () { return self.countFacets(); }); }
    };
  };
  Answer.prototype.score = function (unit) {
    var sum = 0, lists = this.lists;
    this.asked.ranking.forEach(function (token) { sum += lists.get(token).score(unit); });
    return sum;
  };
  Answer.prototype.sort = function (units) {
    var scores = new Map(), self = this;
    units.forEach(function (unit) { scores.set(unit, self.score(unit)); });
    return units.sort(function (a, b) { return scores.get(b) - scores.get(a) || a - b; });
  };
  /* 候选：最少见的字组全在手上时，它的命中里才会有答案；都常见时，先看各表最强的那些。 */
  Answer.prototype.candidates = function () {
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
      var counts = new Map();
      strict.forEach(function (one) {
        one.list.level.forEach(function (level, unit) { if (!one.own || level < BODY_LEVELS) { counts.set(unit, (counts.get(unit) || 0) + 1); } });
      });
      var all = this.sort(Array.from(counts.keys()));
      this.reset(all.sort(function (a, b) { return counts.get(b) - counts.get(a); }), false);
      /* 没有一处在各表最强的里面都有，就不必读了。 */
      this.failed = all.length && counts.get(this.units[0]) === strict.length ? 0 : MOST_FAILED;
    }
    if (this.phrases.length === 1 && !this.words.length && strict.length === 1) {
      this.count = strict[0].list.count;
      this.checked = true;
      this.exact = !this.narrowed();
      if (this.sound) { this.settled = Promise.resolve(); this.exact = true; }
    }
  };
  /* 最强的里面没有：把最少见的两个字组的全部命中取来，候选就不会漏。 */
  Answer.prototype.deepen = function () {
    var self = this, left = this.strictLists().filter(function (one) { return one.own && !one.list.full; });
    if (this.words.length || !left.length) { return this.settle(); }
    left.sort(function (a, b) { return a.list.count - b.list.count; });
    return Promise.all(left.slice(0, 2).map(function (one) { return one.list.everything(one.token); })).then(function () {
      var read = new Set(self.rejected), seen = self.seen, later = self.later;
      self.shown.concat(self.later).forEach(function (hit) { read.add(hit.unit); });
      var rejected = self.rejected;
      self.candidates();
      self.seen = seen; self.later = later;
      return self.filter().then(function () {
        rejected.forEach(function (unit) { if (self.units.indexOf(unit) >= 0) { self.rejected.add(unit); } });
        var before = self.units.filter(function (unit) { return read.has(unit); });
        self.units = before.concat(self.units.filter(function (unit) { return !read.has(unit); }));
        self.cursor = before.length;
        self.failed = 0;
      });
    });
  };
  Answer.prototype.strictLists = function () {
    var lists = this.lists;
    function all(terms, own) {
      return unique([].concat.apply([], terms.map(pairs))).filter(function (token) { return lists.has(token); })
        .map(function (token) { return { token: token, list: lists.get(token), own: own }; });
    }
    return all(this.phrases, true).concat(all(this.words, false));
  };
  /* 没有一处全有：引号里的仍须一字不差，引号外的有一部分就算。 */
  Answer.prototype.some = function () {
    if (this.phrases.length && this.asked.exact.length) {
      this.whole = !this.words.length;
      if (!this.words.length) { this.exact = this.done = true; this.settled = Promise.resolve(); return this.filter(); }
      var self = this;
      this.words = []; this.settled = null;
      this.candidates();
      return this.filter().then(function () { return self.checked ? null : self.more(1); });
    }
    var lists = this.lists, scores = new Map();
    this.asked.ranking.forEach(function (token) {
      var list = lists.get(token);
      list.level.forEach(function (level, unit) { scores.set(unit, (scores.get(unit) || 0) + list.rarity * strengthOf(level)); });
    });
    var units = Array.from(scores.keys()).sort(function (a, b) { return scores.get(b) - scores.get(a) || a - b; });
    this.reset(units, true);
    this.whole = false; this.exact = false; this.checked = true; this.count = 0;
    this.settled = Promise.resolve();
    return this.filter();
  };

  /* --- 读命中 --- */
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
  Answer.prototype.fits = function (hit) {
    var around = [hit.title].concat(hit.path, hit.lines);
    return this.phrases.every(function (phrase) { return holds(hit.lines, phrase); }) &&
      this.words.every(function (word) { return holds(around, word); });
  };
  /* 题名里有的，几个词连着的，往前。 */
  Answer.prototype.bonus = function (hit) {
    var words = this.asked.exact.concat(this.asked.rest), title = fold(hit.title);
    if (!words.length) { return 1; }
    var inTitle = !hit.anchor && words.every(function (word) { return title.indexOf(word) >= 0; });
    var text = title + fold(hit.path.join("")) + fold(hit.lines.join(""));
    var together = words.filter(function (word) { return text.indexOf(word) >= 0; }).length / words.length;
    return (1 + TOGETHER * together) * (inTitle ? TITLE_BONUS : 1);
  };
  Answer.prototype.more = function (wanted) {
    var self = this;
    function again() { return self.more(wanted); }
    if (this.done || this.shown.length >= wanted) { return Promise.resolve(); }
    var left = this.units.length - this.cursor;
    if (this.checked ? !left && !this.sound && !this.settled : !this.sound && (!left || this.failed >= MOST_FAILED)) {
      return (this.checked ? this.settle() : this.deepen()).then(again);
    }
    if (!this.checked && this.failed >= MOST_FAILED && left > settings.few) { return this.deepen().then(again); }
    if (!left) {
      this.shown = this.shown.concat(this.later);
      this.later = [];
      this.done = true;
      if (!this.checked && !this.narrowed()) { this.readThrough(); }
      return Promise.resolve();
    }
    var batch = this.units.slice(this.cursor, this.cursor + (this.cursor ? Math.max(FURTHER, wanted - this.shown.length) : BATCH));
    this.cursor += batch.length;
    return Promise.all(batch.map(readUnit)).then(function (hits) {
      var fitting = self.checked ? hits : hits.filter(function (hit) {
        var fits = self.fits(hit);
        if (!fits) { self.rejected.add(hit.unit); self.failed++; }
        return fits;
      });
      var worth = new Map(fitting.map(function (hit) { return [hit, self.score(hit.unit) * self.bonus(hit)]; }));
      if (!self.number) { fitting.sort(function (a, b) { return worth.get(b) - worth.get(a) || a.unit - b.unit; }); }
      fitting.forEach(function (hit) {
        var seen = (self.seen.get(hit.record) || 0) + 1;
        self.seen.set(hit.record, seen);
        (seen > IN_A_ROW ? self.later : self.shown).push(hit);
      });
      if (self.later.length >= BATCH) { self.shown = self.shown.concat(self.later); self.later = []; self.seen.clear(); }
      return self.more(wanted);
    });
  };

  /* 候选都读过了，留下的就是全部。 */
  Answer.prototype.readThrough = function () {
    var rejected = this.rejected;
    this.units = this.unfiltered = this.units.filter(function (unit) { return !rejected.has(unit); });
    this.rejected = new Set();
    this.checked = true;
    this.exact = !this.words.length;
    this.settled = Promise.resolve();
  };

  /* --- 核清全部命中 --- */
  Answer.prototype.settle = function () {
    if (!this.settled) { this.settled = this.settling(); }
    return this.settled;
  };
  Answer.prototype.settling = function () {
    var self = this;
    return this.exactUnits().then(function (units) {
      var given = new Set(self.shown.concat(self.later).map(function (hit) { return hit.unit; }));
      self.units = self.sort(units);
      self.sound = self.checked = true;
      self.exact = !self.words.length;
      self.count = 0;
      return self.filter().then(function () {
        var left = self.units.filter(function (unit) { return !given.has(unit); });
        var before = self.units.filter(function (unit) { return given.has(unit); });
        self.units = before.concat(left);
        self.cursor = before.length;
        self.done = false;
        if (!self.unfiltered.length) { return self.some(); }
      });
    });
  };
  Answer.prototype.exactUnits = function () {
    var self = this;
    if (this.sound && this.unfiltered.length <= settings.few) { return this.byReading(this.unfiltered); }
    var strict = this.strictLists();
    return Promise.all(strict.map(function (one) {
      return one.list.everything(one.token).then(function (units) {
        if (one.own) { return units; }
        var around = Array.from(one.list.level.keys());
        return unique(units.concat(around));
      });
    })).then(function (all) {
      all.sort(function (a, b) { return a.length - b.length; });
      var sets = all.slice(1).map(function (units) { return new Set(units); });
      var units = all[0].filter(function (unit) { return sets.every(function (set) { return set.has(unit); }); });
      if (units.length <= settings.few) { return self.byReading(units); }
      return self.phrases.reduce(function (before, phrase) {
        return before.then(function (left) { return self.byPlaces(phrase, left); });
      }, Promise.resolve(units));
    });
  };
  Answer.prototype.byReading = function (units) {
    var self = this;
    return Promise.all(units.map(readUnit)).then(function (hits) {
      return hits.filter(function (hit) { return self.fits(hit); }).map(function (hit) { return hit.unit; });
    });
  };
  /* 短语的字组要首尾相接：隔一个取一组，看它们的位置。 */
  Answer.prototype.byPlaces = function (phrase, units) {
    var characters = Array.from(phrase), steps = [], self = this;
    if (characters.length < 3) { return Promise.resolve(units); }
    if (characters.length > MOST_GRAMS) { return this.byReading(units); }
    for (var at = 0; at < characters.length - 1; at += 2) { steps.push(at); }
    if (steps[steps.length - 1] !== characters.length - 2) { steps.push(characters.length - 2); }
    return Promise.all(steps.map(function (step) {
      return self.placesOf(characters[step] + characters[step + 1], units);
    })).then(function (found) {
      return units.filter(function (unit) {
        return found[0].get(unit).some(function (place) {
          return steps.every(function (step, number) { return found[number].get(unit).indexOf(place + step) >= 0; });
        });
      });
    });
  };
  Answer.prototype.placesOf = function (token, units) {
    return this.lists.get(token).everything(token).then(function (all) {
      var index = new Map(), wanted = new Set(units), chunks = new Set(), places = new Map();
      all.forEach(function (unit, place) {
        if (wanted.has(unit)) { index.set(unit, place); chunks.add(Math.floor(place / settings.perPlaces)); }
      });
      return Promise.all(Array.from(chunks, function (chunk) {
        return look("o", token + "\n" + chunk).then(function (data) {
          var numbers = new Numbers(data), end = Math.min((chunk + 1) * settings.perPlaces, all.length);
          for (var place = chunk * settings.perPlaces; place < end; place++) {
            var value = numbers.next(), told = [value >> 1];
            for (var left = value % 2 ? numbers.next() : 0; left; left--) { told.push(told[told.length - 1] + numbers.next()); }
            if (index.has(all[place])) { places.set(all[place], told); }
          }
        });
      })).then(function () { return places; });
    });
  };

  /* --- 分面 --- */
  Answer.prototype.narrowed = function () {
    var filters = this.filters;
    return Object.keys(filters).some(function (key) { return filters[key] && filters[key].length; });
  };
  function blockOf(unit) {
    var low = 0, high = unitStarts.length - 1;
    while (low < high) {
      var middle = (low + high + 1) >> 1;
      if (unitStarts[middle] <= unit) { low = middle; } else { high = middle - 1; }
    }
    return low;
  }
  function readBlock(number) {
    return load("c" + number).then(function (content) {
      if (!content.starts) {
        var first = unitStarts[number];
        content.starts = decode(content[0]).map(function (count) { var begin = first; first += count; return begin; });
        content.facets = {};
        Object.keys(content[1]).forEach(function (key) {
          var values = content[1][key][0], numbers = new Numbers(content[1][key][1]), rows = [];
          while (numbers.more()) {
            for (var left = numbers.next(), row = []; left; left--) { row.push(values[numbers.next()]); }
            rows.push(row);
          }
          content.facets[key] = rows;
        });
      }
      return content;
    });
  }
  /* 命中所在的记录：每条的各分面值，和它的命中。 */
  function recordsOf(units) {
    return Promise.all(unique(units.map(blockOf)).map(function (number) {
      return readBlock(number).then(function (block) { return [number, block]; });
    })).then(function (loaded) {
      var blocks = new Map(loaded), records = new Map();
      units.forEach(function (unit) {
        var number = blockOf(unit), starts = blocks.get(number).starts, low = 0, high = starts.length - 1;
        while (low < high) {
          var middle = (low + high + 1) >> 1;
          if (starts[middle] <= unit) { low = middle; } else { high = middle - 1; }
        }
        var name = number * settings.perBlock + low;
        if (!records.has(name)) { records.set(name, { facets: blocks.get(number).facets, row: low, units: [] }); }
        records.get(name).units.push(unit);
      });
      return records;
    });
  }
  function valuesOf(record, key) {
    return record.facets[key] ? record.facets[key][record.row] : [];
  }
  Answer.prototype.passes = function (record, but) {
    var filters = this.filters;
    return Object.keys(filters).every(function (key) {
      if (key === but || !filters[key] || !filters[key].length) { return true; }
      return valuesOf(record, key).some(function (value) { return filters[key].indexOf(value) >= 0; });
    });
  };
  Answer.prototype.filter = function () {
    var self = this;
    this.unfiltered = this.units;
    if (!this.narrowed()) { return Promise.resolve(); }
    return recordsOf(this.units).then(function (records) {
      var kept = new Set();
      records.forEach(function (record) { if (self.passes(record)) { record.units.forEach(function (unit) { kept.add(unit); }); } });
      self.units = self.units.filter(function (unit) { return kept.has(unit); });
      self.count = 0;
    });
  };
  /* 各分面每个值有几条记录：一个分面的数不受它自己的选择限制。 */
  Answer.prototype.countFacets = function () {
    var self = this;
    return recordsOf(this.unfiltered).then(function (records) {
      var counts = {};
      records.forEach(function (record) {
        Object.keys(record.facets).forEach(function (key) {
          if (!self.passes(record, key)) { return; }
          valuesOf(record, key).forEach(function (value) {
            var told = counts[key] = counts[key] || new Map();
            told.set(value, (told.get(value) || 0) + 1);
          });
        });
      });
      Object.keys(counts).forEach(function (key) {
        counts[key] = Array.from(counts[key]).sort(function (a, b) { return b[1] - a[1] || (a[0] < b[0] ? -1 : 1); });
      });
      return counts;
    });
  };

  return { start: start, register: register, load: load, find: find, fold: fold, tokens: tokens, hashOf: hashOf,
    suggest: function () { return Promise.resolve([]); } };
})();
